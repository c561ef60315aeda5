"""One real diagnostic for each code: from the tests' bad projects, else from an edit, else told by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from scripts.reference.export_examples import told_of_exports
from scripts.reference.extension_examples import told_of_extensions
from scripts.reference.official_examples import official_projects
from scripts.reference.post_examples import told_of_posts
from scripts.reference.register_examples import register_projects, told_of_registers
from sfwgen.build import make_site
from sfwgen.build.memory import Memory
from sfwgen.content import source_line
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.diagnostics.codes import CODES
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from sfwgen.translations import mark_of
from tests.bad.cases import case_names, read_base, read_case

STORY = "content/stories/feifeng-road/index.zh.md"
TRANSLATION = "content/stories/feifeng-road/index.en.md"
PAGE = "content/pages/about/index.zh.md"
BULLETIN = "content/bulletins/issue-001.yaml"
WORDS = "content/vocabulary"
STRINGS = "templates/strings/zh.yaml"
TEMPLATE = "templates/page.html"

_FIGURES = "figures:\n  - {metric: road_length, value: 200米}\n"
_BODY = "飞凤社区200米长的黄土路段已经整修完成。\n"
_BODY_EN = "A stretch of earth road in Feifeng Community, 200 metres long, has been repaired.\n"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to the sound project: `old` becomes `new`. Without `old` the file is `new`; None: no file."""

    path: str
    new: str | bytes | None
    old: str = ""


def _figures(*lines: str) -> Edit:
    return Edit(STORY, "figures:\n" + "".join(f"  - {line}\n" for line in lines), _FIGURES)


def _metric(**fields: str) -> Edit:
    kind, total = fields.get("kind", "flow"), fields.get("total", "sum")
    return Edit(
        f"{WORDS}/metrics.yaml", f"  kind: {kind}\n  total: {total}\n", "  kind: flow\n  total: sum\n"
    )


def _text(new: str) -> Edit:
    return Edit(STORY, new, _BODY)


def _main(markup: str) -> tuple[Edit, ...]:
    page = f'{{% extends "base.html" %}}\n{{% block main %}}\n{markup}\n{{% endblock %}}\n'
    return (Edit(TEMPLATE, page),)


def _whole(head: str, lang: str = "{{ frame.tag }}") -> tuple[Edit, ...]:
    body = "<body><h1>{{ view.title.text }}</h1></body>"
    return (Edit(TEMPLATE, f'<!doctype html>\n<html lang="{lang}">\n<head>{head}</head>\n{body}\n</html>\n'),)


_THROUGH = (
    "timeline:\n  - {date: 2019-06-27, state: done, name: {zh: 竣工通车, en: Open to traffic}, "
    "zh: 道路通车。, en: The road is open.}\n"
)
_FOUND = (
    "  - {date: 2019-03, state: done, name: {zh: 走访发现, en: Found on a visit}, "
    "zh: 路面坑洼。, en: The road is full of holes.}\n"
)
_TITLE = "<title>{{ frame.title }}</title>"
_H1 = "<h1>{{ view.title.text }}</h1>"


_NOT_IN_ENGLISH = (
    Edit(
        TRANSLATION,
        "summary: A stretch has been repaired.\n",
        "summary: A stretch of 200 metres has been repaired.\n",
    ),
    Edit(TRANSLATION, "A stretch of earth road in Feifeng Community has been repaired.\n", _BODY_EN),
)

_REVIEWERS = "reviews: {stories: [责任编辑, 科室负责人, 分管领导]}\nspan_chart:"
_REVIEWED = "reviews:\n" + "".join(
    f"  - {{round: {n}, role: {role}, date: 2019-07-01, digest: klmnopqrstuvwxyzklmnopqr}}\n"
    for n, role in enumerate(("责任编辑", "科室负责人", "分管领导"), 1)
)

_AS_OF = Edit("config.yaml", "as_of: 2019-07-01\nspan_chart:", "span_chart:")


def _scheduled(times: str) -> Edit:
    return Edit(STORY, f"line: grassroots\n{times}\n", "line: grassroots\n")


_CONFIRMED = Edit(
    "content/records/stories/feifeng-road.yaml",
    f"translations:\n  en:\n    - {mark_of(_BODY)} {mark_of(_BODY_EN)}\n",
)

