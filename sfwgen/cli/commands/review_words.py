"""What `sfwgen review` says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "not-needed": (
        "config.yaml 没有规定要审核。要规定，写 reviews: {stories: [责任编辑, 科室负责人, 分管领导]}。",
        "config.yaml asks for no reviews. To ask for them, write reviews: {stories: [editor, head, director]}.",
    ),
    "not-needed-here": (
        "“{name}”这一类文件，config.yaml 没有规定要审核。",
        "config.yaml asks for no review of “{name}”.",
    ),
    "done": ("已审", "reviewed"),
    "void": ("审后又改过", "void: edited since"),
    "missing": ("未审", "not reviewed"),
    "unreadable": ("文件有错误，先运行 sfwgen check", "has errors; run sfwgen check first"),
    "draft": ("草稿", "draft"),
    "counts": (
        "共 {n} 篇：审完 {done}，没审完 {open}。",
        "{n} documents: {done} reviewed in full, {open} not.",
    ),
    "title": ("审核情况", "Reviews"),
    "column-document": ("文件", "document"),
    "column-round": ("轮次", "round"),
    "column-state": ("状态", "state"),
    "no-names": (
        "写出审过哪几篇，例如：sfwgen review gas-pipeline --role 责任编辑 --date 2019-07-01；都审过的，不写名称，加 --all。",
        "Name what was reviewed, as in: sfwgen review gas-pipeline --role editor --date 2019-07-01; where all was, add --all.",
    ),
    "all-or-names": (
        "写了名称就不要加 --all，加了 --all 就不要写名称。",
        "Name documents or add --all, not both.",
    ),
    "none-due": ("没有轮到{role}审的稿件。", "Nothing waits for a review by {role}."),
    "no-such-role": (
        "没有“{word}”这个审核人。可用：{known}。",
        "“{word}” reviews nothing here. There is: {known}.",
    ),
    "no-role": (
        "没有“{word}”这个审核人。{name} 要：{known}。",
        "“{word}” reviews nothing here. {name} needs: {known}.",
    ),
    "no-date": (
        "写出审核日期，例如 --date 2019-07-01。",
        "Say when it was reviewed, as in --date 2019-07-01.",
    ),
    "ask-date": ("审核日期（例如 2019-07-01）：", "Date of the review (such as 2019-07-01): "),
    "no-round": (
        "{name} 的第 {round} 轮不归“{role}”审：{known}。",
        "Round {round} of {name} is not for “{role}”: {known}.",
    ),
    "too-early": (
        "{name}：前面的还没有审完：{before}",
        "{name}: what comes before is not done: {before}",
    ),
    "faulty": ("{name}：文件有错误，先运行 sfwgen check", "{name} has errors; run sfwgen check first"),
    "recorded": (
        "已记录：{name}，第 {round} 轮，{role}，{date}。",
        "Recorded: {name}, round {round}, {role}, {date}.",
    ),
    "still": ("还差：{rounds}", "Still to come: {rounds}"),
    "complete": ("{name} 已审完。", "{name} is reviewed in full."),
    "in-git": (
        "记录写在 content/records 里，请和稿件一起提交；稿件再改动，审核就失效。",
        "The records are in content/records; commit them with the texts. An edit makes them void.",
    ),
}

tell = teller(_WORDS)
