"""Before and after as it is printed: two pictures side by side, or what the typesetter draws."""

from __future__ import annotations

from sfwgen.dates import print_date
from sfwgen.model import Pair, PairSide, Story
from sfwgen.plan.context import Context
from sfwgen.plan.prints.documents import Comparison, Picture, Side
from sfwgen.stated import figure_text


def make_comparisons(context: Context, story: Story, lang: str) -> tuple[Comparison, ...]:
    """Returns the comparisons of a story in a language."""
    lengths = {each.id: figure_text(each.quantity, each.metric, lang) for each in story.figures}
    return tuple(
        Comparison(
            before=_side(context, pair.before, "before", lang),
            after=_side(context, pair.after, "after", lang),
            drawing=pair.drawing,
            label=_label(pair, lengths, lang),
            note=context.t(lang, "schematic") if pair.drawing else "",
        )
        for pair in story.pairs
    )


def _label(pair: Pair, lengths: dict[str, str], lang: str) -> str:
    return lengths.get(pair.figure or "", "") if pair.drawing == "stretch" else pair.name.get(lang, "")


def _side(context: Context, side: PairSide, word: str, lang: str) -> Side:
    picture = None
    if side.image is not None:
        image = context.images[side.image.target]
        picture = Picture(image.path, image.width, image.height, side.alt.get(lang, ""))
    return Side(
        heading=context.t(lang, word),
        when=print_date(side.date, lang) if side.date else context.t(lang, "date_not_stated"),
        picture=picture,
        text=side.text.get(lang, ""),
        credit=side.credit.get(lang, ""),
    )
