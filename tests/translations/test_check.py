"""What `check` says of translations, and only where somebody confirmed them once."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.build import make_site
from sfwgen.content.records import record_file
from sfwgen.diagnostics import Diagnostic
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.translations.projects import BODY, HEAD, NAME, STORY, STORY_EN, confirmed, project, with_texts

CHANGED = (HEAD + BODY.replace("路面不平", "路面坑洼")).encode()


def told(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    return make_site(make_sources(files), theme_files()).diagnostics


def test_nothing_is_said_of_translations_that_nobody_confirmed() -> None:
    assert told(project()) == ()
    assert told(with_texts(project(), zh=CHANGED)) == ()


def test_a_stale_translation_is_a_warning_at_its_paragraph_that_names_the_command() -> None:
    (warning,) = told(with_texts(confirmed(project()), zh=CHANGED))
    assert (warning.code, warning.severity) == ("translation-stale", "warning")
    assert (warning.location.file, warning.location.line) == (STORY_EN, 9)
    assert [place.file for place in warning.related] == [STORY]
    assert "1 处译文没有跟着改" in warning.message("zh")
    assert "sfwgen translations confirm stories/feifeng-road" in warning.hint("en")


def test_where_a_section_may_not_lack_a_translation_it_may_not_have_a_stale_one() -> None:
    files = with_texts(confirmed(project()), zh=CHANGED)
    files["config.yaml"] += b"missing_translation: {stories: fail}\n"
    assert [(each.code, each.severity) for each in told(files)] == [("translation-outdated", "error")]


def test_a_draft_may_be_stale() -> None:
    draft = CHANGED.replace(b"line:", b"draft: true\nline:")
    files = with_texts(confirmed(project()), zh=draft)
    files["config.yaml"] = files["config.yaml"].replace(b"span_chart: [feifeng-road]\n", b"")
    codes = {each.code for each in told(files)}
    assert "draft-held" in codes
    assert not codes & {"translation-stale", "translation-outdated"}


def test_a_record_of_what_is_not_there_is_pointed_out() -> None:
    files = confirmed(project())
    files[record_file("stories/old-name")] = files.pop(record_file(NAME))
    (warning,) = told(files)
    assert (warning.code, warning.severity) == ("record-unused", "warning")
    assert "stories/old-name" in warning.message("zh")
