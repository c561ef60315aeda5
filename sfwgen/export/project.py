"""What an export is made from: a site that has passed every check, seen as the plan sees it."""

from __future__ import annotations

from sfwgen.build import Checked
from sfwgen.build.stages import images_of, own_theme
from sfwgen.counters import aggregate
from sfwgen.plan.assets import asset_paths
from sfwgen.plan.context import Context, make_context
from sfwgen.plan.images import measure_images
from sfwgen.prose import read_prose
from sfwgen.resources import theme_files
from sfwgen.theme import load_theme


def make_export_context(checked: Checked) -> Context:
    """Returns the context of a site without errors; what is no part of the site is no part of it."""
    assert checked.site is not None
    theme = load_theme(theme_files(), own_theme(checked.sources))[0]
    counters = aggregate(checked.site)[0]
    prose = read_prose(checked.site, counters)
    images = measure_images(images_of(checked.sources))[0]
    return make_context(checked.site, counters, prose, theme, asset_paths(theme.static), images)
