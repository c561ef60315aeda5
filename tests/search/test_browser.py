"""What a reader does on the search page, in a real browser, from a folder and below a prefix on a server."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from sfwgen.plan.search.index import SearchDocument, make_index
from sfwgen.plan.search.letters import fold
from tests.search.reading import HAN, read_index
from tests.site.browsing import SPILLING, serving, violations
from tests.support.trees import files

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

DONE = "() => /\\d|没有找到|Nothing found/.test(document.getElementById('count').textContent)"
WIDTHS = (320, 1280)


@pytest.fixture(params=["folder", "server"])
def address(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """The address of the site."""
    if request.param == "folder":
        yield f"{folder.as_uri()}/"
    else:
        with serving(folder) as served:
            yield served


@contextmanager
def opened(
    browser: Browser, url: str, *, width: int = 1280, script: bool = True, heard: bool = True
) -> Iterator[Page]:
    """A page on which nothing is refused and no script fails."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=script, reduced_motion="reduce"
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(url)
    yield page
    context.close()
    assert said == [] or not heard


def ask(page: Page, query: str) -> list[str]:
    """Types a query, searches, and returns the links of all results in order."""
    page.fill("#_q", query)
    page.press("#_q", "Enter")
    return all_results(page)


def all_results(page: Page) -> list[str]:
    """The links of all results in order; asks for more while there are more."""
    page.wait_for_function(DONE)
    found = re.search(r"(?:”共)?(\d+)(?:条结果| results?)", page.inner_text("#count"))
    wanted = int(found[1]) if found else 0
    rows = "document.querySelectorAll('#results li').length"
    while True:
        page.wait_for_function(f"(n) => {rows} === n || !document.getElementById('more').hidden", arg=wanted)
        if page.locator("#results li").count() == wanted:
            break
        shown = page.locator("#results li").count()
        page.click("#more button")
        page.wait_for_function(f"(n) => {rows} >= n", arg=min(shown + 10, wanted))
    return [link.get_attribute("href") or "" for link in page.locator("#results h3 a").all()]


def test_a_query_finds_titles_first_marks_its_hits_and_stays_in_the_address(
    browser: Browser, address: str
) -> None:
    with opened(browser, f"{address}search.html") as page:
        found = ask(page, "天然气")
        assert found[0] == "stories/gas-pipeline.html"
        assert "bulletins/1.html" in found
        assert page.inner_text("#count") == f"“天然气”共{len(found)}条结果"
        rows = page.locator("#results li")
        for at in range(rows.count()):
            assert "天然气" in rows.nth(at).locator("mark").all_inner_texts()
        assert rows.nth(0).locator("h3 mark").inner_text() == "天然气"
        assert not page.is_visible("#newest")
        assert parse_qs(urlsplit(page.url).query) == {"q": ["天然气"]}
        page.reload()
        assert all_results(page) == found
        page.click("#results a >> nth=0")
        assert page.url == f"{address}stories/gas-pipeline.html"


@pytest.mark.parametrize(
    ("start", "lang"), [("index.html", ""), ("stories/gas-pipeline.html", ""), ("en/index.html", "en/")]
)
def test_the_form_of_every_page_leads_to_the_results(
    start: str, lang: str, browser: Browser, address: str
) -> None:
    with opened(browser, f"{address}{start}") as page:
        page.fill("header #_q", "800")
        page.press("header #_q", "Enter")
        page.wait_for_url(f"{address}{lang}search.html?q=800")
        assert "stories/gas-pipeline.html" in all_results(page)


