"""How a number is cited: the site, what is stated, of whom and when, what it rests on, and the address."""

from __future__ import annotations

from collections.abc import Iterable

from sfwgen.model import Source
from sfwgen.plan.context import Context


def cite(
    context: Context,
    lang: str,
    *,
    label: str,
    value: str,
    details: Iterable[str],
    sources: Iterable[Source],
    url: str,
) -> str:
    """Returns the words by which a number is cited in a language; empty details are left out."""
    site = context.site.config.title[lang]
    known, separator = [each for each in details if each], context.t(lang, "list_sep")
    named = [source.text[lang] for source in sources if source.text.get(lang)]
    words = {"site": site, "label": label, "value": value}
    if known:
        said = context.t(lang, "citation_details", details=separator.join(known), **words)
    else:
        said = context.t(lang, "citation", **words)
    rests = context.t(lang, "citation_source", source=separator.join(named)) if named else ""
    # Without a source there are two spaces where one is meant.
    return " ".join(context.t(lang, "citation_whole", said=said, source=rests, url=url).split())
