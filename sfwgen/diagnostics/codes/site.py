"""The site as a whole: its counters, addresses and languages, and what the finished pages lead to."""

from sfwgen.diagnostics.codes import outputs
from sfwgen.diagnostics.codes._entry import error, note, warning
from sfwgen.diagnostics.model import Code

COUNTERS: tuple[Code, ...] = (
    error(
        "counter-metric-never",
        zh=(
            "计数“{counter}”不能合计：指标“{metric}”规定不作合计（total: never）。",
            "删除这个计数；或在 metrics.yaml 中改用合适的合计方式（sum、latest、max），并确认数字确实可以这样合计。",
        ),
        en=(
            "The counter “{counter}” cannot be totalled: its metric “{metric}” allows no total (total: never).",
            "Remove the counter, or give the metric in metrics.yaml a total that its figures really allow (sum, latest or max).",
        ),
    ),
    error(
        "counter-adds-rates",
        zh=(
            "计数“{counter}”要把比率相加：指标“{metric}”的类型是 rate，比率不能相加。",
            "把指标的 total 改为 latest、max 或 never。",
        ),
        en=(
            "The counter “{counter}” would add up rates: the metric “{metric}” is of kind rate, and rates do not add.",
            "Set the metric's total to latest, max or never.",
        ),
    ),
    error(
        "counter-adds-dates",
        zh=(
            "计数“{counter}”要把不同时点的存量相加：“{first}”和“{second}”的日期不同，或没有写明。",
            "存量只有同一时点的才能相加。核对两处的 as_of，或把指标的 total 改为 latest。",
        ),
        en=(
            "The counter “{counter}” would add levels of different dates: those of “{first}” and “{second}” differ or are "
            "not stated.",
            "Levels add up at one date only. Check the as_of of both, or set the metric's total to latest.",
        ),
    ),
    error(
        "counter-adds-statistics",
        zh=(
            "计数“{counter}”要把平均数或最高数相加：“{figure}”不是普通的数。",
            "平均、最高、最低都不能相加。把它列入 leave_out 并写明理由，或另用一个指标。",
        ),
        en=(
            "The counter “{counter}” would add an average or a peak: “{figure}” is no plain number.",
            "Averages, peaks and lows do not add up. List it under leave_out with the reason, or give it a metric of its own.",
        ),
    ),
    error(
        "counter-overlap",
        zh=(
            "计数“{counter}”可能重复计算：“{first}”和“{second}”范围相同或互相包含，期间重叠或没有写明。",
            "给两个数字写上不重叠的 period 或不同的 scope；如果一个已包含另一个，把其中一个列入 leave_out 并写明理由。",
        ),
        en=(
            "The counter “{counter}” may count twice: “{first}” and “{second}” have the same scope or one within the "
            "other, and their periods overlap or are not stated.",
            "Give them periods that do not overlap or different scopes; if one contains the other, list one under leave_out "
            "with the reason.",
        ),
    ),
    error(
        "counter-latest-twice",
        zh=(
            "计数“{counter}”无法确定哪一个是最新：“{first}”和“{second}”的日期相同，或分不出先后。",
            "核对两处的 as_of，写得更具体些（例如写到日）；如果说的是同一件事，只保留一处。",
        ),
        en=(
            "The counter “{counter}” cannot tell which is the latest: “{first}” and “{second}” have the same date, or "
            "dates of which neither is surely the later.",
            "Check the as_of of both and give it as exactly as it is known; if they state the same thing, keep one.",
        ),
    ),
    error(
        "counter-latest-unlike",
        zh=(
            "计数“{counter}”不能用一个数替换另一个：“{first}”和“{second}”的范围（scope）或统计方式（statistic）不同。",
            "把范围不同的那个列入 leave_out 并写明理由，或另用一个指标。",
        ),
        en=(
            "In the counter “{counter}” one figure cannot replace the other: “{first}” and “{second}” differ in scope or "
            "statistic.",
            "List the one that is about something else under leave_out with the reason, or give it a metric of its own.",
        ),
    ),
    error(
        "counter-max-unclear",
        zh=(
            "计数“{counter}”说不准哪个最大：“{first}”的数更大，但“{second}”带限定词或经过取整，实际可能超过它。",
            "查到确切的数后补上，或把其中一个列入 leave_out 并写明理由。",
        ),
        en=(
            "The counter “{counter}” cannot tell which is the largest: “{first}” is the larger as printed, but “{second}” is "
            "qualified or rounded and may exceed it.",
            "Fill in the definite number once it is known, or list one of them under leave_out with the reason.",
        ),
    ),
    warning(
        "counter-same-twice",
        zh=(
            "计数“{counter}”可能重复计算：“{first}”和“{second}”数值相同，两个案例的地点和年份也对得上，又都没有写明时间。",
            "说的是同一件事，把其中一个列入 leave_out 并写明理由；不是同一件事，给两个数字各写上 period 或 as_of。",
        ),
        en=(
            "The counter “{counter}” may count twice: “{first}” and “{second}” are the same amount, in stories that may be of one place and year, and neither says when.",
            "If they are one and the same, list one under leave_out with the reason; if not, give each its period or as_of.",
        ),
    ),
    warning(
        "counter-indefinite",
        zh=(
            "计数“{counter}”不作合计：其中有只知大概、没有确切数值的数（{parts}）。",
            "网站逐条列出各数，不给合计。查到确切的数后补上即可。",
        ),
        en=(
            "The counter “{counter}” has no total: some of its figures have no definite value ({parts}).",
            "The site lists them one by one without a total. Fill in the definite numbers once they are known.",
        ),
    ),
    warning(
        "counter-fraction",
        zh=(
            "计数“{counter}”不作合计：其中有分数（{parts}）。",
            "网站逐条列出各数，不给合计；需要合计的，请改写成具体的数。",
        ),
        en=(
            "The counter “{counter}” has no total: some of its figures are fractions ({parts}).",
            "The site lists them one by one without a total. Write plain numbers where a total is wanted.",
        ),
    ),
    warning(
        "counter-negative",
        zh=(
            "计数“{counter}”不作合计：带限定词的数中有负数（{parts}）。",
            "网站逐条列出各数，不给合计。核对正负号，或把增减分成两个指标。",
        ),
        en=(
            "The counter “{counter}” has no total: figures with qualifiers include negative ones ({parts}).",
            "The site lists them one by one without a total. Check the signs, or use two metrics for rise and fall.",
        ),
    ),
    warning(
        "counter-mixed-qualifiers",
        zh=(
            "计数“{counter}”不作合计：各数的限定词方向不一致（{parts}）。",
            "例如“800余”和“近300”相加，说不出合计是多是少。网站逐条列出各数，不给合计。",
        ),
        en=(
            "The counter “{counter}” has no total: the qualifiers of its figures point different ways ({parts}).",
            "More than 800 and nearly 300, say, add up to nothing that could be stated. The site lists them one by one.",
        ),
    ),
)

