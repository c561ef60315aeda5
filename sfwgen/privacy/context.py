"""The words around a number that say what it is, and the signs that say it is part of something else."""

from __future__ import annotations

import re

REACH = 20
"""How many characters before a number a word may stand that belongs to it."""

IDS = re.compile(
    r"身份证|身份号|证件号|公民身份|\bID[ -]?(?:card|number|no\b)|identity (?:card|number)", re.IGNORECASE
)
CARDS = re.compile(r"卡号|账号|帐号|账户|帐户|开户|银行卡|\bcard\b|\baccount\b|\bbank\b", re.IGNORECASE)
ACCOUNTS = re.compile(
    r"(?:账号|帐号|账户|帐户|卡号|account (?:no\.?|number))(?:是|为|is)?[\s:：]{0,3}\Z", re.IGNORECASE
)
PHONES = re.compile(
    r"电话|手机|联系方式|联系人|拨打|致电|来电|热线|咨询|客服|短信|传真|座机"
    r"|\b(?:tel|phone|telephone|mobile|cell|call|dial|fax|hotline)\b",
    re.IGNORECASE,
)
RECORDS = re.compile(
    r"(?:编号|流水号|文号|订单号?|单号|序列号|代码|编码|批号|标识码|安备|备案号)[\s:：为是]{0,3}\S{0,4}\Z"
)
PASSPORTS = re.compile(r"护照|通行证|回乡证|台胞证|passport|travel permit", re.IGNORECASE)
FRAMES = re.compile(r"车架号|识别代[号码]|\bVIN\b|frame number", re.IGNORECASE)
_COUNTED = "元米吨户人家次件个条辆度亩方升株盏棵块台套份页字步秒"
MEASURES = re.compile(
    rf"[ \xa0]?(?:[%‰％]|[亿万千]?[多余几]?(?:[{_COUNTED}]|平方|立方|千瓦|公[里斤顷]|港币|美[元金])"
    r"|(?:yuan|RMB|CNY|metres?|meters?|tonnes?|kWh|households|people|kg|km|m[23²³]?)\b)|\.[0-9]"
)

# Of an amount of eleven digits. Names may begin with 家 or 方, and follow a number.
AMOUNTS = re.compile(
    r"[ \xa0]?(?:[%‰％]|[亿万千]?[多余几]?(?:[元米吨亩升度]|平方|立方|千瓦|公[里斤顷]|港币|美[元金])"
    r"|(?:yuan|RMB|CNY|metres?|meters?|tonnes?|kWh|kg|km|m[23²³]?)\b)|\.[0-9]"
)

_WORD_BEFORE = re.compile(
    r"(?:^|[^A-Za-z])(?:tel|phone|mobile|mob|cell|no|id|card|qq|vx|wx)\Z", re.IGNORECASE
)
_MONEY_BEFORE = re.compile(r"[¥￥$€£]\s?\Z")
_MASK_BEFORE = re.compile(r"[0-9A-Za-z]\*+\Z")
_MASK_AFTER = re.compile(r"\*+[0-9A-Za-z]")


def holds(text: str, *words: str) -> bool:
    """Returns whether any of the words is in a text: the cheap question that comes before a pattern."""
    return any(word in text for word in words)


def is_before(text: str, start: int, words: re.Pattern[str]) -> bool:
    """Returns whether one of the words stands shortly before a place."""
    return words.search(text, max(start - REACH, 0), start) is not None


def is_near(text: str, start: int, end: int, words: re.Pattern[str]) -> bool:
    """Returns whether one of the words stands shortly before or behind a stretch."""
    return is_before(text, start, words) or words.search(text, end, end + REACH) is not None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Returns whether a stretch is no part of a longer word, hash, mask or amount of money."""
    before, after = text[max(start - 16, 0) : start], text[end : end + 16]
    if before and _is_word(before[-1]) and not _WORD_BEFORE.search(before):
        return False
    if after and _is_word(after[0]):
        return False
    if before[-1:] == "*" and _MASK_BEFORE.search(before):
        return False
    if after[:1] == "*" and not after.startswith("**") and _MASK_AFTER.match(after):
        return False
    return _MONEY_BEFORE.search(before) is None and not re.match(r"\*{3,}[0-9A-Za-z]", after)


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()
