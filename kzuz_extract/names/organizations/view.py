"""The scene as organizations look at it: grammar of single tokens, breaks, places, the words around."""

from __future__ import annotations

from functools import cache, lru_cache
from operator import itemgetter
from typing import TypeAlias, TypeVar

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.morphology import Parse, parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.organizations.glue import noun_end
from kzuz_extract.names.organizations.lexicon import is_form_of, is_one_of, noun_lemmas, words
from kzuz_extract.names.scene import OPENING, Scene
from kzuz_extract.text import Form
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Shape

_ADJECTIVES = ("ADJF", "PRTF", "NUMR")
_PLACE_ENDINGS = ("", "а", "ы", "и", "о", "ь", "я", "е", "ия")
_ELLIPTIC = ("ая", "ой", "ую")
_ELLIPTIC_CLUB = ("ий", "ого", "ому", "им", "ом")
_HUMAN = {"Name", "Surn", "Patr"}
_FIRST = itemgetter(0)
T = TypeVar("T")
Agreements: TypeAlias = frozenset[tuple[str | None, str | None]]  # number and gender
_NO_AGREEMENT: Agreements = frozenset()
_NO_ADJECTIVE: dict[str | None, Agreements] = {}
_SPORT_WINDOW = 25
_VERBS = ("VERB", "INFN", "PRTS", "ADJS")
_RARE = 0.07
_SERVANTS = ("PREP", "CONJ", "PRCL", "NPRO", "ADJS", "PRTS")


