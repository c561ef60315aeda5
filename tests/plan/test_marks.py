"""Each bound figure stands in `<data>` wherever a page prints it, apart from titles, attributes and drawings."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from sfwgen.counters import aggregate
from sfwgen.plan import PageOutput
from sfwgen.prose import is_bound, read_prose
from sfwgen.render import Renderer
from tests.support.example import changed, packaged_theme, plan_of, site_of
from tests.support.memory import MEMORY

SILENT = frozenset({"script", "style", "title", "svg", "option"})
BLOCKS = frozenset("p li dd dt h1 h2 h3 h4 td th figcaption div summary".split())


class Reader(HTMLParser):
    """Reads a page as blocks of text; `marks` says of each character whether it stands in `<data>`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks: list[tuple[str, str]] = []
        self.open: list[str] = []
        self._text, self._marks = "", ""
        self.feed(page)
        self._end()

    def _end(self) -> None:
        self.blocks.append((self._text, self._marks))
        self._text, self._marks = "", ""

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._end()
        if tag not in {"br", "wbr", "img", "input", "meta", "link", "hr"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        assert tag not in BLOCKS

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass
        if tag in BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        if not SILENT & set(self.open):
            self._text += data
            self._marks += ("x" if "data" in self.open else ".") * len(data)


def pages_of(files: dict[str, bytes]) -> dict[str, str]:
    renderer = Renderer(packaged_theme())
    outputs = [each for each in plan_of(files).outputs if isinstance(each, PageOutput)]
    return {each.path: renderer.render(each.template, each.view) for each in outputs}


def told_in(files: dict[str, bytes]) -> dict[str, set[str]]:
    """The bound figures of the project by the text that each stands in."""
    site = site_of(files)
    told: dict[str, set[str]] = {}
    for text in read_prose(site, aggregate(site)[0], MEMORY.each).texts:
        passages = text.passages
        for each in filter(is_bound, text.bindings):
            told.setdefault(passages[each.passage].text, set()).add(each.found.text)
    return told


def printed(told: dict[str, set[str]], pages: dict[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Every page with each text that it prints and that holds a bound figure, and whether it is marked."""
    for path, page in pages.items():
        for text, marks in Reader(page).blocks:
            for passage, figures in told.items():
                at = text.find(passage)
                for figure in figures if at >= 0 else ():
                    start = text.index(figure, at)
                    yield path, passage, "." not in marks[start : start + len(figure)]


SENTENCE = "至今已累计走访企业237次。"
"""Said in texts of all kinds; the tally bears it out."""
ELSEWHERE = {
    "lede": ("本职范围内的问题，收集并解决；", f"本职范围内的问题，收集并解决；{SENTENCE}"),
    "notice": ("{zh: 非官方演示，不代表永康市建设局,", f"{{zh: 非官方演示。{SENTENCE},"),
    "motto": ("攻坚克难，帮助企业解决发展中的难题。", f"攻坚克难。{SENTENCE}"),
    "issue": ("zh: 市建设局下沉一线，服务企业、群众和基层", f"zh: 市建设局下沉一线。{SENTENCE}"),
    "issue_lede": ("永康市建设局开展“三服务”活动，帮", f"{SENTENCE}永康市建设局开展“三服务”活动，帮"),
    "counted": (
        "报道所载走访企业的累计次数，按次计。",
        f"报道所载走访企业的累计次数，按次计。{SENTENCE}",
    ),
    "reason": ("飞凤社区走访的住房困难家庭是否", f"{SENTENCE}飞凤社区走访的住房困难家庭是否"),
    "page": ("summary: 内容从哪里来，", f"summary: {SENTENCE}内容从哪里来，"),
    "unknown": ("通气的日期、已经接通的", f"走访的800余家企业中，{SENTENCE}已经接通的"),
    "panel": ("供气范围是用气需求将得到满足的企业", f"{SENTENCE}供气范围是用气需求将得到满足的企业"),
    "note": ("报道写作“大约0.2元/方”，", f"{SENTENCE}"),
    "step": ("name: {zh: 全线贯通, en", "name: {zh: 两镇全线贯通, en"),
    "pair": (
        "zh: 象珠段部分地段的政策处理没有谈妥，管线没有接通。",
        "zh: 两镇800余家企业的管线没有接通。",
    ),
}


def test_no_bound_figure_of_the_example_stands_on_a_page_unmarked() -> None:
    found = list(printed(told_in(changed()), pages_of(changed())))
    assert len(found) > 100
    assert not [each for each in found if not each[2]]


def test_no_bound_figure_stands_unmarked_in_any_other_text_of_a_page() -> None:
    files = changed(**ELSEWHERE)
    found = set(printed(told_in(files), pages_of(files)))
    assert not [each for each in found if not each[2]]
    places = {path for path, passage, _ in found if SENTENCE in passage}
    kinds = ("index", "bulletins/1", "bulletins/index", "figures", "about", "lines/enterprises", "404")
    assert {f"{each}.html" for each in kinds} <= places
    assert len({passage for _, passage, _ in found if SENTENCE in passage}) == len(ELSEWHERE) - 2


def test_a_figure_outside_its_story_leads_to_where_it_is_explained() -> None:
    files = changed(**ELSEWHERE)
    pages = pages_of(files)
    total = '<a class="f" href="figures.html#visits_enterprises"><data value="237">237次</data></a>'
    assert total in pages["index.html"]
    assert total.replace("figures", "../figures") in pages["bulletins/1.html"]
    assert '<a class="f" href="#visits_enterprises"><data value="237">' in pages["figures.html"]
    summary = (
        '<a class="f" href="gas-pipeline.html#fig-enterprises_supplied"><data value="800">800余家</data>'
    )
    assert summary in pages["stories/index.html"]
    assert 'id="fig-enterprises_supplied"' in pages["stories/gas-pipeline.html"]
