"""What the neighbours of a name say: a post before it, a verb of speech beside it, the word of a street."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.morphology import known_parses
from kzuz_extract.names.persons.animates import animates
from kzuz_extract.names.persons.slots import AT
from kzuz_extract.names.persons.vocabulary import (
    aged_slots,
    endings,
    forms_of,
    is_plural_post,
    post_cases,
    words,
)
from kzuz_extract.names.persons.words import may_be_genitive, word_of
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Form, Shape

_FARTHEST_POST = 10
_LONGEST_LIST = 16
_QUOTES = frozenset("«»\"“”„'")
_PREPOSITIONS = {
    **dict.fromkeys(("с", "со"), ("ablt", "gent")),
    **dict.fromkeys(("между", "перед", "над"), ("ablt",)),
    **dict.fromkeys(
        ("у", "от", "для", "против", "после", "без", "из", "до", "вместо", "кроме", "ради"), ("gent",)
    ),
    **dict.fromkeys(("к", "ко", "благодаря", "вопреки"), ("datv",)),
    **dict.fromkeys(("о", "об", "при"), ("loct",)),
    **dict.fromkeys(("в", "во", "на"), ("loct", "accs")),
    "про": ("accs",),
}
_OF_PLACES = ("в", "во", "на", "из", "до")
_VERBISH = ("ть", "ет", "ют", "ит", "ят", "ал", "ил", "ел", "ыл", "ла", "ли", "ло", "ся", "сь")
_ACTING = ("л", "ла", "лся", "лась")  # how verbs in the past end whose subject is a man or a woman
_DONE = (*_ACTING, "ло")  # «следствие задержало Петрова»
# How adjectives end, and in which cases: «Курской областной думы» is no lady called Курская.
_ADJECTIVES: dict[str, tuple[str, ...]] = {
    "ого": ("gent", "accs"),
    "ому": ("datv",),
    "ая": ("nomn",),
    "ую": ("accs",),
    "ой": ("gent", "datv", "ablt", "loct", "nomn"),
    "ый": ("nomn", "accs"),
    "ий": ("nomn", "accs"),
    "ое": ("nomn", "accs"),
    "ом": ("loct",),
    "ым": ("ablt", "datv"),
    "им": ("ablt", "datv"),
    "ие": ("nomn", "accs"),
    "их": ("gent", "loct", "accs"),
}

_ADMINISTRATIVE = ("област", "район", "регион", "округ", "края", "крае")

_OLDEST = 115  # years; towers and towns are older
QUOTED = "alone in quotes"
_OWNER = ("gent",)
_HONOURED = ("gent", "datv", "loct")
_DASHES = frozenset("—–")

_KINDS_OF_THINGS: dict[str, tuple[str, float, tuple[str, ...]]] = {
    "of": ("what is named after somebody", -1.5, ("gent",)),
    "bearers": ("what bears a name of its own", -0.6, ()),
}

Kind = Literal["post", "noun", "nation", "speech", "against", "case", "place", "office", "resident", "verb"]


class Clue(NamedTuple):
    """One thing that the neighbours say; `cases` are those that the name then has, where they tell."""

    kind: Kind
    why: str
    weight: float
    cases: tuple[str, ...] = ()
    gender: str = ""  # m, f or several where a verb in the past tells


@cache
def _verbs(kind: str) -> frozenset[str]:
    found: set[str] = set()
    for verb in words("speech", kind):
        stem, bar, tail = verb.partition("|")
        tails = ("л", "ла", "ли") if tail == "л" else ("лся", "лась", "лись")
        found |= {stem + ending for ending in tails} if bar else {verb}
    return frozenset(found)


def clues(scene: Scene, first: int, end: int) -> list[Clue]:
    """Return what stands beside tokens `first` to `end` (exclusive) and speaks for or against a person."""
    before = _before(scene, first, single=end - first == 1)
    if not before and first and (end - first == 1 or _tells_its_case(scene.text.forms[first])):
        before = _governed(scene, first)
    after = _after(scene, end)
    if after and any(clue.weight > 0 and clue.cases in (_OWNER, _HONOURED) for clue in before):
        after = [clue._replace(cases=(), gender="") for clue in after]  # «дочь Головкина родилась»
    found = [*before, *after]
    if scene.quotes.get(first - 1) == end:
        found.append(Clue("against", QUOTED, -1.2 if end - first > 1 else -1.3))
    return found


def _tells_its_case(form: Form) -> bool:
    """«заявление Роберта Мугабе», unlike «письмо Анне Петровой», who may get it; an initial has no case."""
    if form.shape is Shape.INITIAL:
        return True
    word = word_of(form.text)
    return word.given > 0 and not any(word.as_given[AT[gender, "datv"]] for gender in "mf")


def _before(scene: Scene, first: int, *, single: bool) -> list[Clue]:
    tokens = scene.text.forms
    start = scene.text.sentence_bounds(first)[0]
    if first <= start:
        return []
    at = first - 1
    if tokens[at].text == "." and at > start:
        at -= 1
    against = _thing(scene, at, start)
    if single and (thing := human_thing(scene, first)):
        named = [clue._replace(cases=("nomn",)) for clue in against or ()]  # «роман «Анна»», «роман Ауэзова»
        return [Clue("noun", f"after what only people have: {thing}", 1.1, _HONOURED), *named]
    if against is not None:
        return against
    key = tokens[at].key
    if key in _DASHES and at > start:
        far = _far_post(scene, at - 1, start)  # «победитель турнира — Асхат Сейтов»
        return [far] if far else []
    if "летн" in key and (aged := _of_age(tokens, at)):
        return [aged]
    if said := _said_by(key, single=single):
        if said.cases == _OWNER and said.kind == "post" and not may_be_genitive(word_of(tokens[first].text)):
            own = [parse.case for parse in animates(tokens[at].text) if parse.case]
            return [said._replace(cases=(*_OWNER, *own))]  # «с дочерью Чулпан»
        return [said]
    if key in words("before", "said") and at > start and tokens[at - 1].key in ("по", "со"):
        weight = 0.7 if key.startswith("слов") else 0.5
        return [Clue("noun", f"after «{tokens[at - 1].key} {key}»", weight, ("gent",))]
    if tokens[at].shape is Shape.LOWER and (found := animates(tokens[at].text)):
        cases = tuple([p.case for p in found if p.case])
        full = first + 1 < len(tokens) and tokens[first + 1].capital
        if single and not full and key in forms_of("before", "nations"):
            return [Clue("nation", f"after a man or woman of a nation: {key}", 0.9, cases)]
        return [Clue("noun", f"after an animate noun: {key}", 0.7, cases)]
    told = _far_post(scene, at, start) or _done(tokens[at])
    return [told] if told else []


def _of_age(tokens: list[Form], at: int) -> Clue | None:
    """«30-летнюю Селькову»: how old somebody is tells his or her gender and case as well."""
    age = tokens[at - 2] if at > 1 and tokens[at - 1].text in "-‑–" else None
    if age is None or not age.text.isdecimal() or int(age.text[:4]) > _OLDEST:
        return None
    gender, cases = aged_slots().get(tokens[at].key, ("", ()))
    return Clue("nation", "after an age", 0.7, cases, gender) if cases else None


@lru_cache(maxsize=LIGHT)
def _said_by(key: str, *, single: bool) -> Clue | None:
    """What a word says of the name right behind it, whatever else is around."""
    if key in _verbs("verbs"):
        weight = 0.7 if key in words("speech", "aloud") else 0.5
        return Clue("speech", f"after a verb of speech: {key}", weight, ("nomn",), _gender(key))
    if key in forms_of("before", "residents"):
        return Clue("resident", f"after «{key}»", 0.5)
    if single and key in forms_of("posts", "kin"):
        several = key in words("before", "families")  # «сестры Динара и Сауле», unlike «муж Сауле»
        return Clue("post", f"after whose kin it is: {key}", 0.6, () if several else _OWNER)
    if cases := post_cases(key):
        return Clue("post", f"after a post: {key}", 0.2 if is_plural_post(key) else 0.8, cases)
    if key in _PREPOSITIONS:
        kind: Kind = "place" if key in _OF_PLACES else "case"
        return Clue(kind, "", -0.2 if key in _OF_PLACES else 0.0, _PREPOSITIONS[key])
    return None


def _done(form: Form) -> Clue | None:
    """«подписал Дамир», «подписали Дамир и Асхат»: who stands behind a verb in the past may have done it.

    And «представившаяся Надеждой» is called so.
    """
    key = form.key
    if key.startswith(endings("speech", "calls_oneself")):
        return Clue("noun", f"after «{key}»", 0.8, ("ablt",))
    several = key.endswith(("ли", "лись")) and len(key) > 4 and _in_the_past(key)
    if not several and not _past(form, _DONE):
        return None
    done = key.startswith(endings("speech", "done_to"))
    gender = "several" if several else "" if done else _gender(key)
    if key.startswith(endings("speech", "to_people")):
        return Clue("verb", f"after what is done to people: {key}", 0.75, ("accs",), gender)
    return Clue("verb", "", 0.0, ("accs",) if done else (), gender)


def _thing(scene: Scene, at: int, start: int) -> list[Clue] | None:
    """What the word before says where it names a thing; None where it names none.

    «улица Абая» is a street, «институт Пушкина» named after a man, «клуб «Челси»» bears a name of its own;
    but a post further off may speak for the name all the same: «директор института Юрий Ким».
    """
    tokens = scene.text.forms
    key = tokens[at].key
    thing = _kind_of_thing(key)
    if not thing:
        return None
    if thing == "named":
        if key == "имени" and at > start and tokens[at - 1].key in ("по", "под", "с"):
            return [Clue("noun", "after «по имени»", 0.8)]
        return [Clue("against", f"after «{key}»", -1.6)]
    if thing == "list":
        return _in_list_of_things(scene, at, start)
    if thing == "things":
        far = _far_post(scene, at - 1, start) if key.endswith(("а", "и", "я")) else None
        return [far._replace(kind="office") if far else Clue("against", f"after «{key}»", -1.0)]
    why, weight, cases = _KINDS_OF_THINGS[thing]
    far = _far_post(scene, at, start)
    return [Clue("against", f"{why}: {key}", weight, cases), *([far] if far else [])]


@lru_cache(maxsize=LIGHT)
def _kind_of_thing(key: str) -> str:
    """Return by which list a word names a thing or goes on with a list of them; "" where it names none."""
    if key in words("before", "named"):
        return "named"
    if key in (",", "и"):
        return "list"
    return next((kind for kind in ("things", *_KINDS_OF_THINGS) if key in forms_of("before", kind)), "")


def _in_list_of_things(scene: Scene, at: int, start: int) -> list[Clue]:
    """«микрорайонов Туран, Асар и Самал», «улицы Абая и Гоголя»: what holds of the first holds of all."""
    tokens = scene.text.forms
    for back in range(at, max(start, at - _FARTHEST_POST) - 1, -1):
        form = tokens[back]
        if form.key in forms_of("before", "things") or form.key in words("before", "named"):
            return [Clue("against", f"in a list after «{form.key}»", -0.7)]
        if not (form.capital or form.key in (",", "и") or form.shape is Shape.NUMBER):
            return []
    return []


def _governed(scene: Scene, first: int) -> list[Clue]:
    """«по делу Байжанова»: whose thing it is."""
    form = scene.text.forms[first - 1]
    if first in scene.opens or len(form.key) < 3 or form.key in words("before", "times"):
        return []
    if form.shape is not Shape.LOWER and first - 1 not in scene.opens:
        return []
    if form.key in forms_of("before", "owned"):
        return [Clue("noun", f"after what somebody owns: {form.key}", 0.35, _OWNER)]
    nouns = [p for p in known_parses(form.key) if p.pos == "NOUN"]
    owned = bool(nouns) and all(p.animacy == "inan" and not p.marks for p in nouns)
    return [Clue("case", "", 0.0, _OWNER)] if owned else []


def human_thing(scene: Scene, first: int) -> str:
    """Return what only people have before a name, «юбилей Сатпаева», «книга об Ауэзове»; else ""."""
    forms = scene.text.forms
    at = first - 1
    if at > 0 and forms[at].key in ("о", "об"):
        at -= 1
    key = forms[at].key
    alone = at == first - 1 and key in words("before", "human_singular")
    if not (alone or key in forms_of("before", "human")) or not _plain(forms[at]):
        return ""
    return key if first > scene.text.sentence_bounds(first)[0] else ""


def _far_post(scene: Scene, at: int, start: int) -> Clue | None:
    """«президент Республики Казахстан Касым-Жомарт Токаев»: between the two stands what the post rules."""
    tokens = scene.text.forms
    for back in range(at, max(start, at - _FARTHEST_POST) - 1, -1):
        form = tokens[back]
        if form.shape is Shape.SIGN and form.text not in _QUOTES and form.text not in "-–№":
            return None
        if cases := post_cases(form.key):
            return Clue("post", f"after a post: {form.key}", 0.5, cases)
        if form.shape is Shape.LOWER and len(form.key) > 3 and form.key.endswith(_VERBISH):
            return None
    return None


def acts(scene: Scene, first: int, end: int) -> bool:
    """Tell whether a human being's verb is beside a name: «рассказал Владимир», «Владимир приехал»."""
    forms = scene.text.forms
    before = forms[first - 1].key if first else ""
    after = forms[end].key if end < len(forms) else ""
    return before in _verbs("verbs") or after in _verbs("verbs") or after in words("speech", "human")


