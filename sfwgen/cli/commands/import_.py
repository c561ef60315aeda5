"""`sfwgen import`: a Word file as the draft of a story, with a list of what could not be carried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sfwgen.build import load
from sfwgen.cli import exits
from sfwgen.cli.commands.import_words import tell
from sfwgen.cli.commands.new import refuse_existing
from sfwgen.cli.commands.new_figures import fits, unit_of
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.cli.projects import project_root
from sfwgen.cli.words import say
from sfwgen.content.quoting import yaml_text
from sfwgen.dates import parse_date
from sfwgen.figures import Found, find
from sfwgen.model import Site
from sfwgen.publish import RealDisk
from sfwgen.scaffold import STORIES, StoryDraft, faults_of, is_story_name, story_files, write_files
from sfwgen.word import NoReader, UnreadableWord, WordText, read_word

_LIMIT = 100 << 20
_SHOWN = 60


def run(arguments: Arguments, console: Console) -> int:
    """Makes the files of a story out of a Word file; an existing story is never touched."""
    disk, root, slug = RealDisk(), project_root(arguments), arguments.text("slug")
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
    offered = tuple(_offered(word, site))
    files = _files(word, offered, site, arguments)
    if faults := faults_of(loaded.sources, files):
        console.say("new-faulty")
        console.report(faults)
        return exits.CONTENT
    write_files(disk, root, files)
    console.write("".join(f"{line}\n" for line in _report(word, offered, list(files), console.lang)))
    return exits.FINE


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


def _files(word: WordText, offered: Sequence[str], site: Site, arguments: Arguments) -> dict[str, bytes]:
    config, slug = site.config, arguments.text("slug")
    lang = config.default.id
    lost = [_lost_line(each.loss, each.text, lang) for each in word.lost]
    remarks = [tell(lang, "remark-figures"), *(f"  {line}" for line in offered)] if offered else []
    remarks += [tell(lang, "remark-lost"), *(f"  {line}" for line in lost)] if lost else []
    draft = StoryDraft(
        slug=slug,
        line=arguments.text("line") or config.lines[0].id,
        titles={lang: shown(word.title)} if word.title else {},
        date=parse_date(arguments.text("date")),
        body=word.body,
        remarks=tuple(remarks),
    )
    images = {f"{STORIES}/{slug}/{picture.name}": picture.data for picture in word.pictures}
    return {**story_files(config, draft), **images}


def _offered(word: WordText, site: Site) -> Iterator[str]:
    """Each figure of the text once, as it may be written under figures."""
    language = "zh" if site.config.default.id == "zh" else "en"
    # A number without a unit is mostly that of a heading, a year or a list.
    found = {each.text: each for text in word.paragraphs for each in find(text, language) if each.unit}
    for number, each in enumerate(found.values(), 1):
        yield _offer(each, number, site)


def _offer(found: Found, number: int, site: Site) -> str:
    lang = site.config.default.id
    value = yaml_text(found.text)
    metrics = [metric for metric in site.vocabulary.metrics.values() if fits(found, metric)]
    if metrics:
        others = f" {tell(lang, 'or')} ".join(
            f"{each.id} {each.label.get(lang, '')}".strip() for each in metrics
        )
        return f"- {{metric: {metrics[0].id}, value: {value}}}    # {others}"
    unit = unit_of(found, site)
    if unit is not None:
        labels = ", ".join(f"{each.id}: …" for each in site.config.languages)
        return f"- {{id: figure_{number}, label: {{{labels}}}, unit: {unit.id}, value: {value}}}"
    return f"{found.text}    # {tell(lang, 'unit-unknown', unit=found.unit)}"


def _lost_line(loss: str, text: str, lang: str) -> str:
    words = shown(text)
    return f"{tell(lang, loss)}: {words}" if lang != "zh" else f"{tell(lang, loss)}：{words}"


def _report(word: WordText, offered: Sequence[str], files: Sequence[str], lang: str) -> Iterator[str]:
    yield tell(lang, "done", files=("、" if lang == "zh" else ", ").join(files))
    yield tell(lang, "carried", paragraphs=len(word.paragraphs), pictures=len(word.pictures))
    yield tell(lang, "figures", n=len(offered)) if offered else tell(lang, "no-figures")
    yield from (f"  {shown(line)}" for line in offered)
    yield tell(lang, "lost") if word.lost else tell(lang, "lost-nothing")
    for each in word.lost:
        text = each.text if len(each.text) <= _SHOWN else f"{each.text[:_SHOWN]}…"
        yield f"  {_lost_line(each.loss, text, lang)}"
    yield tell(lang, "next")
