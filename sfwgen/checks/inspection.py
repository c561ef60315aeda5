"""What an inspection of government sites looks at (国办秘函〔2019〕19号), as far as a build can see it.

`inspect` returns a list to work off: what passes, what does not, what needs a date to be judged, and what
somebody has to look at. Nothing is fetched, and nobody reads a clock.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from sfwgen.checks.facts import PageFacts
from sfwgen.checks.findings import Finished
from sfwgen.checks.inspection_words import MANUAL, WORDS
from sfwgen.checks.outputs import finish
from sfwgen.checks.targets import Kind
from sfwgen.content.official import official_fields
from sfwgen.dates import PartialDate
from sfwgen.diagnostics import Location
from sfwgen.model import Localized, Site, UpdateSpan
from sfwgen.plan.outputs import BuildPlan

HOME_WARN, HOME_FAIL = 10, 14
"""Days without anything new on the home page: from when to warn, and when it fails the whole site."""
FIRST_VIEW = 60_000
WHOLE_PAGE = 500_000
"""What a page may weigh as it is sent, without and with its pictures: 3 seconds on a slow line."""

_SPANS = {UpdateSpan.TWO_WEEKS: 14, UpdateSpan.SIX_MONTHS: 183, UpdateSpan.YEAR: 365}
_TEXTS = (".html", ".css", ".js", ".svg")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
_IPV4 = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_LISTED = 20


class Verdict(StrEnum):
    """What is to be done about an item; `unknown` is what cannot be judged without more."""

    PASSED = "passed"
    WARNING = "warning"
    FAILED = "failed"
    UNKNOWN = "unknown"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in both languages."""

    zh: str
    en: str

    def text(self, lang: str) -> str:
        """Returns it in one of them."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Item(Said):
    """An item of an inspection; `places` are to be looked at, `details` name what is at no place."""

    id: str
    verdict: Verdict
    places: tuple[Location, ...] = ()
    details: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: what it is called, how long it may go without news, its days of news, where it is defined."""

    id: str
    zh: str
    en: str
    span: UpdateSpan
    news: tuple[date, ...]
    location: Location


def _item(
    id_: str,
    verdict: Verdict,
    key: str,
    /,
    *,
    places: tuple[Location, ...] = (),
    details: tuple[Said, ...] = (),
    **words: object,
) -> Item:
    zh, en = WORDS[key] if key in WORDS else MANUAL[key]
    return Item(zh.format(**words), en.format(**words), id_, verdict, places, details)


def inspect(
    site: Site, plan: BuildPlan, outputs: Mapping[str, bytes], as_of: PartialDate | None
) -> tuple[Item, ...]:
    """Returns every item that the finished site can be judged by, then those for a person."""
    finished, day = finish(plan, outputs), exact_day(as_of)
    items = (
        *_fields(site),
        *_home_updated(site, day),
        *_columns_updated(site, day),
        *_empty_columns(site),
        *_undated(site),
        *_dated_later(site, day),
        *_contact(site),
        *_search(finished),
        *_links(finished),
        *_weight(finished),
    )
    return (*items, *manual_items(finished))


# --- fields -------------------------------------------------------------------------------------------------


def _fields(site: Site) -> Iterator[Item]:
    config = site.config
    if not config.official:
        needed = tuple(Said(f"{path}　{zh}", f"{path}: {en}") for path, zh, en in official_fields())
        places = (config.location,)
        yield _item("fields", Verdict.UNKNOWN, "fields-needed", places=places, details=needed, n=len(needed))
        return
    yield _item("fields", Verdict.PASSED, "fields-complete")
    host = urlsplit(config.url).hostname or ""
    if host.endswith(".gov.cn"):
        yield _item("domain", Verdict.PASSED, "domain", host=host)
    else:
        yield _item("domain", Verdict.WARNING, "domain-other", places=(config.location,), host=host)


# --- updates ------------------------------------------------------------------------------------------------


def exact_day(when: PartialDate | None) -> date | None:
    """Returns the one day that a date means, or None where it may mean several."""
    return when.start if when is not None and when.start == when.end else None


def _days(times: Iterable[str | None]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(time[:10]) for time in times if time)


def _needs_day(id_: str, zh: str, en: str) -> Item:
    return _item(id_, Verdict.UNKNOWN, "day-needed", zh=zh, en=en)


