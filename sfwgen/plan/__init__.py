"""Who is published where, and what each template will see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sfwgen.counters import Counters
from sfwgen.diagnostics import Diagnostic, Location, fault, sort_diagnostics
from sfwgen.each import Each, one_by_one
from sfwgen.model import Language, Site
from sfwgen.plan.assets import asset_outputs, asset_paths
from sfwgen.plan.bulletins import bulletin_list_pages, bulletin_pages
from sfwgen.plan.context import Context, make_context
from sfwgen.plan.counter_views import figures_pages
from sfwgen.plan.feeds import feed_outputs
from sfwgen.plan.home import home_page
from sfwgen.plan.images import image_outputs, measure_images
from sfwgen.plan.lists import list_pages
from sfwgen.plan.official import missing_marks
from sfwgen.plan.open_data import data_outputs, sizes_of
from sfwgen.plan.outputs import (
    AssetOutput,
    BuildPlan,
    DataOutput,
    ImageOutput,
    Output,
    PageOutput,
    PrintOutput,
)
from sfwgen.plan.pages import correction_pages, document_pages, not_found_page, redirect_pages, sitemap_page
from sfwgen.plan.prints.outputs import print_outputs
from sfwgen.plan.search.outputs import search_outputs
from sfwgen.plan.share import share_outputs
from sfwgen.plan.sitemap import sitemap_outputs
from sfwgen.plan.stories import story_pages
from sfwgen.prose import Prose
from sfwgen.theme import Theme

__all__ = ["AssetOutput", "BuildPlan", "DataOutput", "ImageOutput", "Output", "PageOutput", "make_plan"]


def make_plan(
    site: Site,
    counters: Counters,
    prose: Prose,
    theme: Theme,
    images: Mapping[str, bytes],
    each: Each = one_by_one,
) -> tuple[BuildPlan, tuple[Diagnostic, ...]]:
    """Returns every file that the site consists of, and a fault for each address that is taken twice.

    `site` holds what is to be public only and has passed the site rules; `images` are source images by path.
    """
    measured, found_faulty = measure_images(images)
    found_faulty += missing_marks(site.config, theme)
    if found_faulty:
        return BuildPlan(()), sort_diagnostics(found_faulty)
    context = make_context(site, counters, prose, theme, asset_paths(theme.static), measured)
    data = data_outputs(context, each)
    sizes = sizes_of(data)
    pages: list[PageOutput] = []
    indexes: list[AssetOutput] = []
    for language in context.languages:
        stories = story_pages(context, language, each)
        of_language = [*(story.page for story in stories), *_other_pages(context, language, sizes, each)]
        found = {story.page.path: story.found for story in stories}
        search, index = search_outputs(context, language, of_language, found, each)
        pages += [*of_language, search]
        indexes += index
        pages += redirect_pages(context, language)
    outputs: list[Output] = [
        *pages,
        *feed_outputs(context),
        *data,
        *indexes,
        *sitemap_outputs(context, [page for page in pages if page.head.indexed]),
        *asset_outputs(theme.static),
        *image_outputs(context),
        *share_outputs(context, theme.static, pages),
    ]
    prints = print_outputs(context)
    faults = _collisions((*outputs, *prints), site.config.location.file)
    unique = {output.path: output for output in reversed(outputs)}
    plan = BuildPlan(tuple(unique[path] for path in sorted(unique)), tuple(prints))
    return plan, sort_diagnostics(faults)


def _other_pages(
    context: Context, language: Language, sizes: Mapping[str, int], each: Each
) -> list[PageOutput]:
    """Every page of one language but the stories, the search and the redirects."""
    pages = [home_page(context, language), *list_pages(context, language, each)]
    pages += [*figures_pages(context, language, sizes, each), *correction_pages(context, language)]
    if context.site.bulletins:
        pages += [*bulletin_list_pages(context, language), *bulletin_pages(context, language)]
    pages += document_pages(context, language)
    return [*pages, sitemap_page(context, language), not_found_page(context, language)]


def _collisions(outputs: Iterable[Output | PrintOutput], config: str) -> list[Diagnostic]:
    """A fault for each path that two outputs would share; case is not told apart on every machine.

    What belongs to the site as a whole keeps its address; the document can be given another.
    """
    faults: list[Diagnostic] = []
    first: dict[str, Output | PrintOutput] = {}
    for output in outputs:
        same = first.setdefault(output.path.casefold(), output)
        if same is not output:
            one, other = sorted((_source(same), _source(output)), key=lambda place: place.file != config)
            words = {"path": output.path, "first": one.file, "second": other.file}
            faults.append(fault("permalink-collision", other, related=(one,), **words))
    return faults


def _source(output: Output | PrintOutput) -> Location:
    return Location(output.path) if isinstance(output, AssetOutput) else output.source
