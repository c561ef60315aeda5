"""What `sfwgen diff` says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "title": ("公开内容的变化", "What the public will see change"),
    "range": ("从 {old} 到 {new}", "From {old} to {new}"),
    "now": ("现在的稿件", "the texts as they are now"),
    "none": ("公开的内容没有变化。", "Nothing that the public sees changes."),
    "pages": ("网页", "Pages"),
    "figures": ("数字", "Figures"),
    "counters": ("累计数", "Totals"),
    "translations": ("要看的译文", "Translations to look at"),
    "files": ("文件", "Files"),
    "withdrawn": ("撤下的网址", "Addresses withdrawn"),
    "withdrawn-note": (
        "打开这些网址的人会看到“找不到网页”。内容搬了家的，在新的那一篇写上 aliases。",
        "Whoever opens them meets a page that says “not found”. If a text has moved, name its old address under aliases.",
    ),
    "added": ("新增", "new"),
    "changed": ("改动", "changed"),
    "removed": ("撤下", "withdrawn"),
    "counts": (
        "网页新增 {added}、改动 {changed}、撤下 {removed}；数字 {figures}，累计数 {counters}，要看的译文 {translations}。",
        "Pages: {added} new, {changed} changed, {removed} withdrawn. Figures: {figures}. Totals: {counters}. Translations to look at: {translations}.",
    ),
    "unseen": (
        "另有 {n} 个网页只有看不见的部分变了。",
        "On {n} more pages only what cannot be seen has changed.",
    ),
    "more": ("……另有 {n} 行", "… and {n} more lines"),
    "stale": ("过期", "stale"),
    "wording": ("原文改了", "its original has changed"),
    "cites": ("文中的数字变了：{figures}", "figures that it cites have changed: {figures}"),
    "pages-only": (
        "从网上只比较网页和公开数据；其他文件、没有列入网站地图的旧网页没有比较。",
        "From an address only pages and public data are compared; other files, and old pages that no sitemap lists, are not.",
    ),
    "column-figure": ("名称", "name"),
    "column-change": ("变化", "change"),
    "column-before": ("原来", "before"),
    "column-after": ("现在", "after"),
    "no-site": (
        "没有写和什么比较，项目里也还没有生成过网站。例如：--published site、--published https://…、--published HEAD",
        "Say what to compare with; no site has been built here yet. For example: --published site, --published https://…, --published HEAD",
    ),
    "not-a-state": (
        "“{name}”不是网站的网址、网站或项目的文件夹，也不是 git 版本。",
        "“{name}” is no address of a site, no folder of a site or project, and no git revision.",
    ),
    "old-faulty": (
        "“{name}”那时的内容有错误，做不成网站，没法比较：",
        "The content of “{name}” has errors; there is no site to compare with:",
    ),
    "unreachable": ("打不开“{name}”：{why}", "“{name}” cannot be read: {why}"),
    "not-ours": (
        "“{name}”没有 data/figures.json，不像是 sfwgen 生成的网站。",
        "“{name}” has no data/figures.json; it does not seem to be a site made by sfwgen.",
    ),
    "written": ("已写入 {file}。", "Wrote {file}."),
}

tell = teller(_WORDS)
