"""What one unit of a price buys, its `per`: behind the sum («$60 за баррель») or before it («цена литра»)."""

from __future__ import annotations

from kzuz_extract.language.inflection import nominative
from kzuz_extract.language.morphology import parses
from kzuz_extract.money.vocabulary import LINKS, PER, PerWord, glued_to, speaks_of_money
from kzuz_extract.text import Form, Text
from kzuz_extract.text.tokens import Shape

_SHORTEST_OWNER = 3
_LONGEST_UNIT = 4  # tokens of «кВт·ч», which the small first letter cuts in two
_WINDOW = 12  # tokens between a sum and what it buys, said before
_RATES = 24  # tokens between «курс» and the last of its rates
_DASHES = frozenset("—–-")
_OPENERS = frozenset(",—–-«")


def per_of(text: Text, first: int, end: int) -> str | None:
    """Return the lemma of what the sum at tokens `first` to `end` buys one of, None where nothing says it."""
    return _after(text, end) or _before(text, first)


def is_rate(lemma: str) -> bool:
    """Tell whether a price for this is a rate of exchange: «доллар», «евро»."""
    word = PER.get(lemma)
    return word is not None and "rate" in word.after


def _after(text: Text, end: int) -> str | None:
    """«за баррель», «в месяц», «/тонна», «ежемесячно» behind a sum."""
    forms = text.forms
    after = forms[end + 1] if end + 1 < len(forms) and forms[end].text == "." else None
    if after is not None and (after.shape is Shape.LOWER or after.text == "/"):
        end += 1  # «1000 долл. в месяц», «300 тг./мес.»
    glued = glued_to(forms[end - 1])
    at = end if glued else end + 1
    if at >= len(forms):
        return _adverb(forms[end]) if end < len(forms) else None
    preposition = glued or forms[end].key
    word, size = _per_word(text, at)
    if word and "each" in word.after:
        at += size
        word, size = _per_word(text, at)
        if word is None and preposition in ("на", "с"):
            return _noun(text, at)
    elif word and "every" in word.after:
        return _noun(text, at + size)
    adjective = ""
    if word and "adjective" in word.after:
        adjective = word.lemma
        at += size
        word, size = _per_word(text, at)
    if word is None or preposition not in word.after or (preposition == "в" and _has_owner(text, at + size)):
        return _adverb(forms[end]) if end < len(forms) else None
    return _named(adjective, word.lemma)


def _named(adjective: str, noun: str) -> str:
    """«тройская унция», «квадратный метр»."""
    if not adjective:
        return noun
    return nominative(adjective.split(), noun, parses(noun)[0]) or f"{adjective} {noun}"


def _adverb(form: Form) -> str | None:
    word = PER.get(form.key)
    return word.lemma if word and "adverb" in word.after else None


def _noun(text: Text, at: int) -> str | None:
    """The lemma of the thing in «за каждого ребёнка»."""
    if at >= len(text.forms) or text.forms[at].shape is not Shape.LOWER:
        return None
    best = parses(text.forms[at].key)[0]
    return best.lemma if best.pos == "NOUN" and best.known else None


def _has_owner(text: Text, at: int) -> bool:
    """«в день его рождения», «в год дракона»: the day of something is no unit of a price."""
    form = text.forms[at] if at < len(text.forms) else None
    if form is None or form.shape is not Shape.LOWER or len(form.key) < _SHORTEST_OWNER:
        return False
    best, *others = parses(form.key)
    if best.case == "gent" and best.pos in ("NOUN", "ADJF", "NPRO"):
        return True
    return any(reading.case == "gent" and reading.pos == "NPRO" for reading in others)


def _per_word(text: Text, at: int) -> tuple[PerWord | None, int]:
    """The thing bought at a token, and how many tokens it takes: «кВт·ч», «куб. м» are several."""
    forms = text.forms
    for size in range(min(_LONGEST_UNIT, len(forms) - at), 0, -1):
        word = PER.get("".join([form.key for form in forms[at : at + size]]))
        if word:
            return word, size
    return None, 0


