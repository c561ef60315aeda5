"""No text that an author can write does anything in a reader's browser, under the site's policy or without it."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from html import escape, unescape
from typing import TYPE_CHECKING

import pytest
from markdown import Markdown

from sfwgen.build import make_site
from sfwgen.diagnostics import Severity
from sfwgen.plan.data import TableData
from sfwgen.plan.writing import write_csv
from sfwgen.publish import make_sources
from sfwgen.publish.names import name_fault
from sfwgen.resources import theme_files
from tests.active.corpus import BODIES, DRAWINGS, FILE_NAMES, FORMULAS, LINES, TEMPLATES
from tests.active.projects import PRIVATE, Hostile, hostile_site
from tests.active.tripwire import HOST, sitting, without_policy
from tests.build.projects import STORY, small_project
from tests.conftest import Reached
from tests.content.markdown.reading import html_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.no_cover


@pytest.fixture(scope="module")
def hostile() -> Hostile:
    """The site that is made of the whole corpus."""
    return hostile_site()


def test_the_corpus_is_large_and_each_text_is_on_the_site_or_refused(hostile: Hostile) -> None:
    assert len({*BODIES, *LINES, *FILE_NAMES, *DRAWINGS}) >= 300
    assert hostile.let_in | hostile.refused == {*BODIES, *LINES}
    assert len(hostile.let_in) >= 300


@pytest.mark.parametrize("policy", [True, False], ids=["under its policy", "without a policy"])
def test_no_page_does_what_a_text_on_it_asks_for(
    hostile: Hostile, browser: Browser, policy: bool, long: bool
) -> None:
    paths = [path for path in hostile.pages if long or not path.startswith("en/stories/")]
    with sitting(browser, hostile.checked.outputs, policy=policy) as seen:
        # What holds without the policy is tried on a few pages with it.
        for path in paths if long else paths[:: 6 if policy else 2]:
            seen.open(path)
        for path in ("feed.xml", "lines/grassroots.xml", "sitemap.xml"):
            seen.page.goto(f"{HOST}/{path}")
        seen.find("onerror")
    assert seen.happened == []


def test_even_texts_that_are_refused_would_do_nothing(browser: Browser) -> None:
    """What the conversion makes of each text, opened without any of the checks before and behind it."""
    body = "".join(f"<div id='t{number}'>{html_of(text)}</div>" for number, text in enumerate(BODIES))
    page = f"<!doctype html><meta charset=utf-8><title>x</title>{body}"
    with sitting(browser, {"index.html": page.encode()}) as seen:
        seen.open("index.html")
        assert seen.page.locator("div[id^=t]").count() == len(BODIES)
    own = re.compile(rf".*: asks for {HOST}/content/stories/x/[^/]*|.*Failed to load resource.*")
    assert [each for each in seen.happened if not own.fullmatch(each)] == []


PIECE = re.compile(r"<[^\s<>]*|[\s>]+|[\"'`]+|[^\s<>\"'`]+")
ON_A_PAGE, PAGES = 100, 50


def fuzzed(number: int) -> str:
    """A text of pieces of some of the corpus, put together by chance."""
    chance = random.Random(number)
    pieces = [piece for text in chance.choices(BODIES, k=3) for piece in PIECE.findall(text)]
    for _ in range(chance.randint(1, 12)):
        at, length = chance.randrange(len(pieces)), chance.randint(0, 3)
        pieces[at : at + length] = chance.choice(
            (pieces[at : at + 2], PIECE.findall(chance.choice(BODIES))[:4])
        )
        pieces = pieces or ["<"]
    return "".join(pieces)


def test_texts_made_of_pieces_of_them_do_nothing_either(
    browser: Browser, long: bool, reached: Reached
) -> None:
    pages = PAGES if long else 1
    reached("hostile texts by chance, opened in a browser", pages * ON_A_PAGE)
    files = {}
    for page in range(pages):
        texts = [html_of(fuzzed(page * ON_A_PAGE + number)) for number in range(ON_A_PAGE)]
        body = "".join(f"<div id='t{number}'>{text}</div>" for number, text in enumerate(texts))
        files[f"{page}.html"] = f"<!doctype html><meta charset=utf-8><title>x</title>{body}".encode()
    with sitting(browser, files) as seen:
        for path in files:
            seen.open(path)
            assert seen.page.locator("div[id^=t]").count() == ON_A_PAGE, path
    own = re.compile(rf".*: asks for {HOST}/content/stories/x/[^/]*|.*Failed to load resource.*")
    assert [each for each in seen.happened if not own.fullmatch(each)] == []


def test_the_tripwire_is_set_off_by_texts_that_are_not_sanitised(browser: Browser, long: bool) -> None:
    converter = Markdown(extensions=["extra", "attr_list"])
    texts = BODIES if long else BODIES[::3]
    frames = "".join(
        f'<iframe name="t{number}" srcdoc="{escape(converter.reset().convert(text))}"></iframe>'
        for number, text in enumerate(texts)
        if "alert" in text and "<![" not in text
    )
    with sitting(browser, {"index.html": f"<!doctype html>{frames}".encode()}) as seen:
        seen.page.goto(f"{HOST}/index.html")
        seen.page.wait_for_timeout(300)
    fired = {found[1] for each in seen.happened if (found := re.search(r"tripped \w+ in (t\d+)", each))}
    assert len(fired) >= (75 if long else 25)


def test_the_policy_is_on_every_page_and_taken_off_for_the_trial(hostile: Hostile) -> None:
    for path, page in hostile.pages.items():
        if b'http-equiv="refresh"' not in page:
            assert b"default-src" in page, path
        assert b"default-src" not in without_policy(page), path


# A story's text is never a template.


def test_what_looks_like_a_template_is_printed_as_it_stands(hostile: Hostile) -> None:
    shown = "\n".join(unescape(page.decode()) for page in hostile.pages.values())
    for text in TEMPLATES:
        assert text in hostile.let_in, text
        assert text in shown, text
    assert "kobold" not in shown.replace("['ko', 'bold']", "")
    assert "kokobold" not in shown


def test_no_row_of_a_register_is_on_the_site(hostile: Hostile) -> None:
    told = [
        each for each in hostile.checked.diagnostics if each.location.file.startswith("content/registers/")
    ]
    assert told, "the register was not read"
    assert not any(PRIVATE.encode() in data for data in hostile.checked.outputs.values())
    assert all(PRIVATE not in repr(each) for each in told)


# Tables for spreadsheets.


def test_no_cell_of_any_table_begins_as_a_formula(hostile: Hostile) -> None:
    tables = {path: data for path, data in hostile.checked.outputs.items() if path.endswith(".csv")}
    assert len(tables) >= 8
    cells = {
        cell
        for data in tables.values()
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        for cell in row
    }
    assert {f"'{text}" for text in FORMULAS if text in hostile.let_in} & cells
    assert [
        cell for cell in cells if cell.startswith(tuple("=+-@＝＋－＠\t\r\n")) and not _is_number(cell)
    ] == []


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[+-]?\d[\d,]*(\.\d+)?%?", cell) is not None


@pytest.mark.parametrize("bom", [True, False])
@pytest.mark.parametrize("text", [*FORMULAS, "\t=1", "\r=1", "\n=1"])
def test_a_formula_becomes_text_in_every_table(text: str, bom: bool) -> None:
    written = write_csv(TableData(("head", text), ((text, "-3.5%"),), bom=bom))
    first, second = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""))
    assert (first[1], second) == (f"'{text}", [f"'{text}", "-3.5%"])


# Files.


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_file_with_such_a_name_is_refused_or_not_published(name: str) -> None:
    files = {path: text.encode() for path, text in small_project().items()}
    files[f"content/stories/feifeng-road/{name}"] = b"<script>alert()</script>"
    checked = make_site(make_sources(files), theme_files())
    assert name_fault(name) or not any(path.endswith(f"feifeng-road/{name}") for path in checked.outputs)
    assert not any(b"alert()" in data for data in checked.outputs.values())


@pytest.mark.parametrize("data", DRAWINGS)
@pytest.mark.parametrize("ending", ["svg", "jpg", "png", "webp", "gif"])
def test_a_file_that_only_calls_itself_an_image_is_refused(data: str, ending: str) -> None:
    files = {path: text.encode() for path, text in small_project().items()}
    files[f"content/stories/feifeng-road/a.{ending}"] = data.encode("latin-1")
    files[STORY] += f"\n![路](a.{ending})\n".encode()
    checked = make_site(make_sources(files), theme_files())
    wrong = [each for each in checked.diagnostics if each.severity is Severity.ERROR]
    assert wrong
    assert all("alert" not in json.dumps(dict(each.words)) for each in wrong)
    assert checked.outputs == {}