ADDRESSES: tuple[Code, ...] = (
    error(
        "permalink-collision",
        zh=(
            "网址“{path}”被占用了两次：{first}，{second}。",
            "给其中一个改名，或去掉重复的旧地址（aliases）。",
        ),
        en=(
            "The address “{path}” is taken twice: by {first} and by {second}.",
            "Rename one of them, or remove the alias that repeats.",
        ),
    ),
    error(
        "alias-outside",
        zh=(
            "旧地址“{alias}”不能用：它不是网页的路径。",
            "写成相对于网站首页的路径，以 .html 或 / 结尾，例如 old/gas.html。",
        ),
        en=(
            "The alias “{alias}” cannot be used: it is no path of a page.",
            "Write it relative to the home page, ending with .html or /, such as old/gas.html.",
        ),
    ),
    error(
        "link-target-missing",
        zh=(
            "链接指向的“{target}”不存在，或者不在网站上（例如还是草稿）。",
            "[[是不是“{nearest}”？]]链接写相对路径，指向另一篇的 index.{language}.md；还没有译文的，先指向原文。",
        ),
        en=(
            "The link leads to “{target}”, which does not exist or is not on the site (a draft, say).",
            "[[Did you mean “{nearest}”? ]]Write a relative path to the index.{language}.md of the other document, or "
            "to its original where there is no translation yet.",
        ),
    ),
    error(
        "link-anchor-missing",
        zh=(
            "链接指向的页面上没有“#{fragment}”这个位置。",
            "[[是不是“#{nearest}”？]]位置写该篇小标题的文字（空格和标点改为短横线），或写 fig- 加该篇数字的编号。",
        ),
        en=(
            "The page that the link leads to has no place “#{fragment}”.",
            "[[Did you mean “#{nearest}”? ]]A place is named after a heading of that text, with hyphens for spaces and marks, or is fig- and the id of "
            "one of its figures.",
        ),
    ),
    error(
        "image-missing",
        zh=(
            "图片“{name}”不在这一篇的文件夹里。",
            "[[是不是“{nearest}”？]]把图片放进来，或改正文件名（区分大小写）。",
        ),
        en=(
            "The image “{name}” is not in the document's folder.",
            "[[Did you mean “{nearest}”? ]]Put it there, or correct its name (case matters).",
        ),
    ),
)

