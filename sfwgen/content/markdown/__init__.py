"""Markdown to the model: bodies and one-line phrases.

The library and the sanitiser are loaded with the first body that is parsed.
"""

from __future__ import annotations

from sfwgen.content.markdown.heavy import is_heavy, parse_heavy
from sfwgen.content.markdown.phrase import parse_phrase
from sfwgen.diagnostics import Diagnostic
from sfwgen.model import Body

__all__ = ["parse_body", "parse_phrase"]


def parse_body(source: str, *, file: str, line: int, folder: str) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Returns a document's text, converted and sanitised, and what is wrong with it, in the file's order.

    `source` is Markdown with line feeds that begins on `line` of `file`; relative targets start from
    `folder`, a path relative to the project. Raises nothing, whatever the source holds, and ends in time.
    """
    if is_heavy(source):
        result = parse_heavy(source, file=file, line=line, folder=folder)
        if result is not None:
            return result
    from sfwgen.content.markdown import body

    return body.parse_body(source, file=file, line=line, folder=folder)
