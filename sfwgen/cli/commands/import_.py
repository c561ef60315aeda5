"""`sfwgen import`: a Word file, or a folder of posts, as drafts, with a list of what could not be carried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sfwgen.build import load
from sfwgen.cli import exits
from sfwgen.cli.commands.import_offers import offered
from sfwgen.cli.commands.import_words import tell
from sfwgen.cli.commands.new import refuse_existing
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault, UsageFault
from sfwgen.cli.projects import project_root
from sfwgen.cli.words import say
from sfwgen.dates import parse_date
from sfwgen.model import Site
from sfwgen.publish import RealDisk
from sfwgen.scaffold import STORIES, StoryDraft, faults_of, is_story_name, story_files, write_files
from sfwgen.word import NoReader, UnreadableWord, WordText, read_word

_LIMIT = 100 << 20
_SHOWN = 60


def run(arguments: Arguments, console: Console) -> int:
    """Makes drafts out of a Word file or a folder of posts; an existing story is never touched."""
    if Path(arguments.text("file")).is_dir():
        from sfwgen.cli.commands import import_posts

        return import_posts.run(arguments, console)
    return _run_word(arguments, console)


def _run_word(arguments: Arguments, console: Console) -> int:
    disk, root, slug = RealDisk(), project_root(arguments), arguments.text("slug")
    _refuse_other_options(arguments, console)
    if not is_story_name(slug):
        raise RefusedFault(say(console.lang, "new-slug", slug=slug), arguments.command)
    loaded = load(disk, root)
    site = loaded.site
    if site is None:
        console.say("new-config")
        console.report(loaded.diagnostics)
        return exits.exit_code(loaded.diagnostics) or exits.CONTENT
    refuse_existing(slug, loaded, arguments, console)
    lang = site.config.default.id
    try:
        word = read_word(_bytes(arguments, console), alt=tell(lang, "alt"))
    except NoReader:
        console.print_aside(tell(console.lang, "no-reader"))
        return exits.ENVIRONMENT
    except UnreadableWord:
        said = tell(console.lang, "not-word", file=shown(arguments.text("file")))
        raise RefusedFault(said, arguments.command) from None
    figures = tuple(offered(word.paragraphs, site))
    files = _files(word, figures, site, arguments)
    if faults := faults_of(loaded.sources, files):
        console.say("new-faulty")
        console.report(faults)
        return exits.CONTENT
    write_files(disk, root, files)
    console.write("".join(f"{line}\n" for line in _report(word, figures, list(files), console.lang)))
    return exits.FINE


def _refuse_other_options(arguments: Arguments, console: Console) -> None:
    name = arguments.text("file")
    if name.lower().endswith((".md", ".markdown")) and Path(name).is_file():
        raise RefusedFault(tell(console.lang, "one-post", file=shown(name)), arguments.command)
    if not arguments.text("slug"):
        if not Path(name).exists():
            raise RefusedFault(tell(console.lang, "no-file", file=shown(name)), arguments.command)
        raise UsageFault(tell(console.lang, "slug-missing"), arguments.command)
    if any(arguments.values.get(key) for key in ("from", "map", "language", "dry_run")):
        raise RefusedFault(tell(console.lang, "posts-only"), arguments.command)


def _bytes(arguments: Arguments, console: Console) -> bytes:
    path = Path(arguments.text("file"))
    if not path.is_file():
        raise RefusedFault(tell(console.lang, "no-file", file=shown(str(path))), arguments.command)
    if path.stat().st_size > _LIMIT:
        raise RefusedFault(tell(console.lang, "too-large", file=shown(str(path))), arguments.command)
    try:
        return path.read_bytes()
    except PermissionError:
        # On Windows nobody else may read what Word has open.
        raise RefusedFault(tell(console.lang, "locked", file=shown(str(path))), arguments.command) from None


def _files(word: WordText, figures: Sequence[str], site: Site, arguments: Arguments) -> dict[str, bytes]:
    config, slug = site.config, arguments.text("slug")
    lang = config.default.id
    lost = [_lost_line(each.loss, each.text, lang) for each in word.lost]
    remarks = [tell(lang, "remark-figures"), *(f"  {line}" for line in figures)] if figures else []
    remarks += [tell(lang, "remark-lost"), *(f"  {line}" for line in lost)] if lost else []
    draft = StoryDraft(
        slug=slug,
        line=arguments.text("line") or config.lines[0].id,
        titles={lang: shown(word.title)} if word.title else {},
        date=parse_date(arguments.text("date")),
        bodies={lang: word.body},
        remarks=tuple(remarks),
    )
    images = {f"{STORIES}/{slug}/{picture.name}": picture.data for picture in word.pictures}
    return {**story_files(config, draft), **images}


def _lost_line(loss: str, text: str, lang: str) -> str:
    words = shown(text)
    return f"{tell(lang, loss)}: {words}" if lang != "zh" else f"{tell(lang, loss)}：{words}"


def _report(word: WordText, figures: Sequence[str], files: Sequence[str], lang: str) -> Iterator[str]:
    yield tell(lang, "done", files=("、" if lang == "zh" else ", ").join(files))
    yield tell(lang, "carried", paragraphs=len(word.paragraphs), pictures=len(word.pictures))
    yield tell(lang, "figures", n=len(figures)) if figures else tell(lang, "no-figures")
    yield from (f"  {shown(line)}" for line in figures)
    yield tell(lang, "lost") if word.lost else tell(lang, "lost-nothing")
    for each in word.lost:
        text = each.text if len(each.text) <= _SHOWN else f"{each.text[:_SHOWN]}…"
        yield f"  {_lost_line(each.loss, text, lang)}"
    yield tell(lang, "next")
