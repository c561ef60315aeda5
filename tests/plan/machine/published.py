"""What a project gives to machines, as bytes and read back: the example, or the example with changes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from sfwgen.plan import BuildPlan, DataOutput, PageOutput
from sfwgen.plan.views import View
from sfwgen.render.data import render_data
from tests.official.projects import ARTWORK, HOST, OFFICIAL
from tests.support.example import changed, plan_of

SITE = "https://sfw.yongkang.example/"
ATOM = "{http://www.w3.org/2005/Atom}"


def official(**replacements: tuple[str, str]) -> dict[str, bytes]:
    """The example as an official site under its own address, with further replacements."""
    old, new = OFFICIAL["official"]
    here = new.replace(f"domain: {HOST}", f"domain: {urlsplit(SITE).hostname}")
    return {**changed(None, official=(old, here), **replacements), **ARTWORK}


TIMES = "published: 2019-07-05 16:30\nupdated: 2019-07-08 09:00"
"""What a story says that was published and updated."""

HANDOVER, HOUSING = "date: 2019-06-late\nline: residents", "date: 2019-07-01~\nline: residents"
"""Lines that each stand in one story only, after which more can be put."""

CORRECTION = """\
corrections:
  - date: 2019-07-20
    figure: relief_money
    wrong: {zh: 6000元, en: "6,000 yuan"}
    right: {zh: 6500元, en: "6,500 yuan"}"""


def story(figures: str = "[]", *, lang: str = "zh", title: str = "新的一篇", more: str = "") -> str:
    """A story's file: in Chinese with its facts, in another language with its texts only."""
    if lang != "zh":
        return f"---\ntitle: {title}\nsummary: In short.\n---\nIts text.\n"
    facts = f"date: 2019-08\nline: residents\nfigures: {figures}\nsources:\n  - {{zh: 台账, en: The ledger}}"
    return f"---\ntitle: {title}\nsummary: 一句话。\n{facts}\n{more}\n---\n正文。\n"


def with_stories(stories: Mapping[str, str], /, **replacements: tuple[str, str]) -> dict[str, bytes]:
    """The example with further stories, by path below content/stories/."""
    added: dict[str, str | None] = {f"content/stories/{path}": text for path, text in stories.items()}
    return changed(added, **replacements)


def data_files(files: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """The bytes of every file for machines, by path."""
    return dict(_example_files() if files is None else _files(plan_of(files)))


def views_of(files: Mapping[str, bytes] | None = None) -> dict[str, View]:
    """The view of every page by its path."""
    outputs = (_example() if files is None else plan_of(files)).outputs
    return {each.path: each.view for each in outputs if isinstance(each, PageOutput)}


@cache
def _example() -> BuildPlan:
    return plan_of()


@cache
def _example_files() -> Mapping[str, bytes]:
    return _files(_example())


def _files(plan: BuildPlan) -> dict[str, bytes]:
    return {each.path: render_data(each.data) for each in plan.outputs if isinstance(each, DataOutput)}


def read_json(files: Mapping[str, bytes], path: str) -> dict[str, Any]:
    """A JSON file, read back."""
    read: dict[str, Any] = json.loads(files[path])
    return read


def read_rows(files: Mapping[str, bytes], path: str) -> list[dict[str, str]]:
    """A table, read back: rows by column name."""
    return list(csv.DictReader(io.StringIO(files[path].decode("utf-8-sig"), newline="")))


def read_entries(files: Mapping[str, bytes], path: str) -> dict[str, dict[str, str]]:
    """The entries of an Atom feed by the last part of their address, the texts of each by element name."""
    entries = {}
    for entry in ET.fromstring(files[path]).iter(f"{ATOM}entry"):
        texts = {child.tag.removeprefix(ATOM): child.text or "" for child in entry}
        entries[texts["id"].rpartition("/")[2].removesuffix(".html")] = texts
    return entries


def head_of(path: str, files: Mapping[str, bytes] | None = None) -> list[tuple[str, str]]:
    """What the head of a page says in `<meta>` elements: names and contents."""
    return [(meta.key, meta.content) for meta in views_of(files)[path].frame.meta]


def json_ld_of(path: str, files: Mapping[str, bytes] | None = None) -> dict[str, Any]:
    """The JSON-LD of a page, read back; empty where it has none."""
    read: dict[str, Any] = json.loads(views_of(files)[path].frame.json_ld or "{}")
    return read
