"""What looks wrong by itself: numbers left blank, figures that stood still, running totals that fell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from sfwgen.checks.project import Project, Text, all_texts
from sfwgen.checks.words import form_pattern, longest_first, readable
from sfwgen.counters import Record, owner_id
from sfwgen.dates import PartialDate, Period
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.figures import Interval, Qualifier
from sfwgen.languages import family, plain
from sfwgen.model import Figure, Metric, MetricKind, Site, Story, Tally, Vocabulary
from sfwgen.stated import figure_text

# --- texts --------------------------------------------------------------------------------------------------

_MEASURE_WORDS = (
    "件",
    "户",
    "家",
    "人次",
    "次",
    "个",
    "名",
    "项",
    "亩",
    "万元",
    "元",
    "米",
    "公里",
    "吨",
    "套",
    "栋",
)
_SUMMED = "总共|一共|共计|合计|累计|总计|(?<![公中国少与])共"
_NUMERALS = "零〇一二三四五六七八九十百千万亿两几数半多余上近约"
# Possessive and behind a boundary, so that a long run is looked at once.
_BLANK = (
    r"(?<![XxＸｘ×✕○□△])[XxＸｘ×✕○□△]{2,}+|(?<![_＿])[_＿]{3,}+|待[补定填核]"
    r"|(?<![0-9.,:：/-])(?<![0-9][ \u00a0])0{2,}+"
)
_BRACKETED = r"[（(\[【]待[补定填核][^）)\]】\n]{0,4}[）)\]】]"
_BLANK_HINTS = (
    *("XX", "xx", "Xx", "xX", "ＸＸ", "ｘｘ", "××", "✕✕", "○○", "□□", "△△", "___", "＿＿＿", "00"),
    *("待补", "待定", "待填", "待核", "待查"),
)
_SUM_HINTS = ("共", "合计", "累计", "总计")
_GAP_HINTS = (" ", "\u3000")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """How a blank looks. A text without any of the hints is not searched: most have none."""

    code: str
    hints: tuple[str, ...]
    blank: re.Pattern[str]

    def may_occur(self, text: str) -> bool:
        return any(hint in text for hint in self.hints) and self.blank.search(text) is not None


def check_blanks(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each number of a text that was left blank: XX户, 共件, a total of households."""
    for language in project.site.config.languages:
        patterns = project.once(_zh_patterns if family(language.id) == "zh" else _en_patterns, language.id)
        for text in all_texts(project, language.id):
            yield from _blanks(text, patterns, language.id)


def _blanks(text: Text, patterns: Sequence[_Pattern], lang: str) -> Iterator[Diagnostic]:
    seen = plain(text.text, lang)
    likely = [pattern for pattern in patterns if pattern.may_occur(seen)]
    seen = readable(seen) if likely and text.markdown else seen
    for pattern in likely:
        for match in pattern.blank.finditer(seen):
            found = text.text[match.start() : match.end()]
            yield fault(pattern.code, text.at(match.start()), found=found.strip())


def _zh_patterns(vocabulary: Vocabulary, _lang: str) -> tuple[_Pattern, ...]:
    forms = [form for unit in vocabulary.units.values() for form in (unit.zh, *unit.also)]
    units = "|".join(map(re.escape, longest_first([*forms, *_MEASURE_WORDS])))
    words = "|".join(longest_first(_MEASURE_WORDS))
    ends = r"(?=[，。；、！？：,;!?）)”]|[并和及与]|\Z)"
    blank = rf"(?<![A-Za-z0-9])(?:{_BLANK})\s*+[余多]?[万亿]?(?:{units}|[%％])|{_BRACKETED}"
    summed = rf"(?:{_SUMMED})[约近超]?[ 　]?(?:{words}){ends}"
    gap = rf"(?<=[一-鿿])(?<![{_NUMERALS}])[ 　]+(?:{words})(?=[，。；、！？])"
    return (
        _Pattern("text-placeholder", _BLANK_HINTS, re.compile(blank)),
        _Pattern("text-number-missing", _SUM_HINTS, re.compile(summed)),
        _Pattern("text-number-missing", _GAP_HINTS, re.compile(gap)),
    )


def _en_patterns(vocabulary: Vocabulary, lang: str) -> tuple[_Pattern, ...]:
    nouns = "|".join(form_pattern(noun, lang) for noun in longest_first(_nouns(vocabulary, lang)))
    if not nouns:
        return ()
    blank = rf"(?<![A-Za-z0-9])(?:{_BLANK}|TB[CD]|TODO)\s*+(?:%|(?:{nouns}))"
    hints = (*_BLANK_HINTS, "TBC", "TBD", "TODO")
    return (
        _Pattern("text-placeholder", hints, re.compile(blank)),
        _Pattern("text-number-missing", ("total of",), re.compile(rf"\b(?:[Aa]|[Ii]n) total of (?:{nouns})")),
    )


def _nouns(words: Vocabulary, lang: str) -> Iterator[str]:
    """The plurals of what is counted: what a number should stand before."""
    for unit in words.units.values():
        yield from filter(None, unit.en[1:])
    for metric in words.metrics.values():
        yield from filter(None, metric.noun.get(lang, ("", ""))[1:])