def test_the_results_are_the_texts_that_hold_the_query_whatever_is_asked(
    folder: Path, browser: Browser
) -> None:
    found = files(folder) or {}
    index = read_index({path: data.decode() for path, data in found.items() if path.startswith("search/")})
    wholes = {told["href"]: fold(index.whole(at)) for at, told in enumerate(index.texts)}
    titles = {told["href"]: fold("".join(told["title"])) for told in index.texts}
    draw = random.Random(7)
    runs = sorted({run for whole in wholes.values() for run in HAN.findall(whole) if len(run) > 1})
    asked = {"气象", "管道然气", "象珠段部分地段政策处理没有谈妥"}
    while len(asked) < 90:
        run = draw.choice(runs)
        length = draw.randint(2, min(len(run), draw.choice((2, 3, 4, 6, 20))))
        start = draw.randint(0, len(run) - length)
        asked.add(run[start : start + length])
    with opened(browser, f"{folder.as_uri()}/search.html") as page:
        for query in sorted(asked):
            results = ask(page, query)
            assert set(results) == {href for href, whole in wholes.items() if query in whole}, query
            assert len(results) == len(set(results))
            in_title = [query in titles[href] for href in results]
            assert in_title == sorted(in_title, reverse=True), query


@pytest.mark.parametrize(
    ("page_path", "query", "first"),
    [
        ("search.html", "天然气 象珠", "stories/gas-pipeline.html"),
        ("search.html", "８００余家", "stories/gas-pipeline.html"),
        ("search.html", "8.4万名", "stories/gas-pipeline.html"),
        ("search.html", "第1期", "bulletins/1.html"),
        ("search.html", "锦", "stories/shanshui-yuyuan.html"),
        ("en/search.html", "pipel", "bulletins/1.html"),
        ("en/search.html", "GAS dongyong", "stories/gas-pipeline.html"),
        ("en/search.html", "84000 enterprises", "stories/gas-pipeline.html"),
    ],
)
def test_words_numbers_and_single_characters_are_found(
    page_path: str, query: str, first: str, folder: Path, browser: Browser
) -> None:
    with opened(browser, f"{folder.as_uri()}/{page_path}") as page:
        assert first in ask(page, query)
        assert page.locator("#results mark").count() > 0


@pytest.mark.parametrize(
    ("page_path", "query"),
    [
        ("search.html", "气天"),
        ("search.html", "1800余家"),
        ("en/search.html", "ipeline"),
        ("en/search.html", "gas zebra"),
        ("search.html", "？！"),
    ],
)
def test_what_is_in_no_text_is_not_found_and_the_list_is_offered(
    page_path: str, query: str, folder: Path, browser: Browser
) -> None:
    with opened(browser, f"{folder.as_uri()}/{page_path}") as page:
        assert ask(page, query) == []
        assert query in page.inner_text("#count")
        assert page.is_visible("#none a")
        assert not page.is_visible("#results")


def test_filters_narrow_a_search_stay_in_the_address_and_can_be_gone_back_from(
    browser: Browser, address: str
) -> None:
    with opened(browser, f"{address}search.html") as page:
        every = ask(page, "市建设局")
        page.select_option("#line", "enterprises")
        page.wait_for_function("() => document.querySelectorAll('#results li').length === 1")
        assert len(every) > 1
        assert all_results(page) == ["stories/gas-pipeline.html"]
        assert parse_qs(urlsplit(page.url).query) == {"q": ["市建设局"], "line": ["enterprises"]}
        page.select_option("#month", "2019-06")
        page.wait_for_function("() => !document.getElementById('none').hidden")
        page.go_back()
        page.wait_for_function("() => document.querySelectorAll('#results li').length === 1")
        assert page.input_value("#month") == ""
        page.reload()
        assert all_results(page) == ["stories/gas-pipeline.html"]
        assert page.input_value("#line") == "enterprises"
        page.fill("#_q", "")
        page.press("#_q", "Enter")
        page.wait_for_function("() => document.getElementById('count').textContent === '共1篇进展'")


