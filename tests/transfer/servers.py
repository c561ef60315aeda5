"""Servers on loopback that a site may be taken to: one for SFTP, one for object storage."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import paramiko
from paramiko.common import AUTH_FAILED, AUTH_SUCCESSFUL, OPEN_SUCCEEDED
from paramiko.sftp import SFTP_OK


class _Login(paramiko.ServerInterface):
    """Lets in who has the key."""

    def __init__(self, key: paramiko.PKey) -> None:
        self.key = key

    def check_auth_publickey(self, _username: str, key: paramiko.PKey) -> int:
        return AUTH_SUCCESSFUL if key == self.key else AUTH_FAILED

    def get_allowed_auths(self, _username: str) -> str:
        return "publickey"

    def check_channel_request(self, _kind: str, _chanid: int) -> int:
        return OPEN_SUCCEEDED


class _Handle(paramiko.SFTPHandle):
    """An open file of the server."""


class _Files(paramiko.SFTPServerInterface):
    """The files below a folder."""

    root = Path()

    def _path(self, path: str) -> Path:
        return self.root / path.lstrip("/")

    def list_folder(self, path: str) -> list[paramiko.SFTPAttributes] | int:
        try:
            return [
                paramiko.SFTPAttributes.from_stat(each.stat(), each.name)
                for each in self._path(path).iterdir()
            ]
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno or 0)

    def stat(self, path: str) -> paramiko.SFTPAttributes | int:
        try:
            return paramiko.SFTPAttributes.from_stat(self._path(path).stat())
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno or 0)

    lstat = stat

    def open(self, path: str, flags: int, _attr: paramiko.SFTPAttributes) -> paramiko.SFTPHandle | int:
        try:
            number = os.open(self._path(path), flags, 0o644)
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno or 0)
        handle = _Handle(flags)
        file = os.fdopen(number, "wb" if flags & os.O_WRONLY else "rb")
        handle.readfile = handle.writefile = file  # type: ignore[attr-defined]  # as paramiko's example does
        return handle

    def remove(self, path: str) -> int:
        return self._do(lambda: self._path(path).unlink())

    def posix_rename(self, oldpath: str, newpath: str) -> int:
        return self._do(lambda: self._path(oldpath).replace(self._path(newpath)))

    def mkdir(self, path: str, _attr: paramiko.SFTPAttributes) -> int:
        return self._do(lambda: self._path(path).mkdir())

    def rmdir(self, path: str) -> int:
        return self._do(lambda: self._path(path).rmdir())

    @staticmethod
    def _do(action: object) -> int:
        try:
            action()  # type: ignore[operator]  # a function without arguments
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno or 0)
        return SFTP_OK


@contextmanager
def sftp_server(root: Path, home: Path) -> Iterator[int]:
    """Serves a folder over SFTP; gives the port. `home` gets a key that may log in, and the host's own key."""
    own, host = paramiko.RSAKey.generate(2048), paramiko.RSAKey.generate(2048)
    files = type("Files", (_Files,), {"root": root})
    listener = socket.create_server(("127.0.0.1", 0))
    port = int(listener.getsockname()[1])
    (home / ".ssh").mkdir(parents=True)
    own.write_private_key_file(str(home / ".ssh" / "id_rsa"))
    known = f"[127.0.0.1]:{port} {host.get_name()} {host.get_base64()}\n"
    (home / ".ssh" / "known_hosts").write_text(known, encoding="ascii")
    transports: list[paramiko.Transport] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                transport = paramiko.Transport(connection)
                transports.append(transport)
                transport.add_server_key(host)
                transport.set_subsystem_handler("sftp", paramiko.SFTPServer, files)
                with suppress(paramiko.SSHException, EOFError):
                    transport.start_server(server=_Login(own))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield port
    finally:
        listener.close()
        for each in transports:
            each.close()
        thread.join(5)
