"""The forms at /admin/ of the preview: no part of the site, answered under a policy of their own."""

from __future__ import annotations

import asyncio
from typing import Protocol

from tornado.web import RequestHandler

from sfwgen.build import load
from sfwgen.build.state import FOLDER as STATE
from sfwgen.diagnostics import Severity
from sfwgen.diagnostics.report import print_text
from sfwgen.forms import ADMIN, POLICY, form_file
from sfwgen.forms.packages import FOLDER
from sfwgen.forms.pages import FormFile, Project, told_file
from sfwgen.publish import Disk
from sfwgen.serve.bar import MOST
from sfwgen.serve.preview import Preview
from sfwgen.serve.words import say

ROUTE = rf"/{ADMIN}(.*)"


class Serving(Protocol):
    """What the forms need of the preview that serves them."""

    disk: Disk
    root: str
    lang: str
    preview: Preview


async def answer_form(handler: RequestHandler, server: Serving, path: str) -> None:
    """Sends what stands at a path below /admin/."""
    if path == "told.json":
        found: FormFile | None = _told(server)
    else:
        found = await asyncio.get_running_loop().run_in_executor(None, _find, server, path)
    if found is None:
        handler.send_error(404)
        return
    handler.set_header("Content-Security-Policy", POLICY)
    handler.set_header("Content-Type", found.kind)
    handler.finish(found.body)


def _told(server: Serving) -> FormFile:
    """Why the preview does not show what was saved last; nothing where it does."""
    faults = [each for each in server.preview.faults if each.severity is Severity.ERROR][:MOST]
    return told_file(say(server.lang, "trouble"), [print_text((each,), server.lang) for each in faults])


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
