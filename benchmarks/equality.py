"""Whether the sites that are compared are equal: their pages, links and counters, counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.corpus import make_story
from benchmarks.documents import read_story
from benchmarks.programs import Project

_LINK = re.compile(r"<a [^>]*href=")
_STORY = re.compile(r"case-[0-9]{6}(\.html|/index\.html)$")


@dataclass(frozen=True, slots=True)
class SiteCount:
    """What a site has: pages of stories, other pages, links in both, mebibytes of HTML, and other files."""

    stories: int
    others: int
    links: int
    mebibytes: float
    files: int


def count_site(project: Project) -> SiteCount:
    """Returns what the site of a project has."""
    pages, others = [], 0
    for path in (project.folder / project.program.output).rglob("*"):
        if path.suffix == ".html":
            pages.append(path)
        elif path.is_file():
            others += 1
    links = size = 0
    for path in pages:
        text = path.read_text(encoding="utf-8")
        links += len(_LINK.findall(text))
        size += path.stat().st_size
    stories = sum(bool(_STORY.search(path.as_posix())) for path in pages)
    return SiteCount(stories, len(pages) - stories, links, size / (1 << 20), others)


def sums(stories: int, seed: int) -> tuple[int, ...]:
    """Returns the totals that the home page of each program has to show, worked out from the corpus alone."""
    totals: dict[str, int] = {}
    for number in range(stories):
        document = next(iter(read_story(make_story(number, seed))))
        for figure in document.figures:
            totals[figure.metric] = totals.get(figure.metric, 0) + figure.number
    return tuple(totals.values())


def missing_sums(project: Project, totals: Iterable[int]) -> list[int]:
    """Returns those of the totals that the home pages of a project do not show."""
    output = project.folder / project.program.output
    homes = [(output / path).read_text(encoding="utf-8") for path in ("index.html", "en/index.html")]
    return [
        total
        for total in totals
        if not all(re.search(rf"(?<!\d)({total}|{total:,})(?!\d)", home) for home in homes)
    ]
