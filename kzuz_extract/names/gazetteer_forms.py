"""How place names decline, for names that no dictionary knows as well: used when the gazetteer is built.

Шымкент → Шымкента, Шымкенту, Шымкент, Шымкентом, Шымкенте
Нижний Новгород → Нижнего Новгорода …       adjective and noun decline both
Республика Казахстан → Республики Казахстан …   what follows the head stays
Ростов-на-Дону → Ростова-на-Дону …
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
Paradigm = tuple[str, ...]  # one form a case, in the order of CASES

_VOWELS = "аеёиоуыэюя"
_HUSHING = "жшчщ"
_FLEETING = ("ец", "ок", "ек", "ёк", "ел", "ёл", "ет")
_SHORTEST_PLURAL, _LONG_NAME = 5, 8
_ADJECTIVE_ENDINGS = {
    "ый": "ый ого ому ый ым ом",
    "ой": "ой ого ому ой ым ом",
    "ий": "ий его ему ий им ем",
    "ая": "ая ой ой ую ой ой",
    "яя": "яя ей ей юю ей ей",
    "ое": "ое ого ому ое ым ом",
    "ее": "ее его ему ее им ем",
    "ые": "ые ых ым ые ыми ых",
    "ие": "ие их им ие ими их",
}
_AFTER_VELAR = {
    "ий": "ий ого ому ий им ом",
    "ой": "ой ого ому ой им ом",
    "ое": "ое ого ому ое им ом",
}
_AFTER_HUSHING = {"ая": "ая ей ей ую ей ей"}


@cache
def analyzer() -> Any:
    """Return pymorphy3's analyzer, loaded once."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def name_forms(name: str, *, slavic: bool = True, fixed: bool = False) -> dict[str, int]:
    """Return every form of a place name with its cases, one bit a case in the order of CASES.

    slavic   the endings -ово, -ино, -ой, -ый, -ок, -ы of the name decline as Russian ones do
    fixed    the name does not decline
    """
    forms: dict[str, int] = {}
    for paradigm in [(name,) * 6] if fixed else _phrase(name.split(" "), slavic):
        for bit, form in enumerate(paradigm):
            forms[form] = forms.get(form, 0) | 1 << bit
    return forms


def _phrase(words: list[str], slavic: bool) -> list[Paradigm]:
    """Decline a name of one or several words."""
    if len(words) == 1:
        return _hyphened(words[0], slavic)
    if "и" in words[1:-1]:
        at = words.index("и")
        return [
            _joined([left, ("и",) * 6, right])
            for left in _phrase(words[:at], slavic)
            for right in _phrase(words[at + 1 :], slavic)
        ]
    if len(words) == 2 and slavic and words[0].endswith(("ов", "ев", "ёв", "ин")):
        first = tuple(words[0] + end for end in ("", "а", "у", "", "ым", "ом"))  # «в Сергиевом Посаде»
        return [_joined([first, last]) for last in _hyphened(words[1], slavic)]
    if "—" in words[1:-1]:  # «Папуа — Новая Гвинея»
        at = words.index("—")
        return [
            _joined([left, ("—",) * 6, right])
            for left in _phrase(words[:at], slavic)
            for right in _phrase(words[at + 1 :], slavic)
        ]
    if len(words) == 2 and words[0].endswith(("овы", "евы", "ины")):
        first = tuple(words[0][:-1] + end for end in ("ы", "ых", "ым", "ы", "ыми", "ых"))
        return [_joined([first, last]) for last in _hyphened(words[1], slavic)]  # «Карловых Вар»
    lead = 0
    while lead < len(words) - 1 and _is_adjective(words[lead]):
        lead += 1
    adjectives = [adjective_forms(word) for word in words[:lead]]
    if lead == 0 and not _is_common_noun(words[0]):
        rest = [(word,) * 6 for word in words[:-1]]
        return [_joined([*rest, last]) for last in _hyphened(words[-1], slavic)]
    rest = [(word,) * 6 for word in words[lead + 1 :]]
    return [_joined([*adjectives, noun, *rest]) for noun in _hyphened(words[lead], slavic)]


