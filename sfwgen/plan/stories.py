"""Stories: as cards in lists, and each on its own page."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from sfwgen.each import Each, one_by_one
from sfwgen.model import Correction, Language, Step, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.figures import card_figures, make_figure, make_moment, make_panel, make_uses
from sfwgen.plan.frames import Place, crumbs, make_frame
from sfwgen.plan.outputs import PageOutput, make_page, pack_page
from sfwgen.plan.pairs import make_pairs
from sfwgen.plan.scenes import Scene, digest_scene, digest_whole, find_scenes, narrow, surround
from sfwgen.plan.search.index import SearchDocument
from sfwgen.plan.search.texts import search_documents
from sfwgen.plan.texts import (
    figures_by_id,
    make_body,
    make_heading,
    make_title,
    phrase_html,
    phrase_text,
    step_texts,
    title_link,
)
from sfwgen.plan.views import (
    Alternate,
    CorrectionView,
    FigureView,
    Frame,
    Link,
    Moment,
    Notice,
    SourceView,
    StepView,
    StoryCard,
    StoryView,
)

_CARD_FIGURES = 3


def make_card(context: Context, story: Story, lang: str, path: str) -> StoryCard:
    """Returns a story as a list on the page at `path` shows it."""
    shown = context.text_lang(story, lang)
    text, figures = story.texts[shown], figures_by_id(story)
    views = tuple(
        make_figure(context, figure, story, lang, path) for figure in card_figures(story)[:_CARD_FIGURES]
    )
    return StoryCard(
        title=make_title(text.title, figures, shown),
        href=relative(path, context.path("story", lang, story.slug)),
        summary=phrase_text(text.summary, figures, shown),
        line=line_link(context, story, lang, path),
        places=context.t(lang, "list_sep").join(place.name[lang] for place in story.places),
        moment=make_moment(story.date, lang),
        published=story.published or "",
        key=views[0] if views else None,
        figures=views,
        steps=tuple(make_step(step, lang) for step in story.timeline),
        content_tag="" if shown == lang else context.site.config.default.tag,
    )


def line_link(context: Context, story: Story, lang: str, path: str) -> Link:
    """Returns the link to a story's service line."""
    return Link(story.line.name[lang], relative(path, context.path("line", lang, story.line.id)))


def make_step(step: Step, lang: str) -> StepView:
    """Returns a step of a timeline."""
    return StepView(
        step.state, make_moment(step.date, lang), step.name.get(lang, ""), step.text.get(lang, "")
    )


def make_correction(
    context: Context, story: Story, correction: Correction, lang: str, path: str
) -> CorrectionView:
    """Returns a published correction as the page at `path` shows it."""
    page = title_link(context, story, lang, path)
    moment = make_moment(correction.date, lang) or Moment("", "")
    return CorrectionView(moment, page, correction.wrong[lang], correction.right[lang])


@dataclass(frozen=True, slots=True)
class PlannedStory:
    """The page of a story, and what search finds on it."""

    page: PageOutput
    found: tuple[SearchDocument, ...]


def story_pages(context: Context, language: Language, each: Each = one_by_one) -> list[PlannedStory]:
    """Returns the page of each story that is shown in a language.

    Each page is made from its scene alone, whatever else the site holds.
    """
    scenes = find_scenes(context, language.id)
    whole = digest_whole(context, language.id)
    around = [surround(context, scene) for scene in scenes]
    keys = [f"{whole} {digest_scene(scene, of)}" for scene, of in zip(scenes, around, strict=True)]

    def make(number: int) -> PlannedStory:
        scene = scenes[number].narrowed
        narrowed = narrow(context, language.id, scene.stories, around[number])
        page = _story_page(narrowed, language, scene)
        return PlannedStory(pack_page(page), search_documents(narrowed, page.view))

    return each("story page", keys, make)


