"""The quick reading of a page gives what Python's own HTML parser gives."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sfwgen.checks.facts import FactsReader, PageFacts, read_facts
from tests.render.pages import packaged_theme, render_pages

_RAW = ("script", "style", "title", "textarea")


class Parser(HTMLParser):
    """Feeds the tags that the library's parser finds to the same reader."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.reader = FactsReader()
        self.raw: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        self.reader.start(tag, attributes)
        if tag in _RAW:
            self.raw.append((tag, attributes))
            self.text.clear()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_entityref(self, name: str) -> None:
        self.text.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.text.append(f"&#{name};")

    def handle_endtag(self, tag: str) -> None:
        if self.raw and tag == self.raw[-1][0]:
            self.reader.raw(*self.raw.pop(), "".join(self.text))


def by_the_library(html: str) -> PageFacts:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return parser.reader.facts()


def test_the_real_pages_are_read_alike() -> None:
    pages = render_pages(packaged_theme())
    assert pages
    for html in pages.values():
        assert read_facts(html) == by_the_library(html)


_NAMES = (
    "id",
    "href",
    "src",
    "class",
    "lang",
    "style",
    "onclick",
    "data-id",
    "aria-labelledby",
    "SRCSET",
    "hidden",
)
_VALUES = st.text(st.sampled_from("ab c1:/#.,;=<>&\"'-东永　é"), max_size=8)


@st.composite
def attributes(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from(_NAMES))
    value = draw(_VALUES)
    space = draw(st.sampled_from(["", " ", "\n"]))
    match draw(st.integers(0, 3)):
        case 0:
            return f" {name}"
        case 1:
            return f' {name}{space}={space}"{value.replace(chr(34), "&quot;")}"'
        case 2:
            return f" {name}='{value.replace(chr(39), '&#39;')}'"
        case _:
            plain = "".join(char for char in value if char.isalnum()) or "x"
            return f" {name}={plain}"


@st.composite
def tags(draw: st.DrawFn) -> str:
    name = draw(
        st.sampled_from(
            ["a", "A", "p", "h1", "H3", "img", "link", "meta", "html", "use", "form", "x-y", "h12"]
        )
    )
    inside = "".join(draw(st.lists(attributes(), max_size=3)))
    end = draw(st.sampled_from([">", " >", " />", "\n>"]))
    return f"<{name}{inside}{end}"


_PIECES = st.one_of(
    tags(),
    st.sampled_from(
        ["</p>", "</a >", "text", "a &lt;b&gt; c", "<!-- <a href=x> -->", "<!doctype html>", "&amp;"]
    ),
    st.sampled_from(
        ["<script src=x></script>", "<script>if (a<b) '<p id=x>'</script>", "<style>a>b{}</style>"]
    ),
    st.sampled_from(
        ["<title>甲 &amp; 乙</title>", '<script type="application/ld+json">{"a": "<p>"}</script>']
    ),
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_any_page_is_read_as_the_library_reads_it(html: str) -> None:
    assert read_facts(html) == by_the_library(html)


@given(st.text(st.sampled_from("<>!-/='\" abch1\n"), max_size=60))
def test_no_text_can_break_the_reading(html: str) -> None:
    read_facts(html)


@pytest.mark.parametrize(
    "text", ["<a " * 20_000, "<a b='" * 20_000, "<!--" * 20_000, "<a " + "b=c " * 20_000, "<title>" * 20_000]
)
def test_hostile_pages_are_read_in_time(text: str) -> None:
    start = time.process_time()
    read_facts(text)
    assert time.process_time() - start < 5


def test_character_references_are_resolved() -> None:
    facts = read_facts('<title>甲 &amp; 乙</title><a href="b.html?x=1&amp;y=2#a">x</a>')
    assert (facts.title, facts.links) == ("甲 & 乙", ("b.html?x=1&y=2#a",))


def test_the_first_title_is_the_pages() -> None:
    assert read_facts("<title>a\n  b</title><svg><title>c</title></svg>").title == "a b"
