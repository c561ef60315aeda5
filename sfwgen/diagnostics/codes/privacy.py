"""Personal data, which stops a build: what was found, in a form that gives nothing away, and what to do."""

from sfwgen.diagnostics.codes._entry import error, note, warning
from sfwgen.diagnostics.model import Code

_OVERRIDE_ZH = (
    "确需公开的，由负责人决定，并在 config.yaml 的 privacy_overrides 里写明原文、理由、决定人和日期。"
)
_OVERRIDE_EN = "Where it has to be public, whoever decides that states text, reason, name and date in config.yaml under privacy_overrides."
_CONTACT_ZH = "删去；单位对外公布的电话和邮箱，照原样写进 config.yaml 的 contacts 里的 public。"
_CONTACT_EN = "Remove it; what an office makes public itself is listed, exactly as written, under contacts: public in config.yaml."

_NUMBERS: tuple[Code, ...] = (
    error(
        "privacy-id",
        zh=(
            "这里有身份证号码 {shown}[[，在生成的 {page} 里]]。",
            "删去。简报用不到身份证号，打上星号也不要写；这一项没有例外。",
        ),
        en=(
            "There is a resident ID number here, {shown}[[, in the finished {page}]].",
            "Remove it. A bulletin has no need of one, masked or not; there is no exception.",
        ),
    ),
    warning(
        "privacy-id-altered",
        zh=(
            "这里写着像是身份证号码的数字 {shown}，但最后一位对不上[[，在生成的 {page} 里]]。",
            f"可能抄错了，也可能改动过；真的是身份证号就删去。{_OVERRIDE_ZH}",
        ),
        en=(
            "There is what looks like a resident ID number, {shown}, with a wrong check digit[[, in the finished {page}]].",
            f"It may be mistyped or altered; remove it if it is one. {_OVERRIDE_EN}",
        ),
    ),
    error(
        "privacy-id-masked",
        zh=(
            "这里有打了星号的身份证号码 {shown}[[，在生成的 {page} 里]]。",
            "整个删去。简报用不到身份证号，打上星号也不要写。",
        ),
        en=(
            "There is a masked resident ID number here, {shown}[[, in the finished {page}]].",
            "Remove it altogether. A bulletin has no need of one, masked or not.",
        ),
    ),
    error(
        "privacy-id-thin-mask",
        zh=(
            "这个身份证号码的星号打得太少，还能推算出来：{shown}[[，在生成的 {page} 里]]。",
            "整个删去。出生日期的八位露出任何一位，号码就可能被还原。",
        ),
        en=(
            "The mask of this resident ID number hides too little: {shown}[[, in the finished {page}]].",
            "Remove it altogether. With any digit of the date of birth the number can be worked out.",
        ),
    ),
    error(
        "privacy-masks-differ",
        zh=(
            "同一个号码在网站上有两种打星号的方式，拼起来就能还原：{shown}。",
            "把两处都删去。",
        ),
        en=(
            "What may be one number is masked in two ways, which together give it away: {shown}.",
            "Remove both.",
        ),
    ),
    error(
        "privacy-mobile",
        zh=(
            "这里有手机号码 {shown}[[，在生成的 {page} 里]]。",
            "删去，或改写成单位对外公布的座机；这一项没有例外。",
        ),
        en=(
            "There is a mobile telephone number here, {shown}[[, in the finished {page}]].",
            "Remove it, or give the office's public line instead; there is no exception.",
        ),
    ),
    error(
        "privacy-phone",
        zh=("这里有电话号码 {shown}[[，在生成的 {page} 里]]。", _CONTACT_ZH),
        en=("There is a telephone number here, {shown}[[, in the finished {page}]].", _CONTACT_EN),
    ),
    error(
        "privacy-card",
        zh=(
            "这里有银行卡号 {shown}[[，在生成的 {page} 里]]。",
            "删去；这一项没有例外。",
        ),
        en=(
            "There is a bank card number here, {shown}[[, in the finished {page}]].",
            "Remove it; there is no exception.",
        ),
    ),
    warning(
        "privacy-card-possible",
        zh=(
            "这串数字符合银行卡号的规则：{shown}[[，在生成的 {page} 里]]。",
            f"是卡号就删去；不是，就在前面写明是什么（如“编号”）。{_OVERRIDE_ZH}",
        ),
        en=(
            "This number could be that of a bank card: {shown}[[, in the finished {page}]].",
            f"Remove it if it is one; if not, say before it what it is. {_OVERRIDE_EN}",
        ),
    ),
    error(
        "privacy-account",
        zh=("这里有账号 {shown}[[，在生成的 {page} 里]]。", f"删去。{_OVERRIDE_ZH}"),
        en=(
            "There is the number of an account here, {shown}[[, in the finished {page}]].",
            f"Remove it. {_OVERRIDE_EN}",
        ),
    ),
    error(
        "privacy-passport",
        zh=(
            "这里有护照或通行证号码 {shown}[[，在生成的 {page} 里]]。",
            f"删去。{_OVERRIDE_ZH}",
        ),
        en=(
            "There is the number of a passport or permit here, {shown}[[, in the finished {page}]].",
            f"Remove it. {_OVERRIDE_EN}",
        ),
    ),
    error(
        "privacy-vehicle",
        zh=(
            "这里有车牌号或车架号 {shown}[[，在生成的 {page} 里]]。",
            f"删去；照片里的车牌要用实色盖住。{_OVERRIDE_ZH}",
        ),
        en=(
            "There is a licence plate or a frame number here, {shown}[[, in the finished {page}]].",
            f"Remove it; in photographs cover plates with a solid colour. {_OVERRIDE_EN}",
        ),
    ),
    warning(
        "privacy-sole-trader",
        zh=(
            "{shown} 是个体工商户的统一社会信用代码，查得到经营者的姓名[[，在生成的 {page} 里]]。",
            f"不是非写不可就删去。{_OVERRIDE_ZH}",
        ),
        en=(
            "{shown} is the credit code of a sole trader, which leads to a person's name[[, in the finished {page}]].",
            f"Remove it unless it is needed. {_OVERRIDE_EN}",
        ),
    ),
    note(
        "privacy-credit-code",
        zh=("{shown} 是单位的统一社会信用代码，可以公开。", "不用改。"),
        en=("{shown} is the credit code of an organisation, which may be public.", "Nothing has to be done."),
    ),
)

