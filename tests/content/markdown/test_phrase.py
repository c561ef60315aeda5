"""Titles and summaries: one line with figures and breaks."""

from sfwgen.content.markdown import parse_phrase
from sfwgen.diagnostics import Location
from sfwgen.model import Break, FigureSlot

PLACE = Location("content/stories/x/index.zh.md", 2, 8)


def test_a_title_breaks_at_its_bars() -> None:
    phrase, faults = parse_phrase("东永二线|全线贯通", PLACE, breaks=True)
    assert phrase.parts == ("东永二线", Break(), "全线贯通")
    assert faults == ()


def test_a_summary_keeps_its_bars() -> None:
    assert parse_phrase("甲|乙", PLACE, breaks=False)[0].parts == ("甲|乙",)


def test_a_figure_knows_its_place() -> None:
    phrase, _ = parse_phrase("共{=a}家", PLACE, breaks=True)
    assert phrase.parts == ("共", FigureSlot("a", Location(PLACE.file, 2, 9)), "家")


def test_text_without_figures_leaves_its_text_and_stays_in_the_source() -> None:
    phrase, _ = parse_phrase("{~一包四联~}机制", PLACE, breaks=True)
    assert phrase.parts == ("一包四联机制",)
    assert phrase.source == "{~一包四联~}机制"


def test_a_backslash_shows_a_brace_or_a_bar() -> None:
    assert parse_phrase(r"a\|b\{=c}", PLACE, breaks=True)[0].parts == ("a|b{=c}",)


def test_what_is_not_closed_is_told_with_its_place() -> None:
    _, faults = parse_phrase("甲{=a 乙{~丙", PLACE, breaks=True)
    assert [(fault.code, fault.location.column) for fault in faults] == [
        ("slot-unclosed", 9),
        ("slot-unclosed", 14),
    ]


def test_an_empty_line_has_no_parts() -> None:
    assert parse_phrase("", PLACE, breaks=True)[0].parts == ()


def test_markdown_is_plain_text_here() -> None:
    assert parse_phrase("**甲** <b>[x](y)", PLACE, breaks=True)[0].parts == ("**甲** <b>[x](y)",)
