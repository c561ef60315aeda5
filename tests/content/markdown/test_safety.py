"""No text, whatever it holds, brings active content into a page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from tests.content.markdown.payloads import PAYLOADS
from tests.content.markdown.reading import codes_of, html_of, read

# What may be in a page, written down apart from the product's own lists.
TAGS = """
    a abbr b blockquote br cite code dd del div dl dt em h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp
    rt ruby s small span strong sub sup table tbody td th thead tr u ul
"""
ATTRIBUTES = {
    "lang": r"[A-Za-z0-9-]+",
    "id": r"fn:\d+|fnref\d*:\d+|[\w-]+",
    "class": r"no-figure|footnotes|footnote-ref|footnote-backref|al-(left|center|right)",
    "role": r"doc-endnotes|doc-noteref|doc-backlink",
    "rel": "noopener external",
    "scope": "col",
    "start": r"\d+",
    "title": r"(?s).*",
    "alt": r"(?s).*",
    "href": r"https?://[^\s@]+|mailto:\S+|tel:\S+|#.*|content/[^:\\#]*(#.*)?",
    "src": r"content/stories/x/[^:/\\]+",
}
VOID = {"br", "hr", "img"}


class Inspector(HTMLParser):
    """Fails at anything that is not on the lists, and at tags that do not match."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.path: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS.split()
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            assert re.fullmatch(ATTRIBUTES[name], value or ""), (name, value)
        assert len({name for name, _ in attrs}) == len(attrs)
        if tag not in VOID:
            self.path.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.path.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def handle_data(self, data: str) -> None:
        assert not re.search("[\ue000-\uf8ff\x00-\x08\x0b-\x1f]", data), data


def inspect(html: str) -> None:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    assert inspector.path == []


def test_the_corpus_is_large_enough() -> None:
    assert len(set(PAYLOADS)) >= 120


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_active_survives(payload: str) -> None:
    inspect(html_of(payload))
    inspect(html_of(f"甲\n\n- {payload}\n- 乙\n\n> {payload}\n\n| 甲 |\n|---|\n| {payload} |\n"))


def test_the_inspection_itself_would_notice() -> None:
    for bad in (
        "<script>",
        "<p style='x'>",
        "<a href='javascript:x'></a>",
        "<!-- x -->",
        "<p>",
        "<img src=x>",
    ):
        with pytest.raises((AssertionError, IndexError)):
            inspect(bad)


def test_what_is_taken_away_is_told() -> None:
    assert codes_of("甲 <!-- 内部意见 --> 乙") == ["html-comment 1:3"]
    assert codes_of("甲<script>x</script>") == ["html-removed 1:2"]
    assert codes_of('<div class="x" lang="en" onclick="y">甲</div>') == [
        "html-removed 1:6",
        "html-removed 1:26",
    ]
    assert codes_of("<!DOCTYPE html>甲") == ["html-removed 1:1"]
    assert codes_of("甲<foo:bar>乙") == ["html-removed 1:2"]


def test_internal_remarks_are_not_published() -> None:
    html = html_of("甲 <!-- 内部意见 --> 乙\n\n<!--\n内部意见\n\n第二段内部意见\n-->\n\n丙")
    assert "内部意见" not in html
    assert "丙" in html


def test_html_shown_as_code_is_neither_removed_nor_reported() -> None:
    assert codes_of("`<script>` 和 `<!-- x -->`\n\n    <style>\n") == []
    assert "&lt;script&gt;" in html_of("`<script>`")


def test_allowed_html_stays() -> None:
    source = '<span lang="en">Yongkang</span>、CO<sub>2</sub>、<ruby>永<rt>yǒng</rt></ruby>'
    assert html_of(source) == f"<p>{source}</p>"
    assert codes_of(source) == []


def test_the_same_text_gives_the_same_bytes_in_another_process() -> None:
    source = "甲[^1] <b lang='en'>b</b> [c](https://a.cn/ 't')\n\n| a |\n|:-:|\n| b |\n\n[^1]: n\n"
    program = (
        "import sys; from sfwgen.content.markdown import parse_body;"
        "sys.stdout.buffer.write(repr(parse_body(sys.argv[1], file='f', line=1, folder='c')).encode())"
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", program, source],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(results) == 1
    assert read(source)[1] == ()
