"""Bound figures in the texts of pages: each in `<data>`, with the way to what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from sfwgen.model import Localized, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.figures import figure_anchor, linked_figure
from sfwgen.plan.views import Html
from sfwgen.prose import BLANK, Cited, Document, Marks, escape_text, find_marks, mark_phrase


@dataclass(frozen=True, slots=True)
class Marker:
    """Marks the figures in a document's texts for the page at `path`.

    `explained` leads to the page that explains the document's own figures: "" on that page itself, None where
    there is none.
    """

    context: Context
    lang: str
    path: str
    marks: Marks
    explained: str | None = None

    def html(self, text: str, *, linked: bool = True) -> Html:
        """Returns one of the texts as HTML; a link may not be set around its figures where it is in one."""
        # Within a line of other words a text may begin with a small letter.
        found = self.marks.get(text) or self.marks.get(text[:1].upper() + text[1:], ())
        pieces = mark_phrase(text, found, linkable=linked) if found else (escape_text(text),)
        return Html("".join(each if isinstance(each, str) else self.cite(each) for each in pieces))

    def told(self, texts: Localized, *, linked: bool = True) -> Html:
        """Returns the same of a text in the page's language, nothing where it has none."""
        return self.html(texts.get(self.lang, ""), linked=linked)

    def cite(self, cited: Cited) -> str:
        """Returns a figure of a text in `<data>`, linked to what it rests on where that has an address."""
        target = ""
        if cited.linkable and cited.counter:
            figures_page = self.context.path("figures", self.lang)
            target = relative(self.path, f"{figures_page}#{cited.counter}")
        elif cited.linkable and cited.figure and self.explained is not None:
            target = f"{self.explained}#{figure_anchor(cited.figure)}"
        return linked_figure(cited.quantity, cited.html, target)


def tell(context: Context, lang: str, key: str, /, **words: str | Html) -> Html:
    """Returns an interface string as HTML in which the words that are HTML keep their marks."""
    holes = {name: f"{BLANK}{name}{BLANK}" for name, word in words.items() if isinstance(word, Html)}
    sentence = escape_text(context.t(lang, key, **{**words, **holes}))
    for name, hole in holes.items():
        sentence = sentence.replace(hole, words[name])
    return Html(sentence)


def make_marker(
    context: Context, document: Document, lang: str, path: str, text_lang: str | None = None
) -> Marker:
    """Returns what marks a document's texts, in the page's language or another, for the page at `path`."""
    text = context.prose.of(document, text_lang or lang)
    marks = find_marks(document, text.lang, text.bindings) if text else {}
    return Marker(context, lang, path, marks, explained_at(context, document, lang, path))


def explained_at(context: Context, document: Document, lang: str, path: str) -> str | None:
    """Returns the way from the page at `path` to where a document's figures are explained, if they are."""
    if not isinstance(document, Story):
        return None
    page = context.path("story", lang, document.slug)
    return "" if page == path else relative(path, page)
