"""Golden cases: what each small project in tests/cases makes, and what is expected of it.

A case is a folder with the project in `project/`, the site expected of it in `site/` (none where its faults stop the
build) and what it is told in `diagnostics.txt`. Their theme is tests/cases/_templates, which prints the views
plainly: how the real theme looks makes no difference here. Its words are those of the real theme.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from pathlib import Path

from sfwgen.build import Checked, make_site, read_sources
from sfwgen.diagnostics.report import print_text
from sfwgen.publish import RealDisk
from sfwgen.resources import theme_files
from tests.support.trees import files

FOLDER = Path(__file__).resolve().parent.parent / "cases"
THEME = FOLDER / "_templates"
PROJECT, SITE, DIAGNOSTICS = "project", "site", "diagnostics.txt"

IN_ONE_CASE = {"data/datapackage.json": "bilingual"}
"""Files that are long and nearly the same in every site: that they are there is expected of all."""
_IMAGES = (".jpg", ".png", ".webp", ".gif")
_NOTHING = {"zh": "（没有问题）\n", "en": "(nothing)\n"}


@dataclass(frozen=True, slots=True)
class Result:
    """The files of a site, and what was told, in both languages."""

    site: Mapping[str, bytes]
    diagnostics: str


def case_names() -> list[str]:
    """Returns the names of all cases."""
    return sorted(path.name for path in FOLDER.iterdir() if not path.name.startswith("_"))


@cache
def run_case(name: str) -> Result:
    """Returns what the project of a case makes; it is made from nothing, once for all tests that ask."""
    sources, unread = read_sources(RealDisk(), str(FOLDER / name / PROJECT))
    checked = make_site(sources, case_theme(), unread)
    return Result(checked.outputs, _told(checked))


def expected_of(name: str) -> Result:
    """Returns what is expected of a case; a file that is not there is empty."""
    told = FOLDER / name / DIAGNOSTICS
    return Result(
        files(FOLDER / name / SITE) or {}, told.read_text(encoding="utf-8") if told.exists() else ""
    )


def update_case(name: str, result: Result) -> None:
    """Makes the result what is expected of the case."""
    folder = FOLDER / name
    shutil.rmtree(folder / SITE, ignore_errors=True)
    for path, data in result.site.items():
        if IN_ONE_CASE.get(path, name) == name:
            (folder / SITE / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / SITE / path).write_bytes(data)
    (folder / DIAGNOSTICS).write_text(result.diagnostics, encoding="utf-8", newline="\n")


def differences(name: str, expected: Result, result: Result) -> list[str]:
    """Returns each file that is missing, was not expected, or differs, with what differs in it."""
    wanted = dict(expected.site)
    for path, case in IN_ONE_CASE.items():
        if case != name and expected.site:
            wanted[path] = result.site.get(path, b"")
    found = [f"missing: {path}" for path in sorted(wanted.keys() - result.site.keys())]
    found += [f"not expected: {path}" for path in sorted(result.site.keys() - wanted.keys())]
    for path in sorted(wanted.keys() & result.site.keys()):
        found += _compare(path, wanted[path], result.site[path])
    return [*found, *_compare(DIAGNOSTICS, expected.diagnostics.encode(), result.diagnostics.encode())]


@cache
def case_theme() -> Mapping[str, bytes]:
    """Returns the theme of the cases: their own templates, with the words of the packaged theme."""
    words = {path: data for path, data in theme_files().items() if path.startswith("strings/")}
    return {**words, **(files(THEME) or {})}


def _told(checked: Checked) -> str:
    """What was counted, and what a user reads, first in Chinese, then in English."""
    counts = checked.counts
    head = f"stopped at: {checked.stopped_at or '-'}\nstories: {counts.stories}\npages: {counts.pages}\n"
    found = counts.figures
    head += f"figures in texts: {found.found}, bound {found.bound}, derived {found.derived}, "
    head += f"excused {found.excused}, unexplained {found.unexplained}\n"
    parts = (f"\n--- {lang}\n{print_text(checked.diagnostics, lang) or _NOTHING[lang]}" for lang in _NOTHING)
    return head + "".join(parts)


def _compare(path: str, expected: bytes, actual: bytes) -> Iterator[str]:
    if expected == actual or (path.endswith(_IMAGES) and _looks(expected) == _looks(actual)):
        return
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (expected, actual))
    lines = unified_diff(before, after, "expected", "actual", n=1, lineterm="")
    yield "\n".join((f"differs: {path}", *lines))


def _looks(data: bytes) -> object:
    """What a picture is: another version of the encoder makes other bytes of the same picture."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        coarse = image.convert("RGB").resize((4, 4), Image.Resampling.BOX).tobytes()
        kept = sorted({*image.info} - {"progressive", "progression"})
        return image.format, image.size, kept, [round(value / 16) for value in coarse]
