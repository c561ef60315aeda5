"""A preview as its author starts it: a process of its own, spoken to over real connections."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.build.projects import small_project

PATIENCE = 30.0
"""Seconds to wait for what has to come."""
HANG_UP = 2.0
"""Seconds after which a client that has sent less than a request gives up."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for one request."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Served:
    """A preview that is running."""

    project: Path
    port: int
    process: subprocess.Popen[str]

    def save(self, path: str, text: str) -> None:
        """Saves a file of the project."""
        (self.project / path).parent.mkdir(parents=True, exist_ok=True)
        (self.project / path).write_text(text, encoding="utf-8")

    def get(self, path: str, **headers: str) -> Reply:
        """Asks for an address as a browser on this machine does."""
        lines = {"Host": f"127.0.0.1:{self.port}", **{k.replace("_", "-"): v for k, v in headers.items()}}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return self.send(f"GET {path} HTTP/1.1\r\n{head}Connection: close\r\n\r\n".encode())

    def send(self, request: bytes) -> Reply:
        """Sends bytes to the port and reads until the end; hangs up where the server waits for more."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=HANG_UP) as connection:
            connection.sendall(request)
            received = b""
            with suppress(ConnectionResetError):
                while part := _read(connection):
                    received += part
        return parse_reply(received)

    def wait_for(self, seen: Callable[[], bool]) -> None:
        """Waits until something is so."""
        end = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < end, "it did not come"
            time.sleep(0.05)

    def connect(self) -> Viewer:
        """Opens the connection that a page of the preview opens."""
        return Viewer(self.port)


def _read(connection: socket.socket) -> bytes:
    try:
        return connection.recv(1 << 16)
    except TimeoutError:
        connection.shutdown(socket.SHUT_WR)
        connection.settimeout(PATIENCE)
        return connection.recv(1 << 16)


def parse_reply(received: bytes) -> Reply:
    """Reads a response; status 0 stands for a connection that was closed without a word."""
    if not received:
        return Reply(0, {}, b"")
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if headers.get("transfer-encoding") == "chunked":
        body = b"".join(re.findall(rb"[0-9a-f]+\r\n(.*?)\r\n", body, re.DOTALL))
    return Reply(int(first.split()[1]), headers, body)


class Viewer:
    """A browser window's connection, as livereload's script makes it."""

    def __init__(self, port: int) -> None:
        self.port = port
        # A loop and a thread of its own: where a test drives a browser, this thread's loop is taken.
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        request = HTTPRequest(
            f"ws://127.0.0.1:{port}/livereload", headers={"Origin": f"http://127.0.0.1:{port}"}
        )
        self.connection: WebSocketClientConnection = self._run(self._connect(request))

    async def _connect(self, request: HTTPRequest) -> WebSocketClientConnection:
        return await websocket_connect(request)

    def _run(self, waiting: Any) -> Any:  # noqa: ANN401 - whatever the awaited call gives
        running = asyncio.run_coroutine_threadsafe(asyncio.wait_for(waiting, PATIENCE), self.loop)
        return running.result()

    def say(self, message: object) -> None:
        """Sends a message."""
        text = message if isinstance(message, str) else json.dumps(message)
        self._run(self._send(text))

    async def _send(self, text: str) -> None:
        await self.connection.write_message(text)

    def hear(self) -> dict[str, Any] | None:
        """Waits for the next message; None once the connection is closed."""
        message = self._run(self._read())
        return None if message is None else json.loads(message)

    async def _read(self) -> str | bytes | None:
        return await self.connection.read_message()

    def hears_nothing(self, seconds: float) -> bool:
        """Whether no message comes for a while."""

        async def wait() -> bool:
            done, pending = await asyncio.wait({asyncio.ensure_future(self._read())}, timeout=seconds)
            for task in pending:
                task.cancel()
            return not done

        return bool(self._run(wait()))

    def open(self, page: str) -> None:
        """Says hello and which page is shown."""
        self.say({"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]})
        greeting = self.hear()
        assert greeting is not None
        assert greeting["command"] == "hello"
        self.say({"command": "info", "plugins": {}, "url": f"http://127.0.0.1:{self.port}{page}"})

    def close(self) -> None:
        """Closes the window."""
        self._run(self._leave())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(PATIENCE)
        self.loop.close()

    async def _leave(self) -> None:
        self.connection.close()
        await asyncio.sleep(0)


def write_project(root: Path) -> Path:
    """Writes the small project, with things beside it that are nobody's business."""
    for path, text in small_project().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    (root / "config.yaml").write_text(small_project()["config.yaml"] + f"# {CANARY}\n", encoding="utf-8")
    for path in (".git/config", ".env", "secret.txt", "content/notes.txt", "site.txt"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(CANARY, encoding="utf-8")
    return root


CANARY = "canary-5b1e9c"


@contextmanager
def serving(project: Path, *options: str) -> Iterator[Served]:
    """Runs a preview of the project; it stops as by Ctrl-C, without a word of complaint."""
    command = [sys.executable, "-m", "sfwgen", "serve", "--port", "0", "--project", str(project), *options]
    log = project.parent / "preview.err"
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, encoding="utf-8")
        try:
            yield Served(project, _announced_port(process), process)
        finally:
            process.send_signal(signal.SIGINT)
            code = process.wait(4 * PATIENCE)
            assert process.stdout is not None
            process.stdout.close()
    said = log.read_text(encoding="utf-8")
    assert "Traceback" not in said
    assert len(said.splitlines()) <= 1, said
    assert code == 0


def _announced_port(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    for line in process.stdout:
        if match := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
            return int(match[1])
    raise AssertionError("the preview did not start")


@pytest.fixture(scope="session")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview whose sources no test changes."""
    with serving(write_project(tmp_path_factory.mktemp("quiet") / "bulletin"), "--lang", "zh") as served:
        yield served


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A preview of its own for a test that saves files."""
    with serving(write_project(tmp_path / "bulletin"), "--lang", "zh") as served:
        yield served
