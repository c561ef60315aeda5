"""Help: laid out by display width, since Chinese takes two columns a character."""

from __future__ import annotations

from collections.abc import Sequence

from sfwgen.cli.options import COMMON, VERSION, Command, Option
from sfwgen.cli.parsing import PROGRAM
from sfwgen.cli.table import COMMANDS
from sfwgen.cli.words import say
from sfwgen.diagnostics.width import display_width, pad, wrap

WIDTH = 79
_NAMES = 26


def print_help(lang: str, command: Command | None) -> str:
    """Returns the help of a command, or that of the program, each line ended."""
    return _program_help(lang) if command is None else _command_help(lang, command)


def usage(lang: str, command: Command | None) -> str:
    """Returns the usage line."""
    if command is None:
        words = [PROGRAM, say(lang, "command"), say(lang, "some-options")]
    else:
        arguments = [_shown_argument(each) for each in command.options if _is_argument(each)]
        words = [PROGRAM, command.name, *arguments, say(lang, "some-options")]
    return say(lang, "usage") + " ".join(words)


def command_name(command: Command | None) -> str:
    """Returns how a command is called."""
    return PROGRAM if command is None else f"{PROGRAM} {command.name}"


def _program_help(lang: str) -> str:
    commands = [(command.name, command.about(lang)) for command in COMMANDS]
    lines = [
        *wrap(say(lang, "about"), WIDTH),
        "",
        usage(lang, None),
        *_section(say(lang, "commands"), commands),
        *_section(say(lang, "common"), [_entry(lang, each) for each in (*COMMON, VERSION)]),
        "",
        say(lang, "more-help"),
    ]
    return "".join(f"{line}\n" for line in lines)


def _command_help(lang: str, command: Command) -> str:
    arguments = [_entry(lang, each) for each in command.options if _is_argument(each)]
    options = [_entry(lang, each) for each in command.options if not _is_argument(each)]
    end = "。" if lang == "zh" else "."
    about = command.about(lang)
    lines = [
        *wrap(f"{about[0].upper()}{about[1:]}{end}", WIDTH),
        "",
        usage(lang, command),
        *_section(say(lang, "arguments"), arguments),
        *_section(say(lang, "options"), options),
        *_section(say(lang, "common"), [_entry(lang, each) for each in COMMON]),
    ]
    return "".join(f"{line}\n" for line in lines)


def _shown_argument(option: Option) -> str:
    if len(option.choices) == 1:
        return option.choices[0]
    name = f"{option.name} …" if option.repeats else option.name
    return name if option.needed else f"[{name}]"


def _is_argument(option: Option) -> bool:
    return not option.name.startswith("-")


def _entry(lang: str, option: Option) -> tuple[str, str]:
    value = "|".join(option.choices) if option.choices and not _is_argument(option) else option.value
    about = option.about(lang)
    if option.choices and _is_argument(option):
        about += _aside(lang, say(lang, "choices", choices=", ".join(option.choices)))
    if option.default:
        about += _aside(lang, f"默认 {option.default}" if lang == "zh" else f"by default {option.default}")
    name = f"-h, {option.name}" if option.name == "--help" else option.name
    return f"{name} {value}".rstrip(), about


def _aside(lang: str, text: str) -> str:
    return f"（{text}）" if lang == "zh" else f" ({text})"


def _section(heading: str, entries: Sequence[tuple[str, str]]) -> list[str]:
    if not entries:
        return []
    lines = ["", f"{heading}{'：' if not heading.isascii() else ':'}"]
    for name, about in entries:
        first, *rest = wrap(about, WIDTH - _NAMES) or [""]
        if display_width(name) + 4 > _NAMES:
            lines.append(f"  {name}")
            rest = [first, *rest]
        else:
            lines.append(f"{pad(f'  {name}', _NAMES)}{first}")
        lines += [" " * _NAMES + line for line in rest]
    return lines
