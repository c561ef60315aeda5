"""What `sfwgen import` says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "no-reader": (
        '读 Word 文件要装 python-docx：pip install "sfwgen[word]"',
        'Reading Word files needs python-docx: pip install "sfwgen[word]"',
    ),
    "no-file": ("找不到文件“{file}”。", "There is no file “{file}”."),
    "too-large": ("文件“{file}”太大（超过 100 MB）。", "The file “{file}” is too large (more than 100 MB)."),
    "locked": (
        "“{file}”打不开：它可能正在 Word 或 WPS 里打开着，关掉它再试；也可能没有读取的权限。",
        "“{file}” cannot be opened. It may be open in Word: close it there and try again; or it may not be readable.",
    ),
    "not-word": (
        "“{file}”不是 .docx 文件，或者已损坏，读不了。旧的 .doc 和 .wps，先在 Word 或 WPS 里另存为 .docx。",
        "“{file}” is no .docx file, or is damaged. Save an old .doc or .wps as .docx in Word or WPS first.",
    ),
    "one-post": (
        "“{file}”是一篇文章。要导入 Hugo 或 Hexo 的文章，写网站的文件夹，例如 sfwgen import 文件夹 --from hugo。",
        "“{file}” is a single post. Give the folder of the Hugo or Hexo site: sfwgen import FOLDER --from hugo.",
    ),
    "slug-missing": (
        "导入 Word 文件要写英文短名：sfwgen import 报告.docx laojie",
        "A Word file needs a short name: sfwgen import report.docx old-street",
    ),
    "posts-only": (
        "--from、--map、--language 和 --dry-run 只用于导入 Hugo、Hexo 的文章；FILE 要写文件夹。",
        "--from, --map, --language and --dry-run are for posts of Hugo and Hexo; FILE has to be a folder then.",
    ),
    "alt": ("请写明图片里有什么", "Say what the picture shows"),
    "done": ("已建立 {files}。", "Made {files}."),
    "next": (
        "它还是草稿：补上摘要和来源，核对数字，写好英文，再删去 draft: true。",
        "It is a draft: add the summary and the source, check the figures, write the other language, then remove draft: true.",
    ),
    "carried": (
        "带过来的：段落 {paragraphs} 个，图片 {pictures} 张。",
        "Carried: {paragraphs} paragraphs, {pictures} pictures.",
    ),
    "figures": (
        "文中找到数字 {n} 个，列在稿子开头，核对后移到 figures：",
        "{n} figures found; they are listed in the header, to be moved to figures once checked:",
    ),
    "no-figures": ("文中没有找到数字。", "No figures were found."),
    "lost": ("没有带过来、要看一看的：", "Not carried, to be looked at:"),
    "lost-nothing": ("没有丢下什么。", "Nothing was left behind."),
    "remark-figures": (
        "文中找到的数字。核对以后，把要用的移到 figures 下面（去掉 #）：",
        "Figures found in the text. Once checked, move those to be used below figures (without #):",
    ),
    "remark-lost": ("Word 文件里没有带过来的：", "Not carried from the Word file:"),
    "unit-unknown": ("词表里没有单位“{unit}”", "the vocabulary has no unit “{unit}”"),
    "or": ("或", "or"),
    "folder-no-slug": (
        "导入文件夹不写短名：每篇文章的短名取自它自己的 slug 或文件名。",
        "A folder takes no short name: each post is called by its own slug or file name.",
    ),
    "folder-own": (
        "“{folder}”里有本项目的文件，不能从里面导入。",
        "“{folder}” holds files of this project: nothing can be imported from there.",
    ),
    "tool-unknown": (
        "看不出“{folder}”是 Hugo 还是 Hexo 的文章。加上 --from hugo 或 --from hexo。",
        "It cannot be told whether “{folder}” holds posts of Hugo or of Hexo. Add --from hugo or --from hexo.",
    ),
    "language-unknown": (
        "本站没有“{lang}”这种语言，只有：{known}。",
        "“{lang}” is none of the site's languages: {known}.",
    ),
    "line-unknown": (
        "没有“{line}”这条服务线，只有：{known}。",
        "There is no service line “{line}”, only {known}.",
    ),
    "map-form": (
        "--map 的“{word}”写得不对，要写成“词=编号”，例如 --map 企业服务={example}。",
        "--map “{word}” has to be WORD=ID, for example --map business={example}.",
    ),
    "map-unknown": (
        "--map 里的“{ids}”不是服务线、地点或小分队的编号。服务线有：{known}；地点和小分队在 content/vocabulary/ 里。",
        "“{ids}” of --map is the id of no line, place or team. Lines: {known}; places and teams are in content/vocabulary/.",
    ),
    "posts-none": (
        "“{folder}”里没有找到{tool}文章（.md 文件）。Hugo 的在 content/，Hexo 的在 source/_posts/。",
        "No {tool} posts (.md) were found in “{folder}”. Those of Hugo lie in content/, those of Hexo in source/_posts/.",
    ),
    "posts-done": ("导入 {tool} 文章，已建立草稿 {n} 篇：", "Drafts made of {tool} posts: {n}"),
    "posts-would": (
        "导入 {tool} 文章，会建立草稿 {n} 篇（现在什么都没有写）：",
        "Drafts that would be made of {tool} posts: {n} (nothing was written)",
    ),
    "posts-nothing": ("没有要新建的草稿。", "There are no drafts to be made."),
    "posts-story": (
        "  {story}  ←  {files}  数字 {figures} 个，没有带过来 {lost} 处",
        "  {story}  <-  {files}  figures: {figures}, not carried: {lost}",
    ),
    "posts-refused": (
        "有 {n} 篇没有导入，原因见上面的“错误”；改好原文再导入一次，已有的草稿不会动。",
        "Posts left for the errors above: {n}. Mend them and import again; drafts that exist are not touched.",
    ),
    "posts-known": (
        "以前导入过的 {n} 篇没有改动。",
        "Posts that were imported before, left as they are: {n}",
    ),
    "posts-pages": (
        "网站的页面、栏目页和附件 {n} 个没有导入，要用的写到 content/pages/ 里：{files}",
        "Pages, section pages and parts of posts that were left: {n}. Write those that are needed below content/pages/: {files}",
    ),
    "posts-notes": (
        "另有说明 {n} 条，写在各篇草稿的开头（--format json 全部列出）。",
        "Further notes, at the head of the drafts: {n} (--format json lists them all)",
    ),
    "posts-words": (
        "没有对应的分类和标签，可以用 --map 词=编号 说明：{words}",
        "Categories and tags that stand for nothing here; --map WORD=ID says what they mean: {words}",
    ),
    "posts-words-done": (
        "没有对应的分类和标签：{words}。要让它们对上，先删去这些草稿的文件夹，再用 --map 词=编号 导入。",
        "Categories and tags that stand for nothing here: {words}. To have them taken, delete the folders of these drafts "
        "and import with --map WORD=ID.",
    ),
    "posts-line": (
        "看不出服务线的 {n} 篇，先写了 {line}。",
        "Posts that name no service line: {n}; {line} was put down.",
    ),
    "posts-next": (
        "都是草稿，不会公开。一篇一篇来：写来源和摘要，核对日期和数字，补译文，再删去 draft: true；sfwgen check 会说还缺什么。",
        "They are drafts and not public. One by one: state the source, write the summary, check date and figures, add the "
        "translation, then remove draft: true; sfwgen check says what is missing.",
    ),
    "remark-post": (
        "从 {tool} 文章 {files} 导入。发布前：写来源；date 现在是文章的日期，改成结果的日期；核对数字；补译文。",
        "Imported from {tool}: {files}. Before it is public: state the source; date is that of the post, make it that of the "
        "result; check the figures; add the translation.",
    ),
    "remark-post-lost": ("没有照原样带过来的：", "Not carried as it was:"),
    "more-lines": ("……还有 {n} 条", "… and {n} more"),
    "deleted": ("修订：已删除的文字", "tracked change: deleted text"),
    "inserted": ("修订：插入的文字，已作正文", "tracked change: inserted text, taken as text"),
    "struck": ("加了删除线的文字，已作正文", "text that was struck through, taken as text"),
    "hidden": ("隐藏的文字", "hidden text"),
    "ruby": ("拼音、注音", "how characters are read, set above them"),
    "comment": ("批注", "comment"),
    "text-box": ("文本框", "text box"),
    "equation": ("公式", "equation"),
    "object": ("图表或嵌入的对象", "chart or embedded object"),
    "picture": (
        "图片（网页不能用的格式，或不在文件里）",
        "picture (in a form unfit for the web, or outside the file)",
    ),
    "cropped": (
        "图片在 Word 里裁剪过，带过来的是没有裁剪的原图，请先看看能不能公开",
        "a picture was cropped in Word; the whole of it was carried: see whether it may be public",
    ),
    "merged": ("合并的单元格，已拆开", "merged cells, taken apart"),
    "nested": ("表格里的表格", "table within a table"),
    "cell": (
        "单元格里的分段、列表，已接成一行（格）",
        "paragraphs or lists within a cell, joined into one line (cells)",
    ),
    "contents": ("目录（行），网页自己会有", "table of contents (lines); pages have their own"),
    "numbering": (
        "自动编号（一、二、三……），要的话手工写上",
        "automatic numbering (一、二、三 …); write it by hand if need be",
    ),
    "format": ("加粗、斜体、下划线等（处）", "bold, italic, underlined and the like (places)"),
    "link": ("链接（不是网址）", "link (to no web address)"),
    "margin": ("页眉、页脚", "head or foot of the page"),
    "other": ("没能带过来的文字", "text that could not be carried"),
    "character": ("不能显示的字符", "character that cannot be shown"),
}

tell = teller(_WORDS)
