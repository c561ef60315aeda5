"""Share pictures: what a page shows where its address is passed on, with its title and its chief figure.

They are made only where the project's theme has a font for them, `templates/share-font.otf` (.ttf, .ttc):
fonts of a machine would make other bytes on another one. Without it a page has no picture, or a story its
own first image.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from posixpath import splitext

from sfwgen.plan.context import Context
from sfwgen.plan.outputs import PageOutput, ShareOutput
from sfwgen.plan.views import BulletinView, FiguresView, FigureView, HomeView, Html, StoryView, View

SIZE = (1200, 630)
"""Width and height in pixels, as Open Graph asks for."""
_KINDS = frozenset({"home", "story", "bulletin", "figures"})
_FONT = "share-font."
_TAG = re.compile(r"<[^>]*>")


def is_share_font(name: str) -> bool:
    """Returns whether a static file of the theme is the font of share pictures, which is not published."""
    return name.startswith(_FONT)


def share_path(context: Context, kind: str, lang: str, path: str) -> str:
    """Returns the path of the picture of a page, or of its home page, or "" where there are no pictures."""
    if not any(map(is_share_font, context.assets)):
        return ""
    page = path if kind in _KINDS else context.path("home", lang)
    return f"share/{splitext(page)[0]}.png"


def share_outputs(
    context: Context, static: Mapping[str, bytes], pages: Iterable[PageOutput]
) -> Iterator[ShareOutput]:
    """Yields the picture of each page that has one of its own."""
    font = next((data for name, data in static.items() if is_share_font(name)), None)
    if font is None:
        return
    for page in pages:
        if page.head.kind not in _KINDS:
            continue
        view = page.view
        frame = view.frame
        path = share_path(context, frame.kind, frame.lang, page.path)
        site = frame.site
        figure, scope = _hero(view)
        yield ShareOutput(
            path=path,
            lang=frame.lang,
            site=site.title,
            title=tuple(map(_plain, _title(view))),
            figure=tuple((piece.kind, piece.text) for piece in figure.pieces) if figure else (),
            label=" · ".join(filter(None, (_plain(scope), figure.label))) if figure else "",
            foot=site.publisher or site.notice or site.source_line,
            font=font,
            source=page.source,
        )


def _plain(text: str) -> str:
    """A text as it is read: what is marked in it loses its marks."""
    return unescape(_TAG.sub("", text)) if isinstance(text, Html) else text


def _title(view: View) -> tuple[str, ...]:
    frame = view.frame
    if isinstance(view, StoryView):
        return view.title.pieces
    return (frame.site.subtitle or frame.site.title,) if frame.kind == "home" else (frame.heading,)


def _hero(view: View) -> tuple[FigureView | None, str]:
    """The figure that stands for a page, with its scope: a story's first, else the first total."""
    if isinstance(view, StoryView):
        found = ((figure, group.heading) for group in view.panel for figure in group.figures)
        return next(found, (None, ""))
    if isinstance(view, HomeView | FiguresView | BulletinView):
        return next(((counter.figure, "") for counter in view.counters if counter.figure), (None, ""))
    return None, ""
