"""The web server of the preview, on livereload's handler and protocol.

It listens on the loopback address, answers to its own name alone, and changes nothing.
What livereload does not do itself is done here: no save is lost, foreign pages are turned away, and a fault
of the content is no fault of the server.
"""

from __future__ import annotations

import asyncio
import errno
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from sfwgen.build import Checked
from sfwgen.build.live import Superseded
from sfwgen.build.looking import Material
from sfwgen.publish import Disk
from sfwgen.serve.both import BOTH, versions_of
from sfwgen.serve.desk import DESK, Desks
from sfwgen.serve.faces import Face, face_of
from sfwgen.serve.forms import ROUTE as FORMS
from sfwgen.serve.handlers import (
    DeskHandler,
    FormHandler,
    PageHandler,
    ReloadHandler,
    ScriptHandler,
    split_address,
)
from sfwgen.serve.making import Maker
from sfwgen.serve.pages import SCRIPT, file_path
from sfwgen.serve.preview import Preview, first_look, next_preview, troubled
from sfwgen.serve.watching import Sight, look_over

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
"""The names by which the preview may be called: another one is the work of a page of another site."""

LOOK_SECONDS = 0.3
"""How long between two looks at the sources."""
QUIET_SECONDS = 0.05
"""How long nothing may change before a build begins: an editor may take a few steps to save a file."""
NOISY_SECONDS = 2.0
"""How long to wait for that quiet, at most."""
MOST_SHOWN = 500
"""Of how many pages it is known what they looked like when they were sent."""
MAX_MESSAGE = 1 << 14
IDLE_SECONDS = 30
"""How long a connection may be silent, or a request may take to arrive; then it is closed."""

_FORBIDDEN = {
    errno.EACCES,
    errno.EPERM,
    errno.EADDRNOTAVAIL,
    10013,  # Windows: the system has reserved the port.
}


class PortFault(Exception):
    """The server cannot listen on a port: `busy` if another program does, else for the cause given."""

    def __init__(self, port: int, cause: str, *, busy: bool) -> None:
        super().__init__(f"port {port}: {cause}")
        self.port = port
        self.cause = cause
        self.busy = busy


def serve(
    disk: Disk,
    root: str,
    *,
    port: int,
    lang: str,
    ready: Callable[[str], None],
    told: Callable[[Checked], None],
    failed: Callable[[Exception], str],
) -> None:
    """Serves the preview until the process is interrupted. Raises PortFault before anything else.

    `ready` is told the address once the first site is there, `told` what each build found; `failed` turns a
    bug into what its user is told.
    """
    for name in ("tornado", "livereload"):
        # What is wrong with a request is told to whoever sent it; the terminal is for the author.
        logging.getLogger(name).addHandler(logging.NullHandler())
    asyncio.run(_serve(Server(disk, root, lang, told, failed), port, ready))


async def _serve(server: Server, port: int, ready: Callable[[str], None]) -> None:
    sockets = _bind(port)
    server.port = sockets[0].getsockname()[1]
    http = HTTPServer(
        server.application(),
        max_header_size=1 << 14,
        max_body_size=1 << 14,
        idle_connection_timeout=IDLE_SECONDS,
        body_timeout=IDLE_SECONDS,
    )
    # Looking for changes goes on while a site is being made.
    with ThreadPoolExecutor(max_workers=1) as looker, ThreadPoolExecutor(max_workers=1) as builder:
        try:
            seen = await server.look(looker)
            await server.rebuild(builder)
            http.add_sockets(sockets)
            ready(f"http://{HOST}:{server.port}/")
            await server.watch(looker, builder, seen)
        finally:
            server.maker.stop()


def _bind(port: int) -> list[Any]:
    try:
        return bind_sockets(port, HOST)
    except OSError as error:
        number = error.errno or 0
        cause = errno.errorcode.get(number, type(error).__name__)
        raise PortFault(port, cause, busy=number not in _FORBIDDEN) from error


