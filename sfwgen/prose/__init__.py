"""Figures in the texts of a site: found, bound to what they rest on, reported where they rest on nothing."""

from sfwgen.prose.binding import Binding, Bond
from sfwgen.prose.checking import check_prose
from sfwgen.prose.html_text import BLANK
from sfwgen.prose.marking import Cited, Marks, escape_text, find_marks, is_bound, mark_body, mark_phrase
from sfwgen.prose.matching import Slip
from sfwgen.prose.passages import Document, Where, passage_text
from sfwgen.prose.reading import Prose, Text, bind_story, count_bindings, read_prose

__all__ = [
    "BLANK",
    "Binding",
    "Bond",
    "Cited",
    "Document",
    "Marks",
    "Prose",
    "Slip",
    "Text",
    "Where",
    "bind_story",
    "check_prose",
    "count_bindings",
    "escape_text",
    "find_marks",
    "is_bound",
    "mark_body",
    "mark_phrase",
    "passage_text",
    "read_prose",
]
