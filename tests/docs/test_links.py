"""What the documents point at exists: files, places in them, commands, make targets, paths."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import pytest

from sfwgen.cli.options import COMMON
from sfwgen.cli.parsing import parse_arguments
from sfwgen.cli.table import COMMANDS
from sfwgen.diagnostics.codes import CODES
from tests.docs.blocks import ROOT, blocks_of, read_document, without_blocks

_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\((?P<target>[^()\s]+)\)")
_HEADING = re.compile(r"^(?P<level>#{1,6}) +(?P<text>.+?) *$", re.MULTILINE)
_CODE = re.compile(r"(?P<ticks>`+)(?P<text>.+?)(?P=ticks)", re.DOTALL)
_OUTSIDE = re.compile(r"[a-z]+:")
_PATH = re.compile(r"(?:sfwgen|scripts|tests|docs|templates|\.github|\.ci)/[\w./-]*[\w/]")
_COMMAND_LINE = re.compile(r"^(?:py -m |python -m )?sfwgen (?P<words>.+)$")


def documents() -> list[str]:
    """The Markdown files that people read, by their paths; the example's texts are not among them."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", "*.md"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    return sorted(name for name in names if not name.startswith(("content/", "tests/", "scripts/")))


def prose(name: str) -> str:
    return without_blocks(read_document(name))


def slugs(name: str) -> set[str]:
    """The addresses that a code host gives to the headings of a document."""
    found: set[str] = set()
    for match in _HEADING.finditer(prose(name)):
        text = _LINK.sub(lambda link: link[0][1 : link[0].index("]")], match["text"]).lower()
        slug = re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
        found.add(next(each for each in _numbered(slug) if each not in found))
    return found


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    for number in range(1, 1000):
        yield f"{slug}-{number}"


@pytest.mark.parametrize("name", documents())
def test_every_link_to_a_file_or_a_place_in_it_leads_somewhere(name: str) -> None:
    for match in _LINK.finditer(_CODE.sub("", prose(name))):
        if _OUTSIDE.match(match["target"]):
            continue
        path, _, fragment = match["target"].partition("#")
        target = Path((ROOT / name).parent, unquote(path)).resolve() if path else ROOT / name
        assert target.exists(), match[0]
        if fragment:
            place = target.relative_to(ROOT).as_posix()
            assert unquote(fragment) in slugs(place), match[0]


@pytest.mark.parametrize("name", documents())
def test_every_make_target_that_is_named_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", read_document("Makefile"), re.MULTILINE))
    for text in _commands(name):
        if match := re.match(r"make ([a-z][a-z-]*)\b(?! …)", text):
            assert match[1] in targets, text


@pytest.mark.parametrize("name", documents())
def test_every_command_line_that_is_shown_is_understood(name: str) -> None:
    for line in _shell_lines(name):
        if match := _COMMAND_LINE.match(line):
            parse_arguments(shlex.split(match["words"], comments=True), "en")


@pytest.mark.parametrize("name", documents())
def test_every_command_that_is_named_exists_with_its_options(name: str) -> None:
    commands = {command.name: command for command in COMMANDS}
    for text in _inline(name):
        if not (match := _COMMAND_LINE.match(text)):
            continue
        first, *words = match["words"].split()
        if first.startswith("--"):
            parse_arguments([first], "en")
            continue
        assert first in commands, text
        known = {option.name for option in (*COMMON, *commands[first].options)}
        assert {word for word in words if word.startswith("--")} <= known, text


def _commands(name: str) -> Iterator[str]:
    """What is to be typed, in the text and in blocks for a shell."""
    yield from _inline(name)
    yield from _shell_lines(name)


def _inline(name: str) -> Iterator[str]:
    for match in _CODE.finditer(prose(name)):
        yield " ".join(match["text"].split())


def _shell_lines(name: str) -> Iterator[str]:
    for block in blocks_of(read_document(name)):
        if block.language in ("sh", "powershell"):
            yield from block.text.splitlines()


@pytest.mark.parametrize("name", documents())
def test_every_path_of_the_repository_that_is_named_exists(name: str) -> None:
    for match in _CODE.finditer(prose(name)):
        text = match["text"]
        if _PATH.fullmatch(text.rstrip("/")):
            assert (ROOT / text).exists(), text


def test_every_document_that_a_message_names_exists() -> None:
    texts = " ".join(part for code in CODES.values() for part in (*_texts(code.zh), *_texts(code.en)))
    named = set(re.findall(r"docs/[\w.-]+\.md", texts))
    assert named
    assert [path for path in sorted(named) if not (ROOT / path).is_file()] == []


def _texts(message: object) -> tuple[str, str]:
    return str(getattr(message, "text", "")), str(getattr(message, "hint", ""))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("README.md", "README.zh-CN.md"),
        ("docs/diagnostics.md", "docs/diagnostics.zh.md"),
        ("docs/templates.md", "docs/templates.zh.md"),
    ],
)
def test_documents_in_two_languages_have_the_same_sections_and_blocks(one: str, other: str) -> None:
    assert outline(one) == outline(other)


def test_the_guides_for_writers_have_the_same_chapters() -> None:
    chapters = [
        [level for level in levels if level <= 2]
        for levels, _ in (outline("docs/authoring.md"), outline("docs/authoring.zh.md"))
    ]
    assert chapters[0] == chapters[1]


def outline(name: str) -> tuple[list[int], list[str]]:
    """The levels of a document's headings, and the languages of its fenced blocks."""
    levels = [len(match["level"]) for match in _HEADING.finditer(prose(name))]
    return levels, [block.language for block in blocks_of(read_document(name))]


def test_every_document_is_in_the_index() -> None:
    index = {
        PurePosixPath("docs", match["target"]).as_posix().replace("docs/../", "")
        for match in _LINK.finditer(prose("docs/README.md"))
    }
    listed = {name for name in documents() if name.startswith("docs/") or "/" not in name}
    inside = {name for name in listed if name.startswith("docs/decisions/")} | {"docs/README.md"}
    assert listed - inside - index == set()


def test_every_decision_is_in_the_list_of_decisions() -> None:
    text = read_document("docs/decisions/README.md")
    records = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("0*.md"))
    assert records == re.findall(r"\((0[\w.-]+\.md)\)", text)
    for name in records:
        record = read_document(f"docs/decisions/{name}")
        title = re.match(r"# (\d+)\. (.+)\n", record)
        assert title
        assert int(title[1]) == int(name[:4])
        assert f"{int(name[:4])}. [{title[2]}]({name})" in text
        headings = [match["text"] for match in _HEADING.finditer(record) if match["level"] == "##"]
        assert headings == ["Context", "Decision", "Consequences"]