EDITS: Mapping[str, tuple[Edit, ...]] = {
    "counter-metric-never": (_metric(total="never"),),
    "counter-adds-dates": (
        _metric(kind="stock"),
        _figures(
            "{id: spring, metric: road_length, value: 200米, as_of: 2019-03}",
            "{id: summer, metric: road_length, value: 350米, as_of: 2019-06}",
        ),
    ),
    "counter-adds-statistics": (
        _figures(
            "{id: first, metric: road_length, value: 200米}",
            "{id: each_day, metric: road_length, value: 20米, statistic: average}",
        ),
    ),
    "counter-overlap": (
        _figures(
            "{id: first, metric: road_length, value: 200米, period: 2019-01/2019-04}",
            "{id: second, metric: road_length, value: 150米, period: 2019-03/2019-06}",
        ),
    ),
    "counter-latest-twice": (
        _metric(kind="stock", total="latest"),
        _figures(
            "{id: first, metric: road_length, value: 200米, as_of: 2019-06}",
            "{id: second, metric: road_length, value: 210米, as_of: 2019-06}",
        ),
    ),
    "counter-indefinite": (_figures("{metric: road_length, value: 数百米}"),),
    "counter-negative": (_figures("{metric: road_length, quantity: {qualifier: about, value: -200}}"),),
    "counter-mixed-qualifiers": (
        _figures(
            "{id: first, metric: road_length, value: 800余米, period: 2019-01/2019-03}",
            "{id: second, metric: road_length, value: 近300米, period: 2019-04/2019-06}",
        ),
    ),
    "permalink-collision": (Edit(PAGE, "title: 关于本站\naliases: [figures.html]\n", "title: 关于本站\n"),),
    "link-target-missing": (_text("见[关于本站](../../pages/abuot/index.zh.md)。\n"),),
    "link-anchor-missing": (_text("## 经过\n\n整修完成，见[前文](#经历)。\n"),),
    "image-missing": (_text("![整修后的路](road.jpg)\n"),),
    "translation-missing": (
        Edit("config.yaml", "missing_translation: {stories: fail}\nspan_chart:", "span_chart:"),
        Edit(TRANSLATION, None),
    ),
    "translation-absent": (Edit(TRANSLATION, None),),
    "translation-summary": (Edit(PAGE, "title: 关于本站\nsummary: 内容从哪里来。\n", "title: 关于本站\n"),),
    "translation-headings": (_text(f"## 走访时看到的\n\n{_BODY}"),),
    "translation-slots": (_text("飞凤社区{=road_length}长的黄土路段已经整修完成。\n"),),
    "translation-links": (_text(f"{_BODY}\n数字的读法见[关于本站](../../pages/about/index.zh.md)。\n"),),
    "translation-stale": (_CONFIRMED, _text("飞凤社区200米长的黄土路段已经全部整修。\n")),
    "translation-outdated": (
        Edit("config.yaml", "missing_translation: {stories: fail}\nspan_chart:", "span_chart:"),
        _CONFIRMED,
        _text("飞凤社区200米长的黄土路段已经全部整修。\n"),
    ),
    "review-missing": (Edit("config.yaml", _REVIEWERS, "span_chart:"),),
    "review-void": (
        Edit("config.yaml", _REVIEWERS, "span_chart:"),
        Edit("content/records/stories/feifeng-road.yaml", _REVIEWED),
    ),
    "record-unused": (Edit("content/records/stories/old-name.yaml", "translations: {en: []}\n"),),
    "term-avoided": (
        Edit(f"{WORDS}/glossary.yaml", "handover: {zh: 交付, en: [handover], avoid: {en: [delivery]}}\n"),
        Edit(TRANSLATION, f"{_BODY_EN}The delivery of the road followed.\n", _BODY_EN),
        _text(f"{_BODY}\n随后交付使用。\n"),
    ),
    "name-missing": (
        Edit(f"{WORDS}/glossary.yaml", "dongyong-line: {zh: 东永二线, en: [Dongyong No. 2 Line]}\n"),
        _text(f"{_BODY}\n附近是东永二线。\n"),
    ),
    "place-name-missing": (
        Edit(
            TRANSLATION,
            "title: The earth road is repaired\n",
            "title: The earth road in Feifeng is repaired\n",
        ),
        Edit(TRANSLATION, "A stretch of earth road, 200 metres long, has been repaired.\n", _BODY_EN),
    ),
    "place-name-misspelt": (_text(_BODY + "\n飞风社区的路修好了。\n"),),
    "place-name-form": (
        Edit(TRANSLATION, _BODY_EN.replace("Feifeng Community", "Feifeng Village"), _BODY_EN),
    ),
    "vocabulary-unused": (
        Edit(
            f"{WORDS}/places.yaml",
            "taxiu: {name: {zh: 塔秀村, en: Taxiu Village}, kind: village}\nfeifeng:",
            "feifeng:",
        ),
    ),
    "counter-empty": (Edit(f"{WORDS}/counters.yaml", "from: tallies", "from: stories"),),
    "counter-latest-unlike": (
        _metric(kind="stock", total="latest"),
        _figures(
            "{id: first, metric: road_length, value: 200米, as_of: 2019-05, scope: {zh: 东段, en: east}}",
            "{id: second, metric: road_length, value: 210米, as_of: 2019-06, scope: {zh: 西段, en: west}}",
        ),
    ),
    "counter-max-unclear": (
        _metric(kind="stock", total="max"),
        _figures(
            "{id: first, metric: road_length, value: 200余米}",
            "{id: second, metric: road_length, value: 210米}",
        ),
    ),
    "figures-too-many": (_text("施工用了18天。" * 1001 + "\n"),),
    "figure-unexplained": (_text(f"{_BODY}\n施工用了18天。\n"),),
    "figure-value-differs": (_text("飞凤社区230米长的黄土路段已经整修完成。\n"),),
    "figure-magnitude-differs": (_text("飞凤社区2000米长的黄土路段已经整修完成。\n"),),
    "figure-digits-transposed": (
        _figures("{metric: road_length, value: 120米}"),
        _text("飞凤社区210米长的黄土路段已经整修完成。\n"),
    ),
    "figure-qualifier-differs": (_text("飞凤社区200余米长的黄土路段已经整修完成。\n"),),
    "figure-unit-differs": (_text("飞凤社区200户门前的黄土路段已经整修完成。\n"),),
    "figure-statistic-differs": (
        _figures(
            "{metric: road_length, value: 200米}",
            "{id: daily, label: {zh: 每天整修, en: A day}, unit: metre, value: 20米, statistic: peak}",
        ),
        _text(f"{_BODY}\n平均每天整修20米。\n"),
    ),
    "figure-direction-differs": (
        _figures(
            "{metric: road_length, value: 200米}",
            "{id: shorter, label: {zh: 缩短, en: Shorter by}, unit: metre, value: 20米}",
        ),
        _text(f"{_BODY}\n绕行路程增加20米。\n"),
    ),
    "figures-not-cited": (
        Edit(STORY, "summary: 黄土路段整修完成。\n", "summary: 200米长的黄土路段整修完成。\n"),
        _text("飞凤社区的黄土路段已经整修完成。\n"),
        *_NOT_IN_ENGLISH,
    ),
    "translation-figure-missing": _NOT_IN_ENGLISH,
    "text-placeholder": (_text(f"{_BODY}\n走访群众XX户。\n"),),
    "text-number-missing": (_text(f"{_BODY}\n走访群众共户。\n"),),
    "placeholder-left": (Edit(STORY, "title: （在这里写标题）\n", "title: 飞凤社区黄土路整修完成\n"),),
    "draft-held": (Edit(STORY, "line: grassroots\ndraft: true\n", "line: grassroots\n"),),
    "schedule-held": (_scheduled("publish_at: 2019-07-02 09:30"), _AS_OF),
    "schedule-expired": (_scheduled("expires_at: 2019-06-30 18:00"), _AS_OF),
    "schedule-next": (_scheduled("publish_at: 2019-07-02 09:30"), _AS_OF),
    "schedule-unjudged": (_scheduled("publish_at: 2019-07-02 09:30"),),
    "schedule-reversed": (_scheduled("publish_at: 2019-07-02 09:30\nexpires_at: 2019-07-01 18:00"),),
    "bulletin-held": (Edit(STORY, "line: grassroots\ndraft: true\n", "line: grassroots\n"),),
    "output-link-broken": _main(f'{_H1}\n<a href="nothing.html">…</a>'),
    "output-anchor-missing": _main(f'{_H1}\n<a href="figures.html#nothing">…</a>'),
    "output-outside-request": _main(f'{_H1}\n<img src="https://example.org/mark.png" alt="">'),
    "output-unsafe": _main(f'{_H1}\n<p style="color: red">…</p>'),
    "output-no-policy": _whole(_TITLE),
    "output-id-twice": _main(f'{_H1}\n<p id="top">…</p>\n<p id="top">…</p>'),
    "output-h1": _main(f"{_H1}\n{_H1}"),
    "output-heading-skip": _main(f"{_H1}\n<h3>…</h3>"),
    "output-language": _whole(_TITLE, lang="fr"),
    "output-title-missing": _whole(""),
    "output-title-twice": (
        Edit("content/pages/contact/index.zh.md", "---\ntitle: 关于本站\n---\n本站没有载明联系方式。\n"),
        Edit("content/pages/contact/index.en.md", "---\ntitle: Contact\n---\nNo contact is stated.\n"),
    ),
    "output-json-ld-broken": _main(f'{_H1}\n<script type="application/ld+json">{{</script>'),
    "output-names-missing": (Edit("templates/static/style.css", "body { background: url(paper.png) }\n"),),
    "output-style-outside": (
        Edit("templates/static/style.css", "body { background: url(https://example.org/paper.png) }\n"),
    ),
    "date-translation-differs": (
        _text(f"{_BODY}\n2019年6月27日通车。\n"),
        Edit(TRANSLATION, f"{_BODY_EN}\nIt opened on 27 July 2019.\n", _BODY_EN),
    ),
    "date-year-alone": (
        _text(f"{_BODY}\n2018年、2019年两次走访。\n"),
        Edit(TRANSLATION, f"{_BODY_EN}\nVisits were paid in 2019 and once more that summer.\n", _BODY_EN),
    ),
    "date-step-differs": (
        Edit(STORY, f"{_THROUGH}sources:\n", "sources:\n"),
        _text(f"{_BODY}\n2019年5月27日竣工通车。\n"),
    ),
    "date-in-future": (
        Edit("config.yaml", "as_of: 2019-mid\nspan_chart:", "span_chart:"),
        _text(f"{_BODY}\n2029年6月通车。\n"),
    ),
    "fact-in-future": (
        Edit("config.yaml", "as_of: 2019-mid\nspan_chart:", "span_chart:"),
        Edit(STORY, f"{_THROUGH.replace('2019', '2029')}sources:\n", "sources:\n"),
    ),
    "timeline-order": (Edit(STORY, f"{_THROUGH}{_FOUND}sources:\n", "sources:\n"),),
    "date-untold": (Edit(STORY, f"date: 2019-05\n{_THROUGH}sources:\n", "sources:\n"),),
    "privacy-id": (_text(f"{_BODY}\n登记的号码是33079919000101003X。\n"),),
    "privacy-id-altered": (_text(f"{_BODY}\n身份证号330799190001010001。\n"),),
    "privacy-id-masked": (_text(f"{_BODY}\n登记的号码是33*************03X。\n"),),
    "privacy-id-thin-mask": (_text(f"{_BODY}\n登记的号码是33079919******003X。\n"),),
    "privacy-masks-differ": (
        _text(f"{_BODY}\n登记的号码是33*************03X。\n\n号码330799********003X已经登记。\n"),
    ),
    "privacy-mobile": (_text(f"{_BODY}\n联系电话15400000001。\n"),),
    "privacy-phone": (_text(f"{_BODY}\n办公电话0579-87000000。\n"),),
    "privacy-card": (_text(f"{_BODY}\n卡号6200000000000005。\n"),),
    "privacy-card-possible": (_text(f"{_BODY}\n记作6200000000000005。\n"),),
    "privacy-account": (_text(f"{_BODY}\n捐款账号：10000000000000002。\n"),),
    "privacy-passport": (_text(f"{_BODY}\n护照号E00000000。\n"),),
    "privacy-vehicle": (_text(f"{_BODY}\n工程车浙G12345。\n"),),
    "privacy-sole-trader": (_text(f"{_BODY}\n信用代码92330799MA00000156。\n"),),
    "privacy-credit-code": (_text(f"{_BODY}\n信用代码91330799MA0000007E。\n"),),
    "privacy-email": (_text(f"{_BODY}\n来信请寄zhang@example.com。\n"),),
    "privacy-chat": (_text(f"{_BODY}\n微信号：zhang_2019。\n"),),
    "privacy-name-list": (_text(f"{_BODY}\n| 姓名 | 住址 |\n| --- | --- |\n| … | … |\n"),),
    "privacy-address": (_text(f"{_BODY}\n3幢2单元501室门前也修好了。\n"),),
    "privacy-person": (_text(f"{_BODY}\n低保户王某某家门前也修好了。\n"),),
    "privacy-file-name": (Edit("content/stories/feifeng-road/15400000001.txt", "…"),),
    "privacy-image-metadata": (
        Edit("templates/static/photo.jpg", b"\xff\xd8\xff\xe1\x00\x08Exif\x00\x00\xff\xda"),
    ),
    "privacy-unreadable": (Edit("templates/static/form.pdf", b"%PDF-1.7\x00\xff\xfe\x80"),),
    "privacy-override-unused": (
        Edit(
            "config.yaml",
            "span_chart: [feifeng-road]\nprivacy_overrides:\n"
            "  - {text: 3幢2单元501室, reason: 办事窗口, decided_by: 办公室主任, date: 2019-06-27}\n",
            "span_chart: [feifeng-road]\n",
        ),
    ),
    "theme-encoding": (Edit(TEMPLATE, "<p>关于</p>\n".encode("gbk")),),
    "theme-string-form": (Edit(STRINGS, "Skip: 跳到正文\n"),),
    "theme-string-missing": (Edit(STRINGS, "greeting: 您好\n"),),
    "theme-string-words": (Edit(STRINGS, "content_source: 内容来源：{origin}\n"),),
    "template-missing": (Edit(TEMPLATE, '{% extends "bas.html" %}\n'),),
    "template-syntax": (Edit(TEMPLATE, "{% if frame.title %}\n<p>{{ frame.title }}</p>\n"),),
    "template-undefined": (Edit(TEMPLATE, "<h1>{{ view.titel }}</h1>\n"),),
    "template-string-unknown": (Edit(TEMPLATE, '<p>{{ t("greeting") }}</p>\n'),),
    "template-recursion": (Edit(TEMPLATE, '{% include "page.html" %}\n'),),
    "template-stuck": (Edit(TEMPLATE, "{% for n in range(10 ** 9) %}{% endfor %}\n"),),
    "theme-contract": (Edit("templates/theme.yaml", "contract: 9\n"),),
    "theme-field-unknown": (Edit("templates/theme.yaml", "contract: 1\nauthor: 信息科\n"),),
    "theme-file-unused": (Edit("templates/sotry.html", "<p>{{ view.title }}</p>\n"),),
    "template-error": (Edit(TEMPLATE, "<p>{{ 1 // 0 }}</p>\n"),),
}


