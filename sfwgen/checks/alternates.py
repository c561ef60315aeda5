"""Language versions: each names all the others, and the default language's page for everybody else."""

from __future__ import annotations

from collections.abc import Iterator

from sfwgen.checks.facts import PageFacts
from sfwgen.checks.findings import Finding, Finished, find
from sfwgen.checks.targets import Kind
from sfwgen.plan.outputs import PageOutput

DEFAULT = "x-default"


def check_alternates(site: Finished) -> Iterator[Finding]:
    """Yields a finding for each language version that is missing, in another language, or not mutual."""
    default = _default_tag(site)
    for output, facts in site.pages.values():
        if not facts.alternates:
            continue
        yield from _check_repeated(output, facts)
        versions = {each.tag: _path_of(site, output, each.url) for each in facts.alternates}
        own = versions.get(facts.lang)
        if own != output.path:
            yield _wrong(output, facts.lang, "self", own or "-")
        for tag, path in versions.items():
            if tag != DEFAULT:
                yield from _check_version(site, output, tag, path)
        if default in versions and versions.get(DEFAULT) != versions[default]:
            yield _wrong(output, DEFAULT, "default", versions.get(DEFAULT) or "-")


def _check_version(site: Finished, output: PageOutput, tag: str, path: str) -> Iterator[Finding]:
    page = site.pages.get(path)
    if page is None:
        yield _wrong(output, tag, "missing", path)
        return
    other, facts = page
    if facts.lang != tag:
        yield _wrong(output, tag, "language", path)
    elif not facts.indexed:
        yield _wrong(output, tag, "noindex", path)
    elif output.path not in (_path_of(site, other, each.url) for each in facts.alternates):
        yield _wrong(output, tag, "mutual", path)


def _check_repeated(output: PageOutput, facts: PageFacts) -> Iterator[Finding]:
    tags = [each.tag for each in facts.alternates]
    for tag in dict.fromkeys(tags):
        if tags.count(tag) > 1:
            yield _wrong(output, tag, "twice", output.path)


def _path_of(site: Finished, output: PageOutput, url: str) -> str:
    """The path of an alternate; search engines follow absolute addresses only."""
    target = site.addresses.resolve(output.path, url)
    inside = target.kind is Kind.INSIDE and (not site.addresses.base or "://" in url)
    return target.path if inside else url


def _default_tag(site: Finished) -> str:
    home = site.pages.get("index.html")
    return home[1].lang if home is not None else ""


def _wrong(output: PageOutput, tag: str, problem: str, target: str) -> Finding:
    return find(f"output-alternate-{problem}", output, tag=tag, target=target)
