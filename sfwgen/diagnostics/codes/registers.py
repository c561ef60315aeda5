"""Registers (台账): their documents, their files, and the cells of their rows."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

_FILES: tuple[Code, ...] = (
    error(
        "register-undescribed",
        zh=(
            "这份台账没有说明文件，不知道各列是什么。",
            "新建 {schema}，写明各列的内容，写法见 docs/registers.zh.md。",
        ),
        en=(
            "Nothing says what the columns of this register mean.",
            "Write {schema} and describe them there; see docs/registers.md.",
        ),
    ),
    error(
        "register-missing",
        zh=(
            "台账“{register}”只有说明，没有数据文件。",
            "把 {register}.csv 或 {register}.xlsx 放在同一个文件夹里。",
        ),
        en=(
            "The register “{register}” is described, but the file with its rows is not there.",
            "Put {register}.csv or {register}.xlsx beside its description.",
        ),
    ),
    error(
        "register-two-files",
        zh=("同一份台账有两个数据文件，另一个是 {first}。", "只留一个，以免两份内容不一样。"),
        en=(
            "The register has two files with rows; the other is {first}.",
            "Keep one of them, or the two will come to differ.",
        ),
    ),
    error(
        "register-tally-unknown",
        zh=(
            "没有名为“{value}”的汇总。",
            "[[是不是“{nearest}”？]]汇总的名字是 content/tallies/ 里的文件名，不带 .yaml。",
        ),
        en=(
            "There is no tally “{value}”.",
            "[[Did you mean “{nearest}”? ]]A tally is called after its file in content/tallies/, without .yaml.",
        ),
    ),
    error(
        "register-metric",
        zh=(
            "指标要么写一个 metric，要么由一列给出：不能都写，也不能都不写。",
            "整份台账记的是同一个指标，就写 metric；各行不同，就把那一列的 field 写成 metric。",
        ),
        en=(
            "The metric of the rows is stated twice, or not at all.",
            "Give metric where all rows count the same; where they differ, let one column have the field metric.",
        ),
    ),
    error(
        "register-statuses-missing",
        zh=(
            "有办理情况（status）一列，却没有写有哪几种情况。",
            "在 statuses 下逐一写明，例如 resolved: {zh: 已解决, en: Resolved}。",
        ),
        en=(
            "There is a column of statuses, but nothing says which there are.",
            "List them under statuses, as in resolved: {zh: 已解决, en: Resolved}.",
        ),
    ),
    error(
        "register-publish-column",
        zh=("要公开按“{value}”的计数，台账里却没有 {wanted} 列。", "删去这一项，或者写明哪一列是 {wanted}。"),
        en=(
            "Counts by {value} are to be published, but no column is a {wanted}.",
            "Take it out, or say which column it is.",
        ),
    ),
    error(
        "register-column-declared-twice",
        zh=("列“{value}”写了两次。", "删除其中一个。"),
        en=("The column “{value}” is described twice.", "Delete one of the two."),
    ),
    error(
        "register-field-twice",
        zh=("“{first}”已经是 {value} 列，不能再有一列。", "多出来的一列改写成 note 或 private。"),
        en=("“{first}” is the column of {value} already.", "Make one of the two a note, or private."),
    ),
)

_TABLE: tuple[Code, ...] = (
    error(
        "register-encoding",
        zh=(
            "台账不是 UTF-8 编码，很可能是 GBK：中文 Windows 上的 Excel 存“CSV”就是这样。",
            "在 Excel 里另存为“CSV UTF-8（逗号分隔）”；确实要用 GBK 的，在说明文件里写 encoding: gb18030。",
        ),
        en=(
            "The register is not in UTF-8; it is probably in GBK, as Excel on a Chinese Windows writes CSV.",
            "Save it as “CSV UTF-8”, or state encoding: gb18030 in its description.",
        ),
    ),
    error(
        "register-encoding-declared",
        zh=("说明文件里写的是 encoding: gb18030，文件却是 {found} 编码。", "删去 encoding 这一行。"),
        en=(
            "The description says encoding: gb18030, but the file is in {found}.",
            "Delete the line encoding.",
        ),
    ),
    error(
        "register-not-gb18030",
        zh=(
            "从这一行起，按 gb18030 编码读不出来。",
            "在 Excel 里另存为“CSV UTF-8（逗号分隔）”，并删去 encoding 这一行。",
        ),
        en=(
            "From this line on the file cannot be read as gb18030.",
            "Save it as “CSV UTF-8” and delete the line encoding in its description.",
        ),
    ),
    error(
        "register-line-ends",
        zh=(
            "文件用的是旧式换行（只有 CR），各行会连成一行。",
            "在 Excel 里另存为“CSV UTF-8（逗号分隔）”，不要选 Macintosh 格式。",
        ),
        en=(
            "The line ends of the file are of the old kind (CR alone): it would be read as one line.",
            "Save it as “CSV UTF-8”, not as CSV for Macintosh.",
        ),
    ),
    error(
        "register-quote",
        zh=(
            "第 {row} 行的双引号不成对，后面的几行会被并进同一格里。",
            "补上或删去这一行里的双引号；格子里本来有的双引号要写两个。",
        ),
        en=(
            "The quotation marks of row {row} are not paired: the rows after it would be swallowed by one cell.",
            "Add or take out the mark that is amiss; within a cell a quotation mark is written twice.",
        ),
    ),
    error(
        "register-separator",
        zh=("第一行没有用英文逗号分开。", "在 Excel 里另存为“CSV UTF-8（逗号分隔）”。"),
        en=("The first row is not divided by commas.", "Save the file as “CSV UTF-8 (comma delimited)”."),
    ),
    error(
        "register-no-header",
        zh=("台账里什么也没有。", "第一行写列名，下面一行一条。"),
        en=(
            "The register is empty.",
            "Put the names of the columns in its first row and one record in each row below.",
        ),
    ),
    warning(
        "register-no-rows",
        zh=("台账只有列名，一行记录也没有。", "确认没有拿错文件。"),
        en=("The register has a header and no rows.", "Make sure that this is the right file."),
    ),
    error(
        "register-ragged",
        zh=(
            "第 {row} 行有 {cells} 格，第一行有 {columns} 列。[[另有 {more} 行也是这样。]]",
            "补齐或删去多出的逗号；格子里有逗号的，整格加上英文双引号。",
        ),
        en=(
            "Row {row} has {cells} cells, the header {columns}.[[ {more} more rows are like it.]]",
            "Add what is missing or take out a comma; a cell with a comma in it stands in quotation marks.",
        ),
    ),
    error(
        "register-too-large",
        zh=("台账有 {size} {zh}，上限是 {limit} {zh}。", "分成几份，或者删去表格下方、右侧的空白格式。"),
        en=(
            "The register has {size} {en}; the limit is {limit}.",
            "Divide it, or clear the formatting below and beside the table.",
        ),
    ),
    error(
        "register-cell-too-long",
        zh=("第 {row} 行有一格长 {size} 字，上限是 {limit} 字。", "检查这一行的双引号，缩短这一格。"),
        en=(
            "A cell of row {row} has {size} characters; the limit is {limit}.",
            "Check its quotation marks, or shorten it.",
        ),
    ),
    error(
        "register-column-unnamed",
        zh=("第 {number} 列没有列名。", "写上列名；多余的空列整列删去。"),
        en=("Column {number} has no name.", "Name it, or delete it as a whole if it is empty."),
    ),
    error(
        "register-column-repeated",
        zh=("列名“{column}”出现了两次。", "改成不同的名字，说明文件里也照样改。"),
        en=(
            "Two columns are called “{column}”.",
            "Give one of them another name, in the description as well.",
        ),
    ),
    error(
        "register-column-unknown",
        zh=(
            "说明文件里没有“{column}”这一列。",
            "[[是不是“{nearest}”？]]在 columns 里写明它是什么；姓名等不公开的写成 private。",
        ),
        en=(
            "The column “{column}” is not described.",
            "[[Is it “{nearest}”? ]]Say under columns what it is; names and the like are private.",
        ),
    ),
    error(
        "register-column-missing",
        zh=("文件里没有“{column}”这一列。", "[[是不是“{nearest}”？]]第一行的列名要和说明文件里写的一样。"),
        en=(
            "The file has no column “{column}”.",
            "[[Is it “{nearest}”? ]]The first row has to name the columns as the description does.",
        ),
    ),
)

_WORKBOOK: tuple[Code, ...] = (
    error(
        "register-needs-calamine",
        zh=(
            "读取 Excel 文件需要 python-calamine，目前没有安装。",
            '执行 pip install "sfwgen[excel]"，或者另存为“CSV UTF-8（逗号分隔）”。',
        ),
        en=(
            "Reading Excel files needs python-calamine, which is not installed.",
            'Run pip install "sfwgen[excel]", or save the register as “CSV UTF-8”.',
        ),
    ),
    error(
        "register-not-workbook",
        zh=(
            "文件打不开：不是 .xlsx，或者已经损坏、设了密码。",
            "用 Excel 打开，取消密码，另存为“Excel 工作簿（.xlsx）”；只改扩展名没有用。",
        ),
        en=(
            "The file cannot be opened: it is no .xlsx, or it is damaged or locked with a password.",
            "Open it in Excel, remove the password and save it as an Excel workbook; changing its name does not help.",
        ),
    ),
    error(
        "register-inflated",
        zh=("文件解开后超过 {limit}。", "删去多余的工作表、图片和空白格式，另存一份。"),
        en=(
            "The file unpacks to more than {limit}.",
            "Take out other sheets, pictures and unused formatting, and save it anew.",
        ),
    ),
    error(
        "register-sheets",
        zh=("文件里有几张工作表：{sheets}。", "在说明文件里用 sheet 写明用哪一张。"),
        en=("The file has several sheets: {sheets}.", "Say which one it is with sheet in the description."),
    ),
    error(
        "register-sheet-missing",
        zh=("文件里没有工作表“{value}”，看得见的有：{sheets}。", "改正说明文件里的 sheet。"),
        en=(
            "There is no sheet “{value}”; those that can be seen are {sheets}.",
            "Correct sheet in the description.",
        ),
    ),
    error(
        "register-sheet-hidden",
        zh=("文件里有隐藏的工作表：{sheets}。", "取消隐藏，看过之后删去，或者另存到别的文件。"),
        en=(
            "The file has hidden sheets: {sheets}.",
            "Unhide and look at them; then delete them or keep them elsewhere.",
        ),
    ),
    error(
        "register-rows-hidden",
        zh=("有隐藏的行：{cells}。看到的和算进去的会不一样。", "清除筛选，取消隐藏；不要的行就删去。"),
        en=(
            "There are hidden rows: {cells}. What is seen would not be what is counted.",
            "Clear the filter and unhide them; delete those that do not belong there.",
        ),
    ),
    error(
        "register-columns-hidden",
        zh=("有隐藏的列：{cells}。", "取消隐藏；不该公开的列，从文件里删去最稳妥。"),
        en=(
            "There are hidden columns: {cells}.",
            "Unhide them; what is not to be public is best deleted from the file.",
        ),
    ),
    error(
        "register-merged",
        zh=("有合并的单元格：{cells}。合并的几行只有第一行有内容。", "取消合并，每一行都填上。"),
        en=(
            "There are merged cells: {cells}. Only the first row of them holds anything.",
            "Unmerge them and fill in every row.",
        ),
    ),
    error(
        "register-formula",
        zh=("公式还没有算出结果：{cells}。", "用 Excel 打开，等它算完再保存；或者把公式改成数值。"),
        en=(
            "There are formulas without a result: {cells}.",
            "Open the file in Excel, let it calculate and save it; or put values in place of the formulas.",
        ),
    ),
    error(
        "register-cell-failed",
        zh=("公式出错的单元格：{cells}。", "改正公式，或者填上数值。"),
        en=(
            "There are cells with an error of Excel's: {cells}.",
            "Correct the formulas or put values in their place.",
        ),
    ),
)

_CELLS: tuple[Code, ...] = (
    error(
        "register-cell-empty",
        zh=("第 {row} 行的“{column}”没有填。", "填上；这一行不该有，就整行删去。"),
        en=("“{column}” is empty in row {row}.", "Fill it in, or delete the row if it should not be there."),
    ),
    error(
        "register-date",
        zh=(
            "第 {row} 行的“{column}”写的是“{value}”，读不出日期。",
            "写成 2019-05-01、2019/5/1、2019年5月1日，或者 2019-05。",
        ),
        en=(
            "“{column}” of row {row} says “{value}”, which is no date.",
            "Write 2019-05-01 or 2019/5/1; or 2019-05 where the day is not known.",
        ),
    ),
    error(
        "register-date-impossible",
        zh=("第 {row} 行的“{column}”写的是“{value}”，没有这一天。", "核对日期。"),
        en=("“{column}” of row {row} says “{value}”, a day that does not exist.", "Check the date."),
    ),
    error(
        "register-name-unknown",
        zh=(
            "第 {row} 行的“{column}”写的是“{value}”，没有这个{kind_zh}。",
            "[[是不是“{nearest}”？]]名称或编号要和词表里的一样。",
        ),
        en=(
            "“{column}” of row {row} says “{value}”, which is no {kind_en}.",
            "[[Did you mean “{nearest}”? ]]Write its name or id as the vocabulary has it.",
        ),
    ),
    error(
        "register-number",
        zh=("第 {row} 行的“{column}”写的是“{value}”，不是数字。", "只写数字，例如 3；单位另设一列。"),
        en=(
            "“{column}” of row {row} says “{value}”, which is no number.",
            "Write digits alone, such as 3; a unit has a column of its own.",
        ),
    ),
    error(
        "register-unit",
        zh=(
            "第 {row} 行的“{column}”写的是“{value}”，而指标“{metric}”的单位是“{unit}”。",
            "改正单位，或者改正指标。",
        ),
        en=(
            "“{column}” of row {row} says “{value}”, but the metric “{metric}” is in “{unit}”.",
            "Correct the unit or the metric.",
        ),
    ),
    error(
        "register-digits-lost",
        zh=(
            "第 {row} 行的“{column}”超过 15 位，或者成了科学记数，表格软件已经丢掉了末尾几位。",
            "按原始材料重填，先把这一列设成“文本”。证件号码、账号不要记在这里；非记不可的，放在 private 列。",
        ),
        en=(
            "“{column}” of row {row} has more than 15 digits or an exponent; spreadsheets lose the last digits of such numbers.",
            "Type it again from the original into a column set to text. Numbers of identity cards and accounts do not belong here; where they must be kept, the column is private.",
        ),
    ),
    warning(
        "register-row-repeated",
        zh=(
            "第 {row} 行和第 {first} 行完全一样。",
            "同一件事记了两次的，删去一行；不是同一件事的，在备注里写明区别。",
        ),
        en=(
            "Row {row} is the same as row {first}.",
            "Delete one if they are the same matter; else let their notes say how they differ.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_FILES, *_TABLE, *_WORKBOOK, *_CELLS)
