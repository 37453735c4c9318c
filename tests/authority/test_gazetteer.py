"""Names found in texts: inflected, in three languages, and what only looks like one."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_graph.authority import Authority
from sco_graph.authority.gazetteer import Gazetteer
from sco_graph.authority.records import NameKind

MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def marked(line: str) -> tuple[str, list[tuple[str, str]]]:
    """A text and the names it should give: ``[words|key]``."""
    return MARKED.sub(r"\1", line), [(m[1], m[2]) for m in MARKED.finditer(line)]


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    matches = gazetteer.find_text(text)
    assert all(text[m.start : m.stop] == m.text for m in matches)
    return [(m.text, m.entity) for m in matches]


RUSSIAN = [
    "Разговор о [Секретариате ШОС|body/sco-secretariat] и [РАТС|body/rats-sco]",
    "в [Исполкоме РАТС ШОС|body/rats-sco-executive-committee]; [Исполкома СНГ|body/cis-executive-committee]",
    "[ИК РАТС|body/rats-sco-executive-committee] и [Коллегия ЕЭК|body/eec-board]",
    "[Китая|state/CN]; в [Эфиопии|state/ET] и [Армении|state/AM] встретились с Арменом",
    "[Госсовет КНР|body/cn-state-council], [Государственный совет Китайской Народной Республики|body/cn-state-council]",
    'директор [фонда "Росконгресс"|body/roscongress] и [Фонд «Росконгресс»|body/roscongress] рады',
    "[Совещание министров обороны государств-членов Шанхайской организации сотрудничества"
    "|body/sco-defence-ministers-meeting]",
    "вместе с [Организацией Объединенных Наций|body/un] и [ЮНЕСКО|body/unesco]",
    "[Продовольственной и сельскохозяйственной организации ООН|body/fao]",
    "[Правительства КНР|body/cn-government], [китайского|state/CN] народа",
    "[МИД Китая|body/cn-mfa], [российский МИД|body/ru-mfa]",
    "с [Министерством иностранных дел Республики Казахстан|body/kz-mfa]",
    "[Министерством иностранных дел|government/mfa] проводимые брифинги",
    "в [МИДе|government/mfa] сообщили",
    "[совещание министров культуры государств — членов ШОС|body/sco-culture-ministers-meeting]",
    "[Совета национальных координаторов государств-членов ШОС|body/sco-national-coordinators-council]",
    "[Контактной группы «ШОС — Афганистан»|body/sco-afghanistan-contact-group] встреча",
    "из [Китая|state/CN], [Китаю|state/CN], [Китаем|state/CN]; [Республикой Корея|state/KR]; [Вьетнама|state/VN]",
    "[Объединенных Арабских Эмиратов|state/AE], [ОАЭ|state/AE]; [Киргизской Республике|state/KG]; [Беларуси|state/BY]",
    "в [Душанбе|place/dushanbe], [Ташкенте|place/tashkent], [Уфе|place/ufa]",
    "[Нур-Султане|place/astana] и [Астане|place/astana]",
    "с [Владимиром Норовым|official/vladimir-norov] и [Лэ Юйчэном|official/le-yucheng]",
    "[Чжан Мину|official/zhang-ming] и [Ван И|official/wang-yi]",
    "[Посольства Республики Узбекистан|body/embassy-of-uz] в [КНР|state/CN]",
    "[Госдумой|body/ru-lower-house] и [Олий Мажлисом|body/uz-parliament]; [Сергея Лаврова|official/sergey-lavrov]",
    "[Совета глав правительств стран-членов ШОС|body/sco-heads-of-government-council]",
    "[Россия|state/RU] сегодня",
    "[ЦИК Казахстана|body/kz-central-election-commission]",
    "[узбекистанской|state/UZ] стороной и [таджикскими|state/TJ] коллегами; [китайцев|state/CN]",
]  # fmt: skip
ENGLISH = [
    "the [SCO|body/sco] and [UNESCO|body/unesco]",
    "[Secretariat of the Shanghai Cooperation Organization|body/sco-secretariat]",
    "[Ministry of Foreign Affairs of the People's Republic of China|body/cn-mfa]",
    "[China's Foreign Ministry|body/cn-mfa] and the [Russian Foreign Ministry|body/ru-mfa]",
    "[Regional Anti-Terrorist Structure|body/rats-sco], [SCO RATS|body/rats-sco]",
    "[Ministry of Internal Affairs of the Kyrgyz Republic|body/kg-ministry-of-internal-affairs]",
    "the [U.S.|state/US] and the [UK|state/GB]; [Chinese|state/CN] medicine",
    "[Le Yucheng|official/le-yucheng] in [Xi'an|place/xian]",
]
CHINESE = [
    "[上海合作组织|body/sco]秘书长[弗拉基米尔·诺罗夫|official/vladimir-norov]",
    "[中国外交部|body/cn-mfa]副部长[乐玉成|official/le-yucheng]",
    "[哈萨克斯坦国家安全会议|body/kz-security-council]秘书",
    "[上海合作组织秘书处|body/sco-secretariat]在[北京|place/beijing]",
    "[中方|state/CN]支持[联合国教科文组织|body/unesco]",
]


@pytest.mark.parametrize("line", RUSSIAN)
def test_russian(gazetteers: dict[str, Gazetteer], line: str) -> None:
    text, expected = marked(line)
    assert found(gazetteers["ru"], text) == expected


@pytest.mark.parametrize("line", ENGLISH)
def test_english(gazetteers: dict[str, Gazetteer], line: str) -> None:
    text, expected = marked(line)
    assert found(gazetteers["en"], text) == expected


@pytest.mark.parametrize("line", CHINESE)
def test_chinese(gazetteers: dict[str, Gazetteer], line: str) -> None:
    text, expected = marked(line)
    assert found(gazetteers["zh"], text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Того требует время. Малые города. Го Шэньмао. шос, оон. Чжан Минь. Норовистый конь."),
        ("ru", "Спутник V, Семь лет, агентство САНА"),
        ("ru", "Республики\n\nКорея"),
        ("en", "to polish a male turkey; SCOPE, UNESCOX; the un word"),
        ("zh", "其中方能实现"),
    ],
)
def test_what_only_looks_like_a_name(gazetteers: dict[str, Gazetteer], language: str, text: str) -> None:
    assert found(gazetteers[language], text) == []


def test_every_kind_of_government_body_of_every_state_is_a_body(authority: Authority, index: object) -> None:
    from sco_graph.authority.index import Index

    lookup = Index(authority)
    for kind in authority.government:
        for state in kind.states or ("CN", "UZ", "TV"):
            body = lookup.government.body(kind.kind, state)
            assert lookup.body(body.key) == body
            assert lookup.names_of(body.key, "ru")


def test_a_kind_that_a_state_lacks_stays_a_kind(gazetteers: dict[str, Gazetteer]) -> None:
    assert found(gazetteers["ru"], "Министерство общественной безопасности КНР")[0][1].startswith("body/cn-")
    assert found(gazetteers["ru"], "Министерство общественной безопасности Чили")[0][1] == "government/public-security"


def test_homonyms_are_told(gazetteers: dict[str, Gazetteer]) -> None:
    [match] = gazetteers["zh"].find_text("扎帕罗夫")
    assert {match.entity, *match.alternatives} == {"official/sadyr-japarov", "official/akylbek-japarov"}
    [state] = gazetteers["ru"].find_text("Сингапур")
    assert (state.entity, state.alternatives) == ("state/SG", ("place/singapore",))


def test_lemmas_of_the_caller_meet_forms_that_stems_miss(authority: Authority) -> None:
    lemmas = {"Дружбой": "дружба", "Дружба": "дружба", "людьми": "человек"}
    plain, knowing = Gazetteer(authority, "ru"), Gazetteer(authority, "ru", lambda word: lemmas.get(word, word.lower()))
    tokens = [(0, 7, "Россией", "россия"), (8, 15, "странно", "китай")]
    assert [m.entity for m in plain.find(tokens)] == ["state/RU"] * 1 + [m.entity for m in plain.find(tokens[1:])]
    assert [m.entity for m in knowing.find(tokens[:1])] == ["state/RU"]
    assert [m.text for m in knowing.find(tokens[:1])] == ["Россией"]


def test_titles(gazetteers: dict[str, Gazetteer]) -> None:
    def titles(language: str, text: str) -> list[tuple[str, str]]:
        return [(m.text, m.entity.removeprefix("post-kind/")) for m in gazetteers[language].titles_text(text)]

    assert titles("ru", "с Генеральным секретарем ШОС и заместителем Министра иностранных дел КНР") == [
        ("Генеральным секретарем", "secretary-general"),
        ("заместителем Министра иностранных дел", "deputy-foreign-minister"),
    ]
    assert titles("en", "the Deputy Secretary-General") == [("Deputy Secretary-General", "deputy-secretary-general")]
    assert titles("zh", "外交部副部长") == [("外交部副部长", "deputy-foreign-minister")]


@given(st.text(alphabet="Китай ШОС МИД России«»-—.,中国外交部 the UN ", max_size=60))
def test_spans_hold_on_any_text_and_never_overlap(gazetteers: dict[str, Gazetteer], text: str) -> None:
    for gazetteer in gazetteers.values():
        matches = gazetteer.find_text(text)
        assert all(text[m.start : m.stop] == m.text for m in matches)
        assert all(a.stop <= b.start for a, b in pairwise(matches))


def test_acronyms_of_states_are_found_as_written(authority: Authority, gazetteers: dict[str, Gazetteer]) -> None:
    """Every name of a state or body finds its entity (or a homonym) when it stands alone."""
    missed = []
    for name in authority.names:
        if name.entity.startswith(("post/",)) or name.kind in (NameKind.ADJECTIVE, NameKind.DEMONYM):
            continue
        matches = gazetteers[name.language].find_text(name.text)
        if not any(name.entity in (m.entity, *m.alternatives) for m in matches):
            missed.append((name.text, name.entity, matches))
    decoys = {text for _, text in authority.decoys}
    assert [m for m in missed if m[0] not in decoys] == []


def test_it_is_ready_and_quick_enough_to_be_used(authority: Authority) -> None:
    """A guard against blow-up, far above the figure: names with many keys must not multiply."""
    start = time.process_time()
    gazetteer = Gazetteer(authority, "ru")
    gazetteer.find_text("Министерство иностранных дел Республики Узбекистан и Секретариат ШОС. " * 200)
    assert time.process_time() - start < 5
