"""What is to be translated as single entries for a translator's tools, and what comes back from them.

An entry carries its original and a mark of the translation that it went out with: what was changed on this
side in the meantime is seen, and nothing is written over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sfwgen.content.written import Written
from sfwgen.model import Record
from sfwgen.translations.comparing import NONE, Pairing, PieceState, make_known, pair_pieces
from sfwgen.translations.documents import read_texts
from sfwgen.translations.pieces import BODY, mark_of
from sfwgen.translations.rewriting import Revision, new_file, revise

_OPEN = (PieceState.STALE, PieceState.MISSING)


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece for a translator. `name` says which of the document; `mark` is that of `translated`.

    `fuzzy` asks for the translation to be looked at again.
    """

    document: str
    name: str
    mark: str
    original: str
    translated: str
    file: str
    line: int
    fuzzy: bool

    @property
    def open(self) -> bool:
        """Whether there is something to be done."""
        return self.fuzzy or not self.translated


class Obstacle(StrEnum):
    """Why an entry cannot be taken back."""

    GONE = "gone"
    SOURCE = "source"
    TARGET = "target"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry, or a document, that cannot be taken back, and why."""

    document: str
    name: str
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class Returned:
    """What comes back: the new bytes of files, how many pieces are new in each document, what is refused."""

    files: Mapping[str, bytes]
    pieces: Mapping[str, int]
    refused: tuple[Refusal, ...]


def make_entries(
    written: Sequence[Written],
    sources: Mapping[str, bytes],
    records: Mapping[str, Record],
    languages: tuple[str, ...],
    lang: str,
) -> tuple[Entry, ...]:
    """Returns an entry for each piece of the stories and pages among the documents."""
    return tuple(
        Entry(
            document.name,
            name,
            NONE if pairing.translated is None else pairing.translated.mark,
            pairing.original.text,
            pairing.translated.text if pairing.translated else "",
            pairing.original.location.file,
            pairing.original.location.line,
            fuzzy=pairing.state in _OPEN and pairing.translated is not None,
        )
        for document in written
        for name, pairing in _named(document, sources, records.get(document.name), languages, lang)
        if pairing.original is not None
    )


def _named(
    document: Written,
    sources: Mapping[str, bytes],
    record: Record | None,
    languages: tuple[str, ...],
    lang: str,
) -> Iterator[tuple[str, Pairing]]:
    """The pieces of a document with their names: `title`, `summary`, `body-3`."""
    texts = read_texts(document, sources, languages) if document.texts else None
    if texts is None:
        return
    confirmed = record.confirmed.get(lang, ()) if record else ()
    known = make_known(confirmed, numbers_checked=False)
    number = 0
    for pairing in pair_pieces(texts.texts[languages[0]], texts.texts.get(lang, ()), known):
        piece = pairing.original or pairing.translated
        assert piece is not None
        number += piece.field == BODY and pairing.original is not None
        yield (f"{BODY}-{number}" if piece.field == BODY else piece.field), pairing


def take_back(
    entries: Sequence[Entry],
    written: Mapping[str, Written],
    sources: Mapping[str, bytes],
    records: Mapping[str, Record],
    languages: tuple[str, ...],
    lang: str,
) -> Returned:
    """Returns what translated entries make of the files; with refusals nothing may be written."""
    files: dict[str, bytes] = {}
    pieces: dict[str, int] = {}
    refused: list[Refusal] = []
    for name in dict.fromkeys(entry.document for entry in entries):
        document = written.get(name)
        if document is None:
            refused.append(Refusal(name, "", Obstacle.GONE))
            continue
        pairings = dict(_named(document, sources, records.get(name), languages, lang))
        ours = [entry for entry in entries if entry.document == name and entry.translated.strip()]
        refused += filter(None, (_obstacle(entry, pairings.get(entry.name)) for entry in ours))
        revisions = tuple(_revisions({entry.name: entry for entry in ours}, pairings))
        if not revisions:
            continue
        file = document.texts.get(lang) or f"{document.file.rpartition('/')[0]}/index.{lang}.md"
        if lang in document.texts:
            files[file] = revise(sources[file], file, revisions)
        elif _lacks_head(revisions, pairings):
            refused.append(Refusal(name, "", Obstacle.HEAD))
        else:
            files[file] = new_file(revisions)
        pieces[name] = len(revisions)
    return Returned(files, pieces, tuple(refused))


def _obstacle(entry: Entry, pairing: Pairing | None) -> Refusal | None:
    if pairing is None or pairing.original is None or pairing.original.mark != mark_of(entry.original):
        return Refusal(entry.document, entry.name, Obstacle.SOURCE)
    mark = NONE if pairing.translated is None else pairing.translated.mark
    if mark not in (entry.mark, mark_of(entry.translated)):
        return Refusal(entry.document, entry.name, Obstacle.TARGET)
    return None


def _revisions(entries: Mapping[str, Entry], pairings: Mapping[str, Pairing]) -> Iterator[Revision]:
    before = None
    for name, pairing in pairings.items():
        entry, old = entries.get(name), pairing.translated
        if entry is not None and (old is None or old.mark != mark_of(entry.translated)):
            field = pairing.original.field if pairing.original else BODY
            yield Revision(field, old, entry.translated, before)
        if old is not None and old.field == BODY:
            before = old


def _lacks_head(revisions: Sequence[Revision], pairings: Mapping[str, Pairing]) -> bool:
    there = {each.field for each in revisions}
    return any(name not in there for name in pairings if not name.startswith(BODY))