def readings_of(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word however it is printed; all rules share what has been asked once."""
    return parses(word.lower().replace("ё", "е"))


@lru_cache(maxsize=LIGHT)
def noun_in(word: str, case: str) -> Parse | None:
    """Return the first reading of a word as a noun in a case; letters, prepositions and «готов» are none."""
    readings = readings_of(word)
    if len(word) < 2 or (readings and readings[0].pos in _SERVANTS and readings[0].score > 0.6):
        return None
    fitting = (r for r in readings if r.pos == "NOUN" and r.case == case)
    if not word.islower():
        return next(fitting, None)
    suited = [r for r in fitting if not r.marks & _HUMAN]  # of «халяль-индустрии» no given name
    if not suited:
        return None
    found = suited[0]
    if found.known or (readings[0].pos == "NOUN" and found.score > 0.15):
        return found
    return next((r for r in suited if r.lemma in words("heads", "fields")), None)  # «пробации»


def adjectives_in(word: str, case: str) -> Agreements:
    """Return number and gender of every reading of a word as an adjective in a case."""
    return _adjectives(word).get(case, _NO_AGREEMENT)


def is_adjective(word: str) -> bool:
    """Tell whether a word is an adjective in any case."""
    return bool(_adjectives(word))


@lru_cache(maxsize=LIGHT)
def _adjectives(word: str) -> dict[str | None, Agreements]:
    found: dict[str | None, set[tuple[str | None, str | None]]] = {}
    for r in () if word.isascii() else readings_of(word):
        if r.pos in _ADJECTIVES:
            number = "plur" if r.pos == "NUMR" else r.number
            found.setdefault(r.case, set()).add((number, r.gender if r.number == "sing" else None))
    if not found:
        return _NO_ADJECTIVE
    return {case: _shared(frozenset(agreements)) for case, agreements in found.items()}


@cache  # some dozens, which thousands of words share
def _shared(agreements: Agreements) -> Agreements:
    return agreements


@lru_cache(maxsize=LIGHT)
def adjective_lemma(word: str) -> str:
    """Return what a word is the form of, as an adjective; "" where it is none."""
    readings = [r for r in readings_of(word) if r.pos in _ADJECTIVES]
    readings.sort(key=lambda r: r.pos == "PRTF")  # «специализированный» is no «специализировать»
    return readings[0].lemma.replace("ё", "е") if readings else ""


@lru_cache(maxsize=LIGHT)
def is_of_sport(key: str) -> bool:
    """Tell whether a word speaks of a match: «матч», «обыграл», «вратарь»."""
    if is_one_of(key, "words", "sport") or is_form_of(key, "words", "defeats"):
        return True
    return adjective_lemma(key) in words("words", "of_sport")


@lru_cache(maxsize=LIGHT)
def is_verb(word: str) -> bool:
    """Tell whether the likeliest reading of a word is a verb."""
    found = readings_of(word)
    return bool(found) and found[0].pos in ("VERB", "INFN")


@lru_cache(maxsize=LIGHT)
def may_be_verb(word: str) -> bool:
    """Tell whether a word is likely to be a verb as well: «прибыли», «стали», but not «матерей»."""
    return any(
        r.known and r.pos in _VERBS and r.score > _RARE and not r.lemma.endswith("овый")
        for r in readings_of(word)
    )


@lru_cache(maxsize=LIGHT)
def is_person_like(word: str) -> bool:
    """Tell whether a capitalised word is a human name in its likeliest readings."""
    return any(r.marks & _HUMAN for r in readings_of(word)[:2])


@lru_cache(maxsize=LIGHT)
def is_geographic(word: str) -> bool:
    """Tell whether the dictionary knows a word as a place."""
    return any("Geox" in r.marks for r in readings_of(word)[:3])


@lru_cache(maxsize=LIGHT)
def of_place(adjective: str) -> bool:
    """Tell whether an adjective in -ский comes from a known place: «петропавловский», «тульский»."""
    if adjective in words("heads", "of_towns"):
        return True
    stem = adjective[:-4]
    if len(stem) == 2:  # «ошский», «омский»
        return any(place.kind == "city" for word in (stem, stem + "ск") for place in gazetteer.lookup(word))
    stems = {stem, stem.removesuffix("ин"), stem.removesuffix("ов"), stem.removesuffix("ь")}
    stems |= {stem + "ск", stem + "цк"}
    if stem.endswith("ж"):  # «рижский», «калужский»
        stems.add(stem[:-1] + "г")
    if stem.endswith("ий"):  # «софийский», «навоийский»
        return any(gazetteer.lookup(stem[:-1] + ending) for ending in ("", "я", "о"))
    return any(gazetteer.lookup(s + ending) for s in stems if len(s) > 2 for ending in _PLACE_ENDINGS)


@lru_cache(maxsize=LIGHT)
def elides_a_firm(key: str) -> bool:
    """«французская EDF», «московский «Спартак»»: after an adjective of a place the noun is left out."""
    if not key.endswith(_ELLIPTIC):
        return False
    return _is_of_land_or_town(adjective_lemma(key))


@lru_cache(maxsize=LIGHT)
def elides_a_club(key: str) -> bool:
    """«московский «Спартак»», «из ташкентского «Пахтакора»»: as `elides_a_firm`, of a club or a bank."""
    if not key.endswith(_ELLIPTIC_CLUB):
        return False
    return _is_of_land_or_town(adjective_lemma(key))


def _is_of_land_or_town(lemma: str) -> bool:
    if lemma in words("heads", "nations") or lemma == "столичный":
        return True
    return lemma.endswith(("ский", "цкий")) and of_place(lemma)


class View:
    """A scene with what organization rules ask of it.

    forms  those of the text, but of a token that a scraper glued together only what begins it
    glued  token -> how many characters at its end belong to the next word
    within the tokens that may belong to one name with the token before them
    capitals, quotes, opens  as in `Scene`
    """

    __slots__ = (
        "_bracketed",
        "breaks",
        "capitals",
        "forms",
        "glued",
        "opens",
        "quotes",
        "size",
        "text",
        "within",
    )

    def __init__(self, scene: Scene) -> None:
        self.text = scene.text
        self.forms: list[Form] = scene.text.forms
        self.glued: dict[int, int] = {}
        self.size = len(self.forms)
        self.quotes = scene.quotes
        self.opens = scene.opens
        self.capitals = scene.capitals
        self.breaks = frozenset(scene.text.sentences)
        self.within = set(range(1, self.size))
        self.within -= self.breaks
        self._bracketed: frozenset[str] | None = None

    def keep(self, at: int, name: Form) -> None:
        """Remember the name or noun that begins a glued token."""
        if self.forms is self.text.forms:
            self.forms = list(self.forms)
        self.glued[at] = len(self.forms[at].text) - len(name.text)
        self.within.discard(at + 1)
        self.forms[at] = name

    def where(self, asked: Asked[T]) -> list[int]:
        """Return the tokens of which the answer is true, in their order."""
        return [at for at, _ in self.told(asked)] if self.glued else asked.where(self.text)

    def told(self, asked: Asked[T]) -> list[tuple[int, T]]:
        """Return the same tokens, each with its answer."""
        told, glued = asked.told(self.text), self.glued
        if not glued:
            return told
        cut_off = [(at, answer) for at in glued if (answer := asked[self.forms[at]])]
        return sorted([*[one for one in told if one[0] not in glued], *cut_off], key=_FIRST)

    @property
    def bracketed(self) -> frozenset[str]:
        """What the text puts in brackets after its expansion: «обоснование (ТЭО)»."""
        if self._bracketed is None:
            forms = self.forms
            self._bracketed = frozenset(
                forms[at + 1].text
                for at in self.text.signs
                if forms[at].text == "(" and at + 2 < self.size and forms[at + 2].text == ")"
            )
        return self._bracketed

    def joined(self, at: int) -> bool:
        """Tell whether token `at` may belong to one name with the token before it."""
        return at in self.within

    def before(self, at: int) -> Form | None:
        """Return the token before `at` in its sentence."""
        return self.forms[at - 1] if at in self.within else None

    def after(self, end: int) -> Form | None:
        """Return the token at `end` if it continues the sentence."""
        return self.forms[end] if end in self.within else None

    def printed(self, first: int, end: int) -> str:
        """Return tokens as printed, white space made single, invisible characters dropped."""
        parts: list[str] = []
        for at in range(first, end):
            if at > first and not self.text.touches(at):
                parts.append(" ")
            parts.append(self.forms[at].text)
        return "".join(parts)

    def noun_phrase(self, at: int, case: str) -> int | None:
        """Return the end of «adjectives + noun» in a case from `at` on; adjectives may be joined by «и»."""
        agreeing: Agreements | None = None
        for i in range(at, min(at + 6, self.size)):
            if i > at and not self.joined(i):
                return None
            form = self.forms[i]
            if form.shape is Shape.SIGN or form.shape is Shape.NUMBER:
                if form.text == "," and agreeing is not None and i + 1 < self.size:
                    continue
                return None
            if form.key == "и" and agreeing is not None:
                continue
            if form.latin:
                return None
            if form.shape is Shape.UPPER:
                return i + 1
            adjectives = adjectives_in(form.text, case)
            noun = noun_in(form.text, case)
            if noun is None and not adjectives and (end := self._cut(i, case)):
                noun = noun_in(form.text[:end], case)
            if adjectives and (noun is None or self._noun_follows(i, case)):
                agreeing = adjectives if agreeing is None else agreeing | adjectives
                continue
            if noun is None:
                return None
            fits = agreeing is None or any(
                number == noun.number and gender in (noun.gender, None) for number, gender in agreeing
            )
            return i + 1 if fits or ("plur", None) in (agreeing or ()) else None
        return None

    def _cut(self, at: int, case: str) -> int | None:
        """«мобильностизаявил»: remember that a verb or preposition is glued to a noun."""
        form = self.forms[at]
        end = noun_end(form.key, case) if form.shape is Shape.LOWER and at not in self.glued else None
        if end is not None:
            self.keep(at, Form(form.text[:end]))
        return end

    def _noun_follows(self, at: int, case: str) -> bool:
        following = self.after(at + 1)
        return following is not None and noun_in(following.text, case) is not None

    def place_end(self, at: int) -> int | None:
        """Return the end of a place name in the genitive, or one that does not decline, from `at` on."""
        if not 0 < at < self.size or at in self.breaks:
            return None
        form = self.forms[at]
        if form.shape is Shape.UPPER and form.key in words("words", "states"):
            return at + 1
        if form.key in words("words", "before_places"):
            end = self._title_run(at + 1)
            return end if end > at + 1 else None
        if form.key == "г" and at + 2 < self.size and self.forms[at + 1].text == ".":
            end = self._title_run(at + 2)
            return end if end > at + 2 else None
        if not form.capital or form.latin:
            return None
        phrase = self.noun_phrase(at, "gent")
        after = words("words", "after_place_adjectives")
        if phrase is not None and phrase > at + 1 and self.forms[phrase - 1].key in after:
            named = self.forms[phrase - 1].key == "республики" and self._title_run(phrase)
            return named if named and is_geographic(self.forms[named - 1].text) else phrase
        end, places = gazetteer.longest(self.forms, at)
        fitting = [place for place in places if place.in_case("gent")]
        if fitting and not self._breaks_inside(at, end):
            return None if fitting[0].doubtful and self._names_person(end) else end
        noun = noun_in(form.text, "gent")
        if noun is not None and noun.known and "Geox" in noun.marks and not is_person_like(form.text):
            return at + 1
        return None

    def _names_person(self, end: int) -> bool:
        """«полиции Айдына Кабдулдинова»: a capital after a doubtful place makes both a person's name."""
        following = self.after(end)
        return following is not None and following.shape is Shape.TITLE and not is_geographic(following.text)

    def names_a_house(self, at: int) -> bool:
        """«аукционный дом», «издательский дом»: the noun at `at` is a firm, not a building."""
        key = self.forms[at].key
        if not key.startswith("дом") or "дом" not in noun_lemmas(key) or not self.joined(at):
            return False
        return adjective_lemma(self.forms[at - 1].text) in words("words", "firm_houses")

    def plays(self, first: int, end: int) -> bool:
        """Tell whether the sentence around tokens `first` to `end` speaks of a match or of players.

        «сыграет с «Кайратом»» does, «сыграла в «Томирис»» does not.
        """
        if self._faces(end + 1) or (first > 1 and self._faces(first - 2)):
            return True
        for step, at in ((-1, first - 1), (1, end + 1)):
            for _ in range(_SPORT_WINDOW):
                if not 0 <= at < self.size or (step > 0 and at in self.breaks):
                    break
                form = self.forms[at]
                if form.shape in (Shape.LOWER, Shape.TITLE) and is_of_sport(form.key):
                    return True
                if step < 0 and at in self.breaks:
                    break
                at += step
        return False

    def _faces(self, at: int) -> bool:
        """Tell whether tokens from `at` on are «сыграет с «», «проиграл «»: a quoted rival follows."""
        if not self.joined(at + 2) or not is_form_of(self.forms[at].key, "words", "plays"):
            return False
        against = self.forms[at + 1].key in words("words", "against") and at + 2 in self.quotes
        return against or at + 1 in self.quotes

    def _breaks_inside(self, first: int, end: int) -> bool:
        return any(at in self.breaks for at in range(first + 1, end))

    def _title_run(self, at: int) -> int:
        end = at
        while end < min(at + 2, self.size) and end not in self.breaks:
            form = self.forms[end]
            if form.shape is not Shape.TITLE or (end > at and not is_geographic(form.text)):
                break
            if is_person_like(form.text) and not gazetteer.lookup(form.key):
                break
            end += 1
        return end

    def nouns_before(self, at: int) -> str | None:
        """Return the key of the noun that a quotation or Latin name at `at` stands in apposition to."""
        form = self.before(at)
        if form is not None and (form.text in OPENING or form.text == "'"):
            form = self.before(at - 1)
            if form is not None and form.text == "'":  # two apostrophes for a quotation mark
                form = self.before(at - 2)
        return form.key if form is not None and form.shape is not Shape.SIGN else None

    def word_list_before(self, at: int, group: str) -> bool:
        """Tell whether the word before `at` is in a list of data/organization_words.toml as it stands."""
        form = self.before(at)
        return form is not None and form.key in words("words", group)