def _after(scene: Scene, end: int) -> list[Clue]:
    tokens = scene.text.forms
    if end >= len(tokens) or end in scene.opens:
        return []  # under a picture «Асхат Сейтов» is a line, and «Областной суд …» the next
    form = tokens[end]
    key = form.key
    if key in _verbs("verbs") or key in _verbs("deeds"):
        sure = key in words("speech", "aloud") or key in words("speech", "human")
        weight = 0.7 if sure else 0.5
        return [Clue("speech", f"before a verb of speech: {key}", weight, ("nomn",), _gender(key))]
    if _past(form):
        return [Clue("speech", f"before a verb: {key}", 0.2, ("nomn",), _gender(key))]
    if form.shape is Shape.TITLE and describes(scene, end):
        return [Clue("against", "before an adjective of the same name", -1.0, ("nomn",))]
    return []


def _past(form: Form, endings_: tuple[str, ...] = _ACTING) -> bool:
    """«подписал», «выступила»: a verb in the past that tells the gender of its subject."""
    key = form.key
    if not _plain(form) or len(key) < 4 or not key.endswith(endings_):
        return False
    return _in_the_past(key)


def _plain(form: Form) -> bool:
    return form.shape in (Shape.LOWER, Shape.TITLE)


def _in_the_past(key: str) -> bool:
    return any(p.pos == "VERB" and p.tense == "past" for p in known_parses(key))


