"""What `check` says of translations, and only where somebody confirmed them once."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.build import build, make_site
from sfwgen.content.records import record_file
from sfwgen.diagnostics import Diagnostic
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.build.projects import ROOT, disk_with, save, site_of
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


def test_the_page_of_a_stale_translation_says_so_and_leads_to_the_original_until_it_is_confirmed() -> None:
    said = "This translation may be out of date"
    page, other = "en/stories/feifeng-road.html", "stories/feifeng-road.html"
    stale = with_texts(confirmed(project()), zh=CHANGED)
    disk = disk_with({path: data.decode() for path, data in stale.items()})
    build(disk, ROOT)
    made = {path: site_of(disk)[path].decode() for path in (page, other)}
    assert said in made[page]
    assert '<a href="../../stories/feifeng-road.html">Read the original</a>' in made[page]
    assert "译文可能不是最新" not in made[other]
    record = record_file(NAME)
    save(disk, record, confirmed(stale)[record].decode())
    build(disk, ROOT)
    assert said not in site_of(disk)[page].decode()
    fresh = disk_with({path: data.decode() for path, data in confirmed(stale).items()})
    build(fresh, ROOT)
    assert site_of(fresh) == site_of(disk)


def test_the_page_of_a_stale_page_says_so_too() -> None:
    about = "content/pages/about/index.zh.md"
    files = confirmed(project(), "pages/about")
    files[about] += "\n又写了一段。\n".encode()
    made = make_site(make_sources(files), theme_files()).outputs["en/about.html"].decode()
    assert "This translation may be out of date" in made


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
