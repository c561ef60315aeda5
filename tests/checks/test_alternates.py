"""Language versions name each other, and the default language's page for everybody else."""

import pytest

from tests.checks.pages import BASE, Sample, address, alternates, codes, report

HOME = Sample("index.html", head=alternates("index.html", "en/index.html"))
EN_HOME = Sample("en/index.html", head=alternates("index.html", "en/index.html"))
ZH, EN = "stories/a.html", "en/stories/a.html"
BOTH = alternates(ZH, EN)


def story(head: str, en_head: str = BOTH, *, en: bool = True) -> list[tuple[str, str]]:
    pages = [Sample(ZH, head=head), *([Sample(EN, head=en_head)] if en else [])]
    return [(each.code, dict(each.words)["tag"]) for each in report(HOME, EN_HOME, *pages)]


def test_versions_that_name_each_other_have_nothing_to_report() -> None:
    assert codes(HOME, EN_HOME, Sample(ZH, head=BOTH), Sample(EN, head=BOTH)) == []


def test_a_page_in_one_language_only_may_name_none() -> None:
    assert story("", en=False) == []


def test_a_version_that_does_not_exist_is_told() -> None:
    assert story(BOTH, en=False) == [("output-alternate-missing", "en")]


def test_a_version_that_does_not_name_the_page_in_return_is_told() -> None:
    assert story(BOTH, "") == [("output-alternate-mutual", "en")]


def test_a_version_in_another_language_than_said_is_told() -> None:
    wrong = alternates(ZH, "index.html")
    assert ("output-alternate-language", "en") in story(wrong)


def test_a_version_that_is_not_to_be_indexed_is_told() -> None:
    assert story(BOTH, BOTH + '<meta name="robots" content="noindex">') == [
        ("output-alternate-noindex", "en")
    ]


def test_a_page_that_does_not_name_itself_is_told() -> None:
    own = f'<link rel="alternate" hreflang="zh-Hans" href="{address(ZH)}">'
    assert ("output-alternate-self", "zh-Hans") in story(BOTH.replace(own, ""))


def test_a_language_named_twice_is_told() -> None:
    own = f'<link rel="alternate" hreflang="en" href="{address(EN)}">'
    assert ("output-alternate-twice", "en") in story(BOTH + own)


@pytest.mark.parametrize("default", [address(EN), BASE])
def test_x_default_is_the_page_in_the_default_language(default: str) -> None:
    assert story(alternates(ZH, EN, default)) == [("output-alternate-default", "x-default")]


def test_a_missing_x_default_is_told() -> None:
    without = BOTH[: BOTH.index('<link rel="alternate" hreflang="x-default"')]
    assert story(without) == [("output-alternate-default", "x-default")]


def test_a_feed_in_another_language_is_no_version_of_the_page() -> None:
    feed = '<link rel="alternate" hreflang="en" type="application/atom+xml" href="../index.html">'
    assert story(feed, en=False) == []


def test_versions_have_absolute_addresses() -> None:
    assert "output-alternate-self" in {code for code, _ in story(BOTH.replace(BASE, "../"))}
