"""Dates: in texts against each other and against the facts, and in the facts themselves."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = (
    error(
        "date-translation-differs",
        zh=("这里的日期是“{found}”，另一种文字的同一处写的是“{other}”。", "核对来源，把其中一处改正。"),
        en=(
            "The date here is “{found}”; the other language says “{other}” in its place.",
            "Check the source and correct one of them.",
        ),
    ),
    error(
        "date-step-differs",
        zh=("文中写的是“{found}”，时间线上这一步的日期是{other}。", "核对来源，改正文字或时间线。"),
        en=(
            "The text says “{found}”; this step of the timeline is dated {other}.",
            "Check the source; correct the text or the timeline.",
        ),
    ),
    error(
        "date-year-alone",
        zh=(
            "文中的“{found}”，另一种文字和这一篇的事实里都没有这个年份（那里写的是 {other}）。",
            "核对年份，改正其中一处。",
        ),
        en=(
            "The year of “{found}” is neither in the other language nor among the facts of this document; the other language says {other}.",
            "Check the year and correct one of them.",
        ),
    ),
    warning(
        "date-in-future",
        zh=(
            "文中说的“{found}”在网站的截至日期（{other}）之后，而句子说的不是将来的事。",
            "核对年份；是计划的，写明“计划”“将”；网站的截至日期过时了的，改 config.yaml 的 as_of。",
        ),
        en=(
            "“{found}” lies after the day that this site is as of ({other}), and the sentence does not speak of what is to come.",
            "Check the year; say “will” or “is planned” of what is to come; where the site's own day is out of date, change as_of in config.yaml.",
        ),
    ),
    warning(
        "timeline-order",
        zh=("时间线的这一步（{later}）排在{earlier}之后，日期却更早。", "核对日期，或把各步按先后排列。"),
        en=(
            "This step of the timeline ({later}) stands after one of {earlier}, but is earlier.",
            "Check the dates, or put the steps in order.",
        ),
    ),
    warning(
        "date-untold",
        zh=("“{field}”写的是{told}，时间线和正文里都没有这个日期。", "核对来源，改正其中一处。"),
        en=(
            "“{field}” says {told}, which neither the timeline nor the text does.",
            "Check the source and correct one of them.",
        ),
    ),
    warning(
        "fact-in-future",
        zh=(
            "“{field}”的日期{told}在网站的截至日期（{as_of}）之后。",
            "核对年份；还没有发生的，不写成已发生；网站的截至日期过时了的，改 config.yaml 的 as_of。",
        ),
        en=(
            "The date of “{field}”, {told}, lies after the day that this site is as of ({as_of}).",
            "Check the year; state nothing as done that is to come; where the site's own day is out of date, change as_of in config.yaml.",
        ),
    ),
)
