"""English units, and the words by which the noun counted is known."""

from __future__ import annotations

from typing import Final

from sfwgen.figures.scanning import word_list

MEASURES: Final = (
    "per cent|percent|%|‰|per mille|percentage points|percentage point|basis points|times|time|"
    "fold|yuan|dollars|dollar|euros|pounds|us dollars|yen|jiao|fen|rmb|cny|metres|metre|meters|"
    "meter|kilometres|kilometre|kilometers|kilometer|centimetres|centimetre|millimetres|"
    "millimetre|miles|mile|square metres|square metre|square kilometres|square kilometre|"
    "square miles|mu|hectares|hectare|acres|acre|cubic metres|cubic metre|litres|litre|tonnes|"
    "tonne|tons|ton|kilograms|kilogram|kilos|grams|gram|micrograms|milligrams|"
    "tonnes of standard coal|kilowatts|kilowatt|megawatts|megawatt|gigawatts|kilowatt-hours|"
    "kilowatt-hour|kilowatt hours|megawatt-hours|megawatt hours|volts|kilovolts|degrees|degree|"
    "degrees celsius|°c|℃|decibels|decibel|seconds|second|minutes|minute|hours|hour|days|day|"
    "working days|working day|calendar days|calendar day|weeks|week|months|month|quarters|years|"
    "year|decades|decade|years old|year old|years of age|km|m|cm|mm|kg|kw|kwh|mw|mwh|ha|km2|m2|m3|"
    "km²|m²|m³|per thousand|points"
).split("|")
"""Units of money, length, area, volume, weight, energy, time and share, as they follow a number."""

DURATIONS: Final = frozenset(
    word_list(
        "second minute hour day week month year decade seconds minutes hours days weeks months years decades"
    )
)

PER: Final = (
    "a day|a week|a month|a year|an hour|a minute|a second|a head|a night|a person|a piece|"
    "a tonne|a kilometre|a household|a mu|a square metre|a cubic metre|a hectare|a kilogram|"
    "a litre|each day|every day|every month|each month|every year|each year|a quarter|"
    "a kilowatt-hour|a trip|a visit|a metre|a term|a shift|a family|a school"
).split("|")
"""What follows a unit to say what it is per (2,000 yuan a day); `per` with a noun is read as well."""

IRREGULAR: Final = frozenset(
    word_list(
        "people children men women staff mu yuan sheep aircraft fish cattle police personnel folk persons "
        "geese feet teeth mice media data criteria oxen livestock poultry crew deer craft salmon youth "
        "firemen policemen fishermen craftsmen workmen businessmen firefighters seamen servicemen "
        "tradesmen pence"
    )
)
"""Plurals that do not end in s."""

NOT_PLURAL: Final = frozenset(
    word_list(
        "this its his hers ours is was has as us thus plus gas bus glass business process access press "
        "class less across perhaps always previous various serious dangerous famous hazardous numerous "
        "continuous sales goods sports savings works arts series news physics economics mathematics "
        "headquarters campus virus status census consensus bonus basis crisis analysis surplus mass cross "
        "grass loss boss express fitness illness wellness witness address overseas indoors outdoors "
        "besides sometimes afterwards towards upwards downwards forwards backwards onwards does says "
        "rises falls remains needs lies stands pays means gets costs takes gives makes goes runs works "
        "was"
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
        "built closed opened won lost used needed became began stood"
    )
)
"""Words at which the noun counted has been passed."""