TRANSLATIONS: tuple[Code, ...] = (
    error(
        "translation-missing",
        zh=(
            "“{slug}”没有“{name}”文本，而 config.yaml 要求必须有（missing_translation: fail）。",
            "补上 {file}，或在 config.yaml 中改用 notice 或 hide。",
        ),
        en=(
            "“{slug}” has no text in {name}, which config.yaml requires (missing_translation: fail).",
            "Add {file}, or choose notice or hide in config.yaml.",
        ),
    ),
    warning(
        "translation-absent",
        zh=("“{slug}”还没有“{name}”文本，该语言的页面将显示原文并注明。", "补上 {file}。"),
        en=(
            "“{slug}” has no text in {name} yet; its page in that language will show the original and say so.",
            "Add {file}.",
        ),
    ),
    warning(
        "translation-summary",
        zh=("“{slug}”的摘要只有一种语言写了，这里没有。", "补上 summary，或两种语言都不写。"),
        en=(
            "“{slug}” has a summary in one language and none here.",
            "Add a summary, or leave it out in every language.",
        ),
    ),
    warning(
        "translation-headings",
        zh=(
            "“{slug}”的小标题与原文对不上[[：原文 {original} 个，这里 {translated} 个]][[：从第 {position} 个起级别不同]]。",
            "对照原文，补上或删去小标题，级别（#的个数）也要一致。",
        ),
        en=(
            "The headings of “{slug}” do not match the original's[[: it has {original}, this text has {translated}]]"
            "[[: from no. {position} on their levels differ]].",
            "Compare the two texts; headings and their levels (the number of #) should be the same.",
        ),
    ),
    warning(
        "translation-slots",
        zh=(
            "“{slug}”的一种文字用 {=…} 写出了数字“{figure}”，这里没有。",
            "在对应的句子里补上，或两种文字都不用；对照另一处的位置见下。",
        ),
        en=(
            "One language of “{slug}” prints the figure “{figure}” with {=…}; this text does not.",
            "Print it in the sentence that corresponds, or in neither text.",
        ),
    ),
    warning(
        "translation-links",
        zh=(
            "“{slug}”的一种文字里有指向“{target}”的链接，这里没有。",
            "在对应的句子里补上链接，或两处都去掉。",
        ),
        en=(
            "One language of “{slug}” links to “{target}”; this text does not.",
            "Add the link to the sentence that corresponds, or remove it from both texts.",
        ),
    ),
    warning(
        "translation-images",
        zh=(
            "“{slug}”的一种文字里有图片“{name}”，这里没有。",
            "补上图片，或两处都去掉。图中有文字的，可以按语言各放一张，例如 map.zh.png 和 map.en.png。",
        ),
        en=(
            "One language of “{slug}” shows the image “{name}”; this text does not.",
            "Add the image, or remove it from both texts. An image with words in it may come once for each language, as "
            "map.zh.png and map.en.png.",
        ),
    ),
)

WORDS: tuple[Code, ...] = (
    warning(
        "term-avoided",
        zh=(
            "词汇表规定不用“{form}”[[（{zh}）]]。",
            "改用“{preferred}”；规定见 content/vocabulary/glossary.yaml。",
        ),
        en=(
            "The glossary says to avoid “{form}”[[ for {zh}]].",
            "Write “{preferred}”; see content/vocabulary/glossary.yaml.",
        ),
    ),
    warning(
        "name-missing",
        zh=(
            "中文里有“{zh}”，对应的英文里却没有它的固定写法。",
            "英文写 {en}；译法变了的，先改 content/vocabulary/glossary.yaml。",
        ),
        en=(
            "The Chinese text has “{zh}”, but the English text has none of its fixed forms.",
            "Write {en}; if the form has changed, change content/vocabulary/glossary.yaml first.",
        ),
    ),
    warning(
        "place-name-missing",
        zh=("中文里有地点“{zh}”，对应的英文里却没有。", "英文写 {en}（可省去通名，如只写专名）。"),
        en=(
            "The Chinese text names the place “{zh}”, but the English text does not.",
            "Write {en}; the word for the kind of place may be left out.",
        ),
    ),
    warning(
        "place-name-untold",
        zh=("原文里有地点“{name}”，译文里却没有。", "写 {wanted}。"),
        en=("The original names the place “{name}”, but the translation does not.", "Write {wanted}."),
    ),
    warning(
        "place-name-form",
        zh=(
            "“{form}”不是“{zh}”的固定英文名。",
            "改写为 {en}；如果是另一个地方，把它写进 content/vocabulary/places.yaml。",
        ),
        en=(
            "“{form}” is not the fixed name of {zh}.",
            "Write {en}; if another place is meant, add it to content/vocabulary/places.yaml.",
        ),
    ),
    warning(
        "place-name-misspelt",
        zh=(
            "“{form}”与“{zh}”只差一个字。",
            "写错了就改为“{zh}”；是另一个地方，就写进 content/vocabulary/places.yaml。",
        ),
        en=(
            "“{form}” differs from “{zh}” in one character.",
            "Write {zh} if that is meant; if it is another place, add it to content/vocabulary/places.yaml.",
        ),
    ),
    note(
        "vocabulary-unused",
        zh=("有定义没有用到：{ids}。", "不影响网站。不再需要的可以删除。"),
        en=(
            "Some definitions are not used: {ids}.",
            "The site is not affected. Remove those no longer needed.",
        ),
    ),
    note(
        "counter-empty",
        zh=("计数“{counter}”目前没有任何数字（指标“{metric}”）。", "不影响网站。有了数字会自动计入。"),
        en=(
            "No figure goes into the counter “{counter}” so far (its metric is “{metric}”).",
            "The site is not affected. Figures will be counted once there are any.",
        ),
    ),
    warning(
        "bulletin-empty",
        zh=("简报第{number}期没有一篇在网站上的案例。", "在 stories 中列出案例，或删除这一期。"),
        en=(
            "None of the stories of issue {number} is on the site.",
            "List its stories under stories, or remove the issue.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*COUNTERS, *ADDRESSES, *TRANSLATIONS, *WORDS, *outputs.CODES)
