"""What tells of a single person in words: names beside hardship, lists of names, homes to the door."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sfwgen.privacy.context import holds
from sfwgen.privacy.finds import Kind
from sfwgen.privacy.runs import Add

# Names that are no common words where a sentence goes on after 户主 or 申请人.
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟龙段雷钱汤尹黎施龚"
)
_HARDSHIP = re.compile(
    "户主|低保|残疾|患[有者病上]|患.{0,4}[病症]|癌|未成年|信访人|举报人|投诉人|困难户|特困|孤儿|贫困|出生于|[0-9]岁"
)
_HARDSHIP_EN = re.compile(
    r"\b(?:low-income|subsistence allowance|disab\w+|cancer|patients?|minors?|orphans?|petitioners?"
    r"|complainants?|aged \d+|years? old|\d+-year-old|household head)\b",
    re.IGNORECASE,
)
# 某企业, 某小区: no name goes on so.
_NO_NAME = "企公单社村小局部厂地项路街镇区县市"
_UNNAMED = re.compile(rf"[{_SURNAMES}]某(?:某(?![{_NO_NAME}])|(?![某{_NO_NAME}户家个些种处段天日月年]))")
_NAMED = re.compile(
    r"(?:户主|申请人|信访人|举报人)(?:(?:姓名)?[ \t]?[:：][ \t]?|)"
    rf"(?P<name>[{_SURNAMES}][\u4e00-\u9fa5]{{1,2}}?)(?=[，。、；,;（(）)\s\x1e\x1f]|的|等|家|一家|\Z)"
)
_TITLED = re.compile(r"\b(?:Mr|Ms|Mrs|Miss)\.?[ \xa0][A-Z][a-z]+\b")
_NEAR = 30
_BESIDE_NAME = "身份证|电话|手机|住址|地址|金额|病"
_NAME_HEADER = re.compile(
    rf"姓名[^\n\x1e]{{0,200}}?(?:{_BESIDE_NAME})|(?:{_BESIDE_NAME})[^\n\x1e]{{0,200}}?姓名"
)
_NAME_HEADER_EN = re.compile(
    r"[Nn](?<![A-Za-z].)(?:ame|AME)\s*[|,\t\x1f][^\n\x1e]{0,200}?"
    r"\b(?:ID (?:card|number)|[Pp]hone|[Tt]elephone|[Mm]obile|[Hh]ome address)",
)
_CELL_SIGN = re.compile(r"[|,，\t\x1f｜]")
_DOOR = re.compile(
    r"[0-9]{1,4}(?:[幢栋]|号楼|#楼)[ \-]?[0-9一二三四五]{1,2}单元[ \-]?[0-9]{1,5}[室号户]?"
    r"|[0-9]{1,4}[幢栋][ \-]?[0-9]{3,4}室"
)
_HOUSE = re.compile(
    r"(?:村|社区|路|街|巷|弄|小区|花园|公寓)[\u4e00-\u9fa5]{0,6}?[0-9]{1,4}(?:弄[0-9]{1,4})?"
    r"(?:号|幢|单元|室)(?!线|楼群|井|桥|地块|路|工程|项目)"
)


def scan_people(text: str, add: Add) -> None:
    """Finds lists of names, homes to the door, and names in the context of hardship."""
    _scan_lists(text, add)
    names = sorted(_names(text))
    for start, end in names:
        add(Kind.PERSON, text[start:end], start, end)
    if holds(text, "幢", "栋", "楼"):
        for match in _DOOR.finditer(text):
            add(Kind.ADDRESS, match[0], *match.span())
    if not names and "某" not in text:
        return
    near = [*names, *(match.span() for match in _UNNAMED.finditer(text))]
    for match in _HOUSE.finditer(text):
        if any(start - _NEAR < match.end() and match.start() < end + _NEAR for start, end in near):
            add(Kind.ADDRESS, match[0], *match.span())


def _names(text: str) -> Iterator[tuple[int, int]]:
    """The places of names that stand beside words of hardship, or where a head of household is named."""
    if "某" in text:
        yield from _beside(_UNNAMED, _HARDSHIP, text)
    if holds(text, "户主", "申请人", "信访人", "举报人"):
        for match in _NAMED.finditer(text):
            yield match.span("name")
    if holds(text, "Mr", "Ms", "Miss"):
        yield from _beside(_TITLED, _HARDSHIP_EN, text)


def _beside(names: re.Pattern[str], words: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in names.finditer(text):
        if words.search(text, max(match.start() - _NEAR, 0), match.end() + _NEAR):
            yield match.span()


def _scan_lists(text: str, add: Add) -> None:
    """A row that heads columns of names and of what belongs to them; only a table has signs between cells."""
    if "姓名" in text:
        for match in _NAME_HEADER.finditer(text):
            if _CELL_SIGN.search(match[0]) and not re.search("[。；！？]", match[0]):
                add(Kind.NAME_LIST, match[0], *match.span())
    if not holds(text, "hone", "obile", "ID card", "ID number", "ome address"):
        return
    for match in _NAME_HEADER_EN.finditer(text):
        add(Kind.NAME_LIST, match[0], *match.span())
