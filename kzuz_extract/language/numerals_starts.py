"""What starts a number: figures, a number word, a sign, a word of two parts, Roman figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals_figures import DASHES, no_number_until
from kzuz_extract.language.numerals_reader import NumberForm, Part, Reader, past_stop
from kzuz_extract.language.numerals_words import AROUND, ENDINGS, WORDS, NumberWord, roman
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Form, Shape

_SIGNS = frozenset("+-−–")
_ROMAN_OPENS = frozenset("ivxхі")  # small letters, the last two Cyrillic
_DEGREES = frozenset("°ºC℃")


def may_start(form: Form) -> bool:
    """Tell whether a number may start with a token that is spelt so, whatever stands around it."""
    if form.shape is Shape.NUMBER or form.text in _SIGNS or form.key in WORDS:
        return True
    left = form.key
    if "-" in left or "‑" in left:
        left = left.replace("‑", "-").partition("-")[0]
        if left == "пол" or left in WORDS:
            return True
    return form.capital and left[:1] in _ROMAN_OPENS and roman(left.upper()) is not None


def starting_words() -> Iterator[str]:
    """Yield how words in small letters begin with which a number may start."""
    yield "пол"
    for word in WORDS:
        yield from (word, f"{word}-", f"{word}‑")


def read_part(text: Text, at: int) -> Part | int | None:
    """Read the number that starts at a token; an int is where a run of figures that is no number ends."""
    form = text.forms[at]
    if form.shape is Shape.NUMBER:
        return no_number_until(text, at) or Reader(text, at).read()
    if form.shape is Shape.SIGN:
        return _signed(text, at) if form.text in _SIGNS else None
    word = WORDS.get(form.key)
    if word is not None:
        if word.kind == "sign":
            return _signed_in_words(text, at, word)
        return _inverted(text, at, word) or Reader(text, at).read()
    if "-" in form.key or "‑" in form.key:
        return _hyphened(text, at)
    return _roman(text, at) if form.shape in (Shape.UPPER, Shape.INITIAL) else None


def _signed(text: Text, at: int) -> Part | int | None:
    """«+35», «−12»: a sign that touches figures, nothing before it; where a line starts «-» is a bullet."""
    forms = text.forms
    if at + 1 >= len(forms) or forms[at + 1].shape is not Shape.NUMBER or not text.touches(at + 1):
        return None
    dots = [form.text for form in forms[max(0, at - 3) : at]] == [".", ".", "."]
    if text.touches(at) and forms[at - 1].text not in '([«"…/' and not dots:
        return None
    sign = forms[at].text
    if sign != "+" and sign != "−" and (at == 0 or "\n" in text.source[text.ends[at - 1] : text.starts[at]]):
        return None
    part = read_part(text, at + 1)
    if not isinstance(part, Part) or part.form not in ("cardinal", "fraction"):
        return part if isinstance(part, int) else None
    if sign in "-–" and _counts_a_word(text, part.end):
        return None
    return _with_sign(part, at, negative=sign != "+")


def _counts_a_word(text: Text, at: int) -> bool:
    """«ставка -9 процентов»: a dash that lost its space; of what words count only degrees are negative."""
    form = text.forms[at] if at < len(text.forms) else None
    return form is not None and form.shape is Shape.LOWER and not form.key.startswith("градус")


def _signed_in_words(text: Text, at: int, word: NumberWord) -> Part | None:
    """«минус 5 градусов», «до плюс 20»; «3 млн плюс 500 тысяч» adds two numbers."""
    after = text.forms[at + 1] if at + 1 < len(text.forms) else None
    if after is None or not (after.shape is Shape.NUMBER or _cardinal(after)):
        return None
    part = read_part(text, at + 1)
    if not isinstance(part, Part) or part.vague or part.form not in ("cardinal", "fraction"):
        return None
    if word.value > 0 and not _speaks_of_degrees(text, at, part.end):
        return None
    return _with_sign(part, at, negative=word.value < 0)


def _speaks_of_degrees(text: Text, at: int, end: int) -> bool:
    """«плюс 20 градусов», «плюс 20°», «до плюс 20»."""
    after = text.forms[end].key if end < len(text.forms) else ""
    before = text.forms[at - 1].key if at else ""
    return after.startswith("градус") or after in _DEGREES or before in AROUND["before_sign"]


def _inverted(text: Text, at: int, word: NumberWord) -> Part | None:
    """«тысяч пять», «миллиона два»: a magnitude before its number means about so many."""
    if word.kind != "magnitude" or word.number == "abbr" or at + 1 >= len(text.forms):
        return None
    if not _cardinal(text.forms[at + 1]):
        return None
    part = Reader(text, at + 1).read()
    if part is None or part.value is None or part.form != "cardinal" or part.scale != 1:
        return None
    few = 2 <= part.value <= 4
    if part.value < 2 or few == (text.forms[at].key in AROUND["inverted_many"]):
        return None
    value = part.value * word.value
    return part._replace(first=at, value=value, scale=word.value, mantissa=part.value, about=True)


def _cardinal(form: Form) -> bool:
    word = WORDS.get(form.key)
    return word is not None and word.kind in ("cardinal", "half")


def _with_sign(part: Part, first: int, *, negative: bool) -> Part:
    sign = -1 if negative else 1
    return part._replace(
        first=first,
        figures=None,
        value=None if part.value is None else part.value * sign,
        mantissa=None if part.mantissa is None else part.mantissa * sign,
    )


def _hyphened(text: Text, at: int) -> Part | None:
    """«два-три» is a range, «пол-литра» a half of the unit that it names, «XIX-XX» a range of ordinals."""
    left, hyphen, right = text.forms[at].key.replace("‑", "-").partition("-")
    if not hyphen or "-" in right:
        return None
    low, high = WORDS.get(left), WORDS.get(right)
    if left == "пол":
        return _half_of(at, right, high)
    if low and high and _same_sort(low, high):
        if low.value >= high.value:
            return None
        kind: NumberForm = "cardinal" if low.kind == "half" else low.kind  # type: ignore[assignment]
        part = Part(at, at + 1, None, kind, low=low.value, high=high.value)
        return _scaled_range(text, part) if kind == "cardinal" else part
    first, last = roman(left.upper()), roman(right.upper())
    if first and last and first < last:
        return Part(at, at + 1, None, "ordinal", low=Decimal(first), high=Decimal(last), roman=True)
    return None


def _half_of(at: int, whole: str, word: NumberWord | None) -> Part:
    """«пол-миллиона» is a number, «пол-литра» one with its unit."""
    half = Decimal("0.5")
    if word and word.kind == "magnitude":
        return Part(at, at + 1, half * word.value, scale=word.value, mantissa=half)
    return Part(at, at + 1, half, mantissa=half, unit=whole)


def _same_sort(low: NumberWord, high: NumberWord) -> bool:
    """«два-три», «полтора-два», «второй-третий»."""
    if low.kind == "half":
        return high.kind == "cardinal"
    return low.kind == high.kind and low.kind in ("cardinal", "ordinal", "collective")


def _scaled_range(text: Text, part: Part) -> Part:
    """«пять-семь тысяч»: the magnitude belongs to both."""
    word = WORDS.get(text.forms[part.end].key) if part.end < len(text.forms) else None
    if word is None or word.kind != "magnitude" or part.low is None or part.high is None:
        return part
    return part._replace(
        end=past_stop(text, part.end + 1, word),
        low=part.low * word.value,
        high=part.high * word.value,
        scale=word.value,
    )


def _roman(text: Text, at: int) -> Part | None:
    """«XXVII съезд», «I квартал»: plausible only before a small Cyrillic word or another Roman number."""
    forms = text.forms
    worth = roman(forms[at].text)
    if worth is None or at + 1 >= len(forms) or (text.touches(at) and forms[at - 1].text not in "–—-("):
        return None
    if forms[at].shape is Shape.INITIAL and not forms[at].latin:
        return None
    after = forms[at + 1]
    follows = (after.shape is Shape.LOWER and not after.latin) or _opens_a_name(text, at)
    if after.text in DASHES and at + 2 < len(forms):
        ending = forms[at + 2].key in ENDINGS and text.touches(at + 2)
        if ending:
            return Part(at, at + 3, Decimal(worth), "ordinal", mantissa=Decimal(worth), roman=True)
        spaced = forms[at + 2].shape is Shape.LOWER and not text.touches(at + 1)  # «конец XIX – начало XX»
        follows = spaced or roman(forms[at + 2].text) is not None
    if after.text == "," and at + 2 < len(forms):
        follows = roman(forms[at + 2].text) is not None
    alone = forms[at].shape is Shape.INITIAL
    if not follows or (alone and any(reading.pos == "VERB" for reading in parses(after.key)[:1])):
        return None
    return Part(at, at + 1, Decimal(worth), "ordinal", mantissa=Decimal(worth), roman=True)


def _opens_a_name(text: Text, at: int) -> bool:
    """«XIV Международный форум», not «Елизавета II Английская»: no name before it, a common word behind."""
    forms = text.forms
    if len(forms[at].text) < 2 or forms[at + 1].shape is not Shape.TITLE or forms[at + 1].latin:
        return False
    before = forms[at - 1] if at > text.sentence_bounds(at)[0] else None
    if before is not None and before.capital and parses(before.key)[0].pos not in ("VERB", "PREP"):
        return False
    best = parses(forms[at + 1].key)[0]
    return best.known and best.pos in ("ADJF", "NOUN") and not best.marks
