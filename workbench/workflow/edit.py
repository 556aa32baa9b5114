"""Corrections to what is known about sources, municipalities and participants."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from workbench.errors import NotFoundError, UsageError, WorkbenchError
from workbench.i18n import _, ngettext
from workbench.model import CONSENT_SCOPES, AgeGroup, SourceKind, TalkRole, Transcription, handle, nearest
from workbench.store import (
    Municipality,
    Participant,
    Source,
    Store,
    Voice,
    add_municipality,
    municipalities,
    participant_named,
    participants,
    quote_marks,
    quotes,
    speakers,
)


def edit_source(store: Store, source: Source, changes: Mapping[str, Any]) -> bool:
    """Change columns of a source (`consent` as a set of scopes); whether anything changed.

    Making it minutes also says that its words are no speech. Raises UsageError for a month or day that is none.
    """
    columns = dict(changes)
    if columns.get("kind") == SourceKind.MINUTES:
        columns["transcription"] = Transcription.MINUTES
    if "month" in columns and not re.fullmatch(r"(\d{4}-(0[1-9]|1[0-2]))?", columns["month"]):
        raise UsageError(_("“{value}” is no month; write it as 2026-03.").format(value=columns["month"]))
    if columns.get("erase_by"):
        try:
            columns["erase_by"] = date.fromisoformat(columns["erase_by"]).isoformat()
        except ValueError as error:
            raise UsageError(
                _("“{value}” is no day; write it as 2027-01-31.").format(value=columns["erase_by"])
            ) from error
    if "consent" in columns:
        given = columns.pop("consent")
        columns |= {f"consent_{scope}": int(scope in given) for scope in CONSENT_SCOPES}
    with store.command("sources edit") as command:
        command.change("source", (source.id,), **columns)
        return command.events > 0


def quotes_lost(store: Store, source: Source, changes: Mapping[str, Any]) -> int:
    """How many starred or approved quotes of a source may be quoted now and could not after these changes."""
    consent = changes.get("consent", source.consent)
    transcription = changes.get("transcription", source.transcription)
    if changes.get("kind") == SourceKind.MINUTES:
        transcription = Transcription.MINUTES
    if "quote" in consent and transcription == Transcription.VERBATIM:
        return 0
    marked = [id for id, mark in quote_marks(store).items() if mark.starred or mark.approved_by]
    return sum(one.may_quote for one in quotes(store, ids=marked, source=source.id)) if marked else 0


def quotes_lost_said(n: int) -> str:
    """What withdrawing consent, or making a source minutes, means for the quotes somebody chose."""
    return ngettext(
        "{n} starred or approved quote can then not be printed; it stays marked.",
        "{n} starred or approved quotes can then not be printed; they stay marked.",
        n,
    ).format(n=n)


def new_municipality(store: Store, name: str, **about: Any) -> None:
    """Add a municipality. Raises UsageError for a blank name, WorkbenchError for a name or code in use."""
    _refuse_taken(store, name, about.get("code", ""))
    with store.command("municipalities add") as command:
        add_municipality(command, name.strip(), **about)


def _refuse_taken(store: Store, name: str, code: str, but: str = "") -> None:
    """Two municipalities that are written almost alike, or share a code, could not be told apart when typed."""
    if not name.strip():
        raise UsageError(_("A municipality needs a name."))
    for one in municipalities(store):
        if one.id != but and (handle(one.name) == handle(name) or (code and one.code == code)):
            raise WorkbenchError(
                _("{name} is in the project already.").format(name=one.name),
                hint=_("Change it with: workbench municipalities edit"),
            )


def edit_municipality(store: Store, municipality: Municipality, changes: Mapping[str, Any]) -> bool:
    """Change columns of a municipality; whether anything changed.

    Raises UsageError for a blank name, WorkbenchError for a name or code that another one has.
    """
    columns = dict(changes)
    name, code = columns.get("name", municipality.name), columns.get("code", municipality.code)
    _refuse_taken(store, name, code, but=municipality.id)
    if "prioritised_themes" in columns:
        columns["prioritised_themes"] = json.dumps(list(columns["prioritised_themes"]))
    with store.command("municipalities edit") as command:
        command.change("municipality", (municipality.id,), **columns)
        return command.events > 0


def find_participant(store: Store, typed: str) -> Participant:
    """The participant with this pseudonym, whatever its case. Raises NotFoundError."""
    known = participants(store)
    for one in known:
        if one.pseudonym.casefold() == typed.casefold():
            return one
    near = nearest(typed, (one.pseudonym for one in known))
    raise NotFoundError(
        _("There is no participant “{name}” in this project.").format(name=typed),
        hint=_("Did you mean {names}?").format(names=", ".join(near)) if near else "",
    )


def edit_participant(store: Store, participant: Participant, changes: Mapping[str, Any]) -> bool:
    """Change columns of a participant; whether anything changed."""
    with store.command("participants edit") as command:
        command.change("participant", (participant.id,), **changes)
        return command.events > 0


def assign_speaker(
    store: Store,
    source: Source,
    label: str,
    *,
    pseudonym: str,
    interviewer: bool,
    role: str = "",
    age_group: AgeGroup | None = None,
) -> None:
    """Say who speaks under a label: a participant (added when new, with this role and age group), or the interviewer.

    Raises NotFoundError for an unknown label, UsageError when neither or both are said.
    """
    if bool(pseudonym) == interviewer:
        raise UsageError(_("Say either a pseudonym or --interviewer."))
    known = speakers(store, source.id)
    found = next((id for one, id in known.items() if one.casefold() == label.casefold()), None)
    if found is None:
        raise NotFoundError(
            _("Nobody speaks as “{label}” in {source}.").format(label=label, source=source.name),
            hint=_("Labels: {names}").format(names=", ".join(known)),
        )
    with store.command("participants assign") as command:
        if interviewer:
            command.change("speaker", (found,), talk_role=TalkRole.INTERVIEWER.value, participant=None)
        else:
            participant = participant_named(
                command, pseudonym, role=role, centre="", age_group=age_group.value if age_group else None
            )
            command.change("speaker", (found,), talk_role=TalkRole.RESPONDENT.value, participant=participant)


def correct_voice(
    store: Store, source: Source, voice: Voice, *, interviewer: bool, pseudonym: str, role: str, age_group: str
) -> bool:
    """Correct who speaks under a label, and what is known of them; whether anything changed.

    Somebody else is assigned; what is known of a participant is changed wherever they speak. Raises UsageError for
    a respondent without a pseudonym: a role and an age group belong to a participant.
    """
    if interviewer:
        if voice.talk_role is TalkRole.INTERVIEWER:
            return False
        assign_speaker(store, source, voice.label, pseudonym="", interviewer=True)
        return True
    now, age = voice.participant, AgeGroup(age_group) if age_group else None
    if not pseudonym:
        if now is None and voice.talk_role is TalkRole.RESPONDENT and not role and age is None:
            return False
        raise UsageError(_("Give a pseudonym: a role and an age group belong to a participant."))
    known = next((one for one in participants(store) if one.pseudonym.casefold() == pseudonym.casefold()), None)
    named = known.pseudonym if known else pseudonym
    other = now is None or now.pseudonym != named or voice.talk_role is TalkRole.INTERVIEWER
    if other:
        assign_speaker(store, source, voice.label, pseudonym=named, interviewer=False, role=role, age_group=age)
    changes = {"role": role, "age_group": age.value if age else None}
    return edit_participant(store, find_participant(store, named), changes) or other