_PEOPLE: tuple[Code, ...] = (
    error(
        "privacy-email",
        zh=("这里有电子邮箱 {shown}[[，在生成的 {page} 里]]。", _CONTACT_ZH),
        en=("There is an e-mail address here, {shown}[[, in the finished {page}]].", _CONTACT_EN),
    ),
    warning(
        "privacy-chat",
        zh=("这里有 QQ 号或微信号 {shown}[[，在生成的 {page} 里]]。", f"个人的删去。{_OVERRIDE_ZH}"),
        en=(
            "There is the name of a QQ or WeChat account here, {shown}[[, in the finished {page}]].",
            f"Remove it if it is a person's. {_OVERRIDE_EN}",
        ),
    ),
    error(
        "privacy-name-list",
        zh=(
            "这张表的表头既有姓名，又有住址、电话、金额一类的内容[[，在生成的 {page} 里]]。",
            f"名单不公开：删去这张表，只写人数和户数。{_OVERRIDE_ZH}",
        ),
        en=(
            "This table lists names together with addresses, telephone numbers, amounts or the like[[, in the finished {page}]].",
            f"Lists of people are not published: remove the table and give numbers only. {_OVERRIDE_EN}",
        ),
    ),
    warning(
        "privacy-address",
        zh=(
            "这里有写到门牌的住址 {shown}[[，在生成的 {page} 里]]。",
            f"只写到村或社区。{_OVERRIDE_ZH}",
        ),
        en=(
            "There is an address down to the door here, {shown}[[, in the finished {page}]].",
            f"Name the village or community only. {_OVERRIDE_EN}",
        ),
    ),
    warning(
        "privacy-person",
        zh=(
            "这里把困难、疾病、年龄或信访一类的情况和一个人的姓名（{shown}）写在一起[[，在生成的 {page} 里]]。",
            f"不写姓名，改成“某社区一户家庭”一类的说法；本人书面同意的，把同意记作理由。{_OVERRIDE_ZH}",
        ),
        en=(
            "Here a person's name ({shown}) stands beside hardship, illness, age or a complaint[[, in the finished {page}]].",
            f"Leave the name out: “a household in the community”; recorded consent is a reason for an exception. {_OVERRIDE_EN}",
        ),
    ),
)

_FILES: tuple[Code, ...] = (
    error(
        "privacy-file-name",
        zh=(
            "文件名或网址里有个人信息：{shown}。",
            "给文件或文件夹改名。",
        ),
        en=("The name of a file or an address holds personal data: {shown}.", "Rename the file or folder."),
    ),
    error(
        "privacy-image-metadata",
        zh=(
            "图片 {page} 里还带着附带信息（{found}），可能有拍摄地点和拍摄人。",
            "用图片软件另存一份，去掉附带信息；放在案例文件夹里的图片会自动去掉。",
        ),
        en=(
            "The image {page} still carries metadata ({found}), maybe the place and the photographer.",
            "Save it anew without metadata; images in the folders of stories lose theirs by themselves.",
        ),
    ),
    error(
        "privacy-unreadable",
        zh=(
            "{page} 不能检查是否含有个人信息。",
            "只发布网页、数据表、图片和字体；Word、PDF 等文件请把内容写成网页。",
        ),
        en=(
            "{page} cannot be searched for personal data.",
            "Publish pages, tables, images and fonts only; write the content of other files as pages.",
        ),
    ),
    warning(
        "privacy-override-unused",
        zh=(
            "网站上已经没有“{shown}”，这条例外失效了。",
            "删去这条例外；文字改过的，重新决定。",
        ),
        en=(
            "“{shown}” is nowhere in the project any more, so this exception has lapsed.",
            "Remove it; where the text was changed, decide anew.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_NUMBERS, *_PEOPLE, *_FILES)
