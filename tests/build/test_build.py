"""A build puts a whole new site in place, or tells everything that is wrong and leaves the old one alone."""

from __future__ import annotations

import errno

import pytest

from sfwgen.build import Gate, Stage, build, check, load
from sfwgen.dates import PartialDate
from sfwgen.plan.outputs import PageOutput
from sfwgen.publish import MARKER
from sfwgen.publish.disk import Entry
from tests.build.projects import (
    ROOT,
    SITE,
    STORY,
    STORY_EN,
    disk_with,
    save,
    site_of,
    small_project,
    with_second_story,
)
from tests.support.disk import MemoryDisk, Trouble

TITLE_LOST = small_project()[STORY].replace("title: ", "titel: ")


def codes(diagnostics: object) -> list[str]:
    assert isinstance(diagnostics, tuple)
    return [each.code for each in diagnostics]


def test_a_sound_project_becomes_a_site_in_both_languages() -> None:
    disk = disk_with(small_project())
    built = build(disk, ROOT)
    assert built.diagnostics == ()
    assert built.published is not None
    site = site_of(disk)
    assert '<html lang="zh' in site["index.html"].decode()
    assert '<html lang="en' in site["en/index.html"].decode()
    assert "飞凤社区黄土路整修完成" in site["stories/feifeng-road.html"].decode()
    assert built.counts.stories == 1
    assert built.counts.pages == sum(path.endswith(".html") for path in site)


def test_what_is_published_is_what_check_made_in_memory() -> None:
    disk = disk_with(small_project())
    checked = check(disk, ROOT)
    assert disk.files(SITE) is None
    build(disk, ROOT)
    assert {path: data for path, data in site_of(disk).items() if path != MARKER} == dict(checked.outputs)


def test_building_again_rewrites_nothing() -> None:
    disk = disk_with(small_project())
    build(disk, ROOT)
    before = disk.everything(SITE)
    again = build(disk, ROOT)
    assert again.published is not None
    assert not again.published.swapped
    assert disk.everything(SITE) == before


def test_the_same_sources_give_the_same_bytes_whatever_was_built_before() -> None:
    changed = disk_with(with_second_story(small_project()))
    build(changed, ROOT)
    changed.delete(f"{ROOT}/content/stories/second-road")
    build(changed, ROOT, allow_shrink=True)
    clean = disk_with(small_project())
    build(clean, ROOT)
    assert site_of(changed) == site_of(clean)


def test_a_failed_build_leaves_the_old_site_byte_for_byte() -> None:
    disk = disk_with(small_project())
    build(disk, ROOT)
    before = disk.everything(SITE)
    save(disk, STORY, TITLE_LOST)
    built = build(disk, ROOT)
    assert built.published is None
    assert built.checked.stopped_at is Gate.DOCUMENTS
    assert disk.everything(SITE) == before


def test_a_failed_first_build_makes_no_site() -> None:
    disk = disk_with({**small_project(), STORY: TITLE_LOST})
    assert build(disk, ROOT).published is None
    assert disk.files(SITE) is None


def test_all_faults_of_the_documents_are_told_together_and_in_order() -> None:
    files = with_second_story(small_project())
    files["content/stories/second-road/index.zh.md"] = "没有文件头。\n"
    files["content/tallies/2019-mid.yaml"] += "as_of: 2019-mid\n"
    files[STORY] = TITLE_LOST
    files["templates/story.html"] = "{% if %}"
    built = build(disk_with(files), ROOT)
    told = [(each.location.file, each.code) for each in built.diagnostics]
    assert told == sorted(told)
    assert {
        (STORY, "field-unknown"),
        ("content/stories/second-road/index.zh.md", "header-missing"),
        ("content/tallies/2019-mid.yaml", "yaml-duplicate-key"),
        ("templates/story.html", "template-syntax"),
    } <= set(told)


def test_faults_of_documents_do_not_echo_as_faults_of_the_site() -> None:
    """The link is broken only because the story that it leads to could not be read."""
    files = with_second_story(small_project())
    files["content/stories/second-road/index.zh.md"] += "\n见[飞凤社区](../feifeng-road/index.zh.md)。\n"
    files[STORY] = TITLE_LOST
    built = build(disk_with(files), ROOT)
    assert built.checked.stopped_at is Gate.DOCUMENTS
    assert {each.location.file for each in built.diagnostics} == {STORY}


