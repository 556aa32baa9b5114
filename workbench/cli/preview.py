"""A file before it is imported: what was found out about it, who speaks, and the first turns."""

from pathlib import Path

import click

from workbench.cli.show import say, table
from workbench.codebook import roles
from workbench.exchange import Reading, clock_shown, format_label
from workbench.i18n import _, language, ngettext
from workbench.model import TalkRole, Transcript
from workbench.terminal import safe
from workbench.workflow.preview import heard, kind_said

SHOWN = 10
"""Turns."""


def show_preview(file: Path, reading: Reading) -> None:
    """Print what the file would become."""
    first = reading.transcript
    say(click.style(safe(file.name), bold=True))
    say("  " + _("{kind}, encoding {encoding}").format(kind=kind_said(reading.kind), encoding=_encoding(reading)))
    say("  " + _("read as: {format}").format(format=format_label(reading.format)))
    if others := [f"{format_label(id)} ({score:.2f})" for id, score in reading.candidates if id != reading.format]:
        say("  " + _("could also be: {formats}").format(formats=" · ".join(others)))
    if len(reading.transcripts) > 1:
        n = len(reading.transcripts)
        say(
            "  "
            + ngettext("{n} open answer, a source of its own", "{n} open answers, each a source of its own", n).format(
                n=n
            )
        )
    say("  " + _about(first))
    say()
    _speakers(first)
    say()
    for transcript in reading.transcripts[:SHOWN]:
        for turn in transcript.turns[: SHOWN if transcript is first else 2]:
            at = f"{clock_shown(turn.from_seconds)}  " if turn.from_seconds is not None else ""
            say(f"  {at}{safe(turn.speaker) + ': ' if turn.speaker else ''}{safe(turn.place.of(transcript.text))}")
        if len(reading.transcripts) == 1:
            break
    say()


def preview_record(file: Path, reading: Reading) -> dict[str, object]:
    """The same, for a machine."""
    return {
        "file": str(file),
        "kind": reading.kind.value,
        "encoding": reading.encoding,
        "certain": reading.certain,
        "format": reading.format,
        "candidates": [{"format": id, "score": score} for id, score in reading.candidates],
        "sources": [
            {
                "source": one.name,
                "municipality": one.profile.municipality,
                "kind": one.profile.kind.value,
                "turns": len(one.turns),
                "speakers": [
                    {
                        "label": speaker.profile.label,
                        "talk_role": speaker.profile.talk_role.value,
                        "role": speaker.profile.role,
                        "pseudonym": speaker.profile.pseudonym,
                    }
                    for speaker in heard(one)
                ],
                "first_turns": [
                    {
                        "speaker": turn.speaker,
                        "from_seconds": turn.from_seconds,
                        "to_seconds": turn.to_seconds,
                        "text": turn.place.of(one.text),
                    }
                    for turn in one.turns[:SHOWN]
                ],
            }
            for one in reading.transcripts
        ],
    }


def _encoding(reading: Reading) -> str:
    return reading.encoding if reading.certain else _("{encoding} (guessed)").format(encoding=reading.encoding)


def _about(transcript: Transcript) -> str:
    profile = transcript.profile
    consent = ", ".join(sorted(profile.consent)) or _("none stated")
    said = (
        safe(profile.municipality) or _("no municipality stated"),
        profile.kind.label,
        safe(profile.month),
        _("consent: {scopes}").format(scopes=consent),
    )
    return " · ".join(part for part in said if part)


def _speakers(transcript: Transcript) -> None:
    known = roles()
    table(
        [_("Speaker"), _("Turns"), _("Words"), _("Part"), _("Role"), _("Pseudonym")],
        (
            (
                one.profile.label or _("(nobody named)"),
                one.turns,
                one.words,
                _("interviewer") if one.profile.talk_role is TalkRole.INTERVIEWER else _("respondent"),
                known.label(one.profile.role, language()) if one.profile.role else "",
                one.profile.pseudonym,
            )
            for one in heard(transcript)
        ),
        right=(1, 2),
    )