def _told() -> Iterator[Diagnostic]:
    """What no file of a project shows by itself: the machine, an earlier site, a theme in use elsewhere."""
    counters = Location(f"{WORDS}/counters.yaml", 2, 3)
    yield fault("counter-adds-rates", counters, counter="savings", metric="saving")
    yield fault("counter-fraction", counters, counter="roads", parts="feifeng-road#road_length")
    one, other = "housing-support#relief_money", "feifeng-road#relief_money"
    yield fault("counter-same-twice", Location(STORY, 8, 5), counter="relief_money", first=one, second=other)
    yield fault("bulletin-empty", Location(BULLETIN, 1, 9), number=1)
    yield fault("markdown-too-complex", Location(STORY, 9, 1))
    yield fault("markdown-too-slow", Location(STORY, 9, 1), seconds=6)
    photo = Location("content/stories/feifeng-road/road.jpg")
    yield fault("image-unreadable", photo)
    yield fault("image-kind", photo, found="PNG", expected="JPEG")
    yield fault("image-too-large", photo, size="14000 × 9000")
    yield fault("images-need-pillow", photo)
    yield fault("share-font-unreadable", Location("templates/share-font"))
    yield fault("share-glyph-missing", Location(STORY, 1, 1), characters="凤塔")
    yield fault("translation-images", Location(TRANSLATION, 5, 1), slug="feifeng-road", name="road.jpg")
    yield fault("theme-language-missing", Location("templates/strings/ja.yaml"), lang="ja")
    yield from _told_of_outputs()
    yield from told_of_exports()
    yield from told_of_posts()
    yield from told_of_extensions()
    yield fault("output-shrinks", Location("site"), before=120, after=14)
    yield fault("output-stranger", Location("site/notes.txt"), name="notes.txt")
    yield fault("output-record-missing", Location("site"), count=3, name="stories/old.html")
    index, site = Location("site/index.html"), Location("site")
    yield fault("disk-full", index, path="site/index.html", cause="No space left on device")
    yield fault("disk-forbidden", index, path="site/index.html", cause="Permission denied")
    yield fault("disk-fault", index, path="site/index.html", cause="Input/output error")
    yield fault("too-many-open-files", index, path="site/index.html", cause="Too many open files")
    yield fault("build-busy", site, pid=4711)
    yield fault("inputs-changed", Location(""))
    yield fault("output-not-ours", site, path="site")
    yield fault("output-place", Location("content"), path="content")
    yield fault("output-link", site, path="site")
    yield fault("output-mount-point", site, path="site")
    manifest = ".sfwgen/manifest.json"
    yield fault("publish-unfinished", Location(manifest), path=manifest, cause="EIO")
    yield fault("generation-missing", site, wanted="3f9a1c")
    yield fault(
        "generation-damaged", Location("site/index.html"), path="site/index.html", generation="3f9a1c"
    )
    yield fault("libyaml-missing", Location("config.yaml"))


