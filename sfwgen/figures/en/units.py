"""English units, and the words by which the noun counted is known."""

from __future__ import annotations

from typing import Final

from sfwgen.figures.scanning import phrase_list, word_list

LENGTHS_OF_TIME: Final = phrase_list(
    "second|minute|hour|day|working day|calendar day|week|month|quarter|year|decade|century|year of age|"
    "school day|trading day"
)
SOMETIMES_HALF: Final = (
    "second|minute|hour|day|week|month|year|decade|century|metre|kilometre|mile|tonne|hectare"
)
"""Units of which one and a half is said as a year and a half."""
DISTANCES: Final = phrase_list("metre|meter|kilometre|kilometer|centimetre|millimetre|mile|foot|step")
_ONES: Final = phrase_list(
    "percentage point|basis point|point|time|dollar|us dollar|u.s. dollar|euro|pound|"
    "square metre|square meter|"
    "square kilometre|square kilometer|square mile|square foot|hectare|acre|cubic metre|cubic meter|"
    "cubic kilometre|cubic centimetre|litre|liter|millilitre|tonne|ton|tonne of standard coal|kilogram|kilo|"
    "gram|microgram|milligram|kilowatt|megawatt|gigawatt|watt|kilowatt-hour|kilowatt hour|megawatt-hour|"
    "megawatt hour|volt|kilovolt|degree|decibel|megabit|gigabyte|terabyte|unit of electricity"
)
_UNCHANGED: Final = phrase_list(
    "per cent|percent|%|‰|per mille|per thousand|yuan|yen|jiao|fen|rmb|cny|renminbi|mu|hertz|bar|jin|feet|"
    "degrees celsius|degree celsius|°c|℃|years old|year old|years of age|centuries|km|m|cm|mm|kg|kw|kwh|mw|"
    "mwh|ha|km2|m2|m3|km²|m²|m³|ml|mg|kv|kva|mva|gw|gwh|kpa|mpa|db|gb|tb|mbps|lux|sq m|sq km|fold"
)


def _with_plurals(ones: tuple[str, ...]) -> tuple[str, ...]:
    return (*ones, *(f"{one}s" for one in ones))


MEASURES: Final = (
    *_with_plurals(LENGTHS_OF_TIME),
    *_with_plurals(DISTANCES),
    *_with_plurals(_ONES),
    *_UNCHANGED,
    "tonnes of standard coal",
)
"""Units of money, length, area, volume, weight, energy, time and share, as they follow a number."""

AREAS: Final = frozenset(
    phrase_list("mu|hectares|square metres|square meters|square kilometres|square kilometers|ha|m²|km²|acres")
)

LENGTHS: Final = frozenset((*_with_plurals(DISTANCES), "km", "m"))

DURATIONS: Final = frozenset(_with_plurals(LENGTHS_OF_TIME))

REACHES: Final = DURATIONS | LENGTHS
"""Times and distances, within which something may be."""

MEANINGS: Final = {"per cent": "%", "percent": "%", "fold": "times"}
"""The unit that a way of writing stands for; the others stand for themselves."""

PER: Final = word_list(
    "second minute hour day night week month quarter season term year shift person head family "
    "household school "
    "village class pupil student resident worker visit trip piece tonne kilogram litre kilometre "
    "metre hectare "
    "mu kilo jin kilowatt-hour round session plot vehicle meal ticket case bed seat application"
)
"""What follows a unit with a or each to say what it is per (2,000 yuan a day)."""

IRREGULAR: Final = frozenset(
    word_list(
        "people children men women staff mu yuan sheep aircraft fish cattle police personnel folk persons "
        "geese feet teeth mice media data criteria oxen livestock poultry crew deer craft salmon youth "
        "firemen policemen fishermen craftsmen workmen businessmen firefighters seamen servicemen "
        "tradesmen pence headcount buses gases businesses addresses glasses classes processes passes presses "
        "illnesses witnesses losses crosses lenses analyses crises bases axes"
    )
)
"""Plurals that do not end in s, or end in one as other words do."""

NOT_PLURAL: Final = frozenset(
    word_list(
        "this its his hers ours is was has as us thus plus gas bus business access less across "
        "perhaps always fireworks sales goods sports savings works arts series news physics economics "
        "mathematics "
        "headquarters overseas indoors outdoors besides sometimes afterwards towards upwards "
        "downwards forwards "
        "backwards onwards does says rises falls remains needs lies stands pays means gets costs takes gives "
        "makes goes runs helps shows lets sees holds keeps becomes begins begs joins brings"
    )
)
"""Words that end in s and are no noun counted, or stand before one (sales outlets)."""

STOPS: Final = frozenset(
    word_list(
        "a an the and or but of in on at to for from by with without within into onto over under about "
        "after before since until till during between among through across against along near per than as "
        "is are was were be been being am has have had having do does did will would shall should can "
        "could may might must not no nor so if when while where who which that whose what this these "
        "those it they he she we you i their its his her our your them him us up down out off then there "
        "here also only just both all each every more less fewer other's earn earned met meet reported "
        "took take live lives came come went go said say made make attended received signed joined moved "
        "paid pay remain stayed left applied asked responded agreed told got get passed failed found "
        "built closed opened won lost used needed became began stood backed chose gave saw kept held "
        "ones ago old long wide high deep tall away apart later earlier again together yet still "
        "already now today"
    )
)
"""Words at which the noun counted has been passed."""
