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


def free_name(slug: str, text: Text, zone: tzinfo, taken: set[str]) -> str:
    """Returns a name that no other story has: with year or month behind it, or its section before it."""
    if slug not in taken:
        return slug
    moment = moment_of(text.header, zone)
    dated = [f"{slug}-{each}" for each in (moment.date.year, moment.date.month_key)] if moment else []
    longer = [*dated, slug_of(f"{basename(text.section)}-{slug}")]
    numbered = (f"{slug}-{number}" for number in range(2, 100_000))
    return next(each for each in (*longer, *numbered) if each and each not in taken)


def moment_of(header: Header, zone: tzinfo) -> Moment | None:
    """Returns when a post was published."""
    return read_moment(header.text("date", "publishDate", "pubdate"), zone)


def addresses(text: Text, settings: Settings, zone: tzinfo, default: str) -> tuple[list[str], bool]:
    """Returns the addresses that a text had on the old site, and whether all of them could be told.

    Those of another language than the `default` one are without its folder: an alias is one of each language.
    """
    found = [
        _in_language(_placed(alias, text, settings), text, settings, default)
        for alias in _aliases(text.header)
    ]
    own = text.header.text("url", "permalink")
    if own:
        whole = settings.engine is Engine.HEXO or own.startswith(("/", "http"))
        path = re.sub(r"^https?://[^/]+", "", own).lstrip("/")
        return [
            *found,
            _without_folder(path, text, default) if whole else _in_language(path, text, settings, default),
        ], True
    pattern = _pattern_of(text, settings)
    if not pattern:
        return found, True
    path = _filled(pattern, text, settings.engine, zone)
    return ([*found, _in_language(path.lstrip("/"), text, settings, default)] if path else found), bool(path)


def _pattern_of(text: Text, settings: Settings) -> str:
    """The pattern of a text's address; empty for a folder that says nothing of its site."""
    section = text.section.partition("/")[0]
    patterns = settings.permalinks
    found = patterns.get(section) or patterns.get("/" + section) or patterns.get("") or patterns.get("/")
    if found or settings.engine is Engine.HEXO:
        return found or ""
    return "/:sections/:slugorcontentbasename/" if settings.content or settings.url else ""


def _in_language(path: str, text: Text, settings: Settings, default: str) -> str:
    """A path in the folder that the old site had for the text's language."""
    plain = re.sub(r"^https?://[^/]+", "", path).lstrip("/")
    own_folder = settings.engine is Engine.HUGO and text.code in settings.languages
    if own_folder and (text.code != settings.language or settings.in_subfolder):
        plain = plain if plain.lower().startswith(f"{text.code}/") else f"{text.code}/{plain}"
    return _without_folder(plain, text, default)


def _without_folder(path: str, text: Text, default: str) -> str:
    return path.removeprefix(f"{text.language}/") if text.language != default else path


def _aliases(header: Header) -> list[str]:
    name = header.find("aliases", "alias")
    value = header.fields[name] if name else None
    return [value] if isinstance(value, str) else [each for each in value or () if isinstance(each, str)]


def _placed(alias: str, text: Text, settings: Settings) -> str:
    if settings.engine is Engine.HEXO or alias.startswith(("/", "http")):
        return alias
    parts = [part for part in text.section.split("/") if part]
    for step in alias.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts) + ("/" if not alias.endswith(".html") else "")


def _filled(pattern: str, text: Text, engine: Engine, zone: tzinfo) -> str:
    """The address that a pattern gives; empty where it asks for what is not known."""
    words = dict(_words(text, engine, zone))
    asked = [match[0][1:].lower() for match in _TOKEN.finditer(pattern)]
    if not all(words.get(each) is not None for each in asked):
        return ""
    return re.sub(r"/{2,}", "/", _TOKEN.sub(lambda match: words[match[0][1:].lower()], pattern))


def _words(text: Text, engine: Engine, zone: tzinfo) -> Iterator[tuple[str, str]]:
    name, bare, title = text.name, _DATED.sub("", text.name), text.header.text("title")
    slug = text.header.text("slug")
    if engine is Engine.HUGO:
        yield from {"title": _urlized(title or name), "slug": _urlized(slug or title or name)}.items()
        yield from {"filename": name, "contentbasename": name}.items()
        yield from dict.fromkeys(("slugorfilename", "slugorcontentbasename"), _urlized(slug or name)).items()
    else:
        yield from {"title": bare, "name": bare, "post_title": _urlized(title)}.items()
        yield "category", "/".join(text.header.words("categories", "category")) or "uncategorized"
    sections = text.section.partition("/")[0]
    yield from {"sections": text.section, "section": sections, "lang": text.language}.items()
    moment = moment_of(text.header, zone)
    if moment is not None and moment.date.day:
        date = moment.date
        yield from {"year": f"{date.year}", "month": f"{date.month:02}", "day": f"{date.day:02}"}.items()
        yield from {"i_month": f"{date.month}", "i_day": f"{date.day}"}.items()
        yield "monthname", _MONTHS[(date.month or 1) - 1].lower()
        hour, _, minute = moment.time[11:].partition(":")
        yield from {"hour": hour or "00", "minute": minute or "00"}.items()


def _urlized(text: str) -> str:
    """A text as the generators write it into an address: words divided by hyphens, no other marks."""
    return re.sub(r"[^\w.-]", "", re.sub(r"[\s/]+", "-", text.strip())).lower()
