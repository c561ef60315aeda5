"""How translations stand, as text, Markdown and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sfwgen.cli.commands.translations_words import tell
from sfwgen.cli.console import shown
from sfwgen.diagnostics import Location
from sfwgen.translations import Pairing, Piece, Standing, TranslationState

_LONGEST = 30


def print_lines(standings: Sequence[Standing], lang: str) -> str:
    """Returns the translations as text: each with the places to look at, then how many there are."""
    return "".join(f"{line}\n" for line in _lines(standings, lang))


def _lines(standings: Sequence[Standing], lang: str) -> Iterator[str]:
    if not standings:
        yield tell(lang, "none")
        return
    for standing in standings:
        title = f"  {shown(standing.title)}" if standing.title else ""
        yield f"{standing.document}  {standing.lang}  {_state(standing, lang)}{title}"
        for pairing in _told(standing):
            here, there = (_place(each) for each in (pairing.translated, pairing.original))
            yield f"    {tell(lang, f'piece-{pairing.state}')}: {' ← '.join(filter(None, (here, there)))}"
            yield f"      {_quoted(pairing)}"
    yield _counts(standings, lang)
    if any(standing.state is not TranslationState.CONFIRMED for standing in standings):
        yield tell(lang, "to-confirm")


def _told(standing: Standing) -> tuple[Pairing, ...]:
    """The places to be told one by one; of what nobody ever looked at, that says nothing."""
    if standing.state is TranslationState.MISSING:
        return ()
    if standing.state is TranslationState.UNCONFIRMED and len(standing.open) == standing.pieces:
        return ()
    return standing.open


def _state(standing: Standing, lang: str) -> str:
    said = tell(lang, standing.state)
    if standing.state in (TranslationState.CONFIRMED, TranslationState.UNREADABLE, TranslationState.MISSING):
        return said
    return said + tell(lang, "of-pieces", n=len(standing.open), all=standing.pieces)


def _place(piece: Piece | None) -> str:
    if piece is None:
        return ""
    return f"{piece.location.file}:{piece.location.line}:{piece.location.column}"


def _quoted(pairing: Pairing) -> str:
    piece = pairing.original or pairing.translated
    assert piece is not None
    text = shown(" ".join(piece.text.split()))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _counts(standings: Sequence[Standing], lang: str) -> str:
    counts = {state: sum(each.state is state for each in standings) for state in TranslationState}
    unreadable = counts.pop(TranslationState.UNREADABLE)
    words = {str(state): n for state, n in counts.items()}
    faulty = tell(lang, "counts-unreadable", n=unreadable) if unreadable else ""
    return tell(lang, "counts", n=len(standings), unreadable=faulty, **words)


def print_markdown(standings: Sequence[Standing], lang: str) -> str:
    """Returns the translations as Markdown, as a merge request shows it."""
    names = ("document", "language", "state", "places")
    lines = [
        f"## {tell(lang, 'title')}",
        "",
        _counts(standings, lang) if standings else tell(lang, "none"),
        "",
        f"| {' | '.join(tell(lang, f'column-{name}') for name in names)} |",
        "| --- | --- | --- | --- |",
    ]
    for each in standings:
        places = ", ".join(f"`{_place(pair.translated or pair.original)}`" for pair in _told(each))
        lines.append(f"| {each.document} | {each.lang} | {_state(each, lang)} | {places} |")
    return "".join(f"{line}\n" for line in (lines if standings else lines[:3]))


def print_data(standings: Sequence[Standing]) -> str:
    """Returns the translations as JSON."""
    data = {
        "translations": [
            {
                "document": each.document,
                "lang": each.lang,
                "file": each.file,
                "state": each.state,
                "pieces": each.pieces,
                "open": [_pairing_data(pairing) for pairing in each.open],
            }
            for each in standings
        ]
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _pairing_data(pairing: Pairing) -> dict[str, object]:
    piece = pairing.original or pairing.translated
    return {
        "state": pairing.state,
        "field": piece.field if piece else None,
        "original": _piece_data(pairing.original),
        "translated": _piece_data(pairing.translated),
    }


def _piece_data(piece: Piece | None) -> dict[str, object] | None:
    if piece is None:
        return None
    at: Location = piece.location
    return {"file": at.file, "line": at.line, "column": at.column, "text": piece.text}
