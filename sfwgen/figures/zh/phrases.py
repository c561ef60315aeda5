"""Names, slogans, set phrases and idioms in which a Chinese numeral is no number.

Only those are listed that would otherwise be taken for a figure: a numeral without a measure word is none
anyway (三服务), nor are the forms that have a rule (一户一策, 一条条, 统一). The longest that fits is
taken, and none that opens with a numeral is looked for after another one (三十分 holds no 十分).
"""

from __future__ import annotations

from typing import Final

from sfwgen.figures.scanning import word_list

PHRASES: Final = word_list(
    # campaigns, policies and terms of government
    "一包四联 二次供气 二次供水 二次装修 二次污染 二次创业 最多跑一次 最多跑一趟 八项支出 八项规定 "
    "两个维护 两个确立 "
    "两个责任 两个毫不动摇 两个健康 两个先行 两个结合 两个务必 两个覆盖 两个一百年 一个一百年 三个务必 "
    "三个代表 三个区分开来 三个年 四个意识 四个自信 四个全面 四个服从 四个能力 五个必由之路 六个必须 "
    "五位一体 三位一体 五个一 三个一 四个一 六个一 八个一 十个一 三个一批 四个一批 三审三校 四不直两 "
    "三支一扶 三条红线 四条红线 三条控制线 三条保障线 一户多宅 一体两翼 五级书记 三级联动 四级联动 一件事 "
    # words that open with 一
    "一支笔 一支烟 一条龙 一条心 一条路子 一条线 一条道 一条绳 一条腿 一条街 一家人 一家子 一家老小 "
    "一家之言 一家亲 一家独大 一年四季 一年到头 一年之计 一天到晚 有一天 一年又一年 新的一年 一年来 "
    "一年半载 一周年之际 一层楼 更上一层 一层窗户纸 一头雾水 一头扎 一头连 一所学 一元复始 一元化 一米线 "
    "一倍子 一周一 到一起 在一起 约一起 一分为二 一户口 一套话 一套路 一名不 一条鱼 一位难求 一床难求 "
    # other words
    "三次产业 二元结构 二道 二胎 三胎 二次元 二次函 二次曲 二元 三元 三轮 三人行 三分钟热度 三百六十度 "
    "三百六十五 两口子 老两口 小两口 两条腿 两头跑 两头难 两头在外 两张皮 两本账 两回事 "
    "两家人 多人间 一把手 二把手 两位数 三位数 四位数 五位数 个位数 "
    "三把火 零件 亿万 数位 岁数 户数名 数二 半月谈 半月刊 过半百 茶几 未几 庶几 第几 无几 所剩几 四周 四海 "
    "四方面军 十里长街 十里洋场 十里八乡 五台山 五里亭 八里店 十里坪 "
    # idioms
    "一千零一夜 一波三折 "
    "不三不四 十万火急 三天两头 三五成群 三番五次 五湖四海 十有八九 接二连三 丢三落四 朝三暮四 "
    "朝九晚五 举一反三 独一无二 数一数二 再而三 成千上百倍"
)
