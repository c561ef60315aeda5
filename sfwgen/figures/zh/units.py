"""Chinese measure words and units, and what a reader of figures must know of some of them."""

from __future__ import annotations

from typing import Final

COUNTED: Final = (
    "校 册 个 名 位 家 户 人 条 项 件 处 支 次 份 张 台 辆 艘 架 座 栋 幢 间 所 只 头 匹 尾 羽 株 棵 盆 根 块 片 面 本 册 部 篇 "
    "首 幅 封 则 例 起 宗 桩 笔 单 批 组 队 套 副 对 双 场 届 期 轮 趟 遍 回 班 节 堂 站 门 口 扇 把 盏 盒 箱 袋 瓶 桶 "
    "车 船 列 节 层 级 步 代 类 种 样 款 道 段 行 排 点 圈 环 枚 颗 粒 滴 束 捆 堆 垛 床 顶 件套 台套 台次 人次 户次 "
    "车次 架次 船次 批次 场次 班次 频次 例次 件次 家次 篇次 万次 标段 村 镇 乡 街道 社区 县 市 区 省 国 村庄 乡镇 县区 县市 "
    "岗位 席 票 分 胎 号 路 线 桌 餐 顿 剂 针 管 罐 炉 孔 跨 眼 井 宗地 平台 网点 窗口 声 句 字 词 页 版 集 期次 人份 "
    "标箱 车位 床位 泊位 兵 员 卷 帧 缸 筐 篮 筒 碗 杯 盘 壶 匹马 拨 股 团 丛 畦 垄 幕 局 盘 届次 成员 项次 "
    "工种 行业 部门 单位 主体 方面 方 环节 领域 阶段 角度 专业 小组 小分队"
)
"""Words that follow the number of things counted."""

MEASURES: Final = (
    "元 角 分钱 美元 港元 欧元 日元 英镑 块钱 "
    "米 厘米 毫米 分米 千米 公里 里 里路 海里 微米 纳米 丈 尺 寸 延米 延长米 "
    "平方米 平方公里 平方千米 平方厘米 平米 亩 公顷 平方 亩次 "
    "立方米 立方 方 升 毫升 立方厘米 标方 标准立方米 "
    "吨 千克 公斤 斤 克 毫克 微克 两重 标准煤 吨标准煤 担 "
    "度 度电 千瓦时 千瓦 兆瓦 瓦 千伏 伏 千伏安 安 马力 兆帕 帕 吉瓦 兆瓦时 "
    "秒 分钟 分 小时 个小时 天 日 周 月 个月 年 个年 个工作日 工作日 个自然日 自然日 个星期 星期 个钟头 钟头 个季度 季度 "
    "个学期 学期 个学年 学年 个昼夜 昼夜 个世纪 代人 岁 周岁 周年 个年头 年头 刻钟 个小时制 课时 学时 个课时 个学时 "
    "个百分点 百分点 个点 倍 折 番 % ‰ ‱ ℃ °C 摄氏度 分贝 转 赫兹 兆 字节 "
    "公里/小时 人天 工日 个工日 人日 "
    "km m cm mm km² m² m2 m³ m3 kg g t kV kW MW kWh L ml mg μg hm² ha GB TB MB Mbps kPa MPa dB Hz nm GW GWh"
)
"""Units of money, length, area, volume, weight, energy, time and share, and their symbols."""

DURATIONS: Final = frozenset(
    "秒 分钟 小时 个小时 天 日 周 月 个月 年 个工作日 工作日 个自然日 自然日 个星期 星期 个钟头 钟头 个季度 季度 "
    "个学期 学期 个学年 学年 个昼夜 昼夜 课时 学时 个课时 岁 周岁".split()
)
"""Units of time, after which 内 means 'at most' and 多, 半 go on with the number."""

INSIDE_THOUSAND: Final = "瓦米克伏卡帕赫焦安字"
"""After a number, 千 before one of these begins a unit (千瓦, 千米, 千克) and is no magnitude."""

CONTINUED: Final = frozenset(
    "年 天 小时 个小时 分钟 周 月 岁 周岁 公里 里 米 千米 海里 吨 亩 公顷 斤 公斤 元 块钱 倍 个百分点 百分点 % 学期 个学期 厘米 丈 尺".split()
)
"""Units after which 多, 余 or 半 goes on with the number (三年多, 两倍多, 两年半)."""

NOT_AFTER_MORE: Final = "部元方样功媒维云亏少于数用出达次种边"
"""Characters with which a 多 or 半 after the unit begins another word (3人多次, 5家多元)."""

NOT_AFTER_HAN: Final = frozenset(
    "分 号 线 路 级 期 届 版 方 点 行 步 代 角 字 声 句 页 段 兵 员 国 市 省 区 面 手 节 单 环 团 转 兆 队 队伍 站 里 集 桥 "
    "m km cm kg g t m3 m2".split()
)
"""Units that make a figure with an Arabic number only: 二期, 三线, 一方, 四面 are other words."""

AFTER_ONE: Final = DURATIONS | frozenset(
    "倍 公里 米 千米 亩 公顷 吨 公斤 斤 元 平方米 立方米 个百分点 百分点 % 周年 度 折 户 人次 岁 里 成".split()
)
"""Units with which 一 is a number; elsewhere it is mostly an article (一个, 一名, 一次)."""
