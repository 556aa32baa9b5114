"""What a person means by what they typed: a source, a municipality, a code, a passage.

Every miss offers the nearest names, because a name is mostly misspelt rather than unknown.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from workbench.errors import NotFoundError, UsageError
from workbench.i18n import _
from workbench.model import TalkRole, Valence, folded, handle, nearest
from workbench.store import (
    Municipality,
    SaidPassage,
    Source,
    Store,
    StoredCode,
    municipalities,
    passages,
    sources,
    stored_codes,
)


def find_municipality(store: Store, typed: str) -> Municipality:
    """The municipality with this name or code, whatever its case. Raises NotFoundError."""
    known = municipalities(store)
    wanted = typed.strip()
    for one in known:
        if wanted == one.code or handle(wanted) == handle(one.name):
            return one
    raise NotFoundError(
        _("There is no municipality “{name}” in this project.").format(name=typed),
        hint=_offer(nearest(wanted, (one.name for one in known)), _("Add one with: workbench municipalities add NAME")),
    )


def find_source(store: Store, typed: str) -> Source:
    """The source with this name, or whose id begins like this. Raises NotFoundError."""
    known = sources(store)
    for one in known:
        if typed == one.name or handle(typed) == one.name:
            return one
    by_id = [one for one in known if len(typed) >= 8 and one.id.startswith(typed)]
    if len(by_id) == 1:
        return by_id[0]
    raise NotFoundError(
        _("There is no source “{name}” in this project.").format(name=typed),
        hint=_offer(nearest(typed, (one.name for one in known)), _("See them with: workbench sources")),
    )


def find_code(store: Store, typed: str) -> StoredCode:
    """The code that can be set with this id, the last part of one that is alone in having it, or its name.

    Raises NotFoundError for an unknown code, UsageError for a folder and for one that could be several.
    """
    known = stored_codes(store, folders=True)
    try:
        return pick_code([one for one in known if not one.folder], typed)
    except NotFoundError:
        wanted = typed.strip().casefold()
        for one in known:
            if one.folder and wanted in (one.code, *(name.casefold() for name in one.names.values())):
                inside = (each.code for each in known if each.area == one.code and not each.folder)
                raise UsageError(
                    _("“{code}” only holds other codes and is never set itself.").format(code=one.code),
                    hint=_("Its codes: {names}").format(names=", ".join(inside)),
                ) from None
        raise


def find_theme(store: Store, typed: str) -> StoredCode:
    """As find_code, folders included: what one can ask for, though not set."""
    return pick_code(stored_codes(store, folders=True), typed)


def pick_code(known: Sequence[StoredCode], typed: str) -> StoredCode:
    """As find_code, among the codes given."""
    wanted = typed.strip().casefold()
    exact = [one for one in known if one.code.casefold() == wanted]
    short = [one for one in known if one.code.rpartition(".")[2].casefold() == wanted]
    named = [one for one in known if wanted in (name.casefold() for name in one.names.values())]
    found = exact or short or named
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            _("“{code}” could be {names}.").format(code=typed, names=", ".join(one.code for one in found)),
            hint=_("Write the whole code."),
        )
    names = {name: one.code for one in known for name in (*one.names.values(), one.code)}
    near = dict.fromkeys(names[name] for name in nearest(typed, names, limit=9))
    raise NotFoundError(
        _("There is no code “{code}” in the codebooks of this project.").format(code=typed),
        hint=_offer(list(near)[:3], _("See them with: workbench codebooks show")),
    )


def likely(
    known: Sequence[StoredCode],
    typed: str,
    explained: Mapping[str, str] | None = None,
    *,
    recent: Sequence[str] = (),
) -> list[StoredCode]:
    """The codes that these letters mean: whose id or name begins with them or has a word that does, whose words begin
    with one each, that hold them, whose explanation does; else the nearest names.

    `explained` goes from code to what it is about; of equals those in `recent` come first, in that order. æ, ø and å
    are found as ae, oe and aa too, and the other way.
    """
    letters = folded(typed)
    if not letters:
        return []
    place = {code: index for index, code in enumerate(recent)}
    told = {code: _folded(text) for code, text in (explained or {}).items()}
    ranked = [
        (rank, place.get(one.code, len(place)), at)
        for at, one in enumerate(known)
        if (rank := _meant(letters, one, told.get(one.code, ""))) is not None
    ]
    if ranked:
        return [known[at] for _rank, _place, at in sorted(ranked)]
    names = {text: one for one in known for text in (*one.names.values(), one.code)}
    return list({names[name].code: names[name] for name in nearest(typed, names, 9)}.values())


def _meant(letters: str, one: StoredCode, told: str) -> int | None:
    """How well letters fit a code: 0 is best, None not at all."""
    texts = [_folded(text) for text in (one.code, one.code.rpartition(".")[2], *one.names.values())]
    words = [text.split("-") for text in texts]
    fits = (
        letters in texts,
        any(text.startswith(letters) for text in texts),
        any(word.startswith(letters) for several in words for word in several),
        len(letters) > 1 and any("".join(word[:1] for word in several).startswith(letters) for several in words),
        any(letters in text for text in texts),
        letters in told,
    )
    return next((rank for rank, fit in enumerate(fits) if fit), None)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """Definitions stay, and somebody types letter by letter."""
    return folded(text)


def find_passage(store: Store, source: Source, number: int) -> SaidPassage:
    """A respondent's passage of a source. Raises NotFoundError, with the numbers there are."""
    every = passages(store, source.revision, respondents=False)
    found = next((one for one in every if one.number == number), None)
    if found is None:
        raise NotFoundError(
            _("{source} has no passage {number}; its passages are 1 to {last}.").format(
                source=source.name, number=number, last=len(every)
            )
        )
    if found.talk_role is TalkRole.INTERVIEWER:
        raise NotFoundError(
            _("Passage {number} of {source} is the interviewer's, which is never coded.").format(
                number=number, source=source.name
            )
        )
    return found


def find_valence(typed: str) -> Valence:
    """The valence with this name in English or Danish. Raises UsageError."""
    danish = {"beskrivelse": "description", "barriere": "barrier", "fremmer": "enabler", "anbefaling": "recommendation"}
    wanted = typed.strip().casefold()
    try:
        return Valence(danish.get(wanted, wanted))
    except ValueError:
        raise UsageError(
            _("“{name}” is no valence; expected one of {names}.").format(name=typed, names=", ".join(Valence))
        ) from None


def _offer(near: Sequence[str], otherwise: str) -> str:
    return _("Did you mean {names}?").format(names=", ".join(near)) if near else otherwise
