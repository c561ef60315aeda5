"""Raw HTML of a post: what a story may hold stays or becomes Markdown, all else is taken out and told."""

from __future__ import annotations

import html
import re

from sfwgen.content.markdown.sanitise import ATTRIBUTES, TAGS
from sfwgen.posts.lines import Lines
from sfwgen.posts.tags import image
from sfwgen.posts.telling import Teller

MORE = re.compile(r"<!--\s*more\s*-->", re.IGNORECASE)
"""The mark of both generators behind what is shown in lists."""

_OPEN = re.compile(r"<[A-Za-z]")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_DROPPED = re.compile(
    r"<(?P<name>script|style|iframe|video|audio|object|embed|svg|math|form|canvas|noscript|template|select|textarea)\b"
    r"(?P<attributes>[^<>]*)>(?:(?P<inner>.{0,50000}?)</(?P=name)\s*>)?",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:\s[^<>]*)?)/?>")
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:@][\w:.-]*)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_HEADING = re.compile(
    r"<h(?P<level>[1-6])\b[^<>]*>(?P<text>.{0,2000}?)</h(?P=level)\s*>", re.DOTALL | re.IGNORECASE
)
_LINK = re.compile(r"<a\b(?P<attributes>[^<>]*)>(?P<text>.{0,2000}?)</a\s*>", re.DOTALL | re.IGNORECASE)
# Within these the converter would leave Markdown as it is written; what they mean here is little.
_WRAPPERS = frozenset(
    "article aside center details div figcaption figure footer header main nav p section summary".split()
)
_LITTLE = frozenset("br hr p span".split())
_MEANINGLESS = frozenset(
    "align border cellpadding cellspacing class height id loading rel style target valign width".split()
)


def take_html(lines: Lines, teller: Teller) -> Lines:
    """Returns a text with such HTML only as a story may hold; the mark for more stays."""
    lines = lines.sub(_COMMENT, lambda match, line: _comment(match, line, teller))
    lines = lines.sub_pairs(_DROPPED, _OPEN, lambda match, line: _dropped(match, line, teller))
    lines = lines.sub_pairs(
        _HEADING, _OPEN, lambda match, _: f"\n\n{'#' * int(match['level'])} {_one_line(match['text'])}\n\n"
    )
    lines = lines.sub_pairs(_LINK, _OPEN, _link)
    lines = lines.sub(_TAG, lambda match, line: _tag(match, line, teller))
    return lines.sub(_DECLARATION, lambda match, line: _kept_mark(match, line, teller))


def attributes_of(text: str) -> dict[str, str]:
    """Returns the attributes of a tag, their names in small letters."""
    found = _ATTRIBUTE.findall(text)
    return {name.lower(): html.unescape(double or single or bare) for name, double, single, bare in found}


def _comment(match: re.Match[str], line: int, teller: Teller) -> str:
    if MORE.fullmatch(match[0]):
        return match[0]
    teller.tell("post-comment-lost", line, text=match[1])
    return ""


def _kept_mark(match: re.Match[str], line: int, teller: Teller) -> str:
    if MORE.fullmatch(match[0]):
        return match[0]
    teller.tell("post-html-lost", line, what=match[0])
    return ""


def _dropped(match: re.Match[str], line: int, teller: Teller) -> str:
    attributes = attributes_of(match["attributes"])
    inner = attributes_of(
        (re.search(r"<source\b([^<>]*)>", match["inner"] or "", re.IGNORECASE) or ["", ""])[1]
    )
    source = attributes.get("src") or attributes.get("data") or inner.get("src") or ""
    url = f"https:{source}" if source.startswith("//") else source
    if re.fullmatch(r"https?://[^\s<>\"]+", url) and match["name"].lower() != "script":
        teller.tell("post-embed-linked", line, tag=f"<{match['name']}>", target=url)
        return f"\n\n<{url}>\n\n"
    teller.tell("post-html-lost", line, what=match[0])
    return ""


def _link(match: re.Match[str], _: int) -> str:
    target = attributes_of(match["attributes"]).get("href", "")
    text = match["text"].strip()
    return f"[{_one_line(text)}](<{target}>)" if target and text else text


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _tag(match: re.Match[str], line: int, teller: Teller) -> str:
    name, attributes = match["name"].lower(), attributes_of(match["attributes"])
    if name == "img":
        return "" if match["end"] else image(attributes.get("alt", ""), attributes.get("src", ""))
    if name in _WRAPPERS:
        _tell_attributes(name, attributes, set(), line, teller)
        return "\n\n"
    if name not in TAGS or name == "span":
        if not match["end"] and name != "span":
            teller.tell("post-html-lost", line, what=match[0])
        return ""
    if match["end"]:
        return f"</{name}>"
    allowed = ATTRIBUTES.get(name, frozenset()) | ATTRIBUTES["*"]
    _tell_attributes(name, attributes, allowed, line, teller)
    kept = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items() if key in allowed)
    return f"<{name}{kept}>"


def _tell_attributes(
    name: str, attributes: dict[str, str], allowed: set[str] | frozenset[str], line: int, teller: Teller
) -> None:
    lost = [
        key
        for key in attributes
        if key not in allowed and (key not in _MEANINGLESS or key in ("style", "align"))
    ]
    if lost and not (name in _LITTLE and lost == ["align"]):
        teller.tell("post-format-lost", line, text=f"<{name} {' '.join(lost)}>")
