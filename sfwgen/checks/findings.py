"""What rules over outputs find, and how it is told: a fault in a template once, not once a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sfwgen.checks.facts import PageFacts
from sfwgen.checks.targets import Addresses
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.each import Each, one_by_one
from sfwgen.plan.outputs import BuildPlan, PageOutput

_NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of one page. `words` fill the message, which also has {page} and {more}."""

    code: str
    output: PageOutput
    words: tuple[tuple[str, str], ...] = ()
    related: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished site: its outputs with the facts of its pages, in the order of the plan.

    `pages` holds every page that was rendered, by path; `by_folded` every path by its lower-case form.
    `each` may know from an earlier build what a file says.
    """

    plan: BuildPlan
    outputs: Mapping[str, bytes]
    pages: Mapping[str, tuple[PageOutput, PageFacts]]
    addresses: Addresses
    by_folded: Mapping[str, str]
    each: Each = one_by_one


def find(code: str, output: PageOutput, /, *, related: tuple[Location, ...] = (), **words: object) -> Finding:
    """Returns a finding on a page."""
    return Finding(code, output, tuple((name, str(word)) for name, word in words.items()), related)


def tell(findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """Yields a diagnostic for each fault; pages of one template that share it are told together."""
    groups: dict[object, list[Finding]] = {}
    for each in findings:
        groups.setdefault((each.code, each.output.template, each.words), []).append(each)
    for group in groups.values():
        first, *others = sorted(group, key=lambda each: each.output.path)
        sources = dict.fromkeys(each.output.source for each in others)
        related = tuple(place for place in sources if place != first.output.source)[:_NAMED_AT_MOST]
        yield fault(
            first.code,
            first.output.source,
            related=first.related or related,
            page=first.output.path,
            more=len(others) or "",
            **dict(first.words),
        )
