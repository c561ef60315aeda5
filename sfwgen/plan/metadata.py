"""What the head of a page says to machines: Chinese official page tags, Open Graph and JSON-LD.

The page's own `<meta name="description">` is the template's; the official `Description` is that same name,
compared without case, and does not come again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import basename, splitext
from urllib.parse import urljoin

from sfwgen.counters import Owner, Record
from sfwgen.model import ImageSlot, Language, Story
from sfwgen.plan.context import Context
from sfwgen.plan.data import Json
from sfwgen.plan.official import column_of, said_keywords
from sfwgen.plan.open_data import FOLDER, datasets_of
from sfwgen.plan.share import SIZE, share_path
from sfwgen.plan.timestamps import moment_of, timestamp
from sfwgen.plan.views import Link, Meta

_COLUMN_TYPES = {
    "home": "home",
    "story": "news",
    "list": "news",
    "bulletin": "news",
    "bulletins": "news",
    "figures": "data",
    "records": "data",
    "corrections": "news",
    "page": "about",
}
_CONTENT = frozenset({"story", "bulletin", "page"})
# Only what has a time of publication is an item there; issues and pages are columns of their own.
_OFFICIAL_CONTENT = frozenset({"story"})
_NO_PAGE = frozenset({"notfound", "redirect"})
_CONTACT = "contact"
_LOCALES = {"zh-Hans": "zh_CN", "zh": "zh_CN", "zh-Hant": "zh_TW", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What metadata needs to know of a page.

    `kind` is that of the frame, `title` the h1, `column` the name of the column that a story, a bulletin, a
    list or records stand in; other pages are columns themselves. `line` is the id of the service line it
    belongs to, or ""; `crumbs` lead to the pages above it.
    """

    kind: str
    lang: Language
    path: str
    title: str
    description: str
    story: Story | None
    column: str
    line: str = ""
    crumbs: tuple[Link, ...] = ()


def page_metadata(context: Context, info: PageInfo) -> tuple[tuple[Meta, ...], str]:
    """Returns the `<meta>` elements of a page and its JSON-LD, which is "" where there is nothing to say."""
    if info.kind in _NO_PAGE:
        return tuple(_site_tags(context)), ""
    tags = (*_site_tags(context), *_column_tags(context, info), *_content_tags(context, info))
    named = [Meta("name", key, content) for key, content in (_pair(meta) for meta in tags) if content]
    graph = [Meta("property", key, content) for key, content in _open_graph(context, info) if content]
    large = any(meta.key == "og:image" for meta in graph)
    named.append(Meta("name", "twitter:card", "summary_large_image" if large else "summary"))
    data = _json_ld(context, info)
    return (*named, *graph), _text(data) if data else ""


def _pair(meta: Meta) -> tuple[str, str]:
    return meta.key, meta.content


# --- official page tags -------------------------------------------------------------------------------------


def _site_tags(context: Context) -> Iterator[Meta]:
    """Tags that identify an approved site, the same in every language; an unofficial one has none of them."""
    site = context.site.config.official_site
    if site is not None:
        yield Meta("name", "SiteName", site.name)
        yield Meta("name", "SiteDomain", site.domain)
        yield Meta("name", "SiteIDCode", site.code)


def _column_tags(context: Context, info: PageInfo) -> Iterator[Meta]:
    if info.kind not in _COLUMN_TYPES:
        return
    config, lang = context.site.config, info.lang.id
    column, own = _column(context, info)
    yield Meta("name", "ColumnName", column)
    slug, site = splitext(basename(info.path))[0], config.official_site
    stated = None if site is None else column_of(site, info.kind, slug, info.line)
    if stated is not None:
        yield Meta("name", "ColumnDescription", stated.description[lang])
        yield Meta("name", "ColumnKeywords", said_keywords(stated.keywords[lang]))
        yield Meta("name", "ColumnType", stated.type[lang])
        return
    words = [line.name[lang] for line in config.lines] if info.kind == "home" else [column]
    type_ = _CONTACT if slug == _CONTACT else _COLUMN_TYPES[info.kind]
    yield Meta("name", "ColumnDescription", own or config.description.get(lang, ""))
    yield Meta("name", "ColumnKeywords", said_keywords([config.title[lang], *words]))
    yield Meta("name", "ColumnType", context.t(lang, f"column_type_{type_}"))


def _column(context: Context, info: PageInfo) -> tuple[str, str]:
    """The name of a page's column and what it is for, which is the service line's motto for a story."""
    if info.kind == "home":
        return context.t(info.lang.id, "nav_home"), ""
    if info.story:
        return info.column, info.story.line.motto.get(info.lang.id, "")
    if info.kind == "list":
        return info.column, info.description
    return (info.column, "") if info.kind in ("bulletin", "records") else (info.title, info.description)


