"""What a command and an option are, and the options that several commands have."""

from __future__ import annotations

from keyword import iskeyword
from typing import NamedTuple

from sfwgen.cli.language import LANGUAGES

FORMATS = ("text", "json", "github", "sarif")


class Option(NamedTuple):
    """An option (`--name`) or an argument (a name without dashes). `value` names its value; none: a switch.

    `reads` says how the value is read (see `parsing`); `repeats` lets it be given several times.
    """

    name: str
    zh: str
    en: str
    value: str = ""
    choices: tuple[str, ...] = ()
    reads: str = ""
    default: str = ""
    needed: bool = False
    repeats: bool = False

    @property
    def key(self) -> str:
        """The name under which commands find the value."""
        return self.name.lstrip("-").replace("-", "_").lower()

    def about(self, lang: str) -> str:
        """Returns what it is for."""
        return self.zh if lang == "zh" else self.en


class Command(NamedTuple):
    """A command: its name, what it does, its arguments and options."""

    name: str
    zh: str
    en: str
    options: tuple[Option, ...] = ()

    @property
    def module(self) -> str:
        """The module that does it: no module can be called as a word of Python is."""
        return f"{self.name}_" if iskeyword(self.name) else self.name

    def about(self, lang: str) -> str:
        """Returns what it does."""
        return self.zh if lang == "zh" else self.en


COMMON = (
    Option("--lang", "消息的语言", "the language of messages", "LANG", choices=LANGUAGES),
    Option(
        "--project", "项目所在的文件夹，默认为当前文件夹", "the project's folder, by default this one", "DIR"
    ),
    Option("--debug", "sfwgen 自身出错时显示细节", "show details where sfwgen itself fails"),
    Option("--help", "显示这些说明", "show this text"),
)
VERSION = Option("--version", "显示版本", "show the version")

STRICT = Option("--strict", "有警告也算不合格", "take warnings for errors")
AS_OF = Option(
    "--as-of",
    "按这一天（或“年-月-日 时:分”）判断定时内容，默认取 SOURCE_DATE_EPOCH，再取 config.yaml",
    "judge scheduled content as of this day, or “day hh:mm”; by default SOURCE_DATE_EPOCH, then config.yaml",
    "DAY",
    reads="moment",
)
FORMAT = Option("--format", "结果的格式", "the form of the report", "FORMAT", choices=FORMATS, default="text")
OUTPUT = Option("--output", "网站所在的文件夹", "the folder of the site", "DIR", default="site")
WAIT = Option(
    "--wait", "另一个 sfwgen 正在更新时等它结束", "wait for another sfwgen that is updating the site"
)
LIST_FORMAT = Option(
    "--format",
    "列表的格式",
    "the form of the list",
    "FORMAT",
    choices=("text", "json", "markdown"),
    default="text",
)
