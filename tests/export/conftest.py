"""Bulletins of the example as PDF, set once for all tests, and a story with everything in it."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from sfwgen.counters import aggregate
from sfwgen.diagnostics import Location
from sfwgen.plan.assets import asset_paths
from sfwgen.plan.context import Context, make_context
from sfwgen.plan.images import measure_images
from sfwgen.plan.outputs import PrintOutput
from sfwgen.plan.prints.outputs import print_output
from sfwgen.prose import read_prose
from sfwgen.typeset import Faces, prepare_faces, print_issues
from tests.support.example import example_files, site_of, theme_of

BODY = "content/stories/feifeng-road/index.zh.md"
_FOLDER = "content/stories/feifeng-road"
_PAIR = """\
before_after:
  - before: {date: 2019-03, image: old.png, alt: {zh: 坑洼的路面, en: A rough road}, zh: 路面坑洼。, en: It was rough.}
    after: {image: new.png, alt: {zh: 平整的路面, en: A level road}, credit: {zh: 摄影：甲, en: By A}, zh: 修好了。, en: Done.}
"""


def context_of(files: Mapping[str, bytes]) -> Context:
    """The context of a project without faults."""
    site, theme = site_of(files), theme_of(files)
    counters = aggregate(site)[0]
    images = {path: data for path, data in files.items() if path.endswith((".png", ".jpg"))}
    measured, faults = measure_images(images)
    assert not faults
    prose = read_prose(site, counters)
    return make_context(site, counters, prose, theme, asset_paths(theme.static), measured)


def issue_of(files: Mapping[str, bytes], lang: str = "zh") -> PrintOutput:
    """The one bulletin of a project in a language, to be set."""
    context = context_of(files)
    language = next(each for each in context.languages if each.id == lang)
    return print_output(context, context.site.bulletins[0], language)


def with_body(text: str) -> dict[str, bytes]:
    """The example with another text of one story, and without its figures' being in it."""
    files = dict(example_files())
    head = files[BODY].decode().split("\n---\n")[0]
    files[BODY] = f"{head}\n---\n{text}\n".encode()
    return files


def with_pair() -> dict[str, bytes]:
    """The example with two photographs in place of the drawing of a stretch of road."""
    files = dict(example_files())
    head, _, rest = files[BODY].decode().partition("before_after:")
    files[BODY] = f"{head}{_PAIR}unknown:{rest.partition('unknown:')[2]}".encode()
    for name, colour in (("old", "brown"), ("new", "green")):
        buffer = io.BytesIO()
        Image.new("RGB", (90, 60), colour).save(buffer, "PNG")
        files[f"{_FOLDER}/{name}.png"] = buffer.getvalue()
    return files


@pytest.fixture(scope="session")
def faces() -> Faces:
    """The fonts that are used where none are named."""
    found, missing = prepare_faces({}, "", Location("config.yaml"))
    assert found is not None, missing
    return found


@pytest.fixture(scope="session")
def issues() -> Mapping[str, PrintOutput]:
    """The example's bulletin in both languages, to be set."""
    return {lang: issue_of(example_files(), lang) for lang in ("zh", "en")}


@pytest.fixture(scope="session")
def pdfs(
    issues: Mapping[str, PrintOutput], faces: Faces, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """The files of the example's bulletin by language."""
    folder = tmp_path_factory.mktemp("pdfs")
    made, faults = print_issues(list(issues.values()), faces)
    assert not faults
    paths = {lang: folder / f"{lang}.pdf" for lang in issues}
    for lang, issue in issues.items():
        paths[lang].write_bytes(made[issue.path])
    return paths


def run(*command: str) -> str:
    """What a program prints."""
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