def test_faults_of_the_site_do_not_echo_as_faults_of_the_pages() -> None:
    files = small_project()
    files[STORY] += "\n见[另一段路](../second-road/index.zh.md)。\n"
    built = build(disk_with(files), ROOT)
    assert built.checked.stopped_at is Gate.SITE
    told = {each.code for each in built.diagnostics if each.location.file == STORY}
    assert "link-target-missing" in told
    assert not [each for each in built.diagnostics if each.location.file.endswith(".html")]


def test_a_template_that_fails_is_told_once_for_each_kind_of_page() -> None:
    files = {**small_project(), "templates/_footer.html": "<footer>{{ view.no_such_field }}</footer>\n"}
    built = build(disk_with(files), ROOT)
    assert built.checked.stopped_at is Gate.OUTPUTS
    assert set(codes(built.diagnostics)) == {"template-undefined"}
    plan = check(disk_with(small_project()), ROOT).plan
    assert plan is not None
    pages = [output for output in plan.outputs if isinstance(output, PageOutput)]
    assert 1 <= len(built.diagnostics) <= len({page.template for page in pages}) < len(pages)
    told = built.diagnostics[0]
    assert (told.location.file, told.location.line) == ("templates/_footer.html", 1)
    assert told.quote == "<footer>{{ view.no_such_field }}</footer>"


def test_a_diagnostic_quotes_the_line_it_points_to() -> None:
    files = {**small_project(), STORY: TITLE_LOST}
    quotes = {each.code: each.quote for each in build(disk_with(files), ROOT).diagnostics}
    assert quotes["field-unknown"] == "titel: 飞凤社区黄土路整修完成"


def test_warnings_are_told_and_do_not_stop_a_build() -> None:
    files = {**small_project(), "content/notes.txt": "…"}
    disk = disk_with(files)
    built = build(disk, ROOT)
    assert codes(built.diagnostics) == ["file-unknown"]
    assert built.counts.warnings == 1
    assert disk.files(SITE)


def test_with_strict_a_warning_leaves_the_site_as_it_is() -> None:
    disk = disk_with({**small_project(), "content/notes.txt": "…"})
    assert build(disk, ROOT, strict=True).published is None
    assert disk.files(SITE) is None


def test_a_folder_that_is_no_project_is_told_so() -> None:
    built = build(disk_with({"content/readme.txt": "…"}), ROOT)
    assert "config-missing" in codes(built.diagnostics)
    assert load(disk_with({}), ROOT).site is None


def test_the_project_s_own_theme_stands_over_the_packaged_one() -> None:
    disk = disk_with({**small_project(), "templates/_footer.html": "<footer>自制页脚</footer>\n"})
    build(disk, ROOT)
    assert "<footer>自制页脚</footer>" in site_of(disk)["404.html"].decode()


def test_strangers_in_the_site_are_told_and_a_kept_file_stays() -> None:
    files = small_project()
    files["config.yaml"] += "keep: [robots-verify.txt]\n"
    disk = disk_with(files)
    build(disk, ROOT)
    disk.put(f"{SITE}/robots-verify.txt", b"code")
    disk.put(f"{SITE}/old.doc", b"old")
    built = build(disk, ROOT)
    assert codes(built.diagnostics) == ["output-stranger"]
    assert site_of(disk)["robots-verify.txt"] == b"code"
    assert "old.doc" not in site_of(disk)


class BusyEditor(MemoryDisk):
    """A disk on which someone saves the story while a build is at work, the first few times."""

    saves_left: int = 1
    number: int = 0

    def entries(self, folder: str) -> tuple[Entry, ...]:
        if folder == SITE and self.saves_left:
            self.saves_left -= 1
            self.number += 1
            text = small_project()[STORY].replace("整修完成", f"整修完成{'了' * self.number}")
            save(self, STORY, text)
        return super().entries(folder)


def busy_disk(saves: int) -> BusyEditor:
    disk = BusyEditor()
    disk.put_all(ROOT, {path: text.encode() for path, text in small_project().items()})
    disk.saves_left = 0
    build(disk, ROOT)
    save(disk, STORY, small_project()[STORY].replace("黄土", "泥"))
    disk.saves_left = saves
    return disk


def test_a_save_during_the_build_is_in_the_site_that_comes_of_it() -> None:
    disk = busy_disk(saves=1)
    assert build(disk, ROOT).published is not None
    assert "整修完成了" in site_of(disk)["stories/feifeng-road.html"].decode()


def test_sources_that_never_come_to_rest_leave_the_old_site_whole() -> None:
    disk = busy_disk(saves=100)
    before = site_of(disk)
    built = build(disk, ROOT)
    assert built.published is None
    assert codes(built.diagnostics) == ["inputs-changed"]
    assert site_of(disk) == before
    assert disk.number == 3


