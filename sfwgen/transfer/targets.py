"""Where a site may be taken, as one writes it: a folder, `sftp://host/folder`, `s3://bucket/prefix`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sfwgen.transfer.stores import FolderStore, Store

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_PORT = 22


class UnknownTarget(ValueError):
    """The target cannot be understood, or says what must not stand there; `why` names the sentence for it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Target:
    """A target: `kind` is `folder`, `sftp` or `s3`; `host` is that of SFTP, or the bucket."""

    kind: str
    host: str = ""
    path: str = ""
    user: str = ""
    port: int = _PORT

    @property
    def extra(self) -> str:
        """What to install for it, empty for a folder."""
        return "" if self.kind == "folder" else "publish"


def parse_target(text: str) -> Target:
    """Returns the target that a text names. Raises UnknownTarget."""
    if "://" not in text or _DRIVE.match(text):
        return Target("folder", path=text)
    parts = urlsplit(text)
    try:
        port = parts.port or _PORT
    except ValueError as error:
        raise UnknownTarget("target-unknown") from error
    if parts.password:
        raise UnknownTarget("target-password")
    path = unquote(parts.path)
    match parts.scheme:
        case "file":
            return Target("folder", path=path)
        case "sftp" if parts.hostname:
            return Target("sftp", parts.hostname, path, parts.username or "", port)
        case "s3" if parts.netloc:
            return Target("s3", parts.netloc, path)
    raise UnknownTarget("target-unknown")


def open_store(target: Target, project: Path) -> Store:
    """Returns the store of a target; a folder is taken from the project's. Raises StoreError.

    Raises ModuleNotFoundError where the extra is not installed.
    """
    if target.kind == "folder":
        return FolderStore(project / target.path)
    if target.kind == "sftp":
        from sfwgen.transfer import sftp

        return sftp.SftpStore(sftp.connect(target.user, target.host, target.port), target.path)
    from sfwgen.transfer import objects

    return objects.connect(target.host, target.path)
