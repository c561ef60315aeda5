"""The sample pages as files, and a browser that can open them. Used by the tests and by scripts/look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sfwgen.render import Renderer
from sfwgen.resources import theme_files
from sfwgen.theme import Theme, load_theme
from tests.render.samples import address, make_samples

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LANGS = ("zh", "en")
_CHROMIUM = "/usr/bin/chromium"
_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def packaged_theme() -> Theme:
    """The theme that comes with sfwgen, known to be without faults."""
    theme, faults = load_theme(theme_files())
    assert not faults, faults
    return theme


def render_pages(theme: Theme) -> Mapping[tuple[str, str], str]:
    """Every sample page by language and name."""
    renderer = Renderer(theme)
    return {
        (lang, name): renderer.render(template, view)
        for lang in LANGS
        for name, (template, view) in make_samples(lang).items()
    }


def write_pages(folder: Path) -> Mapping[tuple[str, str], Path]:
    """Writes the sample pages and the static files into a folder; returns the pages' paths."""
    theme = packaged_theme()
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in theme.static.items():
        (folder / name).write_bytes(data)
    paths = {}
    for (lang, name), text in render_pages(theme).items():
        path = folder / address(lang, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if name == "search":
            # The page asks for its index at once; the sample has nothing to find.
            (path.parent / "search").mkdir(exist_ok=True)
            (path.parent / "search" / "head.js").write_bytes(b"")
        paths[lang, name] = path
    return paths


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A Chromium without a window; nothing is fetched from anywhere."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=[*_FLAGS])
        yield browser
        browser.close()
