"""Common Chinese surnames: in pinyin, those of two characters, and readings that differ from the character's usual one."""

from __future__ import annotations

SINGLE = frozenset(
    """
    ai an ao ba bai ban bao bei bi bian bin bo bu cai cao cen chai chang chao che chen cheng chi chou chu chuan cui
    cun dai dan dang dao deng di dian diao ding dong dou du duan dun e fan fang fei feng fu gan gao ge gong gou gu
    guan guang gui guo hai han hang hao he hei heng hong hou hu hua huai huan huang hui huo ji jia jian jiang jiao
    jie jin jing ju juan jun kan kang ke kong kou kuai kuang lai lan lang lao le lei leng li lian liang liao lin
    ling liu long lou lu lü luan luo ma mai man mao mei men meng mi miao min ming mo mu na nan neng ni nian nie ning
    niu nong ou ouyang pan pang pei peng pi piao ping pu qi qian qiang qiao qin qing qiu qu quan que ran rao ren
    rong ru ruan rui sang sha shan shang shangguan shao she shen sheng shi shou shu shui si sima situ song su sui
    sun suo tai tan tang tao teng tian tie tong tu tuo wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin
    xing xiong xu xuan xue xun yan yang yao ye yi yin ying yong you yu yuan yue yun zang zeng zha zhai zhan zhang
    zhao zhen zheng zhi zhong zhou zhu zhuang zhuo zi zong zou zu zuo zhuge huangfu yuchi gongsun
    """.split()
)
DOUBLE = frozenset("欧阳 司马 诸葛 上官 司徒 夏侯 皇甫 尉迟 公孙 慕容 令狐 东方 端木 宇文 长孙".split())
READINGS = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "朴": "piao", "任": "ren", "区": "ou",
    "盖": "ge", "尉迟": "yuchi", "华": "hua", "翟": "zhai", "缪": "miao", "覃": "qin", "种": "chong", "乐": "le",
    "洗": "xian", "冼": "xian", "折": "she", "员": "yun", "万俟": "moqi", "长孙": "zhangsun", "召": "shao",
    "晟": "cheng", "宁": "ning", "葛": "ge", "纪": "ji", "牟": "mou", "繁": "po", "逄": "pang",
}  # fmt: skip
