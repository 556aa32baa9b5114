"""Deciding: every answer a person gives to a passage, one command each."""

from collections.abc import Sequence

from workbench.errors import NotFoundError, WorkbenchError
from workbench.i18n import _
from workbench.model import Place, Valence, Verdict
from workbench.store import (
    Quote,
    SaidPassage,
    Shown,
    Source,
    Store,
    StoredCode,
    add_coding,
    decide,
    mark_seen,
    passages,
    quotes,
    remove_coding,
    suggestions,
    words,
)

DECISIONS = ("accept", "reject", "no-code", "code", "uncode")
"""The verbs that answer a passage."""


def suggested(store: Store, passage: SaidPassage, code: StoredCode | None = None) -> Shown:
    """The suggestion for a passage: of this code, else the surest. Raises NotFoundError when there is none."""
    shown = suggestions(store, passage.revision).get(passage.number, [])
    for one in shown:
        if code is None or one.suggestion.code == code.code:
            return one
    if code is None or not shown:
        said = _("Nothing is suggested for passage {number}.").format(number=passage.number)
    else:
        said = _("{code} is not suggested for passage {number}; suggested: {names}.").format(
            code=code.code, number=passage.number, names=", ".join(one.suggestion.code for one in shown)
        )
    hint = _("Set a code yourself with: workbench code SOURCE PASSAGE CODE")
    if not suggestions(store, passage.revision):
        hint = _("Nothing was suggested to you for this source yet. See: workbench suggest")
    raise NotFoundError(said, hint=hint)


def accept(
    store: Store,
    passage: SaidPassage,
    one: Shown,
    code: StoredCode,
    *,
    shown: Sequence[Shown],
    valence: Valence = Valence.DESCRIPTION,
    strength: int | None = None,
    doubt: bool = False,
) -> str:
    """Make a suggestion this person's coding; returns the coding's id. `shown` is all they were shown."""
    with store.command("accept") as command:
        coding = add_coding(
            command,
            revision=passage.revision,
            place=passage.place,
            words=passage.text,
            code=code,
            valence=valence,
            strength=strength,
            doubt=doubt,
            suggestion=one.run,
        )
        decide(
            command,
            passage,
            code,
            Verdict.DOUBT if doubt else Verdict.ACCEPT,
            coding=coding,
            suggestion=one.run,
            confidence=one.suggestion.confidence,
        )
        mark_seen(command, passage.revision, passage.number, shown=_scores(shown))
    return coding


def reject(
    store: Store, passage: SaidPassage, rejected: Sequence[tuple[Shown, StoredCode]], *, shown: Sequence[Shown]
) -> None:
    """Say that suggested codes do not fit this passage."""
    with store.command("reject") as command:
        for one, code in rejected:
            decide(
                command,
                passage,
                code,
                Verdict.REJECT,
                suggestion=one.run,
                confidence=one.suggestion.confidence,
            )
        mark_seen(command, passage.revision, passage.number, shown=_scores(shown))


def no_code(store: Store, passage: SaidPassage, *, shown: Sequence[Shown], blind: bool = False) -> None:
    """Say that nothing in the codebooks fits this passage; `blind` when that was said before suggestions were seen."""
    with store.command("no-code") as command:
        scores = () if blind else _scores(shown)
        mark_seen(command, passage.revision, passage.number, shown=scores, no_code=True, blind=blind)


def set_code(
    store: Store,
    source: Source,
    place: Place,
    code: StoredCode,
    *,
    shown: Sequence[Shown] | None = None,
    valence: Valence = Valence.DESCRIPTION,
    strength: int | None = None,
    doubt: bool = False,
    contrary: bool = False,
    blind: bool = False,
) -> str:
    """Set a code on any place that respondents speak in; returns the coding's id.

    `shown` is all they were shown for the passage that is this place, where they were shown one: something else may
    be suggested there by now. `blind` when they decided before they saw any suggestion: then it answers none.

    Raises WorkbenchError when the place is empty, past the end or the interviewer's.
    """
    try:
        said = words(store, source.revision, place)
    except ValueError as error:
        raise WorkbenchError(
            _("{source} ends before place {start}-{end}.").format(source=source.name, start=place.start, end=place.end)
        ) from error
    met = passages(store, source.revision, at=place)
    if not said.strip() or not met:
        raise WorkbenchError(_("Only the interviewer speaks there."))
    if blind:
        shown = ()
    suggested = {
        one.number: suggestions(store, source.revision, passage=one.number).get(one.number, ())
        for one in met
        if shown is None
    }
    with store.command("code") as command:
        coding = add_coding(
            command,
            revision=source.revision,
            place=place,
            words=said,
            code=code,
            valence=valence,
            strength=strength,
            doubt=doubt,
            contrary=contrary,
        )
        for passage in met:
            here = suggested[passage.number] if shown is None else shown
            for one in here:
                if one.suggestion.code == code.code:
                    verdict = Verdict.ACCEPT if passage.place == place else Verdict.ADJUST
                    decide(
                        command,
                        passage,
                        code,
                        Verdict.DOUBT if doubt else verdict,
                        coding=coding,
                        suggestion=one.run,
                        confidence=one.suggestion.confidence,
                    )
            mark_seen(command, passage.revision, passage.number, shown=_scores(here), blind=blind)
    return coding


def uncode(store: Store, found: Sequence[Quote]) -> None:
    """Take these codings of this person away; their passages may become undecided again."""
    with store.command("uncode") as command:
        for one in found:
            remove_coding(command, one.id)


def own_codings(store: Store, source: Source, passage: SaidPassage, code: StoredCode | None = None) -> list[Quote]:
    """This person's codings that touch a passage, of one code or of any.

    Raises NotFoundError when there are none.
    """
    found = [
        one
        for one in quotes(store, source=source.id, layer=store.person, code=code.code if code else None)
        if one.place.overlap(passage.place) and (code is None or one.code == code.code)
    ]
    if not found:
        raise NotFoundError(
            _("{person} has no such coding in passage {number} of {source}.").format(
                person=store.person, number=passage.number, source=source.name
            )
        )
    return found


def _scores(shown: Sequence[Shown]) -> list[tuple[str, float]]:
    return [(one.suggestion.code, one.suggestion.confidence) for one in shown]
