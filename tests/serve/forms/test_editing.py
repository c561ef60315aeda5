"""From opening the form to the saved file to the page made anew, in a browser."""

from __future__ import annotations

import difflib
import io
from typing import TYPE_CHECKING

from PIL import Image

from sfwgen.build import check
from sfwgen.publish import RealDisk
from tests.build.projects import SECOND_STORY
from tests.serve.forms.conftest import SAVE, Forms, project_files

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

SAVE_ELSEWHERE = """async path => {
  const names = path.split('/');
  let folder = await navigator.storage.getDirectory();
  for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
  const writing = await (await folder.getFileHandle(names.at(-1))).createWritable();
  await writing.write('在编辑器里改');
  await writing.close();
}"""

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
    forms.put(changed)
    forms.served.wait_for(lambda: "路修好了" in forms.served.get("/stories/feifeng-road.html").text)


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
    forms.put(changed)
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


def test_what_is_wrong_with_a_saved_document_is_told_beside_the_form(forms: Forms) -> None:
    path = "content/stories/second-road/index.zh.md"
    forms.served.save(path, SECOND_STORY.format(more="places: [nowhere]\n"))
    told = forms.page.locator("#sfwgen-told pre").first
    told.wait_for()
    assert "nowhere" in told.inner_text()
    assert f"{path}:5" in told.inner_text()
    (forms.served.project / path).unlink()
    told.wait_for(state="hidden")


def test_what_was_saved_elsewhere_is_not_written_over(forms: Forms) -> None:
    forms.go("#/collections/pages/entries/about/index")
    path = "content/pages/about/index.zh.md"
    forms.page.evaluate(SAVE_ELSEWHERE, path)
    forms.fill("title", "关于本站，在表单里改")
    with forms.page.expect_event("dialog") as dialog:
        forms.page.once("dialog", lambda each: each.accept())
        forms.page.get_by_role("button", name=SAVE, exact=True).first.click()
    assert "index.zh.md 在别处改过" in dialog.value.message
    assert forms.saved()[path] == "在编辑器里改"


def a_photograph() -> bytes:
    """A small photograph."""
    data = io.BytesIO()
    Image.new("RGB", (60, 40), "grey").save(data, "JPEG")
    return data.getvalue()


def test_a_photograph_is_kept_in_the_folder_of_its_story(forms: Forms) -> None:
    forms.go("#/collections/stories/entries/feifeng-road/index")
    forms.scroll_to("before_after")
    forms.press("before_after", "添加")
    forms.scroll_to("before_after.0.before.image")
    photograph: FilePayload = {"name": "现场 照片.jpg", "mimeType": "image/jpeg", "buffer": a_photograph()}
    forms.page.locator(
        '[data-key-path="before_after.0.before.image"] input[type=file]'
    ).first.set_input_files(photograph)
    for side in ("before", "after"):
        for lang in ("zh", "en"):
            forms.scroll_to(f"before_after.0.{side}.{lang}")
            forms.fill(f"before_after.0.{side}.{lang}", "路")
    changed = forms.save()
    assert "image: 现场-照片.jpg" in changed[STORY]
    assert "content/stories/feifeng-road/现场-照片.jpg" in changed


def test_everything_that_the_forms_ask_for_is_the_previews_own(forms: Forms) -> None:
    own = (forms.home, "data:", f"blob:{forms.home}")
    assert not [url for url in forms.asked if not url.startswith(own)]
    # Its fonts are among it, which it would take from elsewhere.
    assert len([url for url in forms.asked if url.startswith(forms.home) and url.endswith(".woff2")]) >= 2
    assert not forms.page.get_by_text("访问令牌").is_visible()
