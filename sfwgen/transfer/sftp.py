"""A target over SFTP. Only hosts whose key is known are spoken to; keys come from the agent or ~/.ssh."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from posixpath import dirname
from typing import TYPE_CHECKING

from sfwgen.transfer.stores import DRAFT, StoreError

if TYPE_CHECKING:
    from paramiko import SFTPClient, SSHClient

_SECONDS = 30


class SftpStore:
    """A folder of another machine. `folder` is a path there; one without `/` begins at the home folder."""

    def __init__(self, connection: SSHClient, folder: str) -> None:
        self.connection = connection
        self.folder = folder.rstrip("/") or "."
        self.known: set[str] = set()
        with _refusals():
            self.files: SFTPClient = connection.open_sftp()
            channel = self.files.get_channel()
            if channel is not None:
                channel.settimeout(_SECONDS)

    def read(self, path: str) -> bytes | None:
        """Returns the bytes of a file, or None if there is none."""
        with _refusals():
            try:
                with self.files.open(f"{self.folder}/{path}", "rb") as file:
                    return file.read()
            except FileNotFoundError:
                return None

    def write(self, path: str, data: bytes) -> None:
        """Puts a file in place as a whole, over one that is there."""
        target = f"{self.folder}/{path}"
        with _refusals():
            self._make_folder(dirname(target))
            with self.files.open(target + DRAFT, "wb") as file:
                file.set_pipelined(True)
                file.write(data)
            self.files.posix_rename(target + DRAFT, target)

    def remove(self, path: str) -> None:
        """Removes a file; one that is not there is no fault."""
        with _refusals():
            with suppress(FileNotFoundError):
                self.files.remove(f"{self.folder}/{path}")
            # Folders that hold nothing any more go too; others refuse.
            with suppress(OSError):
                above = dirname(path)
                while above:
                    self.files.rmdir(f"{self.folder}/{above}")
                    self.known.discard(f"{self.folder}/{above}")
                    above = dirname(above)

    def is_empty(self) -> bool:
        """Returns whether nothing at all is there."""
        with _refusals():
            try:
                return not self.files.listdir(self.folder)
            except FileNotFoundError:
                return True

    def close(self) -> None:
        """Ends the connection."""
        self.connection.close()

    def _make_folder(self, folder: str) -> None:
        if folder in self.known or folder in ("", ".", "/"):
            return
        try:
            self.files.stat(folder)
        except FileNotFoundError:
            self._make_folder(dirname(folder))
            self.files.mkdir(folder)
        self.known.add(folder)


def connect(user: str, host: str, port: int) -> SSHClient:
    """Returns a connection to a host that is known. Raises StoreError, also where its key is another one."""
    from paramiko import RejectPolicy, SSHClient

    client = SSHClient()
    client.load_system_host_keys()
    client.set_missing_host_key_policy(RejectPolicy())
    with _refusals():
        client.connect(host, port, user or None, timeout=_SECONDS, key_filename=_key_file(host))
    return client


def _key_file(host: str) -> str | None:
    """The key that ~/.ssh/config names for a host; without one the usual keys are tried."""
    from paramiko import SSHConfig

    file = Path("~/.ssh/config").expanduser()
    if not file.is_file():
        return None
    named: str | list[str] = SSHConfig.from_path(str(file)).lookup(host).get("identityfile", "")
    return (named if isinstance(named, str) else next(iter(named), "")) or None


@contextmanager
def _refusals() -> Iterator[None]:
    from paramiko import SSHException

    try:
        yield
    except (SSHException, OSError, EOFError) as error:
        raise StoreError(str(error) or type(error).__name__) from error
