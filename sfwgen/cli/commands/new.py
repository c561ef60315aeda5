"""`sfwgen new story`: the files of a story, in every language, ready to be written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sfwgen.build import Loaded, load
from sfwgen.cli import exits
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault, join, nearest
from sfwgen.cli.projects import project_root
from sfwgen.cli.words import say
from sfwgen.dates import PartialDate, parse_date
from sfwgen.model import Site
from sfwgen.publish import RealDisk
from sfwgen.scaffold import STORIES, StoryDraft, faults_of, is_story_name, story_files, write_files


def run(arguments: Arguments, console: Console) -> int:
    """Writes a draft of a story that passes every check as it stands."""
    disk, root = RealDisk(), project_root(arguments)
    slug = arguments.text("slug")
    if not is_story_name(slug):
        raise RefusedFault(say(console.lang, "new-slug", slug=slug), arguments.command)
    loaded = load(disk, root)
    site = loaded.site
    if site is None:
        console.say("new-config")
        console.report(loaded.diagnostics)
        return exits.exit_code(loaded.diagnostics) or exits.CONTENT
    _refuse_existing(slug, loaded, arguments, console)
    draft = _draft(slug, site, arguments, console)
    files = story_files(site.config, draft)
    if faults := faults_of(loaded.sources, files):
        console.say("new-faulty")
        console.report(faults)
        return exits.CONTENT
    write_files(disk, root, files)
    console.say("new-done", files=("、" if console.lang == "zh" else ", ").join(files))
    return exits.FINE


def _refuse_existing(slug: str, loaded: Loaded, arguments: Arguments, console: Console) -> None:
    for path in loaded.sources:
        folders = path.split("/")[:-1]
        if path.startswith(f"{STORIES}/") and slug in (each.lower() for each in folders[2:]):
            text = say(console.lang, "new-exists", slug=slug, place="/".join(folders))
            raise RefusedFault(text, arguments.command)


def _draft(slug: str, site: Site, arguments: Arguments, console: Console) -> StoryDraft:
    ask = console.can_ask()
    lines = {line.id: line.name for line in site.config.lines}
    places = {place.id: place.name for place in site.vocabulary.places.values()}
    teams = {team.id: team.name for team in site.vocabulary.teams.values()}
    titles = {each.id: arguments.text(f"title_{each.id}") for each in site.config.languages}
    line, date = arguments.text("line"), parse_date(arguments.text("date"))
    named = arguments.texts("place")
    if ask:
        for language in site.config.languages:
            titles[language.id] = titles[language.id] or console.ask("ask-title", language=language.name)
        line = line or _ask_one(console, "ask-line", lines)
        date = date or _ask_date(console)
        named = named or tuple(console.ask("ask-places", known=_known(console, places)).split())
    return StoryDraft(
        slug=slug,
        line=_one(console, arguments, "line", line or next(iter(lines)), lines),
        titles={lang: title for lang, title in titles.items() if title},
        date=date,
        places=tuple(_one(console, arguments, "place", each, places) for each in named),
        teams=tuple(_one(console, arguments, "team", each, teams) for each in arguments.texts("team")),
    )


def _one(
    console: Console,
    arguments: Arguments,
    kind: str,
    word: str,
    names: Mapping[str, Mapping[str, str]],
) -> str:
    """The id that a word stands for: an id itself, or a name in one of the languages."""
    for id_, name in names.items():
        if word == id_ or word in name.values():
            return id_
    what, known = say(console.lang, f"kind-{kind}"), _known(console, names)
    text = say(console.lang, "new-unknown", word=word, kind=what, known=known)
    words = [each for id_, name in names.items() for each in (id_, *name.values())]
    raise RefusedFault(join(console.lang, text, nearest(word, words, console.lang)), arguments.command)


def _ask_one(console: Console, key: str, names: Mapping[str, Mapping[str, str]]) -> str:
    return console.ask(key, known=_known(console, names))


def _ask_date(console: Console) -> PartialDate | None:
    while answer := console.ask("ask-date"):
        if (date := parse_date(answer)) is not None:
            return date
        console.warn("value-date")
    return None


def _known(console: Console, names: Mapping[str, Mapping[str, str]]) -> str:
    entries: Iterable[str] = (
        f"{id_} {shown(name.get(console.lang) or next(iter(name.values())))}" for id_, name in names.items()
    )
    return ("、" if console.lang == "zh" else ", ").join(entries)
