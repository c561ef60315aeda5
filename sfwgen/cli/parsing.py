"""Arguments read by the table. Everything that is wrong with them is said in the user's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from sfwgen.cli.options import COMMON, VERSION, Command, Option
from sfwgen.cli.table import COMMANDS
from sfwgen.cli.words import say

PROGRAM = "sfwgen"


class UsageFault(Exception):
    """The command line cannot be understood or done as asked; the text says why."""

    def __init__(self, text: str, command: Command | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.command = command


class RefusedFault(UsageFault):
    """The command line is understood, but will not be done; help would not help."""


class Arguments(NamedTuple):
    """A command line as understood: the command, None where there is none, and the values by key."""

    command: Command | None
    values: Mapping[str, object]

    def text(self, key: str) -> str:
        """Returns the value of an option, empty where it was not given and has no default."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Returns the values of an option that may be repeated."""
        value = self.values.get(key)
        return tuple(map(str, value)) if isinstance(value, list) else ()

    def switch(self, key: str) -> bool:
        """Returns whether a switch was given."""
        return self.values.get(key) is True


def parse_arguments(arguments: Sequence[str], lang: str) -> Arguments:
    """Returns what the command line asks for. Raises UsageFault, in words, where that cannot be told."""
    name, rest = split_command(arguments)
    command = _find_command(name, lang)
    options = (*COMMON, *(command.options if command else (VERSION,)))
    values = _parse(rest, options, command, lang)
    if values.get("help") is True or values.get("version") is True:
        return Arguments(command, values)
    if command is None:
        raise UsageFault(say(lang, "command-missing"))
    for option in options:
        _check(option, values, command, lang)
    defaults = {option.key: option.default for option in options if option.default}
    return Arguments(command, {**defaults, **values})


def split_command(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Returns the first word that is neither an option nor the value of a common one, and all others."""
    takes_value = {option.name for option in COMMON if option.value}
    is_value = False
    for at, argument in enumerate(arguments):
        if not is_value and not argument.startswith("-"):
            return argument, [*arguments[:at], *arguments[at + 1 :]]
        is_value = argument in takes_value
    return None, list(arguments)


def _find_command(name: str | None, lang: str) -> Command | None:
    if name is None:
        return None
    for command in COMMANDS:
        if command.name == name:
            return command
    names = [command.name for command in COMMANDS]
    raise UsageFault(join(lang, say(lang, "command-unknown", word=name), nearest(name, names, lang)))


def _parse(
    arguments: Sequence[str], options: Sequence[Option], command: Command | None, lang: str
) -> dict[str, object]:
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
        argument_default=argparse.SUPPRESS,
    )
    for option in options:
        _add(parser, option)
    try:
        # Words first, options last: argparse would not see words behind an option as one list.
        words = sorted(_joined(arguments, options), key=lambda word: word.startswith("-") and word != "-")
        found, extra = parser.parse_known_args(words)
    except argparse.ArgumentError as error:
        raise UsageFault(_argument_fault(error, options, lang), command) from error
    if extra:
        # The value of an option that does not exist is no word too many.
        wrong = next((word for word in extra if word.startswith("-")), extra[0])
        raise UsageFault(_extra_fault(wrong, options, lang), command)
    return {key: value for key, value in vars(found).items() if value is not None}


def _joined(arguments: Sequence[str], options: Sequence[Option]) -> list[str]:
    """The arguments with each value tied to its option: a title may begin with a dash."""
    takes_value = {option.name for option in options if option.value}
    known = {option.name for option in options}
    tied: list[str] = []
    for argument in arguments:
        if tied and tied[-1] in takes_value and argument.partition("=")[0] not in known and argument != "-h":
            tied[-1] = f"{tied[-1]}={argument}"
        else:
            tied.append(argument)
    return tied


def _add(parser: argparse.ArgumentParser, option: Option) -> None:
    names = ["-h", option.name] if option.name == "--help" else [option.name]
    if not option.name.startswith("--"):
        parser.add_argument(option.key, nargs="*" if option.repeats else "?")
    elif option.repeats:
        parser.add_argument(*names, dest=option.key, action="append")
    elif option.value:
        parser.add_argument(*names, dest=option.key)
    else:
        parser.add_argument(*names, dest=option.key, action="store_true")


def _argument_fault(error: argparse.ArgumentError, options: Sequence[Option], lang: str) -> str:
    name = (error.argument_name or "").split("/")[-1]
    value = next((option.value for option in options if option.name == name), "")
    key = "value-missing" if value else "value-unwanted"
    return say(lang, key, option=name, value=value)


def _extra_fault(word: str, options: Sequence[Option], lang: str) -> str:
    if not word.startswith("-"):
        return say(lang, "argument-extra", word=word)
    word = word.partition("=")[0]
    names = [option.name for option in options if option.name.startswith("--")]
    return join(lang, say(lang, "option-unknown", word=word), nearest(word, names, lang))


def _check(option: Option, values: Mapping[str, object], command: Command, lang: str) -> None:
    if option.key not in values:
        if option.needed:
            raise UsageFault(say(lang, "argument-missing", name=_named(option, lang)), command)
        return
    value = values[option.key]
    if not isinstance(value, str):
        return
    hint = ""
    if option.choices and value not in option.choices:
        choices = ("、" if lang == "zh" else ", ").join(option.choices)
        hint = join(lang, say(lang, "value-choices", choices=choices), nearest(value, option.choices, lang))
    elif option.reads and not _READERS[option.reads](value):
        hint = say(lang, f"value-{option.reads}")
    if hint:
        wrong = say(lang, "value-invalid", option=option.name, word=value)
        raise UsageFault(join(lang, wrong, hint), command)


def _named(option: Option, lang: str) -> str:
    return (
        f" {option.name}（{option.about(lang)}）" if lang == "zh" else f"{option.name} ({option.about(lang)})"
    )


def nearest(word: str, known: Sequence[str], lang: str) -> str:
    """Returns the question whether the nearest of the known words was meant; empty if none is near."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return say(lang, "nearest", word=close[0]) if close else ""


def join(lang: str, *sentences: str) -> str:
    """Returns sentences one after the other, with spaces between them where the language has them."""
    return ("" if lang == "zh" else " ").join(filter(None, sentences))


def _is_date(text: str) -> bool:
    from sfwgen.dates import parse_date

    return parse_date(text) is not None


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is not None and _is_date(text)


def _is_moment(text: str) -> bool:
    day, _, time = text.partition(" ")
    return _is_day(day) and re.fullmatch(r"(?:([01]\d|2[0-3]):[0-5]\d)?", time, re.ASCII) is not None


def _is_port(text: str) -> bool:
    return re.fullmatch(r"[0-9]{1,5}", text) is not None and int(text) < 1 << 16


_READERS: Mapping[str, Callable[[str], bool]] = {
    "date": _is_date,
    "day": _is_day,
    "moment": _is_moment,
    "port": _is_port,
}
