"""Persons: names found by their words and neighbours, then completed over the whole document.

A run of capitalised words is cut into names (`runs`), each is read in every gender and case
(`reading`), its neighbours have their say (`context`), and what is a person somewhere is one
everywhere (`people`).
"""

from __future__ import annotations

from itertools import pairwise

from kzuz_extract.facts import PersonValue
from kzuz_extract.names.declension import FIXED_ENDINGS
from kzuz_extract.names.persons.context import QUOTED
from kzuz_extract.names.persons.families import share_surnames
from kzuz_extract.names.persons.foreign import spelled_again
from kzuz_extract.names.persons.listed import comes_first
from kzuz_extract.names.persons.mentions import as_mentions, family, full_mention, heard, read_mentions
from kzuz_extract.names.persons.nicknames import nicknames
from kzuz_extract.names.persons.people import START, Known, Mention, People, Person, parts
from kzuz_extract.names.persons.printed import Printed
from kzuz_extract.names.persons.reading import Hypothesis
from kzuz_extract.names.persons.runs import Segment
from kzuz_extract.names.persons.slots import HALF
from kzuz_extract.names.persons.vocabulary import words
from kzuz_extract.names.persons.words import word_of
from kzuz_extract.names.scene import Proposal, Scene

STANDS = 1.0
_REPEATED = 0.1
_IN_LIST = 0.65


def propose(scene: Scene) -> list[Proposal]:
    """Return the persons of a text, the doubtful ones with a score below 1."""
    mentions, ordinary, printed = read_mentions(scene)
    share_surnames(scene.text.forms, mentions)
    people = People()
    full = [m for m in mentions if not m.single and m.score >= STANDS]
    for mention in sorted(full, key=_certainty):
        mention.person = people.join(mention)
    mentions = _recognised(scene, mentions, ordinary, people, printed)
    _join(mentions, people)
    _add_up(mentions)
    _stand_together(scene, mentions)
    _join(mentions, people)
    mentions = _recognised(scene, mentions, ordinary, people, printed)
    again = [_again(scene, *found) for found in spelled_again(scene, mentions)]
    again += [_nickname(scene, *found) for found in nicknames(scene)]
    return [_proposal(mention) for mention in mentions if mention.score > 0] + again


def _join(mentions: list[Mention], people: People) -> None:
    for mention in mentions:
        if mention.person is None and mention.score >= STANDS:
            mention.person = people.join(mention)


def _certainty(mention: Mention) -> tuple[bool, int]:
    """«Илоном Маском» before «Илоне Маске», and both before «Илон Эррол», who may be one of them."""
    return parts(mention.choice)[1] is None, len(mention.names)


def _add_up(mentions: list[Mention]) -> None:
    """What is said of a name that no list knows adds up: «Бэкхем ушёл … вернулся Бэкхем»."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.single and mention.person is None and mention.score > 0:
            for nominative in sorted({names[0] for names in mention.names}):
                groups.setdefault(nominative, []).append(mention)
    for nominative, group in groups.items():
        clues_ = [clue for mention in group for clue in mention.clues]
        if len(group) < 2 or any(clue.kind in ("against", "place") for clue in clues_):
            continue
        said = sum(clue.weight for clue in clues_ if clue.kind == "speech")
        worth = max(m.choice.weight for m in group) + said + _REPEATED * min(len(group), 4)
        if said and worth >= STANDS:
            for mention in group:
                mention.score = max(mention.score, STANDS)
                mention.known_as.append(f"named {len(group)} times in this text, and it acts")
                fitting = (r for r in mention.segment.readings if r.nominatives[0] == nominative)
                mention.choice = next(fitting, mention.choice)


def _stand_together(scene: Scene, mentions: list[Mention]) -> None:
    """«Роналду и Месси», «Нуртлеу, Жумангарин и Бозумбаев»: who stands in a list with a person is one too."""
    forms = scene.text.forms
    pairs = [
        (one, next_)
        for one, next_ in pairwise(mentions)
        if one.segment.end + 1 == next_.segment.first and forms[one.segment.end].key in (",", "и")
    ]
    for pair in (*pairs, *[(next_, one) for one, next_ in reversed(pairs)]):
        _lend(*pair)


def _lend(sure: Mention, other: Mention) -> None:
    doubtful = other.single and other.person is None and 0 < other.score < STANDS
    if sure.score < STANDS or not doubtful or any(c.kind in ("against", "place") for c in other.clues):
        return
    told = sure.choice.roles[-1] in "sa" or any(clue.kind in ("post", "noun") for clue in sure.clues)
    if told and sure.choice.slot[1] == other.choice.slot[1]:
        other.score += _IN_LIST
        other.known_as.append(f"in a list with a person: {' '.join(u.text for u in sure.segment.units)}")


def _recognised(
    scene: Scene,
    mentions: list[Mention],
    ordinary: dict[str, list[Segment | int]],
    people: People,
    printed: Printed,
) -> list[Mention]:
    """A surname or a given name alone belongs to somebody whose full name the document has.

    What else is an ordinary word moves from `ordinary` to the mentions that are returned.
    """
    starts = people.starts
    likely = [name for name in ordinary if name[:START] in starts]
    names = [name for name in likely if people.known(name) or _bearer(name, people)]
    if names:
        mentions = mentions + [m for name in names for m in as_mentions(scene, ordinary.pop(name))]
        mentions.sort(key=lambda mention: mention.segment.first)
    mentions = _whole(scene, mentions, people, printed)
    for mention in mentions:
        if mention.person is None and mention.single and not mention.known_as:
            _recognise(scene, mention, people, printed)
    return mentions


def _whole(scene: Scene, mentions: list[Mention], people: People, printed: Printed) -> list[Mention]:
    """«Виола Дэвис»: one mention of two words, though the first is but a name where the text tells it."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before and before.segment.end == mention.segment.first and before.single and mention.single:
            units = (*before.segment.units, *mention.segment.units)
            called, named = (people.known(family(unit.text)[0]) for unit in units)
            same = {k.person for k in called if k.role == "g"}.intersection([k.person for k in named])
            full = full_mention(scene, units, printed) if same else None
            if full:
                full.score = max(full.score, STANDS)
                found[-1] = full
                continue
        found.append(mention)
    return found