def _content_tags(context: Context, info: PageInfo) -> Iterator[Meta]:
    if info.kind not in (_OFFICIAL_CONTENT if context.site.config.official else _CONTENT):
        return
    yield Meta("name", "ArticleTitle", info.title)
    if info.story and info.story.published:
        yield Meta("name", "PubDate", info.story.published)
    yield Meta("name", "ContentSource", _content_source(context, info))
    yield Meta("name", "Keywords", _keywords(info))
    yield Meta("name", "Image", _image(context, info))
    yield Meta("name", "Url", context.permalinks.absolute(info.path))


def _content_source(context: Context, info: PageInfo) -> str:
    """The publishing unit of an official site; else what a story rests on, or the site as a whole."""
    config, lang = context.site.config, info.lang.id
    if config.official:
        return config.publisher.get(lang, "")
    sources = (
        [source.text[lang] for source in info.story.sources if source.text.get(lang)] if info.story else []
    )
    whole = config.source_line.get(lang, "")
    return context.t(lang, "list_sep").join(sources) or whole[:1].upper() + whole[1:]


def _keywords(info: PageInfo) -> str:
    """Words for a story from its own data: its short name, service line, places and teams."""
    story, lang = info.story, info.lang.id
    if story is None:
        return ""
    places, teams = (each.name for each in story.places), (each.name for each in story.teams)
    return said_keywords(name.get(lang, "") for name in (story.name, story.line.name, *places, *teams))


def _image(context: Context, info: PageInfo) -> str:
    """The address of the first image of a story's text."""
    if info.story is None:
        return ""
    body = info.story.texts[context.text_lang(info.story, info.lang.id)].body
    slot = next((part for part in body.parts if isinstance(part, ImageSlot)), None)
    return context.permalinks.absolute(context.images[slot.target].path) if slot else ""


# --- Open Graph ---------------------------------------------------------------------------------------------


def _open_graph(context: Context, info: PageInfo) -> Iterator[tuple[str, str]]:
    config, story, lang = context.site.config, info.story, info.lang.id
    yield "og:type", "article" if story else "website"
    yield "og:title", config.title[lang] if info.kind == "home" else info.title
    yield "og:description", info.description
    yield "og:url", context.permalinks.absolute(info.path)
    yield "og:site_name", config.title[lang]
    yield "og:locale", _LOCALES.get(info.lang.tag, "")
    yield from _share_tags(context, info)
    if story:
        yield "article:published_time", _time(context, story.published)
        yield "article:modified_time", _time(context, story.updated)
        yield "article:section", story.line.name[lang]


def _share_tags(context: Context, info: PageInfo) -> Iterator[tuple[str, str]]:
    """The picture shown where the address is passed on: one made for it, else the story's first image."""
    made = share_path(context, info.kind, info.lang.id, info.path)
    if not made:
        yield "og:image", _image(context, info)
        return
    yield "og:image", context.permalinks.absolute(made)
    yield "og:image:type", "image/png"
    yield "og:image:width", str(SIZE[0])
    yield "og:image:height", str(SIZE[1])
    yield "og:image:alt", info.title


def _time(context: Context, text: str | None) -> str:
    return timestamp(moment_of(text, context.site.config.time_zone)) if text else ""


# --- JSON-LD ------------------------------------------------------------------------------------------------


def _json_ld(context: Context, info: PageInfo) -> dict[str, Json]:
    match info.kind:
        case "home":
            return _web_site(context, info) | _publisher(context, info, "publisher")
        case "figures":
            return _dataset(context, info)
        # A page that shows another language's text is not an article of its own.
        case "story" if info.story is not None and info.lang.id in info.story.texts:
            return _article(context, info, info.story)
        case _:
            return {}


def _web_site(context: Context, info: PageInfo) -> dict[str, Json]:
    config, lang = context.site.config, info.lang.id
    address = context.permalinks.absolute(context.path("home", lang))
    return _filled(
        {
            "@type": "WebSite",
            "name": config.title[lang],
            "alternateName": config.subtitle.get(lang, ""),
            "description": config.description.get(lang, ""),
            "url": address,
            "inLanguage": info.lang.tag,
        }
    )


def _publisher(context: Context, info: PageInfo, *roles: str) -> dict[str, Json]:
    """The body behind an official site, in each role given; an unofficial one has no body behind it."""
    config = context.site.config
    name = config.publisher.get(info.lang.id, "")
    others = tuple(dict.fromkeys(each for each in config.publisher.values() if each and each != name))
    body: Json = _filled({"@type": "GovernmentOrganization", "name": name, "alternateName": others})
    return dict.fromkeys(roles, body) if config.official and name else {}


