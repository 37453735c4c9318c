"""Ways in which a text can be damaged, each deterministic for its dice."""

from __future__ import annotations

import random
from collections.abc import Callable

Text = Callable[[str, random.Random], str]
LONG = 100_000
MARKS = "\u200b\u200d\u200e\u200f\u00ad\u2060\ufeff\u0301\u0306\u0300\u20dd\ufe0f\u202e\u2028\u0085\x0c\x0b\x1f"


def shuffled(text: str, dice: random.Random) -> str:
    parts = text.split(" ")
    dice.shuffle(parts)
    return " ".join(parts)


def cut(text: str, dice: random.Random) -> str:
    a, b = sorted(dice.choices(range(len(text) + 1), k=2))
    return text[a:b]


def strewn(signs: str, share: float) -> Text:
    def strew(text: str, dice: random.Random) -> str:
        return "".join(char + (dice.choice(signs) if dice.random() < share else "") for char in text)

    return strew


def scripts(text: str, dice: random.Random) -> str:
    """Sentences of other scripts between its own."""
    lines = text.split("\n")
    for _ in range(len(lines) + 3):
        lines.insert(dice.randrange(len(lines) + 1), dice.choice(OTHERS))
    return dice.choice(("\n", " ")).join(lines)


OTHERS = (
    "Министр иностранных дел Казахстана встретился с послом Китая 5 мая 2021 года.",
    "The Secretary-General met the Minister of Foreign Affairs of Kazakhstan on 5 May 2021 in Astana.",
    "上海合作组织秘书长5月5日在北京会见哈萨克斯坦外长，就贸易合作交换意见。",
    "اجتمع الأمين العام مع وزير الخارجية في الرياض.",
    "שר החוץ נפגש עם השגריר בירושלים.",
    "ผู้แทนพบกันที่กรุงเทพ",
    "Ελληνικά ქართული հայերեն हिन्दी ұлттық ғылым",
)


def mixed(text: str, dice: random.Random) -> str:
    """Letters that look alike, of another script."""
    alike = str.maketrans("асеорхАСЕОРХ", "aceopxACEOPX")
    return "".join(char.translate(alike) if dice.random() < 0.3 else char for char in text)


def quoted(text: str, dice: random.Random) -> str:
    pairs = ("«»", "“”", '""', "„“", "「」", "()", "[]", "‘’")
    words = text.split(" ")
    for _ in range(len(words) // 3):
        place, pair = dice.randrange(len(words)), dice.choice(pairs)
        words[place] = pair[0] + words[place] + (pair[1] if dice.random() < 0.7 else "")
    return " ".join(words)


def endless(text: str, dice: random.Random) -> str:
    """One sentence: no full stop, no line end."""
    flat = " ".join(text.split()).translate(str.maketrans(".!?…。！？;", ",,,,，，，,"))
    return (flat + ", ") * (LONG // (len(flat) + 2) + 1) if dice.random() < 0.05 else flat


def tabled(text: str, dice: random.Random) -> str:
    return "\n".join("\t|\t".join(line.split(" ")) for line in text.split("\n"))


def turned(text: str, dice: random.Random) -> str:
    return f"\u202e{text[::-1]}\u202c ملاحظة {text} שלום"


def spaced(text: str, dice: random.Random) -> str:
    return text.replace(" ", dice.choice((" ", "\xa0", "\u3000", "\n", "  \n\n ", "\t", "")))


MUTATIONS: dict[str, Text] = {
    "shuffled": shuffled,
    "cut": cut,
    "marks": strewn(MARKS, 0.1),
    "emoji": strewn("🌍🤝👨‍👩‍👧🇰🇬😀", 0.05),
    "letters": strewn("ыЖqZ中аә١ﬁẞİ", 0.05),
    "digits": strewn("0123456789./-", 0.1),
    "stops": strewn(".,;:!?«»\"'()—", 0.1),
    "mixed": mixed,
    "scripts": scripts,
    "quoted": quoted,
    "endless": endless,
    "tabled": tabled,
    "turned": turned,
    "spaced": spaced,
    "upper": lambda text, dice: text.upper(),
    "decomposed": lambda text, dice: "".join(char + "\u0306" * dice.randrange(2) for char in text),
}
