"""Binding: what each figure of a text rests on. Nothing is bound because the number occurs somewhere.

A mention is bound to a figure of its own document by value, qualifier, unit and statistic; to what is derived
from these; or, in `totals`, to a total of the site that its sentence names. Where several fit, the words of
the sentence decide. What fits none is unexplained, and the nearest figure is named with what differs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sfwgen.figures import Found, Qualifier, Quantity
from sfwgen.model import Figure, Story, Unit
from sfwgen.prose.derived import derive
from sfwgen.prose.matching import Likeness, Slip, compare, equal_values, same_qualifier
from sfwgen.prose.mentions import Mention
from sfwgen.prose.passages import Where
from sfwgen.prose.units import names_metric
from sfwgen.prose.wording import closeness, names_rather


class Bond(StrEnum):
    """What a mention is bound to."""

    FIGURE = "figure"
    DERIVED = "derived"
    TOTAL = "total"
    EXCUSED = "excused"
    VAGUE = "vague"
    """It states no number at all (几个, several), so there is nothing to be wrong."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Binding:
    """A figure of a text with what it rests on: data only, small enough to be remembered.

    `passage` numbers the passages of its text. `figure` is the id of the document's figure that it is bound
    to, `tallied` the `tally#figure` and `counter` the id of a total; `note` says how it is derived. Where it
    is bound to nothing, `nearest` is the id of the figure that comes closest, `slip` what differs, and
    `sentence` what may name a total. `span` gives the places of its first and last character in the HTML.
    """

    where: Where
    passage: int
    found: Found
    bond: Bond
    figure: str = ""
    tallied: str = ""
    counter: str = ""
    note: str = ""
    nearest: str = ""
    slip: Slip | None = None
    sentence: str = ""
    span: tuple[int, int] | None = None


def bind(
    mention: Mention, figures: Sequence[Figure], story: Story | None, units: Mapping[str, Unit]
) -> Binding:
    """Returns what a mention rests on by its document alone: figures, and a story's dates and places.

    One in the name of what is counted (65岁以上老人) need rest on nothing.
    """
    found = _bind(mention, figures, story, units)
    return _bound(mention, Bond.EXCUSED) if mention.named and found.bond is Bond.NONE else found


def _bind(
    mention: Mention, figures: Sequence[Figure], story: Story | None, units: Mapping[str, Unit]
) -> Binding:
    if mention.excused:
        return _bound(mention, Bond.EXCUSED)
    compared = [(figure, compare(mention, figure, units)) for figure in figures]
    fitting = [figure for figure, likeness in compared if likeness.fits]
    if fitting:
        alone = len(fitting) == 1
        best = fitting[0] if alone else max(fitting, key=lambda each: closeness(mention, each))
        meant, slip = _meant_rather(mention, best, figures)
        if meant is not None:
            return _bound(mention, Bond.NONE, nearest=meant.id, slip=slip)
        return _bound(mention, Bond.FIGURE, figure=best.id)
    note = derive(mention, story) if story else ""
    if note:
        return _bound(mention, Bond.DERIVED, note=note)
    if _states_nothing(mention.found.quantity):
        return _bound(mention, Bond.VAGUE)
    nearest, slip = _nearest(mention, compared)
    name = "" if nearest is None else nearest.id
    return _bound(mention, Bond.NONE, nearest=name, slip=slip, sentence=mention.sentence)


def _bound(
    mention: Mention,
    bond: Bond,
    *,
    figure: str = "",
    note: str = "",
    nearest: str = "",
    slip: Slip | None = None,
    sentence: str = "",
) -> Binding:
    passage, found = mention.passage, mention.found
    block = passage.block
    span = (block.place(found.start), block.place(found.end - 1)) if block and block.markable else None
    return Binding(
        passage.where,
        mention.number,
        found,
        bond,
        figure=figure,
        note=note,
        nearest=nearest,
        slip=slip,
        sentence=sentence,
        span=span,
    )


def _states_nothing(quantity: Quantity) -> bool:
    return quantity.qualifier is Qualifier.INDEFINITE and quantity.base is None


def _meant_rather(
    mention: Mention, best: Figure, figures: Sequence[Figure]
) -> tuple[Figure | None, Slip | None]:
    """Returns a figure of the same unit that the words beside a mention name, and how it differs.

    40 owners reported and more than 40 came to give thanks: that they brought a banner tells which are meant.
    In 走访40户，解决100户 each number is that of the other figure.
    """
    lang, printed = mention.passage.lang, mention.found.quantity
    for figure in figures:
        if figure.id == best.id or not names_metric(
            mention.found.unit, figure.metric, lang, mention.sentence
        ):
            continue
        alike = equal_values(printed, figure.quantity)
        if not alike and names_rather(mention, figure, best):
            return figure, Slip.VALUE
        unlike = alike and not same_qualifier(printed, figure.quantity)
        if unlike and closeness(mention, figure) > closeness(mention, best):
            return figure, Slip.QUALIFIER
    return None, None


def _nearest(
    mention: Mention, compared: Sequence[tuple[Figure, Likeness]]
) -> tuple[Figure | None, Slip | None]:
    """The figure that comes closest to a mention, and what differs; None where none is near."""
    ranked = [(figure, likeness) for figure, likeness in compared if likeness.nearness]
    if not ranked:
        return None, None
    figure, likeness = max(ranked, key=lambda each: (each[1].nearness, closeness(mention, each[0])))
    return figure, likeness.slip
