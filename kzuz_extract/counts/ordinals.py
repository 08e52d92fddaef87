"""Ordinals: «второе заседание», «20-я годовщина», «XXVII съезд», «в 11 классе», «первый — …, второй — …»."""

from __future__ import annotations

from decimal import Decimal

from kzuz_extract.counts.ages import is_year_of_life
from kzuz_extract.counts.phrases import Government, Phrase, counted_phrase
from kzuz_extract.counts.place import ONE, Found, Place
from kzuz_extract.counts.vocabulary import words
from kzuz_extract.language.inflection import CASES, agrees
from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals_words import WORDS
from kzuz_extract.names.scene import OPENING
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_PLURAL = Government(*((case, "plur") for case in CASES))
_SINGULAR = Government(*((case, "sing") for case in CASES))
_ANY = Government(*_SINGULAR.wanted, *_PLURAL.wanted)
_MARKS = frozenset(":—–-,")
_MAGNITUDES = frozenset(Decimal(10) ** power for power in (3, 6, 9, 12))
_LONGEST_BETWEEN = 8  # tokens of «в новейшей истории страны» and the start of the noun
_RUNNING = "подряд"  # «третью подряд победу»
_NEVER_BETWEEN = frozenset({"из", "от", "после", "перед"})  # «первый из троих», «второй после меня»
_DIGITS_OF_A_YEAR = 4
_FURTHEST = 30  # tokens between «первый» and «второй»


def year_of_life(place: Place) -> Found | None:
    """«на 97-м году жизни»: the year is counted, the age is one less."""
    number = place.number
    if not is_year_of_life(place.text, number):
        return None
    return Found(number.first, number.end + 1, place.value("ordinal", number.end + 1, head="год", noun="год"))


def ordinal(place: Place) -> Found | None:
    """«второе заседание», «20-я годовщина», «XXVII съезд»."""
    number = place.number
    if _in_a_name(place):
        return None
    phrase = _ordinal_phrase(place)
    if phrase is None or phrase.head is None or not _is_ordered(place, phrase) or _says_size(place, phrase):
        return None
    if not _agrees(place, phrase):
        return None
    value = place.value("ordinal", phrase.end, head=phrase.head, noun=phrase.noun)
    return Found(number.first, phrase.end, value, phrase, phrase.cut)


_CASES_OF_ENDINGS = {"му": ("datv",), "го": ("gent", "accs")}


def _agrees(place: Place, phrase: Phrase) -> bool:
    """«к 30-му съезду»; in «к 2030-му доля вырастет» the noun has another case: the figure is a year."""
    number, forms = place.number, place.text.forms
    letters = phrase.end > number.end and forms[phrase.end - 1].shape is Shape.UPPER
    if letters and len(forms[number.first].text) == _DIGITS_OF_A_YEAR:
        return False  # «в 2025-м ВВП вырос»
    cases = _CASES_OF_ENDINGS.get(forms[number.end - 1].key)  # the ending is a token of its own
    if cases is None or phrase.end <= number.end:
        return True
    nouns = [parse for parse in parses(forms[phrase.end - 1].key) if parse.pos == "NOUN"]
    return not nouns or any(noun.case in cases and noun.gender != "femn" for noun in nouns)


def _says_size(place: Place, phrase: Phrase) -> bool:
    """«миллиардный контракт», «тысячная толпа» say how great; «миллионный посетитель» is one of a row."""
    word = WORDS.get(place.text.forms[place.number.first].key)
    great = word is not None and word.value in _MAGNITUDES and word.value == place.number.value
    return great and phrase.reading is not None and phrase.reading.animacy != "anim"


def figure_ordinal(place: Place) -> Found | None:
    """«в 11 классе», «занял 3 место»: a singular in a case that a cardinal would not leave it in."""
    number, before = place.number, place.previous
    if number.figures is None or place.like_a_year or not number.value or place.is_before_time(_SINGULAR):
        return None
    phrase = counted_phrase(place.text, number.end, place.last, _SINGULAR)
    if phrase is None or phrase.head is None or phrase.is_time or not _is_ordered(place, phrase):
        return None
    if phrase.lemma in words("ordinal", "ordered"):
        fits = phrase.reading is not None and (number.value == ONE or phrase.reading.case != "gent")
    else:
        oblique = phrase.reading is not None and phrase.reading.case in ("loct", "datv", "ablt")
        governed = before is not None and parses(before.key)[0].pos == "PREP"
        fits = oblique and governed and number.value != ONE and place.phrase is None
        fits = fits and phrase.lemma not in words("labels", "loose_lemmas")
    if not fits:
        return None
    value = place.value("ordinal", phrase.end, head=phrase.head, noun=phrase.noun)
    return Found(number.first, phrase.end, value, phrase)


def _is_ordered(place: Place, phrase: Phrase) -> bool:
    """«первый этап» is ordered; «первый квартал» is a date, «первые книги» are vague."""
    forms = place.text.forms[place.number.first : phrase.end]
    if phrase.lemma in words("ordinal", "date_lemmas") or phrase.lemma in words("ordinal", "posts"):
        return False
    if phrase.lemma.startswith("зам") and phrase.reading is not None and not phrase.reading.known:
        return False  # «замглавнокомандующего»: deputies are more than any list knows
    if forms[0].shape is Shape.NUMBER and (
        phrase.lemma == "год"
        or phrase.lemma in words("labels", "strict_lemmas") - words("ordinal", "numbered")
    ):
        return False
    if phrase.noun in words("ordinal", "names"):
        return False
    return " ".join(form.key for form in forms) not in words("ordinal", "idioms")


