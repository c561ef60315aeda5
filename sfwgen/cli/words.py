"""What the command line says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    # help
    "about": (
        "sfwgen：把案例写成文件，生成中英双语的公开简报网站，数字处处对得上。",
        "sfwgen makes bilingual public bulletins out of files, with figures that add up.",
    ),
    "usage": ("用法：", "usage: "),
    "commands": ("命令", "commands"),
    "arguments": ("参数", "arguments"),
    "options": ("选项", "options"),
    "common": ("通用选项", "options of all commands"),
    "command": ("命令", "COMMAND"),
    "some-options": ("[选项]", "[options]"),
    "more-help": (
        "运行 sfwgen 命令 --help 查看某个命令的用法。",
        "Run sfwgen COMMAND --help for the options of a command.",
    ),
    "choices": ("可用：{choices}", "one of {choices}"),
    # wrong usage
    "command-missing": ("没有写命令。", "No command was given."),
    "command-unknown": ("没有“{word}”这个命令。", "There is no command “{word}”."),
    "option-unknown": ("没有“{word}”这个选项。", "There is no option “{word}”."),
    "argument-extra": ("多出了“{word}”。", "“{word}” is one argument too many."),
    "argument-missing": ("缺少{name}。", "{name} is missing."),
    "value-missing": ("“{option}”后面要写一个值（{value}）。", "“{option}” needs a value ({value})."),
    "value-unwanted": ("“{option}”后面不带值。", "“{option}” takes no value."),
    "value-invalid": ("“{option}”不能是“{word}”。", "“{option}” cannot be “{word}”."),
    "value-choices": ("可用的值：{choices}。", "It may be {choices}."),
    "value-day": ("写成年-月-日，例如 2019-07-02。", "Write year-month-day, such as 2019-07-02."),
    "value-moment": (
        '写成年-月-日，例如 2019-07-02，或带时间，例如 "2019-07-02 09:30"。',
        'Write year-month-day, such as 2019-07-02, or with a time: "2019-07-02 09:30".',
    ),
    "value-date": (
        "写成 2019、2019-05、2019-06-late 或 2019-06-27 的样子。",
        "Write it like 2019, 2019-05, 2019-06-late or 2019-06-27.",
    ),
    "value-port": ("写 0 到 65535 之间的整数。", "Write a whole number from 0 to 65535."),
    "epoch-invalid": (
        "环境变量 SOURCE_DATE_EPOCH 应为秒数。",
        "The environment variable SOURCE_DATE_EPOCH has to be a number of seconds.",
    ),
    "nearest": ("是不是“{word}”？", "Did you mean “{word}”?"),
    "see-help": ("用法见：{command} --help", "For help: {command} --help"),
    # results
    "summary-built": (
        "网站已更新：{stories}，{pages}，{figures}，{told}；{files}；版本 {generation}；用时 {seconds} 秒。",
        "The site is updated: {stories}, {pages}, {figures}, {told}; {files}; generation {generation}; {seconds} s.",
    ),
    "summary-same": (
        "网站已是最新，没有改动：{stories}，{pages}，{figures}，{told}；{files}；版本 {generation}；用时 {seconds} 秒。",
        "The site was up to date: {stories}, {pages}, {figures}, {told}; {files}; generation {generation}; {seconds} s.",
    ),
    "summary-failed": (
        "网站没有更新：{told}；用时 {seconds} 秒。",
        "The site was not updated: {told}; {seconds} s.",
    ),
    "summary-checked": (
        "检查完毕，没有错误：{stories}，{pages}，{figures}，{told}；用时 {seconds} 秒。",
        "Checked, no errors: {stories}, {pages}, {figures}, {told}; {seconds} s.",
    ),
    "summary-check-failed": (
        "检查完毕，有待改正：{told}；用时 {seconds} 秒。",
        "Checked, to be corrected: {told}; {seconds} s.",
    ),
    "drafts-held": (
        "草稿 {n} 篇没有放进网站，写好一篇，就删去它的 draft: true：{names}",
        "{n} drafts are not on the site; remove draft: true of each that is finished: {names}",
    ),
    "stopped-documents": (
        "文件本身有错误，其余的检查在改正之后才会进行。",
        "There are errors in the files themselves; all other checks come after they are corrected.",
    ),
    "stopped-site": (
        "各文件之间有错误，网页的检查在改正之后才会进行。",
        "There are errors between the files; the pages are checked after they are corrected.",
    ),
    "inspection": ("迎检清单（{as_of}）：", "Inspection list ({as_of}):"),
    "inspection-as-of": ("截至 {day}", "as of {day}"),
    "inspection-no-day": ("没有给出日期", "no day given"),
    "inspection-stopped": (
        "先改正上面的错误，再逐项检查；下面是要由人检查的项目。",
        "Correct the errors above first; below is what somebody has to look at in any case.",
    ),
    "inspection-counts": (
        "清单：不合格 {failed} 项，注意 {warning} 项，待定 {unknown} 项，合格 {passed} 项，人工检查 {manual} 项。",
        "List: {failed} failed, {warning} to be watched, {unknown} open, {passed} passed, {manual} for a person.",
    ),
    "inspection-failed": ("不合格", "failed"),
    "inspection-warning": ("注意", "watch"),
    "inspection-unknown": ("待定", "open"),
    "inspection-passed": ("合格", "passed"),
    "inspection-manual": ("人工检查", "by hand"),
    "strict": (
        "已加 --strict：有警告也不更新网站。",
        "With --strict a warning, too, keeps the site as it is.",
    ),
    "count-stories": ("案例 {n} 篇", "{n} {stories}"),
    "count-held": ("（另有草稿 {n} 篇）", " (and {n} {drafts})"),
    "count-registers": ("，台账 {n} 份（{rows} 行）", ", {n} {register_s} ({rows} {row_s})"),
    "count-pages": ("网页 {n} 个", "{n} {pages}"),
    "count-figures": (
        "文中数字 {found} 个（有数据支持 {bound} 个{details}）",
        "{found} figures in the texts ({bound} bound to data{details})",
    ),
    "count-no-figures": ("文中没有找到数字", "no figures in the texts"),
    "count-derived": ("，由数据推得 {n} 个", ", {n} derived"),
    "count-excused": ("，已注明不是数字 {n} 个", ", {n} marked as none"),
    "count-vague": ("，没有说出数目 {n} 个", ", {n} without a number"),
    "count-unexplained": ("，没有数据支持 {n} 个", ", {n} unexplained"),
    "count-told": ("错误 {errors} 条，警告 {warnings} 条", "{errors} {error_s}, {warnings} {warning_s}"),
    "count-files": (
        "文件新增 {new} 个、改动 {changed} 个、删除 {removed} 个、不变 {unchanged} 个",
        "{new} new, {changed} changed, {removed} removed and {unchanged} unchanged files",
    ),
    "restored": (
        "已恢复旧版网站 {generation}（改动 {changed} 个文件、新增 {new} 个、删除 {removed} 个）。再运行一次 sfwgen rollback 可以换回来。",
        "The earlier site {generation} is back ({changed} changed, {new} new, {removed} removed files). Run sfwgen rollback again to undo this.",
    ),
    "generation": ("{name}　网页 {pages} 个，文件 {files} 个", "{name}  {pages} pages, {files} files"),
    "no-generations": ("没有可以恢复的旧版网站。", "There is no earlier version of the site."),
    # starting
    "init-done": (
        "新项目在 {folder}。下一步：\n  cd {folder}\n  sfwgen serve        在浏览器中预览，保存即刷新\n  sfwgen new story 英文短名    新写一篇案例\n  sfwgen build        生成网站到 site/",
        "The new project is in {folder}. Next:\n  cd {folder}\n  sfwgen serve            see it in the browser, reloading on each save\n  sfwgen new story NAME   begin a story\n  sfwgen build            build the site into site/",
    ),
    "init-used": (
        "“{folder}”里已经有文件，没有改动它。请换一个新的文件夹名。",
        "There are files in “{folder}” already; it was left alone. Choose the name of a new folder.",
    ),
    "new-done": (
        "已建立 {files}。\n它还是草稿：写好以后删去 draft: true，就会发布。运行 sfwgen serve 边写边看。",
        "Made {files}.\nIt is a draft: remove draft: true once it is finished. Run sfwgen serve to see it while you write.",
    ),
    "new-exists": (
        "已经有名为“{slug}”的案例（{place}），没有改动它。请换一个名字。",
        "There is a story “{slug}” already ({place}); it was left alone. Choose another name.",
    ),
    "new-slug": (
        "“{slug}”不能用作案例的短名：只用小写英文字母、数字和短横线，例如 gas-pipeline；con、nul 这类 Windows 保留的名称和太长的名称不行。",
        "“{slug}” cannot be a story's name: use small letters, digits and hyphens only, as in gas-pipeline; not too long, and no name that Windows keeps for itself, such as con or nul.",
    ),
    "new-unknown": (
        "没有名为“{word}”的{kind}。可用：{known}。",
        "There is no {kind} “{word}”. There are: {known}.",
    ),
    "new-config": (
        "config.yaml 有错误，改正后才能新建案例：",
        "config.yaml has errors; correct them before a story is begun:",
    ),
    "new-faulty": (
        "照这样写会有错误，没有建立文件：",
        "Written like this it would have errors; no file was made:",
    ),
    "kind-line": ("服务线", "service line"),
    "kind-place": ("地点", "place"),
    "kind-team": ("小分队", "team"),
    "ask-title": ("标题（{language}，回车跳过）：", "Title ({language}; Enter to skip): "),
    "ask-line": ("服务线（{known}）：", "Service line ({known}): "),
    "ask-date": ("日期（例如 2019-05，回车跳过）：", "Date (such as 2019-05; Enter to skip): "),
    "ask-place": (
        "地点（{known}；几个之间用空格隔开，回车跳过）：",
        "Places ({known}; with spaces between, Enter to skip): ",
    ),
    "schema-written": ("已写入 {count} 个文件到 {folder}。", "Wrote {count} files into {folder}."),
    "editor-written": (
        "已写入 {count} 个文件到 {folder}。在 VS Code 里打开项目文件夹，按提示装上 YAML 扩展，写字段时就有提示。",
        "Wrote {count} files into {folder}. Open the project's folder in VS Code and install the YAML extension when asked: fields are completed and checked as you type.",
    ),
    "editor-kept": (
        "“{file}”里已有别的设置，没有改动它。把下面的内容加进去：",
        "There are other settings in “{file}”; it was left alone. Add these to it:",
    ),
    # reconciling
    "reconcile-no-file": ("找不到文件“{file}”。", "There is no file “{file}”."),
    "reconcile-file-large": (
        "文件“{file}”太大（超过 4 MB）。",
        "The file “{file}” is too large (more than 4 MB).",
    ),
    "reconcile-line": (
        "{verdict}：{name} {leading} = {terms}{details}",
        "{verdict}: {name} {leading} = {terms}{details}",
    ),
    "reconcile-part": ("部分", "part"),
    "reconcile-whole": ("整体", "whole"),
    "reconcile-expected": ("算得 {number}", "it comes to {number}"),
    "reconcile-rest-total": ("差额 {number}", "remainder {number}"),
    "reconcile-rest-share": ("相差 {number} 个百分点", "off by {number} percentage points"),
    "reconcile-summary": (
        "核对 {n} 项：相符 {ok}，四舍五入后相符 {rounding}，不符 {mismatch}，无法核对 {incomplete}。",
        "{n} checked: {ok} ok, {rounding} within rounding, {mismatch} mismatched, {incomplete} incomplete.",
    ),
    "reconcile-nothing": ("没有可以核对的内容。", "There is nothing to check."),
    "verdict-ok": ("相符", "ok"),
    "verdict-rounding": ("四舍五入后相符", "rounding"),
    "verdict-mismatch": ("不符", "mismatch"),
    "verdict-incomplete": ("无法核对", "incomplete"),
    "reason-fewer": ("列出的只是一部分", "these are only some of the parts"),
    "reason-missing": ("有的数字没有写", "a figure is not stated"),
    "reason-qualified": ("有的不是确数", "not every figure is exact"),
    "reason-unlikely": ("相差太大，请核对", "the figures are too far apart; check them"),
    # preview
    "serve-ready": (
        "预览：{address}\n保存文件后网页自动刷新；按 Ctrl-C 停止。预览含草稿，只在这台电脑上看得到。",
        "Preview: {address}\nPages reload on each save; Ctrl-C stops. Drafts are shown; only this machine can see it.",
    ),
    "serve-stopped": ("预览已停止。", "The preview has stopped."),
    "port-busy": (
        "端口 {port} 已被占用，可能已有一个预览在运行。请先关闭它，或换一个端口：sfwgen serve --port {other}",
        "Port {port} is in use; another preview may be running. Stop it, or use another port: sfwgen serve --port {other}",
    ),
    "port-forbidden": (
        "不能使用端口 {port}（{cause}）。请换一个端口：sfwgen serve --port {other}",
        "Port {port} cannot be used ({cause}). Use another: sfwgen serve --port {other}",
    ),
    "serve-updated": (
        "预览已更新：{stories}，{pages}，{figures}，{told}。",
        "The preview is updated: {stories}, {pages}, {figures}, {told}.",
    ),
    "serve-failed": (
        "预览没有更新：{told}。网页停在上一次没有错误的样子。",
        "The preview was not updated: {told}. Pages stay as they were without errors.",
    ),
    # progress
    "progress-reading": ("正在读取……", "Reading …"),
    "progress-loading": ("正在装入程序……", "Loading the program …"),
    "progress-recalling": ("正在读取上次留下的结果……", "Recalling what earlier builds worked out …"),
    "progress-documents": ("正在读懂各个文件……", "Reading the documents …"),
    "progress-privacy": ("正在查找个人信息……", "Looking for personal data …"),
    "progress-figures": ("正在核对文中数字……", "Checking the figures in the texts …"),
    "progress-rules": ("正在核对各文件之间是否一致……", "Comparing the documents …"),
    "progress-planning": ("正在安排网页……", "Planning pages …"),
    "progress-rendering": ("正在生成网页 {done}/{total}", "Making pages {done}/{total}"),
    "progress-checking": ("正在检查网页……", "Checking pages …"),
    "progress-keeping": ("正在留下结果，供下次使用……", "Keeping results for the next build …"),
    "progress-publishing": ("正在更新网站……", "Updating the site …"),
    # what a build has cost
    "profile-head": (
        "各阶段用时（秒）：实际用时，处理器用时（含各个子进程）",
        "What each stage has cost, in seconds: by the clock, and of processors (workers included)",
    ),
    "profile-together": ("合计", "together"),
    "profile-work": (
        "  {name}：新做 {made}，沿用 {remembered}",
        "  {name}: {made} done, {remembered} remembered",
    ),
    "profile-memory": (
        "  内存最多时：主进程 {process} MiB，最大的子进程 {worker} MiB",
        "  most memory: this process {process} MiB, the largest worker {worker} MiB",
    ),
    "stage-start": ("启动", "start"),
    "stage-reading": ("读取文件、与上次比较", "reading files, comparing with the last build"),
    "stage-loading": ("装入程序的其余部分", "loading the rest of the program"),
    "stage-recalling": ("读取上次留下的结果", "recalling earlier results"),
    "stage-documents": ("读懂文件（YAML、Markdown、模板）", "documents (YAML, Markdown, templates)"),
    "stage-privacy": ("查找个人信息（文件）", "personal data (sources)"),
    "stage-figures": ("累计数、文中数字", "totals, figures in texts"),
    "stage-rules": ("文件之间的规则", "rules between documents"),
    "stage-planning": ("安排网页、数据和搜索索引", "planning pages, data, search index"),
    "stage-rendering": ("生成网页和文件", "making pages and files"),
    "stage-checking": ("检查网页（链接、个人信息）", "rules over pages (links, personal data)"),
    "stage-keeping": ("留下结果", "keeping results"),
    "stage-publishing": ("更新网站", "publishing"),
    "work-story": ("案例", "stories"),
    "work-bindings": ("文中数字", "figures in texts"),
    "work-story-page": ("案例网页的安排", "plans of story pages"),
    "work-page": ("网页", "pages"),
    "work-picture": ("图片", "pictures"),
    "work-clean-file": ("查找个人信息的文件", "files looked through for personal data"),
    # why files were made
    "explain-head": ("为什么生成这些文件：", "Why each file was made:"),
    "explain-first": (
        "  没有上一次生成的记录，所以全部重新生成。",
        "  Nothing is on record of an earlier build, so everything was made.",
    ),
    "explain-nothing": ("  与上次相比，没有什么改动。", "  Nothing is other than at the last build."),
    "explain-new": ("  新增 {n} 个源文件：{names}", "  {n} new source {file_s}: {names}"),
    "explain-changed": ("  改动 {n} 个源文件：{names}", "  {n} changed source {file_s}: {names}"),
    "explain-removed": ("  删除 {n} 个源文件：{names}", "  {n} removed source {file_s}: {names}"),
    "explain-options": ("  生成的选项或字体改了", "  the options of the build, or its fonts, changed"),
    "explain-engine": ("  程序换了：{names}", "  the program changed: {names}"),
    "explain-files": ("  文件：{counts}", "  files: {counts}"),
    "explain-reason": ("  {n} 个：{words}：{names}", "  {n}: {words}: {names}"),
    "explain-more": ("……另 {n} 个", " … and {n} more"),
    "did-new": ("新增 {n} 个", "{n} new"),
    "did-changed": ("改动 {n} 个", "{n} changed"),
    "did-restored": ("恢复 {n} 个", "{n} put back"),
    "did-same": ("重做后不变 {n} 个", "{n} made again with the same bytes"),
    "did-removed": ("删除 {n} 个", "{n} removed"),
    "did-kept": ("原样沿用 {n} 个", "{n} taken over unchanged"),
    # trouble
    "interrupted": ("已中断；网站仍然完整。", "Interrupted; the site is still whole."),
    "bug": (
        "sfwgen 自身出错了（{kind}），网站仍然完整。请把 {report} 交给维护人员。",
        "This is a bug in sfwgen ({kind}); the site is still whole. Please hand {report} to its maintainers.",
    ),
    "bug-unreported": (
        "sfwgen 自身出错了（{kind}），网站仍然完整。请加上 --debug 再运行一次，把显示的内容交给维护人员。",
        "This is a bug in sfwgen ({kind}); the site is still whole. Run it again with --debug and hand what it prints to its maintainers.",
    ),
}


say = teller(_WORDS)


def number(n: int, one: str, many: str) -> str:
    """Returns the English noun that goes with a number."""
    return one if n == 1 else many
