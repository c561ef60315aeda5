"""Links, images, notes and marks within the lines of a post."""

from __future__ import annotations

import re
from collections import Counter

from sfwgen.content.text import without_invisible
from sfwgen.posts.code import Shield
from sfwgen.posts.document import Engine
from sfwgen.posts.lines import Lines
from sfwgen.posts.targets import Targets
from sfwgen.posts.telling import Teller

_URL = (
    r"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)|(?P<spaced>[^()<>\n\"']+?))"
)
_ADDRESS = rf"\(\s*{_URL}(?:\s+(?P<title>\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?\s*\)"
_IMAGE = re.compile(rf"!\[(?P<alt>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]{_ADDRESS}(?P<marks>\{{[^{{}}\n]*\}})?")
_LINK = re.compile(rf"(?<![!\\])\[(?P<text>(?:\\.|[^\[\]\\]|!?\[[^\[\]]*\])*)\]{_ADDRESS}")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?!\^)(?P<label>[^\[\]\n]+)\]:[ \t]*<?(?P<url>[^\s<>]+)>?"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$",
    re.MULTILINE,
)
_REFERENCE = re.compile(
    r"(?<!\\)(?P<text>!?\[(?!\^)(?P<words>[^\[\]\n]+)\])(?:\[(?P<label>[^\[\]\n]*)\])?(?![(:\[])"
)
_NOTE = re.compile(
    r"^[ ]{0,3}\[\^(?P<label>[^\]\s]+)\]:(?P<text>[^\n]*(?:\n(?:[ ]{2,}|\t)[^\n]+)*)", re.MULTILINE
)
_NOTE_MARK = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\s]+)\](?!:)")
_STRUCK = re.compile(r"(?<![\\~])~~(?=\S)((?:(?!\n[ \t]*\n).){1,2000}?)(?<=\S)~~(?!~)", re.DOTALL)
_BARE = re.compile(
    r"(?<![\w<(\[\"'=/\]])(https?://[^\s<>()\[\]\"'，。；：、！？（）《》“”\ue000|*]+[^\s<>()\[\]\"'，。；：、！？（）《》“”\ue000|*.,;:!?])"
)
_EMOJI = re.compile(r"(?<![\w:]):([a-z0-9_+-]{2,40}):(?![\w:])")
_BLOCK_MATH = re.compile(
    r"(?<![\\$])\$\$(.{1,5000}?)\$\$|\\\\\[(.{1,5000}?)\\\\\]|\\\[(.{1,5000}?)\\\]", re.DOTALL
)
_INLINE_MATH = re.compile(
    r"\\\\\((.{1,2000}?)\\\\\)|\\\((.{1,2000}?)\\\)|(?<![\\$A-Za-z0-9])\$(?=[^\s$])([^$\n]{1,300}?)(?<=[^\s\\])\$(?![A-Za-z0-9$])",
    re.DOTALL,
)
_LOOKS_LIKE_MATH = re.compile(r"[\\^_={}]")
_SLOT = re.compile(r"(?<!\\)(?:\{(?=[=~])|~(?=\}))")
_BREAK = re.compile(r"(?<=\S)\\$(?=\n\S)", re.MULTILINE)
_ATTRIBUTES = re.compile(r"(?<=[\w)\]*`])\{:?[ ]*[.#][\w-][^{}\n]*\}")
_TOC = re.compile(
    r"^[ \t]*(?:\[TOC\]|\[\[toc\]\]|@\[toc\](?:\([^()]*\))?)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_PICTURES = dict(
    pair.split("=")
    for pair in (
        "smile=😄 smiley=😃 grin=😁 laughing=😆 heart=❤️ +1=👍 thumbsup=👍 -1=👎 tada=🎉 rocket=🚀 warning=⚠️ "
        "white_check_mark=✅ heavy_check_mark=✔️ x=❌ bulb=💡 memo=📝 star=⭐ fire=🔥 eyes=👀 clap=👏 "
        "pray=🙏 ok_hand=👌 muscle=💪 house=🏠 phone=☎️ email=📧 calendar=📅 pushpin=📌 point_right=👉 "
        "information_source=ℹ️ question=❓ exclamation=❗ bus=🚌 construction=🚧 droplet=💧"
    ).split()
)


