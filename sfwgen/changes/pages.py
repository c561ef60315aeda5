"""The finished files of two states of a site compared: which pages come, go or read otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser

from sfwgen.changes.diff import Change

# Renamed with every change of what they hold; nobody keeps their address.
_INDEX = re.compile(r"(?:\w+/)?search/")
_BLOCKS = frozenset(
    "address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_LONGEST = 2000
"""From how many lines on two pages are no longer compared line by line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page that is new or gone."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that comes, goes or reads otherwise; `title` and `lang` are the later ones."""

    path: str
    change: Change
    title: str
    lang: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file beside the pages that comes, goes or holds something else."""

    path: str
    change: Change


@dataclass(frozen=True, slots=True)
class OutputChanges:
    """What is different in the files of a site. `unseen` counts pages that read as before."""

    pages: tuple[PageChange, ...]
    files: tuple[FileChange, ...]
    unseen: int

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """The paths that lead nowhere afterwards: of pages and of files that readers may have kept."""
        gone: tuple[PageChange | FileChange, ...] = (*self.pages, *self.files)
        return tuple(each.path for each in gone if each.change is Change.REMOVED)


def compare_outputs(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> OutputChanges:
    """Returns what is different between the files of two states; the search index is passed over."""
    pages: list[PageChange] = []
    files: list[FileChange] = []
    unseen = 0
    for path in sorted({*old, *new}):
        before, after = old.get(path), new.get(path)
        if before == after or _INDEX.match(path) or path.rpartition("/")[2].startswith("."):
            continue
        if not path.endswith(".html"):
            files.append(FileChange(path, _change(before, after)))
            continue
        page = _compare_page(path, before, after)
        if page is None:
            unseen += 1
        else:
            pages.append(page)
    return OutputChanges(tuple(pages), tuple(files), unseen)


def _change(before: bytes | None, after: bytes | None) -> Change:
    if before is None:
        return Change.ADDED
    return Change.REMOVED if after is None else Change.CHANGED


def _compare_page(path: str, before: bytes | None, after: bytes | None) -> PageChange | None:
    was, is_now = (None if data is None else _read(data) for data in (before, after))
    seen = is_now or was
    assert seen is not None
    change = _change(before, after)
    if was is None or is_now is None:
        return PageChange(path, change, seen.title, seen.lang)
    lines = tuple(_differences(was.lines, is_now.lines))
    if not lines and was.title == is_now.title:
        return None
    return PageChange(path, change, is_now.title, is_now.lang, lines)


def _differences(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    if max(len(before), len(after)) > _LONGEST:
        known = set(before), set(after)
        yield from (Line(Change.REMOVED, line) for line in before if line not in known[1])
        yield from (Line(Change.ADDED, line) for line in after if line not in known[0])
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield from (Line(Change.REMOVED, line) for line in before[start:end])
            yield from (Line(Change.ADDED, line) for line in after[first:last])


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a reader sees of a page."""

    title: str
    lang: str
    lines: tuple[str, ...]


def _read(data: bytes) -> _Seen:
    reader = _Reader()
    reader.feed(data.decode("utf-8", errors="replace"))
    reader.close()
    reader.end_line()
    return _Seen(" ".join(reader.title.split()), reader.lang, tuple(reader.main or reader.lines))


class _Reader(HTMLParser):
    """Collects the lines that a page shows, those of its main part apart."""

    def __init__(self) -> None:
        super().__init__()
        self.title = self.lang = ""
        self.lines: list[str] = []
        self.main: list[str] = []
        self._text = ""
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.lang = dict(attrs).get("lang") or ""
        if tag in ("title", "main", *_UNSEEN):
            self.end_line()
            self._within.append(tag)
        elif tag in _BLOCKS or tag == "br":
            self.end_line()
        elif tag == "img":
            self._text += f" [{dict(attrs).get('alt') or ''}] "

    def handle_endtag(self, tag: str) -> None:
        if tag in self._within:
            self.end_line()
            self._within.remove(tag)
        elif tag in _BLOCKS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if "title" in self._within and "main" not in self._within:
            self.title += data
        elif not _UNSEEN.intersection(self._within):
            self._text += data

    def end_line(self) -> None:
        line, self._text = " ".join(self._text.split()), ""
        if line:
            (self.main if "main" in self._within else self.lines).append(line)