class Server:
    """The preview as it stands, who is looking at it, and the loop that keeps it up to date."""

    def __init__(
        self,
        disk: Disk,
        root: str,
        lang: str,
        told: Callable[[Checked], None],
        failed: Callable[[Exception], str],
    ) -> None:
        self.disk = disk
        self.root = root
        self.lang = lang
        self.told = told
        self.failed = failed
        self.port = 0
        self.preview = Preview()
        self.finished = Preview()
        """The last preview of a whole site."""
        self.maker = Maker(disk, root)
        self.desks = Desks()
        self.viewers: dict[ReloadHandler, str] = {}
        """Who is connected, with the address of the page there."""
        self.shown: dict[str, Face] = {}
        """What each page looked like when it was last sent, by its address."""

    def application(self) -> Application:
        """Returns what answers each address."""
        routes: list[Any] = [
            (r"/livereload", ReloadHandler, {"server": self}),
            (rf"/{SCRIPT}", ScriptHandler, {"server": self}),
            (FORMS, FormHandler, {"server": self}),
            (rf"/{DESK}", DeskHandler, {"server": self}),
            (r".*", PageHandler, {"server": self}),
        ]
        return Application(
            routes,
            default_handler_class=PageHandler,
            default_handler_args={"server": self},
            log_function=_print_nothing,
            websocket_max_message_size=MAX_MESSAGE,
            compress_response=False,
        )

    def is_foreign(self, handler: RequestHandler, *, needs_origin: bool) -> bool:
        """Whether a request comes from a page of another site, or was sent here under another name."""
        own = {f"{name}:{self.port}" for name in NAMES}
        headers = handler.request.headers
        origin = headers.get("Origin")
        known = origin is None if not needs_origin else False
        if origin is not None:
            parts = split_address(origin)
            known = parts is not None and parts[0] == "http" and parts[1].lower() in own
        return headers.get("Host", "").lower() not in own or not known

    async def look(self, worker: Executor) -> Sight | None:
        """What the sources look like, or None where that changes under the look."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(worker, look_over, self.disk, self.root)
        except OSError:
            return None

    async def watch(self, looker: Executor, builder: Executor, seen: Sight | None) -> None:
        """Builds anew after each change, and gives up for it what is being finished of the change before."""
        building: asyncio.Task[None] | None = None
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            if building is not None and building.done():
                building.result()
                building = None
            now = await self.look(looker)
            if now != seen:
                seen = await self.settled(looker, now)
                if building is not None:
                    self.maker.give_up()
                    await building
                building = asyncio.create_task(self.rebuild(builder))

    async def settled(self, looker: Executor, seen: Sight | None) -> Sight | None:
        """What the sources look like once an editor has finished saving."""
        for _ in range(int(NOISY_SECONDS / QUIET_SECONDS)):
            await asyncio.sleep(QUIET_SECONDS)
            now = await self.look(looker)
            if now == seen and now is not None:
                break
            seen = now
        return seen

    async def rebuild(self, builder: Executor) -> None:
        """Makes the site in another thread, so that pages are served meanwhile, and tells the browsers.

        Where that takes long, the pages that someone is looking at are made and shown first.
        """
        loop = asyncio.get_running_loop()

        def show(material: Material, pages: Mapping[str, bytes]) -> None:
            loop.call_soon_threadsafe(self.show, first_look(self.finished, material, pages))

        looked_at = self.looked_at() if self.finished.outputs else frozenset()
        try:
            made = await loop.run_in_executor(builder, partial(self.maker.make, looked_at, show))
        except Superseded:
            return
        except Exception as error:  # A bug in a build must not end the preview.
            self.show(troubled(self.finished, self.failed(error)))
            return
        self.show(next_preview(self.finished, made.checked, self.lang, made.material))
        if not made.checked.fails():
            self.finished = self.preview
        self.told(made.checked)

    def show(self, preview: Preview) -> None:
        """Shows another preview, and reloads the pages that it shows otherwise than before."""
        self.preview = preview
        for viewer, address in tuple(self.viewers.items()):
            if self.is_behind(address):
                viewer.reload()

    def remember(self, address: str, preview: Preview) -> None:
        """Notes what a page looks like that is being sent."""
        self.shown.pop(address, None)
        self.shown[address] = face_of(preview, address, lang=self.lang, port=self.port)
        while len(self.shown) > MOST_SHOWN:
            del self.shown[next(iter(self.shown))]

    def looked_at(self) -> frozenset[str]:
        """The paths of the pages that are open in some browser, in every language of those side by side."""
        known = self.finished.known
        paths: set[str] = set()
        for address in self.viewers.values():
            path = file_path(address) or ""
            if path.startswith(BOTH) and known is not None:
                versions = versions_of(known.material.site, path.removeprefix(BOTH))
                paths |= {version.path for version in versions}
            paths.add(path)
        return frozenset(paths)

    def is_behind(self, address: str) -> bool:
        """Whether the page that a browser shows looks otherwise now."""
        return not face_of(self.preview, address, lang=self.lang, port=self.port).is_like(
            self.shown.get(address)
        )


def _print_nothing(handler: RequestHandler) -> None:
    """Keeps no log of requests."""
