"""`sfwgen import FOLDER`: the posts of a Hugo or Hexo site as drafts, with what each of them lost."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.build import Loaded, load
from sfwgen.build.quotes import quote_lines
from sfwgen.cli import exits
from sfwgen.cli.commands.import_drafts import make_drafts
from sfwgen.cli.commands.import_folder import read_folder, read_picture
from sfwgen.cli.commands.import_records import known_stories, names_in_use
from sfwgen.cli.commands.import_summary import Outcome, report
from sfwgen.cli.commands.import_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.cli.projects import project_root
from sfwgen.model import Site
from sfwgen.posts import Engine, Options, Tree, find_engine, make_terms, read_settings
from sfwgen.publish import RealDisk
from sfwgen.scaffold import write_files


def run(arguments: Arguments, console: Console) -> int:
    """Makes the drafts; posts that were imported before, and stories that exist, are never touched."""
    disk, root = RealDisk(), project_root(arguments)
    if arguments.text("slug"):
        raise RefusedFault(tell(console.lang, "folder-no-slug"), arguments.command)
    loaded = load(disk, root)
    if loaded.site is None:
        console.say("new-config")
        console.report(loaded.diagnostics)
        return exits.exit_code(loaded.diagnostics) or exits.CONTENT
    tree = read_folder(arguments, console, root)
    engine = _engine(tree, arguments, console)
    settings, told = read_settings(tree, engine)
    options = _options(loaded, loaded.site, arguments, console)
    drafts = make_drafts(tree, settings, loaded.sources, loaded.site, options)
    if not drafts.stories and not drafts.told:
        said = tell(console.lang, "posts-none", folder=shown(arguments.text("file")), tool=engine.title())
        raise RefusedFault(said, arguments.command)
    written = not arguments.switch("dry_run")
    if written:
        pictures = {path: read_picture(arguments, old) for path, old in drafts.pictures.items()}
        write_files(disk, root, {**drafts.files, **pictures})
    quoted = quote_lines((*told, *drafts.told), {tree.place(path): data for path, data in tree.texts.items()})
    outcome = Outcome(engine.title(), drafts.stories, drafts.figures, quoted, written=written)
    return report(outcome, arguments.text("format"), console)


def _engine(tree: Tree, arguments: Arguments, console: Console) -> Engine:
    named = arguments.text("from")
    engine = Engine(named) if named else find_engine(tree)
    if engine is None:
        said = tell(console.lang, "tool-unknown", folder=shown(arguments.text("file")))
        raise RefusedFault(said, arguments.command)
    return engine


def _options(loaded: Loaded, site: Site, arguments: Arguments, console: Console) -> Options:
    lines = ("、" if console.lang == "zh" else ", ").join(line.id for line in site.config.lines)
    terms, unknown = make_terms(site, _chosen(site, arguments, console))
    if unknown:
        ids = ("、" if console.lang == "zh" else ", ").join(map(shown, unknown))
        raise RefusedFault(tell(console.lang, "map-unknown", ids=ids, known=lines), arguments.command)
    line, language = arguments.text("line"), arguments.text("language")
    if line and line not in {each.id for each in site.config.lines}:
        raise RefusedFault(
            tell(console.lang, "line-unknown", line=shown(line), known=lines), arguments.command
        )
    languages = [each.id for each in site.config.languages]
    if language and language not in languages:
        known = ("、" if console.lang == "zh" else ", ").join(languages)
        said = tell(console.lang, "language-unknown", lang=shown(language), known=known)
        raise RefusedFault(said, arguments.command)
    return Options(
        terms=terms,
        line=line or site.config.lines[0].id,
        language=language,
        default=site.config.default.id,
        alt=tell(site.config.default.id, "alt"),
        known=known_stories(loaded.sources, site.config.default.id),
        taken=names_in_use(loaded.sources),
    )


def _chosen(site: Site, arguments: Arguments, console: Console) -> Mapping[str, str]:
    found = {}
    for each in arguments.texts("map"):
        word, equals, id_ = (part.strip() for part in each.rpartition("="))
        if not equals or not word:
            said = tell(console.lang, "map-form", word=shown(each), example=site.config.lines[0].id)
            raise RefusedFault(said, arguments.command)
        found[word] = id_
    return found
