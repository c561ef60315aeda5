"""Dates in texts: alike in both languages, and as the timeline says; dates of facts that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sfwgen.checks import check_site
from sfwgen.counters import aggregate
from sfwgen.diagnostics import Diagnostic, Severity
from sfwgen.figures.dates import dates_in
from sfwgen.prose import Document, check_prose
from sfwgen.prose.locate import Places
from sfwgen.prose.passages import passages_of
from tests.prose.projects import check, load, read
from tests.support.example import changed, example_files

GAS_ZH = "content/stories/gas-pipeline/index.zh.md"
GAS_EN = "content/stories/gas-pipeline/index.en.md"
END_ZH = "将由此得到全面满足。"
END_EN = "of Xiangzhu and Tangxian will be met in full.\n\n## Held"
_MONTHS = "January February March April May June July August September October November December".split()


def both(zh: str, en: str) -> dict[str, bytes]:
    """The example with a sentence more in each language."""
    return changed(zh=(END_ZH, END_ZH + zh), en=(END_EN, END_EN.replace("\n\n", f" {en}\n\n")))


def codes(faults: tuple[Diagnostic, ...]) -> list[str]:
    return sorted({each.code for each in faults})


def site_codes(files: dict[str, bytes]) -> list[str]:
    site, faults = load(files)
    assert not faults, faults
    found = codes(check_site(site, aggregate(site)[0]))
    return [code for code in found if "date" in code or "future" in code or "timeline" in code]


def test_a_day_that_the_translation_changes_is_told_with_both_places() -> None:
    files = both("6月27日通水。", "Water ran on 27 July.")
    (fault,) = check(files)
    assert (fault.code, fault.location.file, dict(fault.words)["other"]) == (
        "date-translation-differs",
        GAS_EN,
        "6月27日",
    )
    assert [place.file for place in fault.related] == [GAS_ZH]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("6月27日通水。", "Water ran on 27 June."),
        ("2018年年底前谈妥。", "Terms were agreed by the end of 2018."),
        ("6月下旬通水，“七一”前后回访。", "Water ran in late June; calls were paid around 1 July."),
        ("当天通水。", "Water ran on 27 June 2019."),
    ],
)
def test_dates_that_say_the_same_are_left_alone(zh: str, en: str) -> None:
    assert check(both(zh, en)) == ()


def test_a_step_of_the_timeline_has_the_date_that_the_text_gives_it() -> None:
    files = changed(step=("date: 2019-05\n    state: done", "date: 2019-04\n    state: done"))
    found = check(files)
    assert codes(found) == ["date-step-differs"]
    assert {place.file for each in found for place in each.related} == {GAS_ZH}


def test_a_year_to_come_is_told_unless_the_sentence_speaks_of_what_is_to_come() -> None:
    late = both("2021年3月验收。", "It was accepted in March 2021.")
    assert codes(check(late)) == ["date-in-future"]
    assert check(both("计划2021年3月验收。", "Acceptance is planned for March 2021.")) == ()


def test_a_timeline_runs_forward() -> None:
    files = changed(step=("date: 2019-02\n    state: stopped", "date: 2019-06\n    state: stopped"))
    assert "timeline-order" in site_codes(files)
    assert site_codes(changed()) == []


def test_the_date_of_a_story_is_one_that_something_in_it_bears_out() -> None:
    files = changed(date=("\ndate: 2019-05\nline: enterprises", "\ndate: 2019-04\nline: enterprises"))
    assert site_codes(files) == ["date-untold"]


def test_nothing_is_done_after_the_day_of_the_site() -> None:
    files = changed(
        step=("date: 2019-05\n    state: done", "date: 2029-05\n    state: done"),
    )
    assert "fact-in-future" in site_codes(files)
    open_ = changed(step=("date: 2019-05\n    state: done", "date: 2029-05\n    state: open"))
    assert "fact-in-future" not in site_codes(open_)


def told(files: dict[str, bytes], *, facts: bool = False) -> set[tuple[str, int]]:
    """Every place that a warning or an error names: of texts, and of facts as well."""
    site, prose = read(files)
    found = check_prose(site, prose, files)
    if facts:
        found += check_site(site, aggregate(site)[0])
    grave = [each for each in found if each.severity is not Severity.NOTE]
    return {(place.file, place.line) for each in grave for place in (each.location, *each.related)}


def text_seeds() -> Iterator[tuple[str, int, int, str, str]]:
    """Each date of each text with one of its numbers, or its month, changed: file, line, offset, old, new."""
    files = example_files()
    site, _ = load(files)
    places = Places(files)
    documents: tuple[Document, ...] = (*site.stories, *site.pages, *site.bulletins, *site.tallies)
    for document in documents:
        for lang in ("zh", "en"):
            for number, passage in enumerate(passages_of(document, lang)):
                for date in dates_in(passage.text, lang):
                    at = places.find(document, lang, number, date.start, date.text)
                    lines = files[at.file].decode().split("\n")
                    offset = sum(len(line) + 1 for line in lines[: at.line - 1]) + at.column - 1
                    if files[at.file].decode().startswith(date.text, offset):
                        for new in slips(date.text):
                            yield at.file, at.line, offset, date.text, new


def slips(text: str) -> Iterator[str]:
    for number in re.finditer(r"\d+", text):
        other = int(number[0]) % 12 + 1 if len(number[0]) < 3 else int(number[0]) - 1
        yield text[: number.start()] + str(other) + text[number.end() :]
    for month, other_month in zip(_MONTHS, (*_MONTHS[1:], _MONTHS[0]), strict=True):
        if month in text:
            yield text.replace(month, other_month)


SEEDS = sorted(set(text_seeds()))
STEPS = [
    pytest.param(file, match.start(1), match[1], id=f"{file.split('/')[2]} {match[1]}")
    for file, data in sorted(example_files().items())
    if file.startswith("content/stories/")
    for match in re.finditer(r"\bdate: (2019-\d\d)", data.decode())
]


def test_every_date_of_the_content_is_tried() -> None:
    assert len(SEEDS) >= 80
    assert len(STEPS) >= 10


@pytest.mark.parametrize(("file", "line", "offset", "old", "new"), SEEDS)
def test_a_single_wrong_date_is_found_at_its_line(
    file: str, line: int, offset: int, old: str, new: str
) -> None:
    files = dict(example_files())
    text = files[file].decode()
    files[file] = (text[:offset] + new + text[offset + len(old) :]).encode()
    assert (file, line) in told(files)


@pytest.mark.parametrize(("file", "offset", "date"), STEPS)
def test_a_wrong_date_among_the_facts_is_found(file: str, offset: int, date: str) -> None:
    files = dict(example_files())
    text = files[file].decode()
    wrong = f"2019-{int(date[-2:]) % 12 + 1:02}"
    files[file] = (text[:offset] + wrong + text[offset + len(date) :]).encode()
    assert told(files, facts=True)
