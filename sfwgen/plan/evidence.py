"""What a story's page says of each of its figures: definition, scope, as-of, source, and its other uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sfwgen.model import Figure, Source, Story
from sfwgen.plan.context import Context
from sfwgen.plan.figures import make_figure, make_uses
from sfwgen.plan.marks import Marker, make_marker
from sfwgen.plan.views import FigureView, Html, SourceView


def make_evidence(context: Context, story: Story, marker: Marker) -> tuple[FigureView, ...]:
    """Returns each figure of a story as the marker's page explains it."""
    return tuple(_explained(context, story, figure, marker) for figure in story.figures)


def make_sources(sources: Iterable[Source], marker: Marker) -> tuple[SourceView, ...]:
    """Returns the sources of a document; within the link to one no figure has a link of its own."""
    return tuple(SourceView(marker.told(each.text, linked=not each.url), each.url or "") for each in sources)


def _explained(context: Context, story: Story, figure: Figure, marker: Marker) -> FigureView:
    lang, path = marker.lang, marker.path
    view = make_figure(context, figure, story, lang, path)
    sources = context.t(lang, "list_sep").join(marker.told(each.text) for each in story.sources)
    of_metric = make_marker(context, figure.metric, lang, path)

    def marked() -> Iterator[tuple[str, str]]:
        for key, text in view.details:
            if key == "source":
                yield key, Html(sources)
            else:
                yield key, (of_metric if key == "definition" else marker).html(text)

    return replace(view, uses=make_uses(context, story, figure, lang, path), details=tuple(marked()))
