"""Packages that add to sfwgen: languages, rules, filters, files."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = (
    error(
        "language-module-missing",
        zh=(
            "语言“{lang}”没有读数字的语法模块。",
            "自带的语言是 zh 和 en；要用别的语言，先安装提供它的扩展包，见 docs/extensions.zh.md。",
        ),
        en=(
            "There is no module for figures in the language “{lang}”.",
            "zh and en come with sfwgen; for another, install the package that brings it: docs/extensions.md.",
        ),
    ),
    error(
        "language-module-twice",
        zh=("不止一个包提供语言“{lang}”：{packages}。", "只留一个，卸载其余的。"),
        en=(
            "Several packages bring the language “{lang}”: {packages}.",
            "Keep one and uninstall the others.",
        ),
    ),
    error(
        "language-module-broken",
        zh=(
            "扩展包 {packages} 里语言“{lang}”的模块用不了：{problem}。",
            "请该包的作者修正：模块要有 FAMILY（zh 或 en），CHARACTERS 是用空格分开的一对对字。",
        ),
        en=(
            "The module for the language “{lang}” in the package {packages} does not work: {problem}.",
            "Its author has to mend it: FAMILY is zh or en, CHARACTERS are pairs of characters with spaces between.",
        ),
    ),
    error(
        "language-not-listed",
        zh=(
            "语言“{lang}”由扩展包 {packages} 提供，但 config.yaml 没有列出这个包。",
            "在 extensions 里加上 {packages}：没有列出的包不会运行。",
        ),
        en=(
            "The language “{lang}” comes from the package {packages}, which config.yaml does not name.",
            "Add {packages} to extensions: a package that is not named there does not run.",
        ),
    ),
    error(
        "extension-missing",
        zh=(
            "扩展包“{name}”没有安装。",
            "[[是不是“{nearest}”？]]用 pip install 把它装进 sfwgen 所在的 Python 环境，或从 extensions 里删去。",
        ),
        en=(
            "The extension “{name}” is not installed.",
            "[[Did you mean “{nearest}”? ]]Install it with pip beside sfwgen, or take it out of extensions.",
        ),
    ),
    error(
        "extension-empty",
        zh=(
            "“{name}”不是 sfwgen 的扩展包：它不提供任何规则、过滤器、文件或语言。",
            "核对名称；扩展包在这些入口点组里登记：{groups}。",
        ),
        en=(
            "“{name}” is no extension of sfwgen: it offers no rule, filter, file or language.",
            "Check the name; extensions register under these groups of entry points: {groups}.",
        ),
    ),
    error(
        "extension-broken",
        zh=("扩展包 {name} 的“{hook}”载入不了：{problem}。", "更新这个包，或请其作者修正。"),
        en=(
            "“{hook}” of the extension {name} cannot be loaded: {problem}.",
            "Update the package, or ask its author to mend it.",
        ),
    ),
    error(
        "extension-filter-taken",
        zh=(
            "扩展包 {name} 的过滤器“{filter}”与 {other} 的同名。",
            "扩展只能增加，不能替换：请其作者换一个名称。",
        ),
        en=(
            "The filter “{filter}” of the extension {name} has the name of one of {other}.",
            "Extensions add and do not replace: its author has to give it another name.",
        ),
    ),
    error(
        "extension-failed",
        zh=(
            "扩展包 {name} 的“{hook}”出错：{problem}。",
            "这是扩展的错，不是内容的错：更新这个包，或请其作者修正。",
        ),
        en=(
            "“{hook}” of the extension {name} failed: {problem}.",
            "The fault is the extension's, not the content's: update the package, or ask its author to mend it.",
        ),
    ),
    error(
        "extension-path-taken",
        zh=(
            "扩展包 {name} 的“{hook}”要写文件 {path}，这个地址已由 {other} 使用。",
            "扩展只能增加，不能替换：请其作者换一个地址。",
        ),
        en=(
            "“{hook}” of the extension {name} makes the file {path}, which is one of {other}.",
            "Extensions add and do not replace: its author has to give it another path.",
        ),
    ),
    error(
        "extension-file-refused",
        zh=(
            "扩展包 {name} 的“{hook}”要写文件 {path}，这样的文件不能发布：{reason_zh}。",
            "扩展只增加供下载的文本和数据文件；网页由模板生成。",
        ),
        en=(
            "“{hook}” of the extension {name} makes the file {path}, which cannot be published: {reason_en}.",
            "Extensions add files of text and data to be downloaded; pages are made by templates.",
        ),
    ),
    warning(
        "extension-finding",
        zh=("{said_zh}", "由扩展包 {name} 的规则“{hook}”检查。"),
        en=("{said_en}", "Found by the rule “{hook}” of the extension {name}."),
    ),
)
