"""The HTML that a document may hold: allow-lists, applied by the sanitiser before and after our own work."""

from __future__ import annotations

from functools import cache

import nh3

from sfwgen.content.markdown.links import SCHEMES


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADINGS = _names("h2 h3 h4 h5 h6")

TAGS = _HEADINGS | _names(
    """
    a abbr b blockquote br cite code dd del div dl dt em hr i img ins kbd li mark ol p pre q rp rt ruby s
    small span strong sub sup table tbody td th thead tr u ul
    """
)
"""The elements that a text may hold."""

_CONTENT_DROPPED = _names(
    "iframe math noembed noframes noscript object script select style svg template textarea title xmp"
)
_CONVERTED = {
    "*": {"lang"},
    "a": {"class", "href", "title"},
    "abbr": {"title"},
    "div": {"class"},
    "img": {"alt", "src", "title"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"align"},
    "th": {"align"},
}
_RESULT = {
    "*": {"lang"},
    "a": {"href", "rel", "role", "title"},
    "abbr": {"title"},
    "div": {"role"},
    "img": {"alt", "src", "title"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "th": {"scope"},
    **{heading: {"id"} for heading in _HEADINGS},
}
_ALIGNED = {"al-left", "al-center", "al-right"}
_CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnotes"},
    "span": {"no-figure"},
    "td": _ALIGNED,
    "th": _ALIGNED,
}

ATTRIBUTES = {tag: frozenset(names) - {"class", "id"} for tag, names in _CONVERTED.items()}
"""The attributes that raw HTML may give to each element; `*` stands for all."""


def sanitise_converted(html: str) -> str:
    """Returns what is allowed of the converter's output, well-formed, for `rewrite` to read."""
    return _first().clean(html)


def sanitise_result(html: str) -> str:
    """Returns what is allowed of a finished text. It is the last thing done to any text."""
    return _last().clean(html)


@cache
def _first() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS | {"h1"},
        clean_content_tags=_CONTENT_DROPPED,
        attributes=_CONVERTED,
        url_schemes=SCHEMES,
        link_rel=None,
    )


@cache
def _last() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        clean_content_tags=_CONTENT_DROPPED,
        attributes=_RESULT,
        allowed_classes=_CLASSES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
