"""How good the suggestions were, as it is shown: by code, and by how sure the machine said it was."""

import json
from collections.abc import Iterator, Mapping

from workbench.cli.command import spelled
from workbench.cli.show import emit, note, table
from workbench.i18n import _
from workbench.store import Store, stored_codes
from workbench.terminal import safe
from workbench.workflow.quality import MEASURED, CodeQuality, Counts, Quality


def show_quality(store: Store, found: Quality, *, as_json: bool) -> None:
    """What this person's answers say of each code and of all; in JSON with stable keys."""
    if as_json:
        emit(
            {
                "person": store.person,
                "measured_from": MEASURED,
                "always": list(store.settings.suggest_always),
                "all": _record(found.whole),
                "codes": [
                    {"code": one.code, "silenced": _silence(found, one.code), **_record(one)} for one in found.codes
                ],
            }
        )
        return
    if not found.codes:
        note(_("You have not dealt with any suggestion yet."))
        note(_("Next: {command}").format(command=spelled("review")))
        return
    heads = [_("Code"), _("Shown"), _("Yes"), "?", _("No"), _("Left"), _("Share yes")]
    every = (*found.codes, found.whole)
    table(heads, (row for one in every for row in _rows(found, one)), right=range(1, 6))
    note(_("Yes: accepted, also on part of the passage or in doubt (?). No: rejected. Left: shown, and neither."))
    note(_("Share yes: yes of yes and no, as they were shown then; measured from {n} on.").format(n=MEASURED))
    tell_silence(store, found.silenced)


def tell_silence(store: Store, silent: Mapping[str, Counts]) -> None:
    """Which codes are not suggested to this person, why, and how one has them suggested all the same."""
    always = store.settings.suggest_always
    for code, newest in silent.items():
        note(
            _("{code} is not suggested to you now: yes was your answer to {agreed} of the newest {n}.").format(
                code=safe(code), n=newest.decisions, agreed=newest.agreed
            )
        )
    if silent:
        line = json.dumps([*always, next(iter(silent))], ensure_ascii=False)
        note(
            _("To have a code suggested all the same, name it in workbench.toml, under [suggest]: {line}").format(
                line=f"always = {safe(line)}"
            )
        )
    known = {one.code for one in stored_codes(store)}
    for code in always:
        if code not in known:
            note(_("workbench.toml names {code} under [suggest], which is no code here.").format(code=safe(code)))


def _rows(found: Quality, one: CodeQuality) -> Iterator[tuple[object, ...]]:
    """A row for the code and, under it, one for each confidence it was shown with."""
    share = _share(one.whole)
    silent = one.code in found.silenced
    yield _row(one.code or _("all codes"), one.whole, _("{share}, silent").format(share=share) if silent else share)
    for level, each in one.bands.items():
        if each.shown:
            yield _row(f"  {level.label}", each, _share(each))


def _row(name: str, each: Counts, share: str) -> tuple[object, ...]:
    return name, each.shown, each.agreed, each.in_doubt, each.rejected, each.untouched, share


def _share(each: Counts) -> str:
    return _("not measured yet") if each.share is None else _("{n}%").format(n=round(each.share * 100))


def _record(one: CodeQuality) -> dict[str, object]:
    return {**_counts(one.whole), "bands": {level.value: _counts(each) for level, each in one.bands.items()}}


def _counts(each: Counts) -> dict[str, object]:
    return {
        "shown": each.shown,
        "agreed": each.agreed,
        "in_doubt": each.in_doubt,
        "rejected": each.rejected,
        "untouched": each.untouched,
        "decisions": each.decisions,
        "share": None if each.share is None else round(each.share, 4),
    }


def _silence(found: Quality, code: str) -> dict[str, object] | None:
    return _counts(found.silenced[code]) if code in found.silenced else None
