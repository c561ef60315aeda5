"""An official site made up for tests: its host, codes and filings have the right forms and belong to nobody."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache

from sfwgen.build import Checked, make_site
from sfwgen.content import load_site
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.support.example import changed
from tests.support.memory import MEMORY

HOST = "www.ceshi-shi.example"
CODE = "9900000007"
ICP = "测ICP备90000008号-2"
POLICE = "测公网安备99000002000009号"
NAME = "测试市人民政府门户网站"
PUBLISHER = "永康市测试局"

COLUMN = "{{description: {{zh: {zh}, en: {en}}}, keywords: {{zh: [三服务, {zh}], en: [Three Services]}}, type: {{zh: {type}, en: {kind}}}{more}}}"
COLUMNS = "".join(
    f"    {key}: {COLUMN.format(zh=zh, en=en, type=type_, kind=kind, more=more)}\n"
    for key, zh, en, type_, kind, more in (
        ("home", "本专题首页", "The front page of the topic", "首页", "Home", ""),
        ("stories", "走访服务的工作动态", "News of visits and services", "工作动态", "News", ", update: 2w"),
        ("figures", "工作数据", "The data of the campaign", "数据发布", "Data", ", update: 6m"),
        ("pages", "专题概况", "What the topic is", "概况信息", "Overview", ""),
        ("contact", "咨询和投诉", "Questions and complaints", "咨询投诉", "Contact", ""),
    )
)
SITE = f"""\
official_site:
  name: {NAME}
  domain: {HOST}
  code: {CODE}
  host: {{zh: 测试市人民政府办公室, en: Office of the Ceshi City Government}}
  contact: {{zh: 测试市政府大楼1号窗口, en: "Window 1, Ceshi City Hall"}}
  icp: {ICP}
  police: {POLICE}
  marks:
    party:
      file: party.png
      width: 60
      height: 60
      alt: {{zh: 党政机关网站标识, en: Mark of a Party and government site}}
      url: https://marks.example/party?id=7
    report:
      file: report.png
      width: 100
      height: 60
      alt: {{zh: 我为政府网站找错, en: Report an error on a government site}}
      url: https://marks.example/report?site_code={CODE}
  columns:
{COLUMNS}"""
"""The block of config.yaml that only an official site has."""

OFFICIAL = {
    "official": (
        "official: false\nnotice: {zh: 非官方演示，不代表永康市建设局, en: Unofficial preview; not published by the bureau}\n",
        f"official: true\npublisher: {{zh: {PUBLISHER}, en: Yongkang Test Bureau}}\n{SITE}",
    ),
    "url": ("url: https://sfw.yongkang.example/", f"url: https://{HOST}/ztzl/sfw/"),
}
"""The replacements that make the example's config.yaml that of an official site."""

_STORIES = {
    "gas-pipeline": "2019-07-02 09:00",
    "shanshui-yuyuan": "2019-07-05 16:30",
    "feifeng-road": "2019-07-03 10:15",
    "housing-support": "2019-07-04 11:00",
    "taxiu-village": "2019-07-08 15:00",
}


def picture(width: int, height: int) -> bytes:
    """A plain PNG: no artwork of any body."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x99" * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


ARTWORK = {
    "templates/static/party.png": picture(60, 60),
    "templates/static/report.png": picture(100, 60),
}
"""Plain rectangles where an official site has the artwork of its marks."""


def official_project(
    changes: Mapping[str, str | None] | None = None, /, **replacements: tuple[str, str]
) -> dict[str, bytes]:
    """The example as an official site, with further changes."""
    files = changed(None, **OFFICIAL)
    for slug, time in _STORIES.items():
        path = f"content/stories/{slug}/index.zh.md"
        files[path] = files[path].replace(b"\nline: ", f"\npublished: {time}\nline: ".encode(), 1)
    files |= ARTWORK
    for path, text in (changes or {}).items():
        if text is None:
            files.pop(path)
        else:
            files[path] = text.encode()
    for old, new in replacements.values():
        holders = [path for path, data in files.items() if old.encode() in data]
        assert len(holders) == 1, (old, holders)
        files[holders[0]] = files[holders[0]].replace(old.encode(), new.encode())
    return files


def built(files: Mapping[str, bytes]) -> Checked:
    """The site that files make, in memory."""
    return _built(tuple(files.items()))


@lru_cache(maxsize=8)
def _built(files: tuple[tuple[str, bytes], ...]) -> Checked:
    # Several tests ask different things of the same site.
    return make_site(make_sources(dict(files)), theme_files(), memory=MEMORY)


def faults(files: Mapping[str, bytes]) -> list[str]:
    """What is wrong with the documents: `code line`, with the line as it is written."""
    _, found = load_site(dict(files), each=MEMORY.each)
    config = files["config.yaml"].decode().splitlines()
    return [f"{each.code} {config[each.location.line - 1].strip()[:24]}" for each in found]
