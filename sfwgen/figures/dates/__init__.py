"""Dates in running text: a date is no figure, but it must be the same in both languages."""

from sfwgen.figures.dates.mention import DateMention
from sfwgen.figures.dates.pairing import date_slips
from sfwgen.figures.dates.reading import dates_in

__all__ = ["DateMention", "date_slips", "dates_in"]
