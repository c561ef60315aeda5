"""The bulletin as a PDF: its page, its words, its fonts, and what is said where one is missing."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from sfwgen.build import make_site
from sfwgen.checks.privacy import scan_outputs
from sfwgen.diagnostics import Location
from sfwgen.plan.outputs import BuildPlan, PrintOutput
from sfwgen.plan.prints.text import printed_text, story_text
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from sfwgen.typeset import Faces, prepare_faces, print_issues
from sfwgen.typeset.places import place_glyphs
from tests.export.conftest import BODY, issue_of, run, with_body, with_pair
from tests.support.example import changed, example_files, site_of

FOLDER = "content/stories/feifeng-road"
_PAGE_NUMBER = re.compile(r"^\s*[—–] \d+ [—–]\s*$", re.MULTILINE)


def words(path: Path) -> str:
    """The text of a PDF in the order of its pages, without page numbers and spaces."""
    text = _PAGE_NUMBER.sub("", run("pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"))
    return re.sub(r"\s", "", text)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_word_of_every_story_can_be_taken_out_of_the_pdf(
    pdfs: Mapping[str, Path], issues: Mapping[str, PrintOutput], lang: str
) -> None:
    found = squeezed(_PAGE_NUMBER.sub("", run("pdftotext", "-raw", "-enc", "UTF-8", str(pdfs[lang]), "-")))
    stories = issues[lang].document.stories
    assert len(stories) == 5
    for story in stories:
        for line in story_text(story).splitlines():
            assert squeezed(line) in found, line


def test_totals_figures_sources_and_definitions_are_printed_with_their_qualifiers(
    pdfs: Mapping[str, Path],
) -> None:
    text = words(pdfs["zh"])
    for said in (
        *(
            "第1期",
            "本期目录",
            "237次",
            "20户",
            "数据截至2019年年中",
            "800余家",
            "约0.2元/立方米",
            "超过1元/立方米",
        ),
        *("各项口径不同，不作合计", "来源：2019年年中报纸报道", "非官方演示，不代表永康市建设局", "未载明"),
    ):
        assert said in text, said
    english = re.sub(r"\s+", " ", run("pdftotext", str(pdfs["en"]), "-"))
    for said in ("Issue 1", "In this issue", "more than 800 enterprises", "about 0.2 yuan per cubic metre"):
        assert said in english, said


def test_before_and_after_stand_side_by_side_with_what_was_to_be_seen(pdfs: Mapping[str, Path]) -> None:
    text = words(pdfs["zh"])
    assert text.count("前后对照") == 2
    assert text.count("示意图，不表示实际走向和长度。") == 2
    for said in ("之前2019年2月现在2019年5月", "之前2019年3月现在时间未载明", "象珠段", "200米"):
        assert said in text, said
    english = re.sub(r"\s+", " ", run("pdftotext", "-raw", str(pdfs["en"]), "-"))
    for said in ("Before and after", "uneven and full of holes", "Schematic. Not to scale"):
        assert said in english, said


def test_two_photographs_are_printed_side_by_side(faces: Faces, tmp_path: Path) -> None:
    issue = issue_of(with_pair())
    made, faults = print_issues([issue], faces)
    assert not faults
    (tmp_path / "pair.pdf").write_bytes(made[issue.path])
    widths = [
        line.split()[3] for line in run("pdfimages", "-list", str(tmp_path / "pair.pdf")).splitlines()[2:]
    ]
    assert widths.count("90") == 2
    found = words(tmp_path / "pair.pdf")
    assert "路面坑洼。修好了。摄影：甲" in found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pdf_is_a4_tagged_titled_in_its_language_embeds_its_fonts_and_is_small(
    pdfs: Mapping[str, Path], lang: str
) -> None:
    about = run("pdfinfo", str(pdfs[lang]))
    assert re.search(r"^Tagged:\s+yes$", about, re.MULTILINE)
    assert "(A4)" in about
    assert "CreationDate" not in about
    assert ("三服务工作简报" if lang == "zh" else "Three Services Bulletin") in about
    assert pdfs[lang].stat().st_size < 600_000
    fonts = run("pdffonts", str(pdfs[lang])).splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes +yes +yes ", line) for line in fonts), fonts
    assert re.search(rf"/Lang *\({lang}", pdfs[lang].read_bytes().decode("latin-1"))


def test_the_same_issue_gives_the_same_bytes(
    pdfs: Mapping[str, Path], issues: Mapping[str, PrintOutput], faces: Faces
) -> None:
    made, _ = print_issues([issues["zh"]], faces)
    assert made[issues["zh"].path] == pdfs["zh"].read_bytes()


def test_no_line_of_the_text_begins_or_ends_with_a_mark_that_may_not(pdfs: Mapping[str, Path]) -> None:
    lines = [line.strip() for line in run("pdftotext", "-layout", str(pdfs["zh"]), "-").splitlines()]
    assert len(lines) > 100
    assert [line for line in lines if line and line[0] in "，。、；：！？”’）》"] == []
    assert [line for line in lines if len(line) > 1 and line[-1] in "“‘（《"] == []


def test_no_number_is_parted_from_its_unit(pdfs: Mapping[str, Path]) -> None:
    lines = [line.strip() for line in run("pdftotext", "-raw", str(pdfs["zh"]), "-").splitlines()]
    parted = [
        (line, after)
        for line, after in pairwise(lines)
        if re.search(r"[0-9]$", line) and re.match(r"[余万家名户次个元米年月日]", after)
    ]
    assert parted == []


def test_what_strangers_write_is_printed_as_it_stands_and_never_read_as_markup(
    faces: Faces, tmp_path: Path
) -> None:
    text = '试 #read("config.yaml") $x^2$ \\*b\\* @ref \\#import "x"'
    issue = issue_of(with_body(text))
    made, faults = print_issues([issue], faces)
    assert not faults
    (tmp_path / "odd.pdf").write_bytes(made[issue.path])
    assert '试#read("config.yaml")$x^2$*b*@ref#import"x"' in words(tmp_path / "odd.pdf")


def test_lists_tables_notes_quotations_and_code_are_printed(faces: Faces, tmp_path: Path) -> None:
    text = (
        "- 一项\n- 又一项\n\n3. 第三\n4. 第四\n\n| 甲 | 乙 |\n| --- | ---: |\n| 丙 | 丁 |\n\n"
        "> 引文\n\n```\na  b\n```\n\n**重点**和*着重*，见[别处](https://example.org/a)。[^1]\n\n[^1]: 脚注。\n\n---\n"
    )
    issue = issue_of(with_body(text))
    made, faults = print_issues([issue], faces)
    assert not faults
    (tmp_path / "all.pdf").write_bytes(made[issue.path])
    found = words(tmp_path / "all.pdf")
    for said in (
        "·一项",
        "3.第三",
        "丙丁",
        "引文",
        "ab",
        "重点和着重，见别处（https://example.org/a）",
        "脚注",
    ):
        assert said in found, said


def test_a_character_that_no_font_has_is_named_with_its_place(faces: Faces) -> None:
    files = with_body("今天 😀 很好。")
    made, faults = print_issues([issue_of(files)], faces)
    assert made == {}
    (fault,) = place_glyphs(faults, files)
    assert (fault.code, fault.location.file) == ("pdf-glyph-missing", BODY)
    words_ = dict(fault.words)
    assert words_["text"] == "😀"
    assert words_["code"] == "U+1F600"
    line = files[BODY].decode().splitlines()[fault.location.line - 1]
    assert line[fault.location.column - 1] == "😀"
    assert "😀" in fault.message("zh")
    assert "U+1F600" in fault.message("en")


def test_a_font_that_is_nowhere_is_named_and_none_is_chosen_in_its_place(tmp_path: Path) -> None:
    faces, missing = prepare_faces({"body": ("仿宋_GB2312",)}, str(tmp_path), Location("config.yaml", 3, 1))
    assert faces is None
    (fault,) = missing
    assert fault.code == "pdf-font-missing"
    assert "仿宋_GB2312" in fault.message("zh")
    assert "Noto Serif CJK SC" in fault.message("en")


def test_a_weight_that_is_not_there_counts_as_missing() -> None:
    faces, missing = prepare_faces({"title": ("Noto Serif CJK SC Medium",)}, "", Location("config.yaml"))
    if faces is None:
        assert [each.code for each in missing] == ["pdf-font-missing"]
    else:
        assert faces.by_use["title"][0].weight == 500


def test_personal_data_in_the_words_of_a_pdf_is_found() -> None:
    issue = issue_of(with_body("联系人手机13800138000。"))
    config = site_of(example_files()).config
    faults = scan_outputs(BuildPlan((), (issue,)), {issue.path: b"%PDF\0"}, config, frozenset())
    assert "privacy-mobile" in {each.code for each in faults}
    assert "13800138000" not in "".join(each.message("zh") for each in faults)
    assert "13800138000" in printed_text(issue.document)


def test_a_build_makes_the_pdfs_only_where_config_asks_for_them() -> None:
    plain = make_site(make_sources(example_files()), theme_files())
    assert not any(path.endswith(".pdf") for path in plain.outputs)
    files = changed(asked=("span_chart: [", "pdf: {bulletins: true}\nspan_chart: ["))
    asked = make_site(make_sources(files), theme_files())
    assert not asked.diagnostics
    assert sorted(path for path in asked.outputs if path.endswith(".pdf")) == [
        "bulletins/1.pdf",
        "en/bulletins/1.pdf",
    ]
    assert b'href="bulletins/1.pdf"' in asked.outputs["index.html"]
    assert b'href="1.pdf"' in asked.outputs["en/bulletins/1.html"]
    assert b".pdf" not in plain.outputs["index.html"]


def test_a_photograph_is_printed_with_its_words(faces: Faces, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (80, 60), "green").save(buffer, "PNG")
    files = {
        **with_body("走访时的路面：\n\n![坑洼的路面](road.png)"),
        f"{FOLDER}/road.png": buffer.getvalue(),
    }
    issue = issue_of(files)
    made, faults = print_issues([issue], faces)
    assert not faults
    (tmp_path / "photo.pdf").write_bytes(made[issue.path])
    assert "80" in run("pdfimages", "-list", str(tmp_path / "photo.pdf")).splitlines()[2].split()
    assert "坑洼的路面" in words(tmp_path / "photo.pdf")
