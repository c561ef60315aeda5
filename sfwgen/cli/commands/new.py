"""`sfwgen new story`: the files of a story, in every language, ready to be written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sfwgen.build import Loaded, load
from sfwgen.cli import exits
from sfwgen.cli.commands.new_figures import ask_figures, chosen_figures
from sfwgen.cli.commands.new_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault, join, nearest
from sfwgen.cli.projects import project_root
from sfwgen.cli.words import say
from sfwgen.dates import PartialDate, parse_date
from sfwgen.model import Site
from sfwgen.publish import RealDisk
from sfwgen.scaffold import STORIES, StoryDraft, faults_of, is_story_name, story_files, write_files

Names = Mapping[str, Mapping[str, str]]
"""Names in each language by id."""


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
    refuse_existing(slug, loaded, arguments, console)
    draft = _draft(slug, site, arguments, console)
    files = story_files(site.config, draft)
    if faults := faults_of(loaded.sources, files):
        console.say("new-faulty")
        console.report(faults)
        return exits.CONTENT
    write_files(disk, root, files)
    console.say("new-done", files=("、" if console.lang == "zh" else ", ").join(files))
    return exits.FINE


def refuse_existing(slug: str, loaded: Loaded, arguments: Arguments, console: Console) -> None:
    """Raises RefusedFault where there is a story of this name."""
    for path in loaded.sources:
        folders = path.split("/")[:-1]
        if path.startswith(f"{STORIES}/") and slug in (each.lower() for each in folders[2:]):
            text = say(console.lang, "new-exists", slug=slug, place="/".join(folders))
            raise RefusedFault(text, arguments.command)


def _draft(slug: str, site: Site, arguments: Arguments, console: Console) -> StoryDraft:
    lines = {line.id: line.name for line in site.config.lines}
    places = {place.id: place.name for place in site.vocabulary.places.values()}
    teams = {team.id: team.name for team in site.vocabulary.teams.values()}
    ask = console.can_ask()
    titles = {each.id: arguments.text(f"title_{each.id}") for each in site.config.languages}
    if ask:
        for each in site.config.languages:
            titles[each.id] = titles[each.id] or console.ask("ask-title", language=each.name)
    line = _chosen("line", (arguments.text("line"),), lines, arguments, console)
    if ask and not line:
        line = _ask("line", lines, console)[:1]
    date = parse_date(arguments.text("date"))
    if ask and date is None:
        date = _ask_date(console)
    named = _chosen("place", arguments.texts("place"), places, arguments, console)
    if ask and not named and places:
        named = _ask("place", places, console)
    summaries = {each.id: arguments.text(f"summary_{each.id}") for each in site.config.languages}
    figures = chosen_figures(site, arguments, console)
    if ask:
        for each in site.config.languages:
            asked = tell(console.lang, "ask-summary", language=each.name)
            summaries[each.id] = summaries[each.id] or _answer(asked, console)
        figures = figures or ask_figures(site, console)
    return StoryDraft(
        slug=slug,
        line=line[0] if line else next(iter(lines)),
        titles={lang: title for lang, title in titles.items() if title},
        date=date,
        places=named,
        summaries={lang: summary for lang, summary in summaries.items() if summary},
        figures=figures,
        teams=_chosen("team", arguments.texts("team"), teams, arguments, console),
    )


def _answer(question: str, console: Console) -> str:
    console.prompt(question)
    return console.read_line()


def _chosen(
    kind: str, words: Sequence[str], names: Names, arguments: Arguments, console: Console
) -> tuple[str, ...]:
    """The ids that the words of the command line stand for; empty words stand for none."""
    ids = {word: _find(word, names) for word in words if word}
    for word, id_ in ids.items():
        if id_ is None:
            raise RefusedFault(_unknown(kind, word, names, console.lang), arguments.command)
    return tuple(dict.fromkeys(id_ for id_ in ids.values() if id_))


def _ask(kind: str, names: Names, console: Console) -> tuple[str, ...]:
    """The ids that the user names, asked for until each exists; none for an empty answer."""
    while words := console.ask(f"ask-{kind}", known=_known(names, console.lang)).split():
        wrong = [word for word in words if _find(word, names) is None]
        if not wrong:
            return tuple(dict.fromkeys(filter(None, (_find(word, names) for word in words))))
        console.print_aside(_unknown(kind, wrong[0], names, console.lang))
    return ()


def _ask_date(console: Console) -> PartialDate | None:
    while answer := console.ask("ask-date"):
        if (date := parse_date(answer)) is not None:
            return date
        console.warn("value-date")
    return None


def _find(word: str, names: Names) -> str | None:
    """The id that a word stands for: an id itself, or a name in one of the languages."""
    return next((id_ for id_, name in names.items() if word == id_ or word in name.values()), None)


def _unknown(kind: str, word: str, names: Names, lang: str) -> str:
    text = say(
        lang, "new-unknown", word=shown(word), kind=say(lang, f"kind-{kind}"), known=_known(names, lang)
    )
    words = [each for id_, name in names.items() for each in (id_, *name.values())]
    return join(lang, text, nearest(word, words, lang))


def _known(names: Names, lang: str) -> str:
    entries = (f"{id_} {shown(name.get(lang) or next(iter(name.values())))}" for id_, name in names.items())
    return ("、" if lang == "zh" else ", ").join(entries)
