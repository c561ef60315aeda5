"""A story in full as feeds carry it: plain HTML that stands anywhere, with absolute addresses."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import nh3

from sfwgen.dates import print_date
from sfwgen.model import Story
from sfwgen.plan.context import Context
from sfwgen.plan.texts import figures_by_id, make_body, phrase_text

_TAGS = frozenset(
    "a abbr b blockquote br caption code dd del div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins "
    "li ol p pre q rp rt ruby s small span strong sub sup table tbody td tfoot th thead tr u ul".split()
)
_ATTRIBUTES = {
    "*": {"lang"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}


def story_html(context: Context, story: Story, lang: str) -> str:
    """Returns a story in a language it has a text in: corrections first, summary, body, then its sources.

    On a site that is not official the notice says so at the end, since a feed is read apart from the page.
    """
    path = context.path("story", lang, story.slug)
    body = make_body(context, story, lang, lang, path)
    parts = [*_before(context, story, lang), body, *_after(context, story, lang)]
    return _cleaner(context.permalinks.absolute(path)).clean("\n".join(parts))


def _cleaner(address: str) -> nh3.Cleaner:
    """What keeps plain markup only, and makes addresses absolute as seen from a page."""
    return nh3.Cleaner(
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
        url_relative=("rewrite_with_base", address),
    )


def _before(context: Context, story: Story, lang: str) -> Iterator[str]:
    heading = context.t(lang, "correction")
    for each in sorted(story.corrections, key=lambda each: each.date, reverse=True):
        time = print_date(each.date, lang)
        text = context.t(lang, "correction_text", time=time, wrong=each.wrong[lang], right=each.right[lang])
        yield f"<p><strong>{escape(heading)}</strong> {escape(text)}</p>"
    summary = phrase_text(story.texts[lang].summary, figures_by_id(story), lang)
    yield f"<p><strong>{escape(summary)}</strong></p>"


def _after(context: Context, story: Story, lang: str) -> Iterator[str]:
    config, separator = context.site.config, context.t(lang, "list_sep")
    named = separator.join(each.text[lang] for each in story.sources if each.text.get(lang))
    if named:
        yield f"<p>{escape(context.t(lang, 'content_source', source=named))}</p>"
    if not config.official and config.notice.get(lang):
        yield f"<p>{escape(config.notice[lang])}</p>"
