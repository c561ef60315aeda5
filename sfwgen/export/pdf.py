"""Bulletins as PDF files, one for each language."""

from __future__ import annotations

from dataclasses import dataclass

from sfwgen.build import Checked
from sfwgen.build.quotes import quote_lines
from sfwgen.checks.privacy import scan_outputs
from sfwgen.diagnostics import Diagnostic, has_errors
from sfwgen.export.project import make_export_context
from sfwgen.model import Bulletin, Language, SiteConfig
from sfwgen.plan.outputs import BuildPlan, PrintOutput
from sfwgen.plan.prints.outputs import print_output
from sfwgen.typeset import prepare_faces, print_issues
from sfwgen.typeset.places import place_glyphs


@dataclass(frozen=True, slots=True)
class Printed:
    """The PDFs by file name, none where there are errors; the files of the fonts used; what is to be told."""

    files: dict[str, bytes]
    fonts: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def print_bulletin(
    checked: Checked, config: SiteConfig, bulletin: Bulletin, languages: tuple[Language, ...], fonts: str
) -> Printed:
    """Returns a bulletin of a site without errors as PDFs; `fonts` is the folder of the project's own."""
    place = config.pdf.location
    faces, missing = prepare_faces(config.pdf.faces, fonts, place)
    if faces is None:
        return Printed({}, (), quote_lines(missing, checked.sources))
    context = make_export_context(checked)
    outputs = [print_output(context, bulletin, language) for language in languages]
    made, faults = print_issues(outputs, faces)
    told = (*place_glyphs(faults, checked.sources), *_scan(outputs, made, config))
    names = {
        output.path: file_name(bulletin, language)
        for output, language in zip(outputs, languages, strict=True)
    }
    sound = {} if has_errors(told) else {names[path]: data for path, data in made.items()}
    return Printed(sound, faces.files, quote_lines(told, checked.sources))


def file_name(bulletin: Bulletin, language: Language) -> str:
    """Returns what a bulletin's file in a language is called."""
    return f"bulletin-{bulletin.number}-{language.id}.pdf"


def _scan(outputs: list[PrintOutput], made: dict[str, bytes], config: SiteConfig) -> tuple[Diagnostic, ...]:
    """The privacy gate over the words of the PDFs."""
    return scan_outputs(BuildPlan((), tuple(outputs)), made, config, frozenset())
