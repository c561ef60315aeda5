"""The forms of a running preview, and a browser on them.

The dialog in which a browser lets a folder be chosen cannot be worked from a program. In its place stands a
folder of the browser's own (the origin private file system), filled with the project's files: the same
handles, behind the same calls. What the forms save there is then put into the project, as the real handle
would have done.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.serve.conftest import PATIENCE, Served, serving, write_project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FETCHED = Path(__file__).parents[2] / "npm" / ".sfwgen" / "forms"
CHOOSE = "选择项目文件夹"
SAVE = "保存"
_SETTLED_MILLISECONDS = 400

_FOLDER = """
window.showDirectoryPicker = async () => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(FILES)) {
    const names = path.split('/');
    let folder = root;
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    const file = await folder.getFileHandle(names.at(-1), { create: true });
    const writing = await file.createWritable();
    await writing.write(text);
    await writing.close();
  }
  return root;
};
"""
_READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
      else if (!name.startsWith('.')) found[path + name] = await (await handle.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}"""


def folder_script(project: Path) -> str:
    """The script that puts such a folder in the place of the dialog."""
    return _FOLDER.replace("FILES", json.dumps(project_files(project)))


def install(project: Path) -> None:
    """Puts the forms into a project, as `sfwgen forms` does."""
    assert FETCHED.is_dir(), (
        "make test fetches the forms: .venv/bin/python -m sfwgen forms --project tests/npm"
    )
    (project / ".sfwgen").mkdir(exist_ok=True)
    shutil.copytree(FETCHED, project / ".sfwgen" / "forms")


def project_files(project: Path) -> dict[str, str]:
    """The text files that a form may read, by path."""
    paths = [project / "config.yaml", *(project / "content").rglob("*")]
    return {
        path.relative_to(project).as_posix(): path.read_bytes().decode()
        for path in paths
        if path.suffix in (".md", ".yaml")
    }


@dataclass
class Forms:
    """A page of the forms, with every address that it asked for."""

    served: Served
    page: Page
    asked: list[str] = field(default_factory=list)

    @property
    def home(self) -> str:
        """The address of the preview."""
        return f"http://127.0.0.1:{self.served.port}/"

    def go(self, place: str) -> None:
        """Goes to a place within the forms."""
        self.page.evaluate("place => { location.hash = place }", place)

    def choose(self, name: str, label: str) -> None:
        """Chooses one of a few, until it stays chosen: a field that has just come still fills itself."""
        radio = self.page.locator(f'[data-key-path="{name}"]').first.get_by_role("radio", name=label)
        radio.scroll_into_view_if_needed()
        # Nothing on the page says when it has done so.
        self.page.wait_for_timeout(_SETTLED_MILLISECONDS)

        def chosen() -> bool:
            radio.click()
            self.page.wait_for_timeout(_SETTLED_MILLISECONDS)
            return radio.get_attribute("aria-checked") == "true"

        self.served.wait_for(chosen)

    def fill(self, name: str, *texts: str, kind: str = "input") -> None:
        """Fills a field, in each language from the left."""
        found = self.page.locator(f'[data-key-path="{name}"] {kind}')
        for number, text in enumerate(texts):
            found.nth(number).fill(text)

    def press(self, name: str, button: str) -> None:
        """Presses a button of a field."""
        found = self.page.locator(f'[data-key-path="{name}"]').first
        found.scroll_into_view_if_needed()
        found.get_by_role("button", name=button).first.click()

    def scroll_to(self, name: str) -> None:
        """Scrolls down until a field is there: the form makes them as they come into view."""
        field = self.page.locator(f'[data-key-path="{name}"]').first
        self.page.mouse.move(300, 600)

        def is_there() -> bool:
            if field.count():
                return True
            self.page.mouse.wheel(0, 300)
            return False

        self.served.wait_for(is_there)
        field.scroll_into_view_if_needed()

    def saved(self) -> Mapping[str, str]:
        """The files of the folder that the form works on."""
        found: Mapping[str, str] = self.page.evaluate(_READ)
        return found

    def save(self) -> Mapping[str, str]:
        """Saves, and returns what is not as in the project now, by path."""
        told = self.page.get_by_text("条目已保存")
        # What an earlier save was told may still stand there.
        self.served.wait_for(lambda: told.count() == 0)
        self.page.get_by_role("button", name=SAVE, exact=True).first.click()
        told.first.wait_for()
        before = project_files(self.served.project)
        return {path: text for path, text in self.saved().items() if before.get(path) != text}

    def put(self, changed: Mapping[str, str]) -> None:
        """Puts what was saved into the project, as the real folder would have it."""
        for path, text in changed.items():
            self.served.save(path, text)


@pytest.fixture(scope="session")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview with forms, of the small project."""
    project = write_project(tmp_path_factory.mktemp("forms") / "bulletin")
    install(project)
    with serving(project, "--lang", "zh") as served:
        yield served


@pytest.fixture(scope="session")
def forms(edited: Served, browser: Browser) -> Iterator[Forms]:
    """The forms in a browser, with the project's folder chosen."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.add_init_script(folder_script(edited.project))
    opened = Forms(edited, page)
    page.on("request", lambda request: opened.asked.append(request.url))
    page.goto(f"{opened.home}admin/")
    page.get_by_role("button", name=CHOOSE).click()
    page.get_by_text("飞凤社区").first.wait_for()
    yield opened
    context.close()
