"""Texts of the content, ready for a page: figures filled in, links and images resolved."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from sfwgen.model import Break, Figure, FigureSlot, ImageSlot, LinkSlot, Page, Phrase, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.figures import figure_html
from sfwgen.plan.images import frame_image
from sfwgen.plan.marks import Marker, explained_at
from sfwgen.plan.views import NO_HTML, Html, Link, Title
from sfwgen.prose import BLANK, Binding, Cited, Where, is_bound, mark_body, mark_phrase, passage_text
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


def marked_title(context: Context, document: Story | Page, text_lang: str, lang: str, path: str) -> Title:
    """Returns a document's title with each bound figure marked in its pieces.

    A figure stands in `<data>` without a link, since titles stand in links and headings.
    """
    title, figures = document.texts[text_lang].title, figures_by_id(document)
    bindings = _bindings(context, document, text_lang, Where.TITLE)
    plain = make_title(title, figures, text_lang)
    if not bindings and not any(isinstance(part, FigureSlot) for part in title.parts):
        return plain
    marker, text = Marker(context, lang, path, {}), passage_text(title)
    pieces, position = [""], 0
    for part in title.parts:
        if isinstance(part, Break):
            pieces.append("")
            continue
        end = position + (len(part) if isinstance(part, str) else len(BLANK))
        if isinstance(part, FigureSlot):
            pieces[-1] += figure_html(figures[part.figure], text_lang, None)
        else:
            found = mark_phrase(text, bindings, position, end, linkable=False)
            pieces[-1] += "".join(each if isinstance(each, str) else marker.cite(each) for each in found)
        position = end
    return Title(plain.text, tuple(map(Html, pieces)))


def _bindings(context: Context, document: Story | Page, text_lang: str, where: Where) -> list[Binding]:
    """The bound figures of a title or summary."""
    bindings = context.bindings(document, text_lang)
    return [each for each in bindings if each.where is where and is_bound(each)]


def phrase_text(phrase: Phrase | None, figures: Mapping[str, Figure], lang: str) -> str:
    """Returns a summary or title as running text."""
    return "" if phrase is None else make_title(phrase, figures, lang).text


def title_link(context: Context, story: Story, lang: str, path: str, anchor: str = "") -> Link:
    """Returns a link by its title from the page at `path` to a story's page, or to a place in it."""
    shown = context.text_lang(story, lang)
    title = marked_title(context, story, shown, lang, path)
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
    bindings = _bindings(context, document, text_lang, Where.SUMMARY)
    explained = explained_at(context, document, lang, path)
    marker = Marker(context, lang, path, {}, explained)
    html = ""
    for piece in mark_phrase(passage_text(summary), bindings):
        if isinstance(piece, Cited):
            html += marker.cite(piece)
            continue
        before, *others = piece.split(BLANK)
        html += before
        for each in others:
            html += figure_html(figures[next(slots).figure], text_lang, explained) + each
    return Html(html)


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
    explained = explained_at(context, document, lang, path)
    marker = Marker(context, lang, path, {}, explained)
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
                html.append(figure_html(figures[part.figure], text_lang, explained if depth == 0 else None))
            case Cited():
                html.append(marker.cite(part))
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
