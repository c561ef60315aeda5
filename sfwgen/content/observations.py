"""Figures as staff write them, read into quantities of a metric."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from sfwgen.content.nodes import Step
from sfwgen.content.reporter import Reporter
from sfwgen.content.shapes import FigureShape, QuantityShape
from sfwgen.content.vocabulary import Catalogues
from sfwgen.figures import Found, Qualifier, Quantity, read_in
from sfwgen.languages import family, plain
from sfwgen.model import Figure, Metric, MetricKind, Totalling, Unit

_BLANK = re.compile(
    r"[xX×＊*＿_?？○□■]+(?![A-Za-z])|.*[xX×＊*＿_?？○□■]{2,}|.*(?<![\d.,，_])0{2,}(?![\d.,])|.*待[补定填核查]|"
    r"(?:[.…—-]{2,}|[.…—-]|tbd|tbc|n/?a|todo|未填|填写|空缺|暂缺)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[0-9０-９零〇一二两三四五六七八九十百千万亿几数半多]|\b(?:one|two|half|dozens?|hundreds?|several|no)\b"
)
_PARTS = ("value", "low", "high", "base")
_LONGEST_FACTOR = 40


def decode_figures(
    shapes: Sequence[FigureShape], catalogues: Catalogues, reporter: Reporter
) -> tuple[tuple[Figure, ...], frozenset[str]]:
    """Returns the sound figures of a document, and the ids of all of its figures."""
    decoder = _Decoder(catalogues, reporter)
    numbers: dict[str, int] = {}
    figures: list[Figure] = []
    for number, shape in enumerate(shapes):
        path = ("figures", number)
        id_ = shape.id or shape.metric
        if id_ is None:
            if not _any_lost(reporter, path, "id", "metric"):
                reporter.add("figure-id-missing", *path)
            id_ = f"figure-{number}"
        elif numbers.setdefault(id_, number) != number:
            reporter.add_again("figure-id-repeated", path, ("figures", numbers[id_]), value=id_)
        figure = decoder.figure(shape, id_, path)
        if figure is not None:
            figures.append(figure)
    return tuple(figures), frozenset(numbers)


@dataclass(frozen=True, slots=True)
class _Decoder:
    catalogues: Catalogues
    reporter: Reporter

    def figure(self, shape: FigureShape, id_: str, path: tuple[Step, ...]) -> Figure | None:
        reporter = self.reporter
        scope, note = (reporter.texts(shape.scope, *path, "scope"), reporter.texts(shape.note, *path, "note"))
        label = reporter.texts(shape.label, *path, "label")
        if shape.as_of is not None and shape.period is not None:
            reporter.add("figure-time-twice", *path, "period", key=True)
        metric = self.metric(shape, id_, label, path)
        found = self.quantity(shape, metric, path)
        if metric is None or found is None:
            return None
        self.check_count(shape, metric, found, path)
        return Figure(
            id=id_,
            metric=metric,
            quantity=found[0],
            statistic=found[1],
            when=shape.as_of or shape.period,
            scope=scope,
            label=label,
            note=note,
            example=shape.example,
            as_printed=shape.value or "",
            location=reporter.at(*path),
        )

    def metric(
        self, shape: FigureShape, id_: str, label: dict[str, str], path: tuple[Step, ...]
    ) -> Metric | None:
        if shape.metric is not None:
            if shape.unit is not None:
                self.reporter.add("figure-unit-with-metric", *path, "unit", key=True)
            return self.catalogues.metrics.find(
                shape.metric, "metric-unknown", self.reporter, *path, "metric"
            )
        if shape.unit is None or shape.label is None:
            if not _any_lost(self.reporter, path, "metric", "unit", "label"):
                self.reporter.add("figure-metric-missing", *path)
            return None
        unit = self.catalogues.units.find(shape.unit, "unit-unknown", self.reporter, *path, "unit")
        if unit is None:
            return None
        # A figure that occurs once in the world is its own definition: a level that nothing may be added to.
        where = self.reporter.at(*path)
        return Metric(id_, label, {}, {}, unit, MetricKind.STOCK, Totalling.NEVER, where)

    def quantity(
        self, shape: FigureShape, metric: Metric | None, path: tuple[Step, ...]
    ) -> tuple[Quantity, str | None] | None:
        if shape.value is not None and shape.quantity is not None:
            self.reporter.add("figure-value-twice", *path, "quantity", key=True)
        if shape.value is not None:
            found = self.read(shape.value, metric, (*path, "value"))
            if found is None:
                return None
            return found[0], self.statistic(shape, found[1], path)
        if shape.quantity is not None:
            quantity = self.spelled_out(shape.quantity, (*path, "quantity"))
            return None if quantity is None else (quantity, shape.statistic)
        if not _any_lost(self.reporter, path, "value", "quantity"):
            self.reporter.add("figure-value-missing", *path)
        return None

    def read(self, text: str, metric: Metric | None, path: tuple[Step, ...]) -> tuple[Quantity, Found] | None:
        """Reads a value as printed; a unit that converts into the metric's is converted."""
        found = read_found(text, self.reporter, *path)
        if found is None:
            return None
        # A fraction (三分之二) is one of whatever the unit counts.
        if metric is None or found.unit in ("", "ratio") or found.unit.casefold() in _forms(metric):
            return found.quantity, found
        for unit in self.catalogues.units.sound().values():
            same = unit.dimension == metric.unit.dimension
            if same and found.unit.casefold() in _unit_forms(unit):
                quantity = converted(found.quantity, unit, metric.unit)
                if quantity is not None:
                    return quantity, found
        self.reporter.add(
            "metric-unit-mismatch",
            *path,
            printed=found.unit,
            value=text,
            metric=metric.id,
            unit=metric.unit.zh,
            en=", ".join(sorted(_english_forms(metric))),
        )
        return None

    def check_count(
        self,
        shape: FigureShape,
        metric: Metric,
        found: tuple[Quantity, str | None],
        path: tuple[Step, ...],
    ) -> None:
        """What is counted one by one is a whole number and never below none; an average or a share may be."""
        quantity, statistic = found
        if metric.unit.amount or metric.kind is MetricKind.RATE or statistic is not None:
            return
        ends = (quantity.value, quantity.low, quantity.high)
        numbers = [each for each in ends if isinstance(each, Decimal)]
        wrong = next((number for number in numbers if number < 0 or number % 1), None)
        if wrong is not None:
            field = "quantity" if shape.value is None else "value"
            self.reporter.add("figure-not-a-count", *path, field, value=wrong, unit=metric.unit.id)

    def statistic(self, shape: FigureShape, found: Found, path: tuple[Step, ...]) -> str | None:
        if shape.statistic and found.statistic and shape.statistic != found.statistic:
            self.reporter.add(
                "figure-statistic-contradicts",
                *path,
                "statistic",
                value=shape.value,
                printed=found.statistic,
                statistic=shape.statistic,
            )
        return shape.statistic or found.statistic

    def spelled_out(self, shape: QuantityShape, path: tuple[Step, ...]) -> Quantity | None:
        given = {name for name in _PARTS if getattr(shape, name) is not None}
        hedged = shape.qualifier is Qualifier.ABOUT and given == {"low", "high"}
        qualifier = Qualifier.RANGE if hedged else shape.qualifier
        wanted = _wanted(qualifier)
        if _any_lost(self.reporter, path, *_PARTS):
            return None
        if given != wanted and not (shape.qualifier is Qualifier.NONE and given == {"value"}):
            names = " + ".join(name for name in _PARTS if name in wanted) or "-"
            self.reporter.add("quantity-parts", *path, qualifier=shape.qualifier, wanted=names)
            return None
        if shape.low is not None and shape.high is not None and shape.low > shape.high:
            self.reporter.add("quantity-reversed", *path, low=shape.low, high=shape.high)
            return None
        if shape.qualifier is Qualifier.NONE and shape.value:
            self.reporter.add("quantity-parts", *path, qualifier=shape.qualifier, wanted="value: 0")
            return None
        numbers = [number for number in (shape.value, shape.low, shape.high) if number is not None]
        step = min((_place_value(number) for number in numbers), default=Decimal(1))
        value = Decimal(0) if shape.qualifier is Qualifier.NONE else shape.value
        return Quantity(qualifier, value, shape.low, shape.high, shape.base, step, hedged=hedged)


