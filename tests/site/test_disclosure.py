"""Nothing of the machine, of its users or of what is not public is found in any byte of the site."""

from __future__ import annotations

import getpass
import gzip
import io
import re
import socket
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sfwgen.resources import starter_files
from tests.site.machines import ROOT, Machine
from tests.support.cases import FOLDER
from tests.support.trees import files, put

CANARY = "kanarienvogel"
"""A word that no text has; everything that must not be published holds it."""
STORY = "content/stories/taxiu-village/index.zh.md"
DRAFT = f"""\
---
title: {CANARY}
summary: {CANARY}
line: grassroots
draft: true
sources:
  - {{zh: {CANARY}, en: {CANARY}}}
---
{CANARY}
"""
TIME = "draft: true"
CACHED = f'{{"format": 1, "{CANARY}": "{CANARY}"}}'
PHOTOGRAPH = "image/project/content/stories/road/road.jpg"


REGISTER = """\
title: {zh: 走访台账, en: Register of visits}
metric: visits_enterprises
columns:
  - {name: date, field: date}
  - {name: name, field: private}
  - {name: remark, field: note}
"""


def with_secrets() -> dict[str, bytes]:
    """The example with something private wherever something private may stand."""
    sound = dict(starter_files())
    story = sound[STORY].decode().replace("line: ", f"# {CANARY}\nextra: {{phone: {CANARY}}}\nline: ", 1)
    config = sound["config.yaml"].decode()
    assert "pdf:" not in config
    return {
        **sound,
        STORY: f"{story}\n<!-- {CANARY} -->\n![村口](road.jpg)\n\n[//]: # ({CANARY})\n".encode(),
        STORY.replace(".zh.", ".en."): sound[STORY.replace(".zh.", ".en.")] + b"\n![The village](road.jpg)\n",
        STORY.replace("index.zh.md", "road.jpg"): (FOLDER / PHOTOGRAPH).read_bytes(),
        STORY.replace("index.zh.md", "unused.jpg"): (FOLDER / PHOTOGRAPH).read_bytes(),
        "config.yaml": f"{config}\n# {CANARY}\npdf: {{bulletins: true}}\n".encode(),
        "content/tallies/2019-mid.yaml": sound["content/tallies/2019-mid.yaml"] + f"# {CANARY}\n".encode(),
        f"content/stories/{CANARY}/index.zh.md": DRAFT.encode(),
        "content/stories/later/index.zh.md": DRAFT.replace(TIME, "publish_at: 2099-01-01 09:00").encode(),
        "content/stories/over/index.zh.md": DRAFT.replace(TIME, "expires_at: 2018-01-01 09:00").encode(),
        f"content/stories/.{CANARY}.md": CANARY.encode(),
        f"content/stories/~${CANARY}.docx": CANARY.encode(),
        "content/registers/visits.csv": f"date,name,remark\n2019-05-06,{CANARY},{CANARY}\n".encode(),
        "content/registers/visits.yaml": REGISTER.encode(),
        "templates/_note.html": f"{{# {CANARY} #}}\n".encode(),
        f"{CANARY}.txt": CANARY.encode(),
        ".sfwgen/results": CACHED.encode(),
        ".sfwgen/last.json": CACHED.encode(),
        f".sfwgen/{CANARY}.json": CACHED.encode(),
    }


def unpacked(data: bytes) -> Iterator[bytes]:
    """Yields the bytes of a file, and all that is packed in it."""
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from map(archive.read, archive.namelist())
    if data.startswith(b"%PDF"):
        yield from streams(data)
        words = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
        yield words.stdout


def streams(pdf: bytes) -> Iterator[bytes]:
    """Yields what is packed in a PDF: its pages, its fonts, what it says about itself."""
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of a project full of secrets, built on a machine full of them."""
    project = tmp_path_factory.mktemp(CANARY) / CANARY
    put(project, with_secrets())
    secrets = {
        name: f"{CANARY}-{name.lower()}"
        for name in (
            "HOME",
            "USER",
            "LOGNAME",
            "HOSTNAME",
            "EMAIL",
            "API_TOKEN",
            "GIT_AUTHOR_NAME",
            "HTTP_PROXY",
        )
    }
    build = ("-m", "sfwgen", "build", "--as-of", "2019-07-02")
    done = Machine(locale="zh_CN.UTF-8").run(*build, cwd=project, **secrets)
    assert done.returncode == 0, done.stdout.decode()
    assert "草稿" in done.stdout.decode()
    assert "2099-01-01" in done.stdout.decode()
    return files(project / "site") or {}


def test_nothing_that_is_not_public_is_published(published: dict[str, bytes]) -> None:
    assert len(published) > 90
    assert [path for path in published if path.endswith(".jpg")]
    for path, data in published.items():
        assert CANARY not in path
        for part in unpacked(data):
            for trace in (CANARY.encode(), CANARY.encode("utf-16-le"), b"canary", b"Exif\0", b"GPS"):
                assert trace.lower() not in part.lower(), path


def test_what_is_packed_would_be_looked_into(published: dict[str, bytes]) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/a.xml", CANARY * 9)
    pdf = b"%PDF-1.7\nstream\n" + zlib.compress(CANARY.encode()) + b"\nendstream"
    assert CANARY.encode() in b"".join(unpacked(archive.getvalue()))
    assert CANARY.encode() in b"".join(unpacked(gzip.compress(CANARY.encode())))
    assert [*streams(pdf)] == [CANARY.encode()]
    printed = [data for path, data in published.items() if path.endswith(".pdf")]
    assert printed
    assert all(len([*unpacked(data)]) > 5 for data in printed)


def test_no_path_name_or_version_of_the_machine_is_published(published: dict[str, bytes]) -> None:
    traces = {
        str(ROOT),
        str(Path.home()),
        sys.prefix,
        sys.executable,
        sys.base_prefix + "/lib",
        "/tmp/",
        "/usr/",
    }
    # A short name such as root is a word of style sheets as well.
    traces |= {name for name in (getpass.getuser(), socket.gethostname()) if len(name) > 5}
    traces.discard("/")
    found = {
        (path, trace)
        for path, data in published.items()
        for trace in traces
        if re.search(rf"(?<![\w]){re.escape(trace)}".encode(), data)
    }
    assert found == set()


def test_the_photograph_and_the_drafts_would_be_noticed() -> None:
    hiding = {path for path, data in with_secrets().items() if CANARY.encode() in data or CANARY in path}
    assert len(hiding) == 14
    assert b"canary" in (FOLDER / PHOTOGRAPH).read_bytes()
