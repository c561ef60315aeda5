"""The programs that are compared: each with the same made-up stories as a project of its own form."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import hugo, pelican
from benchmarks.corpus import MadeUp, make_settings, make_story

Files = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Program:
    """A program: its command, the files of its project and of a story, and what it leaves in the project.

    `output` is the folder of the site, `cache` what a later build may use; `template` is that of a story's
    page and `settings` are the other files of the project.
    """

    name: str
    command: tuple[str, ...]
    settings: Mapping[str, str]
    files: Callable[[MadeUp], Files]
    output: str
    cache: tuple[str, ...]
    template: str
    server: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """The made-up project of a program in a folder."""

    program: Program
    folder: Path

    def write_story(self, story: MadeUp) -> None:
        """Writes the files of a story, in the place of those that are there."""
        for path, text in self.program.files(story):
            _write(self.folder / path, text)

    def delete_story(self, story: MadeUp) -> None:
        """Takes the files of a story away."""
        for path, _ in self.program.files(story):
            (self.folder / path).unlink()

    def write_template(self, number: int) -> None:
        """Writes the template of a story's page with a small change, another one for each number."""
        text = self.program.settings[self.program.template]
        _write(
            self.folder / self.program.template, text.replace("<article", f'<article data-n="{number}"', 1)
        )

    def forget(self) -> None:
        """Takes away the site and whatever a later build might use."""
        for name in (self.program.output, *self.program.cache):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def clone(self, folder: Path) -> Project:
        """Returns a fresh clone of the project: new time stamps, no site, the cache restored."""
        shutil.copytree(
            self.folder,
            folder,
            copy_function=shutil.copyfile,
            ignore=lambda place, _: [self.program.output] if Path(place) == self.folder else [],
        )
        return Project(self.program, folder)


def write_project(program: Program, folder: Path, stories: int, seed: int) -> Project:
    """Writes the project of so many stories into a new folder."""
    project = Project(program, folder)
    for path, text in program.settings.items():
        _write(folder / path, text)
    for number in range(stories):
        project.write_story(make_story(number, seed))
    return project


def sfwgen_program() -> Program:
    """Returns sfwgen as it stands here, every check on."""
    command = (sys.executable, "-m", "sfwgen")
    template = Path(__file__).resolve().parents[1] / "templates" / "story.html"
    return Program(
        "sfwgen",
        (*command, "build"),
        {**dict(make_settings()), "templates/story.html": template.read_text(encoding="utf-8")},
        _sfwgen_files,
        output="site",
        cache=(".sfwgen",),
        template="templates/story.html",
        server=(*command, "serve", "--port", "{port}"),
    )


def hugo_program(binary: str) -> Program:
    """Returns Hugo, from its binary."""
    return Program(
        "Hugo",
        (binary, "--quiet"),
        hugo.SETTINGS,
        hugo.hugo_files,
        output="public",
        cache=("resources",),
        template=hugo.STORY_TEMPLATE,
        server=(binary, "server", "--port", "{port}", "--quiet"),
    )


def pelican_program(python: str) -> Program:
    """Returns Pelican, from a Python that it is installed for."""
    return Program(
        "Pelican",
        (python, "build.py"),
        pelican.SETTINGS,
        pelican.pelican_files,
        output="output",
        cache=("cache",),
        template=pelican.STORY_TEMPLATE,
    )


def _sfwgen_files(story: MadeUp) -> Iterator[tuple[str, str]]:
    yield f"{story.folder}/index.zh.md", story.zh
    yield f"{story.folder}/index.en.md", story.en


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
