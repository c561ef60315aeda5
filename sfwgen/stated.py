"""Figures of the data as a language prints them, with the word of their metric."""

from __future__ import annotations

from sfwgen.figures import Part, Quantity, print_quantity
from sfwgen.languages import family
from sfwgen.model import Metric


def figure_parts(quantity: Quantity, metric: Metric, lang: str) -> tuple[Part, ...]:
    """Returns a quantity of a metric in its parts, as a language prints it."""
    unit: str | tuple[str, str] = metric.unit.zh
    if family(lang) != "zh":
        unit = metric.unit.en if metric.unit.en[0] else metric.noun.get(lang, ("", ""))
    return print_quantity(quantity, lang, unit=unit, amount=metric.unit.amount)


def figure_text(quantity: Quantity, metric: Metric, lang: str) -> str:
    """Returns a quantity of a metric as running text."""
    return "".join(part.text for part in figure_parts(quantity, metric, lang))