def read_found(text: str, reporter: Reporter, *path: Step) -> Found | None:
    """Returns a value as printed in a language of the site, or None where it is no figure, which is noted."""
    found = None if _BLANK.match(text) else read_in(text, reporter.languages)
    if found is None:
        numbered = "figure-unreadable" if _NUMBER.search(text) else "figure-number-missing"
        reporter.add("figure-placeholder" if _BLANK.match(text) else numbered, *path, value=text)
    elif found.two_ways:
        reporter.add("figure-qualifiers-two", *path, found=found.text)
    return found


def _any_lost(reporter: Reporter, path: tuple[Step, ...], *fields: str) -> bool:
    return any(reporter.lost(*path, field) for field in fields)


def _wanted(qualifier: Qualifier) -> set[str]:
    if qualifier is Qualifier.RANGE:
        return {"low", "high"}
    if qualifier is Qualifier.INDEFINITE:
        return {"base"}
    return set() if qualifier is Qualifier.NONE else {"value"}


def _place_value(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)


def _forms(metric: Metric) -> frozenset[str]:
    nouns = {plain(word, language) for language, words in metric.noun.items() for word in words}
    return _unit_forms(metric.unit) | frozenset(word.casefold() for word in nouns if word)


def _english_forms(metric: Metric) -> frozenset[str]:
    nouns = {word for language, words in metric.noun.items() if family(language) != "zh" for word in words}
    return frozenset(word.casefold() for word in {*metric.unit.en, *nouns} if word)


def _unit_forms(unit: Unit) -> frozenset[str]:
    return frozenset(form.casefold() for form in (unit.zh, *unit.also, *unit.en) if form)


def converted(quantity: Quantity, printed: Unit, wanted: Unit) -> Quantity | None:
    """Returns a quantity in another unit of its dimension, or None where that is no finite decimal."""
    ratio = Fraction(Decimal(printed.factor)) / Fraction(Decimal(wanted.factor))
    factor = _decimal(ratio)
    if factor is None:
        return None

    def times(number: Decimal | None) -> Decimal | None:
        return None if number is None else _decimal(Fraction(number) * ratio)

    value = quantity.value
    return replace(
        quantity,
        value=value * ratio if isinstance(value, Fraction) else times(value),
        low=times(quantity.low),
        high=times(quantity.high),
        base=times(quantity.base),
        step=times(quantity.step) or quantity.step,
    )


def _decimal(ratio: Fraction) -> Decimal | None:
    """The fraction as a plain decimal, or None where it has no end."""
    rest, places = ratio.denominator, 0
    while rest > 1 and places < _LONGEST_FACTOR:
        divisor = 10 if rest % 10 == 0 else 2 if rest % 2 == 0 else 5
        if rest % divisor:
            return None
        rest //= divisor
        places += 1
    scaled = ratio * 10**places
    return Decimal(scaled.numerator).scaleb(-places) if scaled.denominator == 1 else None
