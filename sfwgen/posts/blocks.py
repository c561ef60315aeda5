"""Headings, lists, tables and notes of a post in the form that a story's Markdown has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sfwgen.posts.code import BLOCK
from sfwgen.posts.document import Engine
from sfwgen.posts.lines import Lines, join_pairs
from sfwgen.posts.telling import Teller

Pair = tuple[str, int]

_HEADING = re.compile(r"[ ]{0,3}(?P<hashes>#{1,6})(?:[ \t]+(?P<text>.*?))?(?:[ \t]+#+)?[ \t]*")
_TIGHT_HEADING = re.compile(r"(#{2,6})(?=[^\s#])")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{2,})[ \t]*")
_ID = re.compile(r"[ \t]*\{(?P<marks>[ ]*[#.][^{}]*)\}[ \t]*$")
_MARKS_LINE = re.compile(r"[ ]{0,3}\{:?[ ]*[#.][\w-][^{}]*\}[ \t]*")
_ITEM = re.compile(r"(?P<lead>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?P<text>\S.*)")
_TASK = re.compile(r"\[(?P<done>[ xX])\][ \t]+")
_TABLE_RULE = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*")
_ALERT = re.compile(r"(?P<quote>[ ]{0,3}>[ ]?)\[!(?P<kind>\w+)\][-+]?[ \t]*(?P<title>.*)")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_PLAIN = re.compile(r"[ ]{0,3}(?![-*+>#|]|\d+[.)]\s|\ue000|\[\^|$)\S")


def take_blocks(lines: Lines, engine: Engine, teller: Teller, *, breaks: bool) -> Lines:
    """Returns a text with its blocks in order; with `breaks` each line of a paragraph stands on its own."""
    pairs = _plain_headings(list(lines.pairs()), engine, teller)
    pairs = [_alert(pair) for pair in pairs]
    if breaks:
        pairs = list(_broken(pairs))
    pairs = list(_lists(pairs))
    return join_pairs(list(_apart(pairs)))


def _plain_headings(pairs: list[Pair], engine: Engine, teller: Teller) -> list[Pair]:
    """Headings with hashes alone, without marks and emphasis of their own."""
    done: list[Pair] = []
    for text, number in pairs:
        if _MARKS_LINE.fullmatch(text):
            teller.tell("post-format-lost", number, text=text.strip())
            continue
        if (
            _UNDERLINE.fullmatch(text)
            and done
            and _PLAIN.match(done[-1][0])
            and (len(done) < 2 or not done[-2][0].strip())
        ):
            level = "#" if "=" in text else "##"
            above, at = done.pop()
            done.append((_heading(level, above.strip(), at, teller), at))
            continue
        if engine is Engine.HEXO:
            text = _TIGHT_HEADING.sub(r"\1 ", text) if _TIGHT_HEADING.match(text) else text
        match = _HEADING.fullmatch(text)
        done.append(
            (_heading(match["hashes"], match["text"] or "", number, teller), number)
            if match
            else (text, number)
        )
    return done


def _heading(hashes: str, text: str, number: int, teller: Teller) -> str:
    marks = _ID.search(text)
    if marks:
        teller.tell("post-format-lost", number, text=marks[0].strip())
        text = text[: marks.start()]
    return f"{hashes} {text.strip()}" if text.strip() else ""


def relevel(lines: Lines) -> Lines:
    """Returns a text whose headings begin at the second level and leave none out."""
    found = [match for text, _ in lines.pairs() if (match := _HEADING.fullmatch(text))]
    top = min((len(match["hashes"]) for match in found), default=1)
    before = 1
    pairs: list[Pair] = []
    for text, number in lines.pairs():
        if match := _HEADING.fullmatch(text):
            before = min(len(match["hashes"]) - top + 2, before + 1, 6)
            pairs.append((f"{'#' * before} {match['text']}", number))
        else:
            pairs.append((text, number))
    return join_pairs(pairs)


def title_heading(lines: Lines) -> tuple[str, Lines]:
    """Returns the heading of the first level that a text begins with, and the text without it."""
    pairs = list(lines.pairs())
    first = next((number for number, (text, _) in enumerate(pairs) if text.strip()), None)
    match = _HEADING.fullmatch(pairs[first][0]) if first is not None else None
    if first is None or match is None or len(match["hashes"]) != 1:
        return "", lines
    return match["text"] or "", join_pairs(pairs[first + 1 :])


def _alert(pair: Pair) -> Pair:
    match = _ALERT.fullmatch(pair[0])
    if match is None:
        return pair
    words = match["title"].strip() or match["kind"].upper()
    return f"{match['quote']}**{words}**  ", pair[1]


def _broken(pairs: list[Pair]) -> Iterator[Pair]:
    for at, (text, number) in enumerate(pairs):
        following = pairs[at + 1][0] if at + 1 < len(pairs) else ""
        goes_on = _PLAIN.match(text) and _PLAIN.match(following) and not text.endswith(("  ", "\\"))
        tabular = "|" in text and ("|" in following)
        yield (f"{text.rstrip()}  " if goes_on and not tabular else text), number


def _lists(pairs: list[Pair]) -> Iterator[Pair]:
    """Items with four spaces to a level, and what belongs to them below their text."""
    levels: list[tuple[int, int]] = []
    blank = False
    for text, number in pairs:
        indent = len(text.expandtabs(4)) - len(text.expandtabs(4).lstrip(" "))
        item = None if _RULE.fullmatch(text) else _ITEM.fullmatch(text.expandtabs(4))
        if not text.strip():
            blank = True
            yield text, number
            continue
        if item:
            while (levels and indent < levels[-1][0]) or (
                levels and indent < levels[-1][1] and indent <= levels[-1][0] + 1
            ):
                levels.pop()
            levels.append((indent, indent + len(item["mark"]) + min(len(item["gap"]), 4)))
            task = _TASK.match(item["text"])
            words = (
                ("☐ " if task["done"] == " " else "☑ ") + item["text"][task.end() :] if task else item["text"]
            )
            mark = item["mark"].replace(")", ".")
            yield f"{'    ' * (len(levels) - 1)}{mark} {words}", number
        else:
            while levels and indent < levels[-1][1] and (blank or _ends_list(text)):
                levels.pop()
            lead = "    " * len(levels)
            rest = text.expandtabs(4)[min(indent, levels[-1][1]) :] if levels else text
            yield (lead + rest.lstrip(" ") if levels else text), number
        blank = False


def _ends_list(text: str) -> bool:
    return bool(re.match(r"[ ]{0,3}(?:#{1,6}[ \t]|>|\||\ue000\d+\ue002$)", text) or _RULE.fullmatch(text))


def _apart(pairs: list[Pair]) -> Iterator[Pair]:
    """Empty lines around lists, tables, headings and code, as the converter needs them."""
    before = head = ""
    in_list = False
    for at, (text, number) in enumerate(pairs):
        following = pairs[at + 1][0] if at + 1 < len(pairs) else ""
        item = bool(_ITEM.fullmatch(text)) and not _RULE.fullmatch(text)
        table = "|" in text and _TABLE_RULE.fullmatch(following) is not None and not text.startswith("    ")
        # An item after a paragraph of the item before: the checks of a story ask for an empty line there.
        loose = item and head.startswith("    ") and not _ITEM.fullmatch(head)
        starts = (item and (not in_list or loose)) or table or _stands_alone(text)
        quote = text.lstrip().startswith(">") and not before.lstrip().startswith(">")
        if before.strip() and (starts or quote or _stands_alone(before)):
            yield "", number
            head = ""
        in_list = item or (in_list and bool(text.strip()) and not starts)
        before, head = text, (head or text) if text.strip() else ""
        yield text, number


def _stands_alone(text: str) -> bool:
    """Whether a line is a block by itself: a heading, a rule, code that is set aside."""
    return bool(_HEADING.fullmatch(text) or BLOCK.fullmatch(text) or _RULE.fullmatch(text))
