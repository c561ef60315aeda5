"""Pages that someone is looking at are made before the rest of the site, and are what the site will have."""

from __future__ import annotations

from sfwgen.build.looking import Material, render_some
from sfwgen.build.pipeline import make_site
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.support.example import changed, example_files
from tests.support.memory import MEMORY

STORY = "stories/gas-pipeline.html"
PAGES = ("index.html", f"en/{STORY}", STORY, "en/about.html", "bulletins/1.html")


def test_the_pages_that_are_looked_at_are_those_that_the_finished_site_has() -> None:
    seen: dict[str, bytes] = {}
    checked = make_site(
        make_sources(example_files()),
        theme_files(),
        memory=MEMORY,
        look=lambda material: seen.update(render_some(material, (*PAGES, "figures.html", "no.html"))),
    )
    assert checked.outputs
    assert seen == {path: checked.outputs[path] for path in PAGES}


def test_a_project_whose_figures_do_not_agree_is_not_looked_at() -> None:
    seen: list[Material] = []
    files = changed(slip=("84,000 residents", "48,000 residents"))
    checked = make_site(make_sources(files), theme_files(), memory=MEMORY, look=seen.append)
    assert checked.fails()
    assert seen == []
