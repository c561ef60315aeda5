"""`sfwgen export`: a bulletin as PDF files, a story as an article for WeChat."""

from __future__ import annotations

from pathlib import Path

from sfwgen.build import Checked, check
from sfwgen.cli import exits
from sfwgen.cli.commands.export_words import tell
from sfwgen.cli.console import Console, make_progress, shown
from sfwgen.cli.parsing import Arguments, UsageFault, join, nearest
from sfwgen.cli.projects import asked_day, epoch, project_root
from sfwgen.cli.words import say
from sfwgen.diagnostics import Diagnostic, has_errors
from sfwgen.model import Bulletin, Language, Site
from sfwgen.publish import RealDisk
from sfwgen.scaffold import replace_files

_FOLDER = "export"
"""Where exports go by default, below the project's folder."""


def run(arguments: Arguments, console: Console) -> int:
    """Checks the project and writes what was asked for; with any error nothing is written."""
    checked = _check(arguments, console)
    if checked.site is None or checked.fails():
        console.report(checked.diagnostics)
        console.write(tell(console.lang, "stopped") + "\n")
        return exits.exit_code(checked.diagnostics) or exits.CONTENT
    if arguments.text("what") == "pdf":
        return _export_pdf(arguments, console, checked, checked.site)
    from sfwgen.cli.commands.export_wechat import export_wechat

    return export_wechat(arguments, console, checked, checked.site)


def _check(arguments: Arguments, console: Console) -> Checked:
    progress, clear = make_progress(console, shown=True)
    try:
        return check(
            RealDisk(),
            project_root(arguments),
            as_of=asked_day(arguments),
            epoch=epoch(console.lang),
            progress=progress,
        )
    finally:
        clear()


def _export_pdf(arguments: Arguments, console: Console, checked: Checked, site: Site) -> int:
    from sfwgen.build.fonts import FONTS
    from sfwgen.export.pdf import print_bulletin

    bulletin = _bulletin(arguments, console.lang, site)
    languages = chosen_languages(arguments, console.lang, site, site.config.languages)
    fonts = f"{project_root(arguments)}/{FONTS}"
    printed = print_bulletin(checked, site.config, bulletin, languages, fonts)
    console.report(printed.diagnostics)
    if has_errors(printed.diagnostics):
        return failed(console, printed.diagnostics)
    folder = output_folder(arguments, _FOLDER)
    replace_files(RealDisk(), folder, printed.files)
    for name, data in printed.files.items():
        size = f"{len(data) / 1000:.0f}"
        console.write(tell(console.lang, "pdf-written", file=shown(f"{folder}/{name}"), size=size) + "\n")
    names = ", ".join(sorted({Path(path).name for path in printed.fonts}))
    console.write(tell(console.lang, "pdf-fonts", names=shown(names)) + "\n")
    return exits.FINE


def failed(console: Console, told: tuple[Diagnostic, ...]) -> int:
    """Says that nothing was written, and returns the exit code of the errors."""
    console.write(tell(console.lang, "nothing-written") + "\n")
    return exits.exit_code(told) or exits.CONTENT


def output_folder(arguments: Arguments, name: str) -> str:
    """Returns the absolute path of the folder that files go into: as asked for, else below the project's."""
    given = arguments.text("output")
    place = Path(given) if given else Path(arguments.text("project") or ".", name)
    return place.absolute().as_posix()


def chosen_languages(
    arguments: Arguments, lang: str, site: Site, otherwise: tuple[Language, ...]
) -> tuple[Language, ...]:
    """Returns the language of --language, else those that are usual; raises UsageFault for an unknown one."""
    given = arguments.text("language")
    if not given:
        return otherwise
    for language in site.config.languages:
        if language.id == given:
            return (language,)
    ids = [language.id for language in site.config.languages]
    raise UsageFault(unknown("--language", given, ids, lang), arguments.command)


def _bulletin(arguments: Arguments, lang: str, site: Site) -> Bulletin:
    given, bulletins = arguments.text("name"), site.bulletins
    for bulletin in bulletins:
        if given in (str(bulletin.number), Path(bulletin.location.file).stem, bulletin.location.file):
            return bulletin
    raise UsageFault(
        unknown("NAME", given, [str(bulletin.number) for bulletin in bulletins], lang), arguments.command
    )


def unknown(option: str, given: str, known: list[str], lang: str) -> str:
    """Returns that a value is not among those known, with these and the nearest of them."""
    wrong = say(lang, "value-invalid", option=option, word=shown(given))
    choices = say(lang, "value-choices", choices=("、" if lang == "zh" else ", ").join(known))
    return join(lang, wrong, choices if known else "", nearest(given, known, lang))
