"""Lighthouse in its mobile mode over the example's home page, a story and the figures, in both languages.

    python -m scripts.audit [--runs 5] [PATH …]

The site is built as anyone would build it, with an address on this machine, and served compressed, as a real
server would. The medians are printed; the reports are kept in audit/, which git does not. Says with 1 that a
median is below what is promised. Needs npm, a Chromium and, the first time, the network.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.audit.server import serving
from sfwgen.build import build
from sfwgen.publish import RealDisk
from sfwgen.resources import starter_files

Report = dict[str, Any]
"""What Lighthouse tells of one page, as JSON."""

PAGES = (
    "",
    "en/",
    *(f"{lang}{path}" for path in ("stories/gas-pipeline.html", "figures.html") for lang in ("", "en/")),
)
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}

_HERE = Path(__file__).parent
_REPORTS = _HERE.parents[1] / "audit"
_CLI = _HERE / "node_modules/lighthouse/cli/index.js"
_URL = b"https://sfw.yongkang.example/"
_CHROME = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
)


def main() -> int:
    """Audits the pages that the command line names, or those that are promised."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("pages", nargs="*", default=PAGES)
    given = parser.parse_args()
    _install()
    _REPORTS.mkdir(exist_ok=True)
    print(f"{'':34}" + "".join(f"{name:>16}" for name in LEAST))
    with tempfile.TemporaryDirectory() as made, serving(Path(made) / "site") as address:
        _build(Path(made), address)
        short = [page for page in given.pages if not _audit(address, page, given.runs)]
    return 1 if short else 0


def _install() -> None:
    if not _CLI.exists():
        options = ("--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        subprocess.run(["npm", "install", "--prefix", str(_HERE), *options], check=True)


def _build(folder: Path, address: str) -> None:
    for path, data in starter_files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data.replace(_URL, address.encode()))
    built = build(RealDisk(), str(folder))
    assert built.published is not None, built.diagnostics


def _audit(address: str, page: str, runs: int) -> bool:
    """Prints the medians of a page and what they fall short for; returns whether they are high enough."""
    reports = [_run(address, page, number) for number in range(runs)]
    scores = [
        {name: round(100 * (told["score"] or 0)) for name, told in report["categories"].items()}
        for report in reports
    ]
    medians = {name: statistics.median_low(score[name] for score in scores) for name in LEAST}
    shown = (
        f"{medians[name]} ({min(s[name] for s in scores)}–{max(s[name] for s in scores)})" for name in LEAST
    )
    print(f"/{page:33}" + "".join(f"{text:>16}" for text in shown), flush=True)
    for name, least in LEAST.items():
        if medians[name] < least:
            print(f"  {name}: {', '.join(_failing(reports[0], name))}")
    return all(medians[name] >= least for name, least in LEAST.items())


def _run(address: str, page: str, number: int) -> Report:
    report = _REPORTS / f"{page.replace('/', '-').removesuffix('.html') or 'home'}-{number + 1}.json"
    command = ["node", str(_CLI), address + page, "--quiet", "--output=json", f"--output-path={report}"]
    command += [f"--only-categories={','.join(LEAST)}", f"--chrome-flags={' '.join(_CHROME)}"]
    subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": "/usr/bin/chromium"})
    told: Report = json.loads(report.read_text(encoding="utf-8"))
    return told


def _failing(report: Report, category: str) -> Sequence[str]:
    audits = report["categories"][category]["auditRefs"]
    return [each["id"] for each in audits if report["audits"][each["id"]]["score"] not in (None, 1)]


if __name__ == "__main__":
    sys.exit(main())