def _home_updated(site: Site, day: date | None) -> Iterator[Item]:
    column = site.config.official_site.columns["home"] if site.config.official_site else None
    if column is not None and column.update is UpdateSpan.NONE:
        yield _item("home-updated", Verdict.PASSED, "home-exempt")
        return
    if day is None:
        yield _needs_day("home-updated", "首页更新", "News on the home page")
        return
    last = max((each for each in _published(site) if each <= day), default=None)
    if last is None:
        yield _item("home-updated", Verdict.FAILED, "home-nothing", day=day)
        return
    idle = (day - last).days
    late = Verdict.WARNING if idle >= HOME_WARN else Verdict.PASSED
    verdict = Verdict.FAILED if idle >= HOME_FAIL else late
    yield _item("home-updated", verdict, "home-updated", last=last, day=day, idle=idle, limit=HOME_FAIL)


def _published(site: Site, line: str = "") -> tuple[date, ...]:
    return _days(story.published for story in site.stories if line in ("", story.line.id))


def _columns_updated(site: Site, day: date | None) -> Iterator[Item]:
    columns = [each for each in _columns(site) if each.span in _SPANS]
    if day is None:
        if columns:
            yield _needs_day("columns-updated", "栏目更新", "News in the columns")
        return
    for column in columns:
        yield _updated(column, day)


def _updated(column: _Column, day: date) -> Item:
    id_, allowed = f"column-updated:{column.id}", _SPANS[column.span]
    last = max((each for each in column.news if each <= day), default=None)
    zh, en, place = column.zh, column.en, (column.location,)
    if last is None:
        return _item(id_, Verdict.FAILED, "column-nothing", places=place, zh=zh, en=en, allowed=allowed)
    idle = (day - last).days
    late = idle > allowed
    return _item(
        id_,
        Verdict.FAILED if late else Verdict.PASSED,
        "column-updated",
        places=place if late else (),
        zh=zh,
        en=en,
        last=last,
        day=day,
        idle=idle,
        allowed=allowed,
    )


def _columns(site: Site) -> Iterator[_Column]:
    """The columns whose news can be dated: stories as a whole and by line, issues, figures."""
    config, stated = site.config, site.config.official_site
    issues = tuple(day for issue in site.bulletins if (day := exact_day(issue.date)))
    tallies = tuple(tally.as_of.start for tally in site.tallies if tally.as_of)
    for id_, zh, en, news in (
        ("stories", "进展", "Stories", _published(site)),
        ("bulletins", "往期", "Issues", issues),
        ("figures", "数据", "Figures", tallies),
    ):
        column = stated.columns.get(id_) if stated else None
        default = UpdateSpan.TWO_WEEKS if id_ == "stories" else UpdateSpan.NONE
        span = (column.update if column else None) or default
        yield _Column(id_, zh, en, span, news, column.location if column else config.location)
    for line in config.lines:
        column = stated.line_columns.get(line.id) if stated else None
        span = (column.update if column else None) or UpdateSpan.NONE
        place = column.location if column else line.location
        yield _Column(line.id, *_names(site, line.name), span, _published(site, line.id), place)


def _names(site: Site, name: Localized) -> tuple[str, str]:
    """A name for a Chinese and for an English sentence, as far as the site has these languages."""
    default = name[site.config.default.id]
    return name.get("zh", default), name.get("en", default)


def _empty_columns(site: Site) -> Iterator[Item]:
    used = {story.line.id for story in site.stories}
    empty = [
        (line.id, *_names(site, line.name), line.location)
        for line in site.config.lines
        if line.id not in used
    ]
    if not site.stories:
        empty.append(("stories", "进展", "Stories", site.config.location))
    for id_, zh, en, place in empty:
        yield _item(f"column-empty:{id_}", Verdict.FAILED, "column-empty", places=(place,), zh=zh, en=en)
    if not empty:
        yield _item("columns-filled", Verdict.PASSED, "columns-filled")


# --- times --------------------------------------------------------------------------------------------------


def _undated(site: Site) -> Iterator[Item]:
    stories = tuple(story.location for story in site.stories if not story.published)
    issues = tuple(issue.location for issue in site.bulletins if issue.date is None)
    if stories:
        yield _item("undated", Verdict.FAILED, "undated", places=stories, n=len(stories))
    if issues:
        yield _item("undated-issues", Verdict.WARNING, "undated-issues", places=issues, n=len(issues))
    if not stories and not issues:
        yield _item("undated", Verdict.PASSED, "dated")


