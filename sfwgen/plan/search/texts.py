"""What search finds on a page: the texts of its view, so that nothing is found that no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from sfwgen.plan.context import Context
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
    View,
)

# Elements within a line; where any other one begins or ends, so does a block of text.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)"
    r"(?=[\s/>])(?:[^>\"]|\"[^\"]*\")*>"
)
_ELEMENT = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>")
_SPACE = re.compile(r"\s+")


def search_documents(context: Context, view: View) -> tuple[SearchDocument, ...]:
    """Returns what can be found on a page: nothing on most kinds, each counter on the page of figures.

    Their addresses are those within the page; filters are not known here.
    """
    match view:
        case StoryView():
            return (_story(context, view),)
        case BulletinView():
            return (_issue(context, view),)
        case FiguresView():
            return tuple(_counter(context, each, view.frame) for each in view.counters)
        case PageView():
            text = _lines(view.dek, view.body, *_notices(view.frame))
            return (_document(context, view.frame, "page", view.title.pieces, text),)
        case CorrectionsView() if view.corrections:
            text = _lines(*(line for each in view.corrections for line in _correction(each)))
            return (_document(context, view.frame, "page", (view.frame.heading,), text),)
        case _:
            return ()


def _document(
    context: Context, frame: Frame, kind: str, title: Iterable[str], text: str, *about: str, anchor: str = ""
) -> SearchDocument:
    told = (context.t(frame.lang, f"search_kind_{kind}"), *(each for each in about if each))
    return SearchDocument(anchor, _pieces(title), told, (), frame.content_tag, text)


def _pieces(title: Iterable[str]) -> tuple[str, ...]:
    """A title's pieces on one line; a blank between two of them stays."""
    plain = (html_text(piece) if isinstance(piece, Html) else piece for piece in title)
    return tuple(_SPACE.sub(" ", piece) for piece in plain)


def _story(context: Context, view: StoryView) -> SearchDocument:
    lang = view.frame.lang
    text = _lines(
        view.dek,
        view.body,
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
    published = context.t(lang, "published_at", time=view.published) if view.published else ""
    about = (view.line.text, when, published)
    return _document(context, view.frame, "story", view.title.pieces, text, *about)


def _issue(context: Context, view: BulletinView) -> SearchDocument:
    text = _lines(
        view.lede,
        *(line for card in view.stories for line in (card.title.text, card.summary)),
        *(line for each in view.counters for line in (each.label, each.figure.text if each.figure else "")),
        _moment(view.moment),
        view.as_of,
        *(source.text for source in view.sources),
        *_notices(view.frame),
    )
    return _document(context, view.frame, "issue", (view.frame.heading,), text, _moment(view.moment))


def _counter(context: Context, view: CounterView, frame: Frame) -> SearchDocument:
    records = (*view.contributions, *view.left_out)
    text = _lines(
        *([view.figure.text] if view.figure else []),
        view.refusal,
        view.as_of,
        *(told for _, told in view.definition),
        view.provenance,
        view.citation,
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
    return _document(context, frame, "figures", (view.label,), text, anchor=f"#{view.anchor}")


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
    told = (html_text(block) if isinstance(block, Html) else block for block in blocks)
    tidied = (tidy(line) for block in told for line in block.split("\n\n"))
    return "\n".join(dict.fromkeys(line for line in tidied if line))


def html_text(html: Html) -> str:
    """Returns the text of markup that was sanitised; a blank line parts blocks."""
    return unescape(_ELEMENT.sub("\n\n", _INLINE.sub("", html)))