def some_story_pages(context: Context, language: Language, paths: Container[str]) -> Iterator[PageOutput]:
    """Yields the pages of the stories at these paths."""
    for scene in find_scenes(context, language.id):
        if context.path("story", language.id, scene.story.slug) in paths:
            around = surround(context, scene)
            narrowed = narrow(context, language.id, scene.narrowed.stories, around)
            yield _story_page(narrowed, language, scene.narrowed)


def _story_page(context: Context, language: Language, scene: Scene) -> PageOutput:
    story = scene.story
    lang, shown = language.id, context.text_lang(story, language.id)
    path = context.path("story", lang, story.slug)
    text, figures = story.texts[shown], figures_by_id(story)
    title = make_title(text.title, figures, shown)
    corrections = tuple(make_correction(context, story, each, lang, path) for each in story.corrections)
    frame = _frame(context, language, story, title.text, corrections)
    view = StoryView(
        frame=frame,
        title=title,
        heading=make_heading(context, story, shown, lang, path),
        dek=phrase_html(context, story, shown, lang, path),
        line=line_link(context, story, lang, path),
        teams=tuple(
            Link(team.name[lang], relative(path, context.path("team", lang, team.id))) for team in story.teams
        ),
        places=tuple(
            Link(place.name[lang], relative(path, context.path("place", lang, place.id)))
            for place in story.places
        ),
        moment=make_moment(story.date, lang),
        published=story.published or "",
        updated=story.updated or "",
        sources=tuple(SourceView(source.text[lang], source.url or "") for source in story.sources),
        other=_other(frame),
        panel=make_panel(context, story, lang, path),
        panel_note=story.panel_note.get(lang, ""),
        body=make_body(context, story, shown, lang, path),
        steps=tuple(
            replace(make_step(step, lang), html=html)
            for step, html in zip(story.timeline, step_texts(context, story, lang, path), strict=True)
        ),
        unknown=tuple(each[lang] for each in story.unknown),
        evidence=_evidence(context, story, lang, path),
        corrections=corrections,
        related=tuple(make_card(context, each, lang, path) for each in scene.related),
        previous=_neighbour(context, scene.older, lang, path),
        next=_neighbour(context, scene.newer, lang, path),
        pairs=make_pairs(context, story, lang, path),
    )
    return make_page(path, "story.html", view, story.location)


def _frame(
    context: Context, language: Language, story: Story, title: str, corrections: tuple[CorrectionView, ...]
) -> Frame:
    lang, shown = language.id, context.text_lang(story, language.id)
    langs = tuple(each.id for each in context.languages)
    place = Place(
        kind="story",
        address="story",
        name=story.slug,
        langs=tuple(each for each in langs if context.is_shown(story, each)),
        own=tuple(each for each in langs if each in story.texts),
    )
    path = context.path("story", lang, story.slug)
    steps = (
        (context.t(lang, "nav_stories"), context.path("stories", lang)),
        (story.line.name[lang], context.path("line", lang, story.line.id)),
    )
    return make_frame(
        context,
        place,
        language,
        title,
        description=phrase_text(story.texts[shown].summary, figures_by_id(story), shown),
        crumbs=crumbs(context, lang, path, *steps),
        notices=tuple(_correction_notice(context, each, lang) for each in corrections),
        story=story,
        line=story.line.id,
    )


def _correction_notice(context: Context, correction: CorrectionView, lang: str) -> Notice:
    words = {"time": correction.moment.text, "wrong": correction.wrong, "right": correction.right}
    return Notice("correction", context.t(lang, "correction"), context.t(lang, "correction_text", **words))


def _other(frame: Frame) -> Alternate | None:
    return next((each for each in frame.alternates if not each.current), None)


def _evidence(context: Context, story: Story, lang: str, path: str) -> tuple[FigureView, ...]:
    return tuple(
        replace(
            make_figure(context, figure, story, lang, path),
            uses=make_uses(context, story, figure, lang, path),
        )
        for figure in story.figures
    )


def _neighbour(context: Context, story: Story | None, lang: str, path: str) -> Link | None:
    return title_link(context, story, lang, path) if story else None
