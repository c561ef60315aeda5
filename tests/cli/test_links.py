"""`sfwgen links` tries the links that lead outside the site, and blocks nothing."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.conftest import Command

STORY = "content/stories/feifeng-road/index.zh.md"
_STATUS = {"/fine": 200, "/gone": 410, "/missing": 404, "/shut": 403, "/only-get": 200, "/moved": 301}


class _Elsewhere(BaseHTTPRequestHandler):
    """Another site, with pages in every state."""

    def do_GET(self) -> None:
        self.answer("GET")

    def do_HEAD(self) -> None:
        self.answer("HEAD")

    def answer(self, method: str) -> None:
        status = 405 if (method, self.path) == ("HEAD", "/only-get") else _STATUS[self.path]
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/fine")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library names it
        """Says nothing."""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of another site, on loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def linked(project: Path, sfwgen: Command, elsewhere: str) -> str:
    """A finished site with links to that one."""
    links = "".join(f"\n\n[见此处]({elsewhere}{path})" for path in _STATUS)
    text = (project / STORY).read_text(encoding="utf-8")
    (project / STORY).write_text(f"{text}{links}\n\n[连不上](http://127.0.0.1:9/)\n", encoding="utf-8")
    assert sfwgen("build").code == 0
    return elsewhere


def test_dead_links_are_named_with_their_pages_and_block_nothing(linked: str, sfwgen: Command) -> None:
    done = sfwgen("links", "--lang", "en")
    assert done.code == 0
    assert f"dead: {linked}/gone (410 Gone), on stories/feifeng-road.html" in done.out
    assert f"dead: {linked}/missing" in done.out
    assert "dead: http://127.0.0.1:9/" in done.out
    assert f"in a browser: {linked}/shut (403 Forbidden" in done.out
    for path in ("/fine", "/only-get", "/moved"):
        assert f"{linked}{path}" not in done.out
    assert done.last == "7 links outside the site: 3 dead, 1 to be looked at in a browser."
    assert sfwgen("links", "--strict").code == 1
    assert "打不开 3 个" in sfwgen("links", "--lang", "zh").last


def test_programs_get_every_link_with_its_state(linked: str, sfwgen: Command) -> None:
    found = json.loads(sfwgen("links", "--format", "json").out)["links"]
    states = {each["address"].removeprefix(linked): each["state"] for each in found}
    assert states == {
        **dict.fromkeys(("/fine", "/only-get", "/moved"), "fine"),
        **dict.fromkeys(("/gone", "/missing", "http://127.0.0.1:9/"), "dead"),
        "/shut": "shut",
    }


def test_without_a_site_there_is_nothing_to_try(project: Path, sfwgen: Command) -> None:
    assert "sfwgen build" in sfwgen("links", "--lang", "en").err
    assert not (project / "site").exists()
