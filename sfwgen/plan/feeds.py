"""Feeds: Atom (RFC 4287) and JSON Feed 1.1, for each language and for each of its service lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sfwgen.model import Language, Line, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.data import Element, Json, JsonData, XmlData
from sfwgen.plan.feed_content import story_html
from sfwgen.plan.outputs import DataOutput
from sfwgen.plan.texts import figures_by_id, phrase_text
from sfwgen.plan.timestamps import day_start, moment_of, timestamp
from sfwgen.plan.views import Feed

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"

MOST = 30
"""How many stories a feed carries, the newest."""

_VERSION = "https://jsonfeed.org/version/1.1"
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""When an entry was changed, if neither it nor the site states any date. Atom cannot do without one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story as feeds carry it, in full.

    `changed` is what Atom shows: the latest time stated of the story, else the start of its period, else that
    of the site. `published` and `modified` are stated times only. `html` has absolute addresses only.
    """

    story: Story
    address: str
    title: str
    summary: str
    html: str
    changed: datetime
    published: datetime | None
    modified: datetime | None


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed apart from its format: where it stands without `.xml` or `.json`, and what is in it."""

    language: Language
    base: str
    title: str
    description: str
    home: str
    line: Line | None


def feed_outputs(context: Context) -> tuple[DataOutput, ...]:
    """Returns both feeds of each language and of each line that has a story with a text in that language."""
    outputs: list[DataOutput] = []
    for language in context.languages:
        # A story in the feed of the site is mostly in that of its line too.
        made: dict[str, Entry] = {}
        for channel in _channels(context, language):
            outputs += _outputs(context, channel, made)
    return tuple(outputs)


def feed_links(context: Context, lang: str, path: str, line: str = "") -> tuple[Feed, ...]:
    """Returns the feeds that the head of the page at `path` names: the site's, then those of its line."""
    language = next(each for each in context.languages if each.id == lang)
    lines = [each for each in context.fed_lines_by_lang[lang] if each.id == line]
    channels = [_whole(context, language), *(_of_line(context, language, each) for each in lines)]
    return tuple(
        Feed(f"{channel.title} · {name}", relative(path, f"{channel.base}.{ending}"), type_)
        for channel in channels
        for name, ending, type_ in (("Atom", "xml", ATOM), ("JSON Feed", "json", JSON_FEED))
    )


def _channels(context: Context, language: Language) -> Iterator[Channel]:
    yield _whole(context, language)
    for line in context.fed_lines_by_lang[language.id]:
        yield _of_line(context, language, line)


def _whole(context: Context, language: Language) -> Channel:
    lang, config = language.id, context.site.config
    base, home = f"{context.permalinks.prefix(lang)}feed", context.path("home", lang)
    return Channel(language, base, config.title[lang], config.description.get(lang, ""), home, None)


def _of_line(context: Context, language: Language, line: Line) -> Channel:
    lang = language.id
    base, page = f"{context.permalinks.prefix(lang)}lines/{line.id}", context.path("line", lang, line.id)
    title = f"{line.name[lang]} — {context.site.config.title[lang]}"
    return Channel(language, base, title, line.motto.get(lang, ""), page, line)


def _outputs(context: Context, channel: Channel, made: dict[str, Entry]) -> tuple[DataOutput, DataOutput]:
    entries = _entries(context, channel, made)
    source = context.site.config.location
    return (
        DataOutput(f"{channel.base}.xml", XmlData(_atom(context, channel, entries)), source),
        DataOutput(f"{channel.base}.json", JsonData(_json_feed(context, channel, entries)), source),
    )


def _entries(context: Context, channel: Channel, made: dict[str, Entry]) -> tuple[Entry, ...]:
    """The newest stories with a text in the feed's language, latest change first; new ones join `made`."""
    lang = channel.language.id
    timed = [
        (story, _times(context, story))
        for story in context.stories(lang)
        if lang in story.texts and (channel.line is None or story.line.id == channel.line.id)
    ]
    # Sorting keeps what is of one moment in the order of the site's lists.
    newest = sorted(timed, key=lambda each: each[1].changed, reverse=True)[:MOST]
    for story, times in newest:
        if story.slug not in made:
            made[story.slug] = _entry(context, story, lang, times)
    return tuple(made[story.slug] for story, _ in newest)