def _bearer(name: str, people: People) -> bool:
    """«семья Бекхэмов»: several, where the text knows one Бекхэм."""
    return name.endswith("ов") and bool(people.known(name[:-2]))


def _recognise(scene: Scene, mention: Mention, people: People, printed: Printed) -> None:
    unit = mention.segment.units[0]
    name, title = family(unit.text)
    fitting = people.known(name)
    if not fitting:
        if _bearer(name, people):
            mention.score -= 1.0
        return
    known = _nearest(mention, fitting)
    word = word_of(unit.text)
    role = "s" if known.role == "s" else "g"
    slot = (known.person.gender, known.case)
    mention.choice = Hypothesis(role, slot, (known.nominative + title,), mention.score)
    mention.score = max(mention.score, 0.2 + heard(mention.clues, mention.choice, mention.segment.units))
    mention.score += 1.2 if known.role == "s" or word.given else 0.9
    if any(clue.why == QUOTED for clue in mention.clues):
        mention.score -= 1.0  # the song «Жанна»
    if word.place and not any(clue.kind == "place" for clue in mention.clues):
        mention.score += 0.6  # «Толедо сбежал» is no city where Алехандро Толедо is spoken of
    if word.common and unit.first in scene.opens and printed.has(unit.text.lower()):
        mention.score -= 0.9
    mention.known_as.append(
        f"part of a name in this text: {known.person.first or ''} {known.person.last or ''}"
    )
    if mention.score >= STANDS:
        mention.person = known.person


def _nearest(mention: Mention, fitting: list[Known]) -> Known:
    """Of several Касеновs the one whom the text is about, else the one introduced last before."""
    told = {case for clue in mention.clues for case in clue.cases}
    genders = {clue.gender for clue in mention.clues if clue.gender}
    mentioned = sorted(known.person.full for known in fitting)

    def closeness(known: Known) -> tuple[bool, bool, bool, bool, bool, int]:
        before = known.person.at <= mention.segment.first
        distance = abs(mention.segment.first - known.person.at)
        agrees = not genders or known.person.gender in genders
        hero = known.person.full >= 2 * mentioned[0] and known.person.full == mentioned[-1]
        return (known.role == "s", agrees, not told or known.case in told, before, hero, -distance)

    return max(fitting, key=closeness)


def _proposal(mention: Mention) -> Proposal:
    segment, choice = mention.segment, mention.choice
    evidence = [
        f"{_ROLES[role]}: {unit.text}" for role, unit in zip(choice.roles, segment.units, strict=True)
    ]
    case = choice.slot[1]
    evidence += [c.why for c in mention.clues if c.why and (not c.cases or case in c.cases)]
    evidence += mention.known_as
    if mention.family:
        evidence.append(f"shares a surname: {mention.family[1]}")
    return Proposal(
        segment.first,
        segment.end,
        "person",
        _rule(mention),
        mention.score,
        tuple(evidence),
        _value(mention),
        segment.units[-1].glued,
        segment.units[0].lead,
    )


