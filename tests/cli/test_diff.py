"""`sfwgen diff`: what the public will see change, against a folder, a git revision and a site on a server."""

from __future__ import annotations

import json
import re
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sfwgen.cli import exits
from tests.cli.conftest import Command

STORY = "content/stories/feifeng-road/index.zh.md"
STORY_EN = "content/stories/feifeng-road/index.en.md"
PAGE = "content/pages/about"


def edit(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def change(project: Path) -> None:
    """A longer road, and a page less."""
    for file in (STORY, STORY_EN):
        edit(project, file, "200", "300")
    for text in (project / PAGE).iterdir():
        text.unlink()


@pytest.fixture
def built(sfwgen: Command, project: Path) -> Path:
    assert sfwgen("build").code == exits.FINE
    return project


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def address(built: Path) -> Iterator[str]:
    """The built site on a server of this machine, below a folder."""
    (built / "www").mkdir()
    (built / "site").rename(built / "www" / "sub")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(built / "www")))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sub/index.html"
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_was_just_built_shows_no_change(sfwgen: Command, built: Path) -> None:
    run = sfwgen("diff")
    assert run.code == exits.FINE
    assert "公开的内容没有变化。" in run.out


def test_a_changed_figure_and_a_withdrawn_page_are_told_first(sfwgen: Command, built: Path) -> None:
    sfwgen("translations", "confirm", "--all")
    change(built)
    edit(built, STORY, "已经整修完成", "已经全部整修完成")
    run = sfwgen("diff", "--published", "site")
    assert run.code == exits.FINE
    assert "撤下的网址：\n  撤下  about.html\n  撤下  en/about.html\n" in run.out
    assert "feifeng-road#road_length" in run.out
    assert "- 200米 | 200 metres" in run.out
    assert "+ 300米 | 300 metres" in run.out
    assert f"要看的译文：\n  过期  {STORY_EN}" in run.out
    assert "改动  stories/feifeng-road.html" in run.out
    assert "+ 飞凤社区300米长的黄土路段已经全部整修完成。" in run.out
    assert run.out.index("撤下的网址") < run.out.index("数字：") < run.out.index("网页：")


def test_it_is_markdown_a_page_of_its_own_and_data_too(sfwgen: Command, built: Path) -> None:
    change(built)
    markdown = sfwgen("diff", "--format", "markdown", "--lang", "en").out
    assert "- withdrawn `about.html`" in markdown
    assert "  - **300米 \\| 300 metres" in markdown
    assert sfwgen("diff", "--format", "html", "--output", "out/diff.html").code == exits.FINE
    html = (built / "out" / "diff.html").read_text(encoding="utf-8")
    assert "<ins>300米 | 300 metres" in html
    assert not re.search("(?:src|href)=", html)
    data = json.loads(sfwgen("diff", "--format", "json").out)
    assert data["withdrawn"] == ["about.html", "en/about.html"]
    assert [each["id"] for each in data["numbers"]["figures"]] == ["feifeng-road#road_length"]


def test_a_git_revision_is_built_in_memory(sfwgen: Command, project: Path) -> None:
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.example")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "1")):
        subprocess.run([*git, *words], cwd=project, check=True)
    change(project)
    run = sfwgen("diff", "--published", "HEAD")
    assert "撤下  about.html" in run.out
    assert "- 飞凤社区200米长的黄土路段已经整修完成。" in run.out
    assert not (project / "site").exists()


def test_the_pages_and_figures_of_a_site_on_a_server_are_fetched(
    sfwgen: Command, built: Path, address: str
) -> None:
    assert "公开的内容没有变化。" in sfwgen("diff", "--published", address).out
    change(built)
    run = sfwgen("diff", "--published", address)
    assert run.code == exits.FINE
    assert "撤下  about.html" in run.out
    assert "+ 300米 | 300 metres" in run.out
    assert "从网上只比较网页和公开数据" in run.out


@pytest.mark.parametrize(
    ("published", "code", "said"),
    [
        ("nothing-here", exits.USAGE, "nothing-here"),
        ("content", exits.USAGE, "不是网站的网址"),
        ("http://127.0.0.1:9/", exits.ENVIRONMENT, "打不开“http://127.0.0.1:9/”"),
    ],
)
def test_what_is_no_site_is_refused_in_words(
    sfwgen: Command, project: Path, published: str, code: int, said: str
) -> None:
    run = sfwgen("diff", "--published", published)
    assert run.code == code
    assert said in run.err


def test_before_the_first_build_it_is_said_what_to_compare_with(sfwgen: Command, project: Path) -> None:
    run = sfwgen("diff")
    assert run.code == exits.USAGE
    assert "--published HEAD" in run.err


def test_a_project_with_errors_has_no_site_to_compare(sfwgen: Command, built: Path) -> None:
    edit(built, STORY, "200米长", "999米长")
    run = sfwgen("diff")
    assert run.code == exits.CONTENT
    assert "figure-value-differs" in run.out
