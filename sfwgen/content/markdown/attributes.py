"""Attributes that we write: of table cells and of footnotes."""

from __future__ import annotations

import re

from sfwgen.content.markdown.marks import strip_marks

Attributes = dict[str, str]

_ALIGNMENTS = frozenset({"left", "center", "right"})
_NOTE_ID = re.compile(r"#?(fn|fnref(\d*)):(.*)", re.DOTALL)
_NOTE_ROLES = {"footnote-ref": "doc-noteref", "footnote-backref": "doc-backlink"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def common_attributes(attributes: Attributes) -> Attributes:
    """Returns what any element keeps: its language, if it is well-formed, and its title."""
    kept: Attributes = {}
    if _LANGUAGE.fullmatch(attributes.get("lang", "")):
        kept["lang"] = attributes["lang"]
    if title := strip_marks(attributes.get("title", "")).strip():
        kept["title"] = title
    return kept


def cell_attributes(name: str, attributes: Attributes, *, in_head: bool) -> Attributes:
    """Returns the attributes of a table cell: alignment as a class, and what a head cell is the head of."""
    kept: Attributes = {}
    if name == "th" and in_head:
        kept["scope"] = "col"
    if attributes.get("align") in _ALIGNMENTS:
        kept["class"] = f"al-{attributes['align']}"
    return kept


def note_attributes(attributes: Attributes, numbers: dict[str, int], taken: set[str]) -> Attributes:
    """Returns the attributes of a footnote's parts: ids and links by number, roles instead of words.

    A role is read out in the reader's own language, so that the text needs no words of ours. Empty for
    what is no part of a footnote; an id that is already `taken` is left out.
    """
    if attributes.get("class") == "footnote":
        return {"class": "footnotes", "role": "doc-endnotes"}
    if target := _numbered(attributes.get("href", ""), numbers):
        name = attributes.get("class", "")
        role = _NOTE_ROLES.get(name)
        return {"class": name, "href": f"#{target}", "role": role} if role else {}
    own = _numbered(attributes.get("id", ""), numbers)
    if own is None or own in taken:
        return {}
    taken.add(own)
    return {"id": own}


def _numbered(reference: str, numbers: dict[str, int]) -> str | None:
    match = _NOTE_ID.fullmatch(reference)
    if match is None or match[3] not in numbers:
        return None
    return f"{match[1]}:{numbers[match[3]]}"
