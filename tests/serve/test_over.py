"""What the preview lays over a page: its state, what is wrong, and both languages; never in the site's files."""

from __future__ import annotations

import re
from functools import cache

import pytest

from sfwgen.serve import Preview
from sfwgen.serve.making import Maker
from sfwgen.serve.pages import answer
from sfwgen.serve.preview import next_preview
from tests.build.projects import ROOT, STORY, STORY_EN, disk_with, save, small_project

PAGE = "/stories/feifeng-road.html"
TEXT = small_project()[STORY]
CONFIG = small_project()["config.yaml"]
LAID_OVER = re.compile(
    r'<link rel="stylesheet" href="/sfwgen-preview\.css">|<script src="/(?:livereload|sfwgen-preview)\.js[^>]*></script>'
    r'|<div id="sfwgen-over">.*</(?:aside|section)></div>|<base target="_top">| ws://(?:127\.0\.0\.1|localhost):8000',
    re.DOTALL,
)


def previewed(*saves: tuple[str, str | None], lang: str = "zh") -> Preview:
    """What is shown of the small project after some saves, one after the other; None takes a file away."""
    files = small_project()
    disk = disk_with(files)
    maker, preview = Maker(disk, ROOT), Preview()
    for path, text in (("config.yaml", CONFIG), *saves):
        if text is None:
            disk.delete(f"{ROOT}/{path}")
        else:
            save(disk, path, text)
        made = maker.make((), lambda *_: None)
        preview = next_preview(preview, made.checked, lang, made.material)
    return preview


@cache
def sound() -> Preview:
    return previewed()


def page(preview: Preview, address: str = PAGE, lang: str = "zh") -> str:
    return answer(preview, address, lang=lang, port=8000).body.decode()


def bar(preview: Preview, address: str = PAGE, lang: str = "zh") -> list[str]:
    """The statements in the bar of a page."""
    laid_over = page(preview, address, lang).partition('id="sfwgen-preview"')[2]
    line = laid_over.partition("<summary>")[2].partition("</summary>")[0]
    return re.findall(r"<span class=\"(?:plain|mark|alarm)\">([^<]+)</span>", line)


def test_beneath_the_bar_a_page_is_byte_for_byte_that_of_the_site() -> None:
    for path, data in sound().outputs.items():
        for query in ("", "?sfwgen=frame&v=1"):
            shown = (
                page(sound(), f"/{path}{query}")
                if path.endswith(".html")
                else data.decode("utf-8", "replace")
            )
            assert LAID_OVER.sub("", shown) == data.decode("utf-8", "replace"), path
            assert "sfwgen-over" not in data.decode("utf-8", "replace")


def test_the_bar_tells_how_a_story_stands() -> None:
    assert bar(sound()) == ["English 译文未确认", "数字 4 个，有依据 4 个"]
    assert bar(sound(), lang="en") == ["English translation not confirmed", "4 figures, 4 with a source"]
    assert "content/stories/feifeng-road/index.en.md" in page(sound())


def test_a_page_of_the_whole_site_counts_what_the_public_cannot_see() -> None:
    assert bar(sound(), "/index.html") == ["这一页由全站内容汇总而成"]
    held = previewed((STORY, TEXT.replace("line:", "draft: true\nline:")))
    assert bar(held, "/index.html")[1:] == ["草稿和定时内容 1 篇"]
    assert "&quot;stories/feifeng-road.html&quot;: &quot;草稿&quot;" in page(held, "/index.html")


def test_drafts_scheduled_stories_and_missing_translations_are_marked() -> None:
    draft = previewed((STORY, TEXT.replace("line:", "draft: true\npublish_at: 2030-01-02 09:30\nline:")))
    assert bar(draft)[:2] == ["草稿", "定时 2030-01-02 09:30 公开"]
    alone = previewed((STORY_EN, None))
    assert bar(alone)[0] == "English 没有译文"


def test_reviews_that_are_asked_for_are_counted() -> None:
    asked = previewed(("config.yaml", f"{CONFIG}reviews: {{stories: [编辑<b>, 主任]}}\n"))
    assert bar(asked)[-1] == "审核 0/2"
    assert "第 1 轮 编辑&lt;b&gt;：未审" in page(asked)


def test_figures_without_a_source_are_counted_where_they_are_no_error() -> None:
    lax = ("config.yaml", f"{CONFIG}figures: {{stories: warn}}\n")
    loose = previewed(lax, (STORY, f"{TEXT}\n另有37户受益。\n"))
    assert bar(loose)[1] == "数字 5 个，有依据 4 个，无依据 1 个"
    assert bar(loose)[2] == "提醒 1 条"
    assert "index.zh.md:13:3: warning[figure-unexplained]" in page(loose)


@pytest.mark.parametrize(("lang", "said"), [("zh", "预览没有更新"), ("en", "The preview was not updated")])
def test_faults_lie_over_the_last_good_page_with_file_and_line_in_the_chosen_language(
    lang: str, said: str
) -> None:
    spoilt = TEXT.replace("title:", "titel: <img src=x onerror=alert(1)>").replace("line:", "lime:")
    shown = page(previewed((STORY, spoilt), lang=lang), lang=lang)
    assert "飞凤社区黄土路整修完成" in shown
    assert said in shown
    assert shown.count('<pre class="error">content/stories/feifeng-road/index.zh.md:') >= 2
    assert "titel: &lt;img src=x onerror=alert(1)&gt;" in shown
    assert "<img src=x" not in shown


def test_languages_stand_side_by_side_in_frames_of_the_same_origin() -> None:
    both = page(sound(), "/sfwgen-both/en/stories/feifeng-road.html")
    frames = re.findall(r'<iframe src="([^"?]+)\?sfwgen=frame&amp;v=[0-9a-f]+"', both)
    assert frames == ["/stories/feifeng-road.html", "/en/stories/feifeng-road.html"]
    assert "frame-src 'self'" in both
    assert 'href="/en/stories/feifeng-road.html">回到这一页' in both
    assert answer(sound(), "/sfwgen-both/no.html", lang="zh", port=8000).status == 404
    assert answer(sound(), "/sfwgen-both/../config.yaml", lang="zh", port=8000).status == 404


def test_a_framed_page_has_nothing_laid_over_it() -> None:
    framed = page(sound(), f"{PAGE}?sfwgen=frame&v=0")
    assert '<base target="_top">' in framed
    assert "sfwgen-over" not in framed
    assert "livereload" not in framed