def _joined(parts: Iterable[Paradigm]) -> Paradigm:
    return tuple(" ".join(forms) for forms in zip(*parts, strict=True))


def _hyphened(word: str, slavic: bool) -> list[Paradigm]:
    """Decline a word; of hyphened parts the last (Усть-Каменогорска), before «-на-» the first."""
    for middle in ("-на-", "-над-", "-ам-", "-де-", "-сюр-", "-ан-", "-ла-"):
        head, found, tail = word.partition(middle)
        if found and middle in ("-на-", "-над-"):
            return [tuple(form + middle + tail for form in forms) for forms in _word(head, slavic)]
        if found:
            return [(word,) * 6]
    before, hyphen, last = word.rpartition("-")
    if not hyphen:
        return _word(word, slavic)
    return [tuple(before + "-" + form for form in forms) for forms in _word(last, slavic)]


def _word(word: str, slavic: bool) -> list[Paradigm]:
    """Decline one word: as the dictionary does where it knows the place, else by its ending."""
    known = _dictionary(word, ("Geox",))
    if known:
        return [*known, *_amended(word, known[0])]
    if slavic and _is_adjective(word):
        noun = _by_ending(word, slavic) if word.endswith("ая") and len(word) < _LONG_NAME else []
        return [adjective_forms(word), *noun]  # «в Новой», «в Лиепае»
    return [*_dictionary(word, ()), *_by_ending(word, slavic)]


def _dictionary(word: str, marks: tuple[str, ...]) -> list[Paradigm]:
    """Return the paradigms that the dictionary gives a noun of which `word` is the nominative."""
    found = []
    for reading in analyzer().parse(word.lower()):
        tag = reading.tag
        if not (reading.is_known and tag.POS == "NOUN" and tag.case == "nomn"):
            continue
        if not all(mark in tag for mark in marks) or ({"Surn", "Patr", "Name", "Abbr"} & set(tag.grammemes)):
            continue
        forms = [reading.inflect({case, str(tag.number)}) for case in CASES]
        if not all(forms):
            continue
        cased = [_as_printed(form.word, word) for form in forms]
        cased[0] = word
        if tag.gender == "masc" or tag.number == "plur":
            cased[3] = word  # a place is no living being: «в Орёл», not «в Орла»
        found.append(tuple(cased))
        second = reading.inflect({"loc2", "sing"}) if tag.number == "sing" else None
        if second and second.word != forms[-1].word:
            found.append((*cased[:-1], _as_printed(second.word, word)))  # «на Западном берегу»
    return found


def _amended(word: str, known: Paradigm) -> list[Paradigm]:
    """Return what else is printed of a place than the dictionary tells.

    It drops vowels that stay («в Лахоре»), declines few plurals as newspapers do («с Багам», «из Черновцов»),
    leaves «Тонга» and «Лиепая» as they are, but not «администрация Иваново», and takes «Лодзь» and «Ухань»
    for masculine.
    """
    low, genitive = word.lower(), known[1].lower()
    if known[0] == known[1]:
        declines = low.endswith("ая") or (low[-1] == "а" and low[-2] not in _VOWELS)
        return _by_ending(word, slavic=False) if declines else []
    if low[-1] not in _VOWELS + "йь" and not genitive.startswith(low) and not low.endswith(_FLEETING):
        return _masculine(word, slavic=False)
    if low[-1] in "ыи" and genitive.endswith("ов") and len(word) > _SHORTEST_PLURAL:
        return [(known[0], word[:-1], *known[2:])]
    if low.endswith("цы"):
        return [(known[0], word[:-1] + "ов", *known[2:])]
    if low.endswith(("ово", "ево", "ино", "ыно")):
        return [(word,) * 6]
    if low.endswith(("дзь", "ань", "унь")) and genitive.endswith("я"):
        return [_by_ending(word, slavic=False)[1]]
    return []


def _as_printed(form: str, like: str) -> str:
    return form.capitalize() if like[:1].isupper() else form


def _is_adjective(word: str) -> bool:
    if word[-2:].lower() not in _ADJECTIVE_ENDINGS:
        return False
    last = word.rpartition("-")[2].lower()
    return any(r.tag.POS in ("ADJF", "PRTF") and r.tag.case == "nomn" for r in analyzer().parse(last))


