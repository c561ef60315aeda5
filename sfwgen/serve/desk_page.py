"""The page about translations and reviews: what is stale, missing, not confirmed or not reviewed.

Everything that comes from a file is escaped; there is no style and no script in it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeVar
from urllib.parse import quote

from sfwgen.forms import ADMIN, form_of
from sfwgen.model import Bulletin, Story
from sfwgen.reviews import Reviewed, Round
from sfwgen.serve.both import BOTH, POLICY, versions_of
from sfwgen.serve.desk import DESK, Desk
from sfwgen.serve.desk_words import tell
from sfwgen.serve.state import Known, Shown
from sfwgen.serve.words import tag_of
from sfwgen.translations import Pairing, Piece, Standing, TranslationState

Item = TypeVar("Item")

MOST = 100
"""How many documents are listed under one heading."""
_LISTED = (TranslationState.STALE, TranslationState.MISSING, TranslationState.UNCONFIRMED)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the page is written from: `pages` are the path and document of each page by its file."""

    desk: Desk
    known: Known
    outputs: Container[str]
    pages: Mapping[str, tuple[str, Shown]]
    titles: Mapping[str, str]
    lang: str

    @property
    def default(self) -> str:
        """The language of originals."""
        return self.known.material.site.config.default.id

    def tag(self, lang: str) -> str:
        """What the `lang` attribute says of texts in a language of the site."""
        languages = self.known.material.site.config.languages
        return next(language.tag for language in languages if language.id == lang)

    def name(self, lang: str) -> str:
        """What a language of the site calls itself."""
        languages = self.known.material.site.config.languages
        return next(language.name for language in languages if language.id == lang)


def render_desk(desk: Desk, known: Known, outputs: Container[str], lang: str) -> bytes:
    """Returns the page in a language of the interface."""
    pages: dict[str, tuple[str, Shown]] = {}
    for path, document in known.documents.items():
        pages.setdefault(document.location.file, (path, document))
    titles = {each.document: each.title for each in desk.standings if each.title}
    page = _Page(desk, known, outputs, pages, titles, lang)
    title, other = tell(lang, "title"), "en" if lang == "zh" else "zh"
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title>"
    )
    return (
        f'<!doctype html>\n<html lang="{tag_of(lang)}"><head>{head}</head><body class="sfwgen-desk">'
        f'<header><h1>{title}</h1><p><a href="/">{tell(lang, "home")}</a> '
        f'<a href="/{DESK}?lang={other}" lang="{tag_of(other)}" hreflang="{tag_of(other)}">'
        f"{tell(lang, 'other')}</a></p></header><main>{''.join(_body(page))}</main></body></html>\n"
    ).encode()


def _body(page: _Page) -> Iterator[str]:
    desk, lang = page.desk, page.lang
    counts = {str(state): len(desk.of(state)) for state in (*_LISTED, TranslationState.CONFIRMED)}
    yield f"<p>{tell(lang, 'counts', n=len(desk.standings), **counts)}</p>"
    numbers = {str(state): len(desk.of(state)) for state in _LISTED} | {"reviews": len(desk.unreviewed)}
    links = "".join(
        f'<li><a href="#{name}">{tell(lang, name)} {number}</a></li>'
        for name, number in numbers.items()
        if number
    )
    if links:
        yield f"<p>{tell(lang, 'how')}</p>"
        yield f'<nav aria-label="{tell(lang, "contents")}"><ul>{links}</ul></nav>'
    else:
        yield f"<p>{tell(lang, 'nothing')}</p>"
    for state in _LISTED:
        if standings := desk.of(state):
            yield from _translations(standings, state, page)
    yield from _reviews(page)


def _translations(standings: Sequence[Standing], state: TranslationState, page: _Page) -> Iterator[str]:
    lang = page.lang
    yield f'<section aria-labelledby="{state}"><h2 id="{state}">{tell(lang, str(state))}</h2>'
    yield f"<p>{tell(lang, f'{state}-what')}</p>"
    yield from _listed(
        standings, lambda each: _translation(each, page), tell(lang, "list"), "sfwgen translations", lang
    )
    if state is TranslationState.UNCONFIRMED and len(standings) > 1:
        yield _command(tell(lang, "to-confirm-all"), "sfwgen translations confirm --all", lang)
    yield "</section>"


def _listed(
    items: Sequence[Item], write: Callable[[Item], Iterator[str]], more: str, command: str, lang: str
) -> Iterator[str]:
    """The first of the items, and how many are left out."""
    for each in items[:MOST]:
        yield from write(each)
    if len(items) > MOST:
        yield _command(more.format(n=len(items) - MOST), command, lang)


def _translation(each: Standing, page: _Page) -> Iterator[str]:
    lang = page.lang
    yield f'<article id="{escape(each.document)}-{each.lang}">'
    yield _heading(each.document, page, f" · {escape(page.name(each.lang))}")
    yield _ways(each.document, each.lang, page)
    if each.state is TranslationState.MISSING:
        yield _command(tell(lang, "to-export"), f"sfwgen translations export {each.document}", lang)
    else:
        yield f"<p>{tell(lang, 'of-pieces', n=len(each.open), all=each.pieces)}</p>"
        # Of what nobody has ever looked at, every block is open: the page itself shows them.
        if each.state is TranslationState.STALE or len(each.open) < each.pieces:
            yield from (_pairing(pairing, each.lang, page) for pairing in each.open)
        yield _command(tell(lang, "to-confirm"), f"sfwgen translations confirm {each.document}", lang)
    yield "</article>"


