"""The words around a Chinese number that belong to the figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sfwgen.figures.quantity import Qualifier
from sfwgen.figures.scanning import by_word, word_list

BEFORE: Final[Mapping[str, Qualifier]] = by_word(
    {
        Qualifier.ABOUT: "约 约为 大约 大概 大致 约合 折合约 差不多 ≈",
        Qualifier.MORE_THAN: "超过 超 逾 突破 破 多于 高于 大于 过 超越 不止 远超 冲破 跨过 迈过 > ＞",
        Qualifier.NEARLY: "近 将近 接近 接近于 几近 逼近 近乎",
        Qualifier.AT_LEAST: (
            "至少 不少于 不低于 不小于 最少 起码 不下 不下于 不短于 不早于 不得少于 不得低于 不得小于 "
            "不能少于 不能低于 不应低于 不应少于 不可低于 不可少于 不应小于 应不少于 应不低于 最低不少于 ≥"
        ),
        Qualifier.AT_MOST: (
            "不超过 不超 至多 最多 不高于 不多于 不大于 不长于 不逾 不得超过 不得高于 不得大于 不得多于 "
            "不能高于 不应高于 不可超过 不可高于 不应大于 "
            "不能超过 不应超过 不会超过 未超过 没有超过 没超过 最长不超过 最高不超过 最多不超过 ≤"
        ),
        Qualifier.LESS_THAN: (
            "不足 不到 不满 未满 低于 少于 小于 未达 未到 不及 未达到 没到 还不到 尚不足 未足 不够 尚不满 "
            "< ＜"
        ),
    }
)
"""Qualifiers before the number, of which the longest that fits is read (不超过, not 超过)."""

DISTANT: Final[Mapping[str, Qualifier]] = by_word(
    {
        Qualifier.AT_LEAST: "至少 最少 起码",
        Qualifier.AT_MOST: "至多 最多",
        Qualifier.ABOUT: "大约 大概",
    }
)
"""Qualifiers that may stand away from the number, in the same clause (每天至少可增加产值10万元)."""

LINKS: Final = word_list(
    "达到了 达到 达 可达 已达 有 为 需要 需 要 了 是 在 可 占 至 到 能 共 已 就有 就 仅 高达 多达 人民币 "
    "每年 每月 每周 每天 每日 每人 每户 每次 每亩 每吨 每平方米"
)
"""Words that may stand between a qualifier and its number (约有300户, 至少需3天)."""

OF_A_WHOLE: Final = re.compile(
    "(?P<word>不[得能应可]?(?:超过|高于|低于|少于|大于|小于|多于)|超过|突破|不足|不到|未达到?)"
    r"[^，。；：！？、\d]{1,14}的\Z"
)
"""What qualifies a share across the words for its whole: 不高于市场价的七成."""

HAVING_PAST: Final = frozenset("市县区局镇乡村院校省国司")
"""Before 近 and a length of time they make it 'the last …' as well (我市近三年)."""

SAVED: Final = ("节省",)
"""Words that end in one of these and tell how much (节省近半小时)."""

BEARING: Final = frozenset("减担肩背抱胜正自欺辜")
"""Characters that make a word with 负 (减负2亿元), which then is no minus."""

MANY_OF: Final = ("许", "众", "诸", "繁", "大", "很", "最", "更", "过", "不", "较", "至", "几")
"""Characters that make a word with 多 (众多家庭), which then is no number."""

CROWDS: Final = ("群众", "民众", "观众", "公众", "听众", "大众", "受众")
"""Words that end in 众, after which 多 is a number (群众多次反映)."""

LISTING: Final = frozenset(("、", "和", "与", "及", "以及", "或"))
"""What stands between the figures of a list, which share the verb and the statistic before the first."""

NOT_BEFORE: Final[Mapping[str, str]] = {
    "约": "节合预违签条制契公邀赴失誓缩集简俭解缔婉隐爽履特守续",
    "近": "附最临靠亲邻就远新贴切晚浅",
    "过": "超不通经越胜度渡错跨路走去来飞穿太难罪改好看做办跑吃住开查受接见学去有听",
    "超": "赶高反",
    "破": "突打爆侦攻冲识点损磨摔撕刺弄踢咬砸碰割擦",
    "不够": "还",
}
"""Characters before a qualifier that make it part of another word (节约2000元, 附近3家)."""

WHOLE_WORDS: Final = frozenset(
    word_list(
        "损失 流失 丢失 散失 收集 征集 募集 筹集 采集 汇集 聚集 归集 精简 压缩 紧缩 收缩 缓解 了解 化解 调解 "
        "编制 研制 印制 绘制 控制 限制 持续 手续 连续 陆续 继续 延续 后续 办公 折合 综合 联合 整合 组合 融合 "
        "配合 符合 结合 复合 一条 两条 三条 五条 多条"
    )
)
"""Words that end in such a character, after which the qualifier is one (损失约8万元, 持续约2小时)."""

AFTER: Final[Mapping[str, Qualifier]] = by_word(
    {
        Qualifier.AT_LEAST: "以上 及以上 含以上 或以上 (含)以上 （含）以上 (含以上) （含以上） 之上",
        Qualifier.AT_MOST: "以下 以内 之内 及以下 或以下 (含)以下 (含)以内 （含）以下 （含）以内 之下",
        Qualifier.ABOUT: "左右 上下",
        Qualifier.MORE_THAN: "出头 挂零 开外",
    }
)
"""Qualifiers after the unit."""

ORDERS: Final[Mapping[str, int]] = {
    "成百上千": 100,
    "成千上万": 1000,
    "上千上万": 1000,
    "数以百计": 100,
    "数以千计": 1000,
    "数以万计": 10000,
    "数以十万计": 100000,
    "数以百万计": 1000000,
    "数以亿计": 100000000,
}
"""Set phrases for an order of magnitude."""

STATISTICS: Final[Mapping[str, str]] = by_word(
    {
        "average": (
            "平均 人均 户均 日均 月均 年均 周均 季均 亩均 场均 村均 次均 件均 单均 校均 镇均 班均 床均 "
            "店均 企均 台均 栋均 均价 均值 均摊 均龄 均温 均薪"
        ),
        "peak": (
            "最高 最高时 最多时 最大时 高峰时 高峰期 高峰日 高峰时段 峰值 最多达 最多一天 最多一日 早高峰 "
            "晚高峰 单日最大"
        ),
        "": (
            "最高补 最高奖 最高可 最高限 最高额 最高不 最高法 最高层 最高楼 最高学 最高标准 最高档 最高给 "
            "最高资 最高支 最高贷 最高点 最高检 最高人 最高荣 最高级 最高等 最高分 最高授 最高龄 最高处 "
            "平均主 高峰期间避"
        ),
    }
)
"""Words that say which statistic a figure is, and longer words that hold one and say nothing."""

COMPARED: Final = re.compile("高于|低于|高出|超出|快于|慢于|优于|好于|多于|少于|超过|[比较][^年月季]")
"""What makes the average after it one that is compared with."""

DIRECTIONS: Final[Mapping[str, str]] = by_word(
    {
        "up": (
            "增长 增加 增至 增收 增产 净增 猛增 激增 递增 增多 增大 提高 提升 提速 上升 上涨 上调 上浮 "
            "上扬 升至 升到 扩大 扩至 扩到 扩增 扩容到 扩容至 增容到 增容至 提至 涨至 涨到 攀升 跃升 回升 "
            "飙升 抬高 拓宽 延长 加快 调高 走高 发展到 壮大到"
        ),
        "down": (
            "下降 下跌 下调 下滑 下浮 减少 减至 减到 减产 减收 降低 降至 降到 压降 骤降 陡降 回落 缩短 "
            "压缩 压减 缩减 缩至 跌至 跌到 收窄 缩小 削减 锐减 递减 调低 走低 精简"
        ),
        "": (
            "新增 少增 多增 增加值 增长率 增长点 增长极 增长中 提升改造 提升工程 提升年 提升行动 提升项目 "
            "提升小区 提升村 提升道路 提升类 提升机 改造提升 整治提升 改建提升 品质提升 提高政 提高标 "
            "扩大会 扩大内 扩大开 加快推 加快建 加快实 加快完 延长线 延长米"
        ),
    }
)
"""Verbs of change before a figure, and words that only hold one (增加值, 提升改造)."""

CHANGED: Final[Mapping[str, str]] = by_word({"up": "增 升 涨", "down": "降 减 跌"})
"""Verbs of one character, which tell of change right before a figure only (增5%, 降了2元, not 增设5处)."""

PERIODS: Final = ("来", "以来", "内", "里", "间", "中", "时间里", "时间内")
"""After 近 and a length of time these make it 'the last …', which is exact (近三年来)."""

RECORDS: Final = ("最", "新", "首", "同期", "平均")
"""After 近 and a length of time these do so as well (为近三年最低)."""
