"""The forms at /admin/ of the preview: no part of the site, answered under a policy of their own."""

from __future__ import annotations

import asyncio
from typing import Protocol

from tornado.web import RequestHandler

from sfwgen.build import load
from sfwgen.build.state import FOLDER as STATE
from sfwgen.forms import ADMIN, POLICY, form_file
from sfwgen.forms.packages import FOLDER
from sfwgen.forms.pages import FormFile, Project
from sfwgen.publish import Disk

ROUTE = rf"/{ADMIN}(.*)"


class Serving(Protocol):
    """What the forms need of the preview that serves them."""

    disk: Disk
    root: str
    lang: str


async def answer_form(handler: RequestHandler, server: Serving, path: str) -> None:
    """Sends what stands at a path below /admin/."""
    loop = asyncio.get_running_loop()
    found = await loop.run_in_executor(None, _find, server, path)
    if found is None:
        handler.send_error(404)
        return
    handler.set_header("Content-Security-Policy", POLICY)
    handler.set_header("Content-Type", found.kind)
    handler.finish(found.body)


def _find(server: Serving, path: str) -> FormFile | None:
    return form_file(
        path,
        lang="zh" if server.lang == "zh" else "en",
        packaged=lambda name: _packaged(server, name),
        site=lambda: _project(server),
    )


def _packaged(server: Serving, name: str) -> bytes | None:
    """A file that `sfwgen forms` fetched."""
    try:
        return server.disk.read(f"{server.root}/{STATE}/{FOLDER}/{name}")
    except OSError:
        return None


def _project(server: Serving) -> Project | None:
    loaded = load(server.disk, server.root)
    config = loaded.sources.get("config.yaml")
    if loaded.site is None or config is None:
        return None
    return Project(loaded.site, tuple(loaded.sources), config)
