"""Things people do to a project, for tests that need many of them."""

from collections.abc import Callable
from random import Random

from tests.conftest import transcript
from workbench.model import FindingKind, Valence, Verdict
from workbench.store import (
    Store,
    add_coding,
    add_finding,
    add_municipality,
    add_source,
    change_finding,
    decide,
    finding_first_written,
    findings,
    free_name,
    mark_quote,
    mark_seen,
    municipalities,
    passages,
    quotes,
    remove_coding,
    remove_finding,
    sources,
    stored_codes,
)

WORDS = tuple("planen guiden mødet Lone skolen altså øh kommunen aldrig altid to steder én gang 🙂 é".split(" "))  # noqa: SIM905


def municipality(store: Store, random: Random) -> None:
    """Add a municipality, if its name is free."""
    name = f"Kommune {random.randrange(4)}"
    if name not in {one.name for one in municipalities(store)}:
        with store.command("municipalities add") as command:
            add_municipality(command, name, size=random.randrange(1000, 90_000))


def rename(store: Store, random: Random) -> None:
    """Change a municipality's region, sometimes to what it is already."""
    if known := municipalities(store):
        with store.command("municipalities edit") as command:
            command.change("municipality", (random.choice(known).id,), region=random.choice(["Nord", "Syd"]))


def bring_in(store: Store, random: Random) -> None:
    """Import a small interview."""
    if known := municipalities(store):
        said = [
            (speaker, " ".join(random.choices(WORDS, k=random.randint(1, 12))).capitalize() + ".")
            for speaker in random.choices(["Interviewer", "Ung", "Sagsbehandler"], k=random.randint(1, 6))
        ]
        with store.command("import") as command:
            add_source(command, transcript(*said), name=free_name(store, "fg"), municipality=random.choice(known).id)


def code(store: Store, random: Random) -> None:
    """Accept a code on a passage."""
    found = [one for each in sources(store) for one in passages(store, each.revision)]
    if found:
        one, chosen = random.choice(found), random.choice(stored_codes(store))
        with store.command("accept") as command:
            id = add_coding(
                command,
                revision=one.revision,
                place=one.place,
                words=one.text,
                code=chosen,
                valence=random.choice(list(Valence)),
                doubt=random.random() < 0.3,
            )
            decide(command, one, chosen, Verdict.ACCEPT, coding=id, confidence=0.5)
            mark_seen(command, one.revision, one.number, shown=[(chosen.code, 0.5)])


def pass_over(store: Store, random: Random) -> None:
    """Say that no code fits a passage."""
    found = [one for each in sources(store) for one in passages(store, each.revision)]
    if found:
        one = random.choice(found)
        with store.command("no-code") as command:
            mark_seen(command, one.revision, one.number, no_code=True)


def uncode(store: Store, random: Random) -> None:
    """Take a coding away."""
    if found := quotes(store, layer=store.person):
        with store.command("uncode") as command:
            remove_coding(command, random.choice(found).id)


def mark(store: Store, random: Random) -> None:
    """Star, edit or approve a quote, or take it back."""
    if found := quotes(store):
        with store.command("quotes star") as command:
            mark_quote(
                command,
                random.choice(found).id,
                starred=random.choice([None, False, True]),
                edited=random.choice([None, "", "Planen […]", "[Guiden] ringer"]),
                approved_by=random.choice([None, "", "Maja"]),
            )


def conclude(store: Store, random: Random) -> None:
    """Write a finding, reword one, or take one away."""
    kind, words = random.choice(list(FindingKind)), random.choice(WORDS)
    with store.command("findings edit") as command:
        if (known := findings(store)) and random.random() < 0.5:
            chosen = random.choice(known).id
            if random.random() < 0.3:
                remove_finding(command, chosen)
            else:
                change_finding(command, chosen, label=words, owner=random.choice(["", "Lederen"]), kind=kind)
            return
        where = random.choice([None, *(one.id for one in municipalities(store))])
        code = random.choice(stored_codes(store)).uuid
        if finding_first_written(command, where, kind, code, words) is None:
            add_finding(command, municipality=where, kind=kind, code=code, label=words, body=words, codes=[code])


DEEDS: tuple[Callable[[Store, Random], None], ...] = (
    *(municipality, rename, bring_in, code, code, pass_over, uncode, mark, conclude),
)
