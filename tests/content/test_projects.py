"""Whole projects: every document at fault is told in one run, and no input makes reading fail or hang."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sfwgen.content import load_site
from sfwgen.diagnostics import has_errors, sort_diagnostics
from sfwgen.each import NOTHING, Result, Shared
from tests.bad.cases import written
from tests.content.projects import STORY, sound

BREAKS: list[tuple[str, Callable[[str], bytes]]] = [
    ("encoding-gbk", lambda text: text.encode("gbk")),
    ("encoding-utf16", lambda text: text.encode("utf-16")),
    ("character-control", lambda text: text.replace("黄土", "黄\x08土").encode()),
    ("header-missing", lambda text: text.partition("---\n")[2].replace("---\n", "").encode()),
    ("header-unclosed", lambda text: text.replace("\n---\n", "\n").encode()),
    ("header-not-first", lambda text: f"\n{text}".encode()),
    ("yaml-colon-fullwidth", lambda text: text.replace("line: ", "line：").encode()),
    ("yaml-bracket-unclosed", lambda text: text.replace("[feifeng]", "[feifeng").encode()),
    ("yaml-duplicate-key", lambda text: text.replace("line:", "title: 甲\nline:").encode()),
    ("field-unknown", lambda text: text.replace("line:", "lines: x\nline:").encode()),
    ("field-missing", lambda text: text.replace("line: grassroots\n", "").encode()),
    ("line-unknown", lambda text: text.replace("grassroots", "grasroots").encode()),
    ("place-unknown", lambda text: text.replace("[feifeng]", "[feifneg]").encode()),
    ("figure-placeholder", lambda text: text.replace("value: 200米", "value: XX米").encode()),
    ("link-empty", lambda text: f"{text}\n[甲]()\n".encode()),
]
"""Ways to break a story, each with the one code that it ends in."""


def test_sixty_broken_documents_are_sixty_reports_in_one_run() -> None:
    files = sound()
    expected = []
    for number in range(60):
        code, broken = BREAKS[number % len(BREAKS)]
        path = f"content/stories/story-{number:02}/index.zh.md"
        files[path] = broken(sound()[STORY].decode())
        expected.append((path, code))
    began = time.perf_counter()
    _, faults = load_site(files)
    assert [(each.location.file, each.code) for each in faults] == expected
    assert faults == sort_diagnostics(faults)
    assert time.perf_counter() - began < 10


def test_the_order_of_files_changes_neither_site_nor_reports() -> None:
    files = sound() | {STORY: sound()[STORY].replace(b"[feifeng]", b"[feifneg]")}
    shuffled = list(files.items())
    random.Random(1).shuffle(shuffled)
    assert load_site(dict(shuffled)) == load_site(files)


def test_each_story_is_a_piece_of_work_of_its_own_under_a_key_that_says_what_it_depends_on() -> None:
    keys: list[list[str]] = []

    def backwards(
        kind: str,
        wanted: Sequence[str],
        work: Callable[[int], Result],
        shared: Shared = NOTHING,
    ) -> list[Result]:
        assert kind == "story"
        keys.append([*wanted])
        done = {number: work(number) for number in reversed(range(len(wanted)))}
        return [done[number] for number in range(len(wanted))]

    assert load_site(sound(), each=backwards) == load_site(sound())
    load_site(sound() | {STORY: sound()[STORY] + b"."}, each=backwards)
    load_site(sound() | {"config.yaml": sound()["config.yaml"] + b"\n"}, each=backwards)
    before, story_changed, config_changed = keys
    assert len(set(before) & set(story_changed)) == len(before) - 1
    assert not set(before) & set(config_changed)


# --- any project -------------------------------------------------------------------------------------------

PIECES = [
    b"---\n",
    b"\n---\n",
    b": ",
    "：".encode(),
    b"- ",
    b"  ",
    b"\t",
    b"[",
    b"]",
    b"{",
    b"}",
    b"{=road_length}",
    b"{~",
    b"#",
    b" #",
    b"&a ",
    b"*a",
    b"!!str ",
    b"<<: ",
    b"|",
    b">",
    b'"',
    b"'",
    b"\\",
    b"~",
    b"null",
    b"no",
    b"2019-02-30",
    b"1,234",
    b"\xff",
    b"\xd6\xd0",
    b"\xef\xbb\xbf",
    b"\r",
    b"\0",
    "\u2028".encode(),
    "\u200b".encode(),
    "\u3000".encode(),
    b"<script>",
    b"![](x.jpg)",
    b"[a](javascript:x)",
    b"```\n",
    b"&#0;",
    b"[^1]",
    b"> " * 60,
    b"[" * 300,
    b"title",
    b"figures",
    b"languages",
    b"zh",
    "待补".encode(),
]


@st.composite
def mutilated(draw: st.DrawFn) -> dict[str, bytes]:
    """Returns a sound project after a few edits: pieces put in, lines taken out or swapped, files moved."""
    files = sound()
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(sorted(files)))
        files[path] = draw(st.one_of(_edits(files[path])))
    if draw(st.integers(0, 4)) == 0:
        path = draw(st.sampled_from(sorted(files)))
        moved = draw(
            st.sampled_from(
                [None, "config.yaml", "content/x", "content/stories/甲/index.zh.md", f"{path}.md"]
            )
        )
        data = files.pop(path)
        files |= {moved: data} if moved else {}
    return files


def _edits(data: bytes) -> list[st.SearchStrategy[bytes]]:
    lines = data.split(b"\n")
    places, numbers = st.integers(0, len(data)), st.integers(0, len(lines) - 1)
    return [
        st.tuples(places, st.sampled_from(PIECES)).map(lambda at: data[: at[0]] + at[1] + data[at[0] :]),
        st.tuples(places, st.integers(1, 40)).map(lambda at: data[: at[0]] + data[sum(at) :]),
        numbers.map(lambda at: b"\n".join(lines[:at] + lines[at + 1 :])),
        numbers.map(lambda at: b"\n".join(lines[:at] + [lines[at]] * 2 + lines[at + 1 :])),
        st.tuples(numbers, st.sampled_from([b" ", b"  ", b"\t", b"- "])).map(
            lambda at: b"\n".join([*lines[: at[0]], at[1] + lines[at[0]], *lines[at[0] + 1 :]])
        ),
        st.permutations(lines).map(b"\n".join),
        st.binary(max_size=60),
        st.just(b""),
    ]


@settings(max_examples=400, deadline=10_000, suppress_health_check=[HealthCheck.too_slow])
@given(mutilated())
def test_whatever_is_done_to_a_project_it_is_read_or_refused_with_a_place(files: dict[str, bytes]) -> None:
    site, faults = load_site(files)
    assert site is not None or has_errors(faults)
    assert faults == sort_diagnostics(faults)
    for fault in faults:
        assert fault.location.file
        lines = _lines(files, fault.location.file)
        assert 0 <= fault.location.line <= lines, written(fault)
        for lang in ("zh", "en"):
            assert fault.message(lang)
            assert fault.hint(lang)


def _lines(files: dict[str, bytes], path: str) -> int:
    data = files.get(path, b"").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data.count(b"\n") + 1
