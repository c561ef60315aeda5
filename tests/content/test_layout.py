"""Which file of a project is what, by its name and place alone."""

from __future__ import annotations

import pytest

from sfwgen.content.layout import lay_out
from tests.content.projects import PAGE, STORY, TRANSLATION, faults, good, load, sound


def _texts() -> tuple[bytes, bytes]:
    return sound()[STORY], sound()[TRANSLATION]


def test_stories_may_be_nested_and_are_called_by_their_last_folder() -> None:
    zh, en = _texts()
    site = good({"content/stories/2019/gas/index.zh.md": zh, "content/stories/2019/gas/index.en.md": en})
    assert [each.slug for each in site.stories] == ["feifeng-road", "gas"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/stories/2019/feifeng-road/index.zh.md", "slug-repeated"),
        ("content/stories/Feifeng-Road/index.zh.md", "slug-repeated"),
        ("content/stories/飞凤路/index.zh.md", "slug-invalid"),
        ("content/stories/gas_line/index.zh.md", "slug-invalid"),
        ("content/stories/gas line/index.zh.md", "slug-invalid"),
        ("content/stories/-gas/index.zh.md", "slug-invalid"),
        ("content/stories/gas.line/index.zh.md", "slug-invalid"),
        ("content/stories/gas--line/index.zh.md", "slug-invalid"),
    ],
)
def test_names_that_would_collide_or_break_an_address_are_refused(path: str, code: str) -> None:
    assert code in [each.partition(" ")[0] for each in faults({path: _texts()[0]})]


def test_slugs_that_collide_name_both_folders() -> None:
    found = load({"content/stories/2019/feifeng-road/index.zh.md": _texts()[0]})[1]
    (again,) = [each for each in found if each.code == "slug-repeated"]
    assert again.location.file == "content/stories/feifeng-road"
    assert [each.file for each in again.related] == ["content/stories/2019/feifeng-road"]
    assert "content/stories/2019/feifeng-road" in again.message("zh")


def test_a_story_and_a_page_may_have_the_same_name() -> None:
    good({"content/pages/feifeng-road/index.zh.md": sound()[PAGE]})


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/stories/gas.zh.md", "document-outside-folder content/stories/gas.zh.md"),
        ("content/pages/index.zh.md", "document-outside-folder content/pages/index.zh.md"),
        (
            "content/stories/feifeng-road/index.md",
            "document-language-missing content/stories/feifeng-road/index.md",
        ),
        (
            "content/stories/feifeng-road/INDEX.MD",
            "document-language-missing content/stories/feifeng-road/INDEX.MD",
        ),
        (
            "content/stories/feifeng-road/index.fr.md",
            "document-language-undeclared content/stories/feifeng-road/index.fr.md",
        ),
        ("content/stories/gas/index.en.md", "default-language-missing content/stories/gas"),
        ("content/stories/gas/Index.zh.md", "default-language-missing content/stories/gas"),
        ("content/bulletins/issue-002.yml", "file-ending-yml content/bulletins/issue-002.yml"),
        ("content/vocabulary/metric.yaml", "file-unknown content/vocabulary"),
        ("content/tallies/2019.txt", "file-unknown content/tallies"),
        ("content/stories/feifeng-road/说明.docx", "file-unknown content/stories/feifeng-road"),
        ("content/stories/feifeng-road/video.mp4", "file-unknown content/stories/feifeng-road"),
        ("content/notes.md", "file-unknown content"),
        ("content/story/gas/index.zh.md", "file-unknown content/story/gas"),
    ],
)
def test_a_file_that_would_be_passed_over_in_silence_is_told(path: str, expected: str) -> None:
    assert expected in faults({path: _texts()[1]})


def test_unknown_files_of_one_folder_are_told_together() -> None:
    found = load({f"content/tallies/{name}.txt": "" for name in ("甲", "乙", "丙")})[1]
    assert [(each.code, str(each.severity)) for each in found] == [("file-unknown", "warning")]
    assert "丙.txt" in found[0].message("zh")


@pytest.mark.parametrize("path", ["road.jpg", "ROAD.JPEG", "images/road.png", "现场照片.webp", "map.gif"])
def test_pictures_belong_to_the_story_whose_folder_they_are_in(path: str) -> None:
    good({f"content/stories/feifeng-road/{path}": b"\xff\xd8"})


def test_registers_are_spreadsheets() -> None:
    described = "title: {zh: 台账, en: Register}\nmetric: road_length\ncolumns: [{name: date, field: date}]\n"
    rows = b"date\n2019-05-01\n"
    good({"content/registers/2019/visits.yaml": described, "content/registers/2019/visits.csv": rows})
    assert faults({"content/registers/visits.csv": rows}) == [
        "register-undescribed content/registers/visits.csv"
    ]
    assert faults({"content/registers/visits.xls": b""}) == ["file-unknown content/registers"]


def test_files_outside_content_are_none_of_its_business() -> None:
    assert lay_out(["README.md", "templates/x.html", "site/index.html", "contents/x.md"]).faults == ()


def test_the_order_of_files_does_not_matter() -> None:
    files = sound()
    assert lay_out(files) == lay_out(reversed(files))
