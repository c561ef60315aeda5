"""The pages of the command line: every command with its arguments and options, from the table of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sfwgen.cli.help import usage
from sfwgen.cli.options import COMMON, VERSION, Option
from sfwgen.cli.table import COMMANDS

PAGES: Mapping[str, str] = {"zh": "docs/commands.zh.md", "en": "docs/commands.md"}
"""Where the page of each language stands."""


class _Words(NamedTuple):
    """The words of a page around what comes from the table."""

    head: str
    all: str
    columns: tuple[str, ...]
    everywhere: str
    again: str
    needed: str
    colon: str
    stop: str


_WORDS = {
    "zh": _Words(
        head="""# 命令

英文版：[commands.md](commands.md)。加上 `--help`，每个命令都会显示同样的内容。
退出码见[哪些不变](stability.zh.md)，每条提示见[提示](diagnostics.zh.md)。""",
        all="全部命令",
        columns=("参数或选项", "作用", "可以写什么", "不写时"),
        everywhere="各个命令都有的选项",
        again="可以写几次",
        needed="必须写",
        colon="：",
        stop="。",
    ),
    "en": _Words(
        head="""# Commands

In Chinese: [commands.zh.md](commands.zh.md). With `--help` each command prints the same.
What exit codes mean: [what stays](stability.md). Each message: [diagnostics](diagnostics.md).""",
        all="All of them",
        columns=("argument or option", "what it is for", "what may be given", "otherwise"),
        everywhere="Options of every command",
        again="may be repeated",
        needed="has to be given",
        colon=": ",
        stop=".",
    ),
}


def make_commands_page(lang: str) -> str:
    """Returns the page of a language."""
    return "\n".join([*_lines(lang, _WORDS[lang]), ""])


def _lines(lang: str, words: _Words) -> Iterator[str]:
    yield from (words.head, "", f"## {words.all}", "")
    for command in COMMANDS:
        yield f"- [{command.name}](#sfwgen-{command.name}){words.colon}{command.about(lang)}"
    for command in COMMANDS:
        about = command.about(lang)
        yield from ("", f"## sfwgen {command.name}", "", f"{about[0].upper()}{about[1:]}{words.stop}")
        yield from ("", "```text", usage(lang, command), "```")
        if command.options:
            yield from _table(command.options, lang, words)
    yield from ("", f"## {words.everywhere}")
    yield from _table((*COMMON, VERSION), lang, words)


def _table(options: Iterable[Option], lang: str, words: _Words) -> Iterator[str]:
    yield from ("", _row(words.columns), _row(["---"] * len(words.columns)))
    for option in options:
        yield _row(_cells(option, lang, words))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(option: Option, lang: str, words: _Words) -> Iterator[str]:
    about, join = option.about(lang), "；" if lang == "zh" else "; "
    yield f"`{option.name}`"
    yield f"{about}{join}{words.again}" if option.repeats and words.again not in about else about
    yield ", ".join(f"`{choice}`" for choice in option.choices or filter(None, (option.value,)))
    yield words.needed if option.needed else f"`{option.default}`" if option.default else ""
