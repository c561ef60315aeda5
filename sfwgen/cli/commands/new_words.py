"""What `sfwgen new story` asks about summaries and figures, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "ask-summary": (
        "摘要（{language}，一两句话，回车跳过）：",
        "Summary ({language}, one or two sentences; Enter to skip): ",
    ),
    "ask-figure": (
        "文中的数字，照原文写，一次一个（例如 800余家，回车结束）：",
        "A figure of the text, as it is written there, one at a time (such as 800余家; Enter to end): ",
    ),
    "ask-metric": (
        "{known}  0  都不是，另写名称\n是哪一项（写号码）：",
        "{known}  0  none of these\nWhich one is it (its number): ",
    ),
    "ask-label": (
        "这个数字的名称（{language}，回车放弃）：",
        "What it is called ({language}; Enter to drop it): ",
    ),
    "figure-unreadable": (
        "“{word}”里没有读出数字。写成 800余家、8.4万名、约0.2元/立方米 的样子；用选项时写成 指标=数值，例如 --figure 供气企业=800余家。",
        "No figure can be read in “{word}”. Write it like 800余家 or 84,000 residents; as an option, METRIC=VALUE, as in --figure enterprises_supplied=800余家.",
    ),
    "figure-unknown": (
        "没有名为“{name}”的指标。只出现一次的数字，写上中英文名称，例如 --figure 人行道/Pavement={value}。",
        "There is no metric “{name}”. For a figure that occurs once, give its names, as in --figure 人行道/Pavement={value}.",
    ),
    "figure-no-unit": (
        "词表里没有单位“{unit}”，先在 content/vocabulary/units.yaml 里加上。",
        "The vocabulary has no unit “{unit}”; add it to content/vocabulary/units.yaml first.",
    ),
    "metric-unknown": ("没有“{word}”这一项。", "There is no “{word}”."),
}

tell = teller(_WORDS)