def _dated_later(site: Site, day: date | None) -> Iterator[Item]:
    if day is None:
        yield _needs_day("dated-later", "有没有晚于检查日的发布时间", "Times of publication in the future")
        return
    later = tuple(
        story.location
        for story in site.stories
        if any(each > day for each in _days((story.published, story.updated)))
    )
    if later:
        yield _item("dated-later", Verdict.FAILED, "dated-later", places=later, day=day, n=len(later))
    else:
        yield _item("dated-later", Verdict.PASSED, "dated-before", day=day)


# --- what the pages offer -----------------------------------------------------------------------------------


def _contact(site: Site) -> Iterator[Item]:
    page = next((page for page in site.pages if page.slug == "contact"), None)
    if page is None:
        yield _item("contact", Verdict.FAILED, "contact-missing", places=(site.config.location,))
    elif site.config.official:
        yield _item("contact", Verdict.PASSED, "contact")
    else:
        yield _item("contact", Verdict.WARNING, "contact-not-stated", places=(page.location,))


def _search(finished: Finished) -> Iterator[Item]:
    if any(output.head.kind == "search" for output, _ in finished.pages.values()):
        yield _item("search", Verdict.PASSED, "search")
    else:
        yield _item("search", Verdict.FAILED, "search-missing")


def _links(finished: Finished) -> Iterator[Item]:
    """Links within the site have been followed by the rules over outputs: a dead one stops the build."""
    count = sum(len(facts.links) + len(facts.assets) for _, facts in finished.pages.values())
    yield _item("links", Verdict.PASSED, "links", n=count)
    numeric = [each for each in _outside(finished) if _IPV4.fullmatch(urlsplit(each).hostname or "")]
    if numeric:
        yield _item("ip-addresses", Verdict.FAILED, "ip-addresses", details=_listed(numeric))


def _outside(finished: Finished) -> tuple[str, ...]:
    found = {
        address
        for output, facts in finished.pages.values()
        for address in facts.links
        if finished.addresses.resolve(output.path, address).kind is Kind.OUTSIDE
    }
    return tuple(sorted(found))


def _weight(finished: Finished) -> Iterator[Item]:
    sizes = _sizes(finished.outputs)
    heavy: list[tuple[int, str]] = []
    most = (0, "")
    for path, (_, facts) in finished.pages.items():
        fetched = [path, *(set(_fetched(finished, path, facts)) & sizes.keys())]
        whole = sum(sizes[each] for each in fetched)
        plain = sum(sizes[each] for each in fetched if not each.endswith(_PICTURES))
        most = max(most, (whole, path))
        if plain > FIRST_VIEW or whole > WHOLE_PAGE:
            heavy.append((whole, path))
    if not heavy:
        yield _item("weight", Verdict.PASSED, "weight", page=most[1], size=_kb(most[0]))
        return
    listed = _listed(f"{path} {_kb(size)}" for size, path in sorted(heavy, reverse=True)[:_LISTED])
    yield _item(
        "weight",
        Verdict.WARNING,
        "weight-heavy",
        details=listed,
        n=len(heavy),
        plain=_kb(FIRST_VIEW),
        whole=_kb(WHOLE_PAGE),
    )


def _sizes(outputs: Mapping[str, bytes]) -> dict[str, int]:
    """What each file weighs as it is sent: texts compressed, pictures as they are."""
    texts = {path: len(zlib.compress(data)) for path, data in outputs.items() if path.endswith(_TEXTS)}
    return texts | {path: len(data) for path, data in outputs.items() if path.endswith(_PICTURES)}


def _fetched(finished: Finished, page: str, facts: PageFacts) -> Iterator[str]:
    for address in facts.assets:
        target = finished.addresses.resolve(page, address)
        if target.kind is Kind.INSIDE:
            yield target.path


def _listed(texts: Iterable[str]) -> tuple[Said, ...]:
    return tuple(Said(text, text) for text in texts)


def _kb(size: int) -> str:
    return f"{-(-size // 1000)} KB"


# --- for a person -------------------------------------------------------------------------------------------


def manual_items(finished: Finished | None = None) -> tuple[Item, ...]:
    """Returns what somebody has to look at; without a finished site its outside links are not known."""
    outside = () if finished is None else _outside(finished)
    items = [_item(key, Verdict.MANUAL, key) for key in MANUAL if key != "outside-links"]
    if outside:
        items.append(
            _item("outside-links", Verdict.MANUAL, "outside-links", details=_listed(outside), n=len(outside))
        )
    return tuple(items)
