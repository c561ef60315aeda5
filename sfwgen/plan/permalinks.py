"""The address of every page, and how one page leads to another. Addresses never change by themselves."""

from __future__ import annotations

from dataclasses import dataclass

_SINGLE = {
    "home": "index.html",
    "stories": "stories/index.html",
    "bulletins": "bulletins/index.html",
    "figures": "figures.html",
    "corrections": "corrections.html",
    "sitemap": "sitemap.html",
    "search": "search.html",
    "notfound": "404.html",
}
_NAMED = {
    "story": "stories/{}.html",
    "bulletin": "bulletins/{}.html",
    "line": "lines/{}.html",
    "place": "places/{}.html",
    "team": "teams/{}.html",
    "month": "months/{}.html",
    "counted": "figures/{}.html",
    "left-out": "figures/left-out/{}.html",
    "page": "{}.html",
}


@dataclass(frozen=True, slots=True)
class Permalinks:
    """The addresses of one site: those of the default language at its root, others below `<language>/`."""

    default: str
    url: str

    def path(self, kind: str, lang: str, name: str = "", part: int = 0) -> str:
        """Returns the path of a page below the site's root; `name` is its slug, id, number or month.

        `part` is the number of an older part of a list (`sfwgen.plan.paging`), 0 for its first page.
        """
        below = _SINGLE[kind] if kind in _SINGLE else _NAMED[kind].format(name)
        if part:
            below = f"{below.removesuffix('.html')}.p{part}.html"
        return f"{self.prefix(lang)}{below}"

    def prefix(self, lang: str) -> str:
        """Returns the folder of a language: empty for the default one, else ending in `/`."""
        return "" if lang == self.default else f"{lang}/"

    def absolute(self, path: str) -> str:
        """Returns the address of a path under the site's `url`; a home page goes by its folder."""
        folder, _, name = path.rpartition("/")
        return self.url + ((folder and f"{folder}/") if name == "index.html" else path)


def relative(source: str, target: str) -> str:
    """Returns the link from one page to another path of the site, which may carry `#fragment`."""
    path, mark, fragment = target.partition("#")
    if path == source and mark:
        return f"#{fragment}"
    here, there = source.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) + mark + fragment
