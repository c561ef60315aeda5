"""Personal data not made of digits alone: credit codes, plates, passports, e-mail, accounts of chats."""

from __future__ import annotations

import re

from sfwgen.privacy.context import FRAMES, PASSPORTS, holds, is_before, stands_alone
from sfwgen.privacy.finds import Kind
from sfwgen.privacy.numbers import is_credit_code
from sfwgen.privacy.runs import Add, is_account

_GAP = r"[ \xa0\u3000\-\u2010-\u2015.\xb7]?"
_CODE = re.compile(rf"[159Y](?<![0-9A-Za-z*].)(?:{_GAP}[0-9A-HJ-NP-RTUWXY]){{17}}(?![0-9A-Za-z*])")
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领"
_PLATE = re.compile(
    rf"[{_PROVINCES}]{_GAP}[A-HJ-NP-Z]{_GAP}"
    rf"(?:[A-HJK]{_GAP}[A-HJ-NP-Z0-9](?:{_GAP}[0-9]){{4}}|[0-9](?:{_GAP}[0-9]){{4}}{_GAP}[A-HJK]"
    rf"|[A-HJ-NP-Z0-9](?:{_GAP}[A-HJ-NP-Z0-9]){{3}}{_GAP}[A-HJ-NP-Z0-9挂学警港澳])(?![0-9A-Za-z*])",
    re.IGNORECASE,
)
_PASSPORT = re.compile(
    rf"(?<![0-9A-Za-z*])(?:[EeGg](?:{_GAP}[0-9]){{8}}|E{_GAP}[A-HJ-NP-Z](?:{_GAP}[0-9]){{7}}"
    rf"|[DSP]{_GAP}E?(?:{_GAP}[0-9]){{7,8}}|[CHM](?:{_GAP}[0-9]){{8,10}})(?![0-9A-Za-z*])"
)
_FRAME = re.compile(rf"(?<![0-9A-Za-z*])[A-HJ-NPR-Z0-9](?:{_GAP}[A-HJ-NPR-Z0-9]){{16}}(?![0-9A-Za-z*])")
_LOCAL_SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+-")
_LONGEST_LOCAL_PART = 64
_HOST = re.compile(
    r" ?[A-Za-z0-9-]{1,63}(?: ?\. ?[A-Za-z0-9-]{1,63}){0,8} ?\. ?([A-Za-z]{2,24})(?![A-Za-z0-9])"
)
_FILES = frozenset({"png", "jpg", "jpeg", "webp", "gif", "svg", "css", "js", "html", "json"})
_CHAT = re.compile(
    r"(?<![0-9A-Za-z])(?:QQ|扣扣|微信|WeChat|Weixin|[vw]x(?=[ \t]{0,3}[:：]))"
    r"(?P<sign>[ \t]{0,3}(?:号码?|账号|ID\b)?[ \t]{0,3}(?:[:：]|是|为)?[ \t]{0,3})"
    r"(?P<name>[1-9][0-9]{4,10}|[A-Za-z][-_A-Za-z0-9]{5,19})(?![0-9A-Za-z*])",
    re.IGNORECASE,
)


def scan_credit_codes(text: str, add: Add) -> None:
    """Finds unified social credit codes: they name organisations, but those of sole traders a person too."""
    for match in _CODE.finditer(text):
        code = _compact(match[0])
        if is_credit_code(code) and not is_account(text, match.start()):
            add(Kind.SOLE_TRADER if code.startswith("92") else Kind.CREDIT_CODE, code, *match.span())


def scan_plates(text: str, add: Add) -> None:
    """Finds licence plates, and numbers of vehicle frames where they are called so."""
    for match in _PLATE.finditer(text):
        # Words behind 新 or 云 are no plates.
        small = match[0] != match[0].upper()
        if sum(map(str.isdigit, match[0])) >= (4 if small else 2):
            add(Kind.PLATE, _compact(match[0]).upper(), *match.span())
    if holds(text, "车架号", "识别代", "VIN", "rame number"):
        for match in _FRAME.finditer(text):
            if is_before(text, match.start(), FRAMES):
                add(Kind.FRAME, _compact(match[0]), *match.span())


def scan_passports(text: str, add: Add) -> None:
    """Finds the numbers of passports and permits where they are called so."""
    if not holds(text, "护照", "通行证", "回乡证", "台胞证", "assport", "PASSPORT", "ravel permit"):
        return
    for match in _PASSPORT.finditer(text):
        if is_before(text, match.start(), PASSPORTS):
            add(Kind.PASSPORT, _compact(match[0]).upper(), *match.span())


def scan_emails(text: str, add: Add) -> None:
    """Finds addresses of e-mail."""
    at = text.find("@")
    while at >= 0:
        start = _local_start(text, at)
        host = _HOST.match(text, at + 1) if start < at else None
        if host and host[1].lower() not in _FILES:
            end = host.end()
            add(Kind.EMAIL, text[start:end].replace(" ", ""), start, end)
        at = text.find("@", at + 1)


def _local_start(text: str, at: int) -> int:
    """Where the name before the sign of an address begins; at the sign itself where there is none."""
    end = at - 1 if text[at - 1 : at] == " " else at
    start = end
    while start > max(end - _LONGEST_LOCAL_PART, 0) and text[start - 1] in _LOCAL_SIGNS:
        start -= 1
    while start < end and text[start] == ".":
        start += 1
    # Names before the sign may be Chinese ones; what is written before a name is not told from it.
    if start == end and "\u4e00" <= text[end - 1 : end] <= "\u9fff":
        start = end - 1
    return start if start < end else at


def scan_chats(text: str, add: Add) -> None:
    """Finds names of accounts of QQ and WeChat."""
    if not holds(
        text, "QQ", "qq", "扣扣", "微信", "eChat", "echat", "ECHAT", "eixin", "x:", "x：", "X:", "X："
    ):
        return
    for match in _CHAT.finditer(text):
        said = match["sign"].strip() != ""
        name = match["name"]
        if (said or name[0].isdigit() or re.search(r"[0-9_]", name)) and stands_alone(
            text, *match.span("name")
        ):
            add(Kind.CHAT, name, *match.span("name"))


def _compact(text: str) -> str:
    return re.sub(_GAP, "", text)
