"""The ways in which a publication is refused, each with the diagnostic that tells the user."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.publish.disk import HeldError
from sfwgen.publish.names import printable

_CODE_BY_ERRNO = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "disk-forbidden",
    errno.EPERM: "disk-forbidden",
    errno.EROFS: "disk-forbidden",
    errno.EMFILE: "too-many-open-files",
    errno.ENFILE: "too-many-open-files",
    errno.ELOOP: "output-link",
    errno.EBUSY: "output-mount-point",
    errno.EXDEV: "output-mount-point",
}


class PublishError(Exception):
    """Nothing was published, the site is as it was; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


class Busy(PublishError):
    """Another process is publishing this project (exit code 4)."""


class EnvironmentFault(PublishError):
    """The machine, the disk or the output folder does not allow it (exit code 5)."""


class OutputShrinks(PublishError):
    """The site would lose more pages than is allowed without consent (exit code 1)."""


class InputsChanged(PublishError):
    """The sources are no longer those that the outputs were made from; building again helps."""


def describe(error: OSError, project: str) -> Diagnostic:
    """Returns the diagnostic for a system's refusal, with its cause and the path as seen from the project."""
    return _fault(_CODE_BY_ERRNO.get(error.errno or 0, "disk-fault"), error, project)


def describe_unfinished(error: OSError, project: str) -> Diagnostic:
    """Returns the diagnostic for a system's refusal that came when the new site stood already."""
    return _fault("publish-unfinished", error, project)


def _fault(code: str, error: OSError, project: str) -> Diagnostic:
    path = _inside(str(error.filename or ""), project)
    cause = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return fault(code, Location(path), path=path, cause=cause)


def refusal(code: str, path: str, **words: object) -> EnvironmentFault:
    """Returns the fault for an output folder that sfwgen will not touch."""
    shown = printable(path)
    texts = tuple((name, str(word)) for name, word in words.items())
    return EnvironmentFault(replace(fault(code, Location(shown)), words=(("path", shown), *texts)))


@contextmanager
def told(project: str) -> Iterator[None]:
    """Turns a system's refusal, or a lock that is held, into a fault of this package."""
    try:
        yield
    except HeldError as held:
        pid = "?" if held.pid is None else held.pid
        raise Busy(fault("build-busy", Location(""), pid=pid)) from held
    except OSError as error:
        raise EnvironmentFault(describe(error, project)) from error


def _inside(path: str, project: str) -> str:
    below = path.replace("\\", "/").removeprefix(project.replace("\\", "/").rstrip("/"))
    if below.startswith("/") and len(below) < len(path):
        return printable(below[1:])
    return printable(path.replace("\\", "/").rsplit("/", 1)[-1])
