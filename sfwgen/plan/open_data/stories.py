"""The data set of stories: what the site tells of, without the prose."""

from __future__ import annotations

from sfwgen.counters import Record
from sfwgen.model import Correction, Phrase, Story
from sfwgen.plan.context import Context
from sfwgen.plan.data import Json
from sfwgen.plan.open_data.fields import Dataset, Field, Kind
from sfwgen.plan.open_data.figures import FIRST, LAST, ORIGIN, story_url
from sfwgen.plan.open_data.values import source_values, texts, when_values
from sfwgen.plan.texts import figures_by_id, phrase_text
from sfwgen.plan.timestamps import moment_of, timestamp

DATASET = Dataset(
    name="stories",
    zh="进展",
    en="Stories",
    zh_text="各篇进展的标题、摘要、时间、地点和所载数字。",
    en_text="Title, summary, date, places and figures of each story.",
    fields=(
        Field("id", Kind.TEXT, "标识", "Id", "也是网址里的名字", "Its name in addresses too", required=True),
        Field("languages", Kind.LIST, "语言", "Languages", "有文本的", "Those with a text", required=True),
        Field("title", Kind.TEXT, "标题", "Title", localized=True),
        Field("summary", Kind.TEXT, "摘要", "Summary", localized=True),
        Field("line", Kind.TEXT, "服务线", "Service line", required=True),
        Field("line_name", Kind.TEXT, "服务线的名称", "Name of the service line", localized=True),
        Field("places", Kind.LIST, "地点", "Places"),
        Field("place_names", Kind.TEXT, "地点的名称", "Names of the places", localized=True),
        Field("teams", Kind.LIST, "服务小分队", "Service teams"),
        Field("date", Kind.TEXT, "时间", "Date", "事情的时间，按已知的精度", "Of the event, as far as known"),
        Field("date_start", Kind.DAY, "最早一天", "First day", *FIRST),
        Field("date_end", Kind.DAY, "最晚一天", "Last day", *LAST),
        Field("published", Kind.TIME, "发布时间", "Published"),
        Field("updated", Kind.TIME, "更新时间", "Updated"),
        Field("figures", Kind.LIST, "所载数字", "Figures that it states"),
        *ORIGIN,
        Field(
            "corrections",
            Kind.LIST,
            "更正记录",
            "Corrections",
            "date时间，figure数字，wrong原文，right应为",
            "Each with date, figure, wrong and right",
            nested=True,
        ),
    ),
    key=("id",),
)


def story_records(context: Context) -> tuple[dict[str, Json], ...]:
    """Returns every story of the site, sorted by id."""
    return tuple(_record(context, each) for each in sorted(context.site.stories, key=lambda each: each.slug))


def _record(context: Context, story: Story) -> dict[str, Json]:
    zone = context.site.config.time_zone
    names = {
        language.id: context.t(language.id, "list_sep").join(
            place.name[language.id] for place in story.places if place.name.get(language.id)
        )
        for language in context.languages
    }
    refs = sorted(Record(story, figure).ref for figure in story.figures)
    return {
        "id": story.slug,
        "languages": tuple(language.id for language in context.languages if language.id in story.texts),
        "title": _phrases(context, story, {lang: text.title for lang, text in story.texts.items()}),
        "summary": _phrases(context, story, {lang: text.summary for lang, text in story.texts.items()}),
        "line": story.line.id,
        "line_name": texts(context, story.line.name),
        "places": tuple(place.id for place in story.places),
        "place_names": texts(context, names),
        "teams": tuple(team.id for team in story.teams),
        **when_values(story.date, "date"),
        "published": timestamp(moment_of(story.published, zone)) if story.published else None,
        "updated": timestamp(moment_of(story.updated, zone)) if story.updated else None,
        "figures": tuple(refs),
        **source_values(context, story.sources),
        "url": {language.id: story_url(context, story, language.id) for language in context.languages},
        "corrections": tuple(
            _correction(context, each) for each in sorted(story.corrections, key=lambda each: each.date)
        ),
    }


def _phrases(context: Context, story: Story, phrases: dict[str, Phrase]) -> Json:
    figures = figures_by_id(story)
    return texts(context, {lang: phrase_text(phrase, figures, lang) for lang, phrase in phrases.items()})


def _correction(context: Context, correction: Correction) -> Json:
    return {
        "date": str(correction.date),
        "figure": correction.figure,
        "wrong": texts(context, correction.wrong),
        "right": texts(context, correction.right),
    }
