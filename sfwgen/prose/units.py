"""Whether the unit that a text prints is that of a metric, in any of the forms that the vocabulary knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from sfwgen.figures import may_count
from sfwgen.languages import family, plain
from sfwgen.model import Metric, Unit

_HAN = re.compile("[一-鿿]")
_PER = re.compile(r" (?:per|an?|each|every) |/", re.IGNORECASE)
_PER_WORDS = {
    "天": ("每天", "每日", "日均", "一天", "a day", "per day", "daily", "each day", "every day"),
    "日": ("每天", "每日", "日均", "一天", "a day", "per day", "daily", "each day", "every day"),
    "月": ("每月", "月均", "一个月", "a month", "per month", "monthly", "each month", "every month"),
    "年": ("每年", "年均", "一年", "a year", "per year", "annually", "each year", "every year"),
    "户": ("每户", "户均", "per household", "a household", "each household", "every household"),
    "人": ("每人", "人均", "per person", "a person", "each person", "per capita"),
    "立方米": ("每立方米", "每方", "per cubic metre", "a cubic metre"),
    "平方米": ("每平方米", "per square metre", "a square metre"),
    "亩": ("每亩", "亩均", "per mu", "a mu"),
    "公里": ("每公里", "per kilometre", "a kilometre"),
}


def names_metric(unit: str, metric: Metric, lang: str, sentence: str) -> bool:
    """Returns whether a printed unit can be that of a metric in a sentence; one without a unit can be any."""
    if not unit:
        return True
    nouns = (plain(noun, lang) for noun in metric.noun.get(lang, ()))
    forms = (*_unit_forms(metric.unit, lang), *nouns)
    # What has no word in a language (家 without a noun) cannot be told from other things that are counted.
    if _is_one_of(unit, forms) or (not forms and may_count(unit, lang)):
        return True
    base, per = _rate(metric.unit)
    return (
        bool(per)
        and _is_one_of(unit, (base, *_english_base(metric.unit)))
        and _says(per, plain(sentence, lang))
    )


def conversion(unit: str, metric: Metric, units: Mapping[str, Unit], lang: str) -> Decimal | None:
    """Returns how many of the metric's units one printed unit is, if it is another of the same kind."""
    for other in units.values():
        same_kind = other.dimension == metric.unit.dimension and other.id != metric.unit.id
        if same_kind and unit and _is_one_of(unit, _unit_forms(other, lang)):
            return Decimal(other.factor) / Decimal(metric.unit.factor)
    return None


# A project has few units, and asks of each figure of each text.
@lru_cache(maxsize=4096)
def _unit_forms(unit: Unit, lang: str) -> tuple[str, ...]:
    """The forms of a unit in a language; of its other forms those in letters count outside Chinese."""
    letters = (form for form in unit.also if form.isascii() or not _HAN.search(form))
    return tuple(filter(None, (unit.zh, *unit.also) if family(lang) == "zh" else (*unit.en, *letters)))


@lru_cache(maxsize=4096)
def _is_one_of(unit: str, forms: tuple[str, ...]) -> bool:
    """Compares without case; of an English noun phrase the last word, whatever its number, decides."""
    plain = unit.casefold()
    known = [form.casefold() for form in forms if form]
    if plain in known:
        return True
    return plain.isascii() and any(_head(plain) == _head(form) for form in known if form.isascii())


def _head(phrase: str) -> str:
    """The last word of a noun phrase, in the singular as far as spelling tells; of a rate, of both parts."""
    upper, lower = split_rate(phrase)
    return f"{_last_word(upper)} per {_last_word(lower)}" if lower else _last_word(phrase)


def split_rate(unit: str) -> tuple[str, str]:
    """Returns the two parts of an English rate (yuan a day, yuan/m³), the second empty where it is none."""
    upper, *lower = _PER.split(unit, maxsplit=1)
    return upper, lower[0] if lower else ""


def _last_word(phrase: str) -> str:
    word = re.split(r"[\s-]+", phrase.strip())[-1]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _rate(unit: Unit) -> tuple[str, str]:
    base, _, per = unit.zh.partition("/")
    return base, per


def _english_base(unit: Unit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.split()[0] for form in unit.en if form))


def _says(per: str, sentence: str) -> bool:
    """Whether a sentence says what a rate is per: 每天, a day."""
    lower = sentence.casefold()
    return any(word in lower for word in _PER_WORDS.get(per, (f"每{per}",)))
