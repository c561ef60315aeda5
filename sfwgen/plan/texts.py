"""Texts of the content, ready for a page: figures filled in, links and images resolved."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from sfwgen.model import Body, Break, Figure, FigureSlot, ImageSlot, LinkSlot, Page, Phrase, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.figures import figure_html, figure_text
from sfwgen.plan.views import Html, Title


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


def phrase_text(phrase: Phrase | None, figures: Mapping[str, Figure], lang: str) -> str:
    """Returns a summary or title as running text."""
    return "" if phrase is None else make_title(phrase, figures, lang).text


def phrase_html(phrase: Phrase, figures: Mapping[str, Figure], lang: str) -> Html:
    """Returns a summary with its figures as links to what explains them."""
    return Html(
        "".join(
            figure_html(figures[part.figure], lang, linked=True)
            if isinstance(part, FigureSlot)
            else escape(part, quote=False)
            for part in phrase.parts
            if not isinstance(part, Break)
        )
    )


def _plain(part: str | FigureSlot, figures: Mapping[str, Figure], lang: str) -> str:
    if isinstance(part, str):
        return part
    figure = figures[part.figure]
    return figure_text(figure.quantity, figure.metric, lang)


def figures_by_id(document: Story | Page) -> dict[str, Figure]:
    """Returns the figures that the texts of a document may print."""
    return {figure.id: figure for figure in document.figures} if isinstance(document, Story) else {}


def make_body(
    context: Context, body: Body, figures: Mapping[str, Figure], text_lang: str, lang: str, path: str
) -> Html:
    """Returns a body as HTML for the page at `path`; its links lead to pages in `lang` where they exist."""
    html: list[str] = []
    depth = 0
    for part in body.parts:
        match part:
            case str():
                html.append(part)
                depth += part.count("<a ") - part.count("</a>")
            case FigureSlot():
                html.append(figure_html(figures[part.figure], text_lang, linked=depth == 0))
            case LinkSlot():
                html.append(escape(relative(path, _target(context, part, lang))))
            case ImageSlot():
                html.append(_image(context, part, path))
    return Html("".join(html))


def _image(context: Context, slot: ImageSlot, path: str) -> str:
    """The address of an image, which stands in `src="…"`, and its size: nothing moves when it arrives."""
    image = context.images[slot.target]
    return (
        f'{escape(relative(path, image.path))}" width="{image.width}" height="{image.height}" loading="lazy'
    )


def _target(context: Context, slot: LinkSlot, lang: str) -> str:
    kind, document = context.documents[slot.target]
    shown = lang if context.is_shown(document, lang) else context.site.config.default.id
    # A heading's anchor is in the language of its text; that of a figure is the same in all.
    same_text = document.texts[context.text_lang(document, shown)].file == slot.target
    keeps = same_text or slot.fragment.startswith("fig-")
    fragment = f"#{slot.fragment}" if slot.fragment and keeps else ""
    return context.path(kind, shown, document.slug) + fragment
