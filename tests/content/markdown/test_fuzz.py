"""Any text is read without an exception, gives nothing active, and gives the same each time."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sfwgen.content.markdown import parse_phrase
from sfwgen.diagnostics import Location
from sfwgen.model import FigureSlot
from tests.content.markdown.reading import FILE, html_of, read
from tests.content.markdown.test_safety import inspect

TOKENS = r"""
    # ## ###### ＃ - * + 1. 2) > >> ``` ~~~ ` `` * ** *** _ __ [ ] ( ) ![ ]( ](< [^1] [^1]: [a]: [a] | |-|-|
    |:-: --- === *** : {= } {~ ~} {=a} {~字~} { } < > <b> </b> <div> </div> <p> <script> </script> <a <img
    <!-- --> <? ?> <![CDATA[ ]]> & &amp; &#x41; &#60; &#xE000; \ \{ \[ https://a.cn <https://a.cn> <a@b.cn>
    mailto:a@b javascript: ../ ./x.jpg / " ' = on style class 天然气 管道
    ， 。 （ ） “ ” gas 800余家 8.4万 ｜ ！
    • 1、
    <li> <td> <h2> </h2> <table> <br> <span lang
"""
PIECES = st.one_of(
    st.sampled_from((*TOKENS.split(), " ", "  ", "    ", "\n", "\n", "\n\n", "\n    ", "\t", "\u3000")),
    st.text(max_size=3),
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(TEXTS)
def test_any_text_is_read_safely_and_the_same_each_time(text: str) -> None:
    source = text.replace("\r", "")
    body, faults = read(source)
    inspect(html_of(source))
    assert read(source) == (body, faults)
    assert "markdown-too-complex" not in {fault.code for fault in faults}
    lines = source.split("\n")
    for fault in faults:
        assert fault.location.file == FILE
        assert 1 <= fault.location.line <= len(lines)
        assert 1 <= fault.location.column <= len(lines[fault.location.line - 1]) + 1
        assert "{" not in fault.message("en").replace("{=", "").replace("{~", "")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
def test_no_figure_is_lost_in_silence(text: str) -> None:
    source = f"{{=first}} {text.replace(chr(13), '')}\n\n{{=last}}"
    body, faults = read(source)
    shown = {part.figure for part in body.parts if isinstance(part, FigureSlot)}
    told = {fault.code for fault in faults} & {"slot-lost", "slot-unclosed", "figure-in-heading"}
    if body.parts and not told:
        assert {"first", "last"} <= shown


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TEXTS, st.booleans())
def test_any_line_is_a_phrase(text: str, breaks: bool) -> None:
    phrase, faults = parse_phrase(text, Location(FILE, 3, 5), breaks=breaks)
    assert phrase.source == text
    assert all(part != "" for part in phrase.parts)
    if not faults and not set("{~}|\\") & set(text):
        assert "".join(map(str, phrase.parts)) == text
