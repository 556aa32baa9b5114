"""Corrections to what is known about sources, municipalities and participants."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from workbench.errors import NotFoundError, UsageError, WorkbenchError
from workbench.i18n import _
from workbench.model import CONSENT_SCOPES, SourceKind, TalkRole, Transcription, handle, nearest
from workbench.store import (
    Municipality,
    Participant,
    Source,
    Store,
    add_municipality,
    municipalities,
    participant_named,
    participants,
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
    store: Store, source: Source, label: str, *, pseudonym: str, interviewer: bool, role: str = ""
) -> None:
    """Say who speaks under a label: a participant (added when new), or the interviewer.

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
            participant = participant_named(command, pseudonym, role=role, centre="", age_group=None)
            command.change("speaker", (found,), talk_role=TalkRole.RESPONDENT.value, participant=participant)
