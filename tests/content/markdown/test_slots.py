"""`{=id}` and `{~text~}` in a body."""

import pytest

from sfwgen.model import FigureSlot
from tests.content.markdown.reading import FILE, codes_of, html_of, read


def test_a_figure_cuts_the_text_where_it_stands_and_knows_its_place() -> None:
    body, faults = read("两镇共\n有{=supplied}企业。\n", line=12)
    assert faults == ()
    assert body.parts[0] == "<p>两镇共有"
    figure = body.parts[1]
    assert isinstance(figure, FigureSlot)
    assert (figure.figure, figure.location.file) == ("supplied", FILE)
    assert (figure.location.line, figure.location.column) == (13, 2)
    assert body.parts[2] == "企业。</p>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**{=a}**家", "<p><strong>⟦a⟧</strong>家</p>"),
        ("_{=a}_", "<p><em>⟦a⟧</em></p>"),
        ("{=a}{=b}", "<p>⟦a⟧⟦b⟧</p>"),
        ("{= a }", "<p>⟦a⟧</p>"),
        ("[{=a}家](https://a.cn/)", '<p><a href="https://a.cn/" rel="noopener external">⟦a⟧家</a></p>'),
        ("> {=a}", "<blockquote>\n<p>⟦a⟧</p>\n</blockquote>"),
        ("- {=a}\n- b", "<ul>\n<li>⟦a⟧</li>\n<li>b</li>\n</ul>"),
        ('<div lang="en">{=a}</div>', '<div lang="en">⟦a⟧</div>'),
        ("术语\n:   {=a}", "<dl>\n<dt>术语</dt>\n<dd>⟦a⟧</dd>\n</dl>"),
    ],
)
def test_a_figure_may_stand_wherever_text_stands(source: str, expected: str) -> None:
    assert html_of(source) == expected
    assert codes_of(source) == []


def test_a_figure_in_a_table_and_in_a_footnote_is_kept() -> None:
    html = html_of("a[^1]\n\n| x |\n|---|\n| {=t} |\n\n[^1]: 注{=n}\n")
    assert "<td>⟦t⟧</td>" in html
    assert "<p>注⟦n⟧" in html


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("甲`{=a}`", "1:3"),
        ("甲\n\n    {=a}\n", "3:5"),
        ("```\n{=a}\n```", "2:1"),
        ("[甲](../{=a}/)", "1:8"),
        ("![{=a}](a.jpg)", "1:3"),
        ('[甲](https://a.cn/ "{=a}")', "1:20"),
        ('<span lang="{=a}">甲</span>', "1:13"),
        ("甲 <!-- {=a} -->", "1:8"),
        ("<script>{=a}</script>", "1:9"),
        ("甲`{~一包~}`", "1:3"),
        ("**甲{~乙**丙~}", "1:4"),
        ("- 甲{~乙\n- 丙~}", "1:4"),
        ("[a]: {=a}", "1:6"),
    ],
)
def test_a_mark_that_comes_to_nothing_is_an_error_where_it_stands(source: str, place: str) -> None:
    assert f"slot-lost {place}" in codes_of(source)


@pytest.mark.parametrize("source", ["甲{=a", "甲{=a\n}", "甲{~乙", "甲{~乙\n\n丙~}", "甲{=a｝"])
def test_a_mark_without_its_end_is_an_error_of_its_own(source: str) -> None:
    assert codes_of(source)[0] == "slot-unclosed 1:2"


def test_an_end_without_a_beginning_is_told_too() -> None:
    assert codes_of("甲~}") == ["slot-unclosed 1:2"]


def test_an_id_is_a_word() -> None:
    assert codes_of("{=a b}{=}{=-}") == ["slot-id 1:1", "slot-id 1:7", "slot-id 1:10"]


def test_text_without_figures_is_marked_for_the_check_of_the_prose() -> None:
    assert html_of("开展{~一包四联~}工作") == '<p>开展<span class="no-figure">一包四联</span>工作</p>'
    assert html_of("{~**一包**四联~}") == '<p><span class="no-figure"><strong>一包</strong>四联</span></p>'
    assert html_of("{~甲\n乙~}") == '<p><span class="no-figure">甲乙</span></p>'


def test_a_backslash_shows_the_braces() -> None:
    assert html_of(r"写成 \{=id} 和 \{~字") == "<p>写成 {=id} 和 {~字</p>"
    assert codes_of(r"写成 \{=id}") == []


def test_a_figure_in_a_heading_is_refused() -> None:
    assert codes_of("## 甲 {=a}\n") == ["figure-in-heading 1:6"]


def test_the_marks_used_inside_cannot_be_written_by_hand() -> None:
    forged = "\ue000\ue010\ue000"
    assert codes_of(f"甲{forged}{{=a}}")[0] == "character-private-use 1:2"
    assert codes_of("甲&#xE000;&#57360;") == ["character-reference 1:2", "character-reference 1:10"]
