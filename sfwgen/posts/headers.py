"""The front matter of a post: YAML, TOML or JSON, as Hugo and Hexo take them."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sfwgen.content.nodes import MappingNode, Plain, plain
from sfwgen.content.yaml import parse_yaml
from sfwgen.diagnostics import Diagnostic, Location, Severity, fault
from sfwgen.posts.document import Engine, Header

_PLACE = re.compile(r"at line (\d+), column (\d+)")
_OPEN = re.compile(r"(?P<fence>-{3,}|\+{3}|;{3,})[ \t]*")
_KEY = re.compile(r'"?[A-Za-z_][\w-]*"?\s*:(?:\s|$)')
_JSON = re.compile(r"\s*\{\s*[\"}]")
_TABS = re.compile(r"^\t+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """A post's header and its body, with the line on which that begins. Without a header all is body."""

    header: Header
    body: str
    body_line: int


def split_post(text: str, file: str, engine: Engine) -> tuple[Split | None, tuple[Diagnostic, ...]]:
    """Returns a post's header and body, or None with what is wrong with the header."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    opening = _OPEN.fullmatch(lines[first])
    if opening and (engine is Engine.HEXO or opening["fence"] in ("---", "+++")):
        return _fenced(lines, first, opening["fence"], file, engine)
    if engine is Engine.HUGO and _JSON.match(text):
        return _json_object(text, file)
    if engine is Engine.HEXO and _KEY.match(lines[first]):
        return _unopened(lines, first, file)
    return Split(Header(), "\n".join(lines[first:]), first + 1), ()


def _fenced(
    lines: list[str], first: int, fence: str, file: str, engine: Engine
) -> tuple[Split | None, tuple[Diagnostic, ...]]:
    last = next((at for at in range(first + 1, len(lines)) if lines[at].rstrip() == fence), None)
    if last is None:
        return None, (fault("post-header-open", Location(file, first + 1, 1), fence=fence),)
    source = "\n".join(lines[first + 1 : last]) + "\n"
    if fence[0] == "+":
        return _read(read_toml(source, file, first + 2), lines, last)
    if fence[0] == ";":
        return _read(_read_json(f"{{{source}}}", file, first + 2), lines, last)
    return _read(read_yaml(source, file, first + 2, tabs=engine is Engine.HEXO), lines, last)


def _unopened(lines: list[str], first: int, file: str) -> tuple[Split | None, tuple[Diagnostic, ...]]:
    """A header of Hexo that has only its last fence."""
    found = ((at, _OPEN.fullmatch(line)) for at, line in enumerate(lines))
    last, fence = next(
        ((at, match["fence"]) for at, match in found if match and match["fence"][0] != "+"), (0, "")
    )
    if not last:
        return Split(Header(), "\n".join(lines[first:]), first + 1), ()
    source = "\n".join(lines[first:last]) + "\n"
    if fence[0] == ";":
        return _read(_read_json(f"{{{source}}}", file, first + 1), lines, last)
    return _read(read_yaml(source, file, first + 1, tabs=True), lines, last)


def _read(
    read: tuple[Header | None, tuple[Diagnostic, ...]], lines: list[str], last: int
) -> tuple[Split | None, tuple[Diagnostic, ...]]:
    header, faults = read
    if header is None:
        return None, faults
    return Split(header, "\n".join(lines[last + 1 :]), last + 2), faults


def read_yaml(
    source: str, file: str, line: int, *, tabs: bool = False
) -> tuple[Header | None, tuple[Diagnostic, ...]]:
    """Returns the fields of a YAML text, or None with what is wrong; `tabs` are taken for spaces."""
    text = _TABS.sub(lambda match: "  " * len(match[0]), source) if tabs else source
    root, told = parse_yaml(text, file, line)
    faults = tuple(each for each in told if each.severity is Severity.ERROR)
    if faults:
        return None, faults
    if root is None:
        return Header(), ()
    if not isinstance(root, MappingNode):
        return None, (fault("header-not-mapping", Location(file, line, 1)),)
    fields = {key: plain(entry.value) for key, entry in root.entries.items()}
    return Header(fields, {key: entry.key.line for key, entry in root.entries.items()}), ()


def read_toml(source: str, file: str, line: int) -> tuple[Header | None, tuple[Diagnostic, ...]]:
    """Returns the fields of a TOML text, or None with the place where it cannot be read."""
    try:
        found = tomllib.loads(source, parse_float=str)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        place = _PLACE.search(str(error))
        row, column = (int(place[1]), int(place[2])) if place else (source.count("\n"), 1)
        return None, (fault("post-header-toml", Location(file, line + row - 1, column)),)
    return _header(found, source, line), ()


def _json_object(text: str, file: str) -> tuple[Split | None, tuple[Diagnostic, ...]]:
    start = text.index("{")
    try:
        found, end = _decoder().raw_decode(text, start)
    except (json.JSONDecodeError, RecursionError) as error:
        return None, (_json_fault(error, file, 1),)
    line = text.count("\n", 0, end) + 1
    rest = text[end:]
    body = rest.split("\n", 1)[1] if "\n" in rest else ""
    return Split(_header(found, text[:end], 1), body, line + 1), ()


def _read_json(source: str, file: str, line: int) -> tuple[Header | None, tuple[Diagnostic, ...]]:
    try:
        found = _decoder().decode(re.sub(r",(\s*\}\s*)$", r"\1", source))
    except (json.JSONDecodeError, RecursionError) as error:
        return None, (_json_fault(error, file, line),)
    return _header(found, source, line), ()


def read_json(source: str, file: str) -> tuple[Header | None, tuple[Diagnostic, ...]]:
    """Returns the fields of a JSON text, or None with the place where it cannot be read."""
    header, faults = _read_json(source, file, 1)
    return header, faults


def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


def _json_fault(error: Exception, file: str, line: int) -> Diagnostic:
    row, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
    return fault("post-header-json", Location(file, line + row - 1, column))


def _header(found: object, source: str, line: int) -> Header:
    if not isinstance(found, dict):
        return Header()
    fields = {str(key): _plain(value) for key, value in found.items()}
    return Header(fields, dict(_lines(fields, source, line)))


def _lines(fields: Mapping[str, Plain], source: str, line: int) -> Iterator[tuple[str, int]]:
    for key in fields:
        written = re.search(
            rf"""^[\s{{,\[]*["']?{re.escape(key)}["']?\s*(?:[.=:\]]|$)""", source, re.MULTILINE
        )
        start = re.search(r"[^\s{,\[]", source[written.start() :]) if written else None
        offset = written.start() + start.start() if written and start else 0
        yield key, line + source.count("\n", 0, offset)


def _plain(value: object) -> Plain:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return None if value is None else str(value)