def _article(context: Context, info: PageInfo, story: Story) -> dict[str, Json]:
    lang, address = info.lang.id, context.permalinks.absolute(info.path)
    site = _web_site(context, info)
    places: tuple[Json, ...] = tuple({"@type": "Place", "name": each.name[lang]} for each in story.places)
    sources = tuple(source.text[lang] for source in story.sources if source.text.get(lang))
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": address,
            "headline": info.title,
            "description": info.description,
            "image": _image(context, info),
            "datePublished": _time(context, story.published),
            "dateModified": _time(context, story.updated),
            "inLanguage": info.lang.tag,
            "url": address,
            "mainEntityOfPage": {"@type": "WebPage", "@id": address, **_breadcrumb(info, address)},
            "articleSection": story.line.name[lang],
            "contentLocation": places,
            "citation": sources,
            **_publisher(context, info, "author", "publisher"),
            **_translations(context, story, info.lang),
            "isPartOf": {"@type": "WebSite", "name": site["name"], "url": site["url"]},
        }
    )


def _breadcrumb(info: PageInfo, address: str) -> dict[str, Json]:
    """The way to a page from the home page, the page itself last."""
    steps = [*((each.text, urljoin(address, each.href)) for each in info.crumbs), (info.title, address)]
    items: tuple[Json, ...] = tuple(
        {"@type": "ListItem", "position": position, "name": name, "item": item}
        for position, (name, item) in enumerate(steps, 1)
    )
    return {"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": items}} if info.crumbs else {}


def _translations(context: Context, story: Story, own: Language) -> dict[str, Json]:
    default = context.site.config.default

    def work(language: Language) -> Json:
        path = context.path("story", language.id, story.slug)
        address = context.permalinks.absolute(path)
        return {"@type": "NewsArticle", "@id": address, "url": address, "inLanguage": language.tag}

    if own.id != default.id:
        return {"translationOfWork": work(default)} if default.id in story.texts else {}
    others = [each for each in context.languages if each.id in story.texts and each.id != own.id]
    return {"workTranslation": tuple(work(language) for language in others)}


def _dataset(context: Context, info: PageInfo) -> dict[str, Json]:
    lang, config = info.lang.id, context.site.config
    address = context.permalinks.absolute(info.path)
    measured: tuple[Json, ...] = tuple(
        {"@type": "PropertyValue", "name": counter.definition.label[lang]}
        for counter in context.counters.values()
    )
    return _filled(
        {
            "@type": "Dataset",
            "@id": address,
            "name": f"{info.title} — {config.title[lang]}",
            "description": _about_data(context, info),
            "url": address,
            "inLanguage": info.lang.tag,
            "license": config.licence.url if config.licence else "",
            "isAccessibleForFree": True,
            "temporalCoverage": _coverage(context),
            "spatialCoverage": _places(context, lang),
            "variableMeasured": measured,
            "distribution": tuple(_distributions(context)),
            **_publisher(context, info, "creator", "publisher"),
        }
    )


def _about_data(context: Context, info: PageInfo) -> str:
    """What the data are, in as many words as search engines for data ask for: page, site, totals."""
    config, lang = context.site.config, info.lang.id
    names = [counter.definition.label[lang] for counter in context.counters.values()]
    totals = (
        f"{context.t(lang, 'counters')}{context.t(lang, 'colon')}{context.t(lang, 'semicolon').join(names)}"
    )
    end = context.t(lang, "full_stop")
    said = (info.description, config.description.get(lang, ""), f"{totals}{end}" if names else "")
    return "\n".join(filter(None, said))


def _coverage(context: Context) -> str:
    """The months from the first to the last that any figure is dated in, or "" where none is."""
    owners: tuple[Owner, ...] = (*context.site.stories, *context.site.tallies)
    found = [Record(owner, figure).when for owner in owners for figure in owner.figures]
    dates = [when for when in found if when is not None]
    if not dates:
        return ""
    first, last = min(when.start for when in dates), max(when.end for when in dates)
    return f"{first:%Y-%m}/{last:%Y-%m}"


def _places(context: Context, lang: str) -> tuple[Json, ...]:
    """The places that stories are about, in the order of the vocabulary."""
    used = {place.id for story in context.site.stories for place in story.places}
    places = context.site.vocabulary.places
    return tuple({"@type": "Place", "name": places[id_].name[lang]} for id_ in places if id_ in used)


def _distributions(context: Context) -> Iterator[Json]:
    formats = (("json", "application/json"), ("csv", "text/csv"))
    for dataset in datasets_of(context):
        for ending, type_ in formats:
            if ending == "json" and not dataset.as_document:
                continue
            address = context.permalinks.absolute(f"{FOLDER}{dataset.name}.{ending}")
            yield {
                "@type": "DataDownload",
                "name": dataset.name,
                "contentUrl": address,
                "encodingFormat": type_,
            }


def _filled(data: dict[str, Json]) -> dict[str, Json]:
    """The members that say something."""
    return {key: value for key, value in data.items() if value not in ("", (), None)}


def _text(data: dict[str, Json]) -> str:
    return json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False, separators=(",", ":"))
