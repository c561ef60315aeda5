"""The bulletin of this repository holds every rule; a slip in it does not."""

from __future__ import annotations

import re

import pytest

from sfwgen.build.pipeline import make_site
from sfwgen.build.results import Gate
from sfwgen.checks import check_site
from sfwgen.counters import aggregate
from sfwgen.diagnostics import Diagnostic
from sfwgen.publish import Sources
from sfwgen.resources import theme_files
from tests.support.example import example_files, site_of
from tests.support.memory import MEMORY

SLIPS = (
    ("Xiangzhu Town", "Xiangzhu Township"),
    ("Xiangzhu", "Xiang Zhu"),
    ("Xiangzhu", "Xiangzu"),
    ("Tangxian", "Tangxain"),
    ("Tangxian Town", "Tangxian County"),
    ("Xicheng Subdistrict", "Xicheng Street"),
    ("Xicheng", "West City"),
    ("Feifeng Community", "Feifeng community"),
    ("Feifeng", "Feifang"),
    ("Taxiu Village", "Taxiu village"),
    ("Taxiu", "Taxui"),
    ("Shanshui Yuyuan", "Shan Shui Yu Yuan"),
    ("Shanshui Yuyuan", "Mountain View"),
    ("Lixian County", "Li County"),
    ("Wuyi County", "Wuyi Mountains"),
    ("Three Services", "Three Serves"),
    ("residents in difficulty", "poor people"),
    ("public rental housing", "low-rent housing"),
    ("relief money", "consolation money"),
    ("planting", "greening"),
    ("Party members", "members"),
)


def told(files: dict[str, bytes]) -> tuple[Diagnostic, ...]:
    site = site_of(files)
    return check_site(site, aggregate(site)[0])


def test_the_real_content_has_nothing_to_report() -> None:
    assert told(dict(example_files())) == ()


@pytest.mark.no_cover
@pytest.mark.parametrize(("right", "wrong"), SLIPS)
def test_a_slip_in_any_place_of_the_real_content_is_told_in_that_file(right: str, wrong: str) -> None:
    tried = 0
    for path, data in example_files().items():
        text = data.decode()
        for match in re.finditer(re.escape(right), text) if path.endswith(".en.md") else ():
            slipped = text[: match.start()] + wrong + text[match.end() :]
            found = told({**example_files(), path: slipped.encode()})
            assert {each.location.file for each in found} == {path}, slipped[match.start() - 40 :][:90]
            tried += 1
    assert tried


def test_the_real_site_holds_every_rule_over_its_outputs() -> None:
    made = make_site(Sources(example_files(), {}), theme_files())
    assert made.plan is not None
    assert len(made.outputs) > 60
    assert made.diagnostics == ()


def test_a_template_that_leads_nowhere_stops_the_build_and_is_told_once_a_kind_of_page() -> None:
    footer = (
        theme_files()["_footer.html"]
        + b'<p><a href="/nowhere.html">x</a> <img src="https://x.example/a.png" alt=""></p>'
    )
    files = {**example_files(), "templates/_footer.html": footer}
    made = make_site(Sources(files, {}), theme_files(), memory=MEMORY)
    assert made.stopped_at is Gate.OUTPUTS
    broken = [each for each in made.diagnostics if each.code == "output-link-broken"]
    assert {each.code for each in made.diagnostics} == {"output-link-broken", "output-outside-request"}
    assert len(broken) < 12
    assert all(dict(each.words)["target"] == "nowhere.html" for each in broken)
