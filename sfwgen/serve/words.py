"""What the preview says over the pages of a site, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "preview": ("预览", "Preview"),
    "trouble": ("预览没有更新", "The preview was not updated"),
    "trouble-errors": ("：错误 {n} 个", ": {n} to correct"),
    "trouble-warnings": ("，提醒 {n} 个", ", {n} to look at"),
    "trouble-what": (
        "下面是要改正的地方。网页停在上一次没有错误的样子，改好并保存后会自动刷新。",
        "This is to be corrected. Pages stay as they were without errors, and reload once it is saved.",
    ),
    "trouble-more": ("……还有 {n} 条没有列出。", "… and {n} more."),
    "checking": ("全站还在检查……", "The whole site is still being checked …"),
    "draft": ("草稿", "Draft"),
    "draft-what": (
        "草稿不会发布。写好以后删去 draft: true 这一行。",
        "A draft is not published. Remove draft: true once it is finished.",
    ),
    "publish-at": ("定时 {time} 公开", "Public from {time}"),
    "expires-at": ("{time} 撤下", "Withdrawn at {time}"),
    "scheduled": ("定时", "Scheduled"),
    "original": ("原文", "Original"),
    "confirmed": ("译文已确认", "translation confirmed"),
    "unconfirmed": ("译文未确认", "translation not confirmed"),
    "stale": ("译文过期", "translation stale"),
    "missing": ("没有译文", "no translation"),
    "unreadable": ("译文有错误", "translation has errors"),
    "open": ("（要看 {n} 处）", " ({n} places to look at)"),
    "figures": ("数字 {found} 个，有依据 {bound} 个", "{found} figures, {bound} with a source"),
    "unexplained": ("，无依据 {n} 个", ", {n} without"),
    "excused": ("，不算数字 {n} 个", ", {n} marked as none"),
    "no-figures": ("没有数字", "No figures"),
    "reviews": ("审核 {done}/{all}", "Reviews {done}/{all}"),
    "round": ("第 {n} 轮 {role}：{state}", "Round {n}, {role}: {state}"),
    "round-done": ("已审", "done"),
    "round-void": ("审后又改过，要重审", "void, edited since"),
    "round-missing": ("未审", "not done"),
    "told": ("提醒 {n} 条", "{n} notes"),
    "no-document": ("这一页由全站内容汇总而成", "This page gathers content of the whole site"),
    "held-count": ("草稿和定时内容 {n} 篇", "{n} drafts and scheduled items"),
    "edit": ("在表单中编辑", "Edit in a form"),
    "side-by-side": ("各语言对照", "Languages side by side"),
    "desk": ("译文和审核", "Translations and reviews"),
    "back": ("回到这一页", "Back to the page"),
    "no-version": ("这种语言没有这一页。", "There is no such page in this language."),
}


say = teller(_WORDS)


def tag_of(lang: str) -> str:
    """Returns what the `lang` attribute says of the preview's own texts."""
    return "zh-Hans" if lang == "zh" else "en"
