"""What happens to a project between two builds: the same to the project of each program."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace

from benchmarks.corpus import MadeUp, make_story
from benchmarks.programs import Project


@dataclass(frozen=True, slots=True)
class Round:
    """One time through all cases: its number, how many stories there are, their seed, and the one to edit."""

    number: int
    stories: int
    seed: int

    @property
    def story(self) -> MadeUp:
        """Returns the story in the middle, as the corpus has it."""
        return make_story(self.stories // 2, self.seed)

    @property
    def another(self) -> MadeUp:
        """Returns the story that is added and deleted."""
        return make_story(self.stories, self.seed)


Step = Callable[[Project, Round], Project]
"""Changes a project and returns it, or the clone that takes its place."""


def _cold(project: Project, _: Round) -> Project:
    project.forget()
    return project


def _nothing(project: Project, _: Round) -> Project:
    return project


def _body(project: Project, this: Round) -> Project:
    project.write_story(edit_body(this.story, this.number))
    return project


def _figure(project: Project, this: Round) -> Project:
    project.write_story(edit_figure(this.story, this.number))
    return project


def _title(project: Project, this: Round) -> Project:
    project.write_story(edit_title(this.story, this.number))
    return project


def _template(project: Project, this: Round) -> Project:
    project.write_template(this.number)
    return project


def _add(project: Project, this: Round) -> Project:
    project.write_story(this.another)
    return project


def _delete(project: Project, this: Round) -> Project:
    project.delete_story(this.another)
    return project


def _restored(project: Project, this: Round) -> Project:
    clone = project.clone(project.folder.with_name(f"{project.folder.name}-clone"))
    shutil.rmtree(project.folder)
    clone.folder.rename(project.folder)
    return _body(project, replace(this, number=this.number + 1))


CASES: dict[str, Step] = {
    "cold": _cold,
    "one body edited": _body,
    "nothing changed": _nothing,
    "one figure edited": _figure,
    "one title edited": _title,
    "one template edited": _template,
    "one story added": _add,
    "one story deleted": _delete,
    "cache restored into a fresh clone, one edit": _restored,
}


def edit_body(story: MadeUp, number: int) -> MadeUp:
    """Returns the story with a sentence more in Chinese."""
    return replace(story, zh=f"{story.zh}\n{'又' * (number + 1)}去看了看。\n")


def edit_title(story: MadeUp, number: int) -> MadeUp:
    """Returns the story with other words in both titles."""
    zh = story.zh.replace("镇里的路修好了\n", f"镇里的路{'真' * (number + 1)}修好了\n", 1)
    return replace(story, zh=zh, en=story.en.replace("The road", f"The{' long' * (number + 1)} road", 1))


def edit_figure(story: MadeUp, number: int) -> MadeUp:
    """Returns the story with another number of visits, wherever it says it."""
    value = 100 + number
    zh = re.sub(r"[0-9]+次", f"{value}次", story.zh)
    return replace(story, zh=zh, en=re.sub(r"[0-9]+ visits", f"{value} visits", story.en))
