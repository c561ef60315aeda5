"""No save is lost, a fault is laid over the last good page, and everything recovers by itself."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sfwgen.serve.watching import look_over
from tests.build.projects import ROOT, STORY, disk_with, small_project
from tests.serve.conftest import PATIENCE, Served, serving, write_project
from tests.support.disk import MemoryDisk

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGE = "/stories/feifeng-road.html"
TEXT = small_project()[STORY]


def with_ending(ending: str) -> str:
    return TEXT.replace("已经整修完成。", f"已经整修完成{ending}。")


def shows(served: Served, text: str) -> bool:
    return text in served.get(PAGE).text


def test_every_save_reaches_an_open_page_however_close_to_the_last(served: Served) -> None:
    """livereload itself drops what is saved within three seconds of a reload."""
    viewer = served.connect()
    served.get(PAGE)
    viewer.open(PAGE)
    for number in range(4):
        served.save(STORY, with_ending("了" * (number + 1)))
        assert viewer.hear() == {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}
        assert shows(served, f"已经整修完成{'了' * (number + 1)}。")
    viewer.close()


def test_a_save_while_the_site_is_being_made_is_not_lost(served: Served) -> None:
    for number in range(12):
        served.save(STORY, with_ending(f"（第{number}稿）" if number < 11 else "，已定稿"))
        time.sleep(0.07)
    served.wait_for(lambda: shows(served, "已经整修完成，已定稿。"))


def test_a_page_that_was_sent_before_a_change_is_told_when_it_connects(served: Served) -> None:
    served.get(PAGE)
    served.save(STORY, with_ending("了").replace("飞凤社区黄土路", "飞凤社区的黄土路"))
    served.wait_for(lambda: "飞凤社区的黄土路" in served.get("/").text)
    viewer = served.connect()
    viewer.open(PAGE)
    told = viewer.hear()
    assert told is not None
    assert told["command"] == "reload"
    viewer.close()


def test_a_page_that_is_up_to_date_is_left_alone(served: Served) -> None:
    served.get(PAGE)
    viewer = served.connect()
    viewer.open(PAGE)
    assert viewer.hears_nothing(1.0)
    viewer.close()


def test_saving_without_a_change_reloads_nothing(served: Served) -> None:
    served.get(PAGE)
    viewer = served.connect()
    viewer.open(PAGE)
    served.save(STORY, TEXT)
    assert viewer.hears_nothing(2.5)
    viewer.close()


def test_a_file_that_is_older_than_the_preview_is_noticed_when_it_moves_in(
    served: Served, tmp_path: Path
) -> None:
    """livereload itself takes a file that is older than its own start for one that has not changed."""
    draft = tmp_path / "page.md"
    draft.write_text("---\ntitle: 新的一页\n---\n正文。\n", encoding="utf-8")
    os.utime(draft, (0, 0))
    english = tmp_path / "page.en.md"
    english.write_text("---\ntitle: A new page\n---\nText.\n", encoding="utf-8")
    folder = served.project / "content" / "pages" / "new-page"
    folder.mkdir()
    english.rename(folder / "index.en.md")
    draft.rename(folder / "index.zh.md")
    served.wait_for(lambda: served.get("/new-page.html").status == 200)
    (folder / "index.zh.md").unlink()
    (folder / "index.en.md").unlink()
    served.wait_for(lambda: served.get("/new-page.html").status == 404)


def test_a_fault_is_laid_over_the_last_good_page_and_goes_with_it(served: Served) -> None:
    viewer = served.connect()
    served.get(PAGE)
    viewer.open(PAGE)
    served.save(STORY, TEXT.replace("title:", "titel: <script>alert(1)</script>"))
    assert viewer.hear()
    page = served.get(PAGE).text
    assert "飞凤社区黄土路整修完成" in page
    assert "预览没有更新" in page
    assert "error[field-unknown]" in page
    assert "titel: &lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "Traceback" not in page
    assert "预览没有更新" in served.get("/en/").text
    served.save(STORY, TEXT)
    assert viewer.hear()
    assert "预览没有更新" not in served.get(PAGE).text
    viewer.close()


def test_a_project_that_has_never_been_right_shows_why_and_recovers(tmp_path: Path) -> None:
    project = write_project(tmp_path / "bulletin")
    (project / STORY).write_text("没有文件头\n", encoding="utf-8")
    with serving(project, "--lang", "en") as served:
        first = served.get("/")
        assert first.status == 503
        assert "The preview was not updated" in first.text
        assert "error[header-missing]" in first.text
        viewer = served.connect()
        viewer.open("/")
        served.save(STORY, TEXT)
        assert viewer.hear()
        assert served.get("/").status == 200
        viewer.close()


def test_drafts_are_shown_and_stay_out_of_the_site(served: Served) -> None:
    served.save(STORY, TEXT.replace("line:", "draft: true\nline:"))
    time.sleep(1)
    assert served.get(PAGE).status == 200
    assert not (served.project / "site").exists()


def test_a_busy_port_is_told_in_words_with_a_way_out(tmp_path: Path) -> None:
    project = write_project(tmp_path / "bulletin")
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "sfwgen", "serve", "--port", str(port), "--project", str(project)],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
    assert done.returncode == 5
    assert done.stderr.startswith(f"端口 {port} 已被占用")
    assert "sfwgen serve --port " in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_in_a_browser_the_page_reloads_under_its_own_policy(served: Served, browser: Browser) -> None:
    complaints: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"http://127.0.0.1:{served.port}{PAGE}")
        for ending in ("了", "了，真的"):
            served.save(STORY, with_ending(ending))
            page.get_by_text(f"已经整修完成{ending}。").wait_for(timeout=PATIENCE * 1000)
        served.save(STORY, TEXT.replace("title:", "titel:"))
        page.get_by_role("alert").wait_for(timeout=PATIENCE * 1000)
        box = page.get_by_role("alert").bounding_box()
        assert box is not None and box["y"] + box["height"] <= page.evaluate("innerHeight")
        served.save(STORY, TEXT)
        page.get_by_role("alert").wait_for(state="detached", timeout=PATIENCE * 1000)
    assert complaints == []


# What is looked at, without a server.


@pytest.mark.parametrize(
    ("path", "noticed"),
    [
        ("content/stories/feifeng-road/photo.jpg", True),
        ("templates/base.html", True),
        ("content/new/folder/index.zh.md", True),
        ("content/stories/feifeng-road/.index.zh.md.swp", False),
        ("content/stories/feifeng-road/~$notes.docx", False),
        ("content/.DS_Store", False),
        ("site/index.html", False),
        ("site.next/index.html", False),
        (".sfwgen/manifest.json", False),
        ("notes.txt", False),
    ],
)
def test_sources_are_watched_and_nothing_else(path: str, noticed: bool) -> None:
    disk = disk_with(small_project())
    before = look_over(disk, ROOT)
    disk.put(f"{ROOT}/{path}", b"x")
    assert (look_over(disk, ROOT) != before) is noticed


def test_every_way_of_saving_is_noticed() -> None:
    disk = disk_with(small_project())
    looks = [look_over(disk, ROOT)]

    def noticed() -> bool:
        looks.append(look_over(disk, ROOT))
        return looks[-1] != looks[-2]

    assert not noticed()
    disk.put(f"{ROOT}/{STORY}", TEXT.encode())
    assert noticed(), "the same bytes saved again may be a change of mind; the build will tell"
    replace_in_one_step(disk)
    assert noticed()
    disk.delete(f"{ROOT}/config.yaml")
    assert noticed()
    disk.delete(f"{ROOT}/content")
    assert noticed()
    assert looks[-1] == {}


def replace_in_one_step(disk: MemoryDisk) -> None:
    """As editors do that write a new file and rename it over the old one."""
    mtime = disk.node(f"{ROOT}/{STORY}").mtime
    disk.put(f"{ROOT}/{STORY}.new", TEXT.encode())
    disk.rename(f"{ROOT}/{STORY}.new", f"{ROOT}/{STORY}")
    disk.node(f"{ROOT}/{STORY}").mtime = mtime
