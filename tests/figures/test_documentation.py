"""The examples in docs/figures.md are true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from sfwgen.figures import Found, Qualifier, Quantity, Refusal, find, print_quantity, read, total

PAGE = Path(__file__).parents[2] / "docs" / "figures.md"
NO_FIGURE = "—"


def _rows(*header: str) -> Iterator[tuple[str, ...]]:
    """The rows of all tables of the page that have this header."""
    inside = False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if cells == header:
            inside = True
        elif not line.startswith("|"):
            inside = False
        elif inside and not line.startswith("| ---"):
            yield cells


@pytest.mark.parametrize(("text", "reading"), list(_rows("Chinese", "is read as")))
def test_chinese_is_read_as_the_page_says(text: str, reading: str) -> None:
    assert _described(find(text, "zh")) == reading


@pytest.mark.parametrize(("text", "reading"), list(_rows("English", "is read as")))
def test_english_is_read_as_the_page_says(text: str, reading: str) -> None:
    assert _described(find(text, "en")) == reading


@pytest.mark.parametrize(("quantity", "chinese", "english"), list(_rows("quantity", "中文", "English")))
def test_figures_are_printed_as_the_page_says(quantity: str, chinese: str, english: str) -> None:
    value = _quantity(quantity)
    parts = (
        print_quantity(value, "zh", unit="户"),
        print_quantity(value, "en", unit=("household", "households")),
    )
    assert tuple("".join(part.text for part in each) for each in parts) == (chinese, english)


@pytest.mark.parametrize(("parts", "result"), list(_rows("parts", "sum")))
def test_figures_are_added_as_the_page_says(parts: str, result: str) -> None:
    figures = [read(part, "zh") for part in parts.split(" + ")]
    sum_ = total([figure.quantity for figure in figures if figure])
    assert (f"refused: {sum_.reason}" if isinstance(sum_, Refusal) else _said(sum_)) == result
    assert len(figures) == parts.count(" + ") + 1


def test_the_page_has_examples_of_every_kind_and_every_qualifier() -> None:
    readings = [row[1] for row in (*_rows("Chinese", "is read as"), *_rows("English", "is read as"))]
    assert len(readings) > 50
    assert NO_FIGURE in readings
    for qualifier in Qualifier:
        assert any(re.search(rf"\b{qualifier.value}\b", reading) for reading in readings), qualifier


def _described(found: tuple[Found, ...]) -> str:
    described = []
    for figure in found:
        value = _said(figure.quantity)
        if figure.parts:
            value = f"{figure.quantity.qualifier} {figure.parts[0]}/{figure.parts[1]}"
        words = (value, figure.unit, figure.statistic, figure.direction)
        described.append(" ".join(word for word in words if word))
    return "; ".join(described) or NO_FIGURE


def _said(quantity: Quantity) -> str:
    if quantity.qualifier is Qualifier.RANGE:
        numbers = [quantity.low, quantity.high]
    else:
        numbers = [quantity.value if isinstance(quantity.value, Decimal) else quantity.base]
    text = "..".join(format(number, "f") for number in numbers if number is not None)
    return f"{quantity.qualifier} {text}".strip()


def _quantity(said: str) -> Quantity:
    word, number = said.split()
    qualifier = Qualifier(word)
    match qualifier:
        case Qualifier.RANGE:
            low, high = number.split("..")
            return Quantity(qualifier, low=Decimal(low), high=Decimal(high))
        case Qualifier.INDEFINITE:
            return Quantity(qualifier, base=Decimal(number))
        case _:
            return Quantity(qualifier, Decimal(number))
