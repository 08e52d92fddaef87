"""One number, token by token: figures, words or both, with their magnitudes.

What may start a number is in `numerals_starts`, what joins two of them in `numerals`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple

from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals_figures import letter_of_magnitude, quotient, read_figures
from kzuz_extract.language.numerals_words import AROUND, ENDINGS, WORDS, NumberWord
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

NumberForm = Literal["cardinal", "ordinal", "collective", "fraction", "adjective"]
_ZERO, _HALF, _ONE, _THOUSAND = Decimal(0), Decimal("0.5"), Decimal(1), Decimal(1000)
_MIDDLE = frozenset(",;:)»")
_ENDLESS = Decimal(10) ** 30


class Part(NamedTuple):
    """One number read; `mantissa` is its value before the magnitude `scale` was multiplied in."""

    first: int
    end: int
    value: Decimal | None
    form: NumberForm = "cardinal"
    figures: str | None = None
    scale: Decimal = _ONE
    mantissa: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    vague: bool = False
    noun: bool = False
    roman: bool = False
    unit: str | None = None
    over: bool = False
    about: bool = False


def past_stop(text: Text, end: int, word: NumberWord) -> int:
    """Step over the full stop of «млн.» unless it ends the sentence."""
    if word.number != "abbr" or end + 1 >= len(text.forms) or text.forms[end].text != ".":
        return end
    if text.forms[end + 1].text in _MIDDLE:
        return end
    goes_on = text.forms[end + 1].latin or text.sentence_bounds(end + 1)[0] != end + 1
    return end + 1 if text.touches(end) and goes_on else end


class Reader:
    """Adds up one number: groups below a thousand, multiplied by ever smaller magnitudes."""

    def __init__(self, text: Text, at: int, *, bracketed: bool = False) -> None:
        """`bracketed`: the number stands in brackets behind another, and nothing in brackets behind it."""
        self.text = text
        self.forms = text.forms
        self.bracketed = bracketed
        self.first = self.end = at
        self.total = _ZERO
        self.group: Decimal | None = None  # what waits for its magnitude
        self.room = _ENDLESS  # the next word of the group must be smaller than this
        self.limit = _ENDLESS  # the next magnitude must be smaller than this
        self.scale = _ONE
        self.form: NumberForm = "cardinal"
        self.bare: str | None = None
        self.noun = self.vague = self.valueless = self.over = False

    def read(self) -> Part | None:
        """Read as far as the words go on adding up."""
        while self.end < len(self.forms) and self._step():
            pass
        if self.end == self.first:
            return None
        if self.vague:
            return Part(self.first, self.end, None, vague=True, scale=self.scale)
        value = None if self.valueless else self.total + (self.group or 0)
        if value is not None and abs(value) >= _ENDLESS:
            return None
        bare = self.bare if self.end == self.first + 1 else None
        mantissa = value if value is None or self.scale is _ONE else value / self.scale
        return Part(
            self.first, self.end, value, self.form, bare, self.scale, mantissa, noun=self.noun, over=self.over
        )

    def _step(self) -> bool:
        """Take the next token into the number; False where the number ends."""
        form = self.forms[self.end]
        if form.shape is Shape.NUMBER:
            return self._figures()
        word = WORDS.get(form.key)
        if word is None:
            return (form.key == "с" and self._and_more()) or (form.text == "(" and self._said_again())
        take = _TAKES.get(word.kind)
        return take(self, word) if take else False

    # figures

    def _figures(self) -> bool:
        started = self.end > self.first
        if started and (self.group is not None or not self._figures_go_on()):
            return False
        read = read_figures(self.text, self.end)
        if read is None:
            return False
        if started and (read.value is None or read.value >= self.limit or read.value != int(read.value)):
            return False
        self.bare = read.bare
        self.end = read.end
        magnitude = self._next_magnitude()
        self.group = read.scaled if magnitude else read.value
        self.valueless = read.value is None
        self.room = _ZERO
        if read.fraction:
            self.form = "fraction"
            return magnitude
        return self._ending() if not magnitude else True

    def _next_magnitude(self) -> bool:
        return self._magnitude_at(self.end)

    def _magnitude_at(self, at: int) -> bool:
        word = WORDS.get(self.forms[at].key) if at < len(self.forms) else None
        if word is None or word.value >= self.limit:
            return False
        return word.kind == "magnitude" or (
            word.kind == "letter" and letter_of_magnitude(self.text, self.first, at)
        )

    def _figures_go_on(self) -> bool:
        """«5 тысяч 200 тенге», «2 млн 300 тыс.» are one number, «5 тысяч 15 мая» are two."""
        forms, at = self.forms, self.end
        token = forms[at].text
        if not token.isdigit() or token[0] == "0" or len(token) > 3:
            return False
        after = forms[at + 1] if at + 1 < len(forms) else None
        word = WORDS.get(after.key) if after else None
        if word and word.kind == "magnitude" and word.value < self.limit:
            return True
        glued = after is not None and self.text.touches(at + 1) and after.text not in ".,;:!?)"
        if glued or (after is not None and after.key in AROUND["month"]):
            return False
        if len(token) == 3:
            return True
        return self.limit == _THOUSAND and after is not None and after.shape is Shape.LOWER

    def _ending(self) -> bool:
        """«2-й», «90-х», «5-ти», «10-миллиардный»; what follows them belongs to no number."""
        forms, at, text = self.forms, self.end, self.text
        hyphen = at < len(forms) and forms[at].text in "-‑" and text.touches(at)
        at += hyphen
        if at >= len(forms) or forms[at].shape is not Shape.LOWER or not text.touches(at):
            return at < len(forms) and not hyphen
        kind, word = ENDINGS.get(forms[at].key), WORDS.get(forms[at].key)
        if hyphen and word and word.kind == "ordinal" and word.value >= _THOUSAND and self.group is not None:
            self.group, self.scale = self.group * word.value, word.value
            self.form, self.end = "adjective", at + 1
            return False
        if kind == "open_ending" and hyphen:
            small = forms[at].key == "х" and self.group in (2, 3, 4)
            kind = "cardinal_ending" if small else "ordinal_ending"
        elif not hyphen and len(forms[at].key) == 1 and forms[at].key != "й":
            return False
        if kind is None:
            return not hyphen
        self.end = at + 1
        if kind == "ordinal_ending":
            self.form = "ordinal"
            return False
        return True

    # words

    def _cardinal(self, word: NumberWord) -> bool:
        lone = self.group is None and self.forms[self.end].key == "семью"
        if lone and not self._instrumental_follows():
            return False
        if word.value == _HALF and not self._magnitude_at(self.end + 1):
            return False  # «пол» alone is a floor
        if self.group is None:
            if word.value >= self.limit or (self.end > self.first and word.value == 0):
                return False
            self.group = word.value
        elif word.value >= self.room or word.value == 0:
            return False
        else:
            self.group += word.value
        self.room = _room(word)
        self.end += 1
        return True

    def _instrumental_follows(self) -> bool:
        """«семью» is a family, and seven only before «-ми»: «с семью детьми», «семью миллионами»."""
        return self.end + 1 < len(self.forms) and self.forms[self.end + 1].key.endswith(("ми", "мью"))

    def _last_word(self, word: NumberWord) -> bool:
        """«двадцать первого», «двое»: nothing adds to an ordinal or a collective."""
        if self.end > self.first and (word.number == "plur" or self.bare):
            return False
        if self.group is None:
            if word.value >= self.limit:
                return False
            self.group = word.value
        elif word.value >= self.room or word.value == 0:
            return self._tenths(word)
        else:
            self.group += word.value
        self.form = "ordinal" if word.kind == "ordinal" else "collective"
        self.end += 1
        return False

    def _tenths(self, word: NumberWord) -> bool:
        """«две пятых», «одна десятая»: the feminine numerator tells a fraction from «три пятых места»."""
        before = self.forms[self.end - 1].key
        one = before == "одна" and self.forms[self.end].key.endswith("ая")
        two = before == "две" and self.forms[self.end].key.endswith("ых")
        if word.kind != "ordinal" or word.value < 4 or self.total or not (one or two) or self.group is None:
            return False
        value = quotient(int(self.group), int(word.value))
        self.group, self.valueless, self.form = value or _ZERO, value is None, "fraction"
        self.end += 1
        return self._next_magnitude()

    def _magnitude(self, word: NumberWord) -> bool:
        if self.vague:
            self.end = past_stop(self.text, self.end + 1, word)
            return False
        if self.group is None:
            if self.end > self.first:
                return False
            return self._alone(word)
        if word.value >= self.limit or self.form in ("ordinal", "collective"):
            return False
        self.total += self.group * word.value
        self.group, self.noun = None, False
        self.form = "fraction" if self.valueless else "cardinal"
        self.limit = self.scale = word.value
        self.room = _ENDLESS
        self.end = past_stop(self.text, self.end + 1, word)
        return not self.valueless

    def _letter(self, word: NumberWord) -> bool:
        """«5k долларов», «$3M»."""
        return letter_of_magnitude(self.text, self.first, self.end) and self._magnitude(word)

    def _alone(self, word: NumberWord) -> bool:
        """«миллион» is one million, «более тысячи» one thousand, «тысячи» nobody knows how many."""
        if word.number == "abbr":
            return False
        self.end += 1
        if word.number == "plur" or (word.number == "both" and not self._after_genitive_word()):
            self.vague, self.scale = True, word.value
            return True
        self.total = self.limit = self.scale = word.value
        return True

    def _after_genitive_word(self) -> bool:
        return self.first > 0 and self.forms[self.first - 1].key in AROUND["wants_genitive"]

    def _noun(self, word: NumberWord) -> bool:
        """«два десятка», «сотня миллионов»; «сотни» and «десятки» are vague."""
        if self.vague or (self.group is None and self.end > self.first) or self.form != "cardinal":
            return False
        if self.group is None:
            if word.number == "plur" or (word.number == "both" and not self._after_genitive_word()):
                self.vague = True
                self.end += 1
                return True
            if not self._of_something():
                return False
            self.group = word.value
        else:
            self.group *= word.value
        self.room, self.noun = _ZERO, True
        self.end += 1
        return True

    def _of_something(self) -> bool:
        """«пара дней», «сотня тысяч» count, «супружеская пара» does not: no genitive follows."""
        after = self.forms[self.end + 1] if self.end + 1 < len(self.forms) else None
        if after is None or after.shape is not Shape.LOWER or len(after.key) < 3:
            return False
        word = WORDS.get(after.key)
        return (word is not None and word.kind == "magnitude") or any(
            reading.case == "gent" and reading.pos in ("NOUN", "ADJF", "PRTF")
            for reading in parses(after.key)
        )

    def _part(self, word: NumberWord) -> bool:
        """«четверть миллиона», «три четверти», «две трети»."""
        worth = self.group if self.group is not None else _ONE
        if self.total or (self.group is None and self.end > self.first):
            return False
        self.end += 1
        if self.group is None and not self._next_magnitude():
            self.end -= 1
            return False
        self.form, self.room = "fraction", _ZERO
        self.valueless = not word.value
        self.group = worth * word.value
        return self._next_magnitude()

    def _several(self, _: NumberWord) -> bool:
        """«несколько тысяч»: vague, and a number only before a magnitude."""
        after = WORDS.get(self.forms[self.end + 1].key) if self.end + 1 < len(self.forms) else None
        if self.end > self.first or after is None or after.kind not in ("magnitude", "noun"):
            return False
        self.vague = True
        self.end += 2
        return True

    def _whole(self, _: NumberWord) -> bool:
        """«одна целая пять десятых» is 1.5."""
        if self.group is None or self.end == self.first:
            return False
        rest = Reader(self.text, self.end + 1)
        rest.end = rest.first
        numerator = rest.group
        while rest.end < len(self.forms):
            word = WORDS.get(self.forms[rest.end].key)
            if word is None or word.kind not in ("cardinal", "ordinal"):
                break
            if word.kind == "ordinal":
                bottom = int(word.value)
                if numerator is None or bottom not in (10, 100, 1000):
                    return False
                self.group += numerator / bottom
                self.end, self.room, self.form = rest.end + 1, _ZERO, "cardinal"
                return True
            numerator = (numerator or _ZERO) + word.value
            rest.end += 1
        return False

    def _and_more(self) -> bool:
        """«два с половиной миллиона», «три с четвертью», «20 с лишним тысяч»."""
        key = self.forms[self.end + 1].key if self.end + 1 < len(self.forms) else ""
        if key in AROUND["over"]:
            return self._and_over()
        if self.group is None or key not in ("половиной", "четвертью"):
            return False
        self.group += Decimal("0.5") if key == "половиной" else Decimal("0.25")
        self.end += 2
        self.room = _ZERO
        return True

    def _and_over(self) -> bool:
        """«20 с лишним тысяч», «5 млн с небольшим тенге»; where nothing follows it is a hedge behind."""
        after = self.forms[self.end + 2] if self.end + 2 < len(self.forms) else None
        if self.end == self.first or after is None or after.shape is not Shape.LOWER:
            return False
        self.over = True
        self.end += 2
        return True

    def _said_again(self) -> bool:
        """«10 (десять) тысяч тенге»: the brackets repeat the number before its magnitude."""
        if self.group is None or self.bracketed:
            return False
        again = Reader(self.text, self.end + 1, bracketed=True).read()
        end = again.end if again else 0
        if again is None or again.value != self.group or not self.forms[end : end + 1]:
            return False
        if self.forms[end].text != ")" or not self._magnitude_at(end + 1):
            return False
        self.end = end + 1
        return True


_TAKES: dict[str, Callable[[Reader, NumberWord], bool]] = {
    "cardinal": Reader._cardinal,
    "collective": Reader._last_word,
    "ordinal": Reader._last_word,
    "half": Reader._cardinal,
    "magnitude": Reader._magnitude,
    "letter": Reader._letter,
    "noun": Reader._noun,
    "part": Reader._part,
    "several": Reader._several,
    "whole": Reader._whole,
}


def _room(word: NumberWord) -> Decimal:
    """How small a word must be to add to this one: after a hundred below 100, after a ten below 10."""
    if word.kind == "half" or word.value < 20:
        return _ZERO
    return Decimal(10) if word.value < 100 else Decimal(100)
