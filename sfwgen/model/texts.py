"""Texts with places to fill in, and their bodies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sfwgen.diagnostics import Location

Localized = Mapping[str, str]
"""A text in each language of the site, by language id."""


@dataclass(frozen=True, slots=True)
class FigureSlot:
    """`{=id}` in a text: the figure of that id is printed here in the page's language."""

    figure: str
    location: Location


@dataclass(frozen=True, slots=True)
class LinkSlot:
    """The target of a link to another document of the project, resolved when its permalink is known.

    `target` is the linked source file's path relative to the project, `fragment` the part after `#`.
    """

    target: str
    fragment: str
    location: Location


@dataclass(frozen=True, slots=True)
class ImageSlot:
    """The target of an image that stands beside the document: its path relative to the project."""

    target: str
    location: Location


@dataclass(frozen=True, slots=True)
class Break:
    """`|` in a title: the heading may break here."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of plain text (a title, a summary): text, figures and allowed breaks, in order."""

    parts: tuple[str | FigureSlot | Break, ...]
    source: str
    location: Location


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: level 2 to 6, text, and the anchor that its element carries."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Body:
    """A text in Markdown, converted: sanitised HTML cut at the places that the plan fills in.

    `source` is the Markdown with line ends normalised, `line` the line of the file on which it begins.
    """

    parts: tuple[str | FigureSlot | LinkSlot | ImageSlot, ...]
    headings: tuple[Heading, ...]
    source: str
    file: str
    line: int
