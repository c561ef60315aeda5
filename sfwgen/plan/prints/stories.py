"""A story as it is printed, in an issue or outside the site: its text, its figures, and what is not known."""

from __future__ import annotations

from sfwgen.dates import print_date
from sfwgen.languages import family
from sfwgen.model import Language, Story
from sfwgen.plan.context import Context
from sfwgen.plan.figures import make_panel
from sfwgen.plan.prints.blocks import make_blocks
from sfwgen.plan.prints.comparisons import make_comparisons
from sfwgen.plan.prints.documents import FigureTable, Paragraph, PrintedFigure, PrintedStory, Run
from sfwgen.plan.prints.keeping import keep_together
from sfwgen.plan.prints.numerals import chinese_number
from sfwgen.plan.texts import figures_by_id, make_body, make_title, phrase_text
from sfwgen.plan.views import FigureView

_SHOWN_DETAILS = ("scope", "example", "statistic", "as_of", "period", "note")


def make_printed_story(
    context: Context, story: Story, number: int, language: Language, *, spell_out: bool = True
) -> PrintedStory:
    """Returns a story as it is printed, the `number`-th of its issue; `spell_out` as for `make_blocks`."""
    lang, shown = language.id, context.text_lang(story, language.id)
    text, figures = story.texts[shown], figures_by_id(story)
    title = make_title(text.title, figures, shown)
    line = f"{story.line.name[lang]}{context.t(lang, 'colon')}"
    html, url = make_body(context, story, shown, lang, ""), context.site.config.url
    blocks = make_blocks(html, url, shown, spell_out=spell_out)
    if not blocks:
        blocks = (Paragraph(keep_together((Run(phrase_text(text.summary, figures, shown)),), shown)),)
    foreign = shown != lang
    return PrintedStory(
        slug=story.slug,
        number=f"{chinese_number(number)}、" if family(lang) == "zh" else f"{number}. ",
        pieces=(line, *title.pieces),
        meta=_meta(context, story, lang),
        tag=context.site.config.default.tag.partition("-")[0] if foreign else "",
        notice=context.t(lang, "untranslated_text") if foreign else "",
        blocks=blocks,
        comparisons=make_comparisons(context, story, lang),
        figures=_tables(context, story, lang),
        note=story.panel_note.get(lang, ""),
        unknown=tuple(each[lang] for each in story.unknown),
        corrections=tuple(
            context.t(
                lang,
                "correction_text",
                time=print_date(each.date, lang),
                wrong=each.wrong[lang],
                right=each.right[lang],
            )
            for each in story.corrections
        ),
    )


def _meta(context: Context, story: Story, lang: str) -> str:
    """Where it happened and when, as far as it is known."""
    places = context.t(lang, "list_sep").join(place.name[lang] for place in story.places)
    when = print_date(story.date, lang) if story.date else context.t(lang, "date_not_stated")
    return ("　" if family(lang) == "zh" else " · ").join(filter(None, (places, when)))


def _tables(context: Context, story: Story, lang: str) -> tuple[FigureTable, ...]:
    return tuple(
        FigureTable(
            group.heading, tuple(_figure(each, group.heading, context, lang) for each in group.figures)
        )
        for group in make_panel(context, story, lang, "")
        if group.figures
    )


def _figure(view: FigureView, heading: str, context: Context, lang: str) -> PrintedFigure:
    """A figure with what limits it; a scope that the heading names is not said again."""
    details = []
    for key, text in view.details:
        if key not in _SHOWN_DETAILS or (key == "scope" and text in heading):
            continue
        said = context.t(lang, "reason_example") if key == "example" else text
        if key in ("as_of", "period"):
            said = f"{context.t(lang, key)}{context.t(lang, 'colon')}{text}"
        details.append(said.rstrip("。."))
    return PrintedFigure(view.label, view.text, _sentences(details, lang))


def _sentences(details: list[str], lang: str) -> str:
    if family(lang) == "zh":
        return "；".join(details)
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in details)