def _told_of_outputs() -> Iterator[Diagnostic]:
    page = Location(PAGE, 1, 1)
    for problem, target in {
        "self": "en/about.html",
        "missing": "en/abuot.html",
        "language": "contact.html",
        "noindex": "en/about.html",
        "mutual": "en/about.html",
        "twice": "about.html",
        "default": "en/about.html",
    }.items():
        tag = "zh-Hans" if problem in ("self", "twice") else "en"
        yield fault(f"output-alternate-{problem}", page, page="about.html", more="", target=target, tag=tag)
    config = Location("config.yaml", 1, 1)
    yield fault("output-file-broken", config, page="static/mark.svg", problem="not well-formed")
    yield fault("output-names-hidden", config, page="sitemap.xml", target="search.html")
    yield fault("output-paths-alike", page, page="About.html", other="about.html")


_SHOWN_BY_PAGES = ("output-", "template-", "official-tag-", "official-foot-")
"""Beginnings of the codes that only whole templates show."""


@cache
def examples() -> Mapping[str, Diagnostic]:
    """Returns a diagnostic for each code that has an example, with its line quoted."""
    found = {each.code: each for each in (*_told(), *told_of_registers())}
    found |= {code: _from_edits(code, edits) for code, edits in EDITS.items()}
    for code, files in (*register_projects(), *official_projects()):
        found[code] = _from_edits(code, tuple(Edit(path, new) for path, new in files.items()))
    for name in case_names():
        code = name.partition(".")[0]
        if code == name or code not in found:
            found[code] = _from_case(name, code)
    return {code: found[code] for code in CODES if code in found}