def test_before_anything_is_typed_all_stories_stand_there_and_asking_for_nothing_is_told(
    browser: Browser, address: str
) -> None:
    with opened(browser, f"{address}en/search.html?line=nonsense") as page:
        assert page.locator("#newest li").count() == 5
        assert page.input_value("#line") == ""
        page.press("#_q", "Enter")
        assert page.inner_text("[role=alert]") == "Enter something to search for."
        assert page.get_attribute("#_q", "aria-invalid") == "true"
        assert page.evaluate("() => document.activeElement.id") == "_q"
        assert page.is_visible("#newest")
        assert ask(page, "gas")
        assert page.get_attribute("#_q", "aria-invalid") is None
        assert not page.is_visible("[role=alert]")


def test_a_slow_line_is_told_and_the_number_of_results_stays(folder: Path, browser: Browser) -> None:
    with serving(folder) as address:
        context = browser.new_context()
        page = context.new_page()
        held: list[Route] = []
        page.route("**/search/p*-*.js", lambda route: held.append(route))
        page.route("**/search/t*-*.js", lambda route: held.append(route))
        page.goto(f"{address}search.html?q=管道", wait_until="commit")
        page.wait_for_function("() => document.getElementById('count').textContent === '正在搜索……'")
        held.pop().continue_()
        page.wait_for_function(DONE)
        said = page.inner_text("#count")
        page.wait_for_timeout(600)
        assert page.inner_text("#count") == said
        page.unroute("**/search/t*-*.js")
        for route in held:
            route.continue_()
        assert "stories/gas-pipeline.html" in all_results(page)
        context.close()


def test_files_that_do_not_arrive_are_told_and_fetched_again(folder: Path, browser: Browser) -> None:
    with serving(folder) as address:
        context = browser.new_context()
        page = context.new_page()
        page.route("**/search/p*-*.js", lambda route: route.abort())
        page.goto(f"{address}search.html?q=管道")
        page.wait_for_function("() => document.getElementById('fault').textContent")
        assert page.is_visible("#fault")
        assert page.is_visible("#newest")
        page.unroute("**/search/p*-*.js")
        assert "stories/gas-pipeline.html" in ask(page, "管道")
        assert not page.is_visible("#fault")
        context.close()


ATTACK = '<img src=x onerror="document.title=1"><script>document.title=2</script>%q%n'


@pytest.mark.parametrize("lang", ["", "en/"])
def test_markup_in_a_query_stays_text(lang: str, folder: Path, browser: Browser) -> None:
    with opened(
        browser, f"{folder.as_uri()}/{lang}search.html?q={quote(ATTACK)}&line={quote(ATTACK)}"
    ) as page:
        page.wait_for_function(DONE)
        assert ATTACK in page.inner_text("#count")
        assert page.locator("main img, main script").count() == 0
        assert "1" not in page.title() and "2" not in page.title()


def test_markup_in_a_text_stays_text(tmp_path: Path, folder: Path, browser: Browser) -> None:
    hostile = SearchDocument(
        "a.html", (f"天{ATTACK}", "然气"), (ATTACK,), (f"line:{ATTACK}",), "", f"</script>天然气{ATTACK}"
    )
    page_path = with_index(tmp_path, folder, [hostile])
    with opened(browser, page_path.as_uri()) as page:
        assert ask(page, "然气") == ["a.html"]
        assert ATTACK in page.inner_text("#results")
        assert page.locator("main img, main script").count() == 0
        assert page.locator("#results mark").all_inner_texts() == ["然气", "然气"]


def with_index(tmp_path: Path, folder: Path, documents: Sequence[SearchDocument]) -> Path:
    """Returns the search page of a copy of the site that searches these documents."""
    site = tmp_path / "site"
    shutil.copytree(folder, site)
    index = make_index(documents)
    for file in index:
        (site / "made" / file.name).parent.mkdir(parents=True, exist_ok=True)
        (site / "made" / file.name).write_bytes(file.content)
    page = site / "search.html"
    text = page.read_text(encoding="utf-8")
    own = text.partition('data-index="')[2].partition('"')[0]
    page.write_text(text.replace(own, f"made/{index[0].name}"), encoding="utf-8")
    return page


