"""Records: what was decided about each document, one file for each below content/records/.

They stand apart from what staff write, so that nobody edits them in passing and no form has to carry them;
one decision stands on one line, so that git merges those of two people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sfwgen.content.nodes import MappingNode
from sfwgen.content.reporter import Reporter
from sfwgen.content.shapes_records import RecordShape
from sfwgen.diagnostics import Diagnostic
from sfwgen.model import Confirmed, Record, Review

FOLDER = "content/records"
_HEAD = "# 由 sfwgen 填写，请勿手改 / kept by sfwgen; not to be edited by hand\n"


def record_file(name: str) -> str:
    """Returns the file that holds the record of a document."""
    return f"{FOLDER}/{name}.yaml"


def record_name(file: str) -> str:
    """Returns the name of the document whose record stands in a file."""
    return file.removeprefix(f"{FOLDER}/").removesuffix(".yaml")


def decode_record(file: str, root: MappingNode) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    """Returns the record that a file holds, or None with faults."""
    reporter = Reporter(file, root, ())
    shape = reporter.read(RecordShape)
    if shape is None:
        return None, tuple(reporter.faults)
    confirmed = {
        language: tuple(_pairs(lines, language, reporter)) for language, lines in shape.translations.items()
    }
    reviews = tuple(
        Review(each.round, each.role, each.date, each.digest, reporter.at("reviews", number))
        for number, each in enumerate(shape.reviews)
    )
    record = Record(record_name(file), confirmed, reviews, reporter.at())
    return (record if reporter.sound else None), tuple(reporter.faults)


def _pairs(lines: Iterable[str], language: str, reporter: Reporter) -> Iterator[Confirmed]:
    for number, line in enumerate(lines):
        original, _, translated = line.partition(" ")
        if translated and " " not in translated:
            yield Confirmed(original, translated)
        else:
            reporter.add("record-damaged", "translations", language, number, value=line)


def print_record(record: Record) -> bytes:
    """Returns the file of a record."""
    lines = [_HEAD]
    if record.confirmed:
        lines.append("translations:\n")
    for language, pairs in sorted(record.confirmed.items()):
        lines.append(f"  {language}:\n")
        lines += (f"    - {each.original} {each.translated}\n" for each in pairs)
    if record.reviews:
        lines.append("reviews:\n")
    for each in record.reviews:
        role = each.role.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(
            f'  - {{round: {each.round}, role: "{role}", date: {each.date}, digest: {each.digest}}}\n'
        )
    return "".join(lines).encode()
