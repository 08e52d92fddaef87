"""Inputs that broke other tools, and what must come of them: the right fact in the right place, or nothing.

`type value` behind the arrow is what is found, in its order; nothing stands there where nothing may be found.
"""

from __future__ import annotations

from datetime import date

import pytest

from kzuz_extract import extract
from kzuz_extract.output.values import describe

ODD = """
Выделили 1 500 000 тенге → money 1 500 000 KZT
Выделили 1\u00a0500\u00a0000 тенге → money 1 500 000 KZT
Выделили 1\u202f500\u202f000 тенге → money 1 500 000 KZT
Выделили 1\u2009500\u2009000 тенге → money 1 500 000 KZT
Выделили 1\u2007500\u2007000 тенге → money 1 500 000 KZT
Выделили 1\\t500\\t000 тенге → money 1 500 000 KZT
Выделили 1\\n500\\n000 тенге → money 1 500 000 KZT
Выделили 1.500.000 тенге → money 1 500 000 KZT
Выделили 1,500,000 тенге → money 1 500 000 KZT
Выделили 1'500'000 тенге → money 1 500 000 KZT
Выделили 1.844.036.360,12 руб. → money 1 844 036 360.12 RUB
Выделили 1.5 млн тенге → money 1 500 000 KZT
Выделили 1,5 млн тенге → money 1 500 000 KZT

Выделили 5,3млн. тенге → money 5 300 000 KZT
Выделили 5 млн. тг. → money 5 000 000 KZT
Выделили 100тыс тенге → money 100 000 KZT
Выделили $200 млн → money 200 000 000 USD
Выделили 200 млн долл. США → money 200 000 000 USD
Выделили ₸500 тыс → money 500 000 KZT
Выделили KZT 5 000 → money 5 000 KZT
Выделили 30-40 млн тенге → money 30 000 000 – 40 000 000 KZT
Стоит от 5 до 10 млрд тенге → money 5 000 000 000 – 10 000 000 000 KZT
Собрали более 3 трлн сумов → money > 3 000 000 000 000 UZS
Стоит полтора миллиарда тенге → money 1 500 000 000 KZT
Купил пол-литра молока → count 0.5 L
Стоит сто двадцать тысяч тенге → money 120 000 KZT

Рыбак поймал сома →
В сеть попал сом →
Сумма сум не указана →
Манат не подешевел →
Тенге укрепился →
Курс доллара 450,25 →

Закроют с 12 по 30 апреля → date 2026-04-12 – 2026-04-30
Построят в мае → date 2026-05
Построят к концу 2025 года → date by end 2025
Погасили в I квартале → date 2025-01-01 – 2025-03-31
Помнят 90-е годы → date 1990-01-01 – 1999-12-31
Наступил XXI век → date 2001-01-01 – 2100-12-31
Встретились 20 мая, 15:00 → date 2025-05-20 15:00
Пришли 31 февраля →
Пришли 29.02.2023 →
Пришли 12.13.2024 →
Пришли 05.06.24 → date 2024-06-05

Собрали 2000 тонн → count 2 000 t
Приехали 2000 семей → count 2 000 семья
Приехали 2024 человека → count 2 024 человек
Живёт в доме 2024 →
Дело № 2024 →
Звоните: тел. +7 701 123 45 67 →
Счёт KZ86125KZT5004100100 →
Адрес 192.168.0.1 →
Книга ISBN 978-3-16-148410-0 →
По закону № 123-VI →
Счёт 2:1 →
Координаты 43.2389 с. ш., 76.8897 в. д. →

Президент Мирзиёев прибыл → person Мирзиёев
Президент Мирзиеев прибыл → person Мирзиеев
Президент Мирзие\u0308ев прибыл → person Мирзиёев
Президент Ток\u00e1ев прибыл → person Токаев
Приедут 12 ма\u0301рта → date 2026-03-12
Живёт в Узбе\u00adкистане → location Узбекистан (UZ)
Живёт в Узбе\u200bкистане → location Узбекистан (UZ)
Живёт в Узбе\u2060кистане → location Узбекистан (UZ)
Живёт в Узбе\ufeffкистане → location Узбекистан (UZ)
Живёт в Казах-\\nстане → location Казахстан (KZ)
Живёт в Нур-\\nСултане → location Нур-Султан (city)
Президент Tокаев прибыл → person Токаев
Живёт в Астaне → location Астана (city)
Стоит 5 тысяч тенгe → money 5 000 KZT
Стоит 5 млH тенге → money 5 000 000 KZT
Сообщил банк Kaspi.kz → organization Kaspi.kz
Сообщила компания Uzum Bank → organization Uzum Bank
Сообщила компания BI Group → organization BI Group

Президент Тоқаев прибыл → person Тоқаев
Живёт в области Ұлытау → location область Ұлытау (KZ-62)
Буква Ғ →
Президент К.-Ж. Токаев прибыл → person К.-Ж. Токаев
Прибыл Токаев К.К. → person Токаев К.К.
Прибыл Ш.Мирзиёев → person Ш. Мирзиёев
Пришла Айгуль Нурлыбеккызы → person Айгуль Нурлыбеккызы
Пришёл Бауыржан Момышулы → person Бауыржан Момышулы
Пришёл Гейдар Али оглы Алиев → person Гейдар Али оглы Алиев
Пришла Нодира Рустам кизи → person Нодира Рустам кизи
Сообщила министр Аида Балаева → person Аида Балаева

😀Токаев прибыл в Астану → person Токаев | location Астана (city)
Токаев😀 прибыл → person Токаев
🇰🇿 Астана → location Астана (city)
Живёт в 👨\u200d👩\u200d👧 Ташкенте → location Ташкент (city)
Половина \ud83d и Ташкент → location Ташкент (city)

Стоит 5&nbsp;000&nbsp;тенге → money 5 000 KZT
Сообщил &laquo;КазМунайГаз&raquo; → organization КазМунайГаз
Стоит 5 млн &#1090;енге → money 5 000 000 KZT
Астана<br>Ташкент → location Астана (city) | location Ташкент (city)
<p>Астана</p → location Астана (city)
p>Астана → location Астана (city)
Об этом передаетTengrinews.kzсо ссылкой → organization Tengrinews.kz
Post.В ответ →

ТОКАЕВ ПРИБЫЛ В ТАШКЕНТ С ВИЗИТОМ → person Токаев | location Ташкент (city)
Токаев прибыл в Ташкент\\nМирзиёев встретил его → person Токаев | location Ташкент (city) | person Мирзиёев
Строит АО «НК «КазМунайГаз» → organization КазМунайГаз
Строит АО „Казпочта“ → organization Казпочта
Строит компания “Самрук-Казына» → organization Самрук-Казына
Дал Евразийский банк развития (ЕАБР) → organization Евразийский банк развития | organization ЕАБР
Министерство\\nздравоохранения сообщило → organization Министерство здравоохранения

Қазақстан, Өзбекистон, Oʻzbekiston, Toshkent →
Тоқаев Қазақстан →
страны CHГ → organization СНГ
[фото] Живёт в Астане → location Астана (city)
[/b] Живёт в Астане → location Астана (city)
:smile: Живёт в Астане → location Астана (city)
\x1b[31mЖивёт в Астане → location Астана (city)
Живёт в \x1b]8;;http://a.kz\x07Астане\x1b]8;;\x07 → location Астана (city)
Живёт в \u202eАстане\u202c → location Астана (city)
=Живёт в Астане → location Астана (city)
"""


