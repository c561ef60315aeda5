"""`sfwgen import FOLDER`: the posts of a Hugo or Hexo site as drafts, with what each of them lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sfwgen.build import Loaded, load
from sfwgen.build.quotes import quote_lines
from sfwgen.cli import exits
from sfwgen.cli.commands.import_folder import read_folder, read_picture
from sfwgen.cli.commands.import_offers import offered
from sfwgen.cli.commands.import_records import known_stories, names_in_use
from sfwgen.cli.commands.import_summary import Outcome, report
from sfwgen.cli.commands.import_verify import verify
from sfwgen.cli.commands.import_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.cli.projects import project_root
from sfwgen.diagnostics import Diagnostic
from sfwgen.model import Site
from sfwgen.posts import (
    Engine,
    Options,
    StoryOfPost,
    Tree,
    find_engine,
    import_posts,
    make_terms,
    paragraphs_of,
    read_settings,
)
from sfwgen.publish import RealDisk
from sfwgen.scaffold import STORIES, StoryDraft, story_files, write_files

_MOST_FIGURES = 100


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
    imported = import_posts(tree, settings, loaded.site, options)
    if not imported.stories and not imported.told:
        said = tell(console.lang, "posts-none", folder=shown(arguments.text("file")), tool=engine.title())
        raise RefusedFault(said, arguments.command)
    texts = {story.post.slug: _draft_files(story, loaded.site, engine, tree) for story in imported.stories}
    refused = verify(imported.stories, texts, loaded, tree)
    kept = [story for story in imported.stories if story.post.slug not in refused]
    files = {path: data for story in kept for path, data in texts[story.post.slug].items()}
    for story in kept:
        folder = f"{STORIES}/{story.post.slug}"
        files |= {f"{folder}/{name}": read_picture(arguments, path) for name, path in story.pictures.items()}
    if not arguments.switch("dry_run"):
        write_files(disk, root, files)
    losses = (each for story in kept for each in story.told)
    everything = (*told, *imported.told, *losses, *(each for faults in refused.values() for each in faults))
    quoted = quote_lines(everything, {tree.place(path): data for path, data in tree.texts.items()})
    figures = {story.post.slug: len(_figures(story, loaded.site)) for story in kept}
    outcome = Outcome(engine.title(), tuple(kept), figures, quoted, written=not arguments.switch("dry_run"))
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


def _figures(story: StoryOfPost, site: Site) -> Sequence[str]:
    return tuple(offered(paragraphs_of(story.bodies.get(site.config.default.id, "")), site))


def _place(told: Diagnostic) -> str:
    return f"{told.location.file}:{told.location.line}" if told.location.line else told.location.file


def _draft_files(story: StoryOfPost, site: Site, engine: Engine, tree: Tree) -> dict[str, bytes]:
    lang = site.config.default.id
    figures = _figures(story, site)
    files = ", ".join(tree.place(path) for path in story.post.paths)
    remarks = [tell(lang, "remark-post", tool=engine.title(), files=files)]
    if figures:
        more = len(figures) - _MOST_FIGURES
        remarks += [tell(lang, "remark-figures"), *(f"  {line}" for line in figures[:_MOST_FIGURES])]
        remarks += [f"  {tell(lang, 'more-figures', n=more)}"] if more > 0 else []
    if story.told:
        remarks.append(tell(lang, "remark-post-lost"))
        remarks += [f"  {_place(each)} {each.message(lang)}" for each in story.told]
    draft = StoryDraft(
        slug=story.post.slug,
        line=story.line,
        titles={each: title for each, title in story.titles.items() if title},
        date=story.date,
        places=story.places,
        teams=story.teams,
        summaries={each: summary for each, summary in story.summaries.items() if summary},
        bodies=story.bodies,
        facts=story.facts,
        remarks=tuple(map(shown, remarks)),
    )
    return story_files(site.config, draft)
