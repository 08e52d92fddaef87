"""What the whole document says of its bodies: abbreviations in brackets, names repeated and confirmed."""

from __future__ import annotations

from kzuz_extract.facts import OrganizationValue
from kzuz_extract.language.morphology import parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.organizations.borders import latin_end
from kzuz_extract.names.organizations.forms import folded, nominative, noun_forms
from kzuz_extract.names.organizations.lexicon import abbreviations, noun_lemmas, words
from kzuz_extract.names.organizations.marked import letters_of
from kzuz_extract.names.organizations.view import View, is_adjective
from kzuz_extract.names.scene import OPENING, Proposal
from kzuz_extract.text import Form
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Shape

_SURE = 1.2
_CLOSING = frozenset(OPENING.values())
_NO_BODIES = ("not_bodies_abbreviated", "states")
_REPEATABLE = tuple(f"organization.{rule}" for rule in ("quoted", "latin", "bare_name", "traded_network"))


_brackets = Asked(lambda form: form.text == "(", False, words=tuple)


def _name(proposal: Proposal) -> str:
    return proposal.value.name or ""


def in_brackets(view: View, found: list[Proposal]) -> tuple[list[Proposal], dict[str, str]]:
    """Return abbreviations in brackets after a name, and what each stands for: «Агентство … (АФМ)»."""
    added: list[Proposal] = []
    meaning: dict[str, str] = {}
    for proposal in found:
        at = proposal.end
        if at < view.size and view.forms[at].text in ("»", '"', "”"):
            at += 1
        if proposal.score < 1 or not (view.joined(at + 2) and view.forms[at].text == "("):
            continue
        at += 1
        if view.forms[at].latin and view.forms[at].shape is not Shape.UPPER:
            end = latin_end(view, at)
            if view.forms[end - 1].key in words("words", "latin_things"):
                continue
            added.append(_bracketed(at, end, view.printed(at, end)))
            at = end + 1 if view.joined(end + 1) and view.forms[end].text == "," else end
        if not view.joined(at + 1) or view.forms[at + 1].text != ")":
            continue
        letters = letters_of(view.forms[at]) or _capitals_within(view.forms[at])
        if letters is None or not (_abbreviates(letters, _name(proposal)) or _is_known_by(letters, proposal)):
            continue
        meaning[letters] = _name(proposal)
        added.append(_bracketed(at, at + 1, letters))
    return added, meaning


def spelled_out(view: View) -> list[Proposal]:
    """Return names by the abbreviation in brackets after them: «Форум стран — экспортёров газа (ФСЭГ)».

    The first word has a capital; every letter is the initial of a word, in their order, and no word of weight
    is left over.
    """
    found: list[Proposal] = []
    forms = view.forms
    for at in view.where(_brackets):
        if at + 2 >= view.size or forms[at + 2].text != ")" or not view.joined(at + 1):
            continue
        letters = letters_of(forms[at + 1]) or _capitals_within(forms[at + 1])
        if letters is None or not 3 <= len(letters) <= 8 or letters.isascii():
            continue
        if forms[at - 1].text in _CLOSING or any(letters.lower() in words("words", g) for g in _NO_BODIES):
            continue
        first = _first_of(view, at, letters.upper())
        if first is not None:
            name = _in_nominative(view, first, at)
            value = OrganizationValue(name, None)
            evidence = (f"spells out {letters}",)
            found.append(
                Proposal(first, at, "organization", "organization.spelled_out", 1.25, evidence, value)
            )
    return found


def _first_of(view: View, end: int, letters: str) -> int | None:
    """Return where the words begin whose initials are `letters`, the last of them before token `end`."""
    at, left, skipped = end, len(letters), 0
    while left:
        at -= 1
        if at < 0 or not view.joined(at + 1):
            return None
        form = view.forms[at]
        initials = "".join(part[:1] for part in form.text.split("-")).upper()  # «стран-экспортёров»
        if initials and letters[:left].endswith(initials):
            left, skipped = left - len(initials), 0
        elif form.text[0].upper() == letters[left - 1]:
            left, skipped = left - 1, 0
        elif skipped == 2 or (form.shape is not Shape.SIGN and len(form.text) > 3):
            return None
        else:
            skipped += 1
    form = view.forms[at]
    if form.shape is not Shape.TITLE or form.key in words("words", "prepositions"):
        return None
    words_of_name = [form.key for form in view.forms[at:end] if not is_adjective(form.text)]
    nouns = (lemmas for key in words_of_name if (lemmas := noun_lemmas(key)))
    return at if words("words", "abbreviated_things").isdisjoint(next(nouns, ())) else None


