"""A form of words is told where it stands, also in a text beside the facts and in a folded summary."""

from __future__ import annotations

from sfwgen.build.pipeline import check
from tests.build.projects import ROOT, STORY, STORY_EN, disk_with, small_project

GLOSSARY = "content/vocabulary/glossary.yaml"
TERM = """\
public-rental-housing:
  zh: 公租房
  en: [public rental housing]
  avoid: {zh: [廉租房], en: [low-rent housing]}
"""


def places(zh: str, en: str) -> list[tuple[str, int, int]]:
    """Where forms to avoid are told."""
    disk = disk_with({**small_project(), GLOSSARY: TERM, STORY: zh, STORY_EN: en})
    told = [each for each in check(disk, ROOT).diagnostics if each.code == "term-avoided"]
    return [(each.location.file, each.location.line, each.location.column) for each in told]


def standing(file: str, text: str, form: str) -> list[tuple[str, int, int]]:
    """Where a form stands in a file."""
    lines = enumerate(text.split("\n"), 1)
    return [(file, number, line.index(form) + 1) for number, line in lines if form in line]


def test_each_occurrence_of_a_form_to_avoid_is_told_at_its_line_and_column() -> None:
    zh, en = small_project()[STORY], small_project()[STORY_EN]
    zh = zh.replace(
        "\nline:", "\nunknown:\n  - {zh: 廉租房何时交付, en: When low-rent housing is ready}\nline:", 1
    )
    zh += "\n又看了廉租房。\n"
    en = en.replace("\n---\n", "\n---\nSome low-rent housing was seen.\n\n", 1)
    head, summary, tail = en.partition("summary:")
    line, _, rest = tail.partition("\n")
    en = f"{head}{summary} >-\n  Of{line}\n  and of low-rent housing.\n{rest}"
    expected = [
        *standing(STORY_EN, en, "low-rent housing"),
        *standing(STORY, zh, "low-rent housing"),
        *standing(STORY, zh, "廉租房"),
    ]
    assert len(expected) == 5
    assert sorted(places(zh, en)) == sorted(expected)
