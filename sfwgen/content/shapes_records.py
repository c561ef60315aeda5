"""The shape of the records that sfwgen keeps of what people decided about a document."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sfwgen.content.scalars import Count, Date, LanguageId, Text
from sfwgen.content.shapes import Shape, about

Roles = Annotated[
    tuple[Text, ...],
    about(
        "审核人",
        "roles",
        "按先后列出，一轮一个。",
        "In order, one for each round.",
        ["责任编辑", "科室负责人", "分管领导"],
    ),
]


class ReviewersShape(Shape):
    """Who has to review a document before it is public, by section."""

    stories: Roles = ()
    pages: Roles = ()
    bulletins: Roles = ()


class ReviewShape(Shape):
    """A round of review."""

    round: Annotated[Count, about("轮次", "round", "", "", "1")]
    role: Annotated[Text, about("审核人", "role", "", "", "责任编辑")]
    date: Annotated[Date, about("日期", "date", "", "", "2019-07-01")]
    digest: Annotated[Text, about("校验码", "digest", "", "", "kxwqmnrtplvw")]


class RecordShape(Shape):
    """What was decided about one document."""

    translations: Annotated[
        dict[LanguageId, tuple[Text, ...]],
        Field(default_factory=dict),
        about("已确认的译文", "confirmed translations", "", "", {"en": ["kxwqmnrtplvw kxwqmnrtplvw"]}),
    ]
    reviews: Annotated[tuple[ReviewShape, ...], about("审核", "reviews")] = ()
