"""`sfwgen translations confirm`: puts on record that translations say what their originals do."""

from __future__ import annotations

from sfwgen.cli import exits
from sfwgen.cli.commands.documents_project import Project
from sfwgen.cli.commands.translations_words import tell
from sfwgen.cli.console import Console
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.content.records import print_record, record_file
from sfwgen.publish import RealDisk
from sfwgen.scaffold import replace_files
from sfwgen.translations import TranslationState, confirm

_NOT_THERE = (TranslationState.MISSING, TranslationState.UNREADABLE)


def run_confirm(project: Project, names: tuple[str, ...], arguments: Arguments, console: Console) -> int:
    """Confirms the translations of the documents as they stand; writes one record for each document."""
    if not names and not arguments.switch("all"):
        raise RefusedFault(tell(console.lang, "no-names"), arguments.command)
    languages = project.asked_languages(arguments, console)
    records: dict[str, bytes] = {}
    done: list[str] = []
    before: list[str] = []
    refused: list[str] = []
    for written in project.named(names, arguments, console):
        standings = project.standings((written.name,), arguments, console)
        wanted = [each.lang for each in standings if each.state not in _NOT_THERE and each.lang in languages]
        old = project.site.records.get(written.name)
        record = confirm(written, project.sources, project.languages, old, wanted) if wanted else None
        if names and len(wanted) < len(standings):
            refused.append(written.name)
        if record is not None:
            same = old is not None and print_record(old) == print_record(record)
            (before if same else done).append(written.name)
            records[record_file(written.name)] = print_record(record)
    replace_files(RealDisk(), project.root, records)
    for key, told in (("confirmed-now", done), ("confirmed-before", before), ("not-confirmed", refused)):
        if told:
            console.write(tell(console.lang, key, names=", ".join(told)) + "\n")
    if done:
        console.write(tell(console.lang, "in-git") + "\n")
    return exits.CONTENT if refused else exits.FINE
