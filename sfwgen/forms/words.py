"""What the page of the forms says, in Chinese and English; and Sveltia's Chinese where it speaks of repositories."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "title": ("填写内容", "Edit content"),
    "script": ("表单要用 JavaScript。", "The forms need JavaScript."),
    "unsupported-title": ("请换用 Edge 或 Chrome", "Please use Edge or Chrome"),
    "unsupported": (
        "表单直接读写这台电脑上的项目文件夹，这个浏览器（如 Firefox、Safari）不支持。请用 Microsoft Edge 或 Google Chrome "
        "打开本页；或者像平常一样用编辑器改文件，预览照样刷新。",
        "The forms read and write the project's folder on this machine, which this browser (such as Firefox or "
        "Safari) cannot do. Open this page in Microsoft Edge or Google Chrome, or edit the files in an editor as "
        "ever: the preview follows.",
    ),
    "no-project-title": ("config.yaml 有错误", "config.yaml has errors"),
    "no-project": (
        "改好 config.yaml 以后才能用表单，要改什么见预览或 sfwgen check。",
        "The forms need a sound config.yaml. What is to be corrected is told by the preview and by sfwgen check.",
    ),
    "absent-title": ("还没有安装表单", "The forms are not installed"),
    "absent": (
        "在项目文件夹里运行下面的命令（需要 npm 和网络，只需一次），然后刷新本页：",
        "Run this command in the project's folder (it needs npm and the network, once), then reload this page:",
    ),
    "foreign": (
        "没有保存：{name} 在别处改过（例如在编辑器里）。请把这里刚写的内容复制下来，刷新本页，再改一次。",
        "Not saved: {name} was changed elsewhere, such as in an editor. Copy what you have just written, reload "
        "this page, and change it again.",
    ),
    "back": ("回到预览", "Back to the preview"),
}

LOCALE: dict[str, object] = {
    "work_with_local_repo": "选择项目文件夹",
    "work_with_local_repo_description": "在弹出的对话框中，选择本项目的文件夹（里面有 config.yaml），并允许修改文件。",
    "work_with_local_repo_description_no_repo": "在弹出的对话框中，选择本项目的文件夹（里面有 config.yaml），并允许修改文件。",
    "working_with_local_repo": "正在编辑本机的项目文件夹",
    "sign_in_error": {
        "not_project_root": "这不是正在预览的项目文件夹，请选里面有 config.yaml 的那一个。",
        "picker_dismissed": "没有选文件夹，或没有允许修改文件。请重试。",
    },
    "slug": "网址名称",
    "edit_slug": "修改网址名称",
    "edit_slug_error": {"empty": "网址名称不能空着。", "duplicate": "已经有这个名称的文件夹。"},
    "entry_sidebar": {
        "slug": {
            "title": "网址名称",
            "generated_on_save": "保存时按内容生成。",
            "unavailable": "这一篇没有网址名称。",
        }
    },
    "show_errors": "查看错误",
    "list_item_options": "这一项的操作",
    "replace_image": "换一张图片",
    "remove_image": "去掉图片",
    "replace_file": "换一个文件",
    "remove_file": "去掉文件",
}


def merged(texts: dict[str, object], more: dict[str, object]) -> dict[str, object]:
    """Returns texts with others put in, branch by branch."""
    both = dict(texts)
    for key, value in more.items():
        old = both.get(key)
        both[key] = merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return both


say = teller(_WORDS)
