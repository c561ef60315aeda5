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
from contextlib import contextmanager

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from benchmarks.cases import Round, edit_body, edit_title
from benchmarks.corpus import MadeUp
from benchmarks.programs import Project

_HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
_START_SECONDS, _EDIT_SECONDS = 3600, 300
_QUIET_SECONDS = 1.5
EDITS: dict[str, Callable[[MadeUp, int], MadeUp]] = {
    "serve: a body saved": edit_body,
    "serve: a title saved": edit_title,
}


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
    for number in range(edits):
        for name, edit in EDITS.items():
            await asyncio.sleep(_QUIET_SECONDS)
            # No two rounds may write the same: what changes nothing reloads nothing.
            story = edit(this.story, 10 + number)
            before = await _get(page)
            started = time.perf_counter()
            project.write_story(story)
            await asyncio.wait_for(_reload(socket_), _EDIT_SECONDS)
            while await _get(page) == before:
                await asyncio.sleep(0.005)
            found[name].append(time.perf_counter() - started)
    socket_.close()
    return found


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


async def _reload(opened: WebSocketClientConnection) -> None:
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