def test_many_results_come_ten_at_a_time_and_long_queries_are_exact(
    tmp_path: Path, folder: Path, browser: Browser
) -> None:
    phrase = "东永二线天然气管道全线贯通以后附近企业用气成本较高的情况有所改变"
    documents = [
        SearchDocument(f"{at}.html", (f"𠮷{at}号",), (), (), "", phrase[: 10 + at % 20] + "。𠮷管道")
        for at in range(35)
    ]
    page_path = with_index(tmp_path, folder, documents)
    with opened(browser, page_path.as_uri()) as page:
        assert ask(page, phrase[:10]) == [f"{at}.html" for at in range(35)]
        assert not page.is_visible("#more")
        assert ask(page, f"{phrase[2:8]} 𠮷管道 {phrase[1:22]} 号") == [
            each.href for each in documents if phrase[1:22] in each.text
        ]
        for length in (12, 17, 22, 28):
            holding = [each.href for each in documents if phrase[:length] in each.text]
            assert ask(page, phrase[:length]) == holding
        assert ask(page, "𠮷管道") == [f"{at}.html" for at in range(35)]
        page.fill("#_q", "𠮷")
        page.press("#_q", "Enter")
        page.wait_for_function("() => document.querySelectorAll('#results li').length === 10")
        page.focus("#more button")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.querySelectorAll('#results li').length === 20")
        assert page.evaluate("() => document.activeElement.getAttribute('href')") == "10.html"


@pytest.mark.parametrize("lang", ["", "en/"])
def test_without_script_the_page_says_so_and_offers_lists(lang: str, browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{lang}search.html", script=False, width=320) as page:
        assert "JavaScript" in page.inner_text(".notice")
        assert page.locator("#newest li").count() == 5
        assert page.locator("noscript a[href^='lines/']").count() == 3
        assert page.locator("noscript a[href^='months/']").count() > 1
        assert not page.is_visible("select")
        assert page.evaluate(SPILLING) == []
        assert page.locator("[role=status]").inner_text() == ""
        page.click("noscript a >> nth=0")
        assert "/lines/" in page.url


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("lang", "query"), [("", "企业"), ("en/", "the bureau"), ("", "没有的东西"), ("en/", "")]
)
def test_axe_finds_nothing_and_nothing_spills_whatever_is_shown(
    lang: str, query: str, width: int, folder: Path, browser: Browser
) -> None:
    # Heard by no one: axe reads the style sheet anew, which the policy refuses.
    with opened(browser, f"{folder.as_uri()}/{lang}search.html", width=width, heard=False) as page:
        page.fill("#_q", query)
        page.press("#_q", "Enter")
        page.wait_for_function(DONE if query else "() => document.getElementById('fault').textContent")
        page.wait_for_timeout(100)
        for size in ("fs1", "fs3"):
            page.evaluate("id => { document.getElementById(id).checked = true }", size)
            assert page.evaluate(SPILLING) == [], size
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert violations(page) == [], scheme


def test_the_keyboard_reaches_box_filters_and_results_in_order(folder: Path, browser: Browser) -> None:
    with opened(browser, f"{folder.as_uri()}/search.html?q=天然气") as page:
        all_results(page)
        page.focus("#_q")
        seen = []
        for _ in range(5):
            page.keyboard.press("Tab")
            seen.append(page.evaluate("() => document.activeElement.id || document.activeElement.localName"))
            outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineWidth")
            assert outline == "3px"
        assert seen == ["button", "line", "place", "month", "a"]


def test_the_page_for_lost_addresses_and_the_foot_of_every_page_lead_to_search(
    folder: Path, browser: Browser
) -> None:
    for lang in ("", "en/"):
        with opened(browser, f"{folder.as_uri()}/{lang}about.html", width=320) as page:
            assert not page.is_visible("header form")
            assert page.locator("footer a[href='search.html']").count() == 1
        lost = (folder / f"{lang}404.html").read_text(encoding="utf-8")
        assert f'role="search" action="/{lang}search.html"' in lost
