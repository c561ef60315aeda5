"""Each finished page by itself: outline, ids, language, title, safety."""

import pytest

from sfwgen.checks.outputs import FILE_RULES, PAGE_RULES
from sfwgen.diagnostics import Severity
from sfwgen.diagnostics.codes.official import TAGS
from sfwgen.diagnostics.codes.outputs import CODES
from tests.checks.pages import Sample, codes, page, report


def test_a_sound_page_has_nothing_to_report() -> None:
    assert codes(Sample("index.html"), Sample("en/index.html")) == []


def test_an_id_that_stands_twice_is_told() -> None:
    [found] = report(page('<h2 id="sources">来源</h2><section id="sources"></section>'))
    assert (found.code, dict(found.words)["id"]) == ("output-id-twice", "sources")


@pytest.mark.parametrize(("body", "count"), [("<h2>甲</h2>", "0"), ("<h1>甲</h1><h1>乙</h1>", "2")])
def test_a_page_has_one_h1(body: str, count: str) -> None:
    found = report(Sample("a.html", body))
    assert [(each.code, dict(each.words)["count"]) for each in found] == [("output-h1", count)]


def test_no_level_of_headings_is_left_out() -> None:
    assert codes(page("<h2>a</h2><h3>b</h3><h2>c</h2>")) == []
    [found] = report(page("<h2>a</h2><h4>b</h4>"))
    assert (found.code, dict(found.words)["above"], dict(found.words)["level"]) == (
        "output-heading-skip",
        "2",
        "4",
    )


def test_headings_may_come_before_the_h1() -> None:
    assert codes(Sample("a.html", "<h2>a</h2><h1>b</h1>")) == []


def test_a_page_states_its_own_language() -> None:
    assert codes(Sample("en/a.html", lang="zh-Hans")) == ["output-language"]


def test_a_page_that_shows_another_language_marks_it() -> None:
    assert codes(Sample("en/a.html", "<h1>甲</h1>", content_tag="zh-Hans")) == ["output-language"]
    assert codes(Sample("en/a.html", '<h1 lang="zh-Hans">甲</h1>', content_tag="zh-Hans")) == []


def test_two_pages_of_one_language_with_the_same_title_are_a_warning() -> None:
    [found] = report(
        Sample("a.html", title="甲"), Sample("b.html", title="甲"), Sample("en/a.html", title="甲")
    )
    assert (found.code, found.severity) == ("output-title-twice", Severity.WARNING)
    assert dict(found.words)["other"] == "a.html"
    assert [each.file for each in found.related] == ["content/a.html.md"]


def test_a_redirect_may_have_the_title_of_its_target() -> None:
    assert codes(Sample("a.html", title="甲"), Sample("b.html", title="甲", kind="redirect")) == []


def test_a_page_without_a_title_is_told() -> None:
    html = Sample("a.html").text().replace("<title>a.html</title>", "")
    assert codes(Sample("a.html", html=html)) == ["output-title-missing"]


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ('<p style="color:red">', "style="),
        ("<p STYLE='color:red'>", "style="),
        ("<p onclick=go()>", "onclick="),
        ('<svg onload="x"/>', "onload="),
        ("<style>p{}</style>", "<style>"),
        ("<script>go()</script>", "<script>"),
        ("<script type=module>go()</script>", "<script>"),
        ('<base href="a.html">', "<base>"),
        ('<iframe srcdoc="x"></iframe>', "<iframe srcdoc>"),
    ],
)
def test_markup_that_the_policy_forbids_is_told(markup: str, told: str) -> None:
    found = report(page(markup))
    assert [(each.code, dict(each.words)["markup"]) for each in found] == [("output-unsafe", told)]


@pytest.mark.parametrize(
    "markup", ["<p class='style=1'>", '<p title="onclick=go()">', "<p data-on=1>", "<p>style=</p>"]
)
def test_words_that_look_like_forbidden_markup_are_left_alone(markup: str) -> None:
    assert codes(page(markup)) == []


def test_every_page_has_the_security_policy() -> None:
    html = Sample("a.html").text().replace("Content-Security-Policy", "x-ua")
    assert codes(Sample("a.html", html=html)) == ["output-no-policy"]


def test_structured_data_is_no_script_but_has_to_be_read() -> None:
    assert codes(page('<script type="application/ld+json">{"a": 1}</script>')) == []
    assert codes(page('<script type="application/ld+json">{"a": }</script>')) == ["output-json-ld-broken"]


def test_every_code_of_the_tables_of_rules_is_in_the_code_table() -> None:
    declared = {code for rule in PAGE_RULES for code in rule.codes}
    declared |= {code for rule in FILE_RULES for code in rule.codes}
    assert declared == {code.slug for code in (*CODES, *TAGS)}
