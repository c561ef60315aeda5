"""Squeezing a style sheet: smaller, and the same to a browser."""

from __future__ import annotations

import re

import pytest

from sfwgen.resources import theme_files
from sfwgen.theme import squeeze_css


@pytest.mark.parametrize(
    ("css", "squeezed"),
    [
        ("a {\n  color: red;\n}\n", "a{color:red}"),
        ("a, b > c + d ~ e {}", "a,b>c+d~e{}"),
        ("/* note; { */ a { top: 0 } /**/", "a{top:0}"),
        ("a { margin: 0 auto !important; }", "a{margin:0 auto!important}"),
    ],
)
def test_comments_and_idle_spaces_go(css: str, squeezed: str) -> None:
    assert squeeze_css(css) == squeezed + "\n"


@pytest.mark.parametrize(
    "css",
    [
        'a::after{content:"  a /* b */ ; }  "}',
        "a::after{content:' : '}",
        r'a::after{content:"\" { "}',
        "a{background:url(\"data:image/svg+xml,%3Csvg viewBox='0 0 1 1'%3E\")}",
        "a :first-child{top:0}",
        "a{width:calc(1px + 2px)}",
        "a{width:calc((1px + 2px) - (3px + 4px))}",
        "a{width:calc((1px) + 2px);top:0}b+c{top:0}",
        "@media (max-width:1px) and (color){a{top:0}}",
        "@supports not selector(:has(*)){a{top:0}}",
        ":is(.a .b) .c{top:0}",
        "a{font:400 1rem/1.6 var(--sans)}",
        "a .b{top:0}",
        "a *{top:0}",
    ],
)
def test_spaces_that_mean_something_stay(css: str) -> None:
    assert squeeze_css(css) == css + "\n"


@pytest.mark.parametrize("css", ['a{content:"open}', "a{top:0}/* open", "a{content:'}\0\"", "", "(((", ")))"])
def test_a_broken_sheet_is_squeezed_without_a_crash(css: str) -> None:
    assert squeeze_css(css).endswith("\n")


def test_squeezing_twice_changes_nothing_more() -> None:
    once = squeeze_css(theme_files()["static/style.css"].decode())
    assert squeeze_css(once) == once


def test_the_packaged_style_sheet_has_balanced_braces_and_no_comment() -> None:
    css = squeeze_css(theme_files()["static/style.css"].decode())
    plain = re.sub(r'"[^"]*"', '""', css)
    assert plain.count("{") == plain.count("}")
    assert "/*" not in plain
