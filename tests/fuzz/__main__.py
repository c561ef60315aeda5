"""Tries edited projects for a while, or one of them by its number.

    python -m tests.fuzz --seconds 900 [--first 0] [--command-line]
    python -m tests.fuzz NUMBER [FOLDER]      the project of a number is written to the folder

Prints each kind of trouble once, with the first number that gave it, and how many projects were tried.
"""

from __future__ import annotations

import argparse
import sys
import time
from itertools import count
from pathlib import Path

from tests.fuzz.running import project_of, try_by_command_line, try_in_process
from tests.support.trees import put


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("number", nargs="?", type=int)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--command-line", action="store_true")
    asked = parser.parse_args()
    if asked.number is not None:
        if asked.folder:
            put(asked.folder, project_of(asked.number))
        print(try_in_process(project_of(asked.number)) or "no trouble")
        return 0
    attempt = try_by_command_line if asked.command_line else try_in_process
    end, troubles, tried = time.monotonic() + asked.seconds, dict[str, int](), 0
    for number in count(asked.first):
        if time.monotonic() > end:
            break
        tried += 1
        problem = attempt(project_of(number))
        kind = "\n".join(problem.splitlines()[-3:])
        if problem and kind not in troubles:
            troubles[kind] = number
            print(f"{number}: {problem}", flush=True)
    print(f"tried {tried} projects, {len(troubles)} kinds of trouble")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
