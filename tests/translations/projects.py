"""A small project in two languages, its translations as they are after somebody confirmed or edited them."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.content import load_site
from sfwgen.content.records import print_record, record_file
from sfwgen.content.written import read_written
from sfwgen.model import Site
from sfwgen.translations import Standing, confirm, judge
from tests.build.projects import small_project

STORY = "content/stories/feifeng-road/index.zh.md"
STORY_EN = "content/stories/feifeng-road/index.en.md"
NAME = "stories/feifeng-road"

HEAD = """\
---
title: 飞凤社区|黄土路整修完成
summary: 200米长的黄土路段整修完成。
line: grassroots
places: [feifeng]
figures:
  - {metric: road_length, value: 200米}
unknown:
  - {zh: 工程何时开工, en: When the works began}
sources:
  - {zh: 2019年年中报纸报道, en: A newspaper report of mid-2019}
---
"""
HEAD_EN = """\
---
title: The earth road in Feifeng is repaired
summary: A stretch of 200 metres has been repaired.
---
"""
BODY = "飞凤社区{=road_length}长的黄土路段已经整修完成。\n\n## 走访时看到的\n\n路面不平。\n\n雨天积水。\n"
BODY_EN = """\
A stretch of earth road in Feifeng Community, {=road_length} long, has been repaired.

## What was seen

The road was uneven.

Water stood on it in the rain.
"""


def project(body: str = BODY, body_en: str = BODY_EN, head: str = HEAD) -> dict[str, bytes]:
    """The project with these texts."""
    files = {**small_project(), STORY: head + body, STORY_EN: HEAD_EN + body_en}
    return {path: text.encode() for path, text in files.items()}


def site_of(files: Mapping[str, bytes]) -> Site:
    site, told = load_site(files)
    assert site is not None, told
    return site


def standings(files: Mapping[str, bytes]) -> dict[str, Standing]:
    """How the translations stand, by the name of their document."""
    site = site_of(files)
    written = read_written(tuple(files), "zh")
    return {each.document: each for each in judge(written, files, site.config, site.records)}


def confirmed(files: Mapping[str, bytes], name: str = NAME) -> dict[str, bytes]:
    """The project after a translation was confirmed as it stands."""
    (written,) = (each for each in read_written(tuple(files), "zh") if each.name == name)
    record = confirm(written, files, ("zh", "en"), site_of(files).records.get(name), ("en",))
    assert record is not None
    return {**files, record_file(name): print_record(record)}


def with_texts(files: Mapping[str, bytes], **texts: bytes) -> dict[str, bytes]:
    """The project with other bytes for the story (`zh`) or its translation (`en`)."""
    paths = {"zh": STORY, "en": STORY_EN}
    return {**files, **{paths[lang]: data for lang, data in texts.items()}}