def _before(text: Text, first: int) -> str | None:
    """«за тонну угля просят …», «цена квадратного метра — …», «литр бензина стоит …», «курс: евро — …».

    No number may stand between, since it would have a price of its own, unless it is a date or says how much
    a price has changed: «курс доллара на 3 июня вырос на 0,4% и составил …».
    """
    forms = text.forms
    start = max(text.sentence_bounds(first)[0], first - _WINDOW)
    for at in range(first - 1, start - 1, -1):
        form = forms[at]
        if form.text in ";:" or (form.shape is Shape.NUMBER and _has_a_price(text, at)):
            return None
        word = PER.get(form.key) if form.shape is not Shape.SIGN else None
        if word is None or at == first - 1:
            continue
        opens = _start_of_phrase(text, at, start)
        adjective = " ".join(PER[f.key].lemma for f in forms[opens:at] if _is_adjective(f))
        opener = forms[opens - 1] if opens > start else None
        if opener is not None and opener.key == "за" and "за" in word.after:
            return _named(adjective, word.lemma) if not _ends_price(text, opens - 2) else None
        if "of" in word.after and opener is not None and opener.key in LINKS["price"]:
            return _named(adjective, word.lemma)
        dash = at + 1 + (forms[at + 1].shape is Shape.UPPER)  # «доллар США»
        dashed = forms[dash].text in _DASHES and first - dash - 1 == (
            forms[first - 1].key in ("по", "до", "за")
        )
        if "rate" in word.after and dashed:
            return word.lemma if _opens_a_rate(text, at, start) or _speaks_of_rates(text, at) else None
        if (
            "unit" in word.after
            and _opens_clause(opener)
            and _sells(text, at + 1, _before_a_level(text, first))
        ):
            return _named(adjective, word.lemma)
    return None


def _has_a_price(text: Text, at: int) -> bool:
    """Tell whether a number could have the price that follows; «на 3 июня», «на 2 тенге» have none."""
    before, after = text.forms[at - 1] if at else None, text.forms[at + 1]
    return (before is None or before.key != "на") and after.key not in LINKS["dates"]


def _opens_a_rate(text: Text, at: int, start: int) -> bool:
    """«Доллар — 480 тенге, российский рубль — 5,6 тенге», not «12 тысяч евро — 6 млн тенге»."""
    before = text.forms[at - 1] if at > start else None
    if (
        before is not None
        and before.shape in (Shape.LOWER, Shape.TITLE)
        and parses(before.key)[0].pos == "ADJF"
    ):
        before = text.forms[at - 2] if at - 1 > start else None
    return _opens_clause(before)


def _ends_price(text: Text, at: int) -> bool:
    """«2 700 долларов за унцию, серебро — 32 доллара»: the ounce belongs to the first price."""
    form = text.forms[at] if at >= 0 else None
    return form is not None and (form.shape is Shape.NUMBER or speaks_of_money(form) or form.text in "$€₸₽")


def _start_of_phrase(text: Text, at: int, start: int) -> int:
    """Where the words that belong to a unit begin: «одного квадратного метра»."""
    while at > start:
        word = PER.get(text.forms[at - 1].key)
        if word is None or not {"adjective", "each", "every"} & word.after:
            break
        at -= 1
    return at


def _is_adjective(form: Form) -> bool:
    word = PER.get(form.key)
    return word is not None and "adjective" in word.after


def _opens_clause(before: Form | None) -> bool:
    return before is None or before.text in _OPENERS or before.key in LINKS["opens"]


def _sells(text: Text, first: int, end: int) -> bool:
    """A verb of trade leads to the sum, no comma behind it: «литр подорожал, а власти заплатили …»."""
    for form in reversed(text.forms[first:end]):
        if form.text == "," or form.key in LINKS["sells"]:
            return form.text != ","
    return False


def _before_a_level(text: Text, first: int) -> int:
    """«литр подорожал на 5 тенге, до 210 тенге»: where «, до» begins."""
    forms = text.forms
    return first - 2 if first > 1 and forms[first - 1].key == "до" and forms[first - 2].text == "," else first


def _speaks_of_rates(text: Text, at: int) -> bool:
    start = max(text.sentence_bounds(at)[0], at - _RATES)
    forms = text.forms
    if any(form.key in LINKS["rates"] for form in forms[start:at]):
        return True
    sold = (i for i in range(start + 1, at) if forms[i].key in LINKS["sells"])  # «доллар стоит …, евро — …»
    return any((word := PER.get(forms[i - 1].key)) is not None and "rate" in word.after for i in sold)
