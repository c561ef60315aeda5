"""Files made to eat time or memory end in a message at their place, within ten seconds and 512 MiB."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.projects import STORY, small_project
from tests.fuzz.running import build_project
from tests.support.trees import put

MIB = 1 << 20
BODY = small_project()[STORY]
REGISTER = """\
title: {zh: 走访台账, en: Register of visits}
metric: road_length
columns:
  - {name: count, field: count}
"""


def story(text: str) -> bytes:
    return f"{BODY}\n{text}\n".encode()


def picture(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG that says it is so large; its data may unpack to anything."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def workbook(part: str, size: int) -> bytes:
    """A workbook one part of which unpacks to very much."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, b"<a>" + b" " * size)
    return packed.getvalue()


def aliases() -> str:
    lists = "\n".join(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 9))
    return f"a0: &a0 [x]\n{lists}\n"


def merges() -> str:
    steps = "\n".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}, *a{n - 1}]}}" for n in range(1, 20))
    return f"a0: &a0 {{x: 1}}\n{steps}\n"


SPARE = "a picture with two hundred megabytes to spare"
PLACES = "content/vocabulary/places.yaml"
BOMBS: dict[str, tuple[str, bytes | Callable[[], bytes]]] = {
    "aliases of aliases": (PLACES, aliases().encode()),
    "merges of merges": ("content/vocabulary/teams.yaml", merges().encode()),
    "a hundred thousand brackets": ("content/vocabulary/glossary.yaml", b"a: " + b"[" * 100_000),
    "a hundred thousand braces": ("content/vocabulary/relations.yaml", b"{a: " * 50_000),
    "a list a hundred thousand deep": (
        "content/tallies/a.yaml",
        b"".join(b" " * (n % 200) + b"- \n" for n in range(100_000)),
    ),
    "as many values as it takes": ("content/tallies/b.yaml", b"a: [" + b"1, " * 60_000 + b"]"),
    "a key of a megabyte": ("content/tallies/c.yaml", b"k" * MIB + b": 1"),
    "a YAML file of five megabytes": ("content/tallies/d.yaml", b"# x\n" * (5 * MIB // 4)),
    "a story of two megabytes": ("content/stories/b1/index.zh.md", story("字" * (2 * MIB // 3))),
    "a header of a hundred kilobytes": (
        "content/stories/b2/index.zh.md",
        f"---\ntitle: {'字' * 40_000}\n---\n字".encode(),
    ),
    "one line of a megabyte": ("content/stories/b3/index.zh.md", story("x" * 900_000)),
    "eight thousand open brackets": ("content/stories/b4/index.zh.md", story("[" * 8_000)),
    "eight thousand open images": ("content/stories/b5/index.zh.md", story("![a][b" * 8_000)),
    "eight thousand open tags": ("content/stories/b6/index.zh.md", story("<a " * 8_000)),
    "eight thousand addresses": ("content/stories/b7/index.zh.md", story("<http://" * 8_000)),
    "quotes in quotes": ("content/stories/b8/index.zh.md", story(">" * 2_000 + " x")),
    "lists in lists": (
        "content/stories/b9/index.zh.md",
        story("\n".join(" " * 4 * n + "- x" for n in range(300))),
    ),
    "list marks in a row": ("content/stories/b10/index.zh.md", story("- " * 4_000)),
    "divisions in divisions": ("content/stories/b11/index.zh.md", story("<div>" * 100_000)),
    "definitions without end": ("content/stories/b12/index.zh.md", story("词\n: 释\n" * 3_000)),
    "footnotes without end": (
        "content/stories/b13/index.zh.md",
        story("\n\n".join(f"x[^{n}]\n\n[^{n}]: y" for n in range(2_000))),
    ),
    "comments that never end": ("content/stories/b14/index.zh.md", story("<!-- " * 20_000)),
    "declarations that never end": ("content/stories/b15/index.zh.md", story("<?x " * 20_000)),
    "asterisks": ("content/stories/b16/index.zh.md", story("**a " * 20_000)),
    "backticks": ("content/stories/b17/index.zh.md", story(" ".join("`" * n for n in range(1, 400)))),
    "a picture said to be enormous": ("content/stories/feifeng-road/a.png", picture(60_000, 60_000)),
    SPARE: (
        "content/stories/feifeng-road/b.png",
        lambda: picture(11_000, 4_000, zlib.compress(bytes(256 * MIB), 9)),
    ),
    "a picture of thirty megabytes": ("content/stories/feifeng-road/c.jpg", b"\xff\xd8" + bytes(30 * MIB)),
    "a register of twenty-five megabytes": ("content/registers/a.csv", b"count\n" + b"1\n" * (25 * MIB // 2)),
    "a register of one enormous cell": ("content/registers/b.csv", b'count\n"' + b"1" * (10 * MIB)),
    "a register of five million rows": ("content/registers/e.csv", b"count\n" + b"1\n" * (9 * MIB)),
    "a workbook that unpacks to three hundred megabytes": (
        "content/registers/c.xlsx",
        lambda: workbook("xl/worksheets/sheet1.xml", 300 * MIB),
    ),
    "a workbook whose words unpack to as much": (
        "content/registers/d.xlsx",
        lambda: workbook("xl/sharedStrings.xml", 300 * MIB),
    ),
}
"""Where each lies, and what it is; what takes seconds to make is made by the test that needs it."""


def project(*names: str) -> dict[str, bytes]:
    """The small project with some bombs in it."""
    files = {path: text.encode() for path, text in small_project().items()}
    for name in names:
        path, data = BOMBS[name]
        files[path] = data if isinstance(data, bytes) else data()
        if path.startswith("content/registers/"):
            files[path.rpartition(".")[0] + ".yaml"] = REGISTER.encode()
        if path.endswith((".png", ".jpg")):
            files[STORY] += f"\n![路]({path.rpartition('/')[2]})\n".encode()
    return files


def test_texts_and_tables_together_end_in_time_each_with_a_message(tmp_path: Path) -> None:
    names = [name for name, (path, _) in BOMBS.items() if not path.endswith((".png", ".xlsx"))]
    put(tmp_path, project(*names))
    ended = build_project(tmp_path)
    assert ended.problem() == ""
    assert ended.code == 1
    assert [name for name in names if BOMBS[name][0] not in ended.said] == []


@pytest.mark.long
@pytest.mark.parametrize("name", BOMBS)
def test_each_of_them_ends_in_time_with_a_message(name: str, tmp_path: Path) -> None:
    put(tmp_path, project(name))
    ended = build_project(tmp_path)
    assert ended.problem() == ""
    # A picture with more behind it than it needs is read as far as it needs, and published without the rest.
    if name != SPARE:
        assert ended.code == 1
        assert BOMBS[name][0] in ended.said
