"""Line ends within a paragraph."""

import pytest

from tests.content.markdown.reading import html_of


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("天然气\n管道", "天然气管道"),
        ("天然气，\n管道", "天然气，管道"),
        ("天然气\n（管道）", "天然气（管道）"),
        ("《办法》\n印发", "《办法》印发"),
        ("他说“好”\n然后", "他说“好”然后"),
        ("　　天然气\n　　管道", "天然气管道"),
        ("**天然气**\n管道", "<strong>天然气</strong>管道"),
        ("天然气\n**管道**", "天然气<strong>管道</strong>"),
        ("共\n800余家", "共800余家"),
        ("800\n余家", "800余家"),
        ("共\n{=a}\n企业", "共⟦a⟧企业"),
        ("见[甲\n乙](https://a.cn/)\n丙", '见<a href="https://a.cn/" rel="noopener external">甲乙</a>丙'),
        ("使用\nGDP\n数据", "使用\nGDP\n数据"),
        ("natural\ngas", "natural\ngas"),
        ("the “gas”\nline", "the “gas”\nline"),
        ("in 2019\nthe line", "in 2019\nthe line"),
        ("甲  \n乙", "甲<br>\n乙"),
        ("GDP，\nCPI", "GDP，CPI"),
    ],
)
def test_lines_of_chinese_run_on_and_words_stay_apart(source: str, expected: str) -> None:
    assert html_of(source) == f"<p>{expected}</p>"


def test_lines_run_on_in_lists_and_tables_and_quotes_too() -> None:
    assert html_of("- 甲\n乙\n- 丙\n    丁") == "<ul>\n<li>甲乙</li>\n<li>丙丁</li>\n</ul>"
    assert html_of("> 甲\n> 乙") == "<blockquote>\n<p>甲乙</p>\n</blockquote>"


def test_code_keeps_its_lines() -> None:
    assert html_of("    甲\n    乙\n") == "<pre><code>甲\n乙\n</code></pre>"
    assert html_of("```\n甲\n乙\n```") == "<pre><code>甲\n乙\n</code></pre>"


def test_paragraphs_stay_apart() -> None:
    assert html_of("甲\n\n乙") == "<p>甲</p>\n<p>乙</p>"
