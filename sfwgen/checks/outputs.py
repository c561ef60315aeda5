"""The rules over the finished outputs: one table, each rule with the codes that it may raise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sfwgen.checks import pages
from sfwgen.checks.alternates import check_alternates
from sfwgen.checks.facts import PageFacts, read_facts
from sfwgen.checks.files import check_files, check_paths, check_structured_data
from sfwgen.checks.findings import Finding, Finished, tell
from sfwgen.checks.official import check_official
from sfwgen.checks.targets import make_addresses
from sfwgen.diagnostics import Diagnostic, sort_diagnostics
from sfwgen.each import Each, one_by_one
from sfwgen.plan.outputs import BuildPlan, PageOutput


@dataclass(frozen=True, slots=True)
class PageRule:
    """A rule over the facts of all pages, and the codes of what it finds."""

    codes: tuple[str, ...]
    check: Callable[[Finished], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class FileRule:
    """A rule over outputs that are no pages, and the codes of what it reports."""

    codes: tuple[str, ...]
    check: Callable[[Finished], Iterator[Diagnostic]]


NO_FACTS: Mapping[str, PageFacts] = {}
_ADDRESS = ("output-link-broken", "output-anchor-missing")

PAGE_RULES: tuple[PageRule, ...] = (
    PageRule((*_ADDRESS, "output-unsafe"), pages.check_links),
    PageRule((*_ADDRESS, "output-outside-request", "output-unsafe"), pages.check_assets),
    PageRule(_ADDRESS, pages.check_mentioned),
    PageRule(("output-id-twice", "output-anchor-missing"), pages.check_own_ids),
    PageRule(("output-h1", "output-heading-skip"), pages.check_outline),
    PageRule(("output-language",), pages.check_languages),
    PageRule(("output-unsafe", "output-no-policy"), pages.check_safety),
    PageRule(("output-title-missing", "output-title-twice"), pages.check_titles),
    PageRule(
        (
            *("output-alternate-self", "output-alternate-missing", "output-alternate-language"),
            *("output-alternate-noindex", "output-alternate-mutual", "output-alternate-twice"),
            "output-alternate-default",
        ),
        check_alternates,
    ),
    PageRule(("output-json-ld-broken",), check_structured_data),
    PageRule(
        (
            *("official-tag-missing", "official-tag-empty", "official-tag-twice", "official-tag-residue"),
            *("official-tag-form", "official-tag-differs", "official-tag-spelling"),
            *("official-tag-unofficial", "official-foot-missing"),
        ),
        check_official,
    ),
)
FILE_RULES: tuple[FileRule, ...] = (
    FileRule(
        ("output-file-broken", "output-names-missing", "output-names-hidden", "output-style-outside"),
        check_files,
    ),
    FileRule(("output-paths-alike",), check_paths),
)


def check_outputs(
    plan: BuildPlan,
    outputs: Mapping[str, bytes],
    facts: Mapping[str, PageFacts] = NO_FACTS,
    each: Each = one_by_one,
) -> tuple[Diagnostic, ...]:
    """Returns what is wrong with the finished files of a site, sorted; `outputs` holds them by path.

    `facts` are those of pages that have been read already. A fault that many pages share, since it stands in
    their template, is told once.
    """
    site = finish(plan, outputs, facts, each)
    findings = (found for rule in PAGE_RULES for found in rule.check(site))
    faults = (found for rule in FILE_RULES for found in rule.check(site))
    return sort_diagnostics((*tell(findings), *faults))


def finish(
    plan: BuildPlan,
    outputs: Mapping[str, bytes],
    facts: Mapping[str, PageFacts] = NO_FACTS,
    each: Each = one_by_one,
) -> Finished:
    """Returns a plan with its outputs and the facts of every page."""
    read = {
        output.path: (
            output,
            facts.get(output.path) or read_facts(outputs[output.path].decode("utf-8", "replace")),
        )
        for output in plan.outputs
        if isinstance(output, PageOutput) and output.path in outputs
    }
    by_folded = {path.casefold(): path for path in outputs}
    return Finished(plan, outputs, read, make_addresses(plan), by_folded, each)