def _is_common_noun(word: str) -> bool:
    """«Республика», «Остров», «Королевство»: a head that declines before what it governs."""
    return any(
        r.is_known
        and r.tag.POS == "NOUN"
        and r.tag.case == "nomn"
        and not {"Geox", "Surn", "Name", "Patr", "Orgn"} & set(r.tag.grammemes)
        for r in analyzer().parse(word.lower())[:2]
    )


def adjective_forms(word: str) -> Paradigm:
    """Return the paradigm of an adjective in the nominative.

    >>> adjective_forms("Верхняя")[1], adjective_forms("Железнодорожный")[5]
    ('Верхней', 'Железнодорожном')
    """
    stem, ending = word[:-2], word[-2:]
    last = stem[-1:].lower()
    endings = _ADJECTIVE_ENDINGS[ending]
    if last in "кгх":
        endings = _AFTER_VELAR.get(ending, endings)
    elif last in _HUSHING:
        endings = _AFTER_HUSHING.get(ending, endings)
    return tuple(stem + one for one in endings.split())


def _by_ending(word: str, slavic: bool) -> list[Paradigm]:
    """Decline a noun by its ending alone."""
    low = word.lower()
    last = low[-1]
    if last == "а":
        return [_feminine(word)]
    if last == "я":
        stem = word[:-1]
        locative = "и" if low[-2:-1] == "и" else "е"
        return [tuple(stem + end for end in ("я", "и", locative, "ю", "ей", locative))]
    if last == "ь":
        stem = word[:-1]
        masculine = tuple(stem + end for end in ("ь", "я", "ю", "ь", "ем", "е"))
        feminine = tuple(stem + end for end in ("ь", "и", "и", "ь", "ью", "и"))
        return [masculine, feminine]
    if last == "й":
        stem = word[:-1]
        locative = "и" if low[-2:-1] == "и" else "е"
        return [tuple(stem + end for end in ("й", "я", "ю", "й", "ем", locative))]
    if slavic and low.endswith(("ово", "ево", "ёво", "ино", "ыно")):
        stem = word[:-1]
        return [tuple(stem + end for end in ("о", "а", "у", "о", "ом", "е")), (word,) * 6]
    if slavic and last in "ыи":
        plural = _plural(word)
        longer = [(plural[0], word[:-1] + "ов", *plural[2:])] if last == "ы" else []
        return [plural, (word,) * 6, *longer]
    if last in _VOWELS:
        return [(word,) * 6]
    return _masculine(word, slavic)


def _feminine(word: str) -> Paradigm:
    stem = word[:-1]
    last = stem[-1:].lower()
    genitive = "и" if last in "кгхжшчщ" else "ы"
    instrumental = "ей" if last in _HUSHING + "ц" else "ой"
    return tuple(stem + end for end in ("а", genitive, "е", "у", instrumental, "е"))


def _plural(word: str) -> Paradigm:
    stem = word[:-1]
    soft = word[-1:] == "и" and stem[-1:].lower() not in "кгхжшчщ"
    return tuple(
        stem + end for end in ((word[-1], "", "ам", word[-1], "ами", "ах") if not soft else (word[-1],) * 6)
    )


def _masculine(word: str, slavic: bool) -> list[Paradigm]:
    instrumental = "ем" if word[-1].lower() in _HUSHING + "ц" else "ом"
    endings = ("", "а", "у", "", instrumental, "е")
    paradigms = [tuple(word + end for end in endings)]
    low = word.lower()
    if slavic and low.endswith(("ец", "ок", "ёк")) and len(word) > 4 and low[-3] not in _VOWELS:
        fleeting = word[:-2] + word[-1]
        paradigms.append(
            (word, *(fleeting + end for end in endings[1:3]), word, fleeting + instrumental, fleeting + "е")
        )
    if slavic and low.endswith(("ов", "ев", "ёв", "ин", "ын")):
        paradigms.append(tuple(word + end for end in ("", "а", "у", "", "ым", "е")))
    return paradigms
