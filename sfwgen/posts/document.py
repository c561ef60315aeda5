"""What is read of the posts of another generator, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sfwgen.content.nodes import Plain
from sfwgen.dates import PartialDate
from sfwgen.diagnostics import Diagnostic


class Engine(StrEnum):
    """The generator that the posts were written for."""

    HUGO = "hugo"
    HEXO = "hexo"


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder of posts: `texts` holds documents and settings by path, `others` names all other files.

    `name` is the folder as its user calls it; paths are relative to it and divided by `/`.
    """

    name: str
    texts: Mapping[str, bytes]
    others: frozenset[str]

    def place(self, path: str) -> str:
        """Returns a path as diagnostics name it."""
        return f"{self.name}/{path}" if self.name not in ("", ".") else path


@dataclass(frozen=True, slots=True)
class Settings:
    """What the generator's own settings say. `language` is the code of texts that name none, if it is known.

    `languages` are the codes in use, with the folder of each below `content` where it has one of its own;
    `permalinks` are patterns of addresses by section, under an empty name the one for all.
    """

    engine: Engine
    content: str = ""
    url: str = ""
    language: str = ""
    languages: Mapping[str, str] = field(default_factory=dict)
    permalinks: Mapping[str, str] = field(default_factory=dict)
    in_subfolder: bool = False
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of a post as plain values, every scalar as its text, with the line of each."""

    fields: Mapping[str, Plain] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def find(self, *names: str) -> str | None:
        """Returns the name, as it is written, of the first field that says something, in any case."""
        written = {name.casefold(): name for name in self.fields}
        found = (written.get(name.casefold()) for name in names)
        return next((name for name in found if name is not None and self.fields[name]), None)

    def text(self, *names: str) -> str:
        """Returns the first of these fields that is a text, on one line; empty where there is none."""
        name = self.find(*names)
        value = self.fields[name] if name else None
        return " ".join(value.split()) if isinstance(value, str) else ""

    def words(self, *names: str) -> list[str]:
        """Returns the words of all of these fields: of a list, of lists in it, of a text by its commas."""
        found: list[str] = []
        for name in filter(None, (self.find(each) for each in names)):
            found += _words(self.fields[name])
        return list(dict.fromkeys(found))

    def line(self, *names: str) -> int:
        """Returns the line of the first of these fields that says something, else 1."""
        name = self.find(*names)
        return self.lines.get(name, 1) if name else 1


def _words(value: Plain) -> list[str]:
    if isinstance(value, str):
        return [word.strip() for word in value.split(",") if word.strip()]
    if isinstance(value, list):
        return [word for each in value for word in ([each] if isinstance(each, str) else _words(each))]
    return []


@dataclass(frozen=True, slots=True)
class Text:
    """One document of a post: its language on the site, its header and its body with the line of that.

    `code` is what the generator calls its language, empty where nothing says it.
    `key` is the same for all languages of a post, `name` is that of its file or folder, `folder` holds what
    lies beside it, `section` is the path of folders above the post.
    """

    path: str
    language: str
    key: str
    name: str
    folder: str
    section: str
    header: Header
    body: str
    body_line: int
    draft: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A post in all of its languages, the site's default one first where it is there."""

    slug: str
    texts: tuple[Text, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that it is made of."""
        return tuple(text.path for text in self.texts)


@dataclass(frozen=True, slots=True)
class Converted:
    """A body as a story holds it. `summary` stood above the mark for more; `pictures` by their new names."""

    title: str
    body: str
    summary: str
    pictures: Mapping[str, str]
    told: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class StoryOfPost:
    """What is known of a story from its post, by language where it has languages.

    `facts` are further lines of the header, `pictures` the files to be copied by their new names.
    """

    post: Post
    line: str
    titles: Mapping[str, str]
    summaries: Mapping[str, str]
    bodies: Mapping[str, str]
    date: PartialDate | None
    places: tuple[str, ...]
    teams: tuple[str, ...]
    facts: Mapping[str, tuple[str, ...]]
    pictures: Mapping[str, str]
    told: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """The stories that posts make, and everything that is to be told of them and of what was left."""

    stories: tuple[StoryOfPost, ...]
    told: tuple[Diagnostic, ...]
