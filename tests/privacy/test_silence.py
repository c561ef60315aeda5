"""A number that is found goes nowhere: not into any report, any stream or any file that a run leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sfwgen.build import make_site
from sfwgen.build.quotes import quote_lines
from sfwgen.cli import main
from sfwgen.diagnostics import Location, fault
from sfwgen.diagnostics.report import print_github, print_json, print_text
from sfwgen.privacy.numbers import id_check
from sfwgen.privacy.scan import plain
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from sfwgen.serve.preview import Preview, next_preview
from tests.build.projects import STORY, small_project
from tests.support.memory import MEMORY

MOBILE = "15400000001"
RESIDENT = "33079919000101003X"
BODY = small_project()[STORY]

FAULTY = {
    "text": lambda secret: BODY + f"\n联系{secret}，又写 {secret}。\n",
    "next to another fault": lambda secret: BODY + f"\n[链接](http:{secret}) ＃ {secret}\n",
    "unknown field": lambda secret: BODY.replace("title: ", f"'{secret}': 1\ntitle: ", 1),
    "value of the wrong kind": lambda secret: BODY.replace("draft: true\n", "").replace(
        "---\n", f"---\ndraft: '{secret}'\n", 1
    ),
    "date": lambda secret: re.sub("---\n", f"---\ndate: {secret}\n", BODY, count=1),
    "figure": lambda secret: BODY.replace(
        "figures:\n", f"figures:\n  - {{metric: m{secret}, value: {secret}家}}\n"
    ),
    "figure in the text": lambda secret: BODY + f"\n共{secret}户。\n",
    "link": lambda secret: BODY + f"\n[那里](../{secret}.md)\n",
    "image": lambda secret: BODY + f"\n![图](tel:{secret}.jpg)\n",
    "broken header": lambda secret: BODY.replace("title: ", f"title：{secret} ", 1),
    "no header": lambda secret: f"{secret}\n{BODY}",
    "broken over two lines": lambda secret: BODY + f"\n{secret[:9]}\n{secret[9:]} ＃ [a]（b）\n",
}


def secrets() -> st.SearchStrategy[str]:
    ids = st.tuples(st.dates(), st.integers(0, 999)).filter(lambda each: 1900 <= each[0].year < 2050)
    residents = ids.map(lambda each: f"330799{each[0]:%Y%m%d}{each[1]:03}").map(
        lambda ten: ten + id_check(ten)
    )
    return st.one_of(residents, st.integers(0, 9999_9999).map(lambda number: f"154{number:08}"))


def reports(files: dict[str, bytes]) -> Iterator[str]:
    # Empty templates take no time to compile, and no build comes as far as using them.
    theme = {path: data if not path.endswith(".html") else b"" for path, data in theme_files().items()}
    checked = make_site(make_sources(files), theme, memory=MEMORY)
    assert checked.stopped_at is not None
    yield repr(checked.diagnostics)
    for lang in ("zh", "en"):
        yield print_text(checked.diagnostics, lang, limit=1000)
        yield print_github(checked.diagnostics, lang, limit=1000)
        yield next_preview(Preview(), checked, lang).trouble
    yield print_json(checked.diagnostics)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(secrets(), st.sampled_from(sorted(FAULTY)))
def test_no_report_of_any_form_holds_the_number(secret: str, way: str) -> None:
    files = {path: text.encode() for path, text in small_project().items()}
    files[STORY] = FAULTY[way](secret).encode()
    # Three digits more than the echo shows would be too many.
    parts = {secret[at : at + 8] for at in range(len(secret) - 7)}
    for report in reports(files):
        shown = re.sub(r"[,\s]", "", plain(report))
        assert not [part for part in parts if part in shown], way


@pytest.mark.parametrize("way", sorted(FAULTY))
@pytest.mark.parametrize("secret", [MOBILE, RESIDENT])
def test_no_run_prints_or_keeps_the_number(
    secret: str, way: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = small_project() | {STORY: FAULTY[way](secret)}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for command, form in (("build", "text"), ("check", "json"), ("build", "github")):
        assert main([command, "--format", form, "--debug"]) == 1
    main(["new", "story", secret])
    printed = capfd.readouterr()
    assert secret not in printed.out + printed.err
    kept = [
        path
        for path in tmp_path.rglob("*")
        if path.is_file() and path.relative_to(tmp_path).as_posix() not in files
    ]
    assert [path for path in kept if secret.encode() in path.read_bytes()] == []
    assert not (tmp_path / "site").exists()


def test_a_bug_with_the_number_in_its_message_prints_and_keeps_no_number(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, text in small_project().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def broken(*arguments: object, **options: object) -> None:
        raise KeyError(RESIDENT)

    monkeypatch.setattr("sfwgen.build.pipeline.read_documents", broken)
    assert main(["check", "--debug"]) == 3
    printed = capfd.readouterr()
    assert "KeyError" in printed.err
    assert RESIDENT not in printed.out + printed.err
    reports = list((tmp_path / ".sfwgen").glob("bug-*.txt"))
    assert reports
    assert all(RESIDENT not in report.read_text(encoding="utf-8") for report in reports)


def test_words_and_names_of_files_in_any_diagnostic_are_masked() -> None:
    place = Location(f"content/{RESIDENT}.yaml", 1, 1)
    (shown,) = quote_lines(
        [fault("field-unknown", place, related=(place,), field=MOBILE, nearest="", known="")], {}
    )
    assert shown.location.file == shown.related[0].file == "content/33*************03X.yaml"
    assert "154****0001" in shown.message("en")


def test_a_number_set_with_commas_in_a_message_is_masked_like_the_one_in_the_line() -> None:
    files = {STORY: f"电话{MOBILE}".encode()}
    (shown,) = quote_lines([fault("figure-unreadable", Location(STORY, 1, 3), value="15,400,000,001")], files)
    assert "15,400" not in repr(shown)