def bare_ordinal(place: Place) -> Found | None:
    """«Первый — …, второй — …», «первый в истории», «шестнадцатый из семнадцати»: an ordinal alone."""
    number = place.number
    if number.roman or number.value is None or _in_a_name(place):
        return None
    form, after, before = place.text.forms[number.first], place.next, place.previous
    if after is None or _is_plural(form):
        return None
    if before is not None and before.key in ("с", "со") and form.key.endswith("ом"):
        return None  # «прыжки с шестом»
    if form.shape is Shape.NUMBER:
        stands = after.key == "по" and _key_at(place, number.end + 1) == "счету"
        stands = stands or _before_another(place)
    else:
        opens = before is None or before.text in OPENING
        stands = after.text in _MARKS or parses(after.key)[0].pos == "PREP" or (opens and after.text == ".")
        stands = stands or after.key == _RUNNING or _before_another(place) or _enumerates(place)
    if not stands:
        return None
    head, noun = _noun_behind(place)
    value = place.value("ordinal", number.end, head=head, noun=noun)
    return Found(number.first, number.end, value)


def _noun_behind(place: Place) -> tuple[str | None, str | None]:
    """«первую для страны олимпийскую медаль», «второй в этом году матч»: what agrees behind the parenthesis.

    The words between hold places and dates of their own, so that only the ordinal is in the span.
    """
    text, at = place.text, place.number.end
    if parses(text.forms[at].key)[0].pos != "PREP" or text.forms[at].key in _NEVER_BETWEEN:
        return None, None
    mine = [r for r in parses(text.forms[place.number.end - 1].key) if r.number == "sing"]
    for first in range(at + 2, min(at + _LONGEST_BETWEEN, place.last)):
        form = text.forms[first]
        if form.shape is Shape.SIGN or parses(form.key)[0].pos in ("VERB", "CONJ", "PREP"):
            return None, None
        if form.shape is not Shape.LOWER:
            continue
        phrase = counted_phrase(text, first, place.last, _SINGULAR)
        if phrase is None or phrase.head is None or phrase.reading is None or phrase.is_time:
            continue
        if any(agrees(own, phrase.reading) for own in mine):
            return (phrase.head, phrase.noun) if _is_ordered(place, phrase) else (None, None)
    return None, None


def _before_another(place: Place) -> bool:
    """«в первом и во втором чтениях»: another ordinal is near, behind «и»."""
    end, others = place.number.end, place.neighbours
    other = others[-1] if others else place.number
    return _key_at(place, end) in ("и", "или") and other.form == "ordinal" and 0 < other.first - end <= 2


def _enumerates(place: Place) -> bool:
    """«первый прошёл …, второй пройдёт …»: the sentence goes on to the next, or came from the one before."""
    number, forms = place.number, place.text.forms
    before = forms[max(place.first, number.first - _FURTHEST) : number.first]
    after = forms[number.end : min(place.last, number.end + _FURTHEST)]
    return any(
        word is not None
        and word.kind == "ordinal"
        and number.value is not None
        and word.value == number.value + step
        for step, near in ((-1, before), (1, after))
        for word in (WORDS.get(form.key) for form in near)
    )


def _key_at(place: Place, at: int) -> str | None:
    form = place.after(at)
    return form.key if form is not None else None


def _is_plural(form: Form) -> bool:
    return form.shape is not Shape.NUMBER and all(parse.number == "plur" for parse in parses(form.key))


def _ordinal_phrase(place: Place) -> Phrase | None:
    """The noun agrees with an ordinal in words; after figures it is a singular."""
    number, text = place.number, place.text
    if number.end < place.last and text.forms[number.end].key == _RUNNING:
        return counted_phrase(text, number.end + 1, place.last, _SINGULAR)
    if number.roman or text.forms[number.first].shape is Shape.NUMBER:
        return counted_phrase(text, number.end, place.last, _SINGULAR) or _shared_noun(place)
    others = place.neighbours
    last = others[-1].first if others and others[-1].first > number.end else place.last
    phrase = counted_phrase(text, number.end - 1, min(last, place.last), _ANY)
    if phrase is None or phrase.end <= number.end or not phrase.adjectives:
        return _shared_noun(place)
    if not phrase.only_plural and (phrase.plural or _is_plural(text.forms[number.end - 1])):
        return None  # «первые рассказы» are early ones
    behind = phrase.adjectives[1:]
    return phrase._replace(adjectives=behind[behind[:1] == ("и",) :])


def _shared_noun(place: Place) -> Phrase | None:
    """«в первом и втором чтениях»: two ordinals in the singular share a plural."""
    before = place.previous
    if before is None or before.key not in ("и", "или", "во", "в", "на", ","):
        return None
    figures = place.text.forms[place.number.first].shape is Shape.NUMBER  # «на 12 и 81-й минутах»
    if not place.neighbours or (place.neighbours[0].form != "ordinal" and not figures):
        return None
    if not 0 < place.number.first - place.neighbours[0].end <= 2:
        return None
    return counted_phrase(place.text, place.number.end, place.last, _PLURAL)


def _in_a_name(place: Place) -> bool:
    """«Вторая мировая война», «Первый канал»: a capital inside a sentence makes it part of a name."""
    text, at = place.text, place.number.first
    form = text.forms[at]
    if form.shape is not Shape.TITLE:
        return False
    return at > place.first and text.forms[at - 1].text not in ("«", '"', "“", "„", "—", "–", "-", ":", "•")
