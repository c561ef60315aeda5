"""The languages of a page side by side: each as the site has it, in a frame of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from sfwgen.model import Language, Site
from sfwgen.plan.permalinks import Permalinks
from sfwgen.serve.words import say, tag_of

BOTH = "sfwgen-both/"
"""Where the languages of a page stand side by side: this, then the path of the page."""
FRAMED = "sfwgen=frame"
"""The query of an address whose page is shown in a frame."""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; frame-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""What the preview's own pages may do: use its own files, and nothing else."""


@dataclass(frozen=True, slots=True)
class Version:
    """A page in one language: where it is, if it is anywhere."""

    language: Language
    path: str


def versions_of(site: Site, path: str) -> tuple[Version, ...]:
    """Returns the versions that a page has by its address, in the order of the site's languages."""
    links = Permalinks(site.config.default.id, site.config.url)
    prefixes = [links.prefix(language.id) for language in site.config.languages]
    own = next((each for each in prefixes if each and path.startswith(each)), "")
    below = path.removeprefix(own)
    return tuple(
        Version(language, prefix + below)
        for language, prefix in zip(site.config.languages, prefixes, strict=True)
    )


def render_both(site: Site, outputs: Mapping[str, bytes], path: str, lang: str) -> bytes:
    """Returns the page that holds all versions of a page, as far as they exist."""
    sections = "".join(_sections(site, outputs, path, lang))
    title = say(lang, "side-by-side")
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title>"
    )
    page = f'<!doctype html>\n<html lang="{tag_of(lang)}"><head>{head}</head>'
    return f'{page}<body class="sfwgen-both"><main>{sections}</main></body></html>\n'.encode()


def _sections(site: Site, outputs: Mapping[str, bytes], path: str, lang: str) -> Iterator[str]:
    for version in versions_of(site, path):
        name = escape(version.language.name)
        data = outputs.get(version.path)
        if data is None:
            yield f"<section><h1>{name}</h1><p>{say(lang, 'no-version')}</p></section>"
            continue
        # The digest makes this page another one when a framed one changes.
        digest = hashlib.sha256(data).hexdigest()[:16]
        source = f"/{quote(version.path)}?{FRAMED}&amp;v={digest}"
        label = escape(f"{version.language.name} · {version.path}")
        yield f'<section><h1>{label}</h1><iframe src="{source}" title="{name}"></iframe></section>'
