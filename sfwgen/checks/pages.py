"""Rules over each finished page: its addresses, its outline, its language, its safety."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sfwgen.checks.facts import PageFacts
from sfwgen.checks.findings import Finding, Finished, find
from sfwgen.checks.targets import Kind, Target, ids_of, spelled_otherwise
from sfwgen.diagnostics import nearest
from sfwgen.plan.outputs import PageOutput

_TOP = frozenset({"", "top"})


def check_links(site: Finished) -> Iterator[Finding]:
    """Yields a finding for each link that leads to no output, or to no place in it, or runs code."""
    for output, facts in site.pages.values():
        for address in facts.links:
            target = site.addresses.resolve(output.path, address)
            if target.kind in (Kind.UNSAFE, Kind.DATA):
                yield find("output-unsafe", output, markup=address)
            elif target.kind is Kind.INSIDE:
                yield from _check_target(site, output, address, target)


def check_assets(site: Finished) -> Iterator[Finding]:
    """Yields a finding for each image, style sheet or script that is missing or fetched from elsewhere."""
    for output, facts in site.pages.values():
        for address in facts.assets:
            target = site.addresses.resolve(output.path, address)
            match target.kind:
                case Kind.OUTSIDE:
                    yield find("output-outside-request", output, target=address)
                case Kind.UNSAFE | Kind.ELSEWHERE:
                    yield find("output-unsafe", output, markup=address)
                case Kind.DATA if not address.startswith("data:image/"):
                    yield find("output-unsafe", output, markup=address)
                case Kind.INSIDE:
                    yield from _check_target(site, output, address, target)


def check_mentioned(site: Finished) -> Iterator[Finding]:
    """Yields a finding for each address of this site in a page's head that there is not."""
    for output, facts in site.pages.values():
        for address in (*facts.named, *filter(None, [facts.canonical])):
            target = site.addresses.resolve(output.path, address)
            if target.kind is Kind.INSIDE:
                yield from _check_target(site, output, address, target)


def check_own_ids(site: Finished) -> Iterator[Finding]:
    """Yields a finding for each id that stands twice, and each that an attribute names and is not there."""
    for output, facts in site.pages.values():
        for id_ in facts.twice:
            yield find("output-id-twice", output, id=id_)
        for id_ in facts.near:
            if id_ not in facts.ids:
                yield _no_anchor(output, facts, f"#{id_}", id_)


def check_outline(site: Finished) -> Iterator[Finding]:
    """Yields a finding for each page without exactly one h1, or with a level of headings left out."""
    for output, facts in site.pages.values():
        count = facts.headings.count(1)
        if count != 1:
            yield find("output-h1", output, count=count)
        skip = next(((a, b) for a, b in pairwise((0, *facts.headings)) if b > a + 1), None)
        if skip is not None and skip[0]:
            yield find("output-heading-skip", output, level=skip[1], above=skip[0])


def check_languages(site: Finished) -> Iterator[Finding]:
    """Yields a finding for each page that does not say its language, or that of the text it shows."""
    for output, facts in site.pages.values():
        head = output.head
        if facts.lang != head.tag:
            yield find("output-language", output, lang=facts.lang or "-", tag=head.tag)
        elif head.content_tag and head.content_tag not in facts.languages:
            yield find("output-language", output, lang=facts.lang, tag=head.content_tag)


def check_safety(site: Finished) -> Iterator[Finding]:
    """Yields a finding for markup that the security policy forbids, and for pages without a policy."""
    for output, facts in site.pages.values():
        for markup in facts.unsafe:
            yield find("output-unsafe", output, markup=markup)
        if not facts.policy:
            yield find("output-no-policy", output)


def check_titles(site: Finished) -> Iterator[Finding]:
    """Yields a finding for each page without a title, or with that of another page in its language."""
    first: dict[tuple[str, str], PageOutput] = {}
    for output, facts in site.pages.values():
        if not facts.title:
            yield find("output-title-missing", output)
        elif output.head.kind != "redirect":
            same = first.setdefault((facts.lang, facts.title), output)
            if same is not output:
                words = {"title": facts.title, "other": same.path}
                yield find("output-title-twice", output, related=(same.source,), **words)


def _check_target(site: Finished, output: PageOutput, address: str, target: Target) -> Iterator[Finding]:
    if target.path not in site.outputs:
        near = spelled_otherwise(target.path, site.by_folded)
        yield find("output-link-broken", output, target=target.path or address, nearest=near)
    elif target.fragment:
        page = site.pages.get(target.path)
        if page is not None:
            if target.fragment not in page[1].ids and target.fragment not in _TOP:
                yield _no_anchor(output, page[1], f"{target.path}#{target.fragment}", target.fragment)
        elif target.path.endswith(".svg") and target.fragment not in ids_of(site.outputs[target.path]):
            yield find("output-anchor-missing", output, target=address, nearest="")


def _no_anchor(output: PageOutput, facts: PageFacts, target: str, fragment: str) -> Finding:
    near = nearest(fragment, sorted(facts.ids), 0.7)
    return find("output-anchor-missing", output, target=target, nearest=near)
