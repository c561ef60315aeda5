"""A build starts no other program, asks no network, and writes into its own folder alone: by the system's own record."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest

from sfwgen.build import read_sources
from sfwgen.publish import RealDisk
from sfwgen.resources import starter_files
from tests.site.machines import ROOT
from tests.support.trees import put

_CALL = re.compile(r"^\d+ +(?P<call>\w+)\((?P<rest>.*)$", re.MULTILINE)
_CALLS = "execve,execveat,socket,connect,bind,sendto,sendmsg,openat,open,creat,mkdir,rename,renameat2,symlink,link,linkat"
HEAVY = "\n\n".join(["**长** [文](../../pages/about/index.zh.md)。"] * 900)
"""A text so full of marks that it is converted in a process of its own."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A build and every call of the kinds looked at, its processes' calls among them."""

    project: Path
    calls: tuple[tuple[str, str], ...]

    def of(self, *names: str) -> list[str]:
        """The calls of these names, as they were recorded."""
        return [rest for call, rest in self.calls if call in names]


def record(command: list[str], folder: Path, log: Path) -> tuple[tuple[str, str], ...]:
    assert which("strace"), "strace is missing: run make setup-system"
    tracer = [
        "strace",
        "-f",
        "-qq",
        "-y",
        "-s",
        "300",
        "-o",
        str(log),
        "-e",
        f"trace={_CALLS}",
        "--seccomp-bpf",
    ]
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": "/nonexistent",
    }
    done = subprocess.run(
        [*tracer, *command], cwd=folder, env=environment, capture_output=True, check=False, timeout=300
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    return tuple(
        (found["call"], found["rest"]) for found in _CALL.finditer(log.read_text("utf-8", "replace"))
    )


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    """A build of the example with a heavy text and PDFs."""
    folder = tmp_path_factory.mktemp("traced")
    project = folder / "bulletin"
    sound = dict(starter_files())
    sound["config.yaml"] += b"\npdf: {bulletins: true}\n"
    sound["content/pages/about/index.zh.md"] += f"\n{HEAVY}\n".encode()
    put(project, sound)
    return Traced(project, record([sys.executable, "-m", "sfwgen", "build"], project, folder / "calls"))


def test_no_program_is_started_but_its_own_python(traced: Traced) -> None:
    started = [re.findall(r'"([^"]*)"', call)[0] for call in traced.of("execve", "execveat")]
    assert len(started) >= 2, "the heavy text was meant to have a process of its own"
    assert {Path(each).resolve() for each in started} == {Path(sys.executable).resolve()}


def test_no_network_is_asked_for(traced: Traced) -> None:
    assert traced.of("connect", "bind", "sendto", "sendmsg") == []
    assert [call for call in traced.of("socket") if not call.startswith("AF_UNIX")] == []


def test_nothing_is_written_outside_the_project(traced: Traced) -> None:
    written = [
        call for call in traced.of("open", "openat", "creat") if re.search(r"O_(WRONLY|RDWR|CREAT)", call)
    ]
    changed = [*written, *traced.of("mkdir", "rename", "renameat2", "symlink", "link", "linkat")]
    assert len(changed) > 100
    outside = [call for call in changed if not any(is_own(traced.project, path) for path in _paths(call))]
    assert outside == []


def test_nothing_is_read_but_the_project_python_and_the_system(traced: Traced) -> None:
    system = "/usr/ /lib /bin /proc/ /dev/ /sys/ /etc/ld.so /etc/locale.alias /etc/localtime /etc/fonts /var/cache/fontconfig"
    python = (sys.prefix, sys.base_prefix, *filter(None, sys.path))
    allowed = (str(traced.project), str(ROOT), *python, *system.split())
    asked = {path for call in traced.of("open", "openat") for path in _paths(call) if "ENOENT" not in call}
    assert len(asked) > 100
    assert [path for path in sorted(asked) if path.startswith("/") and not path.startswith(allowed)] == []


def test_what_is_read_of_the_project_is_what_a_build_knows_of(traced: Traced) -> None:
    """Whatever else were read could change without a page being made anew."""
    asked = {path for call in traced.of("open", "openat") for path in _paths(call) if "ENOENT" not in call}
    root = f"{traced.project}/"
    inside = {path.removeprefix(root).rstrip("/") for path in asked if path.startswith(root)}
    known = set(read_sources(RealDisk(), str(traced.project))[0])
    folders = {parent.as_posix() for path in known for parent in Path(path).parents}
    own = (".sfwgen", "site", "fonts")
    assert len(inside & known) > 20
    assert {path for path in inside - known - folders if not path.partition("/")[0].startswith(own)} == set()


def _paths(call: str) -> Iterator[str]:
    """The paths that a call names, made whole by the folder that it begins from."""
    for folder, path in re.findall(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"([^"]*)"', call):
        yield path if path.startswith("/") else f"{folder}/{path}"


def is_own(project: Path, path: str) -> bool:
    return path.startswith(f"{project}/") or path == str(project) or path == "/dev/null"


def test_a_program_that_asks_the_network_and_starts_others_would_be_noticed(tmp_path: Path) -> None:
    asks = "import socket, subprocess; socket.socket().connect_ex(('127.0.0.1', 9)); subprocess.run(['/bin/true'])"
    calls = Traced(tmp_path, record([sys.executable, "-c", asks], tmp_path, tmp_path / "calls"))
    with pytest.raises(AssertionError):
        test_no_network_is_asked_for(calls)
    with pytest.raises(AssertionError):
        test_no_program_is_started_but_its_own_python(calls)
