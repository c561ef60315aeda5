"""What was read of a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NoReader(Exception):
    """python-docx, which reads Word files, is not installed."""


class UnreadableWord(Exception):
    """The file is no Word file that can be read."""


class Loss(StrEnum):
    """Of what kind something is that a story does not hold, or holds otherwise."""

    DELETED = "deleted"
    INSERTED = "inserted"
    STRUCK = "struck"
    HIDDEN = "hidden"
    RUBY = "ruby"
    COMMENT = "comment"
    TEXT_BOX = "text-box"
    EQUATION = "equation"
    OBJECT = "object"
    PICTURE = "picture"
    CROPPED = "cropped"
    MERGED = "merged"
    NESTED = "nested"
    CELL = "cell"
    CONTENTS = "contents"
    NUMBERING = "numbering"
    FORMAT = "format"
    LINK = "link"
    MARGIN = "margin"
    CHARACTER = "character"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that could not be carried, with its words, or how often it occurs."""

    loss: Loss
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, under the name that it gets beside the story; `alt` is what the file says of it."""

    name: str
    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item, table or picture as Markdown. `kind` tells which blocks stand together.

    `number` is that of an item that is numbered.
    """

    kind: str
    text: str
    level: int = 0
    number: int = 1


@dataclass(frozen=True, slots=True)
class WordText:
    """A Word file as a title, a body in Markdown, its plain paragraphs, its pictures, and what is lost."""

    title: str
    body: str
    paragraphs: tuple[str, ...]
    pictures: tuple[Picture, ...]
    lost: tuple[Lost, ...]
