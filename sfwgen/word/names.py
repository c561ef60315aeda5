"""The names of a Word file's elements, and the words that stand below one."""

from __future__ import annotations

from typing import Any

Element = Any
"""An element of lxml, which has no types of its own."""

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_MAIN}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
TEXTS = (W + "t", M + "t", W + "delText")
PICTURES = (A + "blip", V + "imagedata")


def name_of(tag: object) -> str:
    """Returns a name without its namespace."""
    return str(tag).rpartition("}")[2]


def texts_of(element: Element, *, deleted: bool = False) -> str:
    """Returns the words below an element on one line; those that were deleted only if asked for."""
    tags = TEXTS if deleted else TEXTS[:2]
    return " ".join("".join(each.text or "" for each in element.iter() if each.tag in tags).split())
