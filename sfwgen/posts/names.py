"""Short names for stories, and the addresses that posts had."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from posixpath import basename

from sfwgen.content.scalars import is_slug
from sfwgen.posts.document import Engine, Header, Settings, Text
from sfwgen.posts.moments import Moment, read_moment

_DATED = re.compile(r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{8})[-_](?=.)")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_TOKEN = re.compile(r":(?:\w+(?:\[[^\]]*\])?)")
_LONGEST = 60
_MONTHS = "January February March April May June July August September October November December".split()


def slug_of(text: str) -> str:
    """Returns a name that an address may hold, empty where a text has letters that none can hold."""
    plain = unicodedata.normalize("NFKD", text).lower()
    letters = [each for each in plain if not unicodedata.combining(each)]
    if any(each.isalpha() and not each.isascii() for each in letters):
        return ""
    slug = _NO_SLUG.sub("-", "".join(letters)).strip("-")
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rpartition("-")[0] or slug[:_LONGEST]
    return slug if is_slug(slug) else ""


def name_post(texts: Sequence[Text], zone: tzinfo) -> tuple[str, bool]:
    """Returns the short name of a post, and whether it had to be made up: no name and no title gives one."""
    own = (
        text.header.text("slug")
        or basename(text.header.text("url", "permalink").strip("/").removesuffix(".html"))
        for text in texts
    )
    files = (_DATED.sub("", text.name) for text in texts)
    titles = (text.header.text("title") for text in texts)
    for each in (*own, *files, *titles):
        if slug := slug_of(each):
            return slug, False
    moment = moment_of(texts[0].header, zone)
    digest = hashlib.sha256(texts[0].key.encode()).hexdigest()[:6]
    return f"post-{moment.date}-{digest}" if moment and moment.date.day else f"post-{digest}", True


def free_name(slug: str, section: str, taken: set[str]) -> str:
    """Returns a name that no other story has: that of the section before it, else a number behind it."""
    if slug not in taken:
        return slug
    longer = slug_of(f"{basename(section)}-{slug}")
    if longer and longer not in taken:
        return longer
    return next(each for number in range(2, 100_000) if (each := f"{slug}-{number}") not in taken)


def moment_of(header: Header, zone: tzinfo) -> Moment | None:
    """Returns when a post was published."""
    return read_moment(header.text("date", "publishDate", "pubdate"), zone)


def addresses(text: Text, settings: Settings, zone: tzinfo) -> tuple[list[str], bool]:
    """Returns the addresses that a text had on the old site, and whether all of them could be told.

    They are those of its language: without the folder of that, as aliases here are of each language.
    """
    header = text.header
    found = [_placed(alias, text, settings) for alias in _aliases(header)]
    own = header.text("url", "permalink")
    if own:
        return [*found, _without_code(own, text, settings)], True
    patterns = settings.permalinks
    section = text.section.partition("/")[0]
    pattern = patterns.get(section) or patterns.get("/" + section) or patterns.get("") or patterns.get("/")
    if settings.engine is Engine.HUGO and not pattern:
        pattern = "/:sections/:slugorcontentbasename/"
        if not settings.content and not settings.url:
            return found, True
    if not pattern:
        return found, True
    address = _filled(pattern, text, zone)
    return ([*found, address] if address else found), bool(address)


def _aliases(header: Header) -> list[str]:
    name = header.find("aliases", "alias")
    value = header.fields[name] if name else None
    return [value] if isinstance(value, str) else [each for each in value or () if isinstance(each, str)]


def _placed(alias: str, text: Text, settings: Settings) -> str:
    if settings.engine is Engine.HEXO or alias.startswith("/"):
        return _without_code(alias, text, settings)
    parts = [part for part in text.section.split("/") if part]
    for step in alias.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts) + ("/" if not alias.endswith(".html") else "")


def _without_code(address: str, text: Text, settings: Settings) -> str:
    plain = re.sub(r"^https?://[^/]+", "", address).lstrip("/")
    first, slash, rest = plain.partition("/")
    codes = {text.language.lower(), *(code.lower() for code in settings.languages)}
    return rest if slash and rest and first.lower() in codes else plain


def _filled(pattern: str, text: Text, zone: tzinfo) -> str:
    """The address that a pattern gives; empty where it asks for what is not known."""
    words = dict(_words(text, zone))
    unknown = False

    def fill(match: re.Match[str]) -> str:
        nonlocal unknown
        value = words.get(match[0][1:].lower())
        unknown = unknown or value is None
        return value or ""

    filled = _TOKEN.sub(fill, pattern)
    return (
        ""
        if unknown
        else re.sub(r"/{2,}", "/", filled).lower()
        if ":slug" in pattern
        else re.sub(r"/{2,}", "/", filled)
    )


def _words(text: Text, zone: tzinfo) -> Iterator[tuple[str, str]]:
    slug = text.header.text("slug") or text.name
    bare = _DATED.sub("", text.name)
    title = text.header.text("title")
    yield from {"title": bare, "name": bare, "filename": text.name, "contentbasename": text.name}.items()
    yield from dict.fromkeys(
        ("slug", "slugorfilename", "slugorcontentbasename"), re.sub(r"\s+", "-", slug)
    ).items()
    yield from {
        "sections": text.section,
        "section": text.section.partition("/")[0],
        "lang": text.language,
    }.items()
    yield "post_title", re.sub(r"\s+", "-", title)
    yield "category", "/".join(text.header.words("categories", "category")) or "uncategorized"
    moment = moment_of(text.header, zone)
    if moment is not None and moment.date.day:
        date = moment.date
        yield from {"year": f"{date.year}", "month": f"{date.month:02}", "day": f"{date.day:02}"}.items()
        yield from {"i_month": f"{date.month}", "i_day": f"{date.day}"}.items()
        yield "monthname", _MONTHS[(date.month or 1) - 1]
        hour, _, minute = moment.time[11:].partition(":")
        yield from {"hour": hour or "00", "minute": minute or "00"}.items()
