"""What extensions are given and give back: the contract with their authors, docs/extensions.md.

    rules      a function from Pages to Findings
    outputs    a function from Pages to Files
    filters    a function from a value of a template to a text, a number or a list of these

A page has the view that its template is given, docs/templates.md. Nothing here can be changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sfwgen.plan.outputs import PageOutput
from sfwgen.plan.views import View

__all__ = ["File", "Finding", "Page", "Pages"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: its path, its language, the document that it was made from, and what it shows."""

    path: str
    lang: str
    source: str
    view: View

    @property
    def kind(self) -> str:
        """The kind of page, as templates know it: home, story, list, figures, …"""
        return self.view.frame.kind


class Pages:
    """The pages of the site in the order of their paths, as often as they are gone through."""

    def __init__(self, outputs: Sequence[PageOutput]) -> None:
        self._outputs = tuple(outputs)

    def __len__(self) -> int:
        return len(self._outputs)

    def __iter__(self) -> Iterator[Page]:
        for each in self._outputs:
            yield Page(each.path, each.head.lang, each.source.file, each.view)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say of a page, in Chinese and in English, as a colleague would say it.

    `quote` are words of the page's document: the message then stands at their line. An `error` stops the
    build, else it is a warning.
    """

    page: Page
    zh: str
    en: str
    quote: str = ""
    severity: Literal["warning", "error"] = "warning"


@dataclass(frozen=True, slots=True)
class File:
    """A file of text or data that the site is to have besides: its path in the site, and what is in it."""

    path: str
    content: str | bytes
