"""A build that is refused changes nothing; one with nothing new writes nothing. Through the command line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sfwgen.cli import main
from sfwgen.resources import starter_files
from tests.support.trees import Seen, put, seen

STORY = "content/stories/gas-pipeline/index.zh.md"
STORY_EN = "content/stories/gas-pipeline/index.en.md"
TALLY = "content/tallies/2019-mid.yaml"
Files = dict[str, bytes]


def replaced(path: str, old: str, new: str) -> Callable[[Files], Files]:
    def change(files: Files) -> Files:
        assert old.encode() in files[path]
        return {path: files[path].replace(old.encode(), new.encode())}

    return change


FAULTS: Mapping[str, tuple[Callable[[Files], Files], str]] = {
    "a key written with a full-width colon": (replaced(STORY, "title: ", "title："), "yaml-colon-fullwidth"),
    "a tally saved as GBK": (
        lambda files: {TALLY: files[TALLY].decode().encode("gb18030")},
        "encoding-gbk",
    ),
    "a metric that nobody defined": (
        replaced(TALLY, "visits_enterprises,", "visits_enterprise,"),
        "metric-unknown",
    ),
    "a number mistyped in one language": (
        replaced(STORY_EN, "84,000 residents", "48,000 residents"),
        "figure-",
    ),
    "a link to a story that is gone": (
        replaced(STORY, "pages/about/", "pages/abuot/"),
        "link-target-missing",
    ),
    "a template with a name that there is not": (
        lambda _: {"templates/_footer.html": b"<footer>{{ view.colophon }}</footer>\n"},
        "template-undefined",
    ),
    "a template without a heading": (
        lambda _: {"templates/corrections.html": b'{% extends "base.html" %}{% block main %}{% endblock %}'},
        "output-h1",
    ),
    "a configuration that is empty": (lambda _: {"config.yaml": b""}, "field-missing"),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built."""
    root = tmp_path_factory.mktemp("refused") / "bulletin"
    put(root, starter_files())
    assert run(root) == 0
    return root


def run(root: Path, *options: str) -> int:
    return main(["build", "--project", str(root), "--lang", "en", *options])


def all_but_state(root: Path) -> dict[str, Seen]:
    """Everything in the project's folder but sfwgen's own notes."""
    return {path: each for path, each in (seen(root) or {}).items() if not f"{path}/".startswith(".sfwgen/")}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_refused_build_changes_nothing(
    fault: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, code = FAULTS[fault]
    sound = dict(starter_files())
    changed = change(sound)
    put(project, changed)
    before = all_but_state(project)
    capsys.readouterr()
    try:
        assert run(project) == 1
        printed = capsys.readouterr()
        assert f"error[{code}" in printed.out + printed.err
        assert "Traceback" not in printed.out + printed.err
        assert all_but_state(project) == before
    finally:
        for path in changed:
            if path in sound:
                (project / path).write_bytes(sound[path])
            else:
                (project / path).unlink()


def test_with_strict_a_warning_changes_nothing(project: Path) -> None:
    note = project / "content" / "notes.txt"
    note.write_text("…", encoding="utf-8")
    before = all_but_state(project)
    assert run(project, "--strict") == 1
    assert all_but_state(project) == before
    note.unlink()


def test_a_build_with_nothing_new_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = all_but_state(project)
    assert run(project) == 0
    assert all_but_state(project) == before
    assert len(before) > 100


def test_a_build_with_one_new_word_writes_only_the_files_that_hold_it(project: Path) -> None:
    before = seen(project / "site") or {}
    page = project / "content/pages/contact/index.en.md"
    text = page.read_bytes()
    page.write_bytes(text.rstrip(b"\n") + b" Thank you.\n")
    assert run(project) == 0
    after = seen(project / "site") or {}
    page.write_bytes(text)
    assert run(project) == 0
    # Files of the search index are named after what they hold, and its head, which names them, by the search page.
    index = re.compile(r"en/search/(head|p|w|t)\d*-\w{4}\.js")
    assert not [path for path in after.keys() ^ before.keys() if not index.fullmatch(path)]
    assert len(after.keys() - before.keys()) <= 4
    files = {path for path in after.keys() & before.keys() if (project / "site" / path).is_file()}
    holders = {"en/contact.html", "en/search.html"}
    assert {path for path in files if after[path].mtime != before[path].mtime} == holders
    assert {path for path in files if after[path].data != before[path].data} == holders
