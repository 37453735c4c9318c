"""Chinese texts: names and posts, bodies and states, and words that refer back."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority
from sco_graph.corpus import from_text
from sco_graph.extraction.chinese import bodies, dates, names
from sco_graph.extraction.chinese.phrases import Phrases
from sco_graph.extraction.chinese.scene import scene
from sco_graph.extraction.chinese.script import plain
from sco_graph.extraction.chinese.sentences import lines, segment
from sco_graph.extraction.chinese.words import characters, heads
from sco_graph.extraction.knowledge import knowledge

from .conftest import Read

Held = set[tuple[str, str, str]]

POSTS: dict[str, Held] = {
    "中国外交部副部长李测试会见上合组织秘书长普罗博夫。": {
        ("李测试", "外交部副部长", "CN"),
        ("普罗博夫", "秘书长", "SCO"),
    },
    "国务委员兼外长王试验发表讲话。": {("王试验", "国务委员", "CN"), ("王试验", "外长", "CN")},
    "哈萨克斯坦总统助理兼国家安全会议秘书伊万·普罗博夫出席。": {
        ("伊万·普罗博夫", "总统助理", "KZ"),
        ("伊万·普罗博夫", "国家安全会议秘书", "KZ"),
    },
    "塔吉克斯坦驻华大使普罗博夫致辞。": {("普罗博夫", "大使", "TJ")},
    "乌兹别克斯坦前总理普罗博夫表示欢迎。": {("普罗博夫", "总理", "UZ")},
    "测试大学校长王试验、副校长李测试等会见来宾。": {
        ("王试验", "校长", "测试大学"),
        ("李测试", "副校长", "测试大学"),
    },
    "上合组织副秘书长普罗博夫、奥布拉兹佐夫和李测试在座。": {
        ("普罗博夫", "副秘书长", "SCO"),
        ("奥布拉兹佐夫", "副秘书长", "SCO"),
        ("李测试", "副秘书长", "SCO"),
    },
    "李测试部长会见肯尼亚外交与国际贸易部长普罗博夫。": {
        ("李测试", "部长", "CN"),
        ("普罗博夫", "外交与国际贸易部长", "KE"),
    },
    "上合組織秘書長普羅博夫抵達。": {("普罗博夫", "秘书长", "SCO")},
    "双方的代表团和各国总统府。": set(),
    "当天，蒙古国总理赞登沙特尔致辞。": {("赞登沙特尔", "总理", "MN")},  # 沙特 stands within by chance
    "上合组织秘书长普罗博夫郑重提出倡议，普罗博夫秘书长定期通报。": {("普罗博夫", "秘书长", "SCO")},
    "上合组织秘书长普罗博夫与测试大学党委书记李小和分别致辞。": {
        ("普罗博夫", "秘书长", "SCO"),
        ("李小和", "党委书记", "测试大学"),
    },
    "国家副主席王正向乌拉圭当选副总统普罗博夫致贺电。": {
        ("王正", "国家副主席", "CN"),
        ("普罗博夫", "当选副总统", "UY"),
    },
    "俄罗斯常驻联合国第一副代表普罗博夫批评了有关做法。": {("普罗博夫", "常驻联合国第一副代表", "RU")},
    "上合组织迎来新人。来自哈萨克斯坦的伊万·普罗博夫将于2022年1月1日接任秘书长。": {("伊万·普罗博夫", "秘书长", "SCO")},
    "上合组织秘书长普罗博夫访问测试大学。王试验副校长转达了李测试书记的问候。": {
        ("普罗博夫", "秘书长", "SCO"),
        ("王试验", "副校长", "测试大学"),
        ("李测试", "书记", "测试大学"),
    },
    "印度、巴基斯坦两国的外长普罗博夫、奥布拉兹佐夫和上合组织秘书长伊万诺维奇到会。": {
        ("普罗博夫", "外长", "IN"),
        ("奥布拉兹佐夫", "外长", "PK"),
        ("伊万诺维奇", "秘书长", "SCO"),
    },
    "上合组织秘书长普罗博夫致辞。实业家委员会理事会主席奥布拉兹佐夫和银行联合体理事会主席伊万诺维奇列席。": {
        ("普罗博夫", "秘书长", "SCO"),
        ("奥布拉兹佐夫", "理事会主席", "SCO Business Council"),
        ("伊万诺维奇", "理事会主席", "SCO Interbank Consortium"),
    },
    "联合国秘书长普罗博夫任命奥布拉兹佐夫为阿富汗问题特别代表。": {
        ("普罗博夫", "秘书长", "UN"),
        ("奥布拉兹佐夫", "阿富汗问题特别代表", "UN"),
    },
    "国务委员王试验会见卡塔尔国务大臣哈立德、哥伦比亚国会主席兼参议长普罗博夫和众议长奥布拉兹佐夫。": {
        ("王试验", "国务委员", "CN"),
        ("哈立德", "国务大臣", "QA"),
        ("普罗博夫", "国会主席", "CO"),
        ("普罗博夫", "参议长", "CO"),
        ("奥布拉兹佐夫", "众议长", "CO"),
    },
    "王试验大使出席。": set(),  # a bare ambassador has no post
}


@pytest.mark.parametrize(("text", "expected"), POSTS.items())
def test_posts(text: str, expected: Held, read: Read) -> None:
    reading = read(text, "zh")
    called = {official.id: official.name for official in reading.officials}
    assert {(plain(called[p.holder]), p.title, p.org) for p in reading.posts} == expected
    assert all(text[e.start : e.stop] == e.quote for e in reading.evidence)


def test_a_former_post_is_said_to_be_one(read: Read) -> None:
    (post,) = read("乌兹别克斯坦前总理普罗博夫表示欢迎。", "zh").posts
    assert post.former


def test_a_person_is_found_again_by_the_family_name(read: Read) -> None:
    reading = read("上合组织秘书长伊万·普罗博夫到访。普罗博夫表示感谢。他随后离开。秘书长先生很高兴。", "zh")
    (official,) = reading.officials
    assert official.name == "伊万·普罗博夫"
    assert not official.linked
    assert [m.form for m in reading.mentions if m.ref == official.id] == ["name", "name", "pronoun", "post"]


def test_the_tables_link_a_family_name_where_the_post_agrees(read: Read) -> None:
    reading = read("俄罗斯外长拉夫罗夫会见上合组织秘书长诺罗夫。", "zh")
    assert [(str(o.key), o.linked) for o in reading.officials] == [
        ("official/sergey-lavrov", True),
        ("official/vladimir-norov", True),
    ]
    other = read("法国总统诺罗夫发表讲话。", "zh")
    assert [o.linked for o in other.officials] == [False]


def test_the_secretariat_is_that_of_the_organisation_named(read: Read) -> None:
    reading = read("上合组织秘书长普罗博夫表示，秘书处愿合作。本组织欢迎。", "zh")
    assert [o.code for o in reading.organisations] == ["SCO", "SCO Secretariat"]
    assert {m.ref for m in reading.mentions if m.form == "description"} == {"o1", "o2"}


def test_states_are_named_by_their_sides_and_in_pairs(read: Read) -> None:
    assert list(read("中俄两国元首举行会谈，哈方表示支持，办法方面没有分歧。", "zh").states) == ["CN", "RU", "KZ"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他访问测试市科技大学和北京试验研究院。", ["测试市科技大学", "北京试验研究院"]),
        ("各国企业和有关公司参加。", []),
        ("会议在国际会议中心举行。", []),
        ("广东省人民政府外事办公室介绍情况。", ["广东省人民政府外事办公室"]),
        ("十分赞善中国测试大学的成就。", ["中国测试大学"]),
    ],
)
def test_bodies(text: str, expected: list[str], authority: Authority) -> None:
    seen = scene(from_text(text, language="zh"), knowledge(authority, "zh"))
    assert [body.text for body in bodies.find(seen, names.find(seen))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年7月14日至15日，会议举行。当天下午闭幕，次日离开。", ["2021-07-14", "2021-07-14", "2021-07-15"]),
        ("5日至6日举行。", ["2021-12-05"]),
        ("去年3月访问，今年举行峰会，下个月再谈，本月结束。", ["2020-03", "2021", "2022-01", "2021-12"]),
        ("新华社北京12月3日电 他2日到达。", ["2021-12-03", "2021-12-02"]),
    ],
)
def test_dates(text: str, expected: list[str], read: Read) -> None:
    reading = read(text, "zh", "2021-12-30")
    assert [found.date for found in dates.find(reading, plain(text))] == expected


def test_lines_of_the_page_are_no_text() -> None:
    text = "首页 > 新闻\n分享：\n标题\n正文。\n责任编辑：某某\n相关文章"
    assert [text[start:stop] for start, stop in lines(text)] == ["标题", "正文。"]


def test_the_longest_phrase_wins() -> None:
    found = Phrases([("会议", "one"), ("会议..(中心|室)", "two")]).longest("在会议展览中心举行会议")
    assert [(item.value, item.start) for item in found] == [("two", 1), ("one", 9)]


def test_the_tables_of_words_are_whole() -> None:
    assert "秘书长" in heads()
    assert heads()["代表团"] == {"-"}
    assert "诺" in characters("transliteration")


def test_a_sentence_without_end_is_cut() -> None:
    _, sentences = segment("会谈，" * 500)
    assert [s.stop - s.start for s in sentences] == [600, 600, 300]
    _, unmarked = segment("好" * 1000)
    assert [s.stop - s.start for s in unmarked] == [600, 400]


def test_a_family_name_with_a_title_is_the_official_of_that_name(read: Read) -> None:
    reading = read("中国国家主席李测试出席。李主席发表讲话。总统普罗博夫在座。", "zh")
    assert [m.form for m in reading.mentions if m.ref == "p1"] == ["name", "post"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("印度驻华大使馆和越南外交部举行活动。", ["Embassy of India", "MFA Viet Nam"]),
        ("中国—东盟中心介绍情况。", ["中国—东盟中心"]),
        ("国防部介绍情况。", ["MoD China"]),
        ("上合组织试验中心和上海合作组织试验中心。", ["SCO", "上合组织试验中心"]),
    ],
)
def test_codes_of_bodies(text: str, expected: list[str], read: Read) -> None:
    found = [body.code for body in read(text, "zh").organisations]
    assert set(expected) & set(found) or found == expected, found


def test_homonyms_are_told_apart_by_their_posts(read: Read) -> None:
    reading = read("吉尔吉斯斯坦总统扎帕罗夫致辞。", "zh")
    assert [str(o.key) for o in reading.officials] == ["official/sadyr-japarov"]


ORGANS: dict[str, list[str]] = {
    "上合组织政府首脑理事会和集安组织外长理事会举行会议。": [
        "SCO Heads of Government Council",
        "CSTO Council of Foreign Ministers",
    ],
    "亚信举行会议。高官委员会听取了报告。": ["CICA", "CICA Senior Officials Committee"],
    "上合组织地区反恐怖机构执行委员会主任普罗博夫致辞。": ["RATS-SCO Executive Committee"],
    "中俄议会合作委员会成立。应对威胁和挑战综合中心、本国政府、外方议会。": ["中俄议会合作委员会"],
    "中国外交部部长助理王试验率领外交部、财政部代表到访泰国。": ["MFA China", "Ministry of Finance of China"],
    "俄罗斯联邦政府总理普罗博夫出席。": ["Government of Russia"],
}


@pytest.mark.parametrize(("text", "expected"), ORGANS.items())
def test_organs_by_the_words_that_a_text_has_for_them(text: str, expected: list[str], read: Read) -> None:
    assert [body.code for body in read(text, "zh").organisations] == expected
