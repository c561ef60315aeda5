"""The theme: templates, interface strings, static files."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = (
    error(
        "theme-encoding",
        zh=("主题文件不是UTF-8编码", "用编辑器把这个文件另存为UTF-8编码"),
        en=("the theme file is not UTF-8 text", "save the file as UTF-8"),
    ),
    error(
        "theme-strings-syntax",
        zh=(
            "界面用语文件读不懂：{problem}",
            "每行写一条，形式为“键: 文字”；文字里有冒号或大括号时，用引号括起来",
        ),
        en=(
            "the strings file cannot be read: {problem}",
            "write one `key: text` on each line; quote a text with a colon or braces",
        ),
    ),
    error(
        "theme-string-form",
        zh=(
            "界面用语“{key}”的写法不对",
            "写成一段文字，或按数目分别写：{one: …, many: …}；键只用小写字母、数字和下划线",
        ),
        en=(
            "the interface string `{key}` has the wrong form",
            "give one text or forms by number, {one: …, many: …}; keys use small letters, digits and _",
        ),
    ),
    error(
        "theme-string-duplicate",
        zh=("界面用语“{key}”写了两次", "只留一条"),
        en=("the interface string `{key}` is given twice", "keep one of them"),
    ),
    error(
        "theme-string-missing",
        zh=("界面用语“{key}”没有{lang}的文字", "在这个文件里补上“{key}”；{other}的文件里有它"),
        en=(
            "the interface string `{key}` is missing in `{lang}`",
            "add `{key}` to this file; the file of `{other}` has it",
        ),
    ),
    error(
        "theme-string-words",
        zh=("界面用语“{key}”在{lang}和{other}里要填的词不一样", "两种语言里大括号中的词应当相同"),
        en=(
            "the interface string `{key}` takes other words in `{lang}` than in `{other}`",
            "use the same words in braces in each language",
        ),
    ),
    error(
        "theme-language-missing",
        zh=("主题没有语言“{lang}”的界面用语", "新建这个文件，把其他语言文件里的每一条译好写入"),
        en=(
            "the theme has no interface strings for the language `{lang}`",
            "add this file with a translation of every string of another language's file",
        ),
    ),
    warning(
        "theme-file-unused",
        zh=(
            "templates 里的这个文件没有用到",
            "[[是不是“{nearest}”？]]要替换自带的文件，名称须与它相同；自己的模板要由别的模板引用；不要的请删去",
        ),
        en=(
            "this file in templates is used for nothing",
            "[[did you mean `{nearest}`? ]]a file that replaces a packaged one has its very name; a template of "
            "your own has to be included, extended or imported by another; remove what is not needed",
        ),
    ),
    error(
        "template-missing",
        zh=("找不到模板“{template}”", "检查文件名；模板放在 templates 文件夹里"),
        en=("there is no template `{template}`", "check the name; templates stand in the templates folder"),
    ),
    error(
        "template-syntax",
        zh=("模板语法不对：{problem}", "对照 docs/templates.zh.md 和 Jinja 的写法改正这一行"),
        en=(
            "the template has a syntax error: {problem}",
            "compare this line with docs/templates.md and the syntax of Jinja",
        ),
    ),
    error(
        "template-undefined",
        zh=("模板用了不存在的变量或字段：{problem}", "可用的字段列在 docs/templates.zh.md 中"),
        en=(
            "the template uses a variable or field that does not exist: {problem}",
            "docs/templates.md lists the fields there are",
        ),
    ),
    error(
        "template-string-unknown",
        zh=(
            "模板用了不存在的界面用语或少给了词：{problem}",
            "在 templates/strings 的各语言文件里加上它，或给出它要的词",
        ),
        en=(
            "the template uses an interface string that does not exist, or gives too few words: {problem}",
            "add it to each language's file in templates/strings, or give the words that it asks for",
        ),
    ),
    error(
        "template-recursion",
        zh=("模板“{template}”直接或间接地包含了自己", "去掉循环的 extends、include 或宏调用"),
        en=(
            "the template `{template}` includes itself, directly or through others",
            "break the circle of extends, include or macro calls",
        ),
    ),
    error(
        "template-stuck",
        zh=(
            "用这个模板生成网页“{page}”时超出了限度：{limit_zh}，其余网页没有再生成",
            "看看这一行所在的循环：次数是否写错，能否少套一层；文章太长的，分成几篇",
        ),
        en=(
            "the page `{page}` goes beyond a limit with this template: it {limit_en}; no more were made",
            "look at the loop that this line stands in: is its count right, can it be nested less? A text that "
            "is too long has to be divided",
        ),
    ),
    error(
        "template-error",
        zh=("模板运行出错：{problem}", "对照 docs/templates.zh.md 改正这一行"),
        en=("the template failed: {problem}", "compare this line with docs/templates.md"),
    ),
)
