"""Shortcodes of Hugo and tags of Hexo: those that mean something here become it, all others are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sfwgen.content.nodes import Plain
from sfwgen.posts.code import Shield
from sfwgen.posts.document import Engine, Header
from sfwgen.posts.lines import Lines
from sfwgen.posts.telling import Teller

POST, ASSET = "sfw-post:", "sfw-asset:"
"""What a link to a post by its name, or to a file beside the post, begins with until it is resolved."""

_SHORTCODE = re.compile(
    r"\{\{(?P<mark>[<%])\s*(?P<end>/\s*)?(?P<name>[\w./-]+?)(?P<args>(?:\s(?:\"(?:\\.|[^\"\\]){0,2000}\"|`[^`]{0,2000}`|[^\"`]){0,600}?)?)\s*/?\s*[>%]\}\}"
)
_ESCAPED = re.compile(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}", re.DOTALL)
_QUOTE = re.compile(
    r"\{%-?\s*(?P<name>blockquote|quote|pullquote|centerquote|cq)\b(?P<args>[^\n%]*?)-?%\}(?P<text>.{0,50000}?)"
    r"\{%-?\s*end(?P=name)\s*-?%\}",
    re.DOTALL,
)
_QUOTE_OPEN = re.compile(r"\{%-?\s*(?:blockquote|quote|pullquote|centerquote|cq)\b")
_TAG = re.compile(r"\{%-?\s*(?P<name>\w+)(?P<args>(?:[^%]|%(?!\})){0,4000}?)\s*-?%\}")
_VARIABLE = re.compile(r"\{\{[^\n{}]*\}\}")
_NOTE = re.compile(r"\{#.*?#\}", re.DOTALL)
_ARGUMENT = re.compile(
    r"(?:(?P<key>[\w-]+)\s*=\s*)?(?:\"(?P<double>(?:\\.|[^\"\\])*)\"|`(?P<raw>[^`]*)`|'(?P<single>[^']*)'|(?P<bare>[^\s\"`]+))"
)
_EMBEDS = {
    "youtube": "https://www.youtube.com/watch?v={0}",
    "vimeo": "https://vimeo.com/{0}",
    "bilibili": "https://www.bilibili.com/video/{0}",
    "gist": "https://gist.github.com/{0}",
    "tweet": "https://twitter.com/i/status/{0}",
    "instagram": "https://www.instagram.com/p/{0}/",
    "jsfiddle": "https://jsfiddle.net/{0}/",
    "iframe": "{0}",
}


class Tags:
    """Takes the tags of a text, of one generator."""

    def __init__(self, engine: Engine, header: Header, shield: Shield, teller: Teller) -> None:
        self._engine = engine
        self._header = header
        self._shield = shield
        self._teller = teller

    def take(self, lines: Lines) -> Lines:
        """Returns a text without tags; what they stood for is in it as Markdown as far as that can be."""
        if self._engine is Engine.HUGO:
            lines = lines.sub(_ESCAPED, lambda match, _: self._literal(match))
            return lines.sub(_SHORTCODE, self._shortcode)
        lines = lines.sub(
            _NOTE, lambda match, line: self._lose("post-comment-lost", line, text=match[0][2:-2])
        )
        for _ in range(3):  # Quotes in quotes.
            lines = lines.sub_pairs(_QUOTE, _QUOTE_OPEN, self._quote)
        lines = lines.sub(_TAG, self._tag)
        return lines.sub(_VARIABLE, lambda match, line: self._lose("post-tag-lost", line, tag=match[0]))

    def _literal(self, match: re.Match[str]) -> str:
        return self._shield.inline(f"{{{{{match[1].replace('<', '&lt;')}{match[2]}{match[3]}}}}}")

    def _lose(self, code: str, line: int, /, **words: str) -> str:
        self._teller.tell(code, line, **words)
        return ""

    def _shortcode(self, match: re.Match[str], line: int) -> str:
        if match["end"]:
            return ""
        name = match["name"].lower()
        named, listed = arguments(match["args"])
        if name in ("ref", "relref"):
            return POST + (named.get("path") or (listed or [""])[0]).replace(" ", "%20")
        if name in ("figure", "img", "image"):
            return self._figure(named, listed)
        if name == "param":
            return self._param(listed, match[0], line)
        if name == "details":
            return self._details(named, listed, line)
        return self._embed(name, named, listed, match[0], line)

    def _figure(self, named: Mapping[str, str], listed: list[str]) -> str:
        source = named.get("src") or (listed or [""])[0]
        words = [each for each in (named.get("title"), named.get("caption"), named.get("attr")) if each]
        alt = named.get("alt") or named.get("caption") or named.get("title") or ""
        told = f"\n\n{' · '.join(words)}" if words else ""
        link = f"\n\n<{named['link']}>" if named.get("link", "").startswith("http") else ""
        return f"\n\n{image(alt, source)}{told}{link}\n\n"

    def _param(self, listed: list[str], tag: str, line: int) -> str:
        keys = (listed or [""])[0].split(".")
        fields = self._header.fields
        own = fields.get("params")
        for places in (fields, own if isinstance(own, dict) else {}):
            if value := _deep(dict(places), keys):
                return value
        return self._lose("post-tag-lost", line, tag=tag)

    def _details(self, named: Mapping[str, str], listed: list[str], line: int) -> str:
        words = named.get("summary") or named.get("title") or " ".join(listed)
        self._teller.tell("post-format-lost", line, text=f"details {words}")
        return f"\n\n**{words}**\n\n" if words else "\n\n"

    def _embed(self, name: str, named: Mapping[str, str], listed: list[str], tag: str, line: int) -> str:
        pattern = _EMBEDS.get({"x": "tweet", "twitter": "tweet"}.get(name, name))
        id_ = (
            named.get("id")
            or named.get("src")
            or ("/".join(listed[:2]) if name == "gist" else (listed or [""])[0])
        )
        if pattern is None or not id_:
            return self._lose("post-tag-lost", line, tag=tag)
        url = f"https:{id_}" if name == "iframe" and id_.startswith("//") else pattern.format(id_)
        if not re.fullmatch(r"https?://[^\s<>\"]+", url):
            return self._lose("post-tag-lost", line, tag=tag)
        self._teller.tell("post-embed-linked", line, tag=tag, target=url)
        return f"<{url}>"

    def _quote(self, match: re.Match[str], _: int) -> str:
        text = "\n".join(f"> {each}".rstrip() for each in match["text"].strip().split("\n"))
        words = " ".join(match["args"].split())
        if match["name"] not in ("blockquote", "quote"):
            words = ""
        url = re.search(r"https?://\S+", words)
        said = f"<{url[0]}>".join(words.split(url[0], 1)) if url else words
        return f"\n\n{text}{f'{chr(10)}>{chr(10)}> —— {said}' if said else ''}\n\n"

    def _tag(self, match: re.Match[str], line: int) -> str:
        name = match["name"]
        if name.startswith("end"):
            return ""
        named, listed = arguments(match["args"])
        take: Callable[[list[str]], str] | None = {
            "img": _img,
            "asset_img": lambda words: image(" ".join(words[1:]), ASSET + words[0]),
            "asset_path": lambda words: ASSET + words[0],
            "asset_link": lambda words: f"[{' '.join(words[1:]) or words[0]}]({ASSET}{words[0]})",
            "post_path": lambda words: POST + words[0],
            "post_link": lambda words: f"[{' '.join(_titled(words))}]({POST}{words[0]})",
            "link": _link,
        }.get(name)
        if take is None or not listed:
            return self._embed(name, named, listed, match[0], line)
        return take(listed)


def _deep(value: Plain, keys: list[str]) -> str:
    """The text that lies under these keys, in any case; empty where there is none."""
    for key in keys:
        named = {name.lower(): each for name, each in value.items()} if isinstance(value, dict) else {}
        value = named.get(key.lower())
    return value if isinstance(value, str) else ""


def _titled(words: list[str]) -> list[str]:
    return [word for word in words[1:] if word not in ("true", "false")]


def _link(words: list[str]) -> str:
    at = next((number for number, word in enumerate(words) if re.match(r"https?://|/", word)), 0)
    return f"[{' '.join(words[:at]) or words[at]}]({words[at]})"


def _img(words: list[str]) -> str:
    at = next((number for number, word in enumerate(words) if re.search(r"[./]", word)), 0)
    rest = [word for word in words[at + 1 :] if not re.fullmatch(r"\d+(?:px|%)?|auto", word)]
    return image(rest[-1] if rest else "", words[at])


def image(alt: str, source: str) -> str:
    """Returns the Markdown of an image; its address may hold spaces."""
    plain = re.sub(r"[\[\]]", "", alt)
    return f"![{plain}](<{source}>)"


def arguments(text: str) -> tuple[dict[str, str], list[str]]:
    """Returns the arguments of a tag: those with names, and the others in their order."""
    named: dict[str, str] = {}
    listed: list[str] = []
    for match in _ARGUMENT.finditer(text):
        values = (match["double"], match["raw"], match["single"], match["bare"])
        value = next((each for each in values if each is not None), "")
        value = re.sub(r"\\(.)", r"\1", value) if match["double"] is not None else value
        if match["key"] and not (match["bare"] is not None and "://" in match[0]):
            named[match["key"].lower()] = value
        else:
            listed.append(value)
    return named, listed