def _gender(verb: str) -> str:
    if verb.endswith(("ла", "лась")):
        return "f"
    return "m" if verb.endswith(("л", "лся")) else ""


def describes(scene: Scene, at: int) -> bool:
    """«Домбайский вальс», «в Актюбинской и Абайской областях»: the word describes what follows."""
    tokens = scene.text.forms
    cases = adjective_cases(tokens[at].key)
    if not cases:
        return False
    if _listed_adjective(scene, at):
        return True
    end = min(scene.text.sentence_bounds(at)[1], at + _LONGEST_LIST)
    for step in range(at + 1, end):
        form = tokens[step]
        if form.key in (",", "и", "или", "(", ")", "-") or (form.capital and adjective_cases(form.key)):
            continue
        return (
            form.shape is Shape.LOWER
            and bool(adjective_cases(tokens[step - 1].key))
            and _agrees(form.key, cases)
        )
    return False


def _listed_adjective(scene: Scene, at: int) -> bool:
    """«в Атырауской, Актюбинской и Абайской»: the noun is understood, or stands far off."""
    tokens = scene.text.forms
    ending = tokens[at].key[-4:]
    if ending not in ("ской", "ская", "цкой", "цкая", "кого"):
        return False
    start, end = scene.text.sentence_bounds(at)
    for sign, other in ((at - 1, at - 2), (at + 1, at + 2)):
        listed = start <= other < end and tokens[sign].key in (",", "и") and tokens[other].capital
        if listed and tokens[other].key.endswith(ending):
            return True
    return False


def adjective_cases(key: str) -> tuple[str, ...]:
    """Return the cases that an adjective is in which ends like a word; () where none does."""
    return (_ADJECTIVES.get(key[-2:]) or _ADJECTIVES.get(key[-3:]) or ()) if len(key) > 4 else ()


def _agrees(key: str, cases: tuple[str, ...]) -> bool:
    if key.startswith(_ADMINISTRATIVE):
        return True  # «Алматинской областидождь»: the scraper glued the next word to it
    read = known_parses(key)
    best = read[0].score if read else 0.0
    return any(
        p.pos in ("NOUN", "ADJF", "PRTF") and p.case in cases and p.animacy != "anim"
        for p in read
        if p.score >= best / 4
    )
