"""The counted thing after a number: where its phrase ends, and its dictionary form.

Russian shows the way: a number governs the case of what it counts («три школы», «пять школ», «в шести
школах»), and adjectives agree with their noun. A reading of a word that fits neither is not this phrase.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from kzuz_extract.bounds import LIGHT
from kzuz_extract.counts.vocabulary import words
from kzuz_extract.language.inflection import ADJECTIVES, agrees, nominative, nominative_word
from kzuz_extract.language.morphology import Parse, known_parses, parses
from kzuz_extract.language.numerals import Number
from kzuz_extract.text import Form, Text
from kzuz_extract.text.tokens import Shape

_MOST_WORDS = 8
_FOREIGN = frozenset("әғқңөұүһіўҳҷӣӯ")
_ONE_LETTER_WORDS = frozenset("ивскоуа")
_LONG_PART = 4
_SHORTEST_PART = 3  # letters of a word to which the next one may be glued
_SERVANTS = frozenset({"PREP", "CONJ", "ADVB", "NPRO", "PRCL"})
_GLUED_PARTS = frozenset(
    {"PRED", "PREP", "CONJ", "VERB", "PRCL", "NOUN", "ADJF", "ADVB", "PRTS", "PRTF", "NPRO"}
)
_SIBILANTS, _ENDING = frozenset("шщ"), 4  # «погибших», «работающими»: an active participle before its ending
_JOINTS = frozenset({"и", "или", ","})
_LONGEST_ABBREVIATION = 6
_NEAR = 10  # tokens around «голов» that may speak of animals


class Phrase(NamedTuple):
    """Tokens up to `end` (exclusive); the head is None where the noun itself is not said there.

    adjectives  the words between number and head
    lemma       the head's lemma as the dictionary has it, whatever `head` prints
    reading     how the head is read here
    word        the head as it stands here, in small letters
    upper       its first part in capitals: «IT» of «IT-компаний»
    cut         letters at the end of the last token that belong to another word, glued to it: «домовв»
    """

    end: int
    head: str | None
    adjectives: tuple[str, ...] = ()
    lemma: str = ""
    reading: Parse | None = None
    word: str = ""
    upper: str = ""
    cut: int = 0

    @property
    def noun(self) -> str | None:
        """The dictionary form of the whole phrase, if its words have one: «новая школа»."""
        if not self.adjectives:
            return self.head
        noun = nominative(self.adjectives, self.word, self.reading) if self.reading is not None else None
        return _with_capitals(noun, self.upper) if noun else noun

    @property
    def is_time(self) -> bool:
        """True for «лет», «часов», «рабочих дней»: what dates own."""
        return self.lemma.replace("ё", "е") in words("time", "unit_lemmas")

    @property
    def plural(self) -> bool:
        """True where the head stands in the plural."""
        return self.reading is not None and self.reading.number == "plur"

    @property
    def only_plural(self) -> bool:
        """True for «роды», «выборы», which have no singular."""
        return all(parse.number == "plur" for parse in parses(self.lemma) if parse.lemma == self.lemma)


class Government:
    """What a number asks of its noun: pairs of case and number, the usual first.

    There are but a few, each made once, so that what a word is to each of them can be remembered.
    """

    __slots__ = ("_ranks", "wanted")

    def __init__(self, *wanted: tuple[str, str]) -> None:
        self.wanted = wanted
        self._ranks = {pair: rank for rank, pair in enumerate(wanted)}

    def rank(self, reading: Parse) -> int | None:
        """How well a reading fits: 0 is best; None where it does not fit at all."""
        return self._ranks.get((reading.case or "", reading.number or ""))


_PLURAL = (("gent", "plur"), ("datv", "plur"), ("ablt", "plur"), ("loct", "plur"), ("accs", "plur"))
_AFTER_ONE = tuple((case, "sing") for case in ("nomn", "gent", "datv", "accs", "ablt", "loct"))
_ONE = Government(*_AFTER_ONE)
_TWO = Government(("gent", "sing"), *_PLURAL)
_MANY = Government(*_PLURAL)
_ORDINAL = Government(*_AFTER_ONE, ("nomn", "plur"), *_PLURAL)
_PART = Government(("gent", "sing"), ("gent", "plur"))
_FIVE, _MANY_ONES = Decimal(5), frozenset({0, 5, 6, 7, 8, 9})
GREAT = Government(("gent", "plur"), ("gent", "sing"))


def government(number: Number) -> Government:
    """Return what a number governs: «21 школа», «22 школы», «25 школ», «2,5 школы», «2 тысячи школ»."""
    if number.form == "ordinal":
        return _ORDINAL
    if number.magnitude or number.noun or number.vague:
        return GREAT
    value = number.value if number.value is not None else number.high or _FIVE
    whole = abs(int(value))
    if whole != abs(value):
        return _PART
    ones = whole % 10
    if number.form == "collective" or ones in _MANY_ONES or whole // 10 % 10 == 1:
        return _MANY
    return _ONE if ones == 1 else _TWO


def counted_phrase(
    text: Text, at: int, last: int, governs: Government, *, people: bool = False
) -> Phrase | None:
    """Read the phrase that starts at a token and ends before token `last`; None where none starts there.

    `people` says that the number itself counts people («трое»), so that a lone adjective is a person.
    """
    last = min(last, at + _MOST_WORDS)
    adjectives: list[int] = []
    i = at
    while i < last:
        form = text.forms[i]
        if _abbreviation(form):
            return _finish(text, at, i, None)
        readings = _readings(form, governs)
        if i + 1 < last and _may_be_adjective(readings) and _goes_on(text, i, last, governs):
            adjectives.append(i)
            i += 1 + _joint(text, i + 1, last)
            continue
        nouns = [r for r in readings if _is_noun(r, readings[0]) and _agrees_with_all(text, adjectives, r)]
        glued = None if readings and readings[0].known else unglued(form, governs)
        if glued:
            return _finish(text, at, i, glued[1], glued[0])
        if nouns and not _is_name(text, i, nouns[0]) and not _two_words(form.key):
            return _finish(text, at, i, _of_cattle(text, i, nouns, governs))
        if readings and readings[0].pos in ADJECTIVES:
            return _without_noun(text, at, i, readings, people)
        if i == at and _adverb_before_adjective(text, i, last, governs):
            i += 1
            continue
        break
    if adjectives:
        end = adjectives[-1] + 1
        return Phrase(end, None, _words_between(text, at, end))
    return None


def _of_cattle(text: Text, at: int, nouns: list[Parse], governs: Government) -> Parse:
    """«20 тысяч голов», «30 голов скота» are heads, «забил 20 голов» are goals."""
    best = nouns[0]
    if best.lemma not in words("cattle", "goals"):
        return best
    first, last = text.sentence_bounds(at)
    near = text.forms[max(first, at - _NEAR) : min(last, at + _NEAR)]
    cattle = any(
        form.shape is Shape.LOWER
        and any(p.lemma in words("cattle", "near_lemmas") for p in parses(form.key)[:2])
        for form in near
    )
    heads = (r for r in nouns if r.lemma in words("cattle", "heads"))
    return next(heads, best) if cattle or governs == GREAT else best


def _readings(form: Form, governs: Government) -> tuple[Parse, ...]:
    """The readings of a word as noun, adjective or participle that a number can govern, the best first."""
    if form.shape is Shape.SIGN or form.shape is Shape.NUMBER or len(form.text) < 2 or form.latin:
        return ()
    return () if is_foreign(form.key) else _ranked(form.key, governs)


@lru_cache(maxsize=LIGHT)
def is_time(word: str, governs: Government) -> bool:
    """Tell whether a number before it counts time or nothing: «5 лет», «15 ноября»."""
    known = known_parses(word)
    ranked = _ranked(word, governs) if known else ()
    if ranked:
        return _is_of_time(ranked[0]) and not _may_be_adjective(ranked)
    return bool(known) and known[0].pos != "ADVB" and any(map(_is_of_time, known))


def _is_of_time(reading: Parse) -> bool:
    return reading.lemma.replace("ё", "е") in words("time", "unit_lemmas")


def _may_be_adjective(readings: tuple[Parse, ...]) -> bool:
    return any(reading.pos in ADJECTIVES for reading in readings)


def is_foreign(word: str) -> bool:
    """Tell whether a word in small letters is Kazakh, Uzbek or Tajik: «жастағы»."""
    return not _FOREIGN.isdisjoint(word)


@lru_cache(maxsize=LIGHT)
def _ranked(word: str, governs: Government) -> tuple[Parse, ...]:
    readings = parses(word)
    if readings[0].known and readings[0].pos in _SERVANTS:
        return ()
    # «трёх сел» has villages, «три стали» hardly steel: against a verb only the plural speaks
    verb = readings[0].pos == "VERB"
    ranked = []
    for place, reading in enumerate(readings):
        if reading.pos != "NOUN" and (reading.pos not in ADJECTIVES or reading.fixed):
            continue  # «тур» is a round, hardly a breed of sheep that does not decline
        rank = 0 if reading.fixed else governs.rank(reading)
        if rank is not None and (not verb or (reading.case, reading.number) == ("gent", "plur")):
            ranked.append((rank > 1, -reading.score, len(reading.lemma), place, reading))
    ranked.sort(key=lambda entry: entry[:4])
    return tuple([entry[4] for entry in ranked])


def unglued(form: Form, governs: Government) -> tuple[str, Parse] | None:
    """Return the counted noun to which a scraper glued the next word, and its reading: «аппаратовв»."""
    if form.shape is not Shape.LOWER or len(form.key) <= _SHORTEST_PART or known_parses(form.key):
        return None
    return _unglued(form.key, governs)


@lru_cache(maxsize=LIGHT)
def _unglued(word: str, governs: Government) -> tuple[str, Parse] | None:
    for length in range(len(word) - 1, _SHORTEST_PART - 1, -1):
        rest = known_parses(word[length:])
        if not rest or rest[0].pos not in _GLUED_PARTS or not known_parses(word[:length]):
            continue
        if len(word) - length == 1 and word[length] not in _ONE_LETTER_WORDS:
            continue
        for noun in _ranked(word[:length], governs):
            # a compound begins with what looks like a nominative: «замглавы», «спортплощадок»
            if noun.pos == "NOUN" and not noun.fixed and noun.case not in ("nomn", "accs"):
                return word[:length], noun
    return None


@lru_cache(maxsize=LIGHT)
def _two_words(word: str) -> bool:
    """«апреляжители»: what no dictionary knows and what two known words make is no noun."""
    if known_parses(word):
        return False
    return any(
        known_parses(word[length:]) and _cannot_begin_a_word(word[:length])
        for length in range(_LONG_PART, len(word) - _LONG_PART + 1)
    )


def _cannot_begin_a_word(part: str) -> bool:
    """«апреля» ends a phrase; «видео», «спорт» make compounds."""
    readings = known_parses(part)
    return bool(readings) and all(r.pos == "NOUN" and not r.fixed and r.case != "nomn" for r in readings)


def _is_noun(reading: Parse, best: Parse) -> bool:
    """«трёх рабочих» may be people, «десяти новых» is no neuter noun «новое»."""
    return reading.pos == "NOUN" and (best.pos == "NOUN" or reading.animacy == "anim")


def _goes_on(text: Text, at: int, last: int, governs: Government) -> bool:
    """Tell whether the adjective at `at` is followed by an adjective or a noun that agrees with it."""
    after = at + 1 + _joint(text, at + 1, last)
    if after >= last:
        return False
    if _abbreviation(text.forms[after]) and after == at + 1:
        return True
    mine = [r for r in _readings(text.forms[at], governs) if r.pos in ADJECTIVES]
    next_ones = _readings(text.forms[after], governs)
    if after > at + 1:
        alike = any(agrees_alike(a, b) for a in mine for b in next_ones if b.pos in ADJECTIVES)
        return alike and _goes_on(text, after, last, governs)
    return any(agrees_alike(a, b) if b.pos in ADJECTIVES else agrees(a, b) for a in mine for b in next_ones)


def agrees_alike(one: Parse, other: Parse) -> bool:
    """Two adjectives of one noun: «новых детских»."""
    return one.case == other.case and one.number == other.number and one.gender == other.gender


def _is_adverb(form: Form) -> bool:
    known = known_parses(form.key)
    return bool(known) and known[0].pos == "ADVB"


def _joint(text: Text, at: int, last: int) -> int:
    """1 where «и», a comma or an adverb may join two adjectives: «жилых и нежилых», «вновь сданных»."""
    if at + 1 >= last:
        return 0
    form = text.forms[at]
    return 1 if form.key in _JOINTS or (form.shape is Shape.LOWER and _is_adverb(form)) else 0


def _agrees_with_all(text: Text, adjectives: list[int], noun: Parse) -> bool:
    return all(
        noun.fixed or any(agrees(r, noun) for r in parses(text.forms[i].key) if r.pos in ADJECTIVES)
        for i in adjectives
    )


def _abbreviation(form: Form) -> bool:
    """«34 ЧС», «45 МРП»: a Cyrillic abbreviation can be counted."""
    return form.shape is Shape.UPPER and not form.latin and len(form.text) <= _LONGEST_ABBREVIATION


def _is_name(text: Text, at: int, reading: Parse) -> bool:
    """«12 Су-30»: a capital makes a name of a word that no dictionary knows or that figures are joined to."""
    form = text.forms[at]
    if not form.capital or (_upper_part(form) and known_parses(form.key.rpartition("-")[2])):
        return False  # «6 IT-компаний»
    joined = at + 1 < len(text.forms) and text.forms[at + 1].text in "-–" and text.touches(at + 1)
    return joined or bool(reading.marks) or not reading.known


def _upper_part(form: Form) -> str:
    """«IT» of «IT-компаний», "" for a word without such a first part."""
    first, _, last = form.text.rpartition("-")
    return first if first.isupper() and last.islower() else ""


def _with_capitals(phrase: str, upper: str) -> str:
    """«IT-компания» keeps the capitals that the keys of words have not."""
    return phrase.replace(f"{upper.lower()}-", f"{upper}-") if upper else phrase


def _adverb_before_adjective(text: Text, at: int, last: int, governs: Government) -> bool:
    """«12 вновь построенных школ»."""
    if at + 2 >= last or text.forms[at].shape is not Shape.LOWER:
        return False
    if not _is_adverb(text.forms[at]):
        return False
    return _may_be_adjective(_readings(text.forms[at + 1], governs))


def _finish(text: Text, start: int, at: int, reading: Parse | None, word: str | None = None) -> Phrase:
    """The phrase whose head is token `at`, or, where words are glued together, the first `word` of it."""
    form = text.forms[at]
    before = _words_between(text, start, at)
    if reading is None:
        return Phrase(at + 1, form.text, before, form.key)
    word = word or form.key
    upper = _upper_part(form) if form.capital else ""
    head = nominative_word(word, reading)
    if head and upper:
        head = _with_capitals(head, upper)
    return Phrase(at + 1, head, before, reading.lemma, reading, word, upper, len(form.key) - len(word))


def _words_between(text: Text, start: int, at: int) -> tuple[str, ...]:
    """The words of a phrase before its head; a comma between adjectives is left out."""
    return tuple(form.key for form in text.forms[start:at] if form.shape is not Shape.SIGN)


def _names_people(word: str, reading: Parse) -> bool:
    """«погибших», «задержанных», «больных»; «запланированных» waits for a noun."""
    if reading.lemma in words("people", "adjective_lemmas"):
        return True
    if reading.pos != "PRTF" or not reading.known:
        return reading.known and reading.lemma.endswith("ший")
    active = not _SIBILANTS.isdisjoint(word.removesuffix("ся")[-_ENDING:])
    return active or reading.lemma in words("people", "passive_verbs")


def _without_noun(text: Text, start: int, at: int, readings: tuple[Parse, ...], people: bool) -> Phrase:
    """«трое задержанных»: a participle stands for a noun; «890 водооткачивающих» waits for one."""
    reading = readings[0]
    before = _words_between(text, start, at)
    key = text.forms[at].key
    thing = next((r for r in readings if r.lemma in words("people", "thing_lemmas")), None)
    if thing is not None:
        return _finish(text, start, at, thing)
    if not people and not _names_people(key, reading):
        return Phrase(at + 1, None, (*before, key))
    return Phrase(at + 1, nominative_word(key, reading), before, reading.lemma, reading, key)
