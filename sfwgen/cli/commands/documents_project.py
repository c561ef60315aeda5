"""The documents of a project by name, for the commands about translations and reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sfwgen.build import load
from sfwgen.cli import exits
from sfwgen.cli.commands.figures_project import FaultyProject
from sfwgen.cli.commands.translations_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault, join, nearest
from sfwgen.cli.projects import project_root
from sfwgen.content.written import Written, read_written
from sfwgen.model import Site
from sfwgen.publish import RealDisk, Sources
from sfwgen.translations import Standing, judge


@dataclass(frozen=True, slots=True)
class Project:
    """A project of which config.yaml is sound; single documents may have errors."""

    root: str
    sources: Sources
    site: Site
    written: tuple[Written, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the default one first."""
        return tuple(language.id for language in self.site.config.languages)

    def named(self, names: Sequence[str], arguments: Arguments, console: Console) -> tuple[Written, ...]:
        """Returns the documents of these names, all without any; raises RefusedFault for an unknown one."""
        if not names:
            return self.written
        found = [self._find(name, arguments, console) for name in names]
        return tuple({each.name: each for each in found}.values())

    def _find(self, name: str, arguments: Arguments, console: Console) -> Written:
        wanted = name.replace("\\", "/").removeprefix("content/").strip("/").removesuffix(".yaml")
        matching = [each for each in self.written if wanted in (each.name, each.name.rpartition("/")[2])]
        exact = [each for each in matching if each.name == wanted] or matching
        if len(exact) == 1:
            return exact[0]
        if exact:
            every = ("、" if console.lang == "zh" else ", ").join(each.name for each in exact)
            raise RefusedFault(
                tell(console.lang, "ambiguous", name=shown(name), all=every), arguments.command
            )
        known = [word for each in self.written for word in (each.name, each.name.rpartition("/")[2])]
        unknown = tell(console.lang, "unknown", name=shown(name))
        raise RefusedFault(
            join(console.lang, unknown, nearest(wanted, known, console.lang)), arguments.command
        )

    def asked_languages(self, arguments: Arguments, console: Console) -> tuple[str, ...]:
        """Returns the languages that are translated into, or the one of --language."""
        asked, others = arguments.text("language"), self.languages[1:]
        if asked and asked not in others:
            known = ("、" if console.lang == "zh" else ", ").join(others)
            raise RefusedFault(
                tell(console.lang, "no-language", word=shown(asked), known=known), arguments.command
            )
        return (asked,) if asked else others

    def standings(self, names: Sequence[str], arguments: Arguments, console: Console) -> tuple[Standing, ...]:
        """Returns how the translations of these documents stand, in the languages asked for."""
        languages = self.asked_languages(arguments, console)
        written = self.named(names, arguments, console)
        found = judge(written, self.sources, self.site.config, self.site.records)
        return tuple(each for each in found if each.lang in languages)


def read_project(arguments: Arguments, console: Console) -> Project:
    """Returns the project of the command line; raises FaultyProject, told, where config.yaml has errors."""
    root = project_root(arguments)
    loaded = load(RealDisk(), root)
    if loaded.site is None:
        console.report(loaded.diagnostics)
        raise FaultyProject(exits.exit_code(loaded.diagnostics) or exits.CONTENT)
    written = read_written(tuple(loaded.sources), loaded.site.config.default.id)
    return Project(root, loaded.sources, loaded.site, written)
