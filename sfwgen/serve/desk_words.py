"""What the page about translations and reviews says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "title": ("译文和审核", "Translations and reviews"),
    "other": ("English", "中文"),
    "home": ("回到网站", "Back to the site"),
    "counts": (
        "译文 {n} 份：过期 {stale}，没有译文 {missing}，未确认 {unconfirmed}，已确认 {confirmed}。",
        "Translations: {n}; {stale} stale, {missing} missing, {unconfirmed} not confirmed, {confirmed} confirmed.",
    ),
    "contents": ("要做的", "What there is to do"),
    "nothing": ("译文和审核都没有要做的。", "Nothing is to be done about translations or reviews."),
    "how": (
        "命令在项目文件夹的命令行窗口里运行，点一下就复制。做完一条，这一页自动更新。",
        "Copy a command with a click and run it in a terminal in the project's folder. This page renews itself after each.",
    ),
    "stale": ("译文过期", "Stale"),
    "stale-what": (
        "确认以后原文改了，译文没有跟上。对照两边改好译文，再确认。",
        "The original has changed since they were confirmed. Correct the translation beside it, then confirm.",
    ),
    "missing": ("没有译文", "Missing"),
    "missing-what": (
        "还没有译文的文件。自己译，就在表单里写；送译，先导出。",
        "No translation has been written. Write it in the form, or export the text for a translator.",
    ),
    "unconfirmed": ("未确认", "Not confirmed"),
    "unconfirmed-what": (
        "有译文，还没有人确认它和原文一致。对照看过，没有问题就确认。",
        "There is a translation, and nobody has said yet that it agrees with its original. Compare, then confirm.",
    ),
    "reviews": ("审核", "Reviews"),
    "reviews-none": (
        "config.yaml 没有规定要审核。要规定，写：",
        "config.yaml asks for no reviews. To ask for them, write:",
    ),
    "reviews-example": (
        "reviews: {stories: [责任编辑, 科室负责人, 分管领导]}",
        "reviews: {stories: [editor, head, director]}",
    ),
    "reviews-what": (
        "按先后审；审过以后再改动，审核失效。命令会问审核日期。",
        "In this order; an edit makes them void. The command asks for the date of the review.",
    ),
    "section": ("栏目", "Section"),
    "needs": ("公开之前要谁审", "Needs, before it is public"),
    "done": ("审完", "Reviewed"),
    "to-do": ("没审完", "Not yet"),
    "stories": ("案例", "Stories"),
    "pages": ("页面", "Pages"),
    "bulletins": ("简报", "Bulletins"),
    "round-done": ("已审，{day}", "done, {day}"),
    "round-void": ("{day} 审后又改过，要重审", "void: edited since {day}"),
    "round-missing": ("未审", "not done"),
    "draft": ("草稿", "Draft"),
    "scheduled": ("定时", "Scheduled"),
    "piece-stale": ("原文改了，译文没改", "the original has changed"),
    "piece-missing": ("没有译", "not translated"),
    "piece-superfluous": ("原文中没有", "not in the original"),
    "piece-unconfirmed": ("未确认", "not confirmed"),
    "no-original": ("（原文中没有）", "(not in the original)"),
    "no-translation": ("（没有译）", "(not translated)"),
    "of-pieces": ("{n} 处要看，共 {all} 处", "{n} of {all} places to look at"),
    "see": ("看网页", "See the page"),
    "side-by-side": ("各语言对照", "Languages side by side"),
    "edit": ("在表单中编辑", "Edit in a form"),
    "to-confirm": ("对照看过以后：", "Once compared:"),
    "to-export": ("送译：", "For a translator:"),
    "to-review": ("{role}审过以后：", "Once reviewed by {role}:"),
    "to-review-all": (
        "等{role}审的 {n} 篇（草稿除外）都审过以后：",
        "Once all {n} that wait for {role} are reviewed, drafts apart:",
    ),
    "to-confirm-all": ("全部看过以后：", "Once all are compared:"),
    "copy": ("复制命令", "Copy the command"),
    "copied": ("已复制", "Copied"),
    "list": ("还有 {n} 篇没有列出，全部列出：", "{n} more are not shown; this lists all:"),
}

tell = teller(_WORDS)
