"""What config.yaml lets through the privacy gate."""

from __future__ import annotations

from typing import Annotated

from sfwgen.content.scalars import Date, Text
from sfwgen.content.shapes import Shape, about


class ContactsShape(Shape):
    """What the office itself makes public."""

    public: Annotated[
        tuple[Text, ...],
        about(
            "对外公布的",
            "public",
            "单位对外公布的座机、热线和邮箱，和网页上的写法一字不差；手机号码不能写。",
            "Office lines, hotlines and mailboxes, exactly as the texts write them; no mobile numbers.",
            ["0579-8700XXXX"],
        ),
    ] = ()


class PrivacyOverrideShape(Shape):
    """A text that may stand although it looks like personal data."""

    text: Annotated[
        Text,
        about("原文", "text", "和文中一字不差。", "Exactly as it is written.", "3幢2单元"),
    ]
    reason: Annotated[Text, about("理由", "reason", "", "", "办事窗口的地址，已对外公布")]
    decided_by: Annotated[Text, about("决定人", "decided by", "", "", "办公室主任")]
    date: Annotated[Date, about("决定日期", "date", "", "", "2019-06-27")]