def _heading(name: str, page: _Page, more: str = "") -> str:
    """What an article is about, and whether that is public."""
    document = _document(name, page)
    title = page.titles.get(name) or (document.title[page.default] if isinstance(document, Bulletin) else "")
    shown = f'<span lang="{page.tag(page.default)}">{escape(title)}</span> ' if title else ""
    held = ""
    if _is_draft(name, page):
        held = f' <span class="sfwgen-held">{tell(page.lang, "draft")}</span>'
    elif document is not None and document.publish_at is not None:
        held = f' <span class="sfwgen-held">{tell(page.lang, "scheduled")}</span>'
    return f"<h3>{shown}<code>{escape(name)}</code>{more}{held}</h3>"


def _document(name: str, page: _Page) -> Shown | None:
    return page.pages.get(page.desk.written[name].file, ("", None))[1]


def _ways(name: str, shown_lang: str, page: _Page) -> str:
    """Where a document is looked at and edited: its page in a language, both side by side, form and file."""
    written, lang = page.desk.written[name], page.lang
    path = page.pages.get(written.file, ("", None))[0]
    versions = versions_of(page.known.material.site, path) if path else ()
    own = next((each.path for each in versions if each.language.id == shown_lang), "")
    links = [(f"/{own}", "see"), (f"/{BOTH}{path}", "side-by-side")] if own in page.outputs else []
    if form := form_of(written.file):
        links.append((f"/{ADMIN}{form}", "edit"))
    ways = "".join(f'<a href="{escape(quote(to, "/#"))}">{tell(lang, word)}</a> ' for to, word in links)
    file = written.texts.get(shown_lang, "" if written.texts else written.file) or written.file
    return f'<p class="ways">{ways}<code>{escape(file)}</code></p>'


def _pairing(pairing: Pairing, translated: str, page: _Page) -> str:
    """A block in both languages, each with its place."""
    lang = page.lang
    sides = (
        _side(pairing.original, page.default, page, "no-original"),
        _side(pairing.translated, translated, page, "no-translation"),
    )
    return (
        f'<div class="pair"><p class="{pairing.state}">{tell(lang, f"piece-{pairing.state}")}</p>'
        f"<div>{''.join(sides)}</div></div>"
    )


def _side(piece: Piece | None, lang: str, page: _Page, absent: str) -> str:
    if piece is None:
        return f'<div><p class="absent">{tell(page.lang, absent)}</p></div>'
    place = f"{piece.location.file}:{piece.location.line}"
    return f'<div><pre lang="{page.tag(lang)}">{escape(piece.text)}</pre><code>{escape(place)}</code></div>'


def _command(before: str, command: str, lang: str) -> str:
    """A command to be copied, and what it is for; on Windows by the way in which Python is called there."""
    command = f"py -m {command}" if sys.platform == "win32" else command
    words = f'data-copied="{tell(lang, "copied")}" hidden'
    return (
        f'<p class="command">{escape(before)} <code>{escape(command)}</code> '
        f'<button type="button" {words}>{tell(lang, "copy")}</button></p>'
    )


def _reviews(page: _Page) -> Iterator[str]:
    desk, lang = page.desk, page.lang
    yield f'<section aria-labelledby="reviews"><h2 id="reviews">{tell(lang, "reviews")}</h2>'
    if not desk.needed:
        example = f"<code>{escape(tell(lang, 'reviews-example'))}</code>"
        yield f'<p class="command">{tell(lang, "reviews-none")} {example}</p></section>'
        return
    yield _needs(page)
    if desk.unreviewed:
        yield f"<p>{tell(lang, 'reviews-what')}</p>"
    yield from _listed(
        desk.unreviewed, lambda each: _unreviewed(each, page), tell(lang, "list"), "sfwgen review", lang
    )
    due = Counter(each.open[0].role for each in desk.unreviewed if not _is_draft(each.document, page))
    for role, number in due.items():
        if number > 1:
            command = f"sfwgen review --all --role {_word(role)}"
            yield _command(tell(lang, "to-review-all", role=role, n=number), command, lang)
    yield "</section>"


def _is_draft(name: str, page: _Page) -> bool:
    document = _document(name, page)
    return isinstance(document, Story) and document.draft


def _needs(page: _Page) -> str:
    """What every section needs before it is public, and how many of its documents have it."""
    lang, rows = page.lang, ""
    head = "".join(
        f'<th scope="col">{tell(lang, each)}</th>' for each in ("section", "needs", "done", "to-do")
    )
    for section, roles in page.desk.needed.items():
        ours = [each for each in page.desk.reviewed if each.document.partition("/")[0] == section]
        open_ = sum(bool(each.open) for each in ours)
        named = escape(" → ".join(roles))
        rows += f'<tr><th scope="row">{tell(lang, section)}</th><td>{named}</td>'
        rows += f"<td>{len(ours) - open_}</td><td>{open_}</td></tr>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _unreviewed(each: Reviewed, page: _Page) -> Iterator[str]:
    lang = page.lang
    yield f'<article id="{escape(each.document)}">'
    yield _heading(each.document, page)
    yield _ways(each.document, page.default, page)
    rounds = "".join(f'<li class="{one.state}">{escape(_round(one, lang))}</li>' for one in each.rounds)
    yield f"<ol>{rounds}</ol>"
    command = f"sfwgen review {each.document} --role {_word(each.open[0].role)}"
    yield _command(tell(lang, "to-review", role=each.open[0].role), command, lang) + "</article>"


def _round(each: Round, lang: str) -> str:
    day = "" if each.review is None else str(each.review.date)
    said = tell(lang, f"round-{each.state}", day=day)
    return f"{each.role}{'：' if lang == 'zh' else ': '}{said}"


def _word(text: str) -> str:
    """A text as one word of a command, for the shells of all systems."""
    return f'"{text.replace(chr(34), "")}"' if any(sign in text for sign in " &()<>^|;'\"") else text
