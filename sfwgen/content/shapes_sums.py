"""The shape of an entry in a file of totals, parts and rates that stand outside any project."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from sfwgen.content.scalars import Flag, Text
from sfwgen.content.shapes import Shape, about


def _by_number(value: object) -> object:
    """A list of parts as a mapping from their numbers."""
    return {str(number): part for number, part in enumerate(value, 1)} if isinstance(value, list) else value


Parts = Annotated[dict[str, Text], BeforeValidator(_by_number)]
"""Parts with their names, or a list of them."""


class SumShareShape(Shape):
    """A percentage and what it is worked out from."""

    part: Annotated[Text, about("部分", "part", "", "", "35件")]
    whole: Annotated[Text, about("整体", "whole", "", "", "42件")]
    percent: Annotated[Text, about("百分比", "percent", "", "", "83.3%")]


class SumShape(Shape):
    """A total and its parts, or a share."""

    total: Annotated[Text | None, about("合计", "total", "", "", "237次")] = None
    parts: Annotated[Parts | None, about("各部分", "parts", "", "", {"企业": "219次", "基层": "18次"})] = None
    complete: Annotated[Flag, about("齐全", "complete", "", "", "false")] = True
    share: Annotated[
        SumShareShape | None,
        about("占比", "share", "", "", {"part": "35件", "whole": "42件", "percent": "83.3%"}),
    ] = None
