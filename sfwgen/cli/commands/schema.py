"""`sfwgen schema`: the JSON Schemas of the documents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from sfwgen.cli import exits
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, UsageFault, join, nearest
from sfwgen.cli.projects import project_root
from sfwgen.cli.words import say
from sfwgen.content import document_schemas
from sfwgen.editors import FOLDER, SETTINGS, editor_files
from sfwgen.publish import RealDisk
from sfwgen.scaffold import replace_files


def run(arguments: Arguments, console: Console) -> int:
    """Prints the schema of one kind of document, or all by kind; or writes each into a file."""
    schemas, kind = document_schemas(), arguments.text("kind")
    if kind and kind not in schemas:
        raise UsageFault(_unknown(kind, tuple(schemas), console.lang), arguments.command)
    if arguments.switch("editor"):
        return _write_editor(schemas, arguments, console)
    wanted = {kind: schemas[kind]} if kind else dict(schemas)
    given = arguments.text("write")
    if not given:
        console.write(_json(wanted[kind] if kind else wanted))
        return exits.FINE
    folder = Path(arguments.text("project") or ".", given).absolute().as_posix()
    replace_files(
        RealDisk(), folder, {f"{name}.schema.json": _json(each).encode() for name, each in wanted.items()}
    )
    console.say("schema-written", count=len(wanted), folder=shown(given))
    return exits.FINE


def _write_editor(schemas: Mapping[str, Mapping[str, object]], arguments: Arguments, console: Console) -> int:
    """Writes what VS Code needs; settings that are there are left alone, and said to be."""
    root = project_root(arguments)
    files = editor_files(schemas)
    kept = (Path(root) / SETTINGS).exists() and (Path(root) / SETTINGS).read_bytes() != files[SETTINGS]
    if kept:
        settings = files.pop(SETTINGS).decode()
    replace_files(RealDisk(), root, files)
    console.say("editor-written", count=len(files), folder=FOLDER)
    if kept:
        console.say("editor-kept", file=SETTINGS)
        console.write(settings)
    return exits.FINE


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _unknown(kind: str, kinds: tuple[str, ...], lang: str) -> str:
    wrong = say(lang, "value-invalid", option="KIND", word=kind)
    choices = say(lang, "value-choices", choices=("、" if lang == "zh" else ", ").join(kinds))
    return join(lang, wrong, choices, nearest(kind, kinds, lang))
