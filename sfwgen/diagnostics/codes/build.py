"""What a build holds back or refuses because it is not finished."""

from sfwgen.diagnostics.codes._entry import error, note
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = (
    error(
        "placeholder-left",
        zh=("“{text}”还没有换成正式的文字。", "写好这一处；一时写不完，就加上 draft: true，暂不发布。"),
        en=(
            "“{text}” has not been replaced yet.",
            "Write it; if that has to wait, add draft: true to keep the story off the site.",
        ),
    ),
    note(
        "draft-held",
        zh=("“{slug}”是草稿，没有放进网站。", "写好以后，删去这一篇的 draft: true。"),
        en=(
            "“{slug}” is a draft and is not on the site.",
            "Once it is finished, remove draft: true from it.",
        ),
    ),
    note(
        "bulletin-held",
        zh=(
            "简报第 {number} 期的案例都还是草稿，这一期没有放进网站。",
            "写好至少一篇案例后，这一期会自动出现。",
        ),
        en=(
            "All stories of bulletin no. {number} are drafts; the issue is not on the site.",
            "It appears by itself once one of its stories is finished.",
        ),
    ),
)
