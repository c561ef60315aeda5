"""`sfwgen review`: who has reviewed what, and a review put on record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sfwgen.cli import exits
from sfwgen.cli.commands.documents_project import Project, read_project
from sfwgen.cli.commands.figures_project import FaultyProject
from sfwgen.cli.commands.review_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.content.records import print_record, record_file
from sfwgen.content.written import Written
from sfwgen.dates import PartialDate, parse_date
from sfwgen.diagnostics import Location
from sfwgen.model import Review
from sfwgen.publish import RealDisk
from sfwgen.reviews import Reviewed, Round, RoundState, judge_reviews, with_review
from sfwgen.scaffold import replace_files


def run(arguments: Arguments, console: Console) -> int:
    """Lists the reviews; with --role puts one on record for each document named."""
    try:
        project = read_project(arguments, console)
    except FaultyProject as fault:
        return fault.code
    if not any(project.site.config.reviews.values()):
        raise RefusedFault(tell(console.lang, "not-needed"), arguments.command)
    if arguments.text("role"):
        return _record(project, arguments, console)
    reviewed = _judge(project, project.named(arguments.texts("name"), arguments, console))
    match arguments.text("format"):
        case "json":
            console.write(_data(reviewed))
        case "markdown":
            console.write("".join(f"{line}\n" for line in _markdown(reviewed, console.lang)))
        case _:
            console.write("".join(f"{line}\n" for line in _lines(reviewed, console.lang)))
    return exits.FINE


def _judge(project: Project, written: Sequence[Written]) -> tuple[Reviewed, ...]:
    return judge_reviews(written, project.sources, project.site.config.reviews, project.site.records)


def _record(project: Project, arguments: Arguments, console: Console) -> int:
    named = _named_documents(project, arguments, console)
    if not named:
        console.write(tell(console.lang, "none-due", role=shown(arguments.text("role"))) + "\n")
        return exits.FINE
    found = [(written, _reviewed(project, written, arguments, console)) for written in named]
    # Every slip in the command is told before anybody is asked anything.
    rounds = [_round(reviewed, arguments, console) for _, reviewed in found]
    refused = [text for _, each in found for text in _obstacles(each, arguments, console)]
    if refused:
        console.write("".join(f"{line}\n" for line in refused))
        return exits.CONTENT
    date, role = _date(arguments, console), arguments.text("role")
    files = {}
    for (written, reviewed), number in zip(found, rounds, strict=True):
        assert reviewed.digest is not None
        review = Review(number, role, date, reviewed.digest, Location(written.file))
        record = with_review(project.site.records.get(written.name), written, review)
        files[record_file(written.name)] = print_record(record)
        words = {"name": written.name, "round": number, "role": shown(role), "date": date}
        console.write(tell(console.lang, "recorded", **words) + "\n")
        rest = [each for each in reviewed.open if each.number != number]
        console.write(_rest(written.name, rest, console.lang) + "\n")
    replace_files(RealDisk(), project.root, files)
    console.write(tell(console.lang, "in-git") + "\n")
    return exits.FINE


def _named_documents(project: Project, arguments: Arguments, console: Console) -> tuple[Written, ...]:
    """The documents that are named; with --all those whose next review is that of the role."""
    names = arguments.texts("name")
    if not arguments.switch("all"):
        if not names:
            raise RefusedFault(tell(console.lang, "no-names"), arguments.command)
        return project.named(names, arguments, console)
    if names:
        raise RefusedFault(tell(console.lang, "all-or-names"), arguments.command)
    role, needed = arguments.text("role"), project.site.config.reviews.values()
    if not any(role in roles for roles in needed):
        known = ("、" if console.lang == "zh" else ", ").join(
            dict.fromkeys(each for roles in needed for each in roles)
        )
        raise RefusedFault(
            tell(console.lang, "no-such-role", word=shown(role), known=known), arguments.command
        )
    drafts = {story.location.file for story in project.site.stories if story.draft}
    due = {
        each.document for each in _judge(project, project.written) if each.open and each.open[0].role == role
    }
    return tuple(each for each in project.written if each.name in due and each.file not in drafts)


def _rest(name: str, rest: Sequence[Round], lang: str) -> str:
    return tell(lang, "still", rounds=_named(rest, lang)) if rest else tell(lang, "complete", name=name)


def _reviewed(project: Project, written: Written, arguments: Arguments, console: Console) -> Reviewed:
    found = _judge(project, [written])
    if not found:
        raise RefusedFault(tell(console.lang, "not-needed-here", name=written.name), arguments.command)
    return found[0]


def _round(reviewed: Reviewed, arguments: Arguments, console: Console) -> int:
    """The number of the round that is recorded: that of --round, else the first open one of the role."""
    role, asked, lang = arguments.text("role"), arguments.text("round"), console.lang
    ours = [each for each in reviewed.rounds if each.role == role]
    known = _named(reviewed.rounds, lang)
    if not ours:
        text = tell(lang, "no-role", word=shown(role), name=reviewed.document, known=known)
        raise RefusedFault(text, arguments.command)
    numbers = [each.number for each in ours]
    if asked:
        if not asked.isdecimal() or int(asked) not in numbers:
            words = {"name": reviewed.document, "round": shown(asked), "role": shown(role), "known": known}
            raise RefusedFault(tell(lang, "no-round", **words), arguments.command)
        return int(asked)
    return next((each.number for each in ours if each.state is not RoundState.DONE), numbers[-1])


def _obstacles(reviewed: Reviewed, arguments: Arguments, console: Console) -> Iterator[str]:
    if reviewed.digest is None:
        yield tell(console.lang, "faulty", name=reviewed.document)
        return
    number = _round(reviewed, arguments, console)
    before = [each for each in reviewed.open if each.number < number]
    if before:
        named = _named(before, console.lang)
        yield tell(console.lang, "too-early", name=reviewed.document, before=named)


def _date(arguments: Arguments, console: Console) -> PartialDate:
    date = parse_date(arguments.text("date"))
    while date is None and console.can_ask():
        console.print_aside(tell(console.lang, "ask-date"))
        answer = parse_date(console.read_line())
        date = answer if answer is not None and answer.day is not None else None
    if date is None:
        raise RefusedFault(tell(console.lang, "no-date"), arguments.command)
    return date


def _named(rounds: Sequence[Round], lang: str) -> str:
    return ("、" if lang == "zh" else ", ").join(f"{each.number} {shown(each.role)}" for each in rounds)


def _said(each: Round, lang: str) -> str:
    said = tell(lang, each.state)
    when = f" {each.review.date}" if each.review is not None else ""
    return f"{each.number} {shown(each.role)}: {said}{when}"


def _lines(reviewed: Sequence[Reviewed], lang: str) -> Iterator[str]:
    for document in reviewed:
        faulty = "" if document.digest else f"  {tell(lang, 'unreadable')}"
        yield f"{document.document}{faulty}"
        yield from (f"    {_said(each, lang)}" for each in document.rounds)
    yield _counts(reviewed, lang)


def _counts(reviewed: Sequence[Reviewed], lang: str) -> str:
    done = sum(not document.open for document in reviewed)
    return tell(lang, "counts", n=len(reviewed), done=done, open=len(reviewed) - done)


def _markdown(reviewed: Sequence[Reviewed], lang: str) -> Iterator[str]:
    yield from (f"## {tell(lang, 'title')}", "", _counts(reviewed, lang), "")
    yield f"| {' | '.join(tell(lang, f'column-{name}') for name in ('document', 'round', 'state'))} |"
    yield "| --- | --- | --- |"
    for document in reviewed:
        for each in document.rounds:
            when = f" {each.review.date}" if each.review is not None else ""
            role = shown(each.role).replace("|", "\\|")
            yield f"| {document.document} | {each.number} {role} | {tell(lang, each.state)}{when} |"


def _data(reviewed: Sequence[Reviewed]) -> str:
    data = [
        {
            "document": document.document,
            "file": document.file,
            "digest": document.digest,
            "rounds": [
                {
                    "round": each.number,
                    "role": each.role,
                    "state": each.state,
                    "date": str(each.review.date) if each.review else None,
                }
                for each in document.rounds
            ],
        }
        for document in reviewed
    ]
    return json.dumps({"reviews": data}, ensure_ascii=False, indent=2) + "\n"
