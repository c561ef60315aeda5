"""The body of a post as the body of a story: each step takes one kind of thing, code is set aside."""

from __future__ import annotations

import re

from sfwgen.posts.blocks import relevel, take_blocks, title_heading
from sfwgen.posts.code import Shield
from sfwgen.posts.document import Converted, Settings, Text
from sfwgen.posts.inline import Inline
from sfwgen.posts.lines import Lines, make_lines
from sfwgen.posts.markup import MORE, take_html
from sfwgen.posts.tags import Tags
from sfwgen.posts.targets import Targets
from sfwgen.posts.telling import Teller

_MARK = "\ue003"
_BLANKS = re.compile(r"(?:[ \t]*\n){3,}")
_MATHEMATICS = ("math", "mathjax", "katex", "latex")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\([^()]*\)")
_NOTE = re.compile(r"\[\^[^\]]*\](?::.*)?")
_CODE = re.compile(r"^(`{3,})[^\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)
_NO_PROSE = re.compile(r"[ ]{0,3}(?:[-*+>|:#]|\d+\.\s|<|\[\^|    )|[^\n]*\n[ ]{0,3}[|:-]*\|?[ ]*:?-{2,}")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<(https?://[^<>]*)>")
_EMPHASIS = re.compile(
    r"(?<![\\*])(\*)(?=[^\s*])([^*\n]+?)(?<=\S)\*|(?<![\\\w])_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"
)
_MARKS = re.compile(
    r"^[ >]*(?:#{1,6} |[-*+] |\d+\. )?|\*\*|__|`+|&#126;|[ ]{2,}$",
    re.MULTILINE,
)


def convert_body(text: Text, settings: Settings, targets: Targets, teller: Teller, *, alt: str) -> Converted:
    """Returns a post's body as that of a story; what could not be carried goes to the teller.

    An image without a description gets `alt`.
    """
    shield = Shield(teller)
    header = text.header
    has_tags = header.text("disableNunjucks") != "true"
    inline = Inline(targets, shield, teller, alt)
    lines = shield.set_aside(make_lines(text.body, text.body_line), settings.engine, tags=has_tags)
    lines = inline.mathematics(lines, certain=any(header.text(each) == "true" for each in _MATHEMATICS))
    if has_tags:
        lines = Tags(settings.engine, header, shield, teller).take(lines)
    lines = take_html(lines, teller)
    lines = lines.sub(MORE, lambda *_: f"\n\n{_MARK}\n\n")
    title, rest = title_heading(lines)
    if title and header.text("title") in ("", title):
        lines = rest
    lines = take_blocks(lines, settings.engine, teller, breaks=settings.breaks)
    lines = inline.take(relevel(lines), settings.engine)
    above, mark, below = _tidy(lines).text.partition(_MARK)
    summary = _prose(_restored(shield, above)) if mark else ""
    whole = "\n\n".join(filter(None, (above.strip("\n"), below.replace(_MARK, "").strip("\n"))))
    body = _restored(shield, whole)
    return Converted(
        plain_text(title),
        f"{body.strip(chr(10)).rstrip()}\n" if body.strip() else "",
        summary,
        targets.pictures,
        teller.told,
    )


def _restored(shield: Shield, text: str) -> str:
    return shield.restore(make_lines(text, 1)).text


def _tidy(lines: Lines) -> Lines:
    return lines.sub(_BLANKS, lambda *_: "\n\n")


def _prose(markdown: str) -> str:
    """The words of the paragraphs of a text: its headings, lists, tables and code are none."""
    paragraphs = re.split(r"\n[ \t]*\n", _CODE.sub("", markdown))
    return plain_text("\n\n".join(each for each in paragraphs if not _NO_PROSE.match(each)))


def plain_text(markdown: str) -> str:
    """Returns the words of a Markdown text on one line."""
    return " ".join(" ".join(paragraphs_of(markdown)).split())


def paragraphs_of(markdown: str) -> tuple[str, ...]:
    """Returns the words of a Markdown text, line by line: no code, no addresses, no marks."""
    text = _CODE.sub("", markdown)
    text = _IMAGE.sub("", text)
    text = _LINK.sub(lambda match: match[1], text)
    text = _NOTE.sub(lambda match: match[0].partition(":")[2], text)
    text = _TAG.sub("", text)
    text = _EMPHASIS.sub(lambda match: match[2] or match[3], text)
    text = re.sub(r"\\([\\`*_\[\]{|}])", r"\1", _MARKS.sub("", text))
    return tuple(line.strip() for line in text.split("\n") if line.strip())