# --- figures ------------------------------------------------------------------------------------------------

_RUNNING = re.compile(r"累计|截至目前|to date|running total|cumulative|so far", re.IGNORECASE)
_FEWEST_ALIKE = 3
"""How many figures two tallies must share before all of them being equal is suspicious."""


def check_moved_tallies(project: Project) -> Iterator[Diagnostic]:
    """Yields a warning for each running total that fell or stood still while its date moved.

    A figure whose note says something is taken to be explained.
    """
    tallies = [tally for tally in project.site.tallies if tally.as_of is not None]
    for earlier, later in pairwise(sorted(tallies, key=_order)):
        if _is_before(earlier.as_of, later.as_of):
            yield from _compare_tallies(earlier, later)


def _order(tally: Tally) -> tuple[object, str]:
    assert tally.as_of is not None
    return (tally.as_of.end, tally.as_of.start), tally.id


def _is_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is not None and other is not None and one.end <= other.start and one != other


def _compare_tallies(earlier: Tally, later: Tally) -> Iterator[Diagnostic]:
    before = {_key(figure): figure for figure in earlier.figures if figure.when is None}
    pairs = [
        (before[_key(each)], each) for each in later.figures if each.when is None and _key(each) in before
    ]
    all_alike = len(pairs) >= _FEWEST_ALIKE and all(one.quantity == other.quantity for one, other in pairs)
    for one, other in pairs:
        if other.note or other.example:
            continue
        running = _is_running(other.metric)
        if running and _below(other.quantity.implied(), one.quantity.implied()):
            words = {"figure": other.id, "before": earlier.id, "after": later.id}
            words |= _both("earlier", one) | _both("later", other)
            yield fault("figure-fell", other.location, related=(one.location,), **words)
        elif (running or all_alike) and one.quantity == other.quantity and _counts(one):
            words = {"figure": other.id, "before": earlier.id, "after": later.id, **_both("stated", other)}
            yield fault("figure-unchanged", other.location, related=(one.location,), **words)


def _counts(figure: Figure) -> bool:
    """Nothing remains nothing without anybody having forgotten it."""
    return figure.quantity.qualifier is not Qualifier.NONE


def _key(figure: Figure) -> object:
    return figure.metric.location, tuple(sorted(figure.scope.items())), figure.statistic


def _is_running(metric: Metric) -> bool:
    """Whether figures in tallies can only grow: a flow counted up to a date, or words that say so."""
    if metric.kind is MetricKind.FLOW:
        return True
    texts = (*metric.label.values(), *metric.description.values())
    return metric.kind is MetricKind.STOCK and any(_RUNNING.search(text) for text in texts)


@dataclass(frozen=True, slots=True)
class _Stated:
    record: Record
    when: PartialDate | Period


def check_contradictions(project: Project) -> Iterator[Diagnostic]:
    """Yields a warning for each two figures of one metric, scope and date that cannot well both be true."""
    groups: dict[object, list[_Stated]] = {}
    for stated in _dated(project.site):
        figure, owner = stated.record.figure, stated.record.owner
        whole = "" if figure.scope or isinstance(owner, Tally) else owner_id(owner)
        groups.setdefault((whole, _key(figure), str(stated.when)), []).append(stated)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if _contradict(one, other):
                yield _contradiction(one.record, other.record)


def _dated(site: Site) -> Iterator[_Stated]:
    owners: tuple[Story | Tally, ...] = (*site.stories, *site.tallies)
    for owner in owners:
        for figure in owner.figures:
            record = Record(owner, figure)
            if record.when is not None and not figure.example:
                yield _Stated(record, record.when)


def _contradict(one: _Stated, other: _Stated) -> bool:
    """Two exact figures within one document may be of two things; those of two documents are of one."""
    first, second = one.record.figure.quantity, other.record.figure.quantity
    exact = first.qualifier is second.qualifier is Qualifier.EXACT
    if exact and one.record.owner is other.record.owner:
        return False
    return _apart(first.implied(), second.implied())


def _contradiction(first: Record, second: Record) -> Diagnostic:
    """Of two tallies of one day one is wrong; stories may speak of things that are not quite alike."""
    one, other = first.figure, second.figure
    words = {"figure": other.metric.id, **_both("stated", one), **_both("other", other)}
    tallies = isinstance(first.owner, Tally) and isinstance(second.owner, Tally)
    code = "tallies-contradict" if tallies else "figure-bound-contradicted"
    return fault(code, other.location, related=(one.location,), **words)


def _both(name: str, figure: Figure) -> dict[str, str]:
    return {f"{name}_{lang}": figure_text(figure.quantity, figure.metric, lang) for lang in ("zh", "en")}


def _apart(one: Interval, other: Interval) -> bool:
    return _below(one, other) or _below(other, one)


def _below(one: Interval, other: Interval) -> bool:
    """Whether every number of one interval is smaller than every number of the other."""
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))
