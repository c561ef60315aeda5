"""A bulletin as it is printed: what stands on its pages, in order, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sfwgen.counters import Counter
from sfwgen.dates import print_date
from sfwgen.languages import family
from sfwgen.model import Bulletin, CounterSource, Language, Source, Story
from sfwgen.plan.bulletins import at_its_date
from sfwgen.plan.context import Context
from sfwgen.plan.counter_views import make_counter
from sfwgen.plan.prints.documents import (
    Definition,
    Imprint,
    IssueDocument,
    Run,
    Total,
    Words,
)
from sfwgen.plan.prints.keeping import keep_together
from sfwgen.plan.prints.stories import make_printed_story
from sfwgen.plan.views import CounterView

_PHRASES = re.compile(r"(?<=[，；：、])")


def make_issue_document(context: Context, bulletin: Bulletin, language: Language) -> IssueDocument:
    """Returns a bulletin in a language as it is printed, with the totals as they were known at its date."""
    lang, config = language.id, context.site.config
    then = at_its_date(context, bulletin)
    counters = [each for each in then.counters.values() if _is_shown(each)]
    views = [make_counter(then, each, lang, "") for each in counters]
    stories = issue_stories(context, bulletin, lang)
    title = bulletin.title.get(lang, "")
    issue = context.t(lang, "issue", n=bulletin.number)
    address = context.permalinks.absolute(context.path("bulletin", lang, str(bulletin.number)))
    cjk = family(lang) == "zh"
    region = "tw" if "hant" in language.tag.lower() else "cn"
    return IssueDocument(
        lang=language.tag.partition("-")[0],
        region=region if cjk else "",
        cjk=cjk,
        official=config.official,
        title=f"{config.title[lang]} {issue}{context.t(lang, 'colon')}{title}",
        masthead=config.title[lang],
        issue=issue,
        left=config.publisher[lang] if config.official else _source_line(context, lang),
        right=_date(bulletin, lang) if config.official else config.notice.get(lang, ""),
        heading=tuple(_PHRASES.split(title)) if cjk else (title,),
        as_of=context.t(lang, "as_of_line", as_of=print_date(bulletin.as_of, lang)) if bulletin.as_of else "",
        lede=keep_together((Run(bulletin.lede.get(lang, "")),), lang),
        totals=tuple(map(_total, views)),
        totals_note=context.t(lang, "print_totals_note") if len(views) > 1 else "",
        stories=tuple(
            make_printed_story(context, story, number, language) for number, story in enumerate(stories, 1)
        ),
        definitions=tuple(_definition(context, each, lang) for each in views),
        sources=_sources(
            (
                *(source for story in stories for source in story.sources),
                *(source for counter in counters for source in counter.sources),
            ),
            lang,
        ),
        imprint=_imprint(context, lang, address),
        words=_words(context, lang),
    )


def issue_stories(context: Context, bulletin: Bulletin, lang: str) -> tuple[Story, ...]:
    """Returns the stories of a bulletin that are shown in a language, in its order."""
    by_slug = {story.slug: story for story in context.stories(lang)}
    return tuple(by_slug[slug] for slug in bulletin.stories if slug in by_slug)


def _is_shown(counter: Counter) -> bool:
    definition = counter.definition
    return definition.on_home and definition.source is CounterSource.TALLIES and bool(counter.contributions)


def _source_line(context: Context, lang: str) -> str:
    return context.t(lang, "source") + context.t(lang, "colon") + context.site.config.source_line[lang]


def _date(bulletin: Bulletin, lang: str) -> str:
    return print_date(bulletin.date, lang) if bulletin.date else ""


def _total(view: CounterView) -> Total:
    pieces = view.figure.pieces if view.figure else ()
    return Total(view.label, tuple((piece.kind, piece.text) for piece in pieces), view.refusal)


def _definition(context: Context, view: CounterView, lang: str) -> Definition:
    total = view.figure.text if view.figure else context.t(lang, "not_totalled")
    details = tuple((context.t(lang, key), text) for key, text in view.definition if key != "updated")
    return Definition(view.label, total, details)


def _sources(sources: Iterable[Source], lang: str) -> tuple[str, ...]:
    said = (
        f"{source.text[lang]}{f'（{source.url}）' if family(lang) == 'zh' else f' ({source.url})'}"
        if source.url
        else source.text[lang]
        for source in sources
    )
    return tuple(dict.fromkeys(said))


def _imprint(context: Context, lang: str, address: str) -> Imprint:
    config = context.site.config
    lines = []
    if config.official:
        lines += [(context.t(lang, "print_report"), config.pdf.report_to.get(lang, ""))]
        lines += [(context.t(lang, "print_send"), config.pdf.send_to.get(lang, ""))]
        lines += [(context.t(lang, "print_edited"), config.publisher[lang])]
        if config.pdf.copies is not None:
            lines += [("", context.t(lang, "print_copies", n=config.pdf.copies))]
    else:
        lines += [("", _source_line(context, lang)), ("", config.notice.get(lang, ""))]
    return Imprint(
        lines=tuple((head, text) for head, text in lines if text),
        address=address,
        qr_alt=context.t(lang, "print_qr", address=address),
    )


def _words(context: Context, lang: str) -> Words:
    return Words(
        contents=context.t(lang, "print_contents"),
        colon=context.t(lang, "colon"),
        before_after=context.t(lang, "before_after"),
        figures=context.t(lang, "key_figures"),
        head_figure=context.t(lang, "head_record"),
        head_value=context.t(lang, "print_value"),
        head_details=context.t(lang, "note"),
        unknown=context.t(lang, "unknown"),
        corrections=context.t(lang, "corrections"),
        definitions=context.t(lang, "how_we_count"),
        sources=context.t(lang, "source"),
        note=context.t(lang, "print_note"),
        scan=context.t(lang, "print_scan"),
    )
