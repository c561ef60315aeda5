"""Texts go out to a translator and come back without anything being lost or written over."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace

import pytest
from babel.messages.pofile import read_po as read_with_babel

from sfwgen.content.written import read_written
from sfwgen.export.po import ForeignPo, UnreadablePo, read_po, write_po
from sfwgen.translations import TranslationState
from sfwgen.translations.exchange import Entry, Obstacle, Returned, make_entries, take_back
from tests.translations.projects import (
    BODY,
    BODY_EN,
    HEAD,
    HEAD_EN,
    NAME,
    STORY_EN,
    confirmed,
    project,
    site_of,
    standings,
    with_texts,
)

LANGUAGES = ("zh", "en")


def entries_of(files: Mapping[str, bytes], name: str = NAME) -> dict[str, Entry]:
    written = [each for each in read_written(tuple(files), "zh") if each.name == name]
    entries = make_entries(written, files, site_of(files).records, LANGUAGES, "en")
    return {entry.name: entry for entry in entries}


def returned(files: Mapping[str, bytes], *entries: Entry) -> Returned:
    written = {each.name: each for each in read_written(tuple(files), "zh")}
    return take_back(entries, written, files, site_of(files).records, LANGUAGES, "en")


def translated(entry: Entry, text: str) -> Entry:
    return replace(entry, translated=text)


def test_every_piece_goes_out_with_what_is_there_and_says_what_is_to_be_done() -> None:
    files = with_texts(confirmed(project()), zh=(HEAD + BODY.replace("路面不平", "路面坑洼")).encode())
    entries = entries_of(files)
    assert list(entries) == ["title", "summary", "body-1", "body-2", "body-3", "body-4"]
    assert entries["body-3"].original == "路面坑洼。"
    assert entries["body-3"].translated == "The road was uneven."
    assert [entry.name for entry in entries.values() if entry.open] == ["body-3"]


def test_a_po_file_is_read_by_its_library_and_reads_back_as_it_was_written() -> None:
    entries = tuple(entries_of(project()).values())
    data = write_po(entries, title="三服务简报", lang="en")
    catalogue = read_with_babel(io.BytesIO(data))
    assert len([each for each in catalogue if each.id]) == len(entries)
    assert [(each.document, each.name, each.mark, each.translated) for each in read_po(data)] == [
        (each.document, each.name, each.mark, each.translated) for each in entries
    ]
    assert write_po(entries, title="三服务简报", lang="en") == data
    assert "index.zh.md:" in data.decode()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"\xff\xfe\0", UnreadablePo),
        (b'msgid "a\n', UnreadablePo),
        (b'msgid "a"\nmsgstr "b"\n', ForeignPo),
        (b"", ForeignPo),
    ],
)
def test_other_files_are_refused(data: bytes, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        read_po(data)


def test_what_comes_back_replaces_its_piece_and_leaves_every_other_byte() -> None:
    original = (HEAD_EN.replace("---\n", "---\n# 译者：甲\n", 1) + BODY_EN).replace("\n", "\r\n").encode()
    files = with_texts(project(), en=b"\xef\xbb\xbf" + original)
    entries = entries_of(files)
    back = returned(
        files,
        translated(entries["title"], 'The "earth" road: repaired'),
        translated(entries["body-3"], "The road was full of holes."),
        entries["body-4"],
    )
    assert back.refused == ()
    assert back.pieces == {NAME: 2}
    expected = original.replace(b"The earth road in Feifeng is repaired", rb'"The \"earth\" road: repaired"')
    expected = expected.replace(b"The road was uneven.", b"The road was full of holes.")
    assert back.files == {STORY_EN: b"\xef\xbb\xbf" + expected}


def test_a_folded_summary_is_replaced_as_a_whole() -> None:
    english = (
        HEAD_EN.replace("summary: A stretch", "summary: >-\n  A stretch\n ").replace(
            "has been", "\n  has been"
        )
        + BODY_EN
    )
    files = with_texts(project(), en=english.encode())
    entry = entries_of(files)["summary"]
    (data,) = returned(files, translated(entry, "200 metres of road are even.")).files.values()
    assert b"summary: 200 metres of road are even.\n---\n" in data
    assert entries_of(with_texts(files, en=data))["summary"].translated == "200 metres of road are even."


def test_a_new_paragraph_comes_to_stand_where_its_original_does() -> None:
    zh = BODY.replace("路面不平。", "居民出行不便。\n\n路面不平。")
    files = with_texts(confirmed(project()), zh=(HEAD + zh).encode())
    entry = entries_of(files)["body-3"]
    assert entry.translated == ""
    (data,) = returned(files, translated(entry, "People found it hard to walk.")).files.values()
    assert "## What was seen\n\nPeople found it hard to walk.\n\nThe road was uneven." in data.decode()
    assert standings(with_texts(files, en=data))[NAME].state is TranslationState.UNCONFIRMED


def test_a_whole_translation_is_made_of_its_pieces() -> None:
    files = project()
    english = {entry.name: entry.translated for entry in entries_of(files).values()}
    del files[STORY_EN]
    entries = [translated(entry, english[entry.name]) for entry in entries_of(files).values()]
    assert returned(files, *entries).files == {STORY_EN: (HEAD_EN + BODY_EN).encode()}
    without_title = returned(files, *entries[1:])
    assert [each.obstacle for each in without_title.refused] == [Obstacle.HEAD]


def test_nothing_is_taken_back_where_the_original_or_the_translation_changed_meanwhile() -> None:
    before = project()
    entry = translated(entries_of(before)["body-3"], "The road was full of holes.")
    other_zh = with_texts(before, zh=(HEAD + BODY.replace("路面不平", "路面破损")).encode())
    other_en = with_texts(before, en=(HEAD_EN + BODY_EN.replace("uneven", "rough")).encode())
    assert [each.obstacle for each in returned(other_zh, entry).refused] == [Obstacle.SOURCE]
    assert [each.obstacle for each in returned(other_en, entry).refused] == [Obstacle.TARGET]
    gone = returned(before, replace(entry, document="stories/gone")).refused
    assert [each.obstacle for each in gone] == [Obstacle.GONE]


def test_what_was_not_translated_leaves_what_is_there() -> None:
    files = project()
    assert returned(files, *(translated(entry, " ") for entry in entries_of(files).values())).files == {}
