"""A translation is stale exactly where its original has changed since somebody found them to agree."""

from __future__ import annotations

import unicodedata

import pytest

from sfwgen.content.records import print_record, record_file
from sfwgen.translations import PieceState, TranslationState, mark_of
from tests.translations.projects import (
    BODY,
    BODY_EN,
    HEAD,
    HEAD_EN,
    NAME,
    confirmed,
    project,
    site_of,
    standings,
    with_texts,
)


def edited(zh: str = BODY, en: str = BODY_EN, head: str = HEAD) -> dict[str, bytes]:
    """The project, confirmed, and edited afterwards."""
    done = confirmed(project())
    return with_texts(done, zh=(head + zh).encode(), en=(HEAD_EN + en).encode())


def state_after(zh: str = BODY, en: str = BODY_EN, head: str = HEAD) -> TranslationState:
    return standings(edited(zh, en, head))[NAME].state


def open_after(zh: str = BODY, en: str = BODY_EN) -> list[tuple[PieceState, int, int]]:
    """The state of each piece that is not confirmed, with its lines in both files, 0 where it has none."""
    return [
        (each.state, each.original.location.line if each.original else 0,
         each.translated.location.line if each.translated else 0)
        for each in standings(edited(zh, en))[NAME].open
    ]  # fmt: skip


def test_without_any_record_translations_are_unconfirmed_and_nothing_else() -> None:
    found = standings(project())
    assert {each.state for each in found.values()} == {TranslationState.UNCONFIRMED}
    assert {
        "stories/feifeng-road",
        "pages/about",
        "bulletins/issue-001",
        "vocabulary/places",
        "config",
    } <= set(found)


def test_a_confirmed_translation_stays_so_while_nothing_changes() -> None:
    assert standings(confirmed(project()))[NAME].state is TranslationState.CONFIRMED
    assert standings(confirmed(project()))["pages/about"].state is TranslationState.UNCONFIRMED


def test_what_was_confirmed_survives_line_ends_a_bom_other_forms_of_unicode_and_wrapping() -> None:
    done = confirmed(project(body_en=BODY_EN.replace("rain", "café rain")))
    wrapped = (HEAD_EN + BODY_EN.replace("rain", "café rain")).replace("Water stood", "Water\nstood")
    english = unicodedata.normalize("NFD", wrapped).replace("\n", "\r\n").encode()
    chinese = b"\xef\xbb\xbf" + (HEAD + BODY).replace("\n", "\r\n").encode()
    assert standings(with_texts(done, zh=chinese, en=english))[NAME].state is TranslationState.CONFIRMED


def test_a_paragraph_whose_original_changed_is_stale_with_both_of_its_places() -> None:
    assert open_after(zh=BODY.replace("路面不平", "路面坑洼")) == [(PieceState.STALE, 17, 9)]
    assert state_after(zh=BODY.replace("路面不平", "路面坑洼")) is TranslationState.STALE


def test_once_the_translation_has_followed_it_waits_to_be_confirmed() -> None:
    zh, en = BODY.replace("路面不平", "路面坑洼"), BODY_EN.replace("uneven", "full of holes")
    assert open_after(zh, en) == [(PieceState.UNCONFIRMED, 17, 9)]
    assert state_after(zh, en) is TranslationState.UNCONFIRMED
    assert standings(confirmed(edited(zh, en)))[NAME].state is TranslationState.CONFIRMED


def test_an_edit_of_the_translation_alone_waits_to_be_confirmed() -> None:
    assert state_after(en=BODY_EN.replace("uneven", "rough")) is TranslationState.UNCONFIRMED


def test_a_new_paragraph_is_missing_and_leaves_the_others_confirmed() -> None:
    zh = BODY.replace("路面不平。", "居民出行不便。\n\n路面不平。")
    assert open_after(zh) == [(PieceState.MISSING, 17, 0)]
    assert state_after(zh) is TranslationState.STALE


def test_a_paragraph_that_was_taken_out_is_superfluous_in_the_translation() -> None:
    assert open_after(zh=BODY.replace("路面不平。\n\n", "")) == [(PieceState.SUPERFLUOUS, 0, 9)]


def test_paragraphs_that_only_changed_places_are_told_once() -> None:
    zh = BODY.replace("路面不平。\n\n雨天积水。", "雨天积水。\n\n路面不平。")
    assert {state for state, *_ in open_after(zh)} <= {
        PieceState.MISSING,
        PieceState.SUPERFLUOUS,
        PieceState.UNCONFIRMED,
    }
    assert len(open_after(zh)) in (1, 2)


def test_where_a_heading_may_break_is_no_change() -> None:
    assert state_after(head=HEAD.replace("飞凤社区|", "飞凤社区")) is TranslationState.CONFIRMED


def test_a_changed_title_and_a_changed_text_beside_the_facts_are_stale() -> None:
    assert state_after(head=HEAD.replace("整修完成\nsummary", "修好了\nsummary")) is TranslationState.STALE
    assert state_after(head=HEAD.replace("工程何时开工", "工程从何时起停工")) is TranslationState.STALE


@pytest.mark.parametrize("value", ["200米", "300米", "2公里"])
def test_a_changed_figure_does_not_outdate_the_sentence_that_prints_it(value: str) -> None:
    head = HEAD.replace("value: 200米", f"value: {value}").replace("200米长的", "一段")
    done = confirmed(project(head=HEAD.replace("200米长的", "一段")))
    assert standings(with_texts(done, zh=(head + BODY).encode()))[NAME].state is TranslationState.CONFIRMED


def test_a_changed_number_in_a_text_is_left_to_the_comparison_of_the_languages() -> None:
    head = HEAD.replace("summary: 200米", "summary: 300米")
    assert state_after(head=head) is TranslationState.CONFIRMED
    off = {"config.yaml": small_config("figures: {stories: off}\n")}
    files = {**edited(head=head), **off}
    assert standings(files)[NAME].state is TranslationState.STALE


def small_config(more: str) -> bytes:
    return project()["config.yaml"] + more.encode()


def test_a_translation_that_was_confirmed_with_fewer_paragraphs_is_confirmed() -> None:
    files = project(body_en=BODY_EN.replace("uneven.\n\nWater", "uneven. Water"))
    assert standings(confirmed(files))[NAME].state is TranslationState.CONFIRMED


def test_a_story_without_a_translation_is_missing_and_nothing_can_be_confirmed_of_it() -> None:
    files = project()
    del files["content/stories/feifeng-road/index.en.md"]
    assert standings(files)[NAME].state is TranslationState.MISSING


def test_a_document_with_faults_says_so_and_hides_no_other() -> None:
    files = with_texts(project(), en=b"no header\n")
    assert standings(files)[NAME].state is TranslationState.UNREADABLE
    assert standings(files)["pages/about"].state is TranslationState.UNCONFIRMED


def test_code_and_its_blank_lines_are_one_piece() -> None:
    zh, en = (f"{body}\n```\na\n\nb\n```\n" for body in (BODY, BODY_EN))
    done = confirmed(project(zh, en))
    assert standings(done)[NAME].pieces == standings(confirmed(project()))[NAME].pieces + 1


def test_a_record_reads_back_as_it_was_written() -> None:
    files = confirmed(project())
    site = site_of(files)
    assert print_record(site.records[NAME]) == files[record_file(NAME)]
    assert list(site.records) == [NAME]


def test_no_mark_can_be_taken_for_a_telephone_number() -> None:
    marks = [mark_of(f"第{number}段，{number}米") for number in range(200)]
    assert all(set(mark) <= set("klmnopqrstuvwxyz-") for mark in marks)
    assert len(set(marks)) == 200
