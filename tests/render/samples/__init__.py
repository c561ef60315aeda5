"""One view of each kind in each language, with the content of the example site, written out by hand."""

from __future__ import annotations

from sfwgen.plan.views import View
from tests.render.samples.frame import PATHS, address, picker
from tests.render.samples.home import make_home
from tests.render.samples.pages import (
    make_bulletin,
    make_bulletins,
    make_corrections,
    make_figures,
    make_list,
    make_not_found,
    make_page,
    make_redirect,
    make_search,
    make_sitemap,
)
from tests.render.samples.story import make_story, make_untranslated

__all__ = ["NAMES", "address", "make_samples"]

NAMES = tuple(PATHS)
"""The sample of each kind of page, and one page that has no translation."""


def make_samples(lang: str) -> dict[str, tuple[str, View]]:
    """Template and view by the name of the sample, in one language."""
    pick = picker(lang)
    return {
        "home": ("home.html", make_home(lang, pick)),
        "story": ("story.html", make_story(lang, pick)),
        "list": ("list.html", make_list(lang, pick)),
        "figures": ("figures.html", make_figures(lang, pick)),
        "bulletin": ("bulletin.html", make_bulletin(lang, pick)),
        "bulletins": ("bulletins.html", make_bulletins(lang, pick)),
        "corrections": ("corrections.html", make_corrections(lang, pick)),
        "page": ("page.html", make_page(lang, pick)),
        "sitemap": ("sitemap-page.html", make_sitemap(lang, pick)),
        "search": ("search.html", make_search(lang, pick)),
        "notfound": ("404.html", make_not_found(lang, pick)),
        "redirect": ("redirect.html", make_redirect(lang, pick)),
        "untranslated": ("story.html", make_untranslated(lang, pick)),
    }
