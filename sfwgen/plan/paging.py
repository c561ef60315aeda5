"""Long lists on several pages, counted from the oldest entry: a new entry moves no address but the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sfwgen.plan.context import Context, relative
from sfwgen.plan.views import Link, Pager

_NEAR = 2
"""How many pages on either side of the current one the pager names."""


@dataclass(frozen=True, slots=True)
class Paging:
    """How a list of `length` entries, the newest first, lies on pages.

    The first page, part 0, has the newest entries: between `size` and twice as many. Each other page has
    `size` of them; part 1 has the oldest. A shorter list has one page.
    """

    length: int
    size: int

    @property
    def parts(self) -> int:
        """How many pages there are beside the first."""
        return max(self.length // self.size - 1, 0)

    def bounds(self, part: int) -> tuple[int, int]:
        """Returns where a page begins and ends in the list, as a slice has it."""
        if part == 0:
            return 0, self.length - self.parts * self.size
        end = self.length - (part - 1) * self.size
        return end - self.size, end

    def number(self, part: int) -> int:
        """Returns which page a part is to the reader, who begins with the newest entry: 1 and up."""
        return self.parts - part + 2 if part else 1

    def part(self, number: int) -> int:
        """Returns the part that is this page to the reader."""
        return self.parts - number + 2 if number > 1 else 0


def make_pager(
    context: Context, paging: Paging, part: int, lang: str, path_of: Callable[[int], str]
) -> Pager | None:
    """Returns the way to the other pages of a list from one of them, or None where there are no others.

    `path_of` gives the path of each part.
    """
    if not paging.parts:
        return None
    path, here, last = path_of(part), paging.number(part), paging.parts + 1

    def link(number: int, text: str) -> Link:
        return Link(text, relative(path, path_of(paging.part(number))), current=number == here)

    return Pager(
        newer=link(here - 1, context.t(lang, "newer_page")) if here > 1 else None,
        older=link(here + 1, context.t(lang, "older_page")) if here < last else None,
        pages=tuple(link(number, str(number)) if number else None for number in _named(here, last)),
    )


def _named(here: int, last: int) -> Iterator[int]:
    """The pages that a pager names, with 0 for those left out between two of them."""
    named = sorted({1, last, *range(max(here - _NEAR, 1), min(here + _NEAR, last) + 1)})
    before = 0
    for number in named:
        if number == before + 2:
            yield before + 1
        elif number > before + 2:
            yield 0
        yield number
        before = number
