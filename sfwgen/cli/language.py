"""The language of the command line: --lang, else the project's default language, else the locale's."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

LANGUAGES = ("zh", "en")
_NO_LANGUAGE = re.compile(r"(?:C|POSIX)(?:\..*)?")
_LOOKED_AT = 1 << 16
_DEFAULT = re.compile(rb"^languages:.*?\bid:\s*[\"']?([A-Za-z]+)", re.MULTILINE | re.DOTALL)


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Returns `zh` or `en`. Faulty arguments and files are looked over: help has to be given then, too."""
    asked = option_value(arguments, "--lang")
    if asked in LANGUAGES:
        return asked
    folder = option_value(arguments, "--project") or "."
    # A machine may name no language; then a new project is spoken of as all its commands will be.
    otherwise = "zh" if "init" in arguments else "en"
    return _project_language(folder) or _machine_language(environment, otherwise)


def option_value(arguments: Sequence[str], option: str) -> str | None:
    """Returns the value given to an option, as `--option value` or `--option=value`; the last one counts."""
    found = None
    for at, argument in enumerate(arguments):
        if argument == option and at + 1 < len(arguments):
            found = arguments[at + 1]
        elif argument.startswith(f"{option}="):
            found = argument.partition("=")[2]
    return found


def _project_language(folder: str) -> str | None:
    """The default language of the project's config.yaml; read without YAML, which takes its time to load."""
    path = Path(folder, "config.yaml")
    try:
        # A pipe of that name would be waited for without end.
        if not path.is_file():
            return None
        with path.open("rb") as file:
            match = _DEFAULT.search(file.read(_LOOKED_AT))
    except (OSError, ValueError):
        return None
    return None if match is None else _spoken(match[1].decode())


def _machine_language(environment: Mapping[str, str], otherwise: str) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return otherwise if _NO_LANGUAGE.fullmatch(value) else _spoken(value)
    return _windows_language() if sys.platform == "win32" else otherwise


def _windows_language() -> str:
    import locale

    return _spoken(locale.getlocale()[0] or "")


def _spoken(name: str) -> str:
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def environment() -> Mapping[str, str]:
    """Returns the environment variables of the process."""
    return os.environ
