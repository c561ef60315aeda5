"""Drafts before they are written: one that would not pass is not, and its faults are told in the post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sfwgen.checks.privacy import scan_sources
from sfwgen.content import load_site
from sfwgen.content.text import line_of
from sfwgen.diagnostics import Diagnostic, Location, Severity
from sfwgen.model import Site
from sfwgen.posts import StoryOfPost, Tree

Faults = tuple[Diagnostic, ...]


def verify(
    stories: Iterable[StoryOfPost],
    files: Mapping[str, Mapping[str, bytes]],
    sources: Mapping[str, bytes],
    site: Site,
    tree: Tree,
) -> Mapping[str, Faults]:
    """Returns the errors that drafts would have, by the names of the stories, at the lines of their posts."""
    if not files:
        return {}
    written = {path: data for each in files.values() for path, data in each.items()}
    together = {
        path: data for path, data in {**sources, **written}.items() if not path.startswith("templates/")
    }
    told = (*load_site(together)[1], *scan_sources(written, site.config).faults)
    wrong = [each for each in told if each.location.file in written and each.severity is Severity.ERROR]
    found: dict[str, Faults] = {}
    for story in stories:
        own = [each for each in wrong if each.location.file in files[story.post.slug]]
        if own:
            found[story.post.slug] = tuple(dict.fromkeys(_in_posts(own, story, written, tree)))
    return found


def _in_posts(
    faults: Sequence[Diagnostic], story: StoryOfPost, written: Mapping[str, bytes], tree: Tree
) -> Iterator[Diagnostic]:
    for each in faults:
        language = each.location.file.rpartition("/")[2].split(".")[1]
        text = next((text for text in story.post.texts if text.language == language), story.post.texts[0])
        line = line_of(written[each.location.file], each.location.line) if each.location.line else None
        number = _line_in(tree.texts[text.path], line, each.location.column)
        yield replace(
            each, location=Location(tree.place(text.path), number, 1 if number else 0), related=(), quote=None
        )


def _line_in(data: bytes, written: str | None, column: int) -> int:
    """The line of a post from which a line of a draft was made, 0 if that cannot be told."""
    if not written or not written.strip():
        return 0
    lines = data.decode("utf-8", errors="replace").splitlines()
    wanted = written.strip()
    near = written[max(column - 1, 0) :][:12].strip()
    for test in (lambda line: line.strip() == wanted, lambda line: bool(near) and near in line):
        found = next((number for number, line in enumerate(lines, 1) if test(line)), 0)
        if found:
            return found
    return 0
