"""What the public will see change: a list of sections, printed as text, Markdown, HTML and JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import takewhile

from sfwgen.changes import Change
from sfwgen.changes.pages import Line, PageChange
from sfwgen.changes.site import SiteChanges
from sfwgen.cli.commands.diff_words import tell
from sfwgen.cli.commands.figures_diff import Deltas, changes_data, delta_said, escaped, label_of, shown_state
from sfwgen.cli.console import shown

_LINES = 12
_AROUND = 24
"""How many characters are shown on each side of what is different in a line."""
_DERIVED = re.compile(
    r"(?:\w+/)?(?:(?:lines|places|teams|months)/|stories/(?:index|page-\d+)\.html|sitemap\.html|search\.html|records\.html)"
)
_MARKS = {Change.REMOVED: "-", Change.ADDED: "+"}
_TAGS = {Change.REMOVED: "del", Change.ADDED: "ins"}
_STYLE = (
    "body{font:16px/1.7 system-ui,'Microsoft YaHei','PingFang SC',sans-serif;max-width:60rem;"
    "margin:2rem auto;padding:0 1rem;color:#222}h2{border-bottom:1px solid #ccc}li{margin:.5rem 0}"
    "del,ins{display:block;"
    "text-decoration:none;padding:0 .5rem;white-space:pre-wrap}del{background:#fbe9e7}ins{background:#e8f3e8}"
    "del::before{content:'− '}ins::before{content:'+ '}code{font-size:.9em}"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A change: what it is, and what is gone and what is new."""

    said: str
    name: str
    about: str = ""
    lines: tuple[tuple[Change, str], ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one kind under a heading, with a note for the reader."""

    heading: str
    entries: tuple[Entry, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that is said, in one language."""

    lang: str
    range: str
    summary: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...]


def make_report(changes: SiteChanges, names: tuple[str, str], lang: str) -> Report:
    """Returns the changes in words."""
    between = tell(lang, "range", old=shown(names[0]), new=shown(names[1]))
    sections = tuple(section for section in _sections(changes, lang) if section.entries)
    summary = _counts(changes, lang) if changes.any or sections else tell(lang, "none")
    return Report(lang, between, summary, sections, tuple(_notes(changes, lang)))


def _sections(changes: SiteChanges, lang: str) -> Iterator[Section]:
    gone = tuple(Entry(tell(lang, "removed"), shown(path)) for path in changes.outputs.withdrawn)
    yield Section(tell(lang, "withdrawn"), gone, tell(lang, "withdrawn-note"))
    for heading, deltas in (("figures", changes.numbers.figures), ("counters", changes.numbers.counters)):
        yield Section(tell(lang, heading), tuple(_delta_entries(deltas, lang)))
    yield Section(tell(lang, "translations"), tuple(_translations(changes, lang)))
    pages = [page for page in changes.outputs.pages if page.change is not Change.REMOVED]
    yield Section(tell(lang, "pages"), tuple(_page(page, lang) for page in sorted(pages, key=_order)))
    files = [file for file in changes.outputs.files if file.change is not Change.REMOVED]
    yield Section(
        tell(lang, "files"), tuple(Entry(tell(lang, file.change), shown(file.path)) for file in files)
    )


def _delta_entries(deltas: Deltas, lang: str) -> Iterator[Entry]:
    for delta in deltas:
        states = ((Change.REMOVED, delta.before), (Change.ADDED, delta.after))
        lines = tuple((change, shown_state(state)) for change, state in states if state is not None)
        yield Entry(delta_said(delta, lang), shown(delta.state.id), shown(label_of(delta.state, lang)), lines)


def _translations(changes: SiteChanges, lang: str) -> Iterator[Entry]:
    reasons = {file: tell(lang, "stale") for file in changes.stale}
    for each in changes.numbers.translations:
        figures = ("、" if lang == "zh" else ", ").join(each.figures)
        reason = tell(lang, "cites", figures=figures) if figures else tell(lang, "wording")
        reasons.setdefault(each.text.file, reason)
    yield from (Entry(reason, shown(file)) for file, reason in sorted(reasons.items()))


def _page(page: PageChange, lang: str) -> Entry:
    said, name, title = tell(lang, page.change), shown(page.path), shown(page.title)
    if _DERIVED.match(page.path):
        # What a list shows follows from what it lists.
        return Entry(said, name, title)
    lines = tuple((line.change, shown(text)) for line, text in _shortened(page.lines[:_LINES]))
    return Entry(said, name, title, lines, len(page.lines) - len(lines))


def _order(page: PageChange) -> tuple[bool, str]:
    """Stories, issues and pages first, lists of them last."""
    return _DERIVED.match(page.path) is not None, page.path


