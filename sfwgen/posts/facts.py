"""The fields of a post as those of a story; what a story has no field for is kept below `extra`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from sfwgen.content.nodes import Plain
from sfwgen.content.scalars import is_alias
from sfwgen.dates import PartialDate
from sfwgen.model import Site
from sfwgen.posts.converting import plain_text
from sfwgen.posts.document import Engine, Post, Settings, Text
from sfwgen.posts.moments import Moment, read_moment
from sfwgen.posts.telling import Teller

_TERMS = ("categories", "category", "tags", "tag", "series", "keywords")
_SUMMARIES = ("summary", "excerpt", "description")
_DATES = (
    "date",
    "publishDate",
    "pubdate",
    "published",
    "lastmod",
    "updated",
    "modified",
    "expiryDate",
    "unpublishdate",
)
_USED = (
    "title", "aliases", "alias", "draft", "translationKey", "lang", "language", "disableNunjucks", *_TERMS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Terms:
    """What the words of posts (categories, tags, sections) stand for on the site: ids by word."""

    lines: Mapping[str, str]
    places: Mapping[str, str]
    teams: Mapping[str, str]
    ignored: frozenset[str] = frozenset()

    def knows(self, word: str) -> bool:
        """Returns whether a word stands for anything, or is to be passed over."""
        key = word.casefold()
        return any(key in each for each in (self.lines, self.places, self.teams, self.ignored))


def make_terms(site: Site, chosen: Mapping[str, str]) -> tuple[Terms, tuple[str, ...]]:
    """Returns what words stand for, by the site and as `chosen`, and which ids chosen do not exist."""
    lines = {line.id: line.name for line in site.config.lines}
    places = {place.id: place.name for place in site.vocabulary.places.values()}
    teams = {team.id: team.name for team in site.vocabulary.teams.values()}
    tables = [_by_word(each) for each in (lines, places, teams)]
    unknown = []
    for word, id_ in chosen.items():
        owner = next(
            (table for table, known in zip(tables, (lines, places, teams), strict=True) if id_ in known), None
        )
        if owner is not None:
            for table in tables:
                table.pop(word.casefold(), None)
            owner[word.casefold()] = id_
        elif id_:
            unknown.append(id_)
    ignored = frozenset(word.casefold() for word, id_ in chosen.items() if not id_)
    return Terms(tables[0], tables[1], tables[2], ignored), tuple(unknown)


def _by_word(names: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {word.casefold(): id_ for id_, name in names.items() for word in (*name.values(), id_)}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the headers of a post say, as a story says it; `lines` are further lines of each header."""

    date: PartialDate | None
    line: str
    places: tuple[str, ...]
    teams: tuple[str, ...]
    lines: Mapping[str, tuple[str, ...]]


