"""Chinese measure words and units, and what a reader of figures must know of some of them."""

from __future__ import annotations

from typing import Final

from sfwgen.figures.scanning import word_list

COUNTED: Final = word_list(
    "个 名 位 家 户 人 条 项 件 处 支 次 份 张 台 辆 艘 架 座 栋 幢 间 所 只 头 匹 尾 羽 株 棵 盆 根 块 片 "
    "面 本 册 部 篇 首 幅 封 则 例 起 宗 桩 笔 单 批 组 队 套 副 对 双 场 届 期 轮 趟 遍 回 班 节 堂 站 门 "
    "口 扇 把 盏 盒 箱 袋 瓶 桶 车 船 列 层 级 步 代 类 种 样 款 道 段 行 排 点 圈 环 枚 颗 粒 滴 束 捆 堆 "
    "垛 床 顶 席 票 分 胎 号 路 线 桌 餐 顿 剂 针 管 罐 炉 孔 跨 眼 井 声 句 字 词 页 版 集 卷 帧 缸 筐 篮 "
    "筒 碗 杯 盘 壶 拨 股 团 丛 畦 垄 幕 局 朵 尊 具 件套 台套 台（套） 台(套) 套（间） 宗地 标箱 标准箱 "
    "TEU 标台 车位 床位 泊位 人份 人次 户次 车次 架次 船次 批次 场次 班次 频次 例次 件次 家次 篇次 台次 "
    "项次 届次 册次 头次 只次 天次 位次 条次 标段 村 镇 乡 街道 社区 县 市 区 省 国 校 村庄 乡镇 县区 县市 "
    "镇街 村社 网格 网点 窗口 岗位 路口 点位 小区 班组 支部 地块 楼栋 楼道 单元 成员 工种 行业 部门 单位 "
    "方面 方 环节 领域 阶段 小组 小分队 口径 车道 席位 学位 工位 机位 摊位 铺位 镇乡 市州"
)
"""Words that follow the number of things counted."""

MEASURES: Final = word_list(
    "元 角 分钱 美元 港元 欧元 日元 英镑 块钱 块 元人民币 米 厘米 毫米 分米 千米 公里 里 里路 海里 微米 "
    "纳米 丈 尺 寸 延米 延长米 车公里 平方米 平方公里 平方千米 平方厘米 平米 亩 公顷 平方 平 亩次 "
    "立方米 立方 方 升 毫升 立方厘米 标方 标准立方米 吨 千克 公斤 斤 克 毫克 微克 吨标准煤 吨标煤 公吨 "
    "担 吨公里 人公里 度 度电 千瓦时 千瓦 兆瓦 瓦 千伏 伏 千伏安 兆伏安 安 马力 兆帕 千帕 帕 吉瓦 "
    "兆瓦时 千焦 焦耳 焦 大卡 千卡 卡路里 千赫 赫兹 兆赫 秒 分钟 小时 个小时 天 日 周 月 个月 年 "
    "个工作日 工作日 个自然日 自然日 个日历天 日历天 个星期 星期 个钟头 钟头 个季度 季度 个学期 学期 "
    "个学年 学年 个昼夜 昼夜 岁 周岁 周年 载 个年头 年头 刻钟 课时 学时 个课时 个学时 个世纪 世纪 "
    "个百分点 百分点 个点 倍 折 % ‰ ‱ ℃ °C 摄氏度 ° 分贝 转 兆 字节 千字节 千字 公里/小时 人天 工日 "
    "个工日 人日 工时 km m cm mm km² m² m2 m³ m3 kg g t kV kVA MVA ㎡ ㎥ ㎞ ㎏ ㎜ ㎝ 圆 kW MW kWh L ml "
    "mL mg μg hm² ha GB TB MB Mbps kPa MPa dB Hz GW GWh h min s"
)
"""Units of money, length, area, volume, weight, energy, time and share, and their symbols."""

