"""How each translation stands, and the record that confirms one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sfwgen.content.written import Written, digest_files
from sfwgen.diagnostics import Location
from sfwgen.each import Each, one_by_one
from sfwgen.model import Confirmed, FigurePolicy, Record, SiteConfig
from sfwgen.translations.comparing import (
    NONE,
    Known,
    Pairing,
    PieceState,
    judge_pair,
    make_known,
    pair_pieces,
)
from sfwgen.translations.documents import Texts, read_texts
from sfwgen.values import digest_of


class TranslationState(StrEnum):
    """How the translation of a document into a language stands.

    `unreadable`: a file of the document has faults, which `check` tells.
    """

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    STALE = "stale"
    MISSING = "missing"
    UNREADABLE = "unreadable"


_OUTDATED = (PieceState.STALE, PieceState.MISSING, PieceState.SUPERFLUOUS)


@dataclass(frozen=True, slots=True)
class Standing:
    """The translation of one document into one language: its state, and its pieces that are not confirmed."""

    document: str
    lang: str
    file: str
    title: str
    state: TranslationState
    open: tuple[Pairing, ...]
    pieces: int

    @property
    def outdated(self) -> tuple[Pairing, ...]:
        """The pieces that no longer say what the original does."""
        return tuple(each for each in self.open if each.state in _OUTDATED)


def judge(
    written: Sequence[Written],
    sources: Mapping[str, bytes],
    config: SiteConfig,
    records: Mapping[str, Record],
    each: Each = one_by_one,
) -> tuple[Standing, ...]:
    """Returns how the translations of documents stand, in their order; one without any text is left out."""
    languages = tuple(language.id for language in config.languages)

    def work(number: int) -> tuple[Standing, ...]:
        document = written[number]
        return tuple(_judge(document, sources, languages, records.get(document.name), checked[number]))

    checked = [_numbers_checked(config, document) for document in written]
    keys = [
        f"{digest_files(sources, document.files)} {languages} {checked[number]} "
        f"{digest_of(records.get(document.name))}"
        for number, document in enumerate(written)
    ]
    return tuple(standing for found in each("standing", keys, work) for standing in found)


def _numbers_checked(config: SiteConfig, document: Written) -> bool:
    """Whether the numbers of both languages are compared: then a change of them alone outdates nothing."""
    policy = config.figures.get(document.section, FigurePolicy.OFF)
    return document.texts != {} and policy is not FigurePolicy.OFF


def _judge(
    written: Written,
    sources: Mapping[str, bytes],
    languages: tuple[str, ...],
    record: Record | None,
    checked: bool,
) -> Iterator[Standing]:
    texts = read_texts(written, sources, languages)
    if texts is not None and not written.texts and not texts.small:
        return
    for lang in languages[1:]:
        file = written.texts.get(lang, written.file if not written.texts else "")
        title = "" if texts is None else _title(texts, languages[0])
        if texts is None:
            yield Standing(written.name, lang, file, title, TranslationState.UNREADABLE, (), 0)
            continue
        confirmed = record.confirmed.get(lang) if record else None
        known = make_known(confirmed or (), numbers_checked=checked)
        pairings = tuple(_pairings(texts, languages[0], lang, known))
        state = _state(written, lang, pairings, recorded=confirmed is not None)
        open_ = tuple(pairing for pairing in pairings if pairing.state is not PieceState.CONFIRMED)
        yield Standing(written.name, lang, file, title, state, open_, len(pairings))


def _pairings(texts: Texts, default: str, lang: str, known: Known) -> Iterator[Pairing]:
    if default in texts.texts:
        yield from pair_pieces(texts.texts[default], texts.texts.get(lang, ()), known)
    for small in texts.small:
        yield judge_pair(small[default], small.get(lang), known)


def _state(written: Written, lang: str, pairings: Sequence[Pairing], *, recorded: bool) -> TranslationState:
    states = {pairing.state for pairing in pairings}
    if written.texts and lang not in written.texts:
        return TranslationState.MISSING
    if recorded and states.intersection(_OUTDATED):
        return TranslationState.STALE
    return TranslationState.CONFIRMED if states <= {PieceState.CONFIRMED} else TranslationState.UNCONFIRMED


def _title(texts: Texts, default: str) -> str:
    return next((piece.text for piece in texts.texts.get(default, ()) if piece.field == "title"), "")


def confirm(
    written: Written,
    sources: Mapping[str, bytes],
    languages: tuple[str, ...],
    record: Record | None,
    confirmed: Sequence[str],
) -> Record | None:
    """Returns the record in which the translations into the languages of `confirmed` agree as they stand.

    None where a file of the document is not sound, or one of these translations is not there.
    """
    texts = read_texts(written, sources, languages)
    if texts is None or any(written.texts and lang not in texts.texts for lang in confirmed):
        return None
    pairs = dict(record.confirmed) if record else {}
    for lang in confirmed:
        known = make_known(pairs.get(lang, ()), numbers_checked=False)
        found = _pairings(texts, languages[0], lang, known)
        pairs[lang] = tuple(
            Confirmed(*(NONE if side is None else side.mark for side in (each.original, each.translated)))
            for each in found
        )
    reviews = record.reviews if record else ()
    return Record(written.name, pairs, reviews, Location(written.file))