class Reader:
    """Reads the facts of one post. `addresses` are those that it had, `record` says where it comes from."""

    def __init__(
        self, post: Post, settings: Settings, terms: Terms, zone: tzinfo, tellers: Mapping[str, Teller]
    ) -> None:
        self._post = post
        self._settings = settings
        self._terms = terms
        self._zone = zone
        self._tellers = tellers
        self._carried: set[str] = set()
        self._due = ""
        self._addresses: Sequence[str] = ()
        self._summaries: Mapping[str, str] = {}

    def read(
        self, addresses: Sequence[str], summaries: Mapping[str, str], record: Mapping[str, str], *, line: str
    ) -> Facts:
        """Returns the facts. `line` is the service line where no word of the post stands for one."""
        self._addresses, self._summaries = addresses, summaries
        first = self._post.texts[0]
        words = self._words()
        found = [self._terms.lines[word.casefold()] for word in words if word.casefold() in self._terms.lines]
        if not found:
            self._tellers[first.path].tell("post-line-assumed", first.header.line(*_TERMS), line=line)
        moments = {each: self._moment(each) for each in ("published", "updated", "expires")}
        date = moments["published"].date if moments["published"] else None
        facts = [*self._times(moments), *self._aliases(addresses)]
        lines = {
            text.language: tuple(self._extra(text, record if text is first else {}, found[:1]))
            for text in self._post.texts
        }
        lines[first.language] = (*facts, *lines[first.language])
        return Facts(
            date,
            found[0] if found else line,
            self._ids(words, self._terms.places),
            self._ids(words, self._terms.teams),
            lines,
        )

    def _words(self) -> list[str]:
        listed = [word for text in self._post.texts for word in text.header.words(*_TERMS)]
        sections = [word for text in self._post.texts for word in text.section.split("/") if word]
        return list(dict.fromkeys((*listed, *sections)))

    def _ids(self, words: list[str], known: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(known[word.casefold()] for word in words if word.casefold() in known))

    def _moment(self, kind: str) -> Moment | None:
        names = {
            "published": ("date", "publishDate", "pubdate", "published"),
            "updated": ("lastmod", "updated", "modified"),
            "expires": ("expiryDate", "unpublishdate"),
        }[kind]
        return next((moment for name in names if (moment := self._read(name)) is not None), None)

    def _read(self, name: str) -> Moment | None:
        for text in self._post.texts:
            written = text.header.text(name)
            if not written or (name == "published" and written in ("true", "false")):
                continue
            moment = read_moment(written, self._zone)
            if moment is not None:
                return moment
            self._tellers[text.path].tell(
                "post-date-unreadable", text.header.line(name), field=name, value=written
            )
        return None

    def _times(self, moments: Mapping[str, Moment | None]) -> Iterator[str]:
        published, later = moments["published"], self._read("publishDate")
        self._carried |= {"date"} if published is not None else set()
        first = "" if published is None else published.time or f"{published.date} 99"
        if published is not None and later is not None and later.time > first:
            self._carried.add("publishdate")
            self._due = later.time
            yield f"publish_at: {later.time}"
        elif published is not None and published.time:
            self._carried |= {"publishdate"} if later == published else set()
            yield f"published: {published.time}"
        updated = moments["updated"]
        if updated is not None and updated.time > max(first.removesuffix(" 99"), self._due):
            self._carried |= {"lastmod", "updated", "modified"}
            yield f"updated: {updated.time}"
        expires = moments["expires"]
        if expires is not None and (expires.time or expires.date.day):
            self._carried |= {"expirydate", "unpublishdate"}
            yield f"expires_at: {expires.time or f'{expires.date} 00:00'}"

    def _aliases(self, addresses: Sequence[str]) -> Iterator[str]:
        found: dict[str, None] = {}
        for address in addresses:
            path = address.strip().lstrip("/")
            path = path if path.endswith((".html", "/")) else f"{path}/"
            if is_alias(path):
                found[path] = None
            elif path.strip("/"):
                self._tellers[self._post.texts[0].path].tell("post-alias-lost", 1, alias=address)
        if found:
            yield "aliases:"
            yield from (f"  - {json.dumps(path, ensure_ascii=False)}" for path in found)

    def _extra(self, text: Text, record: Mapping[str, str], lines: list[str]) -> Iterator[str]:
        """What is kept: fields that no story has, words that stand for nothing, where it comes from."""
        header, teller = text.header, self._tellers[text.path]
        kept = dict(self._fields(text))
        if kept:
            teller.tell("post-fields-kept", header.line(*kept), fields=", ".join(kept))
        other = [word for word in header.words(*_TERMS) if self._is_left(word, lines)]
        if other:
            teller.tell("post-terms-kept", header.line(*_TERMS), words=", ".join(other))
            kept["words"] = list(other)
        if not kept and not record:
            return
        yield "extra:"
        if record:
            yield f"  imported: {json.dumps(dict(record), ensure_ascii=False)}"
        if kept:
            yield f"  {self._settings.engine}:"
            yield from (
                f"    {json.dumps(key, ensure_ascii=False)}: {_written(value)}" for key, value in kept.items()
            )

    def _is_left(self, word: str, lines: list[str]) -> bool:
        named = self._terms.lines.get(word.casefold())
        other_line = named is not None and named not in lines
        return not self._terms.knows(word) or (other_line and word.casefold() not in self._terms.ignored)

    def _fields(self, text: Text) -> Iterator[tuple[str, Plain]]:
        header = text.header
        used = {each.casefold() for each in _USED} | set(self._carried)
        used |= {"published"} if header.text("published") in ("true", "false") else set()
        for key, value in header.fields.items():
            if (
                key.strip()
                and value not in (None, "", [], {})
                and not self._is_said(key.casefold(), value, used, text)
            ):
                yield key.strip(), value

    def _is_said(self, key: str, value: Plain, used: set[str], text: Text) -> bool:
        """Whether the story says what a field says."""
        first = self._post.texts[0]
        if key in _SUMMARIES and isinstance(value, str):
            return _summary_words(value) == self._summaries.get(text.language, "")
        if key in ("slug", "url", "permalink") and isinstance(value, str):
            return value == self._post.slug or any(value.strip("/") in each for each in self._addresses)
        if key in used and any(key == each.casefold() for each in _DATES) and text is not first:
            told, here = (read_moment(each, self._zone) for each in (first.header.text(key), str(value)))
            return told is not None and here is not None and told.date == here.date
        return key in used


def _summary_words(value: str) -> str:
    return plain_text(" ".join(value.split()))


def _written(value: Plain) -> str:
    text = json.dumps(_sound(value), ensure_ascii=False)
    return re.sub(
        "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ue000-\uf8ff\ufeff\ufff9-\ufffd]",
        " ",
        text,
    )


def _sound(value: Plain) -> Plain:
    """A value without keys that hold nothing, which no document may have."""
    if isinstance(value, dict):
        return {key: _sound(each) for key, each in value.items() if key.strip()}
    return [_sound(each) for each in value] if isinstance(value, list) else value


def is_draft(text: Text, engine: Engine) -> bool:
    """Returns whether a text was not public on the old site."""
    hidden = text.header.text("draft") == "true" or text.header.text("headless") == "true"
    return text.draft or hidden or (engine is Engine.HEXO and text.header.text("published") == "false")
