"""Languages: the three that are read, and those that must not be taken for one of them."""

from __future__ import annotations

import pytest

from sco_graph.corpus import detect_language, from_text

SENTENCES = [
    ("ru", "Генеральный секретарь Озёрного союза принял посла Фридонии."),
    ("ru", "Встреча"),
    ("ru", "В Бишкеке Өмүрбек Тестов и Нұрлан Пробов обсудили торговлю и транспорт с министрами стран региона."),
    ("en", "The Secretary-General of the Lake Union received the Ambassador of Freedonia."),
    ("en", "Lake Union: Joint Statement"),
    ("zh", "湖泊联盟秘书长会见自由国大使。"),
    ("zh", "湖泊聯盟秘書長會見自由國大使"),
    ("zh", "秘书长引用了日语 ありがとう 一词，并感谢自由国政府和人民对湖泊联盟工作的支持。"),
    ("uk", "Генеральний секретар Озерного союзу прийняв посла Фрідонії, і вони обговорили торгівлю."),
    ("uk", "Зустріч міністрів у Києві"),
    ("be", "Генеральны сакратар Азёрнага саюза прыняў пасла Фрыдоніі, і яны абмеркавалі гандаль."),
    ("kk", "Көл одағының Бас хатшысы Фридония елшісін қабылдады, тараптар сауда мәселелерін талқылады."),
    ("kk", "Министрлердің кездесуі өтті"),
    ("ky", "Көл бирлигинин Башкы катчысы Фридониянын элчисин кабыл алды жана соодa маселелерин талкуулашты."),
    ("ky", "Министрлердин жолугушуусу өттү"),
    ("tg", "Дабири кулли Иттиҳоди кӯлҳо сафири Фридонияро қабул кард ва онҳо масъалаҳои тиҷоратро баррасӣ карданд."),
    ("tg", "Вохӯрии вазирон баргузор гардид"),
    ("uz", "Кўллар иттифоқи Бош котиби Фридония элчисини қабул қилди ва улар савдо масалаларини муҳокама қилдилар."),
    ("uz", "Вазирлар учрашуви бўлиб ўтди"),
    ("uz", "Koʻllar ittifoqi Bosh kotibi Fridoniya elchisini qabul qildi va ular savdo "
     "masalalarini muhokama qildilar."),
    ("tt", "Күлләр берлегенең генераль сәркатибе Фридония илчесен кабул итте һәм алар сәүдә турында сөйләштеләр."),
    ("mn", "Нууруудын холбооны ерөнхий нарийн бичгийн дарга Фридон улсын элчин сайдыг хүлээн авч уулзсан байна."),
    ("bg", "Генералният секретар на Езерния съюз прие посланика на Фридония и обсъди с него търговията."),
    ("sr", "Генерални секретар Језерског савеза примио је амбасадора Фридоније и са њим разговарао о трговини."),
    ("de", "Der Generalsekretär der Seenunion empfing den Botschafter von Freedonia und sprach mit ihm "
     "über den Handel."),
    ("fr", "Le Secrétaire général de l'Union des lacs a reçu l'ambassadeur de Freedonia et les ministres du commerce."),
    ("es", "El Secretario General de la Unión de los Lagos recibió al embajador de Freedonia y a los ministros."),
    ("tr", "Göller Birliği Genel Sekreteri Freedonia büyükelçisini kabul etti ve ticaret için bir anlaşma imzalandı."),
    ("ja", "湖連合の事務総長はフリードニアの大使と会談しました。"),
    ("ko", "호수연합 사무총장이 프리도니아 대사를 접견했다."),
    ("fa", "دبیرکل اتحادیه دریاچه‌ها با سفیر فریدونیا دیدار و درباره تجارت گفتگو کرد."),
    ("ar", "استقبل الأمين العام لاتحاد البحيرات سفير فريدونيا وبحثا التجارة."),
    ("ur", "جھیل یونین کے سیکرٹری جنرل نے فریڈونیا کے سفیر سے ملاقات کی۔"),
    ("hy", "Գլխավոր քարտուղարը ընդունեց դեսպանին"),
    ("hi", "महासचिव ने राजदूत से मुलाकात की"),
    ("und", "2021-03-05 🌍🌍"),
    ("und", "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt ut labore et "
     "dolore magna "
     "aliqua ut enim ad minim veniam quis nostrud exercitation ullamco laboris ut aliquip ex ea commodo consequat"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), SENTENCES, ids=lambda value: value[:12])
def test_a_sentence_is_enough(language: str, text: str) -> None:
    assert detect_language(text) == language


def test_a_language_that_is_not_read_is_kept_as_it_is_named() -> None:
    assert from_text(SENTENCES[9][1]).language == "uk"
    assert from_text(SENTENCES[9][1], language="ru").language == "ru"


def test_the_gold_texts_are_told(shared: object) -> None:
    """Headlines and openings of real texts, a hundred characters each."""
    from pathlib import Path

    texts = sorted(Path(str(shared)).glob("seed/*.txt"))
    wrong = [path.name for path in texts if detect_language(path.read_text("utf-8")[:100]) not in ("ru", "en", "zh")]
    assert not wrong
