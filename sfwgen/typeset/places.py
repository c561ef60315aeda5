"""Where in the sources a character stands that cannot be printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sfwgen.diagnostics import Diagnostic, Location

_TEXTS = (".md", ".yaml")


def place_glyphs(faults: Iterable[Diagnostic], sources: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Returns the faults, those about a character moved to where it first stands in a story or elsewhere."""
    texts = [path for path in sources if path.endswith(_TEXTS)]
    texts.sort(key=lambda path: (not path.endswith(".md"), path))
    return tuple(_placed(each, texts, sources) for each in faults)


def _placed(each: Diagnostic, texts: Iterable[str], sources: Mapping[str, bytes]) -> Diagnostic:
    if each.code != "pdf-glyph-missing":
        return each
    wanted = dict(each.words)["text"]
    for path in texts:
        if wanted.encode() not in sources[path]:
            continue
        text = sources[path].decode("utf-8-sig", "replace")
        offset = text.find(wanted)
        start = text.rfind("\n", 0, offset) + 1
        return replace(each, location=Location(path, text.count("\n", 0, offset) + 1, offset - start + 1))
    return each
