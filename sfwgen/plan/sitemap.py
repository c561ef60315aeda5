"""The site map for search engines (sitemaps.org) with the languages of each page, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sfwgen.model import SiteConfig
from sfwgen.plan.context import Context
from sfwgen.plan.data import Element, TextData, XmlData
from sfwgen.plan.outputs import DataOutput, PageOutput
from sfwgen.plan.permalinks import Permalinks
from sfwgen.plan.timestamps import moment_of, timestamp

MOST = 50_000
"""How many addresses one file may hold; more are spread over several, listed in an index."""

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page that search engines may list.

    `alternates` are (language tag, address) of each version that may be listed, itself included; `default` is
    the version for readers of none of these languages. `modified` is `YYYY-MM-DD HH:MM`, or "" if not known.
    """

    url: str
    alternates: tuple[tuple[str, str], ...]
    default: str
    modified: str = ""


def indexed_page(output: PageOutput) -> IndexedPage | None:
    """Returns what the site map says of a page, or None for one that search engines shall leave out."""
    head = output.head
    if not head.indexed:
        return None
    return IndexedPage(head.url, head.alternates, head.default_url, head.modified)


def sitemap_outputs(context: Context, pages: Iterable[PageOutput]) -> tuple[DataOutput, ...]:
    """Returns sitemap.xml (an index and its parts where one file cannot hold all) and robots.txt."""
    indexed = [page for page in map(indexed_page, pages) if page is not None]
    return (*make_sitemaps(indexed, context.site.config, context.permalinks), _robots(context))


def make_sitemaps(
    pages: Iterable[IndexedPage], config: SiteConfig, permalinks: Permalinks, *, most: int = MOST
) -> tuple[DataOutput, ...]:
    """Returns the site map of these pages, in order of their addresses."""
    source = config.location
    urls = [_url(page, config.time_zone) for page in sorted(pages, key=lambda page: page.url)]
    if len(urls) <= most:
        return (DataOutput("sitemap.xml", XmlData(_urlset(urls)), source),)
    parts = [urls[start : start + most] for start in range(0, len(urls), most)]
    outputs = [
        DataOutput(f"sitemap-{number}.xml", XmlData(_urlset(part)), source)
        for number, part in enumerate(parts, 1)
    ]
    index = tuple(
        Element("sitemap", children=(Element("loc", text=permalinks.absolute(output.path)),))
        for output in outputs
    )
    root = Element("sitemapindex", (("xmlns", _SITEMAPS),), children=index)
    return (DataOutput("sitemap.xml", XmlData(root), source), *outputs)


def _urlset(urls: Sequence[Element]) -> Element:
    return Element("urlset", (("xmlns", _SITEMAPS), ("xmlns:xhtml", _XHTML)), children=tuple(urls))


def _url(page: IndexedPage, zone: str) -> Element:
    modified = [Element("lastmod", text=timestamp(moment_of(page.modified, zone)))] if page.modified else []
    versions = (*page.alternates, *([("x-default", page.default)] if page.default else []))
    alternates = (
        Element("xhtml:link", (("rel", "alternate"), ("hreflang", tag), ("href", url)))
        for tag, url in versions
    )
    return Element("url", children=(Element("loc", text=page.url), *modified, *alternates))


def _robots(context: Context) -> DataOutput:
    address = context.permalinks.absolute("sitemap.xml")
    text = f"User-agent: *\nDisallow:\n\nSitemap: {address}\n"
    return DataOutput("robots.txt", TextData(text), context.site.config.location)
