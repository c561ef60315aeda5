"""`sfwgen translations export` and `import`: texts out to a translator, and back without any loss."""

from __future__ import annotations

from pathlib import Path

from sfwgen.cli import exits
from sfwgen.cli.commands.documents_project import Project
from sfwgen.cli.commands.translations_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.export.po import ForeignPo, NoBabel, UnreadablePo, read_po, write_po
from sfwgen.publish import RealDisk
from sfwgen.scaffold import faults_of, replace_files
from sfwgen.translations.exchange import Entry, Returned, make_entries, take_back

_LIMIT = 20 << 20


def run_export(project: Project, names: tuple[str, ...], arguments: Arguments, console: Console) -> int:
    """Writes a PO file: the documents named, else those in which there is something to translate."""
    lang = _language(project, arguments, console)
    records, languages = project.site.records, project.languages
    written = project.named(names, arguments, console)
    entries = make_entries(written, project.sources, records, languages, lang)
    if not names:
        open_ = {entry.document for entry in entries if entry.open}
        entries = tuple(entry for entry in entries if entry.document in open_)
    if not entries:
        console.write(tell(console.lang, "nothing-to-export") + "\n")
        return exits.FINE
    title = next(iter(project.site.config.title.values()), "sfwgen")
    try:
        data = write_po(entries, title=title, lang=lang)
    except NoBabel:
        return _no_babel(console)
    path = Path(arguments.text("output") or Path(project.root, "export", f"translations.{lang}.po"))
    target = path.absolute()
    replace_files(RealDisk(), target.parent.as_posix(), {target.name: data})
    console.write(_exported(entries, _short(target, project), console.lang))
    return exits.FINE


def _exported(entries: tuple[Entry, ...], file: str, lang: str) -> str:
    documents = len({entry.document for entry in entries})
    open_ = sum(entry.open for entry in entries)
    return tell(lang, "exported", file=file, documents=documents, pieces=len(entries), open=open_) + "\n"


def run_import(project: Project, names: tuple[str, ...], arguments: Arguments, console: Console) -> int:
    """Takes a PO file back, as a whole or not at all; nothing is confirmed by that."""
    if len(names) != 1:
        raise RefusedFault(tell(console.lang, "import-name"), arguments.command)
    lang = _language(project, arguments, console)
    entries = _read(names[0], arguments, console)
    if entries is None:
        return _no_babel(console)
    written = {each.name: each for each in project.written}
    returned = take_back(entries, written, project.sources, project.site.records, project.languages, lang)
    if returned.refused:
        _tell_refused(returned, console)
        return exits.CONTENT
    if faults := faults_of(project.sources, returned.files):
        console.write(tell(console.lang, "import-faulty") + "\n")
        console.report(faults)
        return exits.CONTENT
    if not returned.files:
        console.write(tell(console.lang, "imported-nothing") + "\n")
        return exits.FINE
    replace_files(RealDisk(), project.root, returned.files)
    files, done = ", ".join(returned.files), " ".join(returned.pieces)
    pieces = sum(returned.pieces.values())
    console.write(tell(console.lang, "imported", pieces=pieces, files=files, names=done) + "\n")
    return exits.FINE


def _read(name: str, arguments: Arguments, console: Console) -> tuple[Entry, ...] | None:
    path = Path(name)
    try:
        if path.stat().st_size > _LIMIT:
            raise UnreadablePo("> 20 MiB")
        return read_po(path.read_bytes())
    except NoBabel:
        return None
    except (OSError, UnreadablePo) as error:
        why = (error.strerror if isinstance(error, OSError) else str(error)) or type(error).__name__
        said = tell(console.lang, "import-unread", file=shown(name), why=shown(why))
        raise RefusedFault(said, arguments.command) from None
    except ForeignPo:
        raise RefusedFault(
            tell(console.lang, "import-not-ours", file=shown(name)), arguments.command
        ) from None


def _tell_refused(returned: Returned, console: Console) -> None:
    lines = [tell(console.lang, "import-refused")]
    for each in returned.refused:
        words = {"name": shown(each.document), "field": shown(each.name)}
        lines.append(f"  {tell(console.lang, f'import-{each.obstacle}', **words)}")
    lines.append(tell(console.lang, "import-again"))
    console.write("".join(f"{line}\n" for line in lines))


def _language(project: Project, arguments: Arguments, console: Console) -> str:
    """The one language that is exchanged: that of --language, else the first that is translated into."""
    languages = project.asked_languages(arguments, console)
    if not languages:
        raise RefusedFault(tell(console.lang, "nothing-to-export"), arguments.command)
    return languages[0]


def _no_babel(console: Console) -> int:
    console.print_aside(tell(console.lang, "po-missing"))
    return exits.ENVIRONMENT


def _short(path: Path, project: Project) -> str:
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else path.as_posix()
