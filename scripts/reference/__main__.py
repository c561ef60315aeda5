"""Writes the documents that follow from the program."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.reference import diagnostics, templates

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """Writes every generated document that is out of date, and prints its path."""
    for module, make in (
        (templates, templates.make_templates_page),
        (diagnostics, diagnostics.make_diagnostics_page),
    ):
        for lang, path in module.PAGES.items():
            _write(ROOT / path, make(lang))
    return 0


def _write(file: Path, text: str) -> None:
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8", newline="\n")
        print(file.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
