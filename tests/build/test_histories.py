"""The law of a build: whatever was edited, lost, damaged or interrupted before, it ends in what a clean build makes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sfwgen.build import build, check
from sfwgen.build.explaining import Did, Explanation
from sfwgen.publish import MARKER
from tests.build.projects import (
    ROOT,
    SITE,
    STORY,
    STORY_EN,
    disk_with,
    small_project,
    with_second_story,
)
from tests.conftest import Reached
from tests.support.disk import DiedError, MemoryDisk, Trouble

pytestmark = pytest.mark.no_cover  # drawn at random

Files = dict[str, str]
Chance = random.Random
Edit = Callable[[Files, Chance], None]

SECOND = "content/stories/second-road/index.zh.md"
THEME = Path(__file__).resolve().parents[2] / "templates"
STATE = ("results", "results-newer", "last.json", "manifest.json", "reasons")
CALLS = 400
"""About as many calls change the disk while a site of this size is published for the first time."""


# --- Edits: what staff do to the files of a project -----------------------------------------------------------


def body(files: Files, chance: Chance) -> None:
    path = chance.choice([path for path in files if path.endswith(".md")])
    files[path] += f"\n\n{'又看了一次。' if '.zh.' in path else 'We went again.'}{chance.randrange(9) * '。'}"


def title(files: Files, chance: Chance) -> None:
    files[STORY] = files[STORY].replace("title: ", f"title: {chance.choice('甲乙丙丁')}", 1)


def title_in_english(files: Files, chance: Chance) -> None:
    files[STORY_EN] = files[STORY_EN].replace("title: ", f"title: {chance.choice('ABCD')} ", 1)


def figure(files: Files, chance: Chance) -> None:
    """A figure is put right, wherever the story says it."""
    value = chance.randrange(100, 999)
    files[STORY] = re.sub(r"[0-9]+米", f"{value}米", files[STORY])
    files[STORY_EN] = re.sub(r"[0-9]+ metres", f"{value} metres", files[STORY_EN])


def figure_in_one_language(files: Files, chance: Chance) -> None:
    files[STORY] = re.sub(r"[0-9]+米", f"{chance.randrange(100, 999)}米", files[STORY])


def date(files: Files, chance: Chance) -> None:
    if SECOND in files:
        files[SECOND] = re.sub(r"date: 2019-[0-9]+", f"date: 2019-{chance.randrange(1, 7):02}", files[SECOND])


def another_story(files: Files, _: Chance) -> None:
    if SECOND in files:
        for path in (SECOND, SECOND.replace(".zh.", ".en.")):
            files.pop(path, None)
    else:
        files |= with_second_story({}, more="date: 2019-05\n")


def translation(files: Files, _: Chance) -> None:
    """The English text of a story goes, or comes back."""
    path = SECOND.replace(".zh.", ".en.")
    if path in files:
        del files[path]
    elif SECOND in files:
        files[path] = with_second_story({})[path]


def draft(files: Files, _: Chance) -> None:
    if SECOND in files and "draft: true" not in files[SECOND]:
        files[SECOND] = files[SECOND].replace("date: 2019", "draft: true\ndate: 2019")


def comment(files: Files, chance: Chance) -> None:
    files["config.yaml"] = files["config.yaml"].replace("title:", f"# {chance.random()}\ntitle:", 1)


def config(files: Files, chance: Chance) -> None:
    words = chance.choice(("走访、解题、办实事。", "走访。", "解题。"))
    files["config.yaml"] = re.sub(r"(?m)^lede: {zh: [^,]+", f"lede: {{zh: {words}", files["config.yaml"])


def vocabulary(files: Files, chance: Chance) -> None:
    path = "content/vocabulary/counters.yaml"
    files[path] = re.sub(r"label: {zh: [^,]+", f"label: {{zh: 道路{chance.choice('甲乙丙')}", files[path])


def template(files: Files, chance: Chance) -> None:
    """A template of the theme is replaced, mended, or taken away again."""
    path = f"templates/{chance.choice(('list.html', '_story.html', 'base.html'))}"
    if path in files and chance.random() < 0.5:
        del files[path]
        return
    text = (THEME / path.removeprefix("templates/")).read_text(encoding="utf-8")
    files[path] = text + f"{{# {chance.random()} #}}" + chance.choice(("", "{% if %}", "{{ view.nothing }}"))


def style(files: Files, chance: Chance) -> None:
    files["templates/static/site.js"] = f"console.log({chance.randrange(3)});\n"


def strings(files: Files, chance: Chance) -> None:
    files["templates/strings/en.yaml"] = f"nav_home: {chance.choice(('Start', 'Home', 'Front page'))}\n"


def fault(files: Files, _: Chance) -> None:
    files[STORY] += "\n\n又增加了999户。"


def mended(files: Files, _: Chance) -> None:
    files |= {path: small_project()[path] for path in (STORY, STORY_EN)}
    for path in [path for path in files if path.startswith("templates/") and path.endswith(".html")]:
        del files[path]


EDITS: tuple[Edit, ...] = (
    *(body, title, title_in_english, figure, figure, figure_in_one_language, date, another_story),
    *(translation, draft, comment, config, vocabulary, template, style, strings, fault),
    *(mended, mended, mended, mended),
)


# --- What else happens to a project ---------------------------------------------------------------------------


def site_of(disk: MemoryDisk) -> dict[str, bytes]:
    return {path: data for path, data in (disk.files(SITE) or {}).items() if path != MARKER}


def by_hand(disk: MemoryDisk, chance: Chance) -> None:
    """Somebody edits, removes or adds a published file, or loses or damages what builds remember."""
    path = chance.choice(sorted(site_of(disk)) or [""])
    name = f"{ROOT}/.sfwgen/{chance.choice(STATE)}"
    match chance.randrange(8):
        case 0 if path:
            disk.put(f"{SITE}/{path}", b"changed by hand")
        case 1 if path:
            disk.remove_file(f"{SITE}/{path}")
        case 2 if path:
            disk.put(f"{SITE}/{path}.bak", b"put there by hand")
        case 3 if disk.look(name) is not None:
            data = disk.read(name)
            place = chance.randrange(len(data))
            disk.put(name, chance.choice((data[:place], data[:place] + b"?" + data[place + 1 :])))
        case 4 if disk.look(name) is not None:
            disk.remove_file(name)
        case 5:
            for each in STATE:
                if disk.look(f"{ROOT}/.sfwgen/{each}") is not None:
                    disk.remove_file(f"{ROOT}/.sfwgen/{each}")
        case _:
            pass


def crash(disk: MemoryDisk, chance: Chance) -> None:
    """A build dies at some call that changes the disk, perhaps for want of power."""
    disk.recount(Trouble(chance.randrange(1, CALLS), None))
    try:
        build(disk, ROOT, allow_shrink=True)
    except DiedError:
        if chance.random() < 0.5:
            disk.cut_power(every=chance.randrange(1, 3))
    disk.recount()


def save(disk: MemoryDisk, before: set[str], files: Files) -> None:
    for path in before - set(files):
        disk.remove_file(f"{ROOT}/{path}")
    for path, text in files.items():
        if (disk.files(ROOT) or {}).get(path) != text.encode():
            disk.put(f"{ROOT}/{path}", text.encode())


def history(seed: int, edits: int) -> None:
    chance, files = Chance(seed), small_project()
    disk = disk_with(files)
    for _ in range(edits):
        before = set(files)
        chance.choice(EDITS)(files, chance)
        save(disk, before, files)
        by_hand(disk, chance)
        if chance.random() < 0.15:
            crash(disk, chance)
        stood = site_of(disk)
        built = build(disk, ROOT, allow_shrink=True, explain=True)
        clean = check(disk_with(files), ROOT)
        told = [each for each in built.diagnostics if not each.code.startswith("output-")]
        assert told == list(clean.diagnostics)
        if clean.site is None:
            assert built.published is None
            assert site_of(disk) == stood
        else:
            assert site_of(disk) == dict(clean.outputs)
            assert built.explanation is not None
            agrees(built.explanation, stood, dict(clean.outputs))


def agrees(explanation: Explanation, stood: dict[str, bytes], stands: dict[str, bytes]) -> None:
    """What a build says that it did to each file is what became of its bytes."""
    told = {each.path: each.did for each in explanation.made}
    assert stands.keys() == set(explanation.kept) | {path for path in told if told[path] is not Did.REMOVED}
    written = {path for path, data in stands.items() if stood.get(path) != data}
    assert written == {path for path, did in told.items() if did in (Did.NEW, Did.CHANGED, Did.RESTORED)}


@pytest.fixture(autouse=True)
def _records_in_two_files(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every other history the record of results is kept as that of a large project is."""
    if request.node.callspec.params["seed"] % 2:
        monkeypatch.setattr("sfwgen.build.memory._LARGE", 0)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_losses_and_crashes_the_site_is_that_of_a_clean_build(seed: int) -> None:
    history(seed, 6)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4, 204))
def test_after_long_histories_the_site_is_that_of_a_clean_build(seed: int, reached: Reached) -> None:
    reached("histories of 30 edits, in memory", 1)
    history(seed, 30)
