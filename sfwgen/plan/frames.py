"""The head and furniture of each page: titles, languages, navigation, footer, notices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from sfwgen.dates import print_date
from sfwgen.model import Bulletin, Language, Page, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.feeds import feed_links
from sfwgen.plan.figures import make_moment
from sfwgen.plan.marks import make_marker
from sfwgen.plan.metadata import PageInfo, page_metadata
from sfwgen.plan.official import make_official
from sfwgen.plan.views import Alternate, Frame, IssueView, Link, Notice, SiteView

_NAV = {
    "home": "home",
    "stories": "stories",
    "figures": "figures",
    "bulletins": "bulletins",
    "about": "page",
}
_SECTION_BY_KIND = {"story": "stories", "list": "stories", "bulletin": "bulletins", "records": "figures"}
_ABOUT, _CONTACT, _ACCESSIBILITY = "about", "contact", "accessibility"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its kind for templates, and the address it has in each language.

    `address`, `name` and `part` make its path (`Permalinks.path`). `langs` are the languages it exists in,
    `own` those whose text it has; elsewhere it shows the default language's.
    """

    kind: str
    address: str
    name: str
    langs: tuple[str, ...]
    own: tuple[str, ...]
    part: int = 0

    def path(self, context: Context, lang: str) -> str:
        """Returns the path of the page in a language."""
        return context.path(self.address, lang, self.name, self.part)


def place_everywhere(context: Context, kind: str, address: str, name: str = "") -> Place:
    """Returns the place of a page that exists in every language of the site."""
    langs = tuple(language.id for language in context.languages)
    return Place(kind, address, name, langs, langs)


def place_part(context: Context, kind: str, address: str, name: str, part: int) -> Place:
    """Returns the place of a page of a list that has the same pages in every language of the site."""
    return replace(place_everywhere(context, kind, address, name), part=part)


def make_frame(
    context: Context,
    place: Place,
    language: Language,
    heading: str,
    *,
    description: str = "",
    crumbs: Sequence[Link] = (),
    notices: Sequence[Notice] = (),
    indexed: bool = True,
    story: Story | None = None,
    line: str = "",
    column: str = "",
    at: str = "",
) -> Frame:
    """Returns the frame of a page in one language; `heading` is its h1, `crumbs` lead to the pages above it.

    `column` is the name of the column it belongs to where that is neither the page itself nor the last crumb.
    `at` is the path of a redirect, which stands elsewhere than the page that `place` names.
    """
    lang = language.id
    default = context.site.config.default
    path = at or place.path(context, lang)
    translated = lang in place.own
    shown_lang = lang if translated else default.id
    canonical = context.permalinks.absolute(place.path(context, shown_lang))
    title = context.site.config.title[lang]
    root = "../" * path.count("/") if place.kind != "notfound" else urlsplit(context.site.config.url).path
    missing = () if translated else (_untranslated(context, lang, path),)
    column = column or (crumbs[-1].text if crumbs else heading)
    info = PageInfo(place.kind, language, path, heading, description, story, column, line, tuple(crumbs))
    meta, json_ld = page_metadata(context, info)
    return Frame(
        kind=place.kind,
        lang=lang,
        tag=language.tag,
        title=title if place.kind == "home" else f"{heading} — {title}",
        heading=heading,
        description=description,
        path=path,
        root=root,
        url=context.permalinks.absolute(path),
        canonical=canonical if indexed or at else "",
        indexed=indexed and translated,
        content_tag="" if translated else default.tag,
        alternates=tuple(_alternate(context, place, each, lang, path) for each in context.languages),
        default_url=context.permalinks.absolute(place.path(context, default.id)),
        breadcrumb=tuple(crumbs),
        notices=(*missing, *notices),
        site=make_site(context, place, lang, path),
        meta=meta,
        # Named relative to the page, which a lost address has none of.
        feeds=() if place.kind == "notfound" else feed_links(context, lang, path, line),
        json_ld=json_ld,
    )


def _alternate(context: Context, place: Place, language: Language, lang: str, path: str) -> Alternate:
    exists = language.id in place.langs
    target = place.path(context, language.id) if exists else context.path("home", language.id)
    return Alternate(
        lang=language.id,
        tag=language.tag,
        name=language.name,
        href=_href(context, place, path, target),
        url=context.permalinks.absolute(target),
        exists=exists,
        current=language.id == lang,
        indexed=language.id in place.own,
    )


def _href(context: Context, place: Place, path: str, target: str) -> str:
    """A link from a page. Those of the 404 page start at the site's root: it is shown at any address."""
    if place.kind != "notfound":
        return relative(path, target)
    return urlsplit(context.site.config.url).path + target


