"""The single stages of a build: pure functions from frozen values to frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sfwgen.build.extending import extensions_of
from sfwgen.build.sources import CONTENT, Faults
from sfwgen.content import load_site
from sfwgen.diagnostics import Severity
from sfwgen.each import Each, one_by_one
from sfwgen.extensions import NO_EXTENSIONS, Extensions
from sfwgen.model import Site
from sfwgen.render import Filters, make_filters, read_templates, sign_filters
from sfwgen.theme import FOLDER, Theme, check_files, check_languages, load_theme
from sfwgen.values import digest_of

_IMAGE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif")


@dataclass(frozen=True, slots=True)
class Documents:
    """What a project's files make: its site, None where config.yaml cannot be read, its theme, all faults.

    `closures` are the templates that each template draws on.
    """

    site: Site | None
    theme: Theme
    closures: Mapping[str, frozenset[str]]
    faults: Faults
    extensions: Extensions = NO_EXTENSIONS

    @property
    def filters(self) -> Filters:
        """The filters that extensions add to the templates."""
        return make_filters(self.extensions.filters)


def read_documents(
    sources: Mapping[str, bytes],
    packaged: Mapping[str, bytes],
    unread: Faults = (),
    each: Each = one_by_one,
) -> Documents:
    """Returns the site and the theme that the files make, and all that is wrong with single files."""
    site, faults = load_site(
        {path: data for path, data in sources.items() if not path.startswith(f"{FOLDER}/")},
        each=each,
        unread=[each.location.file for each in unread if each.severity is Severity.ERROR],
    )
    theme, theme_faults = load_theme(packaged, own_theme(sources))
    extensions, unloaded = extensions_of(None if site is None else site.config)
    filters = make_filters(extensions.filters)
    key = digest_of((theme.templates, theme.strings, sign_filters(filters)))
    (templates,) = each("templates", [key], lambda _: read_templates(theme, filters))
    in_theme = (*unloaded, *theme_faults, *templates.faults)
    if site is not None:
        languages = tuple(each.id for each in site.config.languages)
        in_theme += check_languages(theme, languages)
        in_theme += check_files(packaged, own_theme(sources), templates.closures, languages)
    return Documents(site, theme, templates.closures, (*faults, *in_theme), extensions)


def own_theme(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Returns the project's own theme files by their path below templates/."""
    prefix = f"{FOLDER}/"
    return {path.removeprefix(prefix): data for path, data in sources.items() if path.startswith(prefix)}


def theme_sources(packaged: Mapping[str, bytes]) -> dict[str, bytes]:
    """Returns the packaged theme's files by the paths under which diagnostics name them."""
    return {f"{FOLDER}/{path}": data for path, data in packaged.items()}


def images_of(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Returns the images that stand beside the documents, by path."""
    return {
        path: data
        for path, data in sources.items()
        if path.startswith(f"{CONTENT}/") and path.lower().endswith(_IMAGE_ENDINGS)
    }
