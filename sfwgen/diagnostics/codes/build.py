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
            "简报第 {number} 期的案例都没有公开（还是草稿，没到时间，或已到期），这一期没有放进网站。",
            "至少有一篇案例公开以后，这一期会自动出现。",
        ),
        en=(
            "No story of bulletin no. {number} is public (drafts, not due or expired); the issue is not on the site.",
            "It appears by itself once one of its stories is public.",
        ),
    ),
    note(
        "schedule-held",
        zh=(
            "“{document}”定于 {time} 公开，没有放进网站（按 {as_of} 判断）。",
            "不用做什么；要提前公开，改 publish_at。",
        ),
        en=(
            "“{document}” is due at {time} and is not on the site (as of {as_of}).",
            "Nothing has to be done; to have it public earlier, change publish_at.",
        ),
    ),
    note(
        "schedule-expired",
        zh=(
            "“{document}”已于 {time} 到期，不在网站上（按 {as_of} 判断）。",
            "不用做什么；要继续公开，改或删去 expires_at。",
        ),
        en=(
            "“{document}” expired at {time} and is not on the site (as of {as_of}).",
            "Nothing has to be done; to keep it public, change or remove expires_at.",
        ),
    ),
    note(
        "schedule-next",
        zh=("下一次到点是 {time}（“{document}”）。", "到那时再生成一次网站，内容才会变。"),
        en=(
            "The next moment something is due is {time} (“{document}”).",
            "The site changes when it is built again at that time or later.",
        ),
    ),
    error(
        "schedule-unjudged",
        zh=(
            "这里定了时间（{time}），但不知道现在该算哪一天，没法判断它公开不公开。",
            '加上 --as-of，例如 --as-of 2019-07-02 或 --as-of "2019-07-02 09:30"；自动生成时设 SOURCE_DATE_EPOCH。',
        ),
        en=(
            "A time is set here ({time}), but no day is known by which to tell whether it has come.",
            'Add --as-of, as in --as-of 2019-07-02 or --as-of "2019-07-02 09:30"; in CI set SOURCE_DATE_EPOCH.',
        ),
    ),
    error(
        "schedule-reversed",
        zh=("到期时间 {expires_at} 不晚于发布时间 {publish_at}，这一篇永远不会公开。", "改正其中一个。"),
        en=(
            "It would expire at {expires_at}, not after it is due at {publish_at}: it would never be public.",
            "Correct one of the two.",
        ),
    ),
)
