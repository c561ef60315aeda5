"""A second opinion on a built site: reads its pages with the standard library alone, none of sfwgen's own readers."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

# The element's attribute by which a page fetches something as soon as it is opened.
_FETCHES = {
    **dict.fromkeys(
        ("img", "script", "iframe", "embed", "source", "audio", "video", "track", "input"), "src"
    ),
    "object": "data",
    "image": "href",
}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_FETCHING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
_TIED = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")


@dataclass(slots=True)
class Page:
    """What a page holds, as far as these tests ask. `links` are all that a reader can follow."""

    path: str
    lang: str = ""
    kind: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    switches: dict[str, str] = field(default_factory=dict)
    fetched: list[str] = field(default_factory=list)
    tied: list[str] = field(default_factory=list)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    feeds: list[str] = field(default_factory=list)
    canonical: str = ""
    refresh: str = ""
    policy: list[str] = field(default_factory=list)
    indexed: bool = True
    values: list[str] = field(default_factory=list)
    text: str = ""
    text_by_id: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.page = Page(path)
        self.open: list[tuple[str, str]] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self.open.append((tag, told.get("id", "")))
        self.unread += tag in ("script", "style")
        if "id" in told:
            self.page.ids.append(told["id"])
        self.page.tied += [word for name in _TIED for word in told.get(name, "").split()]
        self._read_address(tag, told)
        match tag:
            case "html":
                self.page.lang = told.get("lang", "")
            case "body":
                self.page.kind = told.get("class", "").removeprefix("kind-")
            case "meta":
                self._read_meta(told)
            case "data":
                self.page.values.append(told["value"])
            case "br" | "p" | "td" | "th" | "li" | "dt" | "dd" | "h1" | "h2" | "h3" | "div":
                self.handle_data(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or tag not in (name for name, _ in self.open):
            return
        while self.open.pop()[0] != tag:
            pass
        self.unread -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if self.unread:
            return
        self.page.text += data
        for _, id_ in self.open:
            if id_:
                self.page.text_by_id[id_] = self.page.text_by_id.get(id_, "") + data

    def _read_address(self, tag: str, told: Mapping[str, str]) -> None:
        page = self.page
        if tag in ("a", "area") and "href" in told:
            page.links.append(told["href"])
            if "hreflang" in told:
                page.switches[told["hreflang"]] = told["href"]
        elif tag in _FETCHES and _FETCHES[tag] in told:
            page.fetched.append(told[_FETCHES[tag]])
        elif tag == "use":
            page.fetched.append(told.get("href") or told["xlink:href"])
        elif tag == "link":
            self._read_link(told)
        page.fetched += [part.split()[0] for part in told.get("srcset", "").split(",") if part.strip()]

    def _read_link(self, told: Mapping[str, str]) -> None:
        kinds = set(told.get("rel", "").split())
        if kinds & _FETCHING_LINKS:
            self.page.fetched.append(told["href"])
        elif "canonical" in kinds:
            self.page.canonical = told["href"]
        elif "hreflang" in told:
            self.page.alternates.append((told["hreflang"], told["href"]))
        else:
            self.page.feeds.append(told["href"])

    def _read_meta(self, told: Mapping[str, str]) -> None:
        content = told.get("content", "")
        if told.get("http-equiv", "").lower() == "content-security-policy":
            self.page.policy.append(content)
        elif told.get("http-equiv", "").lower() == "refresh":
            self.page.refresh = content.partition("url=")[2]
        elif told.get("name") == "robots":
            self.page.indexed = "noindex" not in content


def read_page(path: str, html: str) -> Page:
    """Returns what a page holds."""
    reader = _Reader(path)
    reader.feed(html)
    reader.close()
    return reader.page


def squeezed(text: str) -> str:
    """Returns a text as it is read: every run of spaces is one."""
    return re.sub(r"[ \t\n\u00a0]+", " ", text).strip()


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """The files of a site and the address that it is made for."""

    url: str
    files: Mapping[str, bytes]
    pages: Mapping[str, Page]

    def target(self, page: str, address: str) -> str | None:
        """Returns the path, and the place in it, that an address on a page leads to; None for other hosts."""
        url = urljoin(self.url + page, address)
        if not url.startswith(self.url):
            return None
        path, _, fragment = unquote(url.removeprefix(self.url)).partition("#")
        path = posixpath.join(path, "index.html") if path == "" or path.endswith("/") else path
        return f"{path}#{fragment}" if fragment else path

    def has(self, target: str) -> bool:
        """Returns whether there is such a file, and such a place in it."""
        path, _, fragment = target.partition("#")
        if not fragment:
            return path in self.files
        return path in self.pages and fragment in self.pages[path].ids


def make_site(url: str, files: Mapping[str, bytes]) -> BuiltSite:
    """Returns the site that these files are."""
    pages = {path: read_page(path, data.decode()) for path, data in files.items() if path.endswith(".html")}
    return BuiltSite(url, files, pages)


def find_broken(site: BuiltSite) -> Iterator[str]:
    """Yields everything on a page that leads, or is fetched from, where there is nothing."""
    for page in site.pages.values():
        named = [each for _, each in page.alternates] + [page.canonical, page.refresh, *page.feeds]
        for address in (*page.links, *page.fetched, *filter(None, named)):
            if address.startswith("data:image/"):
                continue
            target = site.target(page.path, address)
            if target is not None and not site.has(target):
                yield f"{page.path} -> {address}"
        yield from (f"{page.path} has #{id_} twice" for id_ in sorted({*page.ids}) if page.ids.count(id_) > 1)
        yield from (f"{page.path} has no #{id_}" for id_ in page.tied if id_ not in page.ids)


def find_foreign(site: BuiltSite) -> Iterator[str]:
    """Yields every address of another host on a page, fetched ones first."""
    for page in site.pages.values():
        for name, addresses in (("fetches", page.fetched), ("links to", page.links)):
            for address in addresses:
                if site.target(page.path, address) is None and urlsplit(address).scheme != "data":
                    yield f"{page.path} {name} {address}"


def find_unmatched(site: BuiltSite) -> Iterator[str]:
    """Yields every page whose language versions do not name each other."""
    for page in site.pages.values():
        versions = dict(page.alternates)
        if not page.indexed:
            yield from (f"{page.path} is hidden and names {tag}" for tag in versions)
            continue
        if len(versions) != len(page.alternates) or "x-default" not in versions:
            yield f"{page.path} names {page.alternates}"
        for tag, address in versions.items():
            target = site.target("", address) or ""
            other = site.pages.get(target)
            if other is None or dict(other.alternates) != versions or not other.indexed:
                yield f"{page.path} -> {tag} {address}"
            elif tag != "x-default" and other.lang != tag:
                yield f"{page.path} -> {tag} {address} is in {other.lang}"
        if site.target("", versions.get(page.lang, "")) != page.path:
            yield f"{page.path} is not its own version in {page.lang}"
