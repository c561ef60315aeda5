"""What holds numerals in Chinese and is no figure: dates, times, ordinals, grades, the numbers of things."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

HAN: Final = "一二三四五六七八九十"
_DIGITS: Final = "零〇○一二三四五六七八九"
_TO: Final = r"[ ]?[—–~～\-至到、和][—]?[ ]?"
_N: Final = rf"(?:\d{{1,5}}|[{HAN}百千零〇两]{{1,7}})"
_SMALL: Final = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
_DAYS: Final = rf"{_SMALL}(?:{_TO}{_SMALL})?"
_YEAR: Final = r"(?:1[89]|20)\d\d"

EITHER: Final = (
    # ordinals, sessions and places in a ranking
    rf"(?<=第){_N}(?:{_TO}第?{_N}(?!\d))?",
    rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})届",
    rf"(?<=届){_SMALL}次(?=[全会代中])",
    rf"(?<=前)(?<![提目之以此先日面年天月周期午会饭]前){_N}(?=个月|个?季度|名|位|强|届|期|月)",
    rf"(?:(?<=排名[后末])|(?<=倒数)){_N}(?=[位名个])",
    rf"{_N}强(?=县|镇|村|企|$|，|。)",
    rf"{_N}世纪(?:\d0年代|[{HAN}]十年代)?",
    # months and days, quarters
    rf"(?<!\d){_DAYS}月(?:份|[上中下]旬|底|初|末)?(?:{_DAYS}[日号])?",
    rf"(?<=月){_DAYS}[日号]",
    rf"(?<=周){_SMALL}(?:{_TO}周?[{HAN}])?(?![次个名家天场趟期])",
    rf"(?<=星期)[{HAN}]|(?<=礼拜)[{HAN}]",
    rf"(?<=[初廿])[{HAN}]",
    rf"(?:[{HAN}]|[1-4])(?:{_TO}[{HAN}1-4])?季度",
    # clock times
    rf"(?<!\d){_SMALL}时(?!长|间|许?内|候)(?:\d{{1,2}}分|许|整|半)?",
    rf"(?<=[午晨晚早夜间上]){_SMALL}点(?:半|\d{{1,2}}分|[{HAN}]刻|多|钟|整|许)?",
    rf"(?<!\d){_SMALL}点(?=[前后整半许到至钟])(?:半|钟|整|许)?|(?<!\d)\d{{1,2}}点(?=[，。、；）]|$)",
    # grades
    rf"{_SMALL}(?:{_TO}{_SMALL})?年级",
    rf"(?<![震风]){_SMALL}级(?!地震|大风|台风|以上)",
    rf"{_SMALL}类(?=[水地工高人民功车会费用区点库保]|公厕|幼儿园|街[道区]|站点)|(?<=劣){_SMALL}类",
    rf"(?<=升到|升至|达到|优于|降到|降为|降至|复到|劣于|保持){_SMALL}类(?=[，。；、）]|$)",
    rf"{_SMALL}等(?=奖|功)",
    # what lies within so many minutes, by its name
    (
        rf"(?:{_SMALL}分钟|[一半]刻钟|{_SMALL}公里)(?=[\u4e00-\u9fff]{{0,4}}(?:生活|健身|服务|就医|医疗|养老|通勤|交通|文化|阅读"
        r"|便民|社保|经济|政务|办事|救援|应急|消费|教育|休闲|就业)圈)"
    ),
    # the numbers of houses, roads, lines, rooms
    rf"(?:{_N}(?:{_TO}))?{_N}(?:号(?!召)|#)(?:楼|线|院|门|桥|路|机|井|地块|标段|公告|令|文)?",
    rf"{_SMALL}(?:楼(?![房盘宇])|单元(?!楼)|弄)",
    rf"{_SMALL}标(?!段|准|箱|方)",
    # round the clock
    (
        r"(?:24|二十四)(?:个)?小时(?=[^，。；内前后左]{0,2}(?:值[班守]|热线|服务|自助|不间断|不打烊|营业|开放|待命"
        r"|在[线岗]|轮[班值流]|巡[查逻护]|看[守护]|监[控测]|守护|应急|受理|咨询|便民|备勤|驻守|联系|畅通))"
    ),
    # list markers
    rf"(?<=[（(]){_SMALL}(?=[）)])",
    rf"[{HAN}](?=是[^\d{HAN}])",
)
"""At an Arabic or a Han numeral."""

ARABIC: Final = (
    r"\d{4}[\-/.年]\d{1,2}[\-/.月]\d{1,2}日?",
    rf"{_YEAR}(?:年?{_TO}(?:{_YEAR}|\d\d))?(?:年(?![多余内]|以[上下内]|左右)[度底初末代中春夏秋冬]?|(?=学年|版))",
    r"(?<=[〔\[［])\d{4}[〕\]］](?:第)?\d{0,4}号?",
    rf"(?<=[（(]){_YEAR}(?:{_TO}{_YEAR})?[)）](?:\w?\d{{1,5}}号)?",
    r"\d{1,2}年(?=\d{1,2}月)",
    r"\d{1,2}(?:[—–~～\-至到、]\d{1,2})?日(?![以之]?内|以上|以下|左右|游|工|均)",
    r"\d{1,4}(?:幢|栋|座|号楼)(?=\d{1,3}(?:单元|楼|层|室))",
    r"\d0年代|\d0后",
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)",
    r"\d{1,3}(?:\.\d++)?(?:[∶:：]\d{1,3}(?:\.\d++)?)+",
    r"\d{1,4}[+＋·•][\dXNn]{1,4}",
    r"0\d{2,3}[\- ]\d{3,4}[\- ]?\d{4}(?:[\-转]\d{1,5})?(?!\d)",
    r"(?<=邮编[：:])\d{6}|(?<=邮政编码[：:])\d{6}",
    r"1[3-9]\d{9}(?!\d)",
    r"[48]00[\- ]\d{3,4}[\- ]?\d{3,4}(?!\d)",
    r"\d{17}[\dXx](?!\d)",
    r"\d{3,5}(?=(?:政务|政府|公益|服务|便民|市民|监督|举报|咨询|报修|投诉|维权|消费|企业|民生){0,4}(?:热线|专线|平台|短号|电话))",
    r"(?<=拨打)\d{3,11}",
    r"(?:(?<=[热专]线)|(?<=电话)|(?<=邮编)|(?<=传真)|(?<=短号)|(?<=手机)|(?<=[账户编证卡票件]号)|(?<=代码))[为是]?\d{4,20}(?![\d.,]*[万亿%])",
    r"\d{1,3}路(?!队|人马)",
    r"(?<=[国省县乡]道)\d{1,4}线?",
    r"\d{1,4}(?=国道|省道|县道|乡道|室(?!内|外))",
    r"(?<=公交)\d{1,3}",
    r"\d{1,3}(?:\.\d{1,3}){2,3}",
    r"\d\.\d(?=版|时代)|\d\.0(?=系统|模式|改革|工程|平台)|(?<=工业)\d\.0",
    r"\d{1,2}期(?=工程|项目|改造|扩建|建设|用地|厂区|和)",
    r"(?:(?m:^)|(?<=[。；：;:]))\d{1,2}(?:[、．)）]|\.(?!\d))",
    r"\d[ ]?[AＡ]{1,5}(?:级)?|\d[A-Za-z](?=级|网络|基站|通信|技术|信号|套餐)|\d[GDK](?![A-Za-z])",
    r"\d{1,2}[×xX*]\d{1,2}(?=小时)",
    r"\d{1,8}[-—][A-Za-z]{1,6}(?:[-—]?\d+)+",
    r"1(?:10|19|20|22)(?=急救|报警|接警|指挥|出警|救护|联动|调度|消防|火警)",
    r"(?:1(?:10|19|20|22)|123\d\d)(?=[、，。和或与；”])",
    r"(?<=双)1[12](?!\d)|\d对\d(?!\d)",
)
"""At an Arabic numeral."""

HAN_ONLY: Final = (
    # 一 in words (统一, 这一年), said twice (一户户) or of each (一户一策)
    r"一(?<=[统唯专单同逐其之每某任这那哪另万进新头划归合更无]一)",
    r"一([\u4e00-\u9fff])(?:\1|一[^\d百千万半])",
    r"四处(?=[奔走打寻张找求宣碰])",
    r"半(?<=[大小多参对月]半)(?!年|个|天)",
    # villages, roads and estates: 五里牌村, 三里桥, 三门县, 八道河村
    rf"[{HAN}百千廿卅]{{1,3}}里[牌桥塘墩坡岗屯湾营庄亭店坪铺庙岙坞畈浦渡桐街墙井](?!道|[梁头]施|面|上修)",
    rf"[{HAN}百千廿卅]{{1,3}}里(?!长)[\u4e00-\u9fff]?(?:社区|小区|新村|[村镇乡屯](?![级里道的]))",
    rf"[{HAN}]{{1,2}}[门台口道](?:[河沟沙子岭湾桥山店]|)(?:县(?!级)|镇(?!级)|乡(?![镇道])|村(?![级道民])|社区|街道)",
    # storeys below ground
    rf"(?<=地[上下]){_SMALL}层|(?<=负){_SMALL}[层楼]",
    # numbers of (人数, 次数), most (多数), which are no 'several'
    r"(?<=月)廿[一二三四五六七八九]?",
    r"数(?<=[多少人户次件总个款指倍系参分岁代函基级页]数)(?!以[十百千万亿]+计)",
    # all of last year (去年一年)
    r"一年(?<=[去今前明全]年一年)(?!级)",
    # the day with the most (最多一天近700人次)
    r"一[天日次年月周](?<=最[多高少低大忙]一[天日次年月周]|[多高少低大忙]时一[天日次年月周])(?=[^，。；\n]{0,8}\d)",
    # the plans of five years
    r"十[一二三四]五(?!六|[个名户岁天年人家里万])",
    rf"[一二][零〇○九八][{_DIGITS}]{{2}}年?",
    rf"[{_DIGITS}]{{4}}(?=年)",
    rf"[{HAN}]十年代",
    rf"[{HAN}](?=、[^{HAN}])(?<=[\n。\0][{HAN}])",
    rf"(?<=[\u4e00-\u9fff])[{HAN}]线",
    rf"(?<!分)[{HAN}]{{1,2}}期",
    # the two levels of government (省市两级)
    r"两级(?<=[省市县区镇乡村上下]两级)",
    r"半(?=[夜空路途山岛])",
    r"(?<=[上下后])半(?=年|月|场|程|段|夜)|(?<=(?<!提)前)半(?=年|程|段|月)",
)
"""At a Han numeral."""

_IN_NAME: Final = r"[^“”，。；：！？\n]"
_QUOTED: Final = (
    rf"“(?!{_IN_NAME}{{0,15}}(?:\d[余多]?[万亿%元米吨公平户]|\d(?:天|小时|分钟|个?工作日|个月)”))"
    rf"{_IN_NAME}{{0,5}}[\d{HAN}百千万两双]{_IN_NAME}{{0,9}}”"
)
"""A short quotation with a numeral is a name, unless an amount is quoted."""
_TITLE: Final = r"《[^》\n]{1,60}》"
_LATIN_UNITS: Final = r"(?:RMB|CNY|USD|EUR|HKD)[ ]?"
_INDICES: Final = r"(?:GDP|CPI|PPI|AQI|PM2\.5|PM10)(?![A-Za-z])"
_COUNTED: Final = "[ ]?[万亿%‰多余个元家人户米吨名件]"


@cache
def _arabic_pattern() -> re.Pattern[str]:
    return re.compile("|".join((*ARABIC, *EITHER)))


@cache
def _han_pattern() -> re.Pattern[str]:
    return re.compile("|".join((*HAN_ONLY, *EITHER)))


@cache
def _enclosed_pattern() -> re.Pattern[str]:
    return re.compile(f"{_TITLE}|{_QUOTED}")


@cache
def _run_pattern() -> re.Pattern[str]:
    return re.compile(r"\d[\d,.]*+|[〇零一二两三四五六七八九俩仨十廿卅卌百千万亿]++|.", re.DOTALL)


@cache
def _latin_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{_LATIN_UNITS}|{_INDICES}|[A-Za-z@][A-Za-z0-9@:/._·+?=&%#~\-]*+(?:[ ]\d[\d.\-]*+(?!{_COUNTED}))?"
    )


def end_of_no_figure(text: str, start: int) -> int:
    """Return where something that is no figure ends, if it begins at this numeral, else the place itself."""
    pattern = _arabic_pattern() if text[start].isdigit() else _han_pattern()
    match = pattern.match(text, start)
    return match.end() if match else start


def end_of_enclosed(text: str, start: int) -> int:
    """Return where a title or a short quoted name ends that begins here, else the place itself."""
    match = _enclosed_pattern().match(text, start)
    return match.end() if match else start


def end_of_latin(text: str, start: int) -> int:
    """Return where a row of Latin letters ends, with the digits of a model, an address or a standard."""
    match = _latin_pattern().match(text, start)
    return match.end() if match else start + 1


def end_of_run(text: str, start: int) -> int:
    """Return where the row of numeral characters at this place ends."""
    match = _run_pattern().match(text, start)
    return match.end() if match else start + 1
