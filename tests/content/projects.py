"""Small projects as the tests write them: the sound one of `tests/bad/_base`, with files put in its place."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.content import load_site
from sfwgen.diagnostics import Diagnostic
from sfwgen.model import Site
from tests.bad.cases import BASE, written

STORY = "content/stories/feifeng-road/index.zh.md"
TRANSLATION = "content/stories/feifeng-road/index.en.md"
PAGE = "content/pages/about/index.zh.md"
PAGE_TRANSLATION = "content/pages/about/index.en.md"
BULLETIN = "content/bulletins/issue-001.yaml"
TALLY = "content/tallies/2019-mid.yaml"
PLACES = "content/vocabulary/places.yaml"
METRICS = "content/vocabulary/metrics.yaml"
UNITS = "content/vocabulary/units.yaml"
CONFIG = "config.yaml"


def sound() -> dict[str, bytes]:
    """Returns the files of a project with nothing wrong."""
    paths = (path for path in BASE.rglob("*") if path.is_file())
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(paths)}


def project(files: Mapping[str, str | bytes | None]) -> dict[str, bytes]:
    """Returns the sound project with these files instead of its own; None takes a file away."""
    changed = sound()
    for path, content in files.items():
        if content is None:
            del changed[path]
        else:
            changed[path] = content.encode() if isinstance(content, str) else content
    return changed


def load(files: Mapping[str, str | bytes | None]) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    """Returns what the sound project becomes with these files."""
    return load_site(project(files))


def faults(files: Mapping[str, str | bytes | None]) -> list[str]:
    """Returns what is wrong with the sound project once it holds these files: `code file:line:column`."""
    return [written(each) for each in load(files)[1]]


def places(files: Mapping[str, str | bytes | None]) -> list[str]:
    """Returns the same where one file alone is at fault, without naming it: `code line:column`."""
    found = load(files)[1]
    assert len({each.location.file for each in found}) <= 1
    return [f"{each.code} {each.location.line}:{each.location.column}" for each in found]


def good(files: Mapping[str, str | bytes | None]) -> Site:
    """Returns the site of a project that nothing is wrong with."""
    site, found = load(files)
    assert [written(each) for each in found] == []
    assert site is not None
    return site


def story(*lines: str, body: str = "飞凤社区的黄土路已经整修完成。") -> str:
    """Returns a story with these lines in its header, in place of those of the same fields in a sound one."""
    fields = {
        "title": "title: 飞凤社区黄土路整修完成",
        "summary": "summary: 黄土路段整修完成。",
        "line": "line: grassroots",
        "sources": "sources: [{zh: 报纸报道, en: A newspaper report}]",
    }
    given = {line.partition(":")[0] for line in lines}
    kept = [text for name, text in fields.items() if name not in given]
    return "\n".join(("---", *lines, *kept, "---", body, ""))