def make_site(context: Context, place: Place, lang: str, path: str) -> SiteView:
    """Returns what the page at `path` shows of the site as a whole."""
    config = context.site.config
    marker = make_marker(context, config, lang, path)

    def href(target: str) -> str:
        return _href(context, place, path, target)

    return SiteView(
        title=config.title[lang],
        subtitle=marker.told(config.subtitle),
        description=config.description.get(lang, ""),
        official=config.official,
        publisher=config.publisher.get(lang, ""),
        source_line=config.source_line.get(lang, ""),
        notice=marker.told(config.notice),
        home=href(context.path("home", lang)),
        search=href(context.path("search", lang)),
        lines=tuple(
            Link(line.name[lang], href(context.path("line", lang, line.id)))
            for line in context.lines_by_lang[lang]
        ),
        nav=tuple(
            Link(text, href(target), current=_is_current(section, place))
            for section, text, target in _nav(context, lang)
        ),
        footer=tuple(Link(text, href(target)) for text, target in _footer(context, lang)),
        issue=_issue(context, lang, href(context.path("bulletin", lang, _newest_number(context)))),
        assets={name: href(target) for name, target in context.assets.items()},
        official_site=make_official(context, lang, href),
    )


def _is_current(section: str, place: Place) -> bool:
    if section == "about":
        return place.kind == "page" and place.name == _ABOUT
    return section == _SECTION_BY_KIND.get(place.kind, place.kind)


def _nav(context: Context, lang: str) -> list[tuple[str, str, str]]:
    shown = {page.slug for page in context.site.pages if context.is_shown(page, lang)}
    links = []
    for section, address in _NAV.items():
        if section == "bulletins" and not context.site.bulletins:
            continue
        if section == "about" and _ABOUT not in shown:
            continue
        name = _ABOUT if section == "about" else ""
        kind = address if section == "about" else section
        links.append((section, context.t(lang, f"nav_{section}"), context.path(kind, lang, name)))
    return links


def _footer(context: Context, lang: str) -> list[tuple[str, str]]:
    """Contact, the project's other pages, search, site map, accessibility, corrections and the feed."""
    from sfwgen.plan.texts import phrase_text

    pages = {page.slug: page for page in context.site.pages if context.is_shown(page, lang)}
    order = [_CONTACT, *(slug for slug in pages if slug not in (_ABOUT, _CONTACT, _ACCESSIBILITY))]

    def page_link(slug: str) -> tuple[str, str]:
        text = pages[slug].texts[context.text_lang(pages[slug], lang)]
        return phrase_text(text.title, {}, lang), context.path("page", lang, slug)

    links = [page_link(slug) for slug in order if slug in pages]
    links.append((context.t(lang, "search"), context.path("search", lang)))
    links.append((context.t(lang, "sitemap"), context.path("sitemap", lang)))
    links += [page_link(_ACCESSIBILITY)] if _ACCESSIBILITY in pages else []
    links.append((context.t(lang, "corrections"), context.path("corrections", lang)))
    links.append((context.t(lang, "feed"), f"{context.permalinks.prefix(lang)}feed.xml"))
    return links


def newest_bulletin(context: Context) -> Bulletin | None:
    """Returns the bulletin with the highest number."""
    return max(context.site.bulletins, key=lambda bulletin: bulletin.number, default=None)


def _newest_number(context: Context) -> str:
    bulletin = newest_bulletin(context)
    return str(bulletin.number) if bulletin else ""


def _issue(context: Context, lang: str, href: str) -> IssueView | None:
    bulletin = newest_bulletin(context)
    return make_issue(bulletin, lang, href) if bulletin else None


def make_issue(bulletin: Bulletin, lang: str, href: str) -> IssueView:
    """Returns a bulletin in brief."""
    as_of = print_date(bulletin.as_of, lang) if bulletin.as_of else ""
    return IssueView(bulletin.number, href, make_moment(bulletin.date, lang), as_of)


def _untranslated(context: Context, lang: str, path: str) -> Notice:
    link = Link(context.t(lang, "other_stories"), relative(path, context.path("stories", lang)))
    return Notice(
        "untranslated", context.t(lang, "untranslated"), context.t(lang, "untranslated_text"), (link,)
    )


def stale_notice(
    context: Context, kind: str, document: Story | Page, lang: str, path: str
) -> tuple[Notice, ...]:
    """Returns what the page of a translation says whose original has changed since; nothing on any other."""
    if lang not in document.stale or lang not in document.texts:
        return ()
    original = context.path(kind, context.site.config.default.id, document.slug)
    link = Link(context.t(lang, "read_original"), relative(path, original))
    return (Notice("stale", context.t(lang, "stale"), context.t(lang, "stale_text"), (link,)),)


def home_link(context: Context, lang: str, path: str) -> Link:
    """Returns the first step of every breadcrumb."""
    return Link(context.t(lang, "nav_home"), relative(path, context.path("home", lang)))


def crumbs(context: Context, lang: str, path: str, *steps: tuple[str, str]) -> tuple[Link, ...]:
    """Returns a breadcrumb from the home page over steps of text and path."""
    links: Mapping[str, str] = {text: relative(path, target) for text, target in steps}
    return (home_link(context, lang, path), *(Link(text, href) for text, href in links.items()))
