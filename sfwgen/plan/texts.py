"""Texts of the content, ready for a page: figures filled in, links and images resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape, unescape

from sfwgen.model import Break, Figure, FigureSlot, ImageSlot, LinkSlot, Page, Phrase, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.figures import figure_anchor, figure_html, linked_figure
from sfwgen.plan.images import frame_image
from sfwgen.plan.views import NO_HTML, HeadingPart, Html, Link, Title
from sfwgen.prose import BLANK, Cited, Where, mark_body, mark_phrase, passage_text, step_passages
from sfwgen.stated import figure_text


def make_title(phrase: Phrase, figures: Mapping[str, Figure], lang: str) -> Title:
    """Returns a title as text, and cut where a heading may break."""
    pieces = [""]
    for part in phrase.parts:
        if isinstance(part, Break):
            pieces.append("")
        else:
            pieces[-1] += _plain(part, figures, lang)
    # English titles have a space at a break, which must not be lost from the running text.
    return Title("".join(pieces), tuple(pieces))


def make_heading(
    context: Context, document: Story, text_lang: str, lang: str, path: str
) -> tuple[HeadingPart, ...]:
    """Returns a story's title for the head of its page, with each bound figure marked.

    A figure stands in `<data>` without a link: its address is the same as in the text below.
    """
    title, figures = document.texts[text_lang].title, figures_by_id(document)
    text = passage_text(title)
    bindings = [each for each in context.bindings(document, text_lang) if each.where is Where.TITLE]
    parts: list[HeadingPart] = []
    position, breaks = 0, False
    for part in title.parts:
        if isinstance(part, Break):
            breaks = True
            continue
        end = position + (len(part) if isinstance(part, str) else len(BLANK))
        if isinstance(part, FigureSlot):
            pieces = [HeadingPart("", figure_html(figures[part.figure], text_lang, linked=False), breaks)]
        else:
            found = mark_phrase(text, bindings, position, end, linkable=False)
            pieces = [_heading_part(context, each, lang, path) for each in found if each]
            pieces[:1] = [replace(each, breaks=breaks) for each in pieces[:1]]
        parts += pieces
        position, breaks = end, False
    return tuple(parts)


def _heading_part(context: Context, piece: str | Cited, lang: str, path: str) -> HeadingPart:
    if isinstance(piece, str):
        return HeadingPart(unescape(piece), NO_HTML, breaks=False)
    return HeadingPart("", Html(_cited(context, piece, lang, path)), breaks=False)


def phrase_text(phrase: Phrase | None, figures: Mapping[str, Figure], lang: str) -> str:
    """Returns a summary or title as running text."""
    return "" if phrase is None else make_title(phrase, figures, lang).text


def title_link(context: Context, story: Story, lang: str, path: str, anchor: str = "") -> Link:
    """Returns a link by its title from the page at `path` to a story's page, or to a place in it."""
    shown = context.text_lang(story, lang)
    title = make_title(story.texts[shown].title, figures_by_id(story), shown)
    return Link(
        title.text,
        relative(path, context.path("story", lang, story.slug) + anchor),
        pieces=title.pieces,
        tag="" if shown == lang else context.site.config.default.tag,
    )


def phrase_html(context: Context, document: Story | Page, text_lang: str, lang: str, path: str) -> Html:
    """Returns a document's summary as HTML for the page at `path`, with each bound figure marked."""
    summary = document.texts[text_lang].summary
    if summary is None:
        return NO_HTML
    figures = figures_by_id(document)
    slots = iter([part for part in summary.parts if isinstance(part, FigureSlot)])
    bindings = [each for each in context.bindings(document, text_lang) if each.where is Where.SUMMARY]
    html = ""
    for piece in mark_phrase(passage_text(summary), bindings):
        if isinstance(piece, Cited):
            html += _cited(context, piece, lang, path)
            continue
        before, *others = piece.split(BLANK)
        html += before
        for each in others:
            html += figure_html(figures[next(slots).figure], text_lang, linked=True) + each
    return Html(html)


def step_texts(context: Context, story: Story, lang: str, path: str) -> Iterator[Html]:
    """Yields the text of each step of a story's timeline as HTML for its page, each bound figure marked."""
    bindings = [each for each in context.bindings(story, lang) if each.where is Where.TIMELINE]
    for step, number in zip(story.timeline, step_passages(story), strict=True):
        own = [each for each in bindings if each.passage == number]
        pieces = mark_phrase(step.text.get(lang, ""), own)
        marked = (each if isinstance(each, str) else _cited(context, each, lang, path) for each in pieces)
        yield Html("".join(marked))


def _cited(context: Context, cited: Cited, lang: str, path: str) -> str:
    """A figure of a text in `<data>`, linked to what it rests on where that has an address."""
    target = ""
    if cited.counter:
        target = relative(path, f"{context.path('figures', lang)}#{cited.counter}")
    elif cited.figure:
        target = f"#{figure_anchor(cited.figure)}"
    return linked_figure(cited.quantity, cited.html, target if cited.linkable else "")


def _plain(part: str | FigureSlot, figures: Mapping[str, Figure], lang: str) -> str:
    if isinstance(part, str):
        return part
    figure = figures[part.figure]
    return figure_text(figure.quantity, figure.metric, lang)


def figures_by_id(document: Story | Page) -> dict[str, Figure]:
    """Returns the figures that the texts of a document may print."""
    return {figure.id: figure for figure in document.figures} if isinstance(document, Story) else {}


def make_body(context: Context, document: Story | Page, text_lang: str, lang: str, path: str) -> Html:
    """Returns a document's body as HTML for the page at `path`, with each bound figure marked.

    Its links lead to pages in `lang` where they exist.
    """
    figures = figures_by_id(document)
    body = document.texts[text_lang].body
    html: list[str] = []
    depth = 0
    image: ImageSlot | None = None
    for part in mark_body(body, context.bindings(document, text_lang)):
        match part:
            case str():
                if image is not None:
                    shown, opens = context.images[image.target], len(html) == 1
                    html[-1:] = frame_image(shown, html[-1], part, path, opens=opens)
                    image = None
                else:
                    html.append(part)
                depth += part.count("<a ") - part.count("</a>")
            case FigureSlot():
                html.append(figure_html(figures[part.figure], text_lang, linked=depth == 0))
            case Cited():
                html.append(_cited(context, part, lang, path))
            case LinkSlot():
                html.append(escape(relative(path, _target(context, part, lang))))
            case ImageSlot():
                image = part
    return Html("".join(html))


def _target(context: Context, slot: LinkSlot, lang: str) -> str:
    kind, document = context.documents[slot.target]
    shown = lang if context.is_shown(document, lang) else context.site.config.default.id
    # A heading's anchor is in the language of its text; that of a figure is the same in all.
    same_text = document.texts[context.text_lang(document, shown)].file == slot.target
    keeps = same_text or slot.fragment.startswith("fig-")
    fragment = f"#{slot.fragment}" if slot.fragment and keeps else ""
    return context.path(kind, shown, document.slug) + fragment
