"""Figures in the texts of a site: found, bound to what they rest on, reported where they rest on nothing."""

from sfwgen.prose.binding import Binding, Bond, Slip
from sfwgen.prose.checking import Prose, Text, check_prose, count_bindings, read_prose
from sfwgen.prose.html_text import BLANK
from sfwgen.prose.marking import Cited, mark_body, mark_phrase
from sfwgen.prose.passages import Where, passage_text

__all__ = [
    "BLANK",
    "Binding",
    "Bond",
    "Cited",
    "Prose",
    "Slip",
    "Text",
    "Where",
    "check_prose",
    "count_bindings",
    "mark_body",
    "mark_phrase",
    "passage_text",
    "read_prose",
]
