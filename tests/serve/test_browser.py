"""The preview as an author sees it, in a browser: on a phone and on a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.build.projects import STORY, small_project
from tests.serve.conftest import PATIENCE, Served
from tests.site.browsing import SPILLING, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

PAGE = "/stories/feifeng-road.html"
DRAFT = small_project()[STORY].replace("line:", "draft: true\nline:")
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 800}


def test_the_bar_marks_drafts_stays_open_and_leads_to_both_languages(
    served: Served, browser: Browser
) -> None:
    complaints: list[str] = []
    served.save(STORY, DRAFT)
    served.wait_for(lambda: "草稿和定时内容 1 篇" in served.get("/").text)
    with browser.new_context(viewport=PHONE) as context:
        context.set_default_timeout(PATIENCE * 1000)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        base = f"http://127.0.0.1:{served.port}"
        page.goto(f"{base}/")
        assert page.locator("main .sfwgen-held").first.text_content() == "草稿"
        assert page.evaluate(SPILLING) == []

        page.goto(f"{base}{PAGE}")
        assert page.locator(".sfwgen-held").count() == 0, "links of a draft to itself need no mark"
        page.locator("#sfwgen-preview summary").click()
        page.get_by_text("草稿不会发布").wait_for()
        # The browser tells the page a moment later that the bar was opened.
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        page.reload()
        page.get_by_text("草稿不会发布").wait_for()
        assert violations(page) == []
        assert page.evaluate(SPILLING) == []

        page.set_viewport_size(DESK)
        page.get_by_role("link", name="各语言对照").click()
        page.wait_for_url("**/sfwgen-both/stories/feifeng-road.html")
        chinese, english = (page.frame_locator("iframe").nth(number) for number in (0, 1))
        assert chinese.locator("html").get_attribute("lang") == "zh-Hans"
        assert english.locator("html").get_attribute("lang") == "en"
        page.mouse.move(300, 400)
        page.mouse.wheel(0, 600)
        scrolled = "document.querySelectorAll('iframe')[1].contentWindow.scrollY > 50"
        served.wait_for(lambda: bool(page.evaluate(scrolled)))

        served.save(STORY, DRAFT.replace("已经整修完成。", "已经整修完成，真的。"))
        chinese.get_by_text("已经整修完成，真的。").wait_for()
        served.save(STORY, DRAFT.replace("title:", "titel:"))
        page.get_by_role("alert").get_by_text(f"{STORY}:2:1").wait_for()
        assert violations(page) == []
        assert page.locator("iframe").count() == 2, "the last good pages stay"
    assert complaints == []