def _again(scene: Scene, first: int, end: int, person: Person) -> Proposal:
    text = scene.text
    name = " ".join(text.source[text.starts[first] : text.ends[end - 1]].split())
    why = ("the name before it in its own script",)
    return Proposal(first, end, "person", "person.own_script", 2.0, why, PersonValue(name, entity=person.key))


def _nickname(scene: Scene, first: int, end: int, why: str) -> Proposal:
    text = scene.text
    name = " ".join(text.source[text.starts[first] : text.ends[end - 1]].split())
    return Proposal(
        first, end, "person", "person.nickname", 1.6, (why,), PersonValue(name, entity=name.lower())
    )


_ROLES = {
    "g": "given name",
    "s": "surname",
    "p": "patronymic",
    "i": "initials",
    "a": "surname that comes first",
    "k": "part of a name",
    "n": "given name after the surname",
    "m": "middle name",
    "l": "particle",
    "q": "nickname or number",
}


def _rule(mention: Mention) -> str:
    if mention.known_as:
        return "person.known_in_text"
    if mention.family:
        return "person.shared_surname"
    roles = mention.choice.roles
    if len(roles) == 1:
        return "person.given_name" if roles == "g" else "person.surname"
    if "i" in roles:
        return "person.initials"
    return "person.surname_first" if roles[0] in "sa" else "person.full_name"


def _value(mention: Mention) -> PersonValue:
    choice, units = mention.choice, mention.segment.units
    spelled = [_cased(n, unit.text) for n, unit in zip(choice.nominatives, units, strict=True)]
    first: list[str] = []
    middle: list[str] = []
    last: list[str] = []
    roles = _settled(choice.roles, choice.nominatives, known=bool(mention.known_as))
    for at, (role, word) in enumerate(zip(roles, spelled, strict=True)):
        if role == "i":
            initials = word.replace(" ", "")
            head, dot, rest = initials.partition(".")
            if rest and not rest.startswith("-"):
                first.append(head + dot)
                middle.append(rest)
            else:
                first.append(initials)
        elif role in "gkn":
            first.append(word)
        elif role in "sa" or (role == "l" and _leads(roles, spelled, at)):
            last.append(word)
        else:
            middle.append(word)
    if mention.family:
        last.append(_cased(*mention.family))
        spelled += last
    person = mention.person
    return PersonValue(
        " ".join(spelled),
        " ".join(first) or None,
        " ".join(middle) or None,
        " ".join(last) or None,
        person.key if person else None,
    )


def _settled(roles: str, nominatives: tuple[str, ...], *, known: bool) -> str:
    """Return the roles as the parts of a name are told.

    «генерал Ли», «Роналду»: alone it is the surname; «Бауыржан Момышулы» has no other surname, «Гульмира Ж.»
    the letter of hers; «Турсунбек кызы Айпери» is called Айпери, and her father Турсунбек.
    """
    if roles == "g" and not known:
        name = nominatives[0]
        return "s" if comes_first(name) or name in words("surnames", "famous") else roles
    if roles in ("gp", "glp") and nominatives[-1].endswith(FIXED_ENDINGS):
        return roles[:-1] + "s"
    if roles == "gi":
        return "gs"
    if len(roles) != 3:
        return roles
    father = (
        next((at for at, name in enumerate(nominatives) if name in words("particles", "patronymic")), 0) - 1
    )
    if father < 0:
        return roles
    if father:
        return "gmm"
    return "mms" if word_of(nominatives[2].title()).surname >= HALF else "mmg"


def _leads(roles: str, spelled: list[str], at: int) -> bool:
    """«Марин Ле Пен», «Усама бин Ладен», «фон дер Ляйен»: particles before a surname belong to it."""
    end = at
    while roles[end : end + 1] == "l":
        if spelled[end].lower() in words("particles", "after"):
            return False
        end += 1
    return end > at and roles[end : end + 1] == "s"


def _cased(nominative: str, printed: str) -> str:
    """Give a nominative the capitals and the ё that its mention is printed with, «ТОКАЕВ» plain ones."""
    if printed.lower() == nominative or printed.endswith(".") or not printed[0].isalpha():
        return printed
    same = 0
    for old, new in zip(printed.lower().replace("ё", "е"), nominative.replace("ё", "е"), strict=False):
        if old != new:
            break
        same += 1
    word = printed[:same] + nominative[same:]
    parts = [
        part[:1].upper() + part[1:] if old[:1].isupper() else part
        for part, old in zip(word.split("-"), printed.split("-"), strict=False)
    ]
    return "-".join(parts) if len(parts) == len(word.split("-")) else word