@dataclass(frozen=True, slots=True)
class _Times:
    changed: datetime
    published: datetime | None
    modified: datetime | None


def _times(context: Context, story: Story) -> _Times:
    zone = context.site.config.time_zone
    published = moment_of(story.published, zone) if story.published else None
    corrected = [day_start(each.date.start, zone) for each in story.corrections]
    updated = [moment_of(story.updated, zone)] if story.updated else []
    modified = max((*updated, *corrected), default=None)
    stated = [moment for moment in (published, modified) if moment is not None]
    return _Times(
        changed=max(stated) if stated else _period_start(context, story),
        published=published,
        modified=max(stated) if modified is not None else None,
    )


def _entry(context: Context, story: Story, lang: str, times: _Times) -> Entry:
    text, figures = story.texts[lang], figures_by_id(story)
    return Entry(
        story=story,
        address=context.permalinks.absolute(context.path("story", lang, story.slug)),
        title=phrase_text(text.title, figures, lang),
        summary=phrase_text(text.summary, figures, lang),
        html=story_html(context, story, lang),
        changed=times.changed,
        published=times.published,
        modified=times.modified,
    )


def _period_start(context: Context, story: Story | None) -> datetime:
    when = (story.date if story else None) or context.site.config.as_of
    return day_start(when.start, context.site.config.time_zone) if when else _UNKNOWN


def _author(context: Context, lang: str) -> str:
    """Who speaks: the publisher of an official site; else the site itself, since no body stands behind it."""
    config = context.site.config
    return (config.publisher.get(lang, "") if config.official else "") or config.title[lang]


def _atom(context: Context, channel: Channel, entries: Sequence[Entry]) -> Element:
    lang = channel.language.id
    address = context.permalinks.absolute(f"{channel.base}.xml")
    changed = max((entry.changed for entry in entries), default=_period_start(context, None))
    children = [
        Element("id", text=address),
        Element("title", text=channel.title),
        *([Element("subtitle", text=channel.description)] if channel.description else []),
        Element("updated", text=timestamp(changed)),
        Element("author", children=(Element("name", text=_author(context, lang)),)),
        _link("self", address, ATOM),
        _link("alternate", context.permalinks.absolute(channel.home), "text/html"),
        *(_atom_entry(entry, lang) for entry in entries),
    ]
    root = (("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", channel.language.tag))
    return Element("feed", root, children=tuple(children))


def _atom_entry(entry: Entry, lang: str) -> Element:
    line = entry.story.line
    published = [Element("published", text=timestamp(entry.published))] if entry.published else []
    children = (
        Element("id", text=entry.address),
        Element("title", text=entry.title),
        Element("updated", text=timestamp(entry.changed)),
        *published,
        _link("alternate", entry.address, "text/html"),
        Element("category", (("term", line.id), ("label", line.name[lang]))),
        Element("summary", (("type", "text"),), entry.summary),
        Element("content", (("type", "html"),), entry.html),
    )
    return Element("entry", children=children)


def _link(relation: str, address: str, type_: str) -> Element:
    return Element("link", (("rel", relation), ("type", type_), ("href", address)))


def _json_feed(context: Context, channel: Channel, entries: Sequence[Entry]) -> Json:
    lang = channel.language.id
    feed: dict[str, Json] = {
        "version": _VERSION,
        "title": channel.title,
        "home_page_url": context.permalinks.absolute(channel.home),
        "feed_url": context.permalinks.absolute(f"{channel.base}.json"),
    }
    if channel.description:
        feed["description"] = channel.description
    feed["authors"] = ({"name": _author(context, lang)},)
    feed["language"] = channel.language.tag
    feed["items"] = tuple(_json_item(entry, lang) for entry in entries)
    return feed


def _json_item(entry: Entry, lang: str) -> Json:
    item: dict[str, Json] = {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
    }
    if entry.published:
        item["date_published"] = timestamp(entry.published)
    if entry.modified:
        item["date_modified"] = timestamp(entry.modified)
    item["tags"] = (entry.story.line.name[lang],)
    return item