def _shortened(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Lines with what two of them have in common left out, where one takes the place of another."""
    number = 0
    while number < len(lines):
        line, following = lines[number], lines[number + 1 : number + 2]
        if line.change is Change.REMOVED and following and following[0].change is Change.ADDED:
            before, after = _without_common(line.text, following[0].text)
            yield from ((line, before), (following[0], after))
            number += 2
        else:
            yield line, line.text
            number += 1


def _without_common(one: str, other: str) -> tuple[str, str]:
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    first, last = max(start - _AROUND, 0), max(end - _AROUND, 0)
    dots = "…" if first else "", "…" if last else ""
    return (
        f"{dots[0]}{one[first : len(one) - last]}{dots[1]}",
        f"{dots[0]}{other[first : len(other) - last]}{dots[1]}",
    )


def _alike(one: str, other: str) -> int:
    """With how many characters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _counts(changes: SiteChanges, lang: str) -> str:
    counts = {change: sum(page.change is change for page in changes.outputs.pages) for change in Change}
    numbers = changes.numbers
    return tell(
        lang,
        "counts",
        added=counts[Change.ADDED],
        changed=counts[Change.CHANGED],
        removed=counts[Change.REMOVED],
        figures=len(numbers.figures),
        counters=len(numbers.counters),
        translations=sum(1 for _ in _translations(changes, lang)),
    )


def _notes(changes: SiteChanges, lang: str) -> Iterator[str]:
    if changes.outputs.unseen:
        yield tell(lang, "unseen", n=changes.outputs.unseen)
    if changes.pages_only:
        yield tell(lang, "pages-only")


def print_text(report: Report) -> str:
    """Returns the report as plain text."""
    return "".join(f"{line}\n" for line in _text(report))


def _text(report: Report) -> Iterator[str]:
    colon = "：" if report.lang == "zh" else ":"
    yield from (report.range, report.summary)
    for section in report.sections:
        yield f"{section.heading}{colon}"
        for entry in section.entries:
            yield "  " + "  ".join(filter(None, (entry.said, entry.name, entry.about)))
            yield from (f"    {_MARKS[change]} {text}" for change, text in entry.lines)
            if entry.more:
                yield f"    {tell(report.lang, 'more', n=entry.more)}"
        if section.note:
            yield f"  {section.note}"
    yield from report.notes


def print_markdown(report: Report) -> str:
    """Returns the report as Markdown, as a merge request shows it."""
    return "".join(f"{line}\n" for line in _markdown(report))


def _markdown(report: Report) -> Iterator[str]:
    yield from (f"## {tell(report.lang, 'title')}", "", escaped(report.range), "", f"**{report.summary}**")
    for section in report.sections:
        yield from ("", f"### {section.heading}", "")
        if section.note:
            yield from (section.note, "")
        for entry in section.entries:
            about = f" {escaped(entry.about)}" if entry.about else ""
            yield f"- {entry.said} `{entry.name.replace('`', '')}`{about}"
            for change, text in entry.lines:
                said = f"~~{escaped(text)}~~" if change is Change.REMOVED else f"**{escaped(text)}**"
                yield f"  - {said}"
            if entry.more:
                yield f"  - {tell(report.lang, 'more', n=entry.more)}"
    for note in report.notes:
        yield from ("", note)


def print_html(report: Report) -> str:
    """Returns the report as a page of its own, which needs nothing else."""
    title = escape(tell(report.lang, "title"))
    sections = "".join(_html_section(section, report.lang) for section in report.sections)
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in report.notes)
    return (
        f'<!doctype html>\n<html lang="{"zh-Hans" if report.lang == "zh" else "en"}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{escape(report.range)}</p>\n<p><strong>{escape(report.summary)}</strong></p>\n"
        f"{sections}{notes}</body>\n</html>\n"
    )


def _html_section(section: Section, lang: str) -> str:
    note = f"<p>{escape(section.note)}</p>\n" if section.note else ""
    entries = "".join(_html_entry(entry, lang) for entry in section.entries)
    return f"<h2>{escape(section.heading)}</h2>\n{note}<ul>\n{entries}</ul>\n"


def _html_entry(entry: Entry, lang: str) -> str:
    lines = "".join(f"<{_TAGS[change]}>{escape(text)}</{_TAGS[change]}>" for change, text in entry.lines)
    more = escape(tell(lang, "more", n=entry.more)) if entry.more else ""
    head = f"{escape(entry.said)} <code>{escape(entry.name)}</code> {escape(entry.about)}".rstrip()
    return f"<li>{head}{lines}{more}</li>\n"


def print_data(changes: SiteChanges) -> str:
    """Returns the changes as JSON, every line of every page among them."""
    data = {
        "pages": [
            {
                "path": page.path,
                "change": page.change,
                "title": page.title,
                "lang": page.lang,
                "lines": [{"change": line.change, "text": line.text} for line in page.lines],
            }
            for page in changes.outputs.pages
        ],
        "files": [{"path": file.path, "change": file.change} for file in changes.outputs.files],
        "unseen": changes.outputs.unseen,
        "withdrawn": list(changes.outputs.withdrawn),
        "stale": list(changes.stale),
        "numbers": changes_data(changes.numbers),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def print_report(form: str, changes: SiteChanges, names: tuple[str, str], lang: str) -> str:
    """Returns the changes in the form that was asked for."""
    if form == "json":
        return print_data(changes)
    printers = {"text": print_text, "markdown": print_markdown, "html": print_html}
    return printers[form](make_report(changes, names, lang))
