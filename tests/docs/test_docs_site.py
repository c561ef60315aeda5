"""The site of the documents: whole in both languages, searchable in Chinese, asking nothing of other sites."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path

import pytest

from scripts.docs_site import TOP, make_site

ROOT = Path(__file__).parents[2]
_FETCHED = re.compile(
    r"<(?:script|img|link rel=\"(?:stylesheet|icon)\")[^>]*?(?:src|href)=\"(https?://[^\"]+)"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once; a link that leads nowhere fails here."""
    logging.getLogger("jieba").setLevel(logging.WARNING)
    target = tmp_path_factory.mktemp("docs")
    make_site(target)
    return target


def test_every_document_is_a_page_in_both_languages(site: Path) -> None:
    for document in (ROOT / "docs").glob("*.md"):
        name = document.name.removesuffix(".md").removesuffix(".zh").replace("README", "index")
        for folder in (site, site / "zh"):
            assert (folder / f"{name}.html").is_file(), name
    for page in TOP.values():
        name = Path(page).name.removesuffix(".md").removesuffix(".zh").replace("README", "index")
        assert (site / "project" / f"{name}.html").is_file(), name


def test_chinese_readers_get_the_chinese_text_and_find_words_in_it(site: Path) -> None:
    assert "怎样写一期简报" in (site / "zh" / "authoring.html").read_text(encoding="utf-8")
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert {"en", "zh"} <= set(index["config"]["lang"])
    found = {each["location"].partition("#")[0] for each in index["docs"] if "台账" in each["text"]}
    assert "zh/registers.html" in found


def test_an_example_says_which_file_it_is(site: Path) -> None:
    text = (site / "authoring.html").read_text(encoding="utf-8")
    assert '<span class="filename">' in text
    assert "```" not in text


def test_no_page_asks_anything_of_another_site(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert not _FETCHED.search(page.read_text(encoding="utf-8")), page


def test_pictures_of_the_site_are_there(site: Path) -> None:
    text = (site / "project" / "index.html").read_text(encoding="utf-8")
    picture = re.search(r'<img[^>]*src="([^"]+\.png)"', text)
    assert picture is not None
    assert (site / "project" / picture[1]).resolve().is_file()
