"""A small finished site, and what is reported once some of its files are changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sfwgen.checks.outputs import FILE_RULES, PAGE_RULES, check_outputs, finish
from sfwgen.diagnostics import Diagnostic, Location
from sfwgen.plan.data import TextData
from sfwgen.plan.outputs import AssetOutput, BuildPlan, DataOutput, Output, PageOutput, make_page
from sfwgen.plan.views import NO_HTML, Frame, PageView, SiteView, Title

BASE = "https://sfw.example/bulletin/"
_SITE = SiteView("", NO_HTML, "", False, "", "", NO_HTML, "", "", (), (), (), None, {})
_POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


@dataclass(frozen=True)
class Sample:
    """A page: its path, the head and body that make its HTML, and how it was planned."""

    path: str
    body: str = "<h1>甲</h1>"
    head: str = ""
    title: str = ""
    lang: str = ""
    content_tag: str = ""
    kind: str = "page"
    html: str = ""

    @property
    def tag(self) -> str:
        return "en" if self.path.startswith("en/") else "zh-Hans"

    def text(self) -> str:
        """The page's HTML."""
        if self.html:
            return self.html
        title = f"<title>{self.title or self.path}</title>"
        head = f"<head>{_POLICY}{title}{self.head}</head>"
        body = f"<body>{self.body}</body>"
        return f'<!doctype html>\n<html lang="{self.lang or self.tag}">\n{head}\n{body}</html>\n'

    def output(self) -> PageOutput:
        """The page as it was planned."""
        return make_page(self.path, "page.html", _view(self), Location(f"content/{self.path}.md", 1, 1))


def address(path: str) -> str:
    """The address of a page; a home page goes by its folder."""
    return BASE + path.removesuffix("index.html")


def alternates(zh: str, en: str, default: str = "") -> str:
    """The language versions as a page's head names them."""
    pairs = (("zh-Hans", address(zh)), ("en", address(en)), ("x-default", default or address(zh)))
    return "".join(f'<link rel="alternate" hreflang="{tag}" href="{url}">' for tag, url in pairs)


def _view(sample: Sample) -> PageView:
    lang = sample.tag[:2]
    frame = Frame(
        kind=sample.kind,
        lang=lang,
        tag=sample.tag,
        title="",
        heading="",
        description="",
        path=sample.path,
        root="",
        url=address(sample.path),
        canonical="",
        indexed=True,
        content_tag=sample.content_tag,
        alternates=(),
        default_url="",
        breadcrumb=(),
        notices=(),
        site=_SITE,
    )
    return PageView(frame, Title("", ()), NO_HTML, NO_HTML, ())


def report(*samples: Sample, files: Mapping[str, bytes] | None = None) -> tuple[Diagnostic, ...]:
    """What the output rules report of pages and of other files by path."""
    plan, outputs = made(*samples, files=files or {})
    for page_rule in PAGE_RULES:
        assert {each.code for each in page_rule.check(finish(plan, outputs))} <= set(page_rule.codes)
    for file_rule in FILE_RULES:
        assert {each.code for each in file_rule.check(finish(plan, outputs))} <= set(file_rule.codes)
    return check_outputs(plan, outputs)


def made(*samples: Sample, files: Mapping[str, bytes]) -> tuple[BuildPlan, dict[str, bytes]]:
    """The plan and the bytes of pages and other files."""
    planned: list[Output] = [sample.output() for sample in samples]
    planned += [_file(path, content) for path, content in files.items()]
    outputs = {sample.path: sample.text().encode() for sample in samples} | dict(files)
    return BuildPlan(tuple(sorted(planned, key=lambda output: output.path))), outputs


def _file(path: str, content: bytes) -> Output:
    if path.endswith((".css", ".js", ".svg", ".png", ".jpg")):
        return AssetOutput(path, content)
    return DataOutput(path, TextData(""), Location("config.yaml"))


def codes(*samples: Sample, files: Mapping[str, bytes] | None = None) -> list[str]:
    """The codes of what is reported."""
    return [each.code for each in report(*samples, files=files)]


def page(body: str, head: str = "", path: str = "a.html") -> Sample:
    """A page with a heading and a stretch of HTML."""
    return Sample(path, f"<h1>甲</h1>{body}", head)