def said(line: str) -> tuple[str, str]:
    text, _, wanted = line.partition("→")
    return text.strip(" ").replace("\\t", "\t").replace("\\n", "\n"), wanted.strip()


@pytest.mark.parametrize(
    ("text", "wanted"), [said(line) for line in ODD.split("\n") if line], ids=lambda part: ascii(part[:40])
)
def test_an_odd_text_gives_the_right_fact_in_its_place_or_nothing(text: str, wanted: str) -> None:
    facts = extract(text, reference_date=date(2025, 11, 15)).facts
    for fact in facts:
        assert text[fact.start : fact.end] == fact.text
    found = " | ".join(f"{fact.type} {describe(fact)}" for fact in facts)
    assert found.replace("\u202f", " ") == wanted


@pytest.mark.parametrize("text", ["\ufffd" * 50, "ÐÐ°Ð·Ð°Ñ\x81ÑÐ°Ð½", "", " ", "\ufeff", "я"])
def test_what_is_no_text_gives_nothing(text: str) -> None:
    assert extract(text).facts == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\x0c", "\n\r\n\r"])
def test_all_line_ends_end_a_line_and_count(end: str) -> None:
    text = f"Едет в Астану{end}Мост стоит 5 млн тенге{end}"
    place, sum_ = extract(text).facts
    assert (place.text, sum_.text) == ("Астану", "5 млн тенге")
    assert text[sum_.start : sum_.end] == "5 млн тенге"
    assert (place.sentence, sum_.sentence) == (0, 1)


@pytest.mark.parametrize("text", ["а" * 1_000_000, "я\n" * 50_000], ids=["one word", "lines of a letter"])
def test_a_long_text_of_nothing_gives_nothing(text: str) -> None:
    assert extract(text).facts == ()
