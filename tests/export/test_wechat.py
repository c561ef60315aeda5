"""The WeChat article: only what the platform keeps, nothing lost, and on the clipboard of a real browser."""

from __future__ import annotations

import hashlib
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from sfwgen.diagnostics import Location
from sfwgen.export.wechat import Article, Files, article_files, make_article
from sfwgen.export.wechat.article import make_digest
from sfwgen.model import Story
from sfwgen.plan.context import Context
from tests.export.conftest import context_of, with_body, with_pair
from tests.support.example import example_files

ALLOWED = {"section", "p", "span", "strong", "br", "table", "tbody", "tr", "td", "ul", "li", "blockquote"}
RICH = (
    "**重点**：共投入1200余万元。\n\n## 怎样做\n\n- 一项\n- 又一项\n\n3. 第三\n\n| 甲 | 乙 |\n| --- | ---: |\n| 丙 | 丁 |\n\n> 引文\n\n"
    "见[别处](https://example.org/a?b=1&c=2)，又见[别处](https://example.org/a?b=1&c=2)和[文章](https://mp.weixin.qq.com/s/x)。\n\n"
    "![路面](road.png)\n\n---\n"
)


def story_of(context: Context, slug: str) -> Story:
    return next(each for each in context.site.stories if each.slug == slug)


def article_of(context: Context, slug: str, lang: str = "zh") -> Article:
    language = next(each for each in context.languages if each.id == lang)
    return make_article(context, story_of(context, slug), language)


def png(width: int = 40, height: int = 30) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(buffer, "PNG")
    return buffer.getvalue()


def rich_files() -> dict[str, bytes]:
    return {**with_body(RICH), "content/stories/feifeng-road/road.png": png()}


@pytest.fixture(scope="module")
def rich() -> tuple[Article, Files]:
    """A story with every kind of block, a photograph and links."""
    context = context_of(rich_files())
    article = article_of(context, "feifeng-road")
    return article, article_files(context, article, Location("content/stories/feifeng-road/index.zh.md"))


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = _Elements()
    reader.feed(html)
    return reader.found


def test_only_elements_and_styles_that_the_platform_keeps_are_used(rich: tuple[Article, Files]) -> None:
    found = elements(rich[0].html)
    links = [attributes["href"] for tag, attributes in found if tag == "a"]
    assert links == ["https://mp.weixin.qq.com/s/x"]
    assert {tag for tag, _ in found} - {"a"} == ALLOWED - set()
    for tag, attributes in found:
        assert set(attributes) <= ({"href"} if tag == "a" else {"style"}), (tag, attributes)
        css = attributes.get("style") or ""
        assert not re.search(r"var\(|url\(|position|@|!important|\brem\b", css)


def test_a_link_becomes_a_number_and_its_address_stands_at_the_end_once(rich: tuple[Article, Files]) -> None:
    text = re.sub("<[^>]+>", "", rich[0].html)
    assert "见别处[1]，又见别处[1]和文章。" in text
    assert text.count("https://example.org/a?b=1&amp;c=2") == 1
    assert "[1] https://example.org/a?b=1&c=2" in rich[0].text


def test_a_number_stays_with_its_unit_and_every_figure_keeps_its_qualifier() -> None:
    article = article_of(context_of(example_files()), "gas-pipeline")
    for figure in ("800余家", "8.4万名"):
        assert f'<span style="white-space:nowrap;">{figure}</span>' in article.html
    for figure in ("约0.2元/立方米", "超过1元/立方米", "2000元/天"):
        assert re.search(rf'<td style="[^"]*white-space:nowrap;[^"]*">{figure}</td>', article.html)
        assert figure in article.text
    assert "只是个例，不计入合计" in article.html


def test_figures_are_no_references_what_they_rest_on_stands_below_the_text() -> None:
    article = article_of(context_of(example_files()), "gas-pipeline")
    assert "800余家企业和8.4万名群众" in re.sub("<[^>]+>", "", article.html)
    assert "#fig-" not in article.html + article.text
    assert "[1] https://sfw.yongkang.example/about.html" in article.text