def _in_nominative(view: View, first: int, end: int) -> str:
    """Return the nominative of the leading adjectives and their noun, the rest as it is."""
    printed = view.printed(first, end).split()
    for head, word in enumerate(printed):
        nouns = [r for r in parses(word) if r.pos == "NOUN" and r.number == "sing" and r.case]
        adjective = any(r.pos == "ADJF" for r in parses(word))
        if nouns and not adjective:
            return nominative(printed, head, nouns[0].lemma, nouns[0].gender or "masc")
        if not adjective:
            break
    return " ".join(printed)


def _bracketed(first: int, end: int, name: str) -> Proposal:
    value = OrganizationValue(name, None)
    return Proposal(first, end, "organization", "organization.bracketed", 1.8, ("in brackets",), value)


def _abbreviates(letters: str, name: str) -> bool:
    """Tell whether capitals in brackets may stand for the name before them; Latin ones may spell anything."""
    if not 2 <= len(letters) <= 8 or letters.lower() in words("words", "states"):
        return False
    foreign = letters.isascii() and len(letters) > 2
    return foreign or letters in abbreviations() or _spells(letters, name)


def _capitals_within(form: Form) -> str | None:
    """«СдПГ», «МГЮУ»: letters of which some are small, as none but an abbreviation has them."""
    return form.text if sum(map(str.isupper, form.text)) > 1 and form.text.isalpha() else None


def _is_known_by(letters: str, proposal: Proposal) -> bool:
    """«Международный союз биатлонистов (ИБУ)»: letters of another language, or of a longer name."""
    if proposal.rule in _REPEATABLE or len(letters) < 3 or not letters.isalpha():
        return False
    key = letters.lower()
    return not any(key in words("words", group) for group in (*_NO_BODIES, "legal_forms"))


def _spells(letters: str, name: str) -> bool:
    initials = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isalpha()).upper()
    at = 0
    for letter in letters.upper():
        at = initials.find(letter, at) + 1
        if at == 0:
            return letters[0].upper() == initials[:1] and len(letters) <= len(initials) + 1
    return True


def repeated(view: View, found: list[Proposal], letters: dict[str, str]) -> list[Proposal]:
    """Return further mentions of names that the document has established: «Восток» and then Восток."""
    names: dict[tuple[str, ...], str] = {}
    for proposal in found:
        if proposal.score < _SURE or proposal.rule not in _REPEATABLE:
            continue
        name = _name(proposal)
        keys = folded(name).split()
        if len(keys) == 1 and gazetteer.lookup(keys[0]):
            continue
        if len(keys) == 1 and len(keys[0]) > 2 and not keys[0].isascii():
            for forms in noun_forms(keys[0]).values():
                names.update({(form,): name for form in forms})
        names[tuple(keys)] = name
    names.update({(key.lower(),): key for key in letters})
    return _mentions(view, names)


def _mentions(view: View, names: dict[tuple[str, ...], str]) -> list[Proposal]:
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for keys, name in names.items():
        by_first.setdefault(keys[0], []).append((keys, name))
    again: list[Proposal] = []
    for at in view.capitals if by_first else ():
        for keys, name in by_first.get(view.forms[at].key, ()):
            end = at + len(keys)
            if tuple(f.key for f in view.forms[at:end]) != keys or not _stands_free(view, at, name):
                continue
            value = OrganizationValue(name, None)
            again.append(
                Proposal(at, end, "organization", "organization.repeated", 1.2, ("named before",), value)
            )
    return again


def _stands_free(view: View, at: int, name: str) -> bool:
    """A common word («Время») is repeated as a name only in quotes."""
    form = view.forms[at]
    if form.latin or form.shape in (Shape.UPPER, Shape.MIXED):
        return True
    if view.before(at) is not None and view.forms[at - 1].text in OPENING:
        return True
    return " " not in name and not any(r.known and not r.marks for r in parses(form.key))


def confirmed(found: list[Proposal]) -> list[Proposal]:
    """Raise doubtful mentions (an opening «Союз писателей») whose name the text has clearly elsewhere."""
    if all(p.score >= 1 for p in found):
        return found
    clear = {folded(_name(p)) for p in found if p.score >= _SURE}
    raised = [
        p._replace(score=_SURE, evidence=(*p.evidence, "clear elsewhere"))
        if p.score < 1 and folded(_name(p)) in clear
        else p
        for p in found
    ]
    return [p for p in raised if p.score >= 1]
