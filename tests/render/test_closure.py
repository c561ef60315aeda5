"""What a template draws on: a page is made anew exactly when one of these changes."""

from __future__ import annotations

import pytest

from sfwgen.render import RenderError, template_closure
from sfwgen.theme import Theme
from tests.render.pages import packaged_theme


def _theme(**templates: str) -> Theme:
    return Theme({f"{name}.html": text for name, text in templates.items()}, {}, {})


def test_a_template_draws_on_what_it_extends_includes_and_imports_at_any_depth() -> None:
    theme = _theme(
        page="{% extends 'base.html' %}{% import 'tools.html' as tools %}",
        base="{% include 'head.html' %}",
        head="{% from 'words.html' import word %}",
        words="",
        tools="",
        other="",
    )
    names = ("page", "base", "head", "words", "tools")
    assert template_closure(theme, "page.html") == {f"{name}.html" for name in names}


def test_a_computed_name_may_be_any_template() -> None:
    theme = _theme(page="{% include view.name %}", other="")
    assert template_closure(theme, "page.html") == {"page.html", "other.html"}


def test_a_circle_of_templates_ends() -> None:
    assert template_closure(_theme(a="{% include 'b.html' %}", b="{% include 'a.html' %}"), "a.html") == {
        "a.html",
        "b.html",
    }


def test_a_template_that_is_missing_is_left_to_rendering() -> None:
    assert template_closure(_theme(a="{% include 'nothing.html' %}"), "a.html") == {"a.html"}


def test_a_template_that_cannot_be_parsed_is_reported_with_its_line() -> None:
    with pytest.raises(RenderError) as caught:
        template_closure(_theme(a="{% include 'b.html' %}", b="\n{% if %}"), "a.html")
    assert (caught.value.diagnostic.location.file, caught.value.diagnostic.location.line) == (
        "templates/b.html",
        2,
    )


def test_a_page_of_the_packaged_theme_draws_on_the_frame_and_its_own_parts_only() -> None:
    closure = template_closure(packaged_theme(), "list.html")
    assert {"list.html", "base.html", "_header.html", "_footer.html", "_text.html", "_story.html"} <= closure
    assert not closure & {"_span.html", "home.html"}
