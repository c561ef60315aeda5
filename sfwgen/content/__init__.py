"""Reading one project: from the bytes of its files to a typed, frozen site, with every fault at its place.

    bytes -> text -> YAML nodes and front matter -> shapes (pydantic) -> the model

The validating library is loaded with the first site that is read, and stays inside this package.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sfwgen.diagnostics import Diagnostic, Location
from sfwgen.each import Each, one_by_one
from sfwgen.model import Site

__all__ = ["document_schemas", "load_site", "source_line"]


def load_site(
    sources: Mapping[str, bytes], *, each: Each = one_by_one, unread: Collection[str] = ()
) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    """Returns the site that a project's files make, and all faults of all of its documents, sorted.

    `sources` holds the bytes of config.yaml and of all files under content/, by path relative to the project.
    With errors among the diagnostics the site lacks the documents at fault, or is None; it must not be built.
    `each` reads the stories, by default one after the other. `unread` are the paths of files that are there
    but could not be read, which is told elsewhere: they are not called missing.
    """
    from sfwgen.content import load

    return load.load_site(sources, each, frozenset(unread))


def document_schemas(languages: tuple[str, ...] = ("zh", "en")) -> Mapping[str, dict[str, Any]]:
    """Returns a JSON Schema (draft 7) for each kind of document, described in Chinese and English.

    Texts by language are asked for in the languages given.
    """
    from sfwgen.content import json_schema

    return json_schema.document_schemas(languages)


def source_line(sources: Mapping[str, bytes], location: Location) -> str | None:
    """Returns the line of a source file that a diagnostic points to, or None where there is none to quote."""
    from sfwgen.content import text

    data = sources.get(location.file)
    return None if data is None or location.line < 1 else text.line_of(data, location.line)