DURATIONS: Final = frozenset(
    word_list(
        "秒 分钟 小时 个小时 天 日 周 月 个月 年 个工作日 工作日 个自然日 自然日 个星期 星期 个钟头 钟头 "
        "个季度 学期 个学期 学年 个学年 昼夜 个昼夜 课时 学时 刻钟 个年头 载"
    )
)
"""Lengths of time: 内 after one means 'at most', and 近 before one may mean 'the last'."""

HALVED: Final = DURATIONS | {"里", "斤", "亩", "公里"}
"""Units of which 半 is a half (半年, 半斤)."""

AFTER_EACH: Final = frozenset(
    word_list("立方米 平方米 平米 方 吨 千克 公斤 斤 升 度 千瓦时 小时 秒 分钟 公里 米 亩")
)
"""Units that 每 makes the lower part of a rate (元每立方米)."""

RANKED: Final = ("村", "镇", "县", "户", "级", "大")
"""What an amount makes a rank of (亿元村, 万元户)."""

NUMBERED: Final = frozenset("列单")
"""Characters after 数 and a measure word that make it the verb 'to count'."""

CONTINUED: Final = DURATIONS | frozenset(
    word_list(
        "岁 周岁 周年 公里 里 里路 米 千米 厘米 海里 丈 尺 吨 亩 公顷 斤 公斤 元 块钱 块 倍 个百分点 "
        "百分点 % 个 度 平方米 平方公里 层"
    )
)
"""Units after which 多, 余 or 半 goes on with the number (三年多, 两倍多, 两年半)."""

NOT_AFTER_MORE: Final = frozenset("部元方样功媒维云亏少数于用出达次种边党路亩价产新劳措渠点")
"""Characters with which a 多 or 半 after the unit begins another word (3人多次, 5家多元)."""

NOT_AFTER_HAN: Final = frozenset(
    word_list(
        "分 号 线 路 级 期 届 版 方 点 行 步 代 角 字 声 句 页 段 员 国 市 省 区 面 手 节 单 环 团 转 兆 "
        "队 站 集 具 平 班 门 管 部 口径 局 盘 首 尊 ° 安 帕 焦 伏 瓦 克 升 担 股 堂 跨 孔 km m cm mm kg g "
        "t h s L"
    )
)
"""Units that make a figure with an Arabic number only: 二期, 三线, 一方, 四面 are other words."""

AFTER_TWO: Final = frozenset(word_list("期 段 站 班 队 首 门 页 级"))
"""Of these the units that 两 counts: 两期, but not 两面 or 两点."""

AFTER_ONE: Final = (DURATIONS - {"秒", "日", "月"}) | frozenset(
    word_list(
        "岁 周岁 周年 倍 % 个百分点 百分点 公里 米 千米 亩 公顷 吨 公斤 斤 元 平方米 立方米 公里/小时 户 "
        "名 位 人次 座 台 辆 艘 架 栋 幢 间 所 只 头 匹 尾 株 棵 支 套 家 条 处 顶 床 层"
    )
)
"""Units before which 一 counts; before others it is mostly an article (一个, 一项, 一次)."""

AFTER_MANY: Final = frozenset(
    word_list(
        "个 名 位 家 户 人 条 项 件 处 支 次 份 张 台 辆 艘 架 座 栋 幢 间 所 只 头 匹 株 棵 块 片 本 册 "
        "部 篇 幅 封 例 起 宗 桩 笔 批 组 队 套 场 轮 趟 遍 种 类 款 道 段 枚 颗 天 门 口 班 堂 人次 批次 "
        "处次 场次"
    )
)
"""Measure words that 多 goes with by itself (多名群众); with others it makes words (多渠道, 多层, 多面)."""

AFTER_SOME: Final = AFTER_MANY | frozenset(
    word_list("吨 亩 公里 里 米 天 日 月 年 周 小时 倍 分钟 斤 公斤 元 百分点")
)
"""Measure words that 数 goes with by itself (数次, 数年)."""

NEVER_FEW: Final = frozenset(word_list("度 点 级 号 期 届 角 何 番 ° % ‰"))
"""Units that 几 does not count."""

INSIDE_THOUSAND: Final = "瓦米克伏卡帕赫焦安字"
"""After a number, 千 before one of these begins a unit (千瓦, 千米, 千克) and is no magnitude."""
