"""`sfwgen forms`: fetches what the forms of the preview are made of, through npm, and checks it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from sfwgen.build.state import FOLDER as STATE
from sfwgen.cli import exits
from sfwgen.cli.commands.forms_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments
from sfwgen.cli.projects import project_root
from sfwgen.forms.packages import FOLDER, PACKAGES, PackageFault, unpack, version_file
from sfwgen.publish import RealDisk
from sfwgen.scaffold import replace_files

_SECONDS = 600
_SPECS = " ".join(package.spec for package in PACKAGES)


class _Missing(Exception):
    """The archives cannot be had; the text says why."""


def run(arguments: Arguments, console: Console) -> int:
    """Puts the files of the forms into the project, where git does not see them."""
    try:
        if given := arguments.text("from"):
            files = _files(Path(given), console.lang)
        else:
            with TemporaryDirectory(prefix="sfwgen-") as folder:
                _fetch(folder, console.lang)
                files = _files(Path(folder), console.lang)
    except _Missing as missing:
        console.print_aside(str(missing))
        return exits.ENVIRONMENT
    replace_files(RealDisk(), f"{project_root(arguments)}/{STATE}/{FOLDER}", files)
    names = ("、" if console.lang == "zh" else ", ").join(package.spec for package in PACKAGES)
    console.write(tell(console.lang, "done", packages=names) + "\n")
    return exits.FINE


def _fetch(folder: str, lang: str) -> None:
    """Has npm put the archives into a folder, from the registry that it is set up with."""
    npm = shutil.which("npm")
    if npm is None:
        raise _Missing(tell(lang, "no-npm", specs=_SPECS))
    command = [npm, "pack", *_SPECS.split(), "--pack-destination", folder, "--silent"]
    try:
        # In that folder, so that no settings of the project's own decide where packages come from.
        done = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _Missing(tell(lang, "npm-failed", cause=shown(str(error)))) from error
    if done.returncode != 0:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        cause = said[0] if said else f"npm pack: {done.returncode}"
        raise _Missing(tell(lang, "npm-failed", cause=shown(cause)))


def _files(folder: Path, lang: str) -> Mapping[str, bytes]:
    """The files of all packages, whose archives lie in a folder."""
    files: dict[str, bytes] = {}
    for package in PACKAGES:
        archive = folder / package.archive
        if not archive.is_file():
            raise _Missing(tell(lang, "no-archive", archive=package.archive, folder=shown(str(folder))))
        try:
            files |= unpack(package, archive.read_bytes())
        except PackageFault as wrong:
            raise _Missing(tell(lang, "wrong-archive", archive=package.archive, digest=wrong)) from wrong
    return files | dict((version_file(),))
