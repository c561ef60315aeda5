"""From opening the form to the saved file to the page made anew, in a browser."""

from __future__ import annotations

import difflib

from sfwgen.build import check
from sfwgen.publish import RealDisk
from tests.serve.forms.conftest import SAVE, Forms, project_files

STORY = "content/stories/feifeng-road/index.zh.md"


def test_a_title_changed_in_the_form_changes_that_line_alone_and_shows_in_the_preview(forms: Forms) -> None:
    before = project_files(forms.served.project)[STORY]
    forms.go("#/collections/stories/entries/feifeng-road/index")
    forms.fill("title", "飞凤社区路修好了：{=road_length}|黄土路")
    changed = forms.save()
    assert list(changed) == [STORY]
    assert [*difflib.unified_diff(before.splitlines(), changed[STORY].splitlines(), n=0)][3:] == [
        "-title: 飞凤社区黄土路整修完成",
        '+title: "飞凤社区路修好了：{=road_length}|黄土路"',
    ]
    forms.served.wait_for(lambda: "路修好了" in forms.served.get("/stories/feifeng-road.html").text)
    foreign = {url for url in forms.asked if not url.startswith((forms.home, "data:", f"blob:{forms.home}"))}
    assert not foreign
    assert any(url.endswith(".woff2") for url in forms.asked)
    assert not forms.page.get_by_text("访问令牌").is_visible()


def test_a_story_made_in_the_form_passes_every_check(forms: Forms) -> None:
    forms.go("#/collections/stories/new")
    forms.fill("title", "新村道路|修好了", "A village road mended")
    forms.fill("summary", "新村修好了300米路。", "300 metres of road were mended.")
    forms.fill(
        "body",
        "新村修好了300米路。\n\n{~一包四联~}到户。",
        "300 metres of road were mended.",
        kind="textarea",
    )
    forms.page.get_by_role("button", name=SAVE, exact=True).first.click()
    forms.page.get_by_text("此字段为必填项").first.wait_for()
    forms.choose("line", "服务基层")
    forms.press("sources", "添加")
    forms.fill("sources.0.zh", "2019年年中报纸报道")
    forms.fill("sources.0.en", "A newspaper report of mid-2019")
    forms.fill("date", "2019-13")
    forms.page.get_by_text("写法不对，例如 2019-05").first.wait_for()
    forms.fill("date", "2019-06-late")
    forms.press("figures", "添加")
    forms.choose("figures.0.metric", "道路长度（road_length）")
    forms.fill("figures.0.value", "300米")
    forms.page.get_by_label("网址名称").last.fill("new-village")
    changed = forms.save()
    assert changed == {
        "content/stories/new-village/index.zh.md": NEW,
        "content/stories/new-village/index.en.md": NEW_EN,
    }
    checked = check(RealDisk(), str(forms.served.project))
    assert not [each for each in checked.diagnostics if each.location.file in changed]
    assert not checked.fails()
    forms.served.wait_for(lambda: forms.served.get("/en/stories/new-village.html").status == 200)


NEW = """\
---
title: "新村道路|修好了"
summary: 新村修好了300米路。
line: grassroots
sources:
  - zh: 2019年年中报纸报道
    en: A newspaper report of mid-2019
date: 2019-06-late
figures:
  - metric: road_length
    value: 300米
---

新村修好了300米路。

{~一包四联~}到户。
"""
NEW_EN = """\
---
title: A village road mended
summary: 300 metres of road were mended.
---

300 metres of road were mended.
"""
