"""What `sfwgen publish` says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "no-site": (
        "还没有可以发布的网站。先运行 sfwgen build。",
        "There is no finished site yet. Run sfwgen build first.",
    ),
    "no-library": (
        '少一个程序库：{library}。运行 pip install "sfwgen[{extra}]" 安装。',
        'A library is missing: {library}. Install it with pip install "sfwgen[{extra}]".',
    ),
    "target-unknown": (
        "看不懂目的地“{target}”。可以写文件夹、sftp://主机/文件夹 或 s3://存储桶/前缀。",
        "“{target}” is no target. Write a folder, sftp://host/folder or s3://bucket/prefix.",
    ),
    "target-password": (
        "目的地里不要写密码，别人会看到。用密钥登录（ssh-agent 或 ~/.ssh）。",
        "No password belongs into a target, others can read it. Log in with a key (ssh-agent or ~/.ssh).",
    ),
    "not-ours": (
        "目的地已有别的文件，没有 {ledger}，不像是 sfwgen 送的。什么也没有动。确实要送到这里，加 --adopt。",
        "The target holds other files and no {ledger}: sfwgen did not send them. Nothing was touched. "
        "If this is the place, add --adopt.",
    ),
    "ledger-unreadable": (
        "目的地的 {ledger} 读不懂，不知道哪些文件是 sfwgen 送的。什么也没有动。加 --adopt 可以全部重送。",
        "{ledger} at the target cannot be read, so nobody knows which files are sfwgen's. Nothing was touched. "
        "With --adopt everything is sent anew.",
    ),
    "shrinks": (
        "目的地有 {pages} 个网页，这次要删掉 {gone} 个。什么也没有动。确实要删，加 --allow-shrink。",
        "The target has {pages} pages, and {gone} of them would go. Nothing was touched. "
        "If that is meant, add --allow-shrink.",
    ),
    "changed": (
        "“{file}”和生成时不一样：网站正在更新，或者有人改过。再运行一次 sfwgen build，然后重新发布；已经送到的不会重送。",
        "“{file}” is not what was built: the site is being updated, or was edited by hand. Run sfwgen build, "
        "then publish again; what has arrived is not sent twice.",
    ),
    "store": (
        "目的地没有接受：{why}。处理好以后再运行一次，会接着送。",
        "The target refused: {why}. Once that is mended, run it again: it goes on from there.",
    ),
    "send": ("要送：{path}", "to send: {path}"),
    "remove": ("要删：{path}", "to remove: {path}"),
    "nothing": (
        "目的地已是最新，{unchanged} 个文件都没有变。",
        "The target is up to date; none of {unchanged} files has changed.",
    ),
    "done": (
        "已发布：送出 {sent} 个文件，删除 {removed} 个，{unchanged} 个没有变。",
        "Published: {sent} files sent, {removed} removed, {unchanged} unchanged.",
    ),
    "would": (
        "只是试算，什么也没有送：要送 {sent} 个文件，删除 {removed} 个，{unchanged} 个没有变。",
        "A dry run, nothing was sent: {sent} files to send, {removed} to remove, {unchanged} unchanged.",
    ),
}

tell = teller(_WORDS)
