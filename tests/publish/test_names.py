"""Names that work on every machine, names that are passed over, and names that look like copies."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sfwgen.diagnostics.codes import CODES
from sfwgen.publish.names import (
    folded,
    is_copy,
    is_junk,
    is_safe,
    name_fault,
    path_fault,
    printable,
    stays_below,
)

GOOD = """
index.zh.md 2019-mid.yaml 东永二线.jpg café.png 三服务·第1期.pdf 照片（1）.jpg 照片_001.JPG a+b.png a,b.md a'b.md
con-rod.md auxiliary.md nulled.md com.md com10.md lpt.md 100%.md a&b.md a#b.md {x}.md 第一章.md README .well-known
""".split()

FAULTS = [
    ("con", "file-name-reserved"),
    ("CON.md", "file-name-reserved"),
    ("nul.tar.gz", "file-name-reserved"),
    ("Aux.yaml", "file-name-reserved"),
    ("prn", "file-name-reserved"),
    ("com1.jpg", "file-name-reserved"),
    ("LPT9", "file-name-reserved"),
    ("com¹.md", "file-name-reserved"),
    ("conout$", "file-name-reserved"),
    ("con .md", "file-name-reserved"),
    ("a<b.md", "file-name-characters"),
    ("a>b.md", "file-name-characters"),
    ("几点:几分.md", "file-name-characters"),
    ('说"好".md', "file-name-characters"),
    ("a|b.md", "file-name-characters"),
    ("怎么办?.md", "file-name-characters"),
    ("a*.md", "file-name-characters"),
    ("a\\b.md", "file-name-characters"),
    ("标题.", "file-name-ending"),
    ("标题 ", "file-name-ending"),
    ("cafe\u0301.md", "file-name-form"),
    ("\u2f3c.md", None),  # a radical that only NFKC would change
    ("\uf900.md", "file-name-form"),  # a compatibility ideograph, which NFC replaces
    ("a\tb.md", "file-name-invisible"),
    ("a\nb.md", "file-name-invisible"),
    ("a\x00b.md", "file-name-invisible"),
    ("a\u200bb.md", "file-name-invisible"),
    ("a\u202eb.md", "file-name-invisible"),
    ("\ufeffa.md", "file-name-invisible"),
    ("a\u2028b.md", "file-name-invisible"),
    ("a\ue000b.md", "file-name-invisible"),
    ("\udccd\udca8.md", "file-name-encoding"),
    ("a\ud83d.md", "file-name-encoding"),
    ("a" * 201, "file-name-too-long"),
    ("字" * 67, "file-name-too-long"),
    ("字" * 66, None),
    ("a" * 200, None),
]

JUNK = """
.DS_Store .git .gitignore .sfwgen .index.zh.md.swp ~$年中总结.docx ~$x.docx index.md~ #index.md# Thumbs.db
ehthumbs.db desktop.ini DESKTOP.INI __MACOSX $RECYCLE.BIN @eaDir lost+found __pycache__ x.tmp ~WRL0001.tmp x.temp
x.swp x.part x.crdownload
""".split()

COPIES = [
    "x - 副本.md",
    "x - 副本 (2).md",
    "x - 副本（2）.md",
    "x 副本.md",
    "x 副本 2.md",
    "x - 複製.md",
    "x - Copy.md",
    "x - Copy (3).md",
    "x copy.md",
    "x copy 2.md",
    "Copy of x.md",
    "复件 x.md",
    "index.zh (1).md",
    "index.zh（1）.md",
    "2019-mid(2).yaml",
    "走访台账 (1).xlsx",
    "index.zh (王芳的冲突副本 2019-06-27).md",
    "index.zh_冲突文件_wangfang_20190627.md",
    "index.zh (王芳 的冲突).md",
    "index.zh (Wang Fang's conflicted copy 2019-06-27).md",
    "index.zh.sync-conflict-20190627-101112-ABCDEFG.md",
    "x.md.bak",
    "x.bak",
    "x.old",
    "x.orig",
    "x.rej",
    "index.zh.md.txt",
    "config.yaml.txt",
    "台账.csv.bak",
    "x - 副本",
]

KEPT = """
index.zh.md 副本.md copy.md 照片(1).jpg photo(2).png conflict-resolution.md 化解冲突.md 路面冲突点整治.md
photocopy.md 2019(1)号.md hardcopy.jpg old.md backup.yaml
""".split()


@pytest.mark.parametrize("name", GOOD)
def test_ordinary_names_chinese_or_not_are_fine(name: str) -> None:
    assert name_fault(name) is None


@pytest.mark.parametrize(("name", "code"), FAULTS, ids=[ascii(name)[:40] for name, _ in FAULTS])
def test_name_that_fails_on_some_machine_is_told(name: str, code: str | None) -> None:
    found = name_fault(name)
    assert (found.code if found else None) == code


def test_words_of_each_fault_fill_its_message() -> None:
    for name, code in FAULTS:
        found = name_fault(name)
        if code is None or found is None:
            continue
        words = dict(found.words)
        for message in (CODES[code].zh, CODES[code].en):
            asked = set(re.findall(r"\{([a-z_]+)\}", message.text + message.hint))
            assert asked <= words.keys(), code


def test_name_in_two_parts_is_told_its_composed_form() -> None:
    found = name_fault("cafe\u0301.md")
    assert found is not None
    assert dict(found.words) == {"name": "caf\u00e9.md"}


def test_long_name_is_told_its_length_in_bytes() -> None:
    found = name_fault("字" * 67)
    assert found is not None
    assert dict(found.words) == {"length": "201", "limit": "200"}


def test_path_of_more_than_180_characters_is_told() -> None:
    assert path_fault("a/" * 90) is None
    found = path_fault("a/" * 90 + "b")
    assert found is not None
    assert (found.code, dict(found.words)) == ("file-path-too-long", {"length": "181", "limit": "180"})


@pytest.mark.parametrize("name", [*JUNK, "System Volume Information", "Icon\r"])
def test_what_systems_and_editors_leave_behind_is_passed_over(name: str) -> None:
    assert is_junk(name)


@pytest.mark.parametrize("name", COPIES)
def test_copies_backups_and_sync_conflicts_are_recognised(name: str) -> None:
    assert is_copy(name)
    assert not is_junk(name)


@pytest.mark.parametrize("name", KEPT)
def test_names_that_only_resemble_copies_are_used(name: str) -> None:
    assert not is_copy(name)
    assert not is_junk(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Index.md", "index.md"),
        ("ÉTÉ.md", "été.md"),
        ("cafe\u0301.md", "caf\u00e9.md"),
        ("ＡＢＣ.md", "abc.md"),
        ("１．md", "1.md"),
        ("a　b.md", "a b.md"),
        ("（一）.md", "(一).md"),
        ("straße.md", "STRASSE.md"),
    ],
)
def test_names_that_some_machine_takes_for_the_same_have_one_form(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_names_that_differ_have_different_forms() -> None:
    assert len({folded(name) for name in ["a.md", "b.md", "a-b.md", "甲.md", "乙.md", "a b.md"]}) == 6


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("故事/index.md", "故事/index.md"),
        ("a\udccd\udca8.md", "a\\xcd\\xa8.md"),
        ("a\x1b[31m.md", "a\\u001b[31m.md"),
        ("a\u202eb", "a\\u202eb"),
        ("a\ud83d", "a\\ud83d"),
        ("a\nb", "a\\u000ab"),
    ],
)
def test_path_in_a_message_shows_what_cannot_be_printed(path: str, shown: str) -> None:
    assert printable(path) == shown


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "./a",
        "a/.",
        "a\\b",
        "C:/x",
        "a\0b",
        "a/",
        "con/x",
        "x./y",
    ],
)
def test_unsafe_paths_are_refused(path: str) -> None:
    assert not is_safe(path)


@pytest.mark.parametrize("path", ["index.html", "en/stories/a.html", "走访/第1期.html", ".well-known/x"])
def test_safe_paths_are_taken(path: str) -> None:
    assert is_safe(path)
    assert stays_below(path)


@pytest.mark.parametrize("path", ["", "/x", "../x", "a/../../x", "a\\..\\x", "C:x", "a\0"])
def test_recorded_path_that_leads_out_is_refused(path: str) -> None:
    assert not stays_below(path)


@given(st.text(min_size=1, max_size=30))
def test_any_name_is_judged_and_can_be_shown(name: str) -> None:
    assert is_junk(name) in {True, False}
    assert is_copy(name) in {True, False}
    printable(name).encode("utf-8")
    found = name_fault(name)
    if found is None:
        assert unicodedata.is_normalized("NFC", name)
        assert not name.endswith((" ", "."))


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@given(st.text(alphabet="ab./\\:\0", max_size=12))
def test_safe_path_never_leaves_its_folder(path: str) -> None:
    if is_safe(path):
        assert stays_below(path)
