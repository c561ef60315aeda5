"""What is told where a bulletin is set as a PDF, or a story made into an article."""

from __future__ import annotations

from collections.abc import Iterator

from sfwgen.diagnostics import Diagnostic, Location, fault

_BULLETIN = Location("content/bulletins/issue-001.yaml", 1, 1)
_TEXT = Location("content/stories/feifeng-road/index.zh.md", 9, 3)
_CONFIG, _PHOTO = Location("config.yaml", 16, 1), Location("content/stories/feifeng-road/road.jpg")


def told_of_exports() -> Iterator[Diagnostic]:
    """Yields an example of each code that no file of a project shows by itself."""
    yield fault("pdf-needs-typst", _CONFIG, package="typst + segno")
    yield fault("pdf-font-missing", _CONFIG, font="方正小标宋简体", use="title", known="SimSun、SimHei")
    yield fault("pdf-glyph-missing", _TEXT, font="仿宋_GB2312", text="堃", code="U+5803")
    yield fault("pdf-failed", _BULLETIN, number=1, cause="layout did not converge")
    yield fault("wechat-too-long", _TEXT, count=20_500, limit=20_000)
    yield fault("wechat-too-heavy", _TEXT, size=1100, limit=1024)
    yield fault("wechat-image-too-heavy", _PHOTO, size=1500, limit=1024)
    yield fault("wechat-title-long", _TEXT, count=70, limit=64)
