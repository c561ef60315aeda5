"""The law of a build: whatever was edited, lost or damaged before, it ends in what a clean build makes."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from sfwgen.build import build, check
from sfwgen.publish import MARKER
from tests.build.projects import (
    ROOT,
    SITE,
    STORY,
    STORY_EN,
    disk_with,
    site_of,
    small_project,
    with_second_story,
)
from tests.support.disk import MemoryDisk

Files = dict[str, str]
Chance = random.Random

SECOND = "content/stories/second-road/index.zh.md"


def body(files: Files, chance: Chance) -> None:
    path = chance.choice([path for path in files if path.endswith(".md")])
    files[path] += f"\n\n{'又看了一次。' if '.zh.' in path else 'We went again.'}{chance.randrange(9) * '。'}"


def title(files: Files, chance: Chance) -> None:
    files[STORY] = files[STORY].replace("title: ", f"title: {chance.choice('甲乙丙丁')}", 1)


def counted(files: Files, chance: Chance) -> None:
    files["config.yaml"] = files["config.yaml"].replace("title:", f"# {chance.random()}\ntitle:", 1)


def another_story(files: Files, _: Chance) -> None:
    if SECOND in files:
        del files[SECOND], files[SECOND.replace(".zh.", ".en.")]
    else:
        files |= with_second_story({}, more="date: 2019-05\n")


def fault(files: Files, _: Chance) -> None:
    files[STORY] += "\n\n又增加了999户。"


def mended(files: Files, _: Chance) -> None:
    files |= {path: small_project()[path] for path in (STORY, STORY_EN)}


def draft(files: Files, _: Chance) -> None:
    if SECOND in files and "draft: true" not in files[SECOND]:
        files[SECOND] = files[SECOND].replace("date: 2019-05", "date: 2019-05\ndraft: true")


EDITS: tuple[Callable[[Files, Chance], None], ...] = (
    *(body, title, counted, another_story, fault, mended, draft, mended),
)


def by_hand(disk: MemoryDisk, chance: Chance) -> None:
    """Somebody edits, removes or adds a published file, or loses what builds remember."""
    site = disk.files(SITE) or {}
    path = chance.choice(sorted(site.keys() - {MARKER}) or [""])
    state = [f".sfwgen/{name}" for name in ("results", "last.json", "manifest.json")]
    match chance.randrange(5):
        case 0 if path:
            disk.put(f"{SITE}/{path}", b"changed by hand")
        case 1 if path:
            disk.remove_file(f"{SITE}/{path}")
        case 2:
            name = f"{ROOT}/{chance.choice(state)}"
            if disk.look(name) is not None:
                disk.put(name, disk.read(name)[: -chance.randrange(1, 40)])
        case 3:
            name = f"{ROOT}/{chance.choice(state)}"
            if disk.look(name) is not None:
                disk.remove_file(name)
        case _:
            pass


def history(seed: int, edits: int) -> None:
    chance, files = Chance(seed), small_project()
    disk = disk_with(files)
    for _ in range(edits):
        before = set(files)
        chance.choice(EDITS)(files, chance)
        for path in before - set(files):
            disk.remove_file(f"{ROOT}/{path}")
        for path, text in files.items():
            disk.put(f"{ROOT}/{path}", text.encode())
        by_hand(disk, chance)
        built = build(disk, ROOT, allow_shrink=True)
        clean = check(disk_with(files), ROOT)
        told = [each for each in built.diagnostics if not each.code.startswith("output-")]
        assert told == list(clean.diagnostics)
        if clean.site is None:
            assert built.published is None
        else:
            site = {path: data for path, data in site_of(disk).items() if path != MARKER}
            assert site == dict(clean.outputs)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_and_losses_the_site_is_that_of_a_clean_build(seed: int) -> None:
    history(seed, 6)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4, 204))
def test_after_long_histories_the_site_is_that_of_a_clean_build(seed: int) -> None:
    history(seed, 30)
