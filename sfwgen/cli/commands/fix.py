"""`sfwgen fix`: corrects slips that have one safe remedy; shows each first, and writes only when told to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from sfwgen.build.memory import Memory
from sfwgen.build.sources import read_sources
from sfwgen.cli import exits
from sfwgen.cli.commands.fix_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.cli.projects import project_root
from sfwgen.fixes import Fix, FixedFile, fix
from sfwgen.fixes.fixing import LINE_ENDS, RECODED, RENAMED
from sfwgen.publish import RealDisk, Sources
from sfwgen.scaffold import replace_files

BACKUP = ".sfwgen/before-fix"
_KINDS = (RECODED, LINE_ENDS, RENAMED)


def run(arguments: Arguments, console: Console) -> int:
    """Shows every correction, and writes them with --write or when the user says so."""
    root = project_root(arguments)
    sources, _ = read_sources(RealDisk(), root)
    fixed, left = fix(sources, _wanted(sources, arguments, console), Memory().each)
    if not fixed:
        console.write(tell(console.lang, "nothing") + "\n")
    for file in fixed:
        console.write("".join(f"{line}\n" for line in _lines(file, console.lang)))
    if left:
        console.write(tell(console.lang, "left", n=len(left)) + "\n")
    if not fixed:
        return exits.FINE
    counts = {"fixes": sum(len(file.fixes) for file in fixed), "files": len(fixed)}
    if not arguments.switch("write") and not _agrees(console, counts):
        console.write(tell(console.lang, "not-written", **counts) + "\n")
        return exits.FINE
    return _write(root, fixed, counts, console)


def _agrees(console: Console, counts: dict[str, int]) -> bool:
    if not console.can_ask():
        return False
    console.print_aside(tell(console.lang, "ask", **counts))
    return console.read_line().lower() in ("y", "yes", "是")


def _wanted(sources: Sources, arguments: Arguments, console: Console) -> frozenset[str] | None:
    names = arguments.texts("file")
    if not names:
        return None
    root = Path(project_root(arguments))
    found: set[str] = set()
    for name in names:
        path = Path(name).absolute()
        inside = path.relative_to(root).as_posix() if path.is_relative_to(root) else name.replace("\\", "/")
        matching = {each for each in sources if each == inside or each.startswith(f"{inside.rstrip('/')}/")}
        if not matching:
            raise RefusedFault(tell(console.lang, "no-file", name=shown(name)), arguments.command)
        found |= matching
    return frozenset(found)


def _lines(file: FixedFile, lang: str) -> Iterator[str]:
    yield shown(file.path)
    whole = [each for each in file.fixes if each.code in _KINDS]
    for each in (*whole, *sorted(set(file.fixes) - set(whole), key=lambda each: each.line)):
        yield from _fix_lines(each, lang)


def _fix_lines(each: Fix, lang: str) -> Iterator[str]:
    if each.code in _KINDS:
        yield f"  {tell(lang, each.code, before=shown(each.before), after=shown(each.after))}"
        if each.code == RECODED:
            yield from (f"      {shown(line)}" for line in each.after.split("\n"))
        return
    what = each.told.message(lang) if each.told else each.code
    yield f"  {tell(lang, 'line', line=each.line, what=shown(what))}"
    yield f"    - {shown(each.before)}"
    yield from (f"    + {shown(line)}" for line in each.after.split("\n"))


def _write(root: str, fixed: Sequence[FixedFile], counts: dict[str, int], console: Console) -> int:
    disk = RealDisk()
    now, _ = read_sources(disk, root)
    for file in fixed:
        if now.get(file.path) != file.before:
            console.write(tell(console.lang, "changed-meanwhile", file=shown(file.path)) + "\n")
            return exits.CONTENT
    backup = f"{BACKUP}/{_digest(fixed)}"
    replace_files(disk, root, {f"{backup}/{file.path}": file.before for file in fixed})
    replace_files(disk, root, {file.new_path: file.after for file in fixed})
    for file in fixed:
        if file.new_path != file.path:
            disk.remove_file(f"{root}/{file.path}")
    console.write(tell(console.lang, "written", folder=backup, **counts) + "\n")
    return exits.FINE


def _digest(fixed: Sequence[FixedFile]) -> str:
    digest = hashlib.sha256()
    for file in fixed:
        digest.update(f"{file.path}\0{hashlib.sha256(file.before).hexdigest()}\0".encode())
    return digest.hexdigest()[:12]
