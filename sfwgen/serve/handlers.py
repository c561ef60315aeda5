"""What answers requests: pages and scripts as tornado's handlers, and livereload's connection to a window."""

from __future__ import annotations

import asyncio
import json
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.web import RequestHandler
from tornado.websocket import WebSocketClosedError

from sfwgen.serve.forms import answer_form
from sfwgen.serve.pages import PLAIN, Answer, answer, answer_desk, is_framed

if TYPE_CHECKING:
    from sfwgen.serve.server import Server


def split_address(address: str) -> tuple[str, str, str] | None:
    """The scheme of a URL, its host with the port, and the rest as it is asked for, without a fragment."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    query = f"?{parts.query}" if parts.query else ""
    return parts.scheme, parts.netloc, f"{parts.path or '/'}{query}"


def _set_headers(handler: RequestHandler) -> None:
    handler.clear_header("Server")
    handler.set_header("Cache-Control", "no-store")
    handler.set_header("X-Content-Type-Options", "nosniff")
    handler.set_header("X-Frame-Options", "DENY")
    handler.set_header("Cross-Origin-Resource-Policy", "same-origin")
    handler.set_header("Referrer-Policy", "no-referrer")


class _Plain(RequestHandler):
    """An address that can only be read, by a browser that called the preview by its own name."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def initialize(self, server: Server) -> None:
        self.server = server

    def set_default_headers(self) -> None:
        _set_headers(self)

    def prepare(self) -> None:
        if self.server.is_foreign(self, needs_origin=False):
            self.send_error(403)

    def address(self) -> str:
        """The path and query that are asked for."""
        path, query = self.request.path, self.request.query
        return f"{path}?{query}" if query else path

    def send(self, made: Answer) -> None:
        """Sends an answer."""
        self.set_status(made.status)
        self.set_header("Content-Type", made.kind)
        self.finish(made.body)

    def compute_etag(self) -> None:
        """Gives no tag: a page that is asked for is sent."""

    def write_error(self, status_code: int, **_: object) -> None:
        self.set_header("Content-Type", PLAIN)
        self.finish(f"{status_code}\n")

    def log_exception(self, *args: object) -> None:
        """Prints nothing: the status says it."""


class FormHandler(_Plain):
    """The forms, which are no part of the site."""

    async def get(self, path: str) -> None:
        """Sends a file of the forms, or what one of them asks for."""
        await answer_form(self, self.server, path)

    async def head(self, path: str) -> None:
        """Answers as `get` does; tornado leaves the body out."""
        await self.get(path)


class PageHandler(_Plain):
    """Every file of the site."""

    def get(self) -> None:
        """Sends the file as it is now, and remembers what the page looked like."""
        server, address = self.server, self.address()
        made = answer(server.preview, address, lang=server.lang, port=server.port)
        if made.kind.startswith("text/html"):
            server.remember(address, server.preview)
        if is_framed(address):
            self.set_header("X-Frame-Options", "SAMEORIGIN")
        self.send(made)

    def head(self) -> None:
        """Answers as `get` does; tornado leaves the body out."""
        self.get()


class DeskHandler(_Plain):
    """What there is to do about translations and reviews, which is no part of the site."""

    async def get(self) -> None:
        """Sends it as it is now; it is put together aside, so that pages are served meanwhile."""
        server, address, preview = self.server, self.address(), self.server.preview
        work = partial(answer_desk, preview, server.desks, address, lang=server.lang, port=server.port)
        made = await asyncio.get_running_loop().run_in_executor(None, work)
        server.remember(address, preview)
        self.send(made)

    async def head(self) -> None:
        """Answers as `get` does; tornado leaves the body out."""
        await self.get()


class ScriptHandler(_Plain, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's script as a file, which a strict policy allows."""

    def head(self) -> None:
        """Answers as `get` does; tornado leaves the body out."""
        self.get()


class ReloadHandler(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """The connection to one browser window."""

    def initialize(self, server: Server) -> None:
        """Takes the server whose windows these are."""
        self.server = server

    def set_default_headers(self) -> None:
        """Sets what every answer says."""
        _set_headers(self)

    def prepare(self) -> None:
        """Turns pages of other sites away before anything else."""
        if self.server.is_foreign(self, needs_origin=True):
            self.send_error(403)

    def check_origin(self, _: str) -> bool:
        """Takes pages of the preview only; `prepare` has turned all others away."""
        return True

    def write_error(self, status_code: int, **_: object) -> None:
        """Answers with the status alone."""
        self.finish(f"{status_code}\n")

    def log_exception(self, *args: object) -> None:
        """Prints nothing: the connection is closed."""

    def on_message(self, message: str | bytes) -> None:
        """Greets a browser, and reloads its page if that changed while it was loading."""
        try:
            said = json.loads(message)
        except (ValueError, RecursionError):
            said = None
        command = said.get("command") if isinstance(said, dict) else None
        if command == "hello":
            super().on_message(message)
        elif command == "info":
            parts = split_address(str(said.get("url", "")))
            if parts is not None:
                self.server.viewers[self] = parts[2]
                if self.server.is_behind(parts[2]):
                    self.reload()
        else:
            self.close(1003)

    def on_close(self) -> None:
        """Forgets the window."""
        self.server.viewers.pop(self, None)

    def reload(self) -> None:
        """Tells the browser to load its page anew."""
        message = {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}
        try:
            self.write_message(message)
        except WebSocketClosedError:
            self.server.viewers.pop(self, None)