@cache
def what_was_done() -> Mapping[str, str]:
    """Returns, for each code with a bad project, what the author of it did, in English."""
    return {name: read_case(name).about for name in case_names() if name in CODES}


def _from_case(name: str, code: str) -> Diagnostic:
    sources, diagnostics = read_case(name).read()
    found = next(each for each in diagnostics if each.code == code)
    return replace(found, quote=source_line(sources, found.location))


@cache
def _base() -> Mapping[str, bytes]:
    return read_base().read()[0]


@cache
def _theme(*, whole: bool) -> Mapping[str, bytes]:
    """The packaged theme; unless `whole` with empty templates, which take no time to compile."""
    files = theme_files()
    return {path: data if whole or not path.endswith(".html") else b"" for path, data in files.items()}


@cache
def _memory() -> Memory:
    """What is the same from example to example is worked out once; that changes nothing in what is told."""
    return Memory()


def _from_edits(code: str, edits: tuple[Edit, ...]) -> Diagnostic:
    files = dict(_base())
    for edit in edits:
        _change(files, edit)
    packaged = _theme(whole=code.startswith(_SHOWN_BY_PAGES))
    checked = make_site(make_sources(files), packaged, memory=_memory())
    told = {each.code: each for each in reversed(checked.diagnostics)}
    if code not in told:
        raise ValueError(f"the edit for {code} gives {sorted(told)}")
    return told[code]


def _change(files: dict[str, bytes], edit: Edit) -> None:
    if edit.new is None:
        del files[edit.path]
    elif isinstance(edit.new, bytes):
        files[edit.path] = edit.new
    elif not edit.old:
        files[edit.path] = edit.new.encode()
    else:
        before = files[edit.path].decode()
        if edit.old not in before:
            raise ValueError(f"{edit.path} does not hold {edit.old!r}")
        files[edit.path] = before.replace(edit.old, edit.new).encode()
