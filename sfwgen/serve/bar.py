"""What the preview lays over a page as HTML: the bar with the state of the page, and what is wrong.

Everything that comes from a file is escaped; there is no style and no script in it, so that a strict policy
has nothing to say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from sfwgen.diagnostics import Diagnostic, FigureCounts, Severity
from sfwgen.diagnostics.report import print_text
from sfwgen.forms import ADMIN, form_of
from sfwgen.model import Story
from sfwgen.reviews import RoundState
from sfwgen.serve.both import BOTH
from sfwgen.serve.desk import DESK
from sfwgen.serve.state import Known, PageState, TextState, state_of, sum_figures
from sfwgen.serve.words import say, tag_of
from sfwgen.translations import TranslationState

MOST = 50
"""How many diagnostics are laid over a page."""
_GOOD = {TranslationState.CONFIRMED, TranslationState.UNCONFIRMED}


@dataclass(frozen=True, slots=True)
class Chip:
    """One statement of the bar; `kind` says how it is shown: plain, mark or alarm."""

    text: str
    kind: str = "plain"


def render_bar(known: Known, path: str, lang: str, *, back: bool = False) -> str:
    """Returns the bar of a page: what it is in one line, and all that is known of it to be unfolded.

    With `back` it stands where the languages are side by side, and leads back from there.
    """
    state = state_of(known, path)
    held = json.dumps({each: _held_word(known, each, lang) for each in known.held}, ensure_ascii=False)
    chips = "".join(
        f'<span class="{chip.kind}">{escape(chip.text)}</span> ' for chip in _chips(known, state, lang)
    )
    lines = "".join(_lines(state, lang)) if state else ""
    link, words = (path, "back") if back else (f"{BOTH}{path}", "side-by-side")
    return (
        f'<aside id="sfwgen-preview" lang="{tag_of(lang)}" aria-label="{say(lang, "preview")}"'
        f' data-held="{escape(held)}"{" data-pending" if known.told is None else ""}>'
        f"<details><summary>{chips}</summary>{lines}</details>"
        f'<a href="/{ADMIN}{escape(form_of(state.file) if state else "")}">{say(lang, "edit")}</a>'
        f'<a href="/{escape(quote(link))}">{say(lang, words)}</a>'
        f'<a href="/{DESK}{escape(_desk_place(state))}">{say(lang, "desk")}</a></aside>'
    )


def _desk_place(state: PageState | None) -> str:
    """Where the page about translations and reviews lists a document, if there is something to be done."""
    if state is None:
        return ""
    for text in state.texts:
        if text.translation not in (None, TranslationState.CONFIRMED):
            return f"#{state.name}-{text.lang}"
    return f"#{state.name}" if any(each.state is not RoundState.DONE for each in state.rounds) else ""


def render_trouble(faults: Sequence[Diagnostic], text: str, lang: str) -> str:
    """Returns what lies over a page that could not be made anew: its diagnostics, or else a text."""
    errors, warnings = (
        sum(each.severity is kind for each in faults) for kind in (Severity.ERROR, Severity.WARNING)
    )
    counts = (say(lang, "trouble-errors", n=errors) if errors else "") + (
        say(lang, "trouble-warnings", n=warnings) if errors and warnings else ""
    )
    body = "".join(_told(faults, lang)) if faults else f"<pre>{escape(text)}</pre>"
    return (
        f'<section id="sfwgen-trouble" role="alert" lang="{tag_of(lang)}"><details open>'
        f"<summary>{say(lang, 'trouble')}{counts}</summary>"
        f"<p>{say(lang, 'trouble-what')}</p>{body}</details></section>"
    )


def _told(faults: Sequence[Diagnostic], lang: str) -> Iterator[str]:
    """Each diagnostic with its file and line, the errors first."""
    order = list(Severity)
    shown = sorted(faults, key=lambda each: order.index(each.severity))[:MOST]
    for each in shown:
        yield f'<pre class="{each.severity.value}">{escape(print_text((each,), lang))}</pre>'
    if more := len(faults) - len(shown):
        yield f"<p>{say(lang, 'trouble-more', n=more)}</p>"


def _chips(known: Known, state: PageState | None, lang: str) -> Iterator[Chip]:
    if known.told is None:
        yield Chip(say(lang, "checking"), "mark")
    if state is None:
        yield Chip(say(lang, "no-document"))
        if known.held:
            number = len({document.location.file for document in known.held.values()})
            yield Chip(say(lang, "held-count", n=number), "mark")
        return
    yield from _public(state, lang)
    yield from (_translation(text, lang) for text in state.texts if text.translation is not None)
    counts = sum_figures(text.figures for text in state.texts)
    yield Chip(_figures(counts, lang), "alarm" if counts.unexplained else "plain")
    if state.rounds:
        done = sum(each.state is RoundState.DONE for each in state.rounds)
        kind = "plain" if done == len(state.rounds) else "alarm"
        yield Chip(say(lang, "reviews", done=done, all=len(state.rounds)), kind)
    if state.told:
        yield Chip(say(lang, "told", n=len(state.told)), "mark")


def _public(state: PageState, lang: str) -> Iterator[Chip]:
    if state.draft:
        yield Chip(say(lang, "draft"), "alarm")
    if state.publish_at:
        yield Chip(say(lang, "publish-at", time=state.publish_at), "alarm")
    if state.expires_at:
        yield Chip(say(lang, "expires-at", time=state.expires_at), "mark")


def _translation(text: TextState, lang: str) -> Chip:
    return Chip(f"{text.name} {_standing(text, lang)}", "plain" if text.translation in _GOOD else "alarm")


def _standing(text: TextState, lang: str) -> str:
    return say(lang, "original" if text.translation is None else text.translation.value)


def _figures(counts: FigureCounts, lang: str) -> str:
    """How many figures there are that need a source, and how many have one."""
    needed = counts.bound + counts.derived + counts.unexplained
    if not needed:
        return say(lang, "no-figures")
    words = say(lang, "figures", found=needed, bound=counts.bound + counts.derived)
    return words + (say(lang, "unexplained", n=counts.unexplained) if counts.unexplained else "")


def _lines(state: PageState, lang: str) -> Iterator[str]:
    """All that is known of a page's document."""
    if state.draft:
        yield f"<p>{say(lang, 'draft-what')}</p>"
    yield from (f"<p>{escape(_text_line(text, lang))}</p>" for text in state.texts)
    for each in state.rounds:
        word = say(lang, f"round-{each.state.value}")
        yield f"<p>{escape(say(lang, 'round', n=each.number, role=each.role, state=word))}</p>"
    yield from _told(state.told, lang)


def _text_line(text: TextState, lang: str) -> str:
    standing = _standing(text, lang) + (say(lang, "open", n=text.open) if text.open else "")
    figures = _figures(text.figures, lang)
    if text.figures.excused:
        figures += say(lang, "excused", n=text.figures.excused)
    return " · ".join(filter(None, (text.name, standing, figures, text.file)))


def _held_word(known: Known, path: str, lang: str) -> str:
    document = known.held[path]
    return say(lang, "draft" if isinstance(document, Story) and document.draft else "scheduled")
