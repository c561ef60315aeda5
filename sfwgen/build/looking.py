"""A first look at a site: pages that someone is looking at, before the rest of it is made and checked."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from sfwgen.build.extending import extensions_of
from sfwgen.counters import Counters
from sfwgen.model import Site
from sfwgen.plan.assets import asset_paths
from sfwgen.plan.context import make_context
from sfwgen.plan.images import measure_images
from sfwgen.plan.looking import pages_at
from sfwgen.plan.official import missing_marks
from sfwgen.prose import Prose
from sfwgen.publish import Sources
from sfwgen.render import Renderer, RenderError, make_filters
from sfwgen.theme import Theme


@dataclass(frozen=True, slots=True)
class Material:
    """What the pages of a site are made from: documents that are sound, also in what they say of each other.

    The finished pages have not been looked through.
    """

    sources: Sources
    site: Site
    counters: Counters
    prose: Prose
    theme: Theme
    images: Mapping[str, bytes]


Look = Callable[[Material], None]
"""Is shown what pages are made from as soon as it is known."""


def look_at_nothing(material: Material) -> None:
    """Leaves it until the site is finished."""


def render_some(material: Material, paths: Container[str]) -> dict[str, bytes]:
    """Returns the pages at these paths as the finished site will have them, as far as that takes no time.

    A page that cannot be made is left out: that is told once the whole site has been checked.
    """
    measured, faults = measure_images(material.images)
    if faults or missing_marks(material.site.config, material.theme):
        return {}
    of = material
    context = make_context(of.site, of.counters, of.prose, of.theme, asset_paths(of.theme.static), measured)
    filters = make_filters(extensions_of(of.site.config)[0].filters)
    renderer = Renderer(of.theme, filters)
    pages: dict[str, bytes] = {}
    for page in pages_at(context, paths):
        try:
            pages[page.path] = renderer.render(page.template, page.view).encode()
        except RenderError:
            continue
    return pages
