"""Suggesting: the engine learns from the codebook and from this person's decisions, then reads the sources."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from workbench.codebook import Codebook
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model import Suggestion, TalkRole
from workbench.store import (
    SaidPassage,
    Source,
    Store,
    current_codebooks,
    labelled,
    passages,
    read_before,
    replace_suggestions,
    sources,
    stored_codes,
)
from workbench.suggest import Engine
from workbench.suggest.embeddings import Embedder
from workbench.workflow.models import embedder
from workbench.workflow.quality import silenced

_AHEAD, _BEHIND = 40, 10
"""Passages after and before the one that was decided, that are read anew at once."""
_AROUND = 8
"""Passages that are read with them: talk dwells on a theme, so what is said beside a passage counts a little."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What was suggested for a source."""

    source: Source
    passages: int
    """Passages that were read."""
    with_suggestion: int
    suggestions: int
    held_back: bool = False
    """The consent does not cover suggestions, so none were made."""


def suggest(
    store: Store, chosen: Sequence[Source], *, progress: Callable[[Source], None] = lambda source: None
) -> list[Suggested]:
    """Make suggestions for these sources anew, in place of those made before; not of codes hardly ever agreed with.

    Calls `progress` before each source. Raises WorkbenchError when the project has no codebook.
    """
    codebooks = current_codebooks(store)
    if not codebooks:
        raise WorkbenchError(_("The project has no codebook to suggest from."))
    made = []
    model = embedder(store)
    engines = [engine_for(store, codebook, model) for codebook in codebooks]
    silent = silenced(store)
    for source in chosen:
        progress(source)
        if "suggest" not in source.consent:
            made.append(Suggested(source, source.passages, 0, 0, held_back=True))
            continue
        per_passage: dict[int, int] = {}
        for engine in engines:
            for number, several in refresh(store, source, engine, silent=silent).items():
                per_passage[number] = per_passage.get(number, 0) + len(several)
        made.append(Suggested(source, source.passages, len(per_passage), sum(per_passage.values())))
    if model is not None and {one.id for one in sources(store)} <= {one.id for one in chosen}:
        model.forget_others()
    return made


def engine_for(store: Store, codebook: Codebook, model: Embedder | None = None) -> Engine:
    """An engine that has learned from all that this person and the agreed layer have decided.

    With the embedding model given, else with the one that is chosen, if any.
    """
    return Engine.learn(codebook, labelled(store, codebook.id), project_texts(store), model or embedder(store))


def project_texts(store: Store) -> list[str]:
    """What respondents say in this project, where they agreed to its being read for suggestions."""
    return [one.text for each in sources(store) if "suggest" in each.consent for one in passages(store, each.revision)]


def refresh(
    store: Store, source: Source, engine: Engine, *, silent: Collection[str] = (), near: int | None = None
) -> dict[int, Sequence[Suggestion]]:
    """Store what this engine suggests for a source, in place of what was suggested before; by passage number.

    The codes in `silent` are left out. With a passage number as `near`, only the passages that come up next after it
    are read anew, and a few before it, if the whole source was read before.
    """
    codebook, part = engine.codebook.id, None
    if near is not None and (source.revision, codebook) in read_before(store):
        part = range(near - _BEHIND, near + _AHEAD + 1)
    within = None if part is None else (part.start - _AROUND, part.stop + _AROUND)
    every = passages(store, source.revision, respondents=False, between=within)
    answers = [one for one in every if one.talk_role is TalkRole.RESPONDENT]
    found = engine.suggest([one.text for one in answers], questions=_questions(every), without=silent)
    made: dict[int, Sequence[Suggestion]] = {
        one.number: several
        for one, several in zip(answers, found, strict=True)
        if several and (part is None or one.number in part)
    }
    codes = {one.code: one for one in stored_codes(store) if one.codebook == codebook}
    provenance = {**engine.provenance, "silenced": sorted(silent)} if silent else engine.provenance
    replace_suggestions(
        store, revision=source.revision, codebook=codebook, provenance=provenance, made=made, codes=codes, only=part
    )
    return made


def _questions(every: Sequence[SaidPassage]) -> list[str]:
    """For each respondent's passage, the question it answers: the interviewer's turn before it."""
    question, found = "", []
    for before, one in zip((None, *every), every, strict=False):
        if one.talk_role is TalkRole.INTERVIEWER:
            same_turn = before is not None and before.turn == one.turn
            question = f"{question} {one.text}" if same_turn else one.text
        else:
            found.append(question)
    return found
