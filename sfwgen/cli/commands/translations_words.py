"""What `sfwgen translations` says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "confirmed": ("已确认", "confirmed"),
    "unconfirmed": ("未确认", "not confirmed"),
    "stale": ("过期", "stale"),
    "missing": ("没有译文", "missing"),
    "unreadable": ("文件有错误，先运行 sfwgen check", "has errors; run sfwgen check first"),
    "piece-stale": ("原文改了，译文没改", "its original has changed"),
    "piece-missing": ("没有译", "not translated"),
    "piece-superfluous": ("原文中没有", "not in the original"),
    "piece-unconfirmed": ("未确认", "not confirmed"),
    "none": ("没有需要翻译的文件。", "There is nothing to translate."),
    "counts": (
        "译文 {n} 份：已确认 {confirmed}，未确认 {unconfirmed}，过期 {stale}，缺 {missing}{unreadable}。",
        "Translations: {n}; {confirmed} confirmed, {unconfirmed} not confirmed, {stale} stale, {missing} missing{unreadable}.",
    ),
    "counts-unreadable": ("，文件有错误 {n}", ", {n} with errors"),
    "title": ("译文情况", "Translations"),
    "of-pieces": ("（{n} 处，共 {all} 处）", " ({n} of {all} places)"),
    "column-document": ("文件", "document"),
    "column-language": ("语言", "language"),
    "column-state": ("状态", "state"),
    "column-places": ("要看的地方", "places to look at"),
    "to-confirm": (
        "对照原文看过以后：sfwgen translations confirm 名称……",
        "Once looked over: sfwgen translations confirm NAME …",
    ),
    "unknown": ("没有“{name}”这篇文件。", "There is no document “{name}”."),
    "ambiguous": (
        "“{name}”有几个：{all}。请写全。",
        "“{name}” may be {all}. Write which one.",
    ),
    "no-names": (
        "写出要确认哪几篇，或加 --all 确认全部。",
        "Name what is to be confirmed, or add --all for everything.",
    ),
    "no-language": (
        "没有“{word}”这种译文语言。可用：{known}。",
        "“{word}” is no language that is translated into. There is {known}.",
    ),
    "confirmed-now": ("已确认：{names}。", "Confirmed: {names}."),
    "confirmed-before": ("本来就已确认，没有改动：{names}。", "Confirmed before, left alone: {names}."),
    "not-confirmed": (
        "没有确认（没有译文，或者文件有错误）：{names}。",
        "Not confirmed, for want of a translation or for errors in the files: {names}.",
    ),
    "in-git": (
        "记录写在 content/records 里，请和稿件一起提交。",
        "The records are in content/records; commit them with the texts.",
    ),
    "po-missing": (
        '导出、导入译文要用 Babel：pip install "sfwgen[translate]"',
        'Exchanging translations needs Babel: pip install "sfwgen[translate]"',
    ),
    "exported": (
        "已写入 {file}：{documents} 篇，{pieces} 处，其中要译的 {open} 处。\n译好后运行 sfwgen translations import {file}",
        "Wrote {file}: {documents} documents, {pieces} pieces, {open} of them to be translated.\n"
        "When it is done: sfwgen translations import {file}",
    ),
    "nothing-to-export": ("没有要译的内容。", "There is nothing to be translated."),
    "import-name": ("写出要导入的文件。", "Name the file to import."),
    "import-unread": ("读不了“{file}”：{why}", "“{file}” cannot be read: {why}"),
    "import-not-ours": (
        "“{file}”不是 sfwgen translations export 导出的文件。",
        "“{file}” was not made by sfwgen translations export.",
    ),
    "import-refused": (
        "没有导入，文件都没有改动。导出以后有改动，或者还没有译完：",
        "Nothing was imported and no file was changed. Since the export something was edited, or is not done yet:",
    ),
    "import-gone": ("{name}：已经没有这篇", "{name}: there is no such document any more"),
    "import-source": ("{name}（{field}）：原文改过了", "{name} ({field}): its original has changed"),
    "import-target": ("{name}：译文在导出以后改过", "{name}: its translation was edited after the export"),
    "import-head": ("{name}：标题或摘要还没有译", "{name}: title or summary is not translated yet"),
    "import-faulty": (
        "照这样导入，文件会有错误，都没有改动：",
        "Imported like this, the files would have errors; none was changed:",
    ),
    "import-again": (
        "请重新导出，把译好的部分搬到新文件里。",
        "Export again, and carry what is translated over into the new file.",
    ),
    "imported": (
        "已导入 {pieces} 处，写入 {files}。看过以后运行 sfwgen translations confirm {names}",
        "Imported {pieces} pieces into {files}. Look them over, then: sfwgen translations confirm {names}",
    ),
    "imported-nothing": (
        "没有新的译文，文件都没有改动。",
        "There is no new translation; no file was changed.",
    ),
}

tell = teller(_WORDS)
