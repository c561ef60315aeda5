"""Packages add rules, filters and files: only those that config.yaml names, and never in place of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sfwgen.build import Checked, build, check
from sfwgen.build.engine import engine_parts
from sfwgen.diagnostics import Severity
from tests.build.projects import ROOT, STORY, disk_with, save, site_of, small_project
from tests.extensions.installing import forget, installed, write_package

NAMED = "extensions: [sfwgen-plain-words]\n"
PAGE = """{% extends "theme/story.html" %}
{% block sources %}
<p>{{ t("minutes", n=view.body | reading_minutes) }}</p>
{{ super() }}
{% endblock %}
"""
MINUTES = {
    "templates/story.html": PAGE,
    "templates/strings/zh.yaml": "minutes: 约{n}分钟读完\n",
    "templates/strings/en.yaml": 'minutes: {one: "{n} minute", many: "{n} minutes"}\n',
}


def project(extensions: str = NAMED, **changes: tuple[str, str]) -> dict[str, str]:
    """The small project with extensions, and with words in its story put in the place of others."""
    files = small_project()
    files["config.yaml"] += extensions
    for old, new in changes.values():
        files[STORY] = files[STORY].replace(old, new)
    return files


def checked(files: dict[str, str]) -> Checked:
    """What becomes of a project."""
    return check(disk_with(files), ROOT)


@contextmanager
def package(target: Path, group: str, module: str, name: str = "sfwgen-trial") -> Iterator[None]:
    """A package with one entry point, `try-it`, which is the function `run` of a module."""
    write_package(target, name, f"[sfwgen.{group}]\ntry_it = sfwgen_trial:run\n", {"sfwgen_trial.py": module})
    with installed(target):
        yield


def told_of(files: dict[str, str]) -> list[tuple[str, str, str]]:
    """What is told of a project: code, message and remedy in English."""
    return [(each.code, each.message("en"), each.hint("en")) for each in checked(files).diagnostics]


# --- the example package --------------------------------------------------------------------------------------


def test_a_package_that_is_installed_and_not_named_changes_nothing(plain_words: Path) -> None:
    own = checked(project("", phrase=("已经整修完成", "高度重视，已经整修完成")))
    assert own.diagnostics == ()
    assert not any(path.startswith("lists/") for path in own.outputs)


def test_a_rule_tells_of_the_words_at_their_line_in_both_languages(plain_words: Path) -> None:
    found = checked(project(phrase=("已经整修完成", "高度重视，已经整修完成")))
    (told,) = found.diagnostics
    assert (told.code, told.severity) == ("extension-finding", Severity.WARNING)
    assert (told.location.file, told.location.line, told.location.column) == (STORY, 11, 15)
    assert told.message("zh").startswith("“高度重视”是套话")
    assert told.message("en").startswith("“高度重视” is a set phrase")
    assert "sfwgen-plain-words" in told.hint("zh")
    assert told.quote is not None
    assert found.outputs


def test_a_file_is_published_beside_ours(plain_words: Path) -> None:
    found = checked(project())
    assert found.diagnostics == ()
    assert "飞凤社区黄土路整修完成\nhttps://" in found.outputs["lists/stories.zh.txt"].decode()
    assert {*found.outputs} - {*checked(project("")).outputs} == {
        "lists/stories.zh.txt",
        "lists/stories.en.txt",
    }


def test_a_filter_serves_the_templates_of_a_project(plain_words: Path) -> None:
    found = checked({**project(), **MINUTES})
    assert found.diagnostics == ()
    assert "<p>约1分钟读完</p>" in found.outputs["stories/feifeng-road.html"].decode()
    unnamed = told_of({**project(""), **MINUTES})
    assert [(code, "reading_minutes" in message) for code, message, _ in unnamed] == [
        ("template-syntax", True)
    ]


def test_whatever_is_remembered_the_site_is_that_of_a_clean_build(plain_words: Path) -> None:
    disk = disk_with({**project(), **MINUTES})
    build(disk, ROOT)
    save(disk, STORY, project()[STORY].replace("整修完成\n", "整修好了\n", 1))
    assert build(disk, ROOT).published is not None
    clean = disk_with(
        {**project(), **MINUTES, STORY: project()[STORY].replace("整修完成\n", "整修好了\n", 1)}
    )
    build(clean, ROOT)
    assert site_of(disk) == site_of(clean)
    assert "整修好了" in site_of(disk)["lists/stories.zh.txt"].decode()
    save(disk, "config.yaml", project("")["config.yaml"])
    again = build(disk, ROOT)
    assert again.published is None
    assert {each.code for each in again.diagnostics} == {"template-syntax"}
    assert site_of(disk) == site_of(clean)


def test_the_package_is_part_of_the_engine_by_every_file_of_its_modules(plain_words: Path) -> None:
    before = engine_parts()["sfwgen_plain_words"]
    assert before.startswith("1.0.0 ")
    filters = plain_words / "sfwgen_plain_words/filters.py"
    text = filters.read_text(encoding="utf-8")
    filters.write_text(text.replace("300", "500"), encoding="utf-8")
    forget()
    try:
        assert engine_parts()["sfwgen_plain_words"] != before
    finally:
        filters.write_text(text, encoding="utf-8")
        forget()
    assert engine_parts()["sfwgen_plain_words"] == before


# --- nothing of ours is replaced --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["unbroken", "upper", "safe"])
def test_a_filter_of_ours_or_of_jinja_stays(tmp_path: Path, name: str) -> None:
    write_package(
        tmp_path,
        "sfwgen-trial",
        f"[sfwgen.filters]\n{name} = sfwgen_trial:run\n",
        {"sfwgen_trial.py": "def run(text):\n    return 'ours no longer'\n"},
    )
    with installed(tmp_path):
        ((code, message, _),) = told_of(project("extensions: [sfwgen-trial]\n"))
    assert code == "extension-filter-taken"
    assert f"“{name}” of the extension sfwgen-trial has the name of one of sfwgen" in message


def test_two_extensions_share_no_filter(plain_words: Path, tmp_path: Path) -> None:
    entries = "[sfwgen.filters]\nreading_minutes = sfwgen_trial:run\n"
    write_package(tmp_path, "sfwgen-trial", entries, {"sfwgen_trial.py": "def run(text):\n    return 1\n"})
    with installed(tmp_path):
        ((code, message, _),) = told_of(project("extensions: [sfwgen-plain-words, sfwgen-trial]\n"))
    assert (code, "one of sfwgen-plain-words" in message) == ("extension-filter-taken", True)


_FILES = "from sfwgen.hooks import File\n\n\ndef run(pages):\n    return [File({}, {})]\n"


@pytest.mark.parametrize(
    ("path", "content", "code", "said"),
    [
        ("data/figures.json", "{}", "extension-path-taken", "data/figures.json, which is one of sfwgen"),
        ("DATA/Figures.JSON", "{}", "extension-path-taken", "one of sfwgen"),
        ("stories/feifeng-road.html", "x", "extension-path-taken", "one of sfwgen"),
        ("more/page.html", "<p>x</p>", "extension-file-refused", "it may end with .txt"),
        ("more/run.js", "x", "extension-file-refused", "it may end with .txt"),
        ("../config.txt", "x", "extension-file-refused", "not that of a plain file"),
        ("/etc/list.txt", "x", "extension-file-refused", "not that of a plain file"),
        (".htaccess.txt", "x", "extension-file-refused", "not that of a plain file"),
        ("con.txt", "x", "extension-file-refused", "not that of a plain file"),
        (
            "a.xml",
            "<a xmlns='http://www.w3.org/1999/xhtml'/>",
            "extension-file-refused",
            "what a browser runs",
        ),
        ("a.txt", b"\xff", "extension-file-refused", "no text in UTF-8"),
        ("a.json", "{", "output-file-broken", "a.json"),
        ("a.txt", "13800138000", "privacy-mobile", ""),
    ],
)
def test_a_file_has_a_path_of_its_own_and_passes_the_gates(
    tmp_path: Path, path: str, content: str | bytes, code: str, said: str
) -> None:
    with package(tmp_path, "outputs", _FILES.format(repr(path), repr(content))):
        found = checked(project("extensions: [sfwgen-trial]\n"))
    assert found.outputs == {}
    (told,) = found.diagnostics
    assert told.code == code
    assert said in told.message("en")


def test_what_a_filter_gives_is_text_whatever_it_says_of_itself(tmp_path: Path) -> None:
    module = "from markupsafe import Markup\n\n\ndef run(text):\n    return Markup('<script>x</script>')\n"
    page = '{% extends "theme/page.html" %}\n{% block main %}\n{{ super() }}\n<p>{{ view.body | try_it }}</p>\n{% endblock %}\n'
    with package(tmp_path, "filters", module):
        found = checked({**project("extensions: [sfwgen-trial]\n"), "templates/page.html": page})
    assert found.diagnostics == ()
    assert "<p>&lt;script&gt;x&lt;/script&gt;</p>" in found.outputs["about.html"].decode()


# --- faults in an extension -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("group", "body", "problem"),
    [
        ("rules", "    return pages.nothing", "AttributeError: "),
        ("rules", "    yield 1 / 0", "ZeroDivisionError: division by zero"),
        ("rules", "    return None", "NoneType None"),
        ("rules", "    return ['a text']", "str 'a text'"),
        ("rules", "    return [Finding(None, 'x', 'y')]", "Finding"),
        ("rules", "    raise SystemExit(3)", "SystemExit: 3"),
        ("outputs", "    return [File('a.txt', 3)]", "File"),
        ("outputs", "    return (File(f'{n}.txt', '') for n in range(10**9))", "File"),
    ],
)
def test_a_fault_in_an_extension_is_told_with_its_name(
    tmp_path: Path, group: str, body: str, problem: str
) -> None:
    module = f"from sfwgen.hooks import File, Finding\n\n\ndef run(pages):\n{body}\n"
    with package(tmp_path, group, module):
        ((code, message, hint),) = told_of(project("extensions: [sfwgen-trial]\n"))
    assert code == "extension-failed"
    assert f"“try_it” of the extension sfwgen-trial failed: {problem}" in message
    assert "not the content's" in hint


def test_a_fault_in_a_filter_is_told_at_the_line_of_the_template(tmp_path: Path) -> None:
    page = '{% extends "theme/page.html" %}\n{% block main %}\n{{ super() }}{{ view.body | try_it }}\n{% endblock %}\n'
    with package(tmp_path, "filters", "def run(text):\n    return [].pop()\n"):
        found = checked({**project("extensions: [sfwgen-trial]\n"), "templates/page.html": page})
    (told, *_) = found.diagnostics
    assert (told.code, told.location.file, told.location.line) == (
        "extension-failed",
        "templates/page.html",
        3,
    )
    assert "IndexError: pop from empty list" in told.message("en")


@pytest.mark.parametrize(
    ("named", "code", "said"),
    [
        ("sfwgen-plain-word", "extension-missing", "Did you mean “sfwgen-plain-words”?"),
        ("jinja2", "extension-empty", "“jinja2” is no extension of sfwgen"),
        ("sfwgen-trial", "extension-broken", "ImportError: "),
    ],
)
def test_a_package_that_cannot_be_used_is_told_at_its_place(
    plain_words: Path, tmp_path: Path, named: str, code: str, said: str
) -> None:
    with package(tmp_path, "rules", "from sfwgen.hooks import Discovery\n"):
        (told,) = checked(project(f"extensions:\n  - {named}\n")).diagnostics
    assert (told.code, told.location.file) == (code, "config.yaml")
    assert small_project()["config.yaml"].count("\n") + 2 == told.location.line
    assert said in told.message("en") + told.hint("en")


def test_an_error_of_a_rule_stops_the_build(tmp_path: Path) -> None:
    body = (
        "    return [Finding(page, '不行', 'No.', severity='error') for page in pages if page.kind == 'home']"
    )
    module = f"from sfwgen.hooks import Finding\n\n\ndef run(pages):\n{body}\n"
    with package(tmp_path, "rules", module):
        found = checked(project("extensions: [sfwgen-trial]\n"))
    assert {(each.severity, each.message("zh")) for each in found.diagnostics} == {(Severity.ERROR, "不行")}
    assert found.outputs == {}