def test_before_and_after_are_told_one_below_the_other_and_their_photographs_are_uploaded() -> None:
    drawn = article_of(context_of(example_files()), "gas-pipeline")
    text = re.sub("<[^>]+>", "", drawn.html)
    assert "前后对照之前　2019年2月象珠段部分地段的政策处理没有谈妥" in text
    assert "现在　2019年5月管道建成，从头到尾连通。" in text
    assert "示意图" not in text, "what is not drawn needs no label"
    assert "前后对照\n\n之前　2019年2月\n象珠段" in drawn.text
    article = article_of(context_of(with_pair()), "feifeng-road", "en")
    assert [each.alt for each in article.pictures] == ["A rough road", "A level road"]
    assert "Before · March 2019" in article.html
    assert "Done. By A" in article.html


def test_the_files_are_those_that_an_editor_needs(rich: tuple[Article, Files]) -> None:
    article, made = rich
    assert not made.diagnostics
    assert sorted(made.files) == [
        *("article.html", "article.txt", "copy.html", "images.json", "images/01.png", "meta.json"),
    ]
    meta = json.loads(made.files["meta.json"])
    assert meta["content_source_url"] == "https://sfw.yongkang.example/stories/feifeng-road.html"
    assert meta["characters"] == len(made.files["article.html"].decode())
    assert meta["cover"] == "images/01.png"
    assert meta["author"] == ""
    (image,) = json.loads(made.files["images.json"])
    assert image["sha256"] == hashlib.sha256(made.files["images/01.png"]).hexdigest()
    assert (image["width"], image["height"], image["alt"], image["place"]) == (40, 30, "路面", 1)
    assert "【图1】在此上传图片1：路面" in article.html
    assert "<img" not in article.html


def test_a_digest_is_made_of_whole_clauses_within_54_characters() -> None:
    assert make_digest("一句话。") == "一句话。"
    cut = make_digest("象珠段部分地段政策处理没有谈妥。" * 3 + "两镇800余家企业和8.4万名群众。")
    assert cut == "象珠段部分地段政策处理没有谈妥。" * 3
    assert len(make_digest("甲" * 30 + "，" + "乙" * 30)) <= 54


def test_an_article_that_is_too_long_and_a_title_that_is_are_told() -> None:
    context = context_of(with_body("很长的一段话。\n\n" * 2500))
    article = article_of(context, "feifeng-road")
    told = article_files(context, article, Location("x")).diagnostics
    assert [each.code for each in told] == ["wechat-too-long"]
    assert "20000" in told[0].message("zh")
    english = article_of(context_of(example_files()), "taxiu-village", "en")
    codes = {each.code for each in article_files(context, english, Location("x")).diagnostics}
    assert codes == {"wechat-title-long"}


def test_the_button_puts_the_article_on_the_clipboard_and_it_pastes_formatted(
    browser: Browser, rich: tuple[Article, Files], tmp_path: Path
) -> None:
    article, made = rich
    for path, data in made.files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / "editor.html").write_text(
        '<!DOCTYPE html><div id="editor" contenteditable="true"></div>', "utf-8"
    )
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto((tmp_path / "copy.html").as_uri())
    assert page.locator("button").all_text_contents() == ["复制全文", "复制标题", "复制摘要", "复制原文链接"]
    page.click("#copy")
    page.locator("#said:not(:empty)").wait_for()
    assert page.text_content("#said") == "已复制，到公众号后台的编辑框里粘贴。"
    kinds = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          return [item.types, await (await item.getType("text/plain")).text()];
        }"""
    )
    assert set(kinds[0]) == {"text/html", "text/plain"}
    assert kinds[1] == article.text
    assert page.evaluate("document.querySelector('figure img').naturalWidth") == 40
    page.goto((tmp_path / "editor.html").as_uri())
    page.click("#editor")
    page.keyboard.press("Control+V")
    pasted = page.inner_html("#editor")
    assert "1200余万元" in pasted
    assert re.search(r'<span style="[^"]*white-space: ?nowrap[^"]*">1200余万元', pasted)
    assert page.evaluate("getComputedStyle(document.querySelector('#editor table td')).fontSize") == "15px"
    assert page.evaluate("document.querySelectorAll('#editor ul li').length") >= 2
    context.close()
    assert wrong == []
