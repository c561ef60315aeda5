"""What search finds: the texts of the planned pages, so that nothing is found that no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from sfwgen.model import Language, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.lists import Group
from sfwgen.plan.outputs import PageOutput
from sfwgen.plan.search.index import SearchDocument
from sfwgen.plan.search.letters import tidy
from sfwgen.plan.views import (
    BulletinView,
    CorrectionsView,
    CorrectionView,
    CounterView,
    FigureGroupView,
    FiguresView,
    FigureView,
    Frame,
    Html,
    Moment,
    PageView,
    StepView,
    StoryView,
)

FILTERS = {"filter_line": "line", "filter_place": "place", "filter_month": "month"}
"""The filters of search: by the string key of their heading, how they are named in an address."""

# Elements within a line; where any other one begins or ends, so does a block of text.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)"
    r"(?=[\s/>])(?:[^>\"]|\"[^\"]*\")*>"
)
_ELEMENT = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>")
_SPACE = re.compile(r"\s+")


def find_documents(
    context: Context, language: Language, pages: Iterable[PageOutput], groups: Iterable[Group], path: str
) -> list[SearchDocument]:
    """Returns what can be found in a language: stories, the newest first, then issues, figures, other pages.

    `path` is that of the search page, `groups` are the lists by which stories can be filtered.
    """
    lang = language.id
    filters = _filters_by_story(groups)
    stories = {context.path("story", lang, story.slug): story for story in context.stories(lang)}
    made: dict[str, list[SearchDocument]] = {"story": [], "issue": [], "figures": [], "page": []}
    for page in pages:
        href, view = relative(path, page.path), page.view
        match view:
            case StoryView():
                story = stories[page.path]
                made["story"].append(_story(context, view, story, href, filters.get(story.slug, ())))
            case BulletinView():
                made["issue"].append(_issue(context, view, href))
            case FiguresView():
                made["figures"] += [_counter(context, each, view.frame, href) for each in view.counters]
            case PageView():
                text = _lines(view.dek, html_text(view.body), *_notices(view.frame))
                made["page"].append(_document(context, view.frame, "page", view.title.pieces, href, text))
            case CorrectionsView() if view.corrections:
                text = _lines(*(line for each in view.corrections for line in _correction(each)))
                made["page"].append(_document(context, view.frame, "page", (view.frame.heading,), href, text))
            case _:
                pass
    return [*made["story"], *reversed(made["issue"]), *made["figures"], *made["page"]]


def _filters_by_story(groups: Iterable[Group]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for group in groups:
        for term in group.terms if group.heading in FILTERS else ():
            for story in term.stories:
                found.setdefault(story.slug, []).append(f"{FILTERS[group.heading]}:{term.name}")
    return {slug: tuple(names) for slug, names in found.items()}


def _document(
    context: Context,
    frame: Frame,
    kind: str,
    title: Iterable[str],
    href: str,
    text: str,
    *about: str,
    filters: tuple[str, ...] = (),
) -> SearchDocument:
    told = (context.t(frame.lang, f"search_kind_{kind}"), *(each for each in about if each))
    return SearchDocument(href, _pieces(title), told, filters, frame.content_tag, text)


def _pieces(title: Iterable[str]) -> tuple[str, ...]:
    """A title's pieces on one line; a blank between two of them stays."""
    return tuple(_SPACE.sub(" ", piece) for piece in title)


def _story(
    context: Context, view: StoryView, story: Story, href: str, filters: tuple[str, ...]
) -> SearchDocument:
    lang = view.frame.lang
    text = _lines(
        html_text(view.dek),
        html_text(view.body),
        *(line for step in view.steps for line in _step(step)),
        *(line for pair in view.pairs for side in pair.sides for line in (side.text, side.credit)),
        *view.unknown,
        *(line for each in view.corrections for line in _correction(each)),
        *_notices(view.frame),
        *(line for group in view.panel for line in _panel(group)),
        view.panel_note,
        *(line for figure in view.evidence for line in _figure(figure)),
        view.line.text,
        *(link.text for link in (*view.places, *view.teams)),
        _moment(view.moment),
        view.published,
        view.updated,
        *(source.text for source in view.sources),
    )
    when = _moment(view.moment) or context.t(lang, "date_not_stated")
    published = context.t(lang, "published_at", time=story.published) if story.published else ""
    about = (view.line.text, when, published)
    return _document(context, view.frame, "story", view.title.pieces, href, text, *about, filters=filters)


def _issue(context: Context, view: BulletinView, href: str) -> SearchDocument:
    text = _lines(
        view.lede,
        *(line for card in view.stories for line in (card.title.text, card.summary)),
        *(line for each in view.counters for line in (each.label, each.figure.text if each.figure else "")),
        _moment(view.moment),
        view.as_of,
        *(source.text for source in view.sources),
        *_notices(view.frame),
    )
    return _document(context, view.frame, "issue", (view.frame.heading,), href, text, _moment(view.moment))


def _counter(context: Context, view: CounterView, frame: Frame, href: str) -> SearchDocument:
    records = (*view.contributions, *view.left_out)
    text = _lines(
        *([view.figure.text] if view.figure else []),
        view.refusal,
        view.as_of,
        *(told for _, told in view.definition),
        view.provenance,
        *(
            line
            for each in records
            for line in (
                each.label,
                *_figure(each.figure),
                each.source.text,
                _moment(each.moment),
                each.reason,
            )
        ),
    )
    return _document(context, frame, "figures", (view.label,), f"{href}#{view.anchor}", text)


def _panel(group: FigureGroupView) -> Iterator[str]:
    yield group.heading
    for figure in group.figures:
        yield from (figure.label, figure.text, figure.scope)


def _figure(figure: FigureView) -> Iterator[str]:
    yield from (figure.label, figure.text, figure.statistic, figure.scope)
    yield from (told for _, told in figure.details)


def _step(step: StepView) -> Iterator[str]:
    yield from (_moment(step.moment), step.name, step.text)


def _correction(correction: CorrectionView) -> Iterator[str]:
    yield from (correction.moment.text, correction.page.text, correction.wrong, correction.right)


def _notices(frame: Frame) -> Iterator[str]:
    """What the notices of a page quote; that it is not translated is no content of it."""
    for notice in frame.notices:
        if notice.kind not in ("untranslated", "stale", "newer"):
            yield notice.text


def _moment(moment: Moment | None) -> str:
    return moment.text if moment else ""


def _lines(*blocks: str) -> str:
    """Blocks of text, one on each line, none twice."""
    tidied = (tidy(line) for block in blocks for line in block.split("\n\n"))
    return "\n".join(dict.fromkeys(line for line in tidied if line))


def html_text(html: Html) -> str:
    """Returns the text of markup that was sanitised; a blank line parts blocks."""
    return unescape(_ELEMENT.sub("\n\n", _INLINE.sub("", html)))
