"""Every command with its arguments and options: help and parsing are both made from this table."""

from __future__ import annotations

from sfwgen.cli.options import AS_OF, FORMAT, LIST_FORMAT, OUTPUT, STRICT, WAIT, Command, Option

COMMANDS = (
    Command(
        "init",
        "新建一个项目，内含完整的示例",
        "begin a project with the whole example in it",
        (Option("DIR", "新文件夹", "the new folder", needed=True),),
    ),
    Command(
        "new",
        "新写一篇案例，先作为草稿",
        "begin a story, as a draft",
        (
            Option("KIND", "新建什么", "what to begin", choices=("story",), needed=True),
            Option("SLUG", "英文短名，用作网址", "its short name, for the address", needed=True),
            Option("--title-zh", "中文标题", "the title in Chinese", "TITLE"),
            Option("--title-en", "英文标题", "the title in English", "TITLE"),
            Option("--line", "服务线，默认为第一条", "the service line, by default the first", "LINE"),
            Option(
                "--date",
                "日期，可以只写年或年月",
                "the date; the year or month will do",
                "DATE",
                reads="date",
            ),
            Option("--place", "地点，可以写几次", "a place; may be repeated", "PLACE", repeats=True),
            Option("--team", "小分队，可以写几次", "a team; may be repeated", "TEAM", repeats=True),
            Option("--summary-zh", "中文摘要", "the summary in Chinese", "SUMMARY"),
            Option("--summary-en", "英文摘要", "the summary in English", "SUMMARY"),
            Option(
                "--figure",
                "文中的数字，写成“指标=数值”，没有指标的写成“中文名/英文名=数值”；可以写几次",
                "a figure of the text as METRIC=VALUE, or with names of its own; may be repeated",
                "FIGURE",
                repeats=True,
            ),
        ),
    ),
    Command(
        "import",
        "把 Word 文件，或者 Hugo、Hexo 网站的文章，变成案例的草稿，列出没有带过来的内容",
        "make drafts of a Word file or of a Hugo or Hexo site's posts; list what could not be carried",
        (
            Option(
                "FILE",
                "Word 文件（.docx），或 Hugo、Hexo 网站的文件夹",
                "the Word file (.docx), or the folder of a Hugo or Hexo site",
                needed=True,
            ),
            Option(
                "SLUG",
                "Word 文件：英文短名，用作网址",
                "of a Word file: its short name, for the address",
            ),
            Option(
                "--line",
                "服务线的编号，默认为第一条；导入文章时用于看不出服务线的",
                "the id of the service line, by default the first; of posts, for those that name none",
                "LINE",
            ),
            Option(
                "--date",
                "Word 文件：日期，可以只写年或年月",
                "of a Word file: the date; the year or month will do",
                "DATE",
                reads="date",
            ),
            Option(
                "--from",
                "文章是哪种工具的，默认自己看",
                "what the posts were written for, by default as it looks",
                "TOOL",
                choices=("hugo", "hexo"),
            ),
            Option(
                "--map",
                "文章的分类、标签或栏目对应哪条服务线、哪个地点或小分队，写成“词=编号”；可以写几次，“词=”为不要",
                "what a category, tag or section means, as WORD=ID of a line, place or team; may be repeated",
                "MAP",
                repeats=True,
            ),
            Option(
                "--language",
                "没有说明语言的文章是哪种语言，默认看那个网站的设置",
                "the language of posts that name none, by default as that site is set up",
                "LANG",
            ),
            Option("--dry-run", "只列出会怎样，什么都不写", "say what would be done, and write nothing"),
            FORMAT,
        ),
    ),
    Command(
        "fix",
        "自动改正有把握的错：GBK 编码、换行、中文冒号……先给你看，再写入",
        "correct slips with one safe remedy: GBK, line ends, full-width colons …; shown first, then written",
        (
            Option(
                "FILE", "文件或文件夹，可以写几个，默认全部", "files or folders, by default all", repeats=True
            ),
            Option("--write", "写入；不加只是给你看", "write them; without it they are only shown"),
        ),
    ),
    Command(
        "check",
        "检查全部内容，不改动网站",
        "check everything and leave the site as it is",
        (
            STRICT,
            AS_OF,
            FORMAT,
            Option(
                "--official",
                "另按政府网站检查指标列出清单",
                "also list what an inspection of government sites looks at",
            ),
        ),
    ),
    Command(
        "build",
        "生成网站；有错误时旧网站不动",
        "build the site; with errors the old one stays as it is",
        (
            STRICT,
            AS_OF,
            FORMAT,
            OUTPUT,
            WAIT,
            Option("--allow-shrink", "允许网页大量减少", "allow many pages to go"),
            Option("--explain", "说明每个文件为什么重新生成", "say why each file was made"),
            Option("--profile", "说明各阶段用了多少时间和内存", "say what each stage has cost"),
        ),
    ),
    Command(
        "serve",
        "在这台电脑上预览，保存即刷新",
        "preview on this machine, reloading on each save",
        (
            Option(
                "--port",
                "端口，0 为任意空闲端口",
                "the port; 0 for any free one",
                "PORT",
                reads="port",
                default="8000",
            ),
            Option(
                "--open",
                "打开浏览器（在终端中本来就会打开）",
                "open the browser, as is done on a terminal anyhow",
            ),
            Option("--no-open", "不打开浏览器", "leave the browser alone"),
        ),
    ),
    Command(
        "figures",
        "查找、比较、列出、解释数字，查看数字的变化",
        "find, compare, list and explain figures, and what changes them",
        (
            Option(
                "ACTION",
                "做什么",
                "what to do",
                choices=("find", "compare", "list", "explain", "diff"),
                needed=True,
            ),
            Option(
                "FIRST",
                "find：文稿，- 为标准输入；compare：中文稿；explain：数字或累计数的标识；"
                "diff：旧的项目文件夹、figures.json 或 git 版本",
                "find: a text, - for standard input; compare: the Chinese text; "
                "explain: the id of a figure or counter; "
                "diff: the old project folder, figures.json or git revision",
            ),
            Option(
                "SECOND",
                "compare：英文稿；diff：新的，默认为项目现在的样子",
                "compare: the English text; diff: the new state, by default the project as it is",
            ),
            AS_OF,
            Option("--each-line", "find：一行一个结果", "find: one result for each line"),
            Option(
                "--format",
                "结果的格式；markdown 用于 list、explain、diff",
                "the form of the result; markdown for list, explain and diff",
                "FORMAT",
                choices=("text", "json", "markdown"),
                default="text",
            ),
        ),
    ),
    Command(
        "diff",
        "公开的内容会有哪些变化：网页、数字、累计数、译文、撤下的网址",
        "what the public will see change: pages, figures, totals, translations, addresses withdrawn",
        (
            Option(
                "--published",
                "和什么比较：网址、网站或项目的文件夹、git 版本；默认为项目里的网站",
                "what to compare with: an address, a folder of a site or project, a git revision; by default "
                "the site of the project",
                "WHAT",
            ),
            AS_OF,
            Option(
                "--format",
                "结果的格式",
                "the form of the result",
                "FORMAT",
                choices=("text", "markdown", "html", "json"),
                default="text",
            ),
            Option("--output", "写入这个文件", "write it into this file", "FILE"),
        ),
    ),
    Command(
        "reconcile",
        "核对一份文件里的合计、各部分和占比，不需要项目",
        "check totals, parts and shares in a file, outside any project",
        (
            Option(
                "FILE",
                "写有这些数字的 YAML 文件",
                "the YAML file that states them",
                needed=True,
            ),
            Option(
                "--format",
                "结果的格式",
                "the form of the result",
                "FORMAT",
                choices=("text", "json"),
                default="text",
            ),
        ),
    ),
    Command(
        "translations",
        "译文情况：缺了什么、哪里过期、什么没有确认；确认、导出、导入译文",
        "how translations stand: missing, stale, not confirmed; confirm, export and import them",
        (
            Option(
                "NAME",
                "文件夹名，可以写几个，默认全部；前面加 confirm 为确认，加 export 为导出 PO 文件，"
                "import 后面写 PO 文件",
                "the names of documents, by default all; after confirm they are confirmed, after export "
                "written into a PO file; import takes the PO file",
                repeats=True,
            ),
            Option("--all", "confirm：确认全部", "confirm: everything there is"),
            Option("--language", "只看这种译文", "only translations into this language", "LANG"),
            Option("--output", "export：写入哪个文件", "export: the file to write", "FILE"),
            LIST_FORMAT,
        ),
    ),
    Command(
        "review",
        "审核情况：谁审过、哪里审后又改过；记录一次审核",
        "reviews: who has reviewed what, what was edited since; put one on record",
        (
            Option(
                "NAME",
                "文件夹名，可以写几个，默认全部",
                "the names of documents, by default all",
                repeats=True,
            ),
            Option("--role", "记录一次审核：谁审的", "put a review on record: by whom, as a role", "ROLE"),
            Option(
                "--round", "第几轮，默认为这个人的下一轮", "which round; by default the next of the role", "N"
            ),
            Option("--date", "审核日期", "when it was reviewed", "DAY", reads="day"),
            Option(
                "--all",
                "和 --role 连用：凡是轮到这个人审的都记上，草稿除外",
                "with --role: everything whose next review is theirs, drafts excepted",
            ),
            LIST_FORMAT,
        ),
    ),
    Command(
        "export",
        "导出：简报排成 PDF，案例做成公众号文章",
        "export a bulletin as PDF, a story as a WeChat article",
        (
            Option("WHAT", "导出什么", "what to export", choices=("pdf", "wechat"), needed=True),
            Option(
                "NAME",
                "pdf：期号；wechat：案例的文件夹名",
                "pdf: the number of the issue; wechat: the story's folder",
                needed=True,
            ),
            Option(
                "--language",
                "只导出这种语言；pdf 默认每种语言一份，wechat 默认为第一种",
                "only this language; by default pdf makes one for each, wechat takes the first",
                "LANG",
            ),
            AS_OF,
            Option(
                "--output",
                "写入哪个文件夹，默认为项目的 export",
                "the folder to write into, by default export in the project",
                "DIR",
            ),
        ),
    ),
    Command(
        "links",
        "试一试网页上的站外链接还打不打得开（要上网）",
        "try whether the links that lead outside the site still answer (needs the network)",
        (
            Option("--strict", "有打不开的链接也算不合格", "take a dead link for an error"),
            Option(
                "--format",
                "结果的格式",
                "the form of the report",
                "FORMAT",
                choices=("text", "json"),
                default="text",
            ),
            OUTPUT,
        ),
    ),
    Command(
        "publish",
        "把生成好的网站送到服务器、对象存储或别的文件夹",
        "take the finished site to a server, to object storage or into another folder",
        (
            Option(
                "TARGET",
                "文件夹、sftp://主机/文件夹 或 s3://存储桶/前缀",
                "a folder, sftp://host/folder or s3://bucket/prefix",
                needed=True,
            ),
            Option("--dry-run", "只说要做什么，什么也不送", "say what would be done, and send nothing"),
            Option("--gzip", "文本文件另送一份压缩好的", "send texts packed too, for servers that use it"),
            Option("--anew", "全部重送", "send every file, whatever is there"),
            Option(
                "--adopt",
                "目的地已有别的文件也照送，同名的会被替换",
                "send to a place that holds other files, over those of the same name",
            ),
            Option("--allow-shrink", "允许网页大量减少", "allow many pages to go"),
            OUTPUT,
            WAIT,
        ),
    ),
    Command(
        "rollback",
        "恢复上一版网站",
        "bring the site before this one back",
        (
            Option("GENERATION", "版本，默认为上一版", "the generation, by default the latest"),
            Option("--list", "列出可以恢复的版本", "list the generations that can be restored"),
            OUTPUT,
            WAIT,
        ),
    ),
    Command(
        "forms",
        "安装预览里的表单（/admin/），用 npm 下载",
        "install the forms of the preview (/admin/), fetched by npm",
        (
            Option(
                "--from",
                "不下载，从这个文件夹里的 npm 包安装",
                "fetch nothing: the archives of npm are in this folder",
                "DIR",
            ),
        ),
    ),
    Command(
        "schema",
        "输出各类文件的 JSON Schema，供编辑器使用",
        "print the JSON Schemas of the documents, for editors",
        (
            Option("KIND", "哪一类文件，默认全部", "the kind of document, by default all"),
            Option("--write", "写入这个文件夹", "write them into this folder", "DIR"),
            Option(
                "--editor",
                "写入 VS Code 用的设置、提示和片段",
                "write settings, hints and snippets for VS Code",
            ),
        ),
    ),
)
