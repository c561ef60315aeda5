"""Before and after: two images of a story's folder, or a drawing."""

from __future__ import annotations

from collections.abc import Collection

from sfwgen.content.parts import check_figures
from sfwgen.content.reporter import Reporter
from sfwgen.content.shapes_documents import PairShape, PairSideShape
from sfwgen.model import ImageSlot, Pair, PairSide

_FIELD = "before_after"


def decode_pairs(
    shapes: tuple[PairShape, ...], known: Collection[str], folder: str, reporter: Reporter
) -> tuple[Pair, ...]:
    """Returns the comparisons of a story, whose figures are `known`; what is wrong with them is noted."""
    pairs = []
    for number, shape in enumerate(shapes):
        if shape.figure is not None:
            check_figures([shape.figure], known, reporter, _FIELD, number, "figure")
        before, after = (
            _side(each, bool(shape.drawing), folder, reporter, number, name)
            for name, each in (("before", shape.before), ("after", shape.after))
        )
        name = reporter.texts(shape.name, _FIELD, number, "name")
        location = reporter.at(_FIELD, number)
        pairs.append(Pair(shape.drawing or "", name, shape.figure, before, after, location))
    return tuple(pairs)


def _side(
    shape: PairSideShape, drawn: bool, folder: str, reporter: Reporter, number: int, name: str
) -> PairSide:
    path = (_FIELD, number, name)
    return PairSide(
        date=shape.date,
        text=reporter.texts_beside(shape, *path),
        image=_image(shape, drawn, folder, reporter, path),
        alt=reporter.texts(shape.alt, *path, "alt"),
        credit=reporter.texts(shape.credit, *path, "credit"),
    )


def _image(
    shape: PairSideShape, drawn: bool, folder: str, reporter: Reporter, path: tuple[str | int, ...]
) -> ImageSlot | None:
    if shape.image is None:
        if not drawn and not reporter.lost(*path, "image"):
            reporter.add("pair-image-missing", *path)
        return None
    if drawn:
        reporter.add("pair-drawing-and-image", *path, "image", key=True)
        return None
    if shape.alt is None and not reporter.lost(*path, "alt"):
        reporter.add("pair-alt-missing", *path, "image")
    return ImageSlot(f"{folder}/{shape.image}", reporter.at(*path, "image"))
