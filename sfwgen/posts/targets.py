"""What the addresses in a post lead to: other posts, files that can be copied, places outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote, urlsplit

from sfwgen.content.markdown.anchors import make_anchor
from sfwgen.content.markdown.links import Address, resolve_link
from sfwgen.diagnostics import Location
from sfwgen.posts.document import Post, Settings, Text, Tree
from sfwgen.posts.tags import ASSET, POST

_PICTURE = re.compile(r".+\.(?:jpe?g|png|webp|gif)", re.IGNORECASE)
_HEADING = re.compile(
    r"^[ ]{0,3}#{1,6}[ \t]+(?P<text>.+?)[ \t]*#*[ \t]*$|^(?P<under>[^\s#>|-].*)\n[ ]{0,3}(?:=+|-{2,})[ \t]*$",
    re.MULTILINE,
)
_ID = re.compile(r"[ \t]*\{[ ]*(?:#(?P<id>[^\s{}]+))?[^{}]*\}[ \t]*$")
_MARKS = re.compile(r"[`*_~]|!?\[([^\[\]]*)\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Places:
    """Where every post of a folder is to be found, by each of the ways in which one is referred to."""

    tree: Tree
    settings: Settings
    by_path: Mapping[str, Post]
    by_name: Mapping[str, Post | None]
    by_address: Mapping[str, Post]
    anchors: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def make_places(tree: Tree, settings: Settings, posts: list[Post], addresses: Mapping[str, Post]) -> Places:
    """Returns where posts are found; `addresses` are those that they had."""
    by_name: dict[str, Post | None] = {}
    by_path: dict[str, Post] = {}
    anchors: dict[str, Mapping[str, str]] = {}
    for post in posts:
        for text in post.texts:
            by_path[text.path] = post
            for name in {text.name, post.slug, text.header.text("slug")} - {""}:
                # A name that two posts have leads to neither.
                by_name[name.lower()] = post if by_name.get(name.lower(), post) is post else None
            anchors[text.path] = _anchors(text.body)
    return Places(tree, settings, by_path, by_name, addresses, anchors)


def _anchors(body: str) -> dict[str, str]:
    """The anchors that the generators give to the headings of a text, with those that they have here."""
    taken: dict[str, int] = {}
    found: dict[str, str] = {}
    for match in _HEADING.finditer(body):
        written = match["text"] or match["under"]
        marks = _ID.search(written)
        words = _MARKS.sub(lambda each: each[1] or "", written[: marks.start()] if marks else written)
        anchor = make_anchor(words, taken)
        own = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        for name in (marks["id"] if marks else None, own, words.strip().replace(" ", "-"), anchor):
            if name:
                found.setdefault(name, anchor)
    return found


class Targets:
    """Finds what the addresses of one text lead to; the pictures to be copied are collected by new name."""

    def __init__(self, places: Places, text: Text, pictures: dict[str, str]) -> None:
        self._places = places
        self._text = text
        self.pictures = pictures

    def post_of(self, target: str) -> Post | None:
        """Returns the post that an address leads to."""
        path = unquote(target).partition("#")[0].partition("?")[0]
        if path.startswith(POST):
            return self._named(path.removeprefix(POST))
        site = self._own(path)
        if site is not None:
            found = (self._places.by_address.get(_address(each)) for each in (site, self._without_code(site)))
            return next(filter(None, found), None) or self._by_file(site.strip("/"))
        return self._by_file(path) if path else None

    def link(self, target: str) -> str | None:
        """Returns the address as a story writes it, or None where it leads to nothing that the site has."""
        if target.startswith("#"):
            anchor = self._places.anchors[self._text.path].get(unquote(target[1:]))
            return f"#{anchor}" if anchor else None
        post = self.post_of(target)
        if post is not None:
            found = self._anchor(post, unquote(target.partition("#")[2]))
            own = post.paths == self._here().paths
            place = "" if own else f"../{post.slug}/index.{self._text.language}.md"
            return place + (f"#{found}" if found else "") or None
        if self._own(target) is not None:
            return None
        resolved = resolve_link(target, "content/stories/x", Location(""))
        return resolved.url if isinstance(resolved, Address) and ":" in resolved.url else None

    def loses_anchor(self, target: str) -> bool:
        """Returns whether an address leads to a place of a post that is not to be found there."""
        fragment, post = unquote(target.partition("#")[2]), self.post_of(target)
        return bool(fragment) and post is not None and not self._anchor(post, fragment)

    def title(self, target: str) -> str:
        """Returns the title of the post that an address leads to, empty where it leads to none."""
        post = self.post_of(target)
        texts = (
            []
            if post is None
            else [*(each for each in post.texts if each.language == self._text.language), *post.texts]
        )
        return next((title for each in texts if (title := each.header.text("title"))), "")

    def picture(self, target: str) -> str | None:
        """Returns the new name of an image of the folder, to be copied beside the story, or None."""
        path = self._file(target)
        if path is None or not _PICTURE.fullmatch(path):
            return None
        known = {old: new for new, old in self.pictures.items()}
        if path not in known:
            known[path] = self._free(basename(path))
            self.pictures[known[path]] = path
        return known[path]

    def is_outside(self, target: str) -> bool:
        """Returns whether an address leads to another site."""
        return re.match(r"(?:https?:)?//", target) is not None and self._own(target) is None

    def is_file(self, target: str) -> bool:
        """Returns whether an address leads to a file of the folder."""
        return self._file(target) is not None

    def _free(self, name: str) -> str:
        stem, _, ending = re.sub(r"[\s\\/:*?\"<>|#%]+", "-", name).rpartition(".")
        names = (
            f"{stem}{f'-{number}' if number > 1 else ''}.{ending.lower()}" for number in range(1, 10_000)
        )
        taken = {each.lower() for each in self.pictures}
        return next(each for each in names if each.lower() not in taken)

    def _here(self) -> Post:
        return self._places.by_path[self._text.path]

    def _own(self, target: str) -> str | None:
        """The path on the old site, where an address is one of it."""
        if target.startswith("/") and not target.startswith("//"):
            return target
        try:
            own = urlsplit(self._places.settings.url)
            found = urlsplit(target) if re.match(r"(?:https?:)?//", target) else None
        except ValueError:  # No address at all, such as http://[x.
            return None
        if found is None or not own.hostname or found.hostname != own.hostname:
            return None
        base = own.path.rstrip("/")
        return found.path.removeprefix(base) or "/" if found.path.startswith(base) else None

    def _without_code(self, path: str) -> str:
        first, _, rest = path.strip("/").partition("/")
        codes = {*self._places.settings.languages, self._text.language}
        return rest if first.lower() in codes else path

    def _anchor(self, post: Post, fragment: str) -> str:
        if not fragment:
            return ""
        texts = [*(each for each in post.texts if each.language == self._text.language), *post.texts]
        return next((found for each in texts if (found := self._places.anchors[each.path].get(fragment))), "")

    def _named(self, name: str) -> Post | None:
        if not name.partition("#")[0]:
            return self._here()
        plain = re.sub(r"(?:\.[A-Za-z]{2}(?:[-_][A-Za-z]+)?)?\.(?:md|markdown)$", "", name.strip("/"))
        return (
            self._by_file(name.strip("/"))
            or self._places.by_address.get(_address(f"/{plain}"))
            or self._places.by_name.get(basename(plain.removesuffix("/index")).lower())
        )

    def _by_file(self, path: str) -> Post | None:
        bare = path.rstrip("/")
        tops = (dirname(self._text.path), self._text.folder, self._places.settings.content)
        for place in (normpath(join(top, bare.lstrip("/"))) for top in tops if bare):
            for each in _documents(place):
                if each in self._places.by_path:
                    return self._places.by_path[each]
        return None

    def _file(self, target: str) -> str | None:
        asset = target.startswith(ASSET)
        path = unquote(target.removeprefix(ASSET)).partition("?")[0].partition("#")[0]
        own = None if asset else self._own(path)
        for place in self._candidates(own, path):
            if place in self._places.tree.others:
                return place
        return None

    def _candidates(self, own: str | None, path: str) -> Iterator[str]:
        tree_tops = ("static", "assets", "source", "content", "")
        if own is not None:
            yield from (normpath(join(top, own.lstrip("/"))) for top in tree_tops)
        elif path and not re.match(r"[a-z][a-z0-9+.-]*:|//", path, re.IGNORECASE):
            here = dirname(self._text.path)
            yield from (
                normpath(join(top, path)) for top in (self._text.folder, here, dirname(self._text.folder))
            )
            # Relative addresses are those of the finished page, which lies one folder deeper than its source.
            yield from (
                normpath(join(here, self._text.name, path)),
                normpath(join(here, path.removeprefix("../"))),
            )
            yield from (normpath(join(top, re.sub(r"^(?:\.\./)+", "", path))) for top in tree_tops)


def _documents(place: str) -> Iterator[str]:
    yield place
    yield from (f"{place}{ending}" for ending in (".md", ".markdown", "/index.md"))
    yield from (
        f"{place}{middle}.md" for middle in (".zh", ".zh-cn", ".en", "/index.zh", "/index.zh-cn", "/index.en")
    )


def _address(path: str) -> str:
    """An address in the one form that all are compared in."""
    plain = unquote(path).strip("/").lower()
    return plain.removesuffix("index.html").removesuffix(".html").strip("/")


def addresses_of(paths: list[str]) -> Iterator[str]:
    """Yields addresses as `Places.by_address` holds them."""
    yield from map(_address, paths)
