"""The files of a project with every slip corrected that has one safe remedy, each correction told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sfwgen.content import load_site
from sfwgen.content.frontmatter import parse_document
from sfwgen.content.text import decode_text
from sfwgen.content.yaml import parse_mapping
from sfwgen.diagnostics import Diagnostic, Severity
from sfwgen.each import Each, one_by_one
from sfwgen.fixes.recoding import recode, with_line_feeds
from sfwgen.fixes.remedies import CODES, REWORDED, candidates

_DOCUMENTS = (".md", ".yaml", ".yml")
_BOM = b"\xef\xbb\xbf"
_ROUNDS = 40
"""How often the whole is read again: a fault may hide another."""

RECODED, LINE_ENDS, RENAMED = "recoded", "line-ends", "renamed"


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction: the code of what was wrong, or what was done to the file; its line, before and after.

    `line` is 0 where the file as a whole is meant, and `told` is None then; `after` may hold two lines.
    """

    code: str
    line: int
    before: str
    after: str
    told: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file with its corrections, in the order in which they were made; `new_path` where it was renamed."""

    path: str
    new_path: str
    before: bytes
    after: bytes
    fixes: tuple[Fix, ...]


@dataclass(slots=True)
class _Draft:
    path: str
    before: bytes
    data: bytes
    fixes: list[Fix]


def fix(
    sources: Mapping[str, bytes], wanted: Collection[str] | None = None, each: Each = one_by_one
) -> tuple[tuple[FixedFile, ...], tuple[Diagnostic, ...]]:
    """Returns the files that are corrected, and the errors that are left in the documents.

    With `wanted` only these files are touched. What has no safe remedy stays as it is.
    """
    told = _read(sources, each)
    # A register may say that its rows are in another encoding.
    odd = {fault.location.file for fault in told if fault.code == "register-encoding"}
    drafts = {
        path: _start(path, data, sources)
        for path, data in sources.items()
        if (wanted is None or path in wanted) and (path.endswith(_DOCUMENTS) or path in odd)
    }
    files = {path: data for path, data in sources.items() if path not in drafts}
    files |= {draft.path: draft.data for draft in drafts.values()}
    by_path = {draft.path: draft for draft in drafts.values()}
    tried: set[tuple[str, str, int, str]] = set()
    told = _read(files, each)
    for _ in range(_ROUNDS):
        changed = [path for path in by_path if _correct(by_path[path], told, tried)]
        if not changed:
            break
        files |= {path: by_path[path].data for path in changed}
        told = _read(files, each)
    fixed = tuple(
        FixedFile(path, draft.path, draft.before, draft.data, tuple(draft.fixes))
        for path, draft in drafts.items()
        if draft.fixes
    )
    return fixed, tuple(fault for fault in told if fault.severity is Severity.ERROR)


def _start(path: str, data: bytes, sources: Mapping[str, bytes]) -> _Draft:
    """A file in UTF-8 with line feeds, under a name that is read."""
    draft = _Draft(path, data, data, [])
    recoded = recode(data, path)
    if recoded is not None:
        draft.data = recoded[0]
        draft.fixes.append(Fix(RECODED, 0, recoded[1], _beginning(recoded[0])))
    if path.endswith(_DOCUMENTS) and decode_text(draft.data, path)[0] is not None:
        draft.data, others = with_line_feeds(draft.data)
        if others:
            draft.fixes.append(Fix(LINE_ENDS, 0, str(others), ""))
    renamed = f"{path.removesuffix('.yml')}.yaml"
    if path.endswith(".yml") and renamed not in sources:
        draft.path = renamed
        draft.fixes.append(Fix(RENAMED, 0, path, draft.path))
    return draft


def _beginning(data: bytes) -> str:
    lines = data.decode("utf-8", errors="replace").splitlines()
    return "\n".join([line for line in lines if line.strip("- \t")][:3])


def _read(files: Mapping[str, bytes], each: Each) -> tuple[Diagnostic, ...]:
    return load_site(
        {path: data for path, data in files.items() if not path.startswith("templates/")}, each=each
    )[1]


def _correct(draft: _Draft, told: Sequence[Diagnostic], tried: set[tuple[str, str, int, str]]) -> bool:
    """Corrects each line of a file once; returns whether any was."""
    ours = [each for each in told if each.location.file == draft.path and each.code in CODES]
    if not ours or not draft.path.endswith(_DOCUMENTS):
        return False
    lines = draft.data.removeprefix(_BOM).decode().split("\n")
    done = False
    # From below, so that a line that becomes two moves none that is still to be corrected.
    for fault in _one_a_line(ours):
        number = fault.location.line - 1
        line = lines[number]
        if (draft.path, fault.code, number, line) in tried:
            continue
        tried.add((draft.path, fault.code, number, line))
        choices = [each for each in candidates(fault, line) if _keeps(fault, line, each)]
        better = _best(draft, lines, number, choices)
        if better is not None:
            draft.fixes.append(Fix(fault.code, fault.location.line, line, better, fault))
            lines[number : number + 1] = better.split("\n")
            done = True
    if done:
        bom = _BOM if draft.data.startswith(_BOM) else b""
        draft.data = bom + "\n".join(lines).encode()
    return done


def _one_a_line(told: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The first fault of each line, the lowest line first."""
    by_line: dict[int, Diagnostic] = {}
    for fault in told:
        if fault.location.line > 0:
            by_line.setdefault(fault.location.line, fault)
    yield from (by_line[line] for line in sorted(by_line, reverse=True))


def _keeps(fault: Diagnostic, line: str, better: str) -> bool:
    """Whether a remedy leaves every letter and digit where it is."""
    before, after = ("".join(filter(str.isalnum, text)) for text in (line, better))
    return before == after or fault.code in REWORDED


def _best(draft: _Draft, lines: list[str], number: int, choices: Sequence[str]) -> str | None:
    """Of several choices that with the fewest faults of syntax; None where all are worse than the line."""
    if len(choices) < 2:
        return next(iter(choices), None)
    counts = [_faults(draft.path, [*lines[:number], choice, *lines[number + 1 :]]) for choice in choices]
    return choices[counts.index(min(counts))]


def _faults(path: str, lines: list[str]) -> int:
    text = "\n".join(lines)
    found = parse_document(text, path) if path.endswith(".md") else parse_mapping(text, path)
    # A text that cannot be read to its end tells of one fault only.
    return len(found[1]) + (1000 if found[0] is None else 0)
