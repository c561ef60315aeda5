"""Edited projects put through every stage, in process or through the command line, and what must hold of each."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sfwgen.build import Checked, make_site
from sfwgen.diagnostics import Diagnostic
from sfwgen.diagnostics.report import print_github, print_json, print_text
from sfwgen.diagnostics.sarif import print_sarif
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.fuzz.edits import edited
from tests.support.trees import put

SECONDS = 10
"""How long one project may take."""
MEMORY = 512 << 20
"""How much memory a run of the command line may take, in bytes."""
CODES = {0, 1}
_OPEN = re.compile(r"(?<!\{)\{[a-z_]+\}(?!\})")


def project_of(seed: int) -> dict[str, bytes]:
    """The project of a number; the same for the same number."""
    return edited(random.Random(seed))


def try_in_process(files: Mapping[str, bytes], ends: Counter[str] | None = None) -> str:
    """Returns what went wrong with the program, not with the project, in words; empty if nothing did.

    `ends` counts the gates at which projects end, and those that come through as `site`.
    """
    start = time.process_time()
    try:
        checked = make_site(make_sources(files), theme_files())
        if ends is not None:
            ends[str(checked.stopped_at or "site")] += 1
        problem = _reports(checked) or _outcome(checked)
    except Exception:
        return traceback.format_exc()
    if not problem and (taken := time.process_time() - start) > SECONDS:
        return f"took {taken:.1f} s"
    return problem


def _outcome(checked: Checked) -> str:
    if checked.stopped_at is None:
        return "" if "index.html" in checked.outputs else "no error, and no site"
    if checked.outputs:
        return "stopped, and yet a site"
    return "" if checked.fails() else "stopped without an error"


def _reports(checked: Checked) -> str:
    told = checked.diagnostics
    log = json.loads(print_sarif(told, "zh"))
    count = len(json.loads(print_json(told))["diagnostics"])
    if len(log["runs"][0]["results"]) != count:
        return "SARIF and JSON tell different numbers of faults"
    for lang in ("zh", "en"):
        for text in (print_text(told, lang), print_github(told, lang)):
            if "\x1b" in text or "Traceback" in text:
                return f"odd report: {text[:200]!r}"
    return next(filter(None, (_wrong_place(each, checked) for each in told)), "")


def _wrong_place(each: Diagnostic, checked: Checked) -> str:
    """What is wrong with the place or the words of a diagnostic."""
    for lang in ("zh", "en"):
        words = " ".join(word for _, word in each.words)
        for text in (each.message(lang), each.hint(lang)):
            if (found := _OPEN.search(text)) and found[0] not in words:
                return f"{each.code}: {found[0]} is not filled in: {text}"
    data = checked.sources.get(each.location.file)
    if data is None or not each.location.line:
        return ""
    lines = data.decode("utf-8", "replace").count("\n") + data.count(b"\r") + 1
    if each.location.line > lines:
        return f"{each.code}: line {each.location.line} of {lines} in {each.location.file}"
    return ""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run of the command line ended: what it said, the seconds it computed, the most memory it had."""

    code: int
    said: str
    seconds: float
    memory: int

    def problem(self) -> str:
        """What is wrong with the program; empty if nothing is."""
        if self.code not in CODES or "Traceback" in self.said:
            return f"exit {self.code}: {self.said[-2000:]}"
        if self.seconds > SECONDS:
            return f"took {self.seconds:.1f} s"
        return f"took {self.memory >> 20} MiB" if self.memory > MEMORY else ""


# A process inherits the peak of memory of the one that starts it, so that a small one stands between.
_MEASURE = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:], stderr=subprocess.STDOUT)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""


def build_project(folder: Path) -> Ended:
    """Builds a project through the command line, in a process of its own."""
    command = [sys.executable, "-m", "sfwgen", "build", "--project", str(folder), "--debug", "--lang", "en"]
    measured = [sys.executable, "-I", "-S", "-c", _MEASURE, *command]
    done = subprocess.run(measured, capture_output=True, check=True)
    code, seconds, memory = done.stderr.split()
    return Ended(int(code), done.stdout.decode("utf-8", "replace"), float(seconds), int(memory) << 10)


def try_by_command_line(files: Mapping[str, bytes]) -> str:
    """The same through the command line, in a process whose end, words, time and memory are looked at."""
    with tempfile.TemporaryDirectory() as folder:
        # An edit may have made a file of what is a folder elsewhere; such a project there cannot be.
        put(
            Path(folder),
            {
                path: data
                for path, data in files.items()
                if not any(other.startswith(f"{path}/") for other in files)
            },
        )
        ended = build_project(Path(folder))
        if problem := ended.problem():
            return problem
        if folder in ended.said:
            return f"prints the folder of the project: {ended.said[-2000:]}"
        return "failed, and yet a site" if ended.code and (Path(folder) / "site").exists() else ""
