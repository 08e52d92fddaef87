"""The dictionary form of a body's name: head and its adjectives in the nominative, the rest as printed."""

from __future__ import annotations

from functools import lru_cache

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.morphology import inflect, parses

_NOMINATIVE = {"masc": "ый", "femn": "ая", "neut": "ое", "plur": "ые"}
_HARD = ("ый", "ой", "гий", "кий", "хий")  # in the masculine
_SOFT = {"masc": "ий", "femn": "яя", "neut": "ее", "plur": "ие"}
_ENDINGS = (
    *("ого", "его", "ому", "ему", "ыми", "ими", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ую", "юю"),
    *("ым", "им", "ом", "ем", "ей", "ых", "их", "ые", "ие"),
)
CASES = ("gent", "datv", "accs", "ablt", "loct")
# How names of things decline, by their last letter, variants together; of a soft sign both classes.
_PARADIGMS = {
    "": ("а", "у", "|а", "ом|ем", "е"),  # Росатом, Спартак
    "й": ("я", "ю", "й|я", "ем", "е|и"),  # Пересвет-Край
    "а": ("ы|и", "е", "у", "ой|ей", "е"),  # Акорда, Госдума
    "я": ("и", "е|и", "ю", "ей", "е|и"),  # Нацгвардия
    "ь": ("и|я", "и|ю", "ь", "ью|ем", "и|е"),  # Роснефть, Кремль
    "и": ("ей|й|", "ям", "и", "ями", "ях"),  # Ведомости
    "ы": ("ов|", "ам", "ы", "ами", "ах"),  # Аргументы
}


_MARKS = '«»"“”„'


def with_letters_of(word: str, printed: str) -> str:
    """Give `word` the capitals of `printed`: («министерство», «Министерства») is «Министерство»."""
    if printed.isupper() and len(printed) > 1:
        return word.upper()
    if "-" in printed and word.count("-") == printed.count("-"):
        return "-".join(map(with_letters_of, word.split("-"), printed.split("-")))
    return word[:1].upper() + word[1:] if printed[:1].isupper() else word


def with_yo_of(name: str, printed: str) -> str:
    """Give a name the ё that its mention has: («Шахтер», «Шахтёра») is «Шахтёр»."""
    if "ё" not in printed:
        return name
    return "".join(
        "ё" if at < len(printed) and letter == "е" and printed[at] == "ё" else letter
        for at, letter in enumerate(name)
    )


@lru_cache(maxsize=LIGHT)
def adjective(word: str, gender: str) -> str:
    """Return an adjective in the nominative of a gender (or "plur"), in small letters; the degree is kept.

    >>> adjective("Высшего", "masc"), adjective("Актюбинской", "femn"), adjective("городского", "masc")
    ('высший', 'актюбинская', 'городской')
    """
    low = word.lower()
    ending = next((e for e in _ENDINGS if low.endswith(e)), None)
    if ending is None:
        return low
    if gender == "masc" and (stressed := _stressed(low)):
        return stressed  # «окружной», not «окружный»
    stem = low[: len(low) - len(ending)]
    if regular := _hard(low, stem, gender):
        return regular
    for pos in ("ADJF", "PRTF"):
        plural = gender == "plur"
        found = inflect(low, pos, "nomn", "plur" if plural else "sing", None if plural else gender)
        if (
            found
            and len(found) <= len(stem) + 2
            and found.replace("ё", "е").startswith(stem.replace("ё", "е"))
        ):
            return found if "ё" in low else found.replace("ё", "е")
    return stem + _ending(stem, ending, gender)


def _hard(word: str, stem: str, gender: str) -> str:
    """Return what the lemma tells alone, as of most words: «районный», «районная»; "" of «синий», «свой»."""
    lemma = next((r.lemma for r in parses(word) if r.pos == "ADJF"), "")
    if lemma[:-2] != stem or not lemma.endswith(_HARD) or len(stem) < 3:
        return ""
    if gender == "masc":
        return lemma
    return stem + ("ие" if gender == "plur" and stem[-1] in "гкхжшчщ" else _NOMINATIVE[gender])


def _stressed(word: str) -> str:
    """Return the masculine in -ой that a form may belong to: of two adjectives that one names bodies."""
    lemmas = (r.lemma for r in parses(word) if r.pos == "ADJF" and r.known and r.gender != "femn")
    return next((lemma for lemma in lemmas if lemma.endswith("ой") and "ё" not in lemma), "")


def _ending(stem: str, ending: str, gender: str) -> str:
    if ending[0] in "еяю" or (ending in ("ий", "им", "их", "ими") and stem[-1:] not in "гкхжшчщ"):
        if stem[-1:] in "жшчщ" and gender == "femn":
            return "ая"
        return _SOFT[gender]
    if gender in ("masc", "plur") and stem[-1:] in "гкхжшчщ":
        return "ий"
    return _NOMINATIVE[gender]


def noun_forms(word: str) -> dict[str, set[str]]:
    """Return the forms of a thing's one-word name by case: of «Акорда» «Акорды», «Акорде» and so on."""
    last = word[-1]
    short = last in "иы" and len(word) < 5  # «Меги», «Азы»
    if short or not last.isalpha() or last in "еёоуэю":
        return {case: {word} for case in ("nomn", *CASES)}
    ending, rows = (last, _PARADIGMS[last]) if last in _PARADIGMS else ("", _PARADIGMS[""])
    stem = word[: len(word) - len(ending)]
    forms = {
        case: {stem + spelled for spelled in row.split("|")} for case, row in zip(CASES, rows, strict=True)
    }
    return {"nomn": {word}, **forms}


def nominative(words: list[str], head: int, lemma: str, gender: str) -> str:
    """Return the words of a name with the head (at `head`) and the adjectives before it in the nominative.

    >>> nominative(["Высшего", "межгосударственного", "совета"], 2, "совет", "masc")
    'Высший межгосударственный совет'
    """
    done = [
        with_letters_of(adjective(word, gender), word) if _inflects(word) else word for word in words[:head]
    ]
    done.append(with_letters_of(lemma, words[head]))
    return " ".join([*done, *words[head + 1 :]])


def _inflects(word: str) -> bool:
    return word.lower() not in ("и", ",", "по") and word[:1].isalpha()


def title_nominative(word: str) -> str:
    """Return the likely nominative of a one-word name in an oblique case: «Казводхозе» → «Казводхоз».

    A reading as a body's name comes first. Only for a word that its surroundings put into an oblique case.
    """
    nouns = [r for r in parses(word) if r.pos == "NOUN" and r.number == "sing" and not r.fixed]
    nouns.sort(key=lambda r: "Orgn" not in r.marks)
    for reading in nouns:
        if reading.case not in ("nomn", None) and (reading.known or reading.case != "accs"):
            return with_letters_of(reading.lemma, word)
    known = [r for r in parses(word) if r.known and r.pos == "NOUN" and r.number == "plur"]
    if known and all(
        r.case not in ("nomn", None) for r in known
    ):  # «лидер «Граждан»», «рассказал «Известиям»»
        plural = inflect(word, "NOUN", "nomn", "plur")
        return with_letters_of(plural, word) if plural else word
    club, dash, town = word.partition("-")
    if dash and town[:1].isupper() and any(r.case == "nomn" for r in parses(town)[:2]):
        return f"{title_nominative(club)}-{town}"  # «Локомотива-Кубань»
    return word


def phrase_nominative(words: list[str]) -> str:
    """Return «adjectives + noun (+ its dependants)» in the nominative; other words as they are.

    >>> phrase_nominative(["Новой", "правды", "Востока"])
    'Новая правда Востока'
    """
    for head, word in enumerate(words):
        readings = parses(word)
        nouns = [
            r for r in readings if r.pos == "NOUN" and r.number == "sing" and r.case not in ("nomn", None)
        ]
        if head and nouns and word.islower():
            return nominative(words, head, nouns[0].lemma, nouns[0].gender or "masc")
        if not any(r.pos == "ADJF" and r.case != "nomn" for r in readings):
            break
    return " ".join(words)


def compound_nominative(word: str) -> str:
    """Return the nominative of a compound that may stand in any case: «Казводхозе» → «Казводхоз»."""
    nouns = [r for r in parses(word) if r.pos == "NOUN" and r.number == "sing"]
    named = [r for r in nouns if "Orgn" in r.marks] or [r for r in nouns if not r.marks] or nouns
    if not named or any(r.case == "nomn" for r in named):
        return word
    return with_letters_of(named[0].lemma, word)


def folded(name: str) -> str:
    """Return a name as entities compare it: small letters, е for ё, without quotes."""
    kept = name.lower().replace("ё", "е")
    for mark in _MARKS:
        kept = kept.replace(mark, "")
    return " ".join(kept.split())
