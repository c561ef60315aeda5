"""A second theme, visibly another one, made of single blocks, words and colours over the packaged one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sfwgen.build import Checked, check
from tests.build.projects import ROOT, disk_with, small_project

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

THEME = {
    "templates/static/custom.css": """
:root { --red: #0a5c8a; --rule: #0a5c8a; --link: #0a5c8a; }
body { background: #eef6fb; }
.mast { border: 0; background: #0a5c8a; }
.river-mark { margin: 0; padding: .5rem 1rem; background: #0a5c8a; color: #fff; }
""",
    "templates/base.html": """{% extends "theme/base.html" %}
{% block header %}
<p class="river-mark">{{ site.title }}</p>
{{ super() }}
{% endblock %}
{% block footer %}
{{ super() }}
<p class="wrap meta">{{ t("river_foot") }}</p>
{% endblock %}
""",
    "templates/story.html": """{% extends "theme/story.html" %}
{% block panel %}
{% for group in view.panel %}
{% for figure in group.figures %}
<p class="river-figure">{{ figure.label }} <b>{{ figure.text }}</b></p>
{% endfor %}
{% endfor %}
{% endblock %}
""",
    "templates/strings/zh.yaml": "nav_stories: 河长日记\nriver_foot: 一河一策\n",
    "templates/strings/en.yaml": "nav_stories: River diary\nriver_foot: One river, one plan\n",
}
STORY = "stories/feifeng-road.html"


@pytest.fixture(scope="module")
def themed() -> Checked:
    """A small project with the second theme."""
    return check(disk_with({**small_project(), **THEME}), ROOT)


def page(checked: Checked, path: str) -> str:
    return checked.outputs[path].decode()


def test_single_blocks_and_words_are_filled_in_and_all_else_stays(themed: Checked) -> None:
    assert themed.diagnostics == ()
    text, packaged = page(themed, STORY), page(check(disk_with(small_project()), ROOT), STORY)
    assert '<p class="river-mark">' in text
    assert "一河一策" in text
    assert "河长日记" in text
    assert re.search(r'<p class="river-figure">[^<]+<b>200', text)
    assert 'class="panel"' not in text
    for kept in ('id="_sources"', 'class="prose"', "Content-Security-Policy", 'id="_figures"'):
        assert kept in text
        assert kept in packaged
    assert "One river, one plan" in page(themed, f"en/{STORY}")


def test_colours_of_a_project_come_after_those_of_the_theme(themed: Checked) -> None:
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page(themed, "index.html"))
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".", each) for each in sheets] == [
        "static/style.css",
        "static/custom.css",
    ]


def test_a_block_that_asks_for_nothing_known_is_told_at_its_line() -> None:
    files = {
        **small_project(),
        "templates/story.html": '{% extends "theme/story.html" %}\n{% block panel %}\n{{ view.pannel }}\n{% endblock %}\n',
    }
    (fault,) = check(disk_with(files), ROOT).diagnostics
    assert (fault.location.file, fault.location.line) == ("templates/story.html", 3)


def test_the_packaged_template_is_there_only_where_it_was_replaced() -> None:
    files = {
        **small_project(),
        "templates/list.html": '{% extends "theme/base.html" %}\n{% block main %}{% endblock %}\n',
    }
    told = check(disk_with(files), ROOT).diagnostics
    assert told
    assert told[0].location.file == "templates/list.html"


def test_readers_see_another_site(themed: Checked, browser: Browser, tmp_path: Path) -> None:
    for path, data in themed.outputs.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    tab = browser.new_page()
    tab.goto((tmp_path / STORY).as_uri())
    colour = "getComputedStyle(document.querySelector('{}')).backgroundColor"
    assert tab.evaluate(colour.format("body")) == "rgb(238, 246, 251)"
    assert tab.evaluate(colour.format(".river-mark")) == "rgb(10, 92, 138)"
    links = "getComputedStyle(document.querySelector('main a.line, main .crumbs a, .crumbs a')).color"
    assert tab.evaluate(links) == "rgb(10, 92, 138)"
    tab.close()
