"""How far every source is: for reports, and for oneself."""

from tests.workflow.made import suggest_by_hand
from workbench.store import Source, Standing, Store, mark_seen, passages, standings, stored_codes
from workbench.workflow.decide import set_code


def test_the_lead_coder_s_way_and_one_s_own(store: Store, talk: Source) -> None:
    assert standings(store) == {talk.id: Standing(3, 0, 0, 0, suggested=False)}
    suggest_by_hand(store, talk)
    first, second, _third = passages(store, talk.revision)
    set_code(store, talk, first.place, stored_codes(store)[0])
    with Store.open(store.root, person="Peter") as other:
        with other.command("no-code") as command:
            mark_seen(command, talk.revision, first.number, no_code=True)
            mark_seen(command, talk.revision, second.number, no_code=True)
        assert standings(other) == {talk.id: Standing(3, 1, 2, 1, suggested=False)}
    assert standings(store) == {talk.id: Standing(3, 1, 1, 1, suggested=True)}
    assert standings(store, municipality=talk.municipality) == standings(store)
    assert standings(store, municipality="nowhere") == {}
