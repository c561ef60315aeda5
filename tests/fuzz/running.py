"""Edited projects put through every stage, in process or through the command line, and what must hold of each."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping
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


def try_in_process(files: Mapping[str, bytes]) -> str:
    """Returns what went wrong with the program, not with the project, in words; empty if nothing did."""
    start = time.process_time()
    try:
        checked = make_site(make_sources(files), theme_files())
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


def try_by_command_line(files: Mapping[str, bytes]) -> str:
    """The same through the command line, in a process whose end, words, time and memory are looked at."""
    with tempfile.TemporaryDirectory() as folder:
        # An edit may have made a file of what is a folder elsewhere; such a project there cannot be.
        kept = {
            path: data
            for path, data in files.items()
            if not any(other.startswith(f"{path}/") for other in files)
        }
        put(Path(folder), kept)
        command = [sys.executable, "-m", "sfwgen", "build", "--project", folder, "--debug"]
        start = time.monotonic()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
            assert process.stdout is not None
            said = process.stdout.read().decode("utf-8", "replace")
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        taken = time.monotonic() - start
        if process.returncode not in CODES or "Traceback" in said:
            return f"exit {process.returncode}: {said[-2000:]}"
        if folder in said:
            return f"prints the folder of the project: {said[-2000:]}"
        if used.ru_utime + used.ru_stime > SECONDS:
            return f"took {taken:.1f} s"
        if used.ru_maxrss << 10 > MEMORY:
            return f"took {used.ru_maxrss >> 10} MiB"
        if process.returncode == 1 and (Path(folder) / "site").exists():
            return "failed, and yet a site"
    return ""
