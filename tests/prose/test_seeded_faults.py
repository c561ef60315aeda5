"""Any single fault in any number of the real content is found, at its line, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sfwgen.figures import Found
from sfwgen.prose import Bond, Text
from sfwgen.prose.locate import locate, make_cursors, make_source
from tests.prose.projects import check, load, read
from tests.support.example import example_files

_DIGIT = re.compile(r"\d")
_WORDS = {"两": "三", "two": "three", "三": "四"}


def _places() -> Iterator[tuple[str, int, int, str]]:
    """Each figure of each text: its file, line, offset in the file, and how it is written there."""
    _, prose = read(example_files())
    for text in prose.texts:
        yield from _places_of(text)


def _places_of(text: Text) -> Iterator[tuple[str, int, int, str]]:
    for number, passage in enumerate(text.passages):
        source = make_source(passage.start.file, example_files()[passage.start.file])
        for binding in text.bindings:
            if binding.passage != number or binding.bond is Bond.EXCUSED:
                continue
            found = binding.found
            where = locate(
                source, passage, make_cursors(source, text.passages)[number], found.start, found.text
            )
            lines = source.text.split("\n")
            offset = sum(len(line) + 1 for line in lines[: where.line - 1]) + where.column - 1
            written = _written(source.text, offset, found)
            if written:
                yield where.file, where.line, offset, written


def _written(text: str, offset: int, found: Found) -> str:
    """The figure as the file has it: white space in it may be a line break."""
    pattern = r"\s+".join(re.escape(word) for word in found.text.split())
    match = re.compile(pattern).match(text, offset)
    return match[0] if match else ""


PLACES = sorted(set(_places()))


def seeds(written: str) -> dict[str, str]:
    """The figure with one fault, by the name of the fault."""
    found = {}
    digit = _DIGIT.search(written)
    if digit:
        other = str((int(digit[0]) + 1) % 10 or 3)
        found["another digit"] = written[: digit.start()] + other + written[digit.end() :]
        last = list(_DIGIT.finditer(written))[-1]
        if "." not in written:
            found["a zero more"] = written[: last.end()] + "0" + written[last.end() :]
    for word, other in _WORDS.items():
        if word in written:
            found["another word"] = written.replace(word, other)
    for qualifier in ("余", "约", "超过", "about ", "more than ", "More than "):
        if qualifier in written:
            found["no qualifier"] = written.replace(qualifier, "")
    if "万" in written:
        found["万 lost"] = written.replace("万", "")
        found["亿 for 万"] = written.replace("万", "亿")
    if not any(word in written for word in ("余", "约", "超过", "about", "ore than")):
        found["a qualifier too many"] = f"约{written}" if _is_chinese(written) else f"about {written}"
    return found


def _is_chinese(text: str) -> bool:
    return any(character >= "一" for character in text)


CASES = [
    pytest.param(*place, fault, id=f"{place[0].removeprefix('content/')}:{place[1]} {fault}: {place[3]!r}")
    for place in PLACES
    for fault in seeds(place[3])
]


def test_every_figure_of_the_content_is_tried() -> None:
    assert len(PLACES) >= 50
    assert len(CASES) >= 150


@pytest.mark.parametrize(("file", "line", "offset", "written", "fault"), CASES)
def test_a_single_fault_is_found_at_its_line(
    file: str, line: int, offset: int, written: str, fault: str
) -> None:
    files = dict(example_files())
    text = files[file].decode()
    assert text.startswith(written, offset)
    files[file] = (text[:offset] + seeds(written)[fault] + text[offset + len(written) :]).encode()
    told = [(each.location.file, each.location.line) for each in check(files)]
    assert (file, line) in told


DATA = [
    pytest.param(file, match.start(1), match[1], id=f"{file.removeprefix('content/')}: {match[1]}")
    for file, data in sorted(example_files().items())
    if file.startswith(("content/stories/", "content/tallies/"))
    for match in re.finditer(r"\bvalue: ([^\n,}]+)", data.decode())
    if not file.startswith("content/tallies/") or "5个" in match[1]
]


@pytest.mark.parametrize(("file", "offset", "written"), DATA)
def test_a_fault_in_the_data_makes_the_texts_disagree(file: str, offset: int, written: str) -> None:
    if file.startswith("content/tallies/") and not example_files()[file].decode()[:offset].endswith(
        "service_teams, value: "
    ):
        return
    files = dict(example_files())
    text = files[file].decode()
    wrong = written.replace("两", "三") if "两" in written else _DIGIT.sub("7", written, count=1)
    files[file] = (text[:offset] + wrong + text[offset + len(written) :]).encode()
    site, faults = load(files)
    assert site.stories
    assert faults or check(files)
