"""The preview servers: from saving a file to the reload in the browser, over the protocol that both speak."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from benchmarks.cases import Round, edit_body, edit_title
from benchmarks.corpus import MadeUp
from benchmarks.programs import Project

_HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
_START_SECONDS, _EDIT_SECONDS = 3600, 300
_QUIET_SECONDS = 1.5
EDITS: dict[str, tuple[Callable[[MadeUp, int], MadeUp], Callable[[int], str]]] = {
    "serve: a body saved": (edit_body, lambda number: f"{'又' * (number + 1)}去看了看"),
    "serve: a title saved": (edit_title, lambda number: f"镇里的路{'真' * (number + 1)}修好了"),
}
"""What is saved, and the words by which the new page can be told."""


def measure_serving(project: Project, this: Round, edits: int) -> dict[str, list[float]]:
    """Returns the seconds from each save until the page that a reloading browser gets has the edit in it."""
    port = _free_port()
    command = [part.format(port=port) for part in project.program.server]
    with _running(command, project) as process:
        return asyncio.run(_measure(project, this, port, edits, process))


async def _measure(
    project: Project, this: Round, port: int, edits: int, process: subprocess.Popen[bytes]
) -> dict[str, list[float]]:
    await _until_up(port, process)
    page = await _page(port, this.story.name)
    found: dict[str, list[float]] = {name: [] for name in EDITS}
    socket_ = await _listen(port, page)
    # No two rounds may write the same: what changes nothing reloads nothing.
    for number in range(10, 10 + edits):
        for name, (edit, words) in EDITS.items():
            await _quiet(socket_)
            story, expected = edit(this.story, number), words(number)
            started = time.perf_counter()
            project.write_story(story)
            await asyncio.wait_for(_reloaded(socket_, page, expected), _EDIT_SECONDS)
            found[name].append(time.perf_counter() - started)
    socket_.close()
    return found


async def _reloaded(opened: WebSocketClientConnection, page: str, expected: str) -> None:
    """Waits until a browser that is told to reload gets the page with the words in it."""
    while True:
        await _told_to_reload(opened)
        if expected in (await _get(page)).decode():
            return


async def _quiet(opened: WebSocketClientConnection) -> None:
    """Waits until the server has said nothing for a while: it is done with what came before."""
    with suppress(TimeoutError):
        while True:
            await asyncio.wait_for(_told_to_reload(opened), _QUIET_SECONDS)


async def _until_up(port: int, process: subprocess.Popen[bytes]) -> None:
    """Waits for the first site."""
    for _ in range(_START_SECONDS * 5):
        assert process.poll() is None, process.returncode
        try:
            await _get(f"http://127.0.0.1:{port}/")
        except OSError:
            await asyncio.sleep(0.2)
        else:
            return


async def _page(port: int, name: str) -> str:
    """The address of a story's page: it depends on the program."""
    for path in (f"stories/{name}.html", f"stories/{name}/"):
        try:
            await _get(f"http://127.0.0.1:{port}/{path}")
        except OSError:
            continue
        return f"http://127.0.0.1:{port}/{path}"
    raise AssertionError(name)


async def _get(address: str) -> bytes:
    answer = await AsyncHTTPClient().fetch(address, raise_error=False, request_timeout=_EDIT_SECONDS)
    if answer.code != 200:
        raise OSError(answer.code)
    return answer.body


async def _listen(port: int, page: str) -> WebSocketClientConnection:
    # As a page of the preview does, which says where it comes from.
    headers = {"Origin": f"http://127.0.0.1:{port}"}
    opened = await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{port}/livereload", headers=headers))
    for message in (_HELLO, {"command": "info", "plugins": {}, "url": page}):
        await opened.write_message(json.dumps(message))
    return opened


async def _told_to_reload(opened: WebSocketClientConnection) -> None:
    while True:
        message = await opened.read_message()
        assert message is not None, "the server has gone"
        if json.loads(message).get("command") == "reload":
            return


@contextmanager
def _running(command: list[str], project: Project) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command, cwd=project.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
