"""What a target has to be able to do, and the one that is a folder of this machine or of a share."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Protocol

DRAFT = ".sfwgen-part"
"""The ending of a file that is being written: it takes its name when it is whole."""


class StoreError(Exception):
    """The target does not answer or does not allow it; the text is that of whoever refused."""


class Store(Protocol):
    """A place for files by path. Every method raises StoreError where the target refuses."""

    def read(self, path: str) -> bytes | None:
        """Returns the bytes of a file, or None if there is none."""

    def write(self, path: str, data: bytes) -> None:
        """Puts a file in place as a whole, over one that is there."""

    def remove(self, path: str) -> None:
        """Removes a file; one that is not there is no fault."""

    def is_empty(self) -> bool:
        """Returns whether nothing at all is there."""

    def close(self) -> None:
        """Ends the connection."""


class FolderStore:
    """A folder: of this machine, of a network drive, of a stick."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, path: str) -> bytes | None:
        """Returns the bytes of a file, or None if there is none."""
        try:
            return (self.folder / path).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _refused(error) from error

    def write(self, path: str, data: bytes) -> None:
        """Puts a file in place as a whole, over one that is there."""
        target = self.folder / path
        draft = target.with_name(target.name + DRAFT)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data)
            draft.replace(target)
        except OSError as error:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise _refused(error) from error

    def remove(self, path: str) -> None:
        """Removes a file; one that is not there is no fault."""
        target = self.folder / path
        try:
            target.unlink(missing_ok=True)
        except OSError as error:
            raise _refused(error) from error
        # Folders that hold nothing any more go too; others refuse.
        with suppress(OSError):
            for above in target.parents:
                if above == self.folder:
                    break
                above.rmdir()

    def is_empty(self) -> bool:
        """Returns whether nothing at all is there."""
        try:
            return not self.folder.exists() or next(self.folder.iterdir(), None) is None
        except OSError as error:
            raise _refused(error) from error

    def close(self) -> None:
        """Has nothing to end."""


def _refused(error: OSError) -> StoreError:
    return StoreError(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
