"""Code in a post, set aside while the text around it is converted: nothing in it means anything."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from sfwgen.posts.document import Engine
from sfwgen.posts.lines import Lines, join_pairs
from sfwgen.posts.telling import Teller

BLOCK = re.compile("^(?P<lead>[ \t>]*)\ue000(?P<number>[0-9]+)\ue002$", re.MULTILINE)
"""A block of code that is set aside, alone on its line."""

_INLINE = re.compile("\ue000([0-9]+)\ue001")
_FENCE = re.compile(
    r"^(?P<lead>(?:[ ]{0,3}>[ ]?)*[ \t]*)(?P<ticks>`{3,}|~{3,})(?P<info>[^\n]*)\n"
    r"(?P<code>(?:[^\n]*(?:\n|\Z))*?)(?:(?:[ ]{0,3}>[ ]?)*[ \t]*(?P=ticks)[`~]*[ \t]*$|\Z)",
    re.MULTILINE,
)
_TAGS = re.compile(
    r"\{%-?\s*(?P<tag>codeblock|code|raw)\b(?P<args>[^\n%]*?)-?%\}\n?(?P<code>.{0,50000}?)\{%-?\s*end(?P=tag)\s*-?%\}",
    re.DOTALL,
)
_HIGHLIGHT = re.compile(
    r"\{\{[<%]\s*highlight\b(?P<args>[^\n>%]*?)[>%]\}\}\n?(?P<code>.{0,50000}?)\{\{[<%]\s*/\s*highlight\s*[>%]\}\}",
    re.DOTALL,
)
_PRE = re.compile(r"<pre\b[^<>]*>(?P<code>.{0,50000}?)</pre\s*>", re.DOTALL | re.IGNORECASE)
_TAGS_OPEN = re.compile(r"\{%-?\s*(?:codeblock|code|raw)\b")
_HIGHLIGHT_OPEN = re.compile(r"\{\{[<%]\s*highlight\b")
_PRE_OPEN = re.compile("<pre", re.IGNORECASE)
_SPAN = re.compile(
    r"(?P<tag>\{\{[<%](?!/\*)(?:[^>%\n`]|`[^`]*`)*[>%]\}\})"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).){1,2000}?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL,
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_CONTAINER = re.compile(r" *(?:(?P<mark>(?:[-*+]|\d{1,9}[.)]) {1,4})(?=\S)|\[\^[^\]\s]+\]:|: )")
_LANGUAGE = re.compile(r"[\w.+#-]+")
_DIAGRAMS = frozenset("mermaid goat plantuml dot graphviz flow sequence flowchart kroki echarts".split())
_NUNJUCKS = re.compile(r"\{[{%#]|[}%#]\}")
_ESCAPED = re.compile(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}", re.DOTALL)


class Shield:
    """Keeps pieces of a text that no step may change."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._kept: list[str] = []

    def inline(self, text: str) -> str:
        """Returns what stands for a piece within a line."""
        self._kept.append(text)
        return f"\ue000{len(self._kept) - 1}\ue001"

    def block(self, code: str, info: str, line: int) -> str:
        """Returns what stands for a block of code, on its own line; of its marks the language is kept."""
        language = _LANGUAGE.match(info.strip())
        name = language[0].lower() if language else ""
        if name in _DIAGRAMS:
            self._teller.tell("post-diagram-kept", line, kind=name)
        if info.strip()[len(name) :].strip():
            self._teller.tell("post-format-lost", line, text=info.strip()[len(name) :].strip())
        self._kept.append(f"{name}\n{code.strip(chr(10))}")
        return f"\ue000{len(self._kept) - 1}\ue002"

    def set_aside(self, lines: Lines, engine: Engine, *, tags: bool) -> Lines:
        """Returns a text with what is code in it set aside; with `tags` those of the generator count too."""
        lines = lines.sub(_FENCE, lambda match, line: self._fence(match, line, engine))
        if tags and engine is Engine.HEXO:
            lines = lines.sub_pairs(_TAGS, _TAGS_OPEN, self._tag)
        if tags and engine is Engine.HUGO:
            lines = lines.sub_pairs(_HIGHLIGHT, _HIGHLIGHT_OPEN, self._highlight)
        lines = lines.sub(_SPAN, lambda match, _: match["tag"] or self.inline(_code(match[0], engine)))
        lines = lines.sub_pairs(_PRE, _PRE_OPEN, self._pre)
        return self._indented(lines)

    def restore(self, lines: Lines) -> Lines:
        """Returns the text with everything back in its place."""
        restored = lines.sub(BLOCK, lambda match, _: self._restored(match))
        for _ in range(3):  # Kept pieces may hold kept pieces.
            restored = restored.sub(_INLINE, lambda match, _: self._kept[int(match[1])])
        return restored

    def _fence(self, match: re.Match[str], line: int, engine: Engine) -> str:
        if match["ticks"][0] in match["info"] and match["ticks"][0] == "`":
            return match[0]
        quote = match["lead"].rstrip(" \t") if ">" in match["lead"] else ""
        indent = len(match["lead"].expandtabs(4)) if not quote else 0
        code = "\n".join(_unindented(each, quote, indent) for each in match["code"].split("\n"))
        lead = f"{quote} " if quote else match["lead"]
        return lead + self.block(_code(code, engine), match["info"], line)

    def _tag(self, match: re.Match[str], line: int) -> str:
        if match["tag"] == "raw":
            return _NUNJUCKS.sub(lambda found: self.inline(found[0]), match["code"])
        language = re.search(r"\blang:(\S+)", match["args"])
        rest = re.sub(r"\blang:\S+", "", match["args"]).strip()
        return (
            "\n\n" + self.block(match["code"], f"{language[1] if language else 'text'} {rest}", line) + "\n\n"
        )

    def _highlight(self, match: re.Match[str], line: int) -> str:
        return "\n\n" + self.block(match["code"], match["args"].replace('"', " "), line) + "\n\n"

    def _pre(self, match: re.Match[str], line: int) -> str:
        return f"\n\n{self.block(html.unescape(_TAG.sub('', match['code'])), '', line)}\n\n"

    def _indented(self, lines: Lines) -> Lines:
        if "\n    " not in lines.text and "\t" not in lines.text and lines.text[:4] != "    ":
            return lines
        pairs: list[tuple[str, int]] = []
        run: list[tuple[str, int]] = []
        blanks: list[tuple[str, int]] = []
        for pair, is_code in zip(lines.pairs(), _which_are_code(lines.text), strict=True):
            if is_code:
                run += [*blanks, pair]
                blanks = []
            elif run and not pair[0].strip():
                blanks.append(pair)
            else:
                pairs += [*self._run(run), *blanks, pair]
                run, blanks = [], []
        return join_pairs([*pairs, *self._run(run), *blanks])

    def _run(self, run: list[tuple[str, int]]) -> list[tuple[str, int]]:
        if not run:
            return []
        lead = re.match(r"[ \t]*", run[0][0])
        indent = len(lead[0].expandtabs(4)) if lead else 0
        code = "\n".join(_unindented(text, "", indent) for text, _ in run)
        return [(" " * (indent - 4) + self.block(code, "", run[0][1]), run[0][1])]

    def _restored(self, match: re.Match[str]) -> str:
        name, _, code = self._kept[int(match["number"])].partition("\n")
        code = self._inner(code)
        if not match["lead"].strip(" \t") and not match["lead"]:
            ticks = "`" * max(3, max((len(run) + 1 for run in re.findall("`{3,}", code)), default=3))
            return f"{ticks}{name}\n{code}\n{ticks}"
        # Within lists and quotes only code that is indented is seen as such.
        lead = match["lead"]
        above = [lead.rstrip(" ")] if ">" in lead else []
        return "\n".join((*above, *(f"{lead}    {each}".rstrip() for each in code.split("\n"))))

    def _inner(self, code: str) -> str:
        return _INLINE.sub(lambda match: self._kept[int(match[1])], code)


def _which_are_code(text: str) -> Iterator[bool]:
    """Yields for each line whether it is code by its indent: four spaces more than what it stands in."""
    within: list[int] = []
    blank, code = True, False
    for line in text.expandtabs(4).split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip():
            blank = True
            yield False
            continue
        item = _CONTAINER.match(line)
        while within and indent < within[-1] and (item or blank):
            within.pop()
        code = (blank or code) and indent >= (within[-1] if within else 0) + 4
        if item and not code:
            within.append(indent + (len(item["mark"]) if item["mark"] else 4))
        blank = False
        yield code


def _unindented(line: str, quote: str, indent: int) -> str:
    if quote:
        return re.sub(rf"^(?:[ ]{{0,3}}>[ ]?){{1,{quote.count('>')}}}", "", line)
    text = line.expandtabs(4)
    return text[min(indent, len(text) - len(text.lstrip(" "))) :]


def _code(text: str, engine: Engine) -> str:
    """Code as it is shown: Hugo's way to show a shortcode is taken back."""
    return _ESCAPED.sub(r"{{\1\2\3}}", text) if engine is Engine.HUGO else text
