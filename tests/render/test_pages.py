"""Every kind of page in both languages: its markup, and what the HTML checker says of it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sfwgen.plan.views import NO_HTML, OfficialView
from sfwgen.render import Renderer, check_templates
from tests.render.outline import Element, read_elements
from tests.render.pages import LANGS, packaged_theme
from tests.render.samples import NAMES, make_samples

CHECKER = Path(__file__).parents[1] / "npm/node_modules/vnu-jar/build/dist/vnu.jar"
EVERY_PAGE = pytest.mark.parametrize(("lang", "name"), [(lang, name) for lang in LANGS for name in NAMES])
Texts = Mapping[tuple[str, str], str]

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What fetches something as soon as the page is opened, by attribute.
_FETCHING = ("src", "srcset", "data", "poster", "action", "formaction", "background", "xlink:href")


@EVERY_PAGE
def test_no_style_or_script_stands_in_the_markup(lang: str, name: str, texts: Texts) -> None:
    for element in read_elements(texts[lang, name]):
        assert element.tag != "style"
        assert "style" not in element.attributes
        assert not [key for key in element.attributes if key.startswith("on")]
        if element.tag == "script":
            assert element.attributes.get("src") or element.attributes["type"] == "application/ld+json"


@EVERY_PAGE
def test_no_page_fetches_anything_from_another_host(lang: str, name: str, texts: Texts) -> None:
    for element in read_elements(texts[lang, name]):
        fetched = [element.attributes[key] for key in _FETCHING if key in element.attributes]
        if element.tag in ("link", "use") and element.attributes.get("rel") not in ("canonical", "alternate"):
            fetched.append(element.attributes["href"])
        assert not [
            url for url in fetched if urlsplit(url).netloc or urlsplit(url).scheme not in ("", "data")
        ]


@EVERY_PAGE
def test_the_policy_lets_nothing_in_but_the_site_s_own_files(lang: str, name: str, texts: Texts) -> None:
    (policy,) = [
        element.attributes["content"]
        for element in read_elements(texts[lang, name])
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy


@EVERY_PAGE
def test_headings_begin_with_one_h1_and_skip_no_level(lang: str, name: str, texts: Texts) -> None:
    levels = [int(each.tag[1]) for each in read_elements(texts[lang, name]) if each.tag in _HEADINGS]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert levels[0] == 1


@EVERY_PAGE
def test_ids_are_unique_and_what_is_pointed_at_is_there(lang: str, name: str, texts: Texts) -> None:
    elements = read_elements(texts[lang, name])
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert _pointed_at(elements) <= set(ids)


def _pointed_at(elements: tuple[Element, ...]) -> set[str]:
    return {
        word
        for element in elements
        for word in (
            *element.attributes.get("aria-labelledby", "").split(),
            *element.attributes.get("for", "").split(),
            *([element.attributes["href"][1:]] if element.attributes.get("href", "")[:1] == "#" else ()),
        )
    }


@EVERY_PAGE
def test_the_page_says_its_language_and_marks_what_is_in_another(lang: str, name: str, texts: Texts) -> None:
    elements = read_elements(texts[lang, name])
    tag, other = ("zh-Hans", "en") if lang == "zh" else ("en", "zh-Hans")
    assert elements[0].attributes["lang"] == tag
    headings = [element for element in elements if element.tag == "h1"]
    assert headings[0].attributes.get("lang", tag) == (other if name == "untranslated" else tag)


def test_a_page_that_is_not_indexed_names_no_language_versions(texts: Texts) -> None:
    for lang in LANGS:
        page = texts[lang, "untranslated"]
        assert '<meta name="robots" content="noindex">' in page
        assert 'rel="alternate" hreflang' not in page
        assert 'rel="alternate" hreflang' in texts[lang, "story"]


def test_structured_data_stays_data(texts: Texts) -> None:
    for page in texts.values():
        for part in page.split('<script type="application/ld+json">')[1:]:
            assert json.loads(part.partition("</script>")[0])["headline"] == "</script>"


@pytest.mark.parametrize("lang", LANGS)
def test_an_unofficial_site_says_so_on_every_page_and_names_no_publisher(lang: str, texts: Texts) -> None:
    said = {"zh": "非官方演示，不代表永康市建设局", "en": "Unofficial preview; not published by the bureau"}
    for name in NAMES:
        if name != "redirect":
            assert said[lang] in texts[lang, name]
            assert packaged_theme().text(lang, "preview") in texts[lang, name]
        assert "承办" not in texts[lang, name]


@pytest.mark.parametrize("lang", LANGS)
def test_an_official_site_names_its_publisher_and_is_no_preview(lang: str) -> None:
    theme = packaged_theme()
    template, view = make_samples(lang)["list"]
    own = OfficialView("…", "…", "…", "…", "…", "…", "…", "…", "…", tag="", marks=())
    site = replace(
        view.frame.site, official=True, publisher="某某局", source_line="", notice=NO_HTML, official_site=own
    )
    page = Renderer(theme).render(template, replace(view, frame=replace(view.frame, site=site)))
    header, _, foot = page.partition("<footer")
    assert theme.text(lang, "operated_by", publisher="某某局") in header
    assert f"{theme.text(lang, 'operator')}{theme.text(lang, 'colon')}某某局" in foot
    assert theme.text(lang, "preview") not in page


def test_nothing_is_known_to_be_wrong_with_the_packaged_templates() -> None:
    assert check_templates(packaged_theme()) == ()


def test_the_html_checker_finds_nothing(files: Mapping[tuple[str, str], Path]) -> None:
    command = ["java", "-jar", str(CHECKER), "--stdout", "--exit-zero-always", "--format", "json"]
    # The checker gives files no origin of their own and takes a block of data for a script: what the policy
    # really does is tested in a browser.
    command += ["--filterpattern", ".*Content Security Policy.*"]
    done = subprocess.run([*command, *map(str, files.values())], capture_output=True, check=True, timeout=120)
    messages = json.loads(done.stdout)["messages"]
    found = {(each["url"].rpartition("/site")[2], each["message"], each.get("extract")) for each in messages}
    assert not found
