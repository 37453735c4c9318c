"""Those whom a sentence lists: the subjects of 出席, the hosts after 由, and whoever presides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Role
from ..drafts import Part
from ..reading import Mention, MentionKind
from .partaking import row_end
from .passages import Passage

_GATHERING = (
    r"(?:(?:了|本次|此次|这次|该|上述|有关|相关|当天的)*[^，。；]{0,20}?(?:会议|论坛|活动|仪式|开幕式|闭幕式|招待会|博览会|峰会|会晤|大会|研讨会|"
    r"工作|宴会|酒会|吹风会|座谈会|会谈|会见|庆典|典礼|年会|会))"
)
_ATTEND = re.compile(
    rf"(?:应邀|受邀|也|均|都|分别|共同|先后|一同|等|人|以视频方式|在线|线上|线下)*(?:出席|参加|列席|观摩)(?:和[^，。]{{2,6}})?(?:了)?(?:{_GATHERING}|并|。|，|$)|"
    r"(?:应邀|也|均|都)?(?:与会|到场|到会|参会)(?:并|。|，|$)|(?:齐聚|汇聚|会聚|共聚|欢聚)一堂|聚首"
)
_NOT_YET = re.compile(
    r"没有|未(?!来)|缺席|拒绝|无法|介绍|宣布|通报|透露|表示|指出|强调|说|认为|将(?!军|士|领)|邀请|去年|曾|以来"
)
_PEOPLE = (
    r"代表|领导|官员|使节|专家|负责人|外交官|大使|学者|政要|人士|议员|记者|观察员|嘉宾|师生|企业家|主管|政府首脑|部长|元首|总理|外长|客人|参赞|武官|"
    r"成员|工作人员|官兵|选手|运动员|高官|协调员|主席|秘书长"
)
_LEADS_TO = re.compile(rf"[^，。；]{{0,26}}?(?:{_PEOPLE})")
_ITEM = re.compile(
    r"、|和|与|及|以及|，|。|等|(?:的)?(?:代表|领导|官员|负责人|专家|使节|工作人员)|应邀|出席|参加|与会|列席|派"
)
_BEFORE_ITEM = re.compile(r"(?:^|[，。、；]|和|与|及|以及|来自|有|包括|邀请|还有)$")
_HOSTS = re.compile(
    r"由(?P<who>[^。；]{2,90}?)(?:联合|共同|携手|合作)?(?:主办|举办|承办|协办|举行|组织|召开)(?!的国家|国|方)"
)
_LED = re.compile(r"由(?P<who>[^，。；]{2,40}?)(?:担任|出任|任)(?:[^，。；]{0,6})主席(?!国)")
_PRESIDED = re.compile(r"(?:由|在)(?P<who>[^，。；]{2,16}?)(?:方面)?(?:担任主席国)?主持(?:下)?(?!人|会议的)")


def attending(passage: Passage) -> Iterator[Part]:
    """Whoever stands before a verb of attending as one of its subjects, through officials or other people of theirs."""
    text, start = passage.text, passage.sentence.start
    for found in _ATTEND.finditer(text, start, passage.sentence.stop):
        if _NOT_YET.search(text, start, found.start()):
            return
        for party in passage.parties:
            if start <= party.start and party.stop <= found.start() and _listed(passage, party, found.start()):
                yield _part(party, Role.ATTENDEE)
        start = found.end()


def _listed(passage: Passage, party: Mention, verb: int) -> bool:
    """Whether a party is an item of the list of subjects before a verb."""
    text = passage.text
    if not _BEFORE_ITEM.search(text[max(passage.sentence.start, party.start - 4) : party.start]):
        return party.start == passage.sentence.start
    if party.kind is MentionKind.OFFICIAL:
        return not re.search(r"由[^，。]{0,12}$", text[passage.sentence.start : party.start])
    if party.kind is MentionKind.STATE:
        return _LEADS_TO.match(text, row_end(passage, party), verb + 1) is not None
    return _ITEM.match(text, party.stop) is not None


def hosts(passage: Passage) -> Iterator[Part]:
    """Bodies and states by which a gathering is said to be held: 此次活动由甲、乙主办."""
    found = _HOSTS.search(passage.text, passage.sentence.start, passage.sentence.stop)
    if found is None:
        return
    for party in passage.parties:
        inside = found.start("who") <= party.start and party.stop <= found.end("who")
        if inside and party.kind is not MentionKind.OFFICIAL and _ITEM_OR_END.match(passage.text, party.stop):
            yield _part(party, Role.ATTENDEE)


_ITEM_OR_END = re.compile(r"、|和|与|及|以及|，|联合|共同|携手|合作|主办|举办|承办|协办|举行|组织|召开|（")


def presiding(passage: Passage) -> Iterator[Part]:
    """The body that is chairman, and the state whose side presides: 由甲国方面主持."""
    for pattern, roles in ((_LED, (Role.CHAIR, Role.ATTENDEE)), (_PRESIDED, (Role.CHAIR,))):
        found = pattern.search(passage.text, passage.sentence.start, passage.sentence.stop)
        for party in passage.parties if found is not None else ():
            inside = found is not None and found.start("who") <= party.start and party.stop <= found.end("who")
            if not inside or party.kind is MentionKind.OFFICIAL:
                continue
            if party.kind is MentionKind.STATE and pattern is _LED:
                continue
            for role in roles:
                yield _part(party, role)


_ASKED = re.compile(r"(?:记者)?(?:表示|说|透露|介绍|的?(?:专访|采访|独家))")


def asking(passage: Passage) -> Iterator[Part]:
    """The media to which somebody speaks: 向某通讯社表示."""
    for party in passage.of_kind(MentionKind.ORGANISATION):
        before = passage.text[max(passage.sentence.start, party.start - 3) : party.start]
        if re.search(r"(?:向|对|接受)\s?$", before) and _ASKED.match(passage.text, party.stop):
            yield _part(party, Role.ATTENDEE)


def _part(party: Mention, role: Role) -> Part:
    return Part(ref=party.ref, role=role, start=party.start, stop=party.stop, rule="rule:listed", score=0.7)
