"""The guide to official sites: its example makes a site, and what it says of the command is what the command does."""

from __future__ import annotations

import re

import pytest

from sfwgen.build import make_site
from sfwgen.checks.inspection import FIRST_VIEW, HOME_FAIL, HOME_WARN, WHOLE_PAGE
from sfwgen.checks.official import ARTICLE_TAGS, COLUMN_TAGS, SITE_TAGS
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.docs.blocks import apply, blocks_of, read_document
from tests.official.projects import official_project
from tests.support.memory import MEMORY

GUIDES = ["docs/official.zh.md", "docs/official.md"]


@pytest.mark.parametrize("guide", GUIDES)
def test_the_example_makes_an_official_site(guide: str) -> None:
    (block,) = [block for block in blocks_of(read_document(guide)) if block.path]
    checked = make_site(make_sources(apply(official_project(), block)), theme_files(), memory=MEMORY)
    assert checked.diagnostics == ()
    home = checked.outputs["index.html"].decode()
    assert "测试市建设局“三服务”专题首页" in home
    assert "承办单位：测试市建设局" in home


def test_both_guides_show_the_same_example() -> None:
    (chinese,), (english,) = (
        [each.text for each in blocks_of(read_document(guide)) if each.path] for guide in GUIDES
    )
    assert chinese == english


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guide_gives_the_limits_and_tags_that_hold(guide: str) -> None:
    text = read_document(guide)
    for days in (HOME_FAIL, HOME_WARN):
        assert re.search(rf"{days} ?(?:天|days)", text)
    assert f"{FIRST_VIEW // 1000} KB" in text
    assert f"{WHOLE_PAGE // 1000} KB" in text
    for tag in (*SITE_TAGS, *COLUMN_TAGS, *ARTICLE_TAGS):
        assert f"`{tag}`" in text
