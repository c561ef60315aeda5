"""Headings, tables, lists, footnotes, code: what the HTML of a text looks like."""

import pytest

from sfwgen.model import Heading
from tests.content.markdown.reading import codes_of, html_of, read


def test_a_heading_has_an_anchor_of_its_own_words() -> None:
    body, faults = read("## 天然气 管道\n\n### Gas, and 8.4万 people!\n")
    assert body.headings == (
        Heading(2, "天然气 管道", "天然气-管道"),
        Heading(3, "Gas, and 8.4万 people!", "gas-and-8-4万-people"),
    )
    assert '<h2 id="天然气-管道">天然气 管道</h2>' in body.parts[0]  # type: ignore[operator]  # one piece of text
    assert faults == ()


def test_repeated_headings_are_numbered_and_never_clash() -> None:
    body, _ = read("## 甲\n\n## 甲\n\n## 甲 2\n\n## 甲\n\n## ！\n\n## ？\n")
    anchors = [heading.anchor for heading in body.headings]
    assert anchors == ["甲", "甲-2", "甲-2-2", "甲-3", "section", "section-2"]


def test_an_anchor_does_not_change_when_another_heading_is_put_before_it() -> None:
    assert read("## 乙\n")[0].headings[0].anchor == read("## 甲\n\n## 乙\n")[0].headings[1].anchor


def test_markup_in_a_heading_is_not_part_of_its_text() -> None:
    assert read("## **甲** `b` & {~一~} <small>c</small>\n")[0].headings == (
        Heading(2, "甲 b & 一 c", "甲-b-一-c"),
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲\n\n# 乙\n", ["heading-level 3:1"]),
        ("乙\n===\n", ["heading-level 1:1"]),
        ("<h1>乙</h1>\n", ["heading-level 1:1"]),
        ("- # 乙\n", ["heading-level 1:3"]),
        ("## 甲\n\n#### 乙\n", ["heading-skip 3:1"]),
        ("### 甲\n", ["heading-skip 1:1"]),
        ("## 甲\n\n### 乙\n\n#### 丙\n\n## 丁\n", []),
        ("甲\n\n##\n", ["heading-empty 3:1"]),
    ],
)
def test_headings_begin_at_level_two_and_go_down_step_by_step(source: str, expected: list[str]) -> None:
    assert codes_of(source) == expected


def test_table_heads_have_a_scope_and_alignment_is_a_class() -> None:
    html = html_of("| 甲 | 乙 | 丙 |\n|:--|--:|---|\n| 1 | 2 | 3 |\n")
    assert '<th scope="col" class="al-left">甲</th>' in html
    assert '<th scope="col" class="al-right">乙</th>\n<th scope="col">丙</th>' in html
    assert '<td class="al-left">1</td>\n<td class="al-right">2</td>\n<td>3</td>' in html
    assert "style" not in html


def test_footnotes_are_numbered_in_the_order_of_the_text_and_lead_back() -> None:
    html = html_of("甲[^二]乙[^a b]\n\n[^a b]: 第二条\n\n[^二]: 第一条\n")
    assert '甲<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup>' in html
    assert '<div class="footnotes" role="doc-endnotes">\n<ol>\n<li id="fn:1">\n<p>第一条' in html
    assert (
        '<li id="fn:2">\n<p>第二条&nbsp;<a class="footnote-backref" href="#fnref:2" role="doc-backlink">'
        in html
    )
    assert "title" not in html


def test_a_footnote_used_twice_leads_back_to_both_places() -> None:
    html = html_of("甲[^1]乙[^1]\n\n[^1]: 注\n")
    for reference in ("fnref:1", "fnref2:1"):
        assert html.count(f'id="{reference}"') == 1
        assert html.count(f'href="#{reference}"') == 1


def test_a_footnote_without_a_note_or_without_a_mark_is_an_error() -> None:
    assert codes_of("甲[^1]\n\n[^2]: 注\n") == ["footnote-missing 1:2", "footnote-unused 3:1"]


@pytest.mark.parametrize("note", ["[^1]:", "[^1]: [a]: https://a.cn/", "[^1]: [^2]: 注"])
def test_a_footnote_without_text_is_an_error(note: str) -> None:
    assert "footnote-missing 1:2" in codes_of(f"甲[^1]\n\n{note}\n")


def test_code_is_shown_as_it_is() -> None:
    assert html_of("```html\n<b>*a*</b> &amp;\n```\n") == (
        "<pre><code>&lt;b&gt;*a*&lt;/b&gt; &amp;amp;\n</code></pre>"
    )
    assert codes_of("甲\n\n~~~\n<script>\n~~~\n") == []


def test_code_that_never_ends_is_an_error() -> None:
    assert codes_of("甲\n\n```\n乙\n") == ["markdown-fence-unclosed 3:1"]


def test_bold_beside_chinese_quotation_marks_is_bold() -> None:
    assert html_of("**“天然气”**平台") == "<p><strong>“天然气”</strong>平台</p>"
    assert html_of("**重点：**内容") == "<p><strong>重点：</strong>内容</p>"


def test_numbered_lists_keep_their_first_number() -> None:
    assert html_of("3. 甲\n4. 乙\n") == '<ol start="3">\n<li>甲</li>\n<li>乙</li>\n</ol>'


def test_elements_that_hold_nothing_are_left_out() -> None:
    assert html_of("甲\n\n<p></p>\n\n<div><span> </span></div>\n") == "<p>甲</p>"


def test_stray_parts_of_lists_are_unwrapped() -> None:
    assert html_of("<li>甲</li>") == "甲"


def test_a_template_is_plain_text() -> None:
    assert html_of("{{ 7*7 }} {% raw %}") == "<p>{{ 7*7 }} {% raw %}</p>"


def test_nothing_but_blank_is_an_empty_body() -> None:
    assert read("\n \n")[0].parts == ()
