"""Before and after, as a story's page shows it: two pictures, or what the theme draws."""

from __future__ import annotations

from html import escape

from sfwgen.model import PairSide, Story
from sfwgen.plan.context import Context
from sfwgen.plan.figures import make_moment
from sfwgen.plan.images import HALF, picture
from sfwgen.plan.marks import Marker
from sfwgen.plan.views import NO_HTML, Html, PairView, SideView
from sfwgen.stated import figure_text


def make_pairs(context: Context, story: Story, marker: Marker) -> tuple[PairView, ...]:
    """Returns the comparisons of a story for its page."""
    lang = marker.lang
    lengths = {each.id: figure_text(each.quantity, each.metric, lang) for each in story.figures}
    return tuple(
        PairView(
            drawing=pair.drawing,
            name=pair.name.get(lang, ""),
            length=lengths.get(pair.figure or "", ""),
            sides=tuple(
                _side(context, side, word, marker)
                for side, word in zip(pair.sides, ("before", "after"), strict=True)
            ),
        )
        for pair in story.pairs
    )


def _side(context: Context, side: PairSide, word: str, marker: Marker) -> SideView:
    lang = marker.lang
    return SideView(
        heading=context.t(lang, word),
        moment=make_moment(side.date, lang),
        picture=_picture(context, side, lang, marker.path),
        text=marker.told(side.text),
        credit=side.credit.get(lang, ""),
    )


def _picture(context: Context, side: PairSide, lang: str, path: str) -> Html:
    if side.image is None:
        return NO_HTML
    alt = f'alt="{escape(side.alt.get(lang, ""))}"'
    return picture(context.images[side.image.target], path, alt, HALF)
