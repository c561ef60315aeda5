"""Small projects, each a folder in tests/cases, make exactly the site and the messages that lie beside them.

After a change that is meant: python -m pytest tests/test_cases.py --update-cases, then read the difference.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sfwgen.plan import PageOutput
from tests.support.cases import (
    DIAGNOSTICS,
    FOLDER,
    PROJECT,
    SITE,
    THEME,
    case_names,
    differences,
    expected_of,
    run_case,
    update_case,
)
from tests.support.example import plan_of
from tests.support.trees import files

STOPPED = {
    "faults-in-documents": "documents",
    "faults-in-site": "site",
    "faults-in-outputs": "outputs",
}


@pytest.mark.parametrize("name", case_names())
def test_a_project_makes_the_site_and_the_messages_beside_it(name: str, pytestconfig: pytest.Config) -> None:
    result = run_case(name)
    if pytestconfig.getoption("--update-cases"):
        update_case(name, result)
    if told := differences(name, expected_of(name), result):
        pytest.fail("\n\n".join(told), pytrace=False)


def test_every_file_of_the_cases_is_part_of_one() -> None:
    parts = {PROJECT, SITE, DIAGNOSTICS}
    assert [path.name for path in FOLDER.iterdir() if not path.is_dir()] == []
    for name in case_names():
        assert {path.name for path in (FOLDER / name).iterdir()} <= parts, name
        assert (FOLDER / name / PROJECT / "config.yaml").is_file(), name
        assert (FOLDER / name / DIAGNOSTICS).is_file(), name


def test_the_cases_have_a_template_for_every_kind_of_page_and_no_other() -> None:
    used = {output.template for output in plan_of().outputs if isinstance(output, PageOutput)}
    own = {path.name for path in THEME.glob("*.html")} - {"base.html", "_plain.html", "redirect.html"}
    assert own == used


@pytest.mark.parametrize("name", STOPPED)
def test_a_project_with_errors_makes_no_site_and_stops_at_its_gate(name: str) -> None:
    result = run_case(name)
    assert result.site == {}
    assert result.diagnostics.startswith(f"stopped at: {STOPPED[name]}\n")


def test_a_missing_an_extra_and_a_changed_file_are_told_apart() -> None:
    expected = expected_of("bilingual")
    site = dict(expected.site)
    site["extra.html"] = site.pop("about.html")
    site["index.html"] = site["index.html"].replace(b"200", b"300")
    told = differences("bilingual", expected, replace(expected, site=site))
    assert told[:2] == ["missing: about.html", "not expected: extra.html"]
    assert told[2].startswith("differs: index.html\n")
    assert len(told) == 3


def test_an_expectation_that_a_case_does_not_fulfil_any_more_is_told() -> None:
    expected = expected_of("faults-in-site")
    left = {"index.html": b"left over"}
    assert "missing: index.html" in differences("faults-in-site", replace(expected, site=left), expected)


def test_a_case_without_a_long_file_still_needs_it_to_be_there() -> None:
    expected = expected_of("prefix")
    site = dict(run_case("prefix").site)
    del site["data/datapackage.json"]
    assert differences("prefix", expected, replace(expected, site=site)) == ["missing: data/datapackage.json"]


def test_another_picture_is_told_and_so_is_one_with_metadata() -> None:
    result = run_case("image")
    (path,) = [path for path in result.site if path.endswith(".jpg")]
    original = (FOLDER / "image" / PROJECT / "content/stories/road/road.jpg").read_bytes()
    told = differences("image", expected_of("image"), replace(result, site={**result.site, path: original}))
    assert [each.partition("\n")[0] for each in told] == [f"differs: {path}"]


def test_nothing_that_came_with_a_photograph_is_published() -> None:
    from PIL import Image

    original = FOLDER / "image" / PROJECT / "content/stories/road/road.jpg"
    with Image.open(original) as image:
        assert image.getexif().get_ifd(0x8825), (
            "the photograph must have a place for this test to mean anything"
        )
    assert b"canary" in original.read_bytes().lower()
    for path, data in run_case("image").site.items():
        for trace in (b"canary", b"Exif", b"http://ns.adobe.com/xap"):
            assert trace.lower() not in data.lower(), path


def test_expectations_are_never_rewritten_by_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    before = files(FOLDER)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--update-cases", "-p", "no:cacheprovider", __file__],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "--update-cases" in done.stderr
    assert files(FOLDER) == before
