"""A printed figure in each of its forms: what stands large, what is red, and that it reads in order."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from sfwgen.figures import print_quantity, read
from sfwgen.plan.views import FigureView, Piece
from sfwgen.render import Renderer
from sfwgen.theme import Theme
from tests.render.pages import packaged_theme
from tests.render.test_renderer import Page

_TEMPLATE = """{% import "_figure.html" as fig with context %}
{{ fig.figure(view.figure, "m", view.figure.label) }}"""


@dataclass(frozen=True, slots=True)
class FigureOnly:
    """A view of one figure."""

    frame: Page
    figure: FigureView


def _render(words: str, unit: str | tuple[str, str], lang: str, label: str = "") -> str:
    """The markup of a figure written as a user would, with the unit of its metric."""
    found = read(words, lang)
    assert found
    parts = print_quantity(found.quantity, lang, unit=unit)
    pieces = tuple(Piece(part.kind, part.text) for part in parts)
    text = "".join(piece.text for piece in pieces)
    value = str(found.quantity.value or "")
    figure = FigureView("f", label, pieces, text, value, "", "", "fig-f", "", ())
    packaged = packaged_theme()
    theme = Theme({**packaged.templates, "page.html": _TEMPLATE}, {}, packaged.strings)
    return Renderer(theme).render("page.html", FigureOnly(Page(lang, tag=lang), figure)).strip()


def _large(html: str) -> list[str]:
    return re.findall("<b>(.*?)</b>", html)


def _red(html: str) -> list[str]:
    return [each.strip() for each in re.findall('<span class="q">(.*?)</span>', html)]


@pytest.mark.parametrize(
    ("words", "unit", "large", "red"),
    [
        ("237次", "次", ["237"], []),
        ("800余家", "家", ["800"], ["余"]),
        ("约0.2元", "元/立方米", ["0.2"], ["约"]),
        ("超过1元", "元/立方米", ["1"], ["超过"]),
        ("8.4万名", "名", ["8.4"], []),
        ("3～5户", "户", ["3", "5"], ["～"]),
        ("数十家", "家", [], ["几十"]),
    ],
)
def test_in_chinese_the_number_is_large_and_its_hedge_red(
    words: str, unit: str, large: list[str], red: list[str]
) -> None:
    html = _render(words, unit, "zh")
    assert (_large(html), _red(html)) == (large, red)


@pytest.mark.parametrize(
    ("words", "large", "red"),
    [
        ("237 visits", ["237"], []),
        ("more than 800 visits", ["800"], ["more than"]),
        ("about 20 visits", ["20"], ["about"]),
        ("3 to 5 visits", ["3", "5"], ["to"]),
        ("dozens of visits", [], ["dozens"]),
    ],
)
def test_in_english_the_number_is_large_and_its_hedge_red(
    words: str, large: list[str], red: list[str]
) -> None:
    html = _render(words, ("visit", "visits"), "en")
    assert (_large(html), _red(html)) == (large, red)
    assert re.sub("<[^>]*>", "", html) == words


def test_an_exact_number_is_marked_up_as_data_and_an_indefinite_one_is_set_as_words() -> None:
    assert '<data value="800">' in _render("800余家", "家", "zh")
    indefinite = _render("数十家", "家", "zh")
    assert "<data" not in indefinite
    assert "fig-words" in indefinite


def test_a_unit_that_the_label_repeats_is_printed_once() -> None:
    unit = ("enterprise", "enterprises")
    assert "enterprises" not in _render("800 enterprises", unit, "en", "Enterprises")
    assert "enterprises" in _render("800 enterprises", unit, "en", "Enterprises in the area supplied")
