"""The shape of what config.yaml says about the open data: its licence."""

from __future__ import annotations

from typing import Annotated

from sfwgen.content.scalars import Text, Url
from sfwgen.content.shapes import Shape, Texts, about


class LicenceShape(Shape):
    """The licence under which everybody may use the texts and data."""

    id: Annotated[
        Text,
        about("代号", "id", "数据文件里的代号。", "What data files call it.", "CC-BY-4.0"),
    ]
    title: Annotated[
        Texts,
        about(
            "名称",
            "title",
            "",
            "",
            {"zh": "知识共享 署名 4.0 国际", "en": "Creative Commons Attribution 4.0 International"},
        ),
    ]
    url: Annotated[
        Url,
        about("网址", "address", "许可全文。", "Its text.", "https://creativecommons.org/licenses/by/4.0/"),
    ]
