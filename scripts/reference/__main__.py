"""Writes the documents that follow from the program."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.reference import commands, contract, diagnostics, python, templates

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """Writes every generated document that is out of date, and prints its path."""
    for module, make in (
        (templates, templates.make_templates_page),
        (diagnostics, diagnostics.make_diagnostics_page),
        (commands, commands.make_commands_page),
        (python, python.make_python_page),
    ):
        for lang, path in module.PAGES.items():
            _write(ROOT / path, make(lang))
    return _write_contract()


def _write_contract() -> int:
    """Writes the template contract; refuses what takes names away under the number of a released one."""
    file, made = ROOT / contract.PAGE, contract.make_contract()
    gone = contract.taken_away(file.read_text(encoding="utf-8"), made) if file.is_file() else []
    if gone and contract.is_released():
        print(f"names of the template contract are gone: raise CONTRACT in sfwgen/theme.py: {gone}")
        return 1
    _write(file, made)
    return 0


def _write(file: Path, text: str) -> None:
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8", newline="\n")
        print(file.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
