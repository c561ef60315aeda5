"""A review holds for what was reviewed, and for nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pytest

from sfwgen.build.memory import Memory
from sfwgen.build.pipeline import make_site
from sfwgen.content.records import print_record, record_file
from sfwgen.content.written import read_written
from sfwgen.dates import PartialDate
from sfwgen.diagnostics import Diagnostic, Location
from sfwgen.model import Review
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from sfwgen.reviews import RoundState, digest_reviewed, judge_reviews, with_review
from tests.build.projects import BULLETIN
from tests.translations.projects import BODY, HEAD, HEAD_EN, NAME, STORY, STORY_EN, project, site_of

ROLES = ("责任编辑", "科室负责人", "分管领导")
MEMORY = Memory()


def needing_reviews(files: Mapping[str, bytes], section: str = "stories") -> dict[str, bytes]:
    asked = f"reviews: {{{section}: [{', '.join(ROLES)}]}}\n".encode()
    return {**files, "config.yaml": files["config.yaml"] + asked}


def reviewed(files: Mapping[str, bytes], *rounds: int, name: str = NAME) -> dict[str, bytes]:
    """The project with these rounds of a document on record, as it stands."""
    (written,) = (each for each in read_written(tuple(files), "zh") if each.name == name)
    digest = digest_reviewed(written, files)
    assert digest is not None
    record = site_of(files).records.get(name)
    for number in rounds:
        review = Review(
            number, ROLES[number - 1], PartialDate(2019, 7, None, 1), digest, Location(written.file)
        )
        record = with_review(record, written, review)
    assert record is not None
    return {**files, record_file(name): print_record(record)}


def states(files: Mapping[str, bytes]) -> list[RoundState]:
    site = site_of(files)
    written = read_written(tuple(files), "zh")
    (found,) = judge_reviews(written, files, site.config.reviews, site.records)
    return [each.state for each in found.rounds]


def told(files: Mapping[str, bytes], *, drafts: bool = False) -> list[Diagnostic]:
    checked = make_site(make_sources(files), theme_files(), drafts=drafts, memory=MEMORY)
    return [each for each in checked.diagnostics if each.code.startswith("review-")]


SIGNED = reviewed(needing_reviews(project()), 1, 2, 3)


def test_what_was_reviewed_in_full_is_published_and_what_was_not_is_refused_with_who_is_missing() -> None:
    assert told(SIGNED) == []
    (missing,) = told(reviewed(needing_reviews(project()), 1))
    assert (missing.code, missing.severity, missing.location.file) == ("review-missing", "error", STORY)
    assert "2 科室负责人, 3 分管领导" in missing.message("zh")
    assert "--role 科室负责人" in missing.hint("zh")


def test_a_site_that_asks_for_no_reviews_is_told_of_none() -> None:
    assert told(project()) == []


@pytest.mark.parametrize(
    "edit",
    [
        {STORY: (HEAD + BODY.replace("路面不平", "路面坑洼")).encode()},
        {STORY: (HEAD.replace("200米}", "300米}") + BODY).encode()},
        {STORY_EN: (HEAD_EN + "Another text.\n").encode()},
        {"content/stories/feifeng-road/road.jpg": b"another photograph"},
    ],
    ids=["a word", "a figure", "the translation", "an image"],
)
def test_any_edit_makes_every_round_void(edit: dict[str, bytes]) -> None:
    assert states(SIGNED | edit) == [RoundState.VOID] * 3
    assert states(SIGNED | edit | {path: SIGNED[path] for path in edit if path in SIGNED}) == (
        [RoundState.DONE] * 3 if set(edit) <= set(SIGNED) else [RoundState.VOID] * 3
    )


def test_an_edit_is_told_with_the_reviews_that_it_made_void() -> None:
    (void,) = told(SIGNED | {STORY: (HEAD + BODY.replace("路面不平", "路面坑洼")).encode()})
    assert (void.code, void.severity) == ("review-void", "error")
    assert [place.file for place in void.related] == [record_file(NAME)] * 3
    assert "2019-07-01" in void.message("en")


def test_line_ends_a_bom_forms_of_unicode_comments_and_the_time_of_publication_are_no_edit() -> None:
    text = HEAD.replace("line:", "# 注释\npublished: 2019-07-02 09:30\nline:") + BODY
    data = b"\xef\xbb\xbf" + unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode()
    assert states(SIGNED | {STORY: data}) == [RoundState.DONE] * 3


def test_a_draft_and_what_is_due_later_are_not_asked_about_nor_is_the_preview_stopped() -> None:
    draft = needing_reviews(project(head=HEAD.replace("line:", "draft: true\nline:")))
    draft["config.yaml"] = draft["config.yaml"].replace(b"span_chart: [feifeng-road]\n", b"")
    assert told(draft) == []
    assert told(needing_reviews(project()), drafts=True) == []


def test_pages_and_issues_can_be_reviewed_too() -> None:
    files = needing_reviews(project(), "bulletins")
    assert [each.location.file for each in told(files)] == [BULLETIN]
    done = reviewed(files, 1, 2, 3, name="bulletins/issue-001")
    assert told(done) == []
    changed = done[BULLETIN].replace(b"number: 1", b"date: 2019-07-01\nnumber: 1")
    assert changed != done[BULLETIN]
    assert [each.code for each in told(done | {BULLETIN: changed})] == ["review-void"]


def test_a_review_of_a_role_that_is_not_asked_for_any_more_counts_for_nothing() -> None:
    files = dict(SIGNED)
    files["config.yaml"] = files["config.yaml"].replace("责任编辑".encode(), "编辑".encode())
    assert states(files) == [RoundState.MISSING, RoundState.DONE, RoundState.DONE]
