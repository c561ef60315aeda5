"""Raw HTML that the sanitiser takes away: said, so that nothing disappears in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sfwgen.content.markdown.positions import Positions
from sfwgen.content.markdown.sanitise import ATTRIBUTES, TAGS
from sfwgen.diagnostics import Diagnostic, fault

_COMMENT = re.compile(r"<!--")
_DECLARATION = re.compile(r"<[!?](?!--)")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/<>@]*)(?=[\s/>])(?!//)([^<>]*)")
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([A-Za-z_:@][\w:.-]*)(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s"'>]+))?""")


def check_html(masked: str, positions: Positions) -> Iterator[Diagnostic]:
    """Yields a diagnostic for each comment, element and attribute that is dropped."""
    if "<" not in masked:
        return
    for match in _COMMENT.finditer(masked):
        yield fault("html-comment", positions.at(match.start()))
    for match in _DECLARATION.finditer(masked):
        yield fault("html-removed", positions.at(match.start()), what=match[0])
    for match in _TAG.finditer(masked):
        yield from _check_tag(match, positions)


def _check_tag(match: re.Match[str], positions: Positions) -> Iterator[Diagnostic]:
    name = match[2].lower()
    if name not in TAGS | {"h1"}:
        if not match[1]:
            yield fault("html-removed", positions.at(match.start()), what=f"<{match[2]}>")
        return
    allowed = ATTRIBUTES.get(name, frozenset()) | ATTRIBUTES["*"]
    for attribute in _ATTRIBUTE.finditer(match[3]):
        if attribute[1].lower() not in allowed:
            yield fault("html-removed", positions.at(match.start(3) + attribute.start()), what=attribute[1])
