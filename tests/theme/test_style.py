"""The packaged style sheet: its size, its colours, and what it keeps away from."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping

import pytest

from sfwgen.resources import theme_files
from sfwgen.theme import load_theme

CSS = load_theme(theme_files())[0].static["style.css"].decode()

# Ground, mark and the least contrast: 4.5 for text, 3 for what is only seen (WCAG 1.4.3, 1.4.11).
_TEXT = ("ink", "ink-2", "ink-3", "red", "link", "visited")
_SEEN = ("edge", "data", "data-2", "focus")
PAIRS = (
    *((ground, mark, 4.5) for ground in ("paper", "paper-2") for mark in _TEXT),
    *((ground, mark, 3.0) for ground in ("paper", "paper-2") for mark in _SEEN),
    *(("tint", mark, 4.5) for mark in ("ink", "link", "red")),
    ("tint", "focus", 3.0),
    ("mark", "ink", 4.5),
    ("red", "on-red", 4.5),
    ("ink", "paper", 4.5),
)


def _tokens(block: str) -> Mapping[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+):(#[0-9A-Fa-f]{3,6})\b", block))


def _schemes() -> Mapping[str, Mapping[str, str]]:
    light, dark = re.findall(r":root\{([^}]*--paper:[^}]*)\}", CSS)
    return {"light": _tokens(light), "dark": {**_tokens(light), **_tokens(dark)}}


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ground", "mark", "least"), PAIRS)
def test_every_colour_stands_out_enough_from_its_ground(
    scheme: str, ground: str, mark: str, least: float
) -> None:
    tokens = _schemes()[scheme]
    assert _contrast(tokens[ground], tokens[mark]) >= least


def test_light_text_on_paper_reaches_the_higher_grade() -> None:
    tokens = _schemes()["light"]
    assert all(_contrast(tokens["paper"], tokens[mark]) >= 7 for mark in _TEXT)


def test_dark_names_every_colour_that_light_names() -> None:
    light, dark = re.findall(r":root\{([^}]*--paper:[^}]*)\}", CSS)
    assert set(_tokens(light)) == set(_tokens(dark))


def test_colours_are_named_once_and_used_by_name() -> None:
    rules = re.sub(r":root\{[^}]*\}", "", CSS)
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b(?![^{}]*\{)", rules)) <= {"#fff"}  # the ground of a QR code


def test_every_token_that_is_used_is_given_and_every_one_given_is_used() -> None:
    given = set(re.findall(r"(--[a-z0-9-]+):", CSS))
    used = set(re.findall(r"var\((--[a-z0-9-]+)", CSS))
    assert given == used


def test_the_sheet_keeps_to_its_budget() -> None:
    assert len(CSS.encode()) <= 20_000
    assert len(gzip.compress(CSS.encode(), 9)) <= 8_000


def test_the_sheet_fetches_nothing() -> None:
    assert "@import" not in CSS
    assert "@font-face" not in CSS
    assert all(address.startswith("data:") for address in re.findall(r"url\([\"']?([^\"')]*)", CSS))


def test_han_is_never_set_in_italics_and_focus_is_never_taken_away() -> None:
    assert "italic" not in CSS
    assert not re.search(r"outline:\s*(0|none)\b", CSS)
