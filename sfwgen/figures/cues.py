"""Words beside a number that say what a qualifier says, without being a part of the figure."""

from __future__ import annotations

import re
from typing import Final

from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier
from sfwgen.languages import family, plain

CLAUSE_ENDS: Final = re.compile(r"[，。；、：]|[,;:.] ")
_QUALIFIER_CUES: Final = {
    (Qualifier.MORE_THAN, "zh"): re.compile(r"超|逾|突破|不止|以上|高于|多于"),
    (Qualifier.MORE_THAN, "en"): re.compile(
        r"\b(?:pass(?:ed|es|ing)?|exceed\w*|topp\w+|surpass\w*|cross(?:ed|es)|broke|beyond"
        r"|above(?! (?:the )?sea)|over(?=  )|more than|upwards)\b"
    ),
    (Qualifier.AT_LEAST, "zh"): re.compile(r"至少|不[得能应可]?(?:少于|低于|小于)|以上|最低|起"),
    (Qualifier.AT_LEAST, "en"): re.compile(
        r"\b(?:at least|minimum|no (?:fewer|less|lower)|not less|from|or more|or over|and over|and above|"
        r"lowest)\b"
    ),
    (Qualifier.AT_MOST, "zh"): re.compile(
        r"不[得能应可会]?(?:超过|高于|多于|大于)|最多|至多|最高|以内|上限|限"
    ),
    (Qualifier.AT_MOST, "en"): re.compile(
        r"\b(?:at most|maximum|up to|no (?:more|higher|longer|greater)|not exceed\w*|within|limit\w*|"
        r"ceiling|cap\w*|deadline|at the (?:longest|latest|most)|or less|or under|and under|the most"
        r"|highest)\b"
    ),
    (Qualifier.LESS_THAN, "zh"): re.compile(r"不足|不到|不满|低于|少于|未满"),
    (Qualifier.LESS_THAN, "en"): re.compile(r"\b(?:under|below|less than|fewer than|short of|not even)\b"),
    (Qualifier.NEARLY, "zh"): re.compile(r"接近|将近|逼近"),
    (Qualifier.NEARLY, "en"): re.compile(r"\b(?:nearly|almost|close to|approach\w*|just under)\b"),
    (Qualifier.ABOUT, "zh"): re.compile(r"大约|左右|上下|大概|估计|预计|预测|估算|测算"),
    (Qualifier.ABOUT, "en"): re.compile(r"\b(?:about|around|roughly|approximately|estimated|or so)\b"),
}
"""Words near a number that say what a qualifier says."""
_APART: Final = 40
"""How far before a number its qualifier may stand, in characters."""


def says_qualifier(text: str, found: Found, floor: int, qualifier: Qualifier, lang: str) -> bool:
    """Returns whether words in the clause of a figure say a qualifier: 突破3万元大关, passed 30,000 yuan.

    Nothing before the floor, the end of the figure before it, is looked at.
    """
    cue = _QUALIFIER_CUES.get((qualifier, family(lang)))
    if cue is None:
        return False
    text = plain(text, lang)
    before = CLAUSE_ENDS.split(text[max(floor, found.start - _APART) : found.start])[-1]
    after = CLAUSE_ENDS.split(text[found.end : found.end + _APART // 2])[0]
    return cue.search(f"{before} {re.split('[0-9]', after)[0]}".casefold()) is not None
