"""The theme: templates, interface strings, static files."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = (
    error(
        "theme-encoding",
        zh=("主题文件不是 UTF-8 编码，从这一行起无法读取。", "用编辑器把这个文件另存为 UTF-8 编码。"),
        en=(
            "The theme file is not in UTF-8: it cannot be read from this line on.",
            "Save the file as UTF-8.",
        ),
    ),
    error(
        "theme-string-form",
        zh=(
            "界面用语“{key}”的写法不对。",
            "写成一段文字，或按数目分别写：{one: …, many: …}；键只用小写字母、数字和下划线。",
        ),
        en=(
            "The interface string “{key}” is not written as it should be.",
            "Write one text, or forms by number, {one: …, many: …}; keys have small letters, digits and _ only.",
        ),
    ),
    error(
        "theme-string-missing",
        zh=(
            "界面用语“{key}”没有语言“{lang}”的文字。",
            "[[是不是“{nearest}”？]]语言“{other}”的文件里有它；在这个文件里补上。",
        ),
        en=(
            "The interface string “{key}” is missing in the language “{lang}”.",
            "[[Did you mean “{nearest}”? ]]The file of the language “{other}” has it; add it to this one.",
        ),
    ),
    error(
        "theme-string-words",
        zh=("界面用语“{key}”在语言“{lang}”和“{other}”里要填的词不一样。", "两种语言里花括号中的词应当相同。"),
        en=(
            "The interface string “{key}” takes other words in the language “{lang}” than in “{other}”.",
            "The words between braces are the same in each language.",
        ),
    ),
    error(
        "theme-language-missing",
        zh=("主题没有语言“{lang}”的界面用语。", "新建这个文件，把其他语言文件里的每一条译好写入。"),
        en=(
            "The theme has no interface strings for the language “{lang}”.",
            "Make this file, with a translation of every string in another language's file.",
        ),
    ),
    error(
        "theme-contract",
        zh=(
            "这套模板按模板约定 {stated} 编写，这一版 sfwgen 的约定是 {contract}。",
            "照 CHANGELOG.md 改好模板，再把 contract 写成 {contract}；约定见 docs/templates.zh.md。",
        ),
        en=(
            "These templates were written for contract {stated}; this sfwgen has contract {contract}.",
            "Adapt them as CHANGELOG.md says, then write contract: {contract}; the contract is docs/templates.md.",
        ),
    ),
    error(
        "theme-field-unknown",
        zh=("theme.yaml 里没有“{field}”这一项。", "只写 contract：模板按哪一个约定编写。"),
        en=(
            "There is no “{field}” in theme.yaml.",
            "Write contract alone: for which contract the templates are.",
        ),
    ),
    warning(
        "theme-file-unused",
        zh=(
            "templates 里的这个文件没有用到。",
            "[[是不是“{nearest}”？]]要替换自带的文件，名称须与它相同；自己的模板要由别的模板引用；不要的请删去。",
        ),
        en=(
            "This file in templates is used for nothing.",
            "[[Did you mean “{nearest}”? ]]A file that replaces a packaged one has its very name; a template of "
            "your own has to be included, extended or imported by another. Remove what is not needed.",
        ),
    ),
    error(
        "template-missing",
        zh=("找不到模板“{template}”。", "检查文件名；模板放在 templates 文件夹里。"),
        en=("There is no template “{template}”.", "Check the name; templates stand in the templates folder."),
    ),
    error(
        "template-syntax",
        zh=("模板语法不对：{problem}。", "对照 docs/templates.zh.md 和 Jinja 的写法改正这一行。"),
        en=(
            "The template has a syntax error: {problem}.",
            "Compare this line with docs/templates.md and the syntax of Jinja.",
        ),
    ),
    error(
        "template-undefined",
        zh=("模板用了不存在的变量或字段：{problem}。", "可用的字段列在 docs/templates.zh.md 中。"),
        en=(
            "The template uses a variable or field that does not exist: {problem}.",
            "docs/templates.md lists the fields there are.",
        ),
    ),
    error(
        "template-string-unknown",
        zh=(
            "模板用了不存在的界面用语或少给了词：{problem}。",
            "在 templates/strings 的各语言文件里加上它，或给出它要的词。",
        ),
        en=(
            "The template uses an interface string that does not exist, or gives too few words: {problem}.",
            "Add it to each language's file in templates/strings, or give the words that it asks for.",
        ),
    ),
    error(
        "template-recursion",
        zh=("模板“{template}”直接或间接地包含了自己。", "去掉循环的 extends、include 或宏调用。"),
        en=(
            "The template “{template}” includes itself, directly or through others.",
            "Break the circle of extends, include or macro calls.",
        ),
    ),
    error(
        "template-stuck",
        zh=(
            "用这个模板生成网页“{page}”时超出了限度：{limit_zh}，其余网页没有再生成。",
            "看看这一行所在的循环：次数是否写错，能否少套一层；文章太长的，分成几篇。",
        ),
        en=(
            "The page “{page}” goes beyond a limit with this template: it {limit_en}; no more were made.",
            "Look at the loop that this line stands in: is its count right, can it be nested less? A text that "
            "is too long has to be divided.",
        ),
    ),
    error(
        "template-error",
        zh=("模板运行出错：{problem}。", "对照 docs/templates.zh.md 改正这一行。"),
        en=("The template failed: {problem}.", "Compare this line with docs/templates.md."),
    ),
)
