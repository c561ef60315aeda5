"""The limits that SECURITY.md states are those that hold."""

from __future__ import annotations

import re

from sfwgen import images
from sfwgen.content import frontmatter, tables, text, workbooks, yaml
from sfwgen.content.markdown import heavy, limits, worker
from sfwgen.diagnostics import report
from sfwgen.publish import names, sources
from sfwgen.render import watchdog
from tests.docs.blocks import read_document

MIB = 1 << 20


def stated(what: str) -> list[int]:
    """The numbers in a row of the table of limits."""
    row = re.search(rf"^\| {re.escape(what)} \| (.*) \|$", read_document("SECURITY.md"), re.MULTILINE)
    assert row, what
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", row[1])]


def test_the_limits_stated_are_those_of_the_program() -> None:
    assert stated("a story, a page") == [
        sources.size_limit("index.zh.md") // MIB,
        frontmatter.MAX_HEADER // 1024,
        text.MAX_LINE,
    ]
    assert stated("a YAML file") == [sources.size_limit("x.yaml") // MIB, yaml.MAX_DEPTH, yaml.MAX_NODES]
    assert stated("a register") == [
        sources.size_limit("x.csv") // MIB,
        workbooks.MAX_INFLATED // MIB,
        tables.MAX_ROWS,
        tables.MAX_COLUMNS,
        tables.MAX_CELL,
    ]
    assert stated("an image") == [
        sources.size_limit("x.jpg") // MIB,
        images.MAX_PIXELS // 1_000_000,
        images.MAX_SIDE,
        images.MAX_FRAMES,
    ]
    assert stated("any other file") == [sources.OTHER_LIMIT // MIB]
    assert stated("Markdown") == [limits.MAX_NESTING, limits.MAX_UNMATCHED, limits.MAX_FOOTNOTES]
    assert stated("converting one text") == [heavy.MAX_SECONDS, worker.MAX_MEMORY // MIB]
    assert stated("making one page") == [
        watchdog.MAX_SECONDS,
        watchdog.MAX_RANGE,
        watchdog.MAX_PARTS,
        watchdog.MAX_SIZE // MIB,
    ]
    assert stated("a name, a path") == [names.NAME_LIMIT_BYTES, names.PATH_LIMIT_CHARACTERS]
    assert stated("messages printed") == [report.LIMIT]
