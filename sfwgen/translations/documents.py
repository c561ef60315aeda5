"""The pieces of a document, read from the bytes of its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sfwgen.content.written import Written, parse_facts, parse_source
from sfwgen.translations.pieces import Piece, document_pieces, small_pieces


@dataclass(frozen=True, slots=True)
class Texts:
    """The pieces of a document: of its texts by language, and of those that stand side by side."""

    texts: Mapping[str, tuple[Piece, ...]]
    small: tuple[Mapping[str, Piece], ...]


def read_texts(written: Written, sources: Mapping[str, bytes], languages: tuple[str, ...]) -> Texts | None:
    """Returns the pieces of a document, or None where one of its files is not sound."""
    if not written.texts:
        root = parse_facts(sources, written.file)
        return None if root is None else Texts({}, tuple(small_pieces(root, written.file, languages)))
    documents = {
        language: parse_source(sources, file)
        for language, file in written.texts.items()
        if language in languages
    }
    facts = documents.get(languages[0])
    if facts is None or None in documents.values():
        return None
    texts = {
        language: tuple(document_pieces(document)) for language, document in documents.items() if document
    }
    return Texts(texts, tuple(small_pieces(facts.header, written.file, languages)))
