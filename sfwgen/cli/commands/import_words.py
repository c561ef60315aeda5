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
