"""The page about translations and reviews: what there is to do, where, and the command for it."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from sfwgen.content.written import Written
from sfwgen.serve import Preview
from sfwgen.serve.desk import Desks
from sfwgen.serve.faces import face_of
from sfwgen.serve.making import Maker
from sfwgen.serve.pages import answer, answer_desk
from sfwgen.serve.preview import next_preview, troubled
from sfwgen.translations import standing
from sfwgen.translations.documents import read_texts
from tests.build.projects import ROOT, disk_with, small_project, with_second_story
from tests.serve.conftest import PATIENCE, Served
from tests.site.browsing import SPILLING, violations
from tests.translations.projects import BODY, NAME, STORY, STORY_EN, confirmed, project

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ADDRESS = "/sfwgen-translations/"
REVIEWS = "reviews: {stories: [责任编辑, 分管 领导]}\n"
STALE = {STORY: project(BODY.replace("路面不平", "路面<b>不平</b>"))[STORY]}


def previewed(files: dict[str, bytes]) -> Preview:
    made = Maker(disk_with({path: data.decode() for path, data in files.items()}), ROOT).make(
        (), lambda *_: None
    )
    assert made.material is not None, made.checked.diagnostics
    return next_preview(Preview(), made.checked, "zh", made.material)


@cache
def begun() -> Preview:
    """A story whose original changed after its translation was confirmed, one without any, and reviews."""
    every = {path: data.decode() for path, data in project().items()}
    every = with_second_story(every, more="draft: true\n")
    del every["content/stories/second-road/index.en.md"]
    every["config.yaml"] += REVIEWS
    return previewed({**confirmed({path: text.encode() for path, text in every.items()}), **STALE})


@cache
def plain() -> Preview:
    """A project of which nobody has confirmed or reviewed anything."""
    return previewed(project())


def desk(preview: Preview, lang: str = "zh", address: str = ADDRESS) -> str:
    return answer_desk(preview, Desks(), address, lang=lang, port=8000).body.decode()


def part(page: str, name: str) -> str:
    """What stands under a heading."""
    return page.partition(f'<section aria-labelledby="{name}">')[2].partition("</section>")[0]


def test_a_stale_block_stands_beside_its_original_each_with_its_line() -> None:
    stale = part(desk(begun()), "stale")
    assert "路面&lt;b&gt;不平&lt;/b&gt;。" in stale
    assert "The road was uneven." in stale
    assert re.findall(r"<code>(content/[^<]+:\d+)</code>", stale) == [f"{STORY}:17", f"{STORY_EN}:9"]
    assert "雨天积水" not in stale, "a block that nobody touched"
    assert f"<code>sfwgen translations confirm {NAME}</code>" in stale


def test_it_leads_to_the_page_its_languages_side_by_side_and_the_form() -> None:
    links = dict(re.findall(r'<a href="([^"]+)">([^<]+)</a>', part(desk(begun()), "stale")))
    assert links == {
        "/en/stories/feifeng-road.html": "看网页",
        "/sfwgen-both/stories/feifeng-road.html": "各语言对照",
        "/admin/#/collections/stories/entries/feifeng-road/index": "在表单中编辑",
    }
    assert all(answer(begun(), to, lang="zh", port=8000).status == 200 for to in links if "admin" not in to)


def test_what_is_missing_and_what_nobody_confirmed_is_listed_with_what_to_do() -> None:
    page = desk(begun())
    missing, unconfirmed = part(page, "missing"), part(page, "unconfirmed")
    assert "sfwgen translations export stories/second-road" in missing
    assert '<span class="sfwgen-held">草稿</span>' in missing
    assert "sfwgen translations confirm pages/about" in unconfirmed
    assert "sfwgen translations confirm --all" in unconfirmed
    assert "过期 1，没有译文 1" in page


def test_on_windows_commands_are_given_as_python_is_called_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert f"<code>py -m sfwgen translations confirm {NAME}</code>" in part(desk(begun()), "stale")


def test_it_says_which_reviews_each_section_needs_and_each_document_lacks() -> None:
    reviews = part(desk(begun()), "reviews")
    assert "<td>责任编辑 → 分管 领导</td><td>0</td><td>2</td>" in reviews
    assert '<li class="missing">责任编辑：未审</li>' in reviews
    assert f"<code>sfwgen review {NAME} --role 责任编辑</code>" in reviews
    assert "review --all" not in reviews, "the other one is a draft"
    assert "config.yaml 没有规定要审核" in part(desk(plain()), "reviews")


def test_where_several_wait_for_one_person_one_command_records_them_all() -> None:
    files = {path: data.decode() for path, data in project().items()}
    files["config.yaml"] += REVIEWS
    many = previewed({path: text.encode() for path, text in with_second_story(files).items()})
    reviews = part(desk(many), "reviews")
    assert (
        "等责任编辑审的 2 篇（草稿除外）都审过以后： <code>sfwgen review --all --role 责任编辑</code>"
        in reviews
    )


def test_both_languages_of_the_interface_say_the_same() -> None:
    chinese, english = desk(begun()), desk(begun(), address=f"{ADDRESS}?lang=en")
    assert '<html lang="zh-Hans">' in chinese
    assert '<html lang="en">' in english
    assert "Once compared:" in english
    for found in (r"<code>([^<]+)</code>", r'<a href="(/[^"?]+)"', r' id="([^"]+)"'):
        assert re.findall(found, chinese) == re.findall(found, english)
    words = unescape(re.sub(r'<(\w+)[^>]* lang="zh-Hans"[^>]*>.*?</\1>|<code>.*?</code>', "", english))
    assert set(re.findall(r"[一-龥]+", words)) <= {"责任编辑", "分管", "领导", "中文"}


def test_it_loads_anew_when_a_text_or_a_record_changes_or_a_fault_comes_and_not_otherwise() -> None:
    def face(preview: Preview) -> object:
        return face_of(preview, ADDRESS, lang="zh", port=8000)

    once = plain()
    assert face(once) == face(previewed(project()))
    assert face(once) != face(previewed(confirmed(project())))
    assert face(once) != face(troubled(once, "x"))
    assert "预览没有更新" in desk(troubled(once, "x"))


def test_a_text_that_stays_as_it_is_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def read(written: Written, *more: Any) -> Any:  # noqa: ANN401 - what read_texts returns
        looked.append(written.name)
        return read_texts(written, *more)

    monkeypatch.setattr(standing, "read_texts", read)
    desks = Desks()
    for preview in (plain(), previewed(project(body_en="Another text.\n"))):
        assert preview.known is not None
        looked.clear()
        desks.of(preview.known.material)
    assert looked == [NAME]


def test_before_there_is_a_site_the_page_says_what_is_wrong() -> None:
    made = answer_desk(troubled(Preview(), "kaputt"), Desks(), ADDRESS, lang="zh", port=8000)
    assert (made.status, "kaputt" in made.body.decode()) == (503, True)


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ({}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "evil.example:80"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_only_the_preview_s_own_pages_may_ask_for_it(
    quiet: Served, header: dict[str, str], status: int
) -> None:
    reply = quiet.get(ADDRESS, **header)
    assert reply.status == status
    assert ("译文和审核" in reply.text) is (status == 200)
    assert reply.headers["x-frame-options"] == "DENY"
    assert status != 200 or "default-src 'none'; style-src 'self'; script-src 'self'" in reply.text
    assert quiet.get("/sfwgen-translations/../config.yaml").status == 404
    asked = f"POST {ADDRESS} HTTP/1.1\r\nHost: 127.0.0.1:{quiet.port}\r\nConnection: close\r\n\r\n"
    assert quiet.send(asked.encode()).status in (405, 501)


def test_in_a_browser_the_bar_leads_there_the_command_is_copied_and_the_page_renews_itself(
    served: Served, browser: Browser
) -> None:
    complaints: list[str] = []
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        context.set_default_timeout(PATIENCE * 1000)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"http://127.0.0.1:{served.port}/stories/feifeng-road.html")
        page.get_by_role("link", name="译文和审核").click()
        page.get_by_role("heading", name="译文和审核").wait_for()
        assert page.url.endswith(f"/sfwgen-translations/#{NAME}-en")
        article = page.locator(f'[id="{NAME}-en"]')
        article.get_by_role("button", name="复制命令").click()
        article.get_by_role("button", name="已复制").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"sfwgen translations confirm {NAME}"
        assert violations(page) == []
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate(SPILLING) == []

        files = {path: (served.project / path).read_bytes() for path in small_project()}
        record = f"content/records/{NAME}.yaml"
        served.save(record, confirmed(files)[record].decode())
        article.wait_for(state="detached")
    assert complaints == []