class Inline:
    """Takes what stands within the lines of one text."""

    def __init__(self, targets: Targets, shield: Shield, teller: Teller, alt: str) -> None:
        self._targets = targets
        self._shield = shield
        self._teller = teller
        self._alt = alt

    def take(self, lines: Lines, engine: Engine) -> Lines:
        """Returns a text whose links lead somewhere and whose images stand beside it; all else is told."""
        lines = self._references(lines)
        lines = lines.sub(_IMAGE, self._image)
        lines = lines.sub(_LINK, self._link)
        lines = lines.sub(_BARE, lambda match, _: self._shield.inline(f"<{match[1]}>"))
        lines = self._notes(lines)
        lines = lines.sub(
            _ATTRIBUTES, lambda match, line: self._lost("post-format-lost", line, text=match[0])
        )
        lines = lines.sub(_TOC, lambda match, line: self._lost("post-tag-lost", line, tag=match[0].strip()))
        lines = lines.sub(_STRUCK, lambda match, _: f"<del>{match[1]}</del>")
        lines = lines.sub(_EMOJI, self._emoji)
        lines = lines.sub(_BREAK, lambda *_: "  ") if engine is Engine.HUGO else lines
        return lines.sub(_SLOT, lambda match, _: f"\\{match[0]}" if match[0] == "{" else "&#126;")

    def mathematics(self, lines: Lines, *, certain: bool) -> Lines:
        """Returns a text with its formulas set aside as code; `certain` says that `$` marks them."""
        lines = lines.sub(_BLOCK_MATH, lambda match, line: self._formula(match, line, block=True))
        return lines.sub(
            _INLINE_MATH,
            lambda match, line: (
                self._formula(match, line, block=False)
                if certain or not match[3] or _LOOKS_LIKE_MATH.search(match[3])
                else match[0]
            ),
        )

    def _formula(self, match: re.Match[str], line: int, *, block: bool) -> str:
        formula = next(filter(None, match.groups()), "").strip()
        self._teller.tell("post-equation-kept", line, text=formula)
        if block:
            return f"\n\n{self._shield.block(formula, 'tex', line)}\n\n"
        return self._shield.inline(f"`{formula}`")

    def _lost(self, code: str, line: int, /, **words: str) -> str:
        self._teller.tell(code, line, **words)
        return ""

    def _references(self, lines: Lines) -> Lines:
        found = {match["label"].casefold(): match["url"] for match in _DEFINITION.finditer(lines.text)}
        if not found:
            return lines
        lines = lines.sub(_DEFINITION, lambda *_: "")
        return lines.sub(_REFERENCE, lambda match, _: self._reference(match, found))

    def _reference(self, match: re.Match[str], found: dict[str, str]) -> str:
        url = found.get((match["label"] or match["words"]).casefold())
        return match[0] if url is None else f"{match['text']}(<{url}>)"

    def _image(self, match: re.Match[str], line: int) -> str:
        target = _target_of(match)
        alt = " ".join(match["alt"].split())
        for lost in filter(None, (match["marks"], match["title"])):
            self._teller.tell("post-format-lost", line, text=lost)
        if name := self._targets.picture(target):
            return self._shield.inline(f"![{alt or self._alt}]({name})")
        shown = _shown(target)
        if self._targets.is_outside(target) and (url := self._targets.link(target.removesuffix(" "))):
            self._teller.tell("post-image-outside", line, target=shown)
            return self._shield.inline(f"[{alt or url}]({url})")
        self._teller.tell("post-image-lost", line, target=f"{alt} {shown}".strip())
        return alt

    def _link(self, match: re.Match[str], line: int) -> str:
        target = _target_of(match)
        text = match["text"].strip() or self._targets.title(target)
        if match["title"]:
            self._teller.tell("post-format-lost", line, text=match["title"])
        if not text:
            if target:
                self._teller.tell("post-link-lost", line, target=_shown(target))
            return ""
        url = self._targets.link(target)
        if url is None:
            lost = "post-file-left" if self._targets.is_file(target) else "post-link-lost"
            self._teller.tell(lost, line, target=_shown(target))
            return text
        if self._targets.loses_anchor(target):
            self._teller.tell("post-link-lost", line, target=_shown(target))
        return f"[{text}]{self._shield.inline(f'({url})')}"

    def _notes(self, lines: Lines) -> Lines:
        """Notes that have a mark and a text; of two of one name the first counts."""
        texts = Counter(match["label"] for match in _NOTE.finditer(lines.text) if match["text"].strip())
        marks = Counter(match["label"] for match in _NOTE_MARK.finditer(lines.text))
        seen = Counter[str]()

        def note(match: re.Match[str], line: int) -> str:
            label = match["label"]
            seen[label] += 1
            if label in marks and match["text"].strip() and seen[label] == 1:
                return re.sub(r"\n[ \t]+", "\n    ", match[0].lstrip(" "))
            return self._lost("post-note-lost", line, text=f"[^{label}]: {match['text']}")

        def mark(match: re.Match[str], line: int) -> str:
            label = match["label"]
            return match[0] if label in texts else self._lost("post-note-lost", line, text=match[0])

        return lines.sub(_NOTE, note).sub(_NOTE_MARK, mark)

    def _emoji(self, match: re.Match[str], line: int) -> str:
        if match[1] in _PICTURES:
            return _PICTURES[match[1]]
        if re.search(r"[a-z]", match[1]):
            self._teller.tell("post-format-lost", line, text=match[0])
        return match[0]


def without_odd_characters(lines: Lines, teller: Teller) -> Lines:
    """Returns a text without characters that no document may hold; each is told, once for a line."""
    pattern = re.compile(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\uffff]|[\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
    )

    def lose(match: re.Match[str], line: int) -> str:
        teller.tell("post-character-lost", line, character=f"U+{ord(match[0]):04X}")
        return ""

    plain = lines.sub(pattern, lose)
    return Lines(without_invisible(plain.text), plain.numbers)


def _target_of(match: re.Match[str]) -> str:
    return next((each for each in (match["angled"], match["bare"], match["spaced"]) if each), "").strip()


def _shown(target: str) -> str:
    return re.sub(r"^sfw-(?:post|asset):", "", target)
