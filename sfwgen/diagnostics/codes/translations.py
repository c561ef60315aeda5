"""Translations that have to be looked at again, and the records of what was decided."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

_STALE_ZH = (
    "“{document}”的{name}译文过期了：原文改过[[，{stale} 处译文没有跟着改]][[，{missing} 处还没有译]][[，{superfluous} 处译文在原文中已经没有]]。",
    "对照原文改好译文，再运行 sfwgen translations confirm {document} 确认；sfwgen translations {document} 列出每一处。",
)
_STALE_EN = (
    "The {name} translation of “{document}” is stale: its original has changed[[; {stale} not translated anew]]"
    "[[; {missing} not translated yet]][[; {superfluous} no longer in the original]].",
    "Correct the translation, then run sfwgen translations confirm {document}; sfwgen translations {document} "
    "lists each place.",
)

CODES: tuple[Code, ...] = (
    warning("translation-stale", zh=_STALE_ZH, en=_STALE_EN),
    error("translation-outdated", zh=_STALE_ZH, en=_STALE_EN),
    error(
        "review-missing",
        zh=(
            "“{document}”还没有审完，差：{rounds}。",
            "审过以后运行 sfwgen review {document} --role {role}；一时审不完，就加上 draft: true，暂不发布。",
        ),
        en=(
            "“{document}” has not been reviewed yet by: {rounds}.",
            "Once it is, run sfwgen review {document} --role {role}; if that has to wait, add draft: true to keep "
            "it off the site.",
        ),
    ),
    error(
        "review-void",
        zh=(
            "“{document}”审过以后（{day}）又改过，要重新审：{rounds}。",
            "看过改动，运行 sfwgen review {document} --role {role}；不该改的，恢复原来的内容，审核就仍然有效。",
        ),
        en=(
            "“{document}” was edited after its review ({day}); it needs a new one by: {rounds}.",
            "Look the edit over and run sfwgen review {document} --role {role}; if the edit is undone, the "
            "review holds again.",
        ),
    ),
    error(
        "record-damaged",
        zh=(
            "记录中的“{value}”不完整：每行应有两个校验码。",
            "这个文件由 sfwgen 填写。恢复它原来的内容；找不回来就删去这一行，再重新确认译文。",
        ),
        en=(
            "“{value}” in the record is not whole: each line has two marks.",
            "sfwgen keeps this file. Restore what it was; if that is lost, remove the line and confirm the "
            "translation again.",
        ),
    ),
    warning(
        "record-unused",
        zh=(
            "这是“{document}”的记录，但没有这个文件。",
            "如果改过文件夹名，把记录也改成同样的名字；如果已经删除，把这个记录也删去。",
        ),
        en=(
            "This is the record of “{document}”, which does not exist.",
            "If the document was renamed, rename its record too; if it was removed, remove the record.",
        ),
    ),
)
