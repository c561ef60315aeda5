"""Stories: as cards in lists, and each on its own page."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from sfwgen.each import Each, one_by_one
from sfwgen.model import Correction, Language, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.evidence import make_evidence, make_sources
from sfwgen.plan.figures import card_figures, make_figure, make_moment, make_panel
from sfwgen.plan.frames import Place, crumbs, make_frame, stale_notice
from sfwgen.plan.marks import Marker, make_marker, tell
from sfwgen.plan.outputs import PageOutput, make_page, plan_later
from sfwgen.plan.pairs import make_pairs
from sfwgen.plan.scenes import (
    Scene,
    Surroundings,
    digest_scene,
    digest_whole,
    find_scenes,
    narrow,
    surround,
)
from sfwgen.plan.search.index import SearchDocument
from sfwgen.plan.search.texts import search_documents
from sfwgen.plan.texts import (
    figures_by_id,
    make_body,
    marked_title,
    phrase_html,
    phrase_text,
    title_link,
)
from sfwgen.plan.views import (
    Alternate,
    CorrectionView,
    Frame,
    Link,
    Moment,
    Notice,
    StepView,
    StoryCard,
    StoryView,
)

_CARD_FIGURES = 3


def make_card(context: Context, story: Story, lang: str, path: str) -> StoryCard:
    """Returns a story as a list on the page at `path` shows it."""
    shown = context.text_lang(story, lang)
    chosen = card_figures(story, lang)[:_CARD_FIGURES]
    marker = make_marker(context, story, lang, path) if any(scope for _, scope in chosen) else None
    views = tuple(
        replace(
            make_figure(context, figure, story, lang, path), scope=marker.html(scope) if marker else scope
        )
        for figure, scope in chosen
    )
    return StoryCard(
        title=marked_title(context, story, shown, lang, path),
        href=relative(path, context.path("story", lang, story.slug)),
        summary=phrase_html(context, story, shown, lang, path),
        line=line_link(context, story, lang, path),
        places=context.t(lang, "list_sep").join(place.name[lang] for place in story.places),
        moment=make_moment(story.date, lang),
        published=story.published or "",
        key=views[0] if chosen and not chosen[0][0].example else None,
        figures=views,
        steps=make_steps(story, Marker(context, lang, path, {})),
        content_tag="" if shown == lang else context.site.config.default.tag,
    )


def line_link(context: Context, story: Story, lang: str, path: str) -> Link:
    """Returns the link to a story's service line."""
    return Link(story.line.name[lang], relative(path, context.path("line", lang, story.line.id)))


def make_steps(story: Story, marker: Marker) -> tuple[StepView, ...]:
    """Returns the steps of a story's timeline."""
    return tuple(
        StepView(
            step.state, make_moment(step.date, marker.lang), marker.told(step.name), marker.told(step.text)
        )
        for step in story.timeline
    )


def make_correction(
    context: Context, story: Story, correction: Correction, lang: str, path: str
) -> CorrectionView:
    """Returns a published correction as the page at `path` shows it."""
    page = title_link(context, story, lang, path)
    moment = make_moment(correction.date, lang) or Moment("", "")
    right = make_marker(context, story, lang, path).told(correction.right)
    wrong = correction.wrong[lang]
    text = tell(context, lang, "correction_text", time=moment.text, wrong=wrong, right=right)
    return CorrectionView(moment, page, wrong, right, text)


@dataclass(frozen=True, slots=True)
class PlannedStory:
    """The page of a story, and what search finds on it."""

    page: PageOutput
    found: tuple[SearchDocument, ...]


def story_pages(context: Context, language: Language, each: Each = one_by_one) -> list[PlannedStory]:
    """Returns the page of each story that is shown in a language.

    Each page is made from its scene alone, whatever else the site holds.
    """
    pages = [_StoryPage(context, language, scene) for scene in find_scenes(context, language.id)]
    whole = digest_whole(context, language.id)
    keys = [f"{whole} {digest_scene(page.scene, page.around)}" for page in pages]

    def make(number: int) -> PlannedStory:
        narrowed = pages[number].narrowed
        page = narrowed.plan()
        return PlannedStory(page.outline, search_documents(narrowed.context, page.view))

    made = each("story page", keys, make)
    return [
        replace(known, page=plan_later(known.page, page)) for known, page in zip(made, pages, strict=True)
    ]


def some_story_pages(context: Context, language: Language, paths: Container[str]) -> Iterator[PageOutput]:
    """Yields the pages of the stories at these paths."""
    for scene in find_scenes(context, language.id):
        if context.path("story", language.id, scene.story.slug) in paths:
            yield _StoryPage(context, language, scene)()


@dataclass(frozen=True, slots=True)
class _StoryPage:
    """The page of a story, yet to be planned from its scene and what surrounds it."""

    context: Context
    language: Language
    scene: Scene

    @property
    def around(self) -> Surroundings:
        return surround(self.context, self.scene, self.language.id)

    @property
    def narrowed(self) -> _StoryPage:
        """The same page where nothing can be reached but what it is planned from."""
        scene = self.scene.narrowed
        context = narrow(self.context, self.language.id, scene.stories, self.around)
        return replace(self, context=context, scene=scene)

    def plan(self) -> PageOutput:
        return _story_page(self.context, self.language, self.scene)

    def __call__(self) -> PageOutput:
        return self.narrowed.plan()

    def __reduce__(self) -> tuple[type[_StoryPage], tuple[Context, Language, Scene]]:
        """Travels to other processes with nothing but what it is planned from."""
        narrowed = self.narrowed
        return _StoryPage, (narrowed.context, narrowed.language, narrowed.scene)


def _story_page(context: Context, language: Language, scene: Scene) -> PageOutput:
    story = scene.story
    lang, shown = language.id, context.text_lang(story, language.id)
    path = context.path("story", lang, story.slug)
    title = phrase_text(story.texts[shown].title, figures_by_id(story), shown)
    corrections = tuple(make_correction(context, story, each, lang, path) for each in story.corrections)
    marker = make_marker(context, story, lang, path)
    frame = _frame(context, language, story, title, corrections)
    view = StoryView(
        frame=frame,
        title=marked_title(context, story, shown, lang, path),
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
        sources=make_sources(story.sources, marker),
        other=_other(frame),
        panel=tuple(
            replace(group, heading=marker.html(group.heading))
            for group in make_panel(context, story, lang, path)
        ),
        panel_note=marker.told(story.panel_note),
        body=make_body(context, story, shown, lang, path),
        steps=make_steps(story, marker),
        unknown=tuple(marker.told(each) for each in story.unknown),
        evidence=make_evidence(context, story, marker),
        corrections=corrections,
        related=tuple(make_card(context, each, lang, path) for each in scene.related),
        previous=_neighbour(context, scene.older, lang, path),
        next=_neighbour(context, scene.newer, lang, path),
        pairs=make_pairs(context, story, marker),
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
        notices=(
            *stale_notice(context, "story", story, lang, path),
            *(Notice("correction", context.t(lang, "correction"), each.text) for each in corrections),
        ),
        story=story,
        line=story.line.id,
    )


def _other(frame: Frame) -> Alternate | None:
    return next((each for each in frame.alternates if not each.current), None)


def _neighbour(context: Context, story: Story | None, lang: str, path: str) -> Link | None:
    return title_link(context, story, lang, path) if story else None
