"""What config.yaml says of the printed bulletin."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sfwgen.content.scalars import Count, Flag, Text
from sfwgen.content.shapes import Shape, Texts, about

_FACES = Annotated[tuple[Text, ...], Field(min_length=1)]


class FontsShape(Shape):
    """The faces of a printed bulletin, each with others that stand in for characters it lacks."""

    body: Annotated[_FACES | None, about("正文", "body", "", "", ["仿宋_GB2312", "Noto Serif CJK SC"])] = None
    title: Annotated[_FACES | None, about("标题", "title", "", "", ["方正小标宋简体"])] = None
    heading: Annotated[_FACES | None, about("一级标题", "heading", "", "", ["黑体"])] = None
    subheading: Annotated[_FACES | None, about("二级标题", "subheading", "", "", ["楷体_GB2312"])] = None
    note: Annotated[_FACES | None, about("注和表格", "note", "", "", ["仿宋_GB2312"])] = None
    latin: Annotated[
        _FACES | None,
        about(
            "西文", "Latin", "中文以外的语言用。", "For languages other than Chinese.", ["Libertinus Serif"]
        ),
    ] = None


class PdfShape(Shape):
    """The bulletin as a PDF."""

    bulletins: Annotated[
        Flag,
        about(
            "随网站生成",
            "with the site",
            "true 表示生成网站时一并生成每期简报的 PDF。",
            "true makes the PDF of each issue with the site.",
            "true",
        ),
    ] = False
    fonts: Annotated[
        FontsShape,
        about(
            "字体",
            "fonts",
            "字体名；放在项目的 fonts 文件夹里，或装在电脑上。",
            "Names of faces, in the project's folder fonts or installed.",
            {"body": ["仿宋_GB2312"]},
        ),
    ] = FontsShape()
    report_to: Annotated[
        Texts | None, about("报", "report to", "仅在 official: true 时写。", "Only with official: true.")
    ] = None
    send_to: Annotated[
        Texts | None, about("送", "send to", "仅在 official: true 时写。", "Only with official: true.")
    ] = None
    copies: Annotated[
        Count | None,
        about("印数", "copies", "仅在 official: true 时写。", "Only with official: true.", "50"),
    ] = None