def test_another_build_at_work_is_told_with_its_process() -> None:
    disk = disk_with(small_project())
    disk.held_by = 4711
    (told,) = build(disk, ROOT).diagnostics
    assert told.code == "build-busy"
    assert "4711" in told.message("zh")


@pytest.mark.parametrize("at", [1, 5, 20, 60])
def test_a_full_disk_is_told_and_leaves_the_old_site_whole(at: int) -> None:
    disk = disk_with(small_project())
    build(disk, ROOT)
    before = site_of(disk)
    save(disk, STORY_EN, small_project()[STORY_EN].replace("repaired", "mended"))
    disk.recount(Trouble(at, errno.ENOSPC, lasting=True))
    built = build(disk, ROOT)
    assert built.published is None
    assert codes(built.diagnostics) == ["disk-full"]
    assert site_of(disk) == before


def test_a_source_that_may_not_be_read_is_told_with_the_others() -> None:
    disk = disk_with({**small_project(), STORY: TITLE_LOST})
    disk.denied[f"{ROOT}/{STORY_EN}"] = errno.EACCES
    told = codes(build(disk, ROOT).diagnostics)
    assert "disk-forbidden" in told
    assert "field-unknown" in told


def test_a_site_that_would_lose_most_of_its_pages_needs_consent() -> None:
    files = small_project()
    for number in range(40):
        folder = f"content/stories/road-{number}"
        files[f"{folder}/index.zh.md"] = files[STORY].replace("200米", f"{number + 2}00米")
        files[f"{folder}/index.en.md"] = files[STORY_EN].replace("200 metres", f"{number + 2}00 metres")
    disk = disk_with(files)
    assert build(disk, ROOT).published is not None, build(disk, ROOT).diagnostics
    for number in range(40):
        disk.delete(f"{ROOT}/content/stories/road-{number}")
    before = site_of(disk)
    refused = build(disk, ROOT)
    assert codes(refused.diagnostics) == ["output-shrinks"]
    assert site_of(disk) == before
    assert build(disk, ROOT, allow_shrink=True).published is not None


@pytest.mark.parametrize(
    ("day", "epoch", "expected"),
    [
        (PartialDate(2020, 1, None, 2), 0, "2020-01-02"),
        (None, 1_561_910_399, "2019-06-30"),
        (None, 1_561_910_400, "2019-07-01"),
        (None, None, "None"),
    ],
    ids=["as told", "before midnight in China", "at midnight in China", "nothing told"],
)
def test_the_day_is_told_never_looked_up(day: PartialDate | None, epoch: int | None, expected: str) -> None:
    checked = check(disk_with(small_project()), ROOT, as_of=day, epoch=epoch)
    assert str(checked.as_of) == expected


@pytest.mark.parametrize("epoch", [0, None])
def test_a_time_zone_that_no_machine_knows_is_told_whether_the_day_depends_on_it_or_not(
    epoch: int | None,
) -> None:
    files = small_project()
    files["config.yaml"] += "time_zone: Asia/Nowhere\n"
    disk = disk_with(files)
    assert codes(build(disk, ROOT, epoch=epoch).diagnostics) == ["time-zone-invalid"]
    assert disk.files(SITE) is None


@pytest.mark.parametrize(("zone", "day"), [("Asia/Shanghai", "2019-07-01"), ("UTC", "2019-06-30")])
def test_without_a_table_of_zones_the_day_is_the_same(
    monkeypatch: pytest.MonkeyPatch, zone: str, day: str
) -> None:
    """As on Windows, where Python finds none."""
    files = small_project()
    files["config.yaml"] += f"time_zone: {zone}\n"

    def find_none(name: str) -> None:
        raise KeyError(name)

    monkeypatch.setattr("zoneinfo.ZoneInfo", find_none)
    assert str(check(disk_with(files), ROOT, epoch=1_561_910_400).as_of) == day


def test_the_day_of_config_counts_where_none_is_told() -> None:
    files = small_project()
    files["config.yaml"] += "as_of: 2019-mid\n"
    assert str(check(disk_with(files), ROOT).as_of) == "2019-mid"


def test_progress_counts_the_pages_from_none_to_all() -> None:
    seen: list[tuple[str, int, int]] = []
    built = build(
        disk_with(small_project()),
        ROOT,
        progress=lambda stage, done, total: seen.append((stage, done, total)),
    )
    rendering = [(done, total) for stage, done, total in seen if stage == "rendering"]
    total = sum(path.endswith(".html") for path in built.checked.outputs)
    assert rendering == [(0, total), (total, total)]
    assert [stage for stage, done, _ in seen if done == 0] == list(Stage)
