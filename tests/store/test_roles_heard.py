"""How many people with each role were heard in a municipality: what attribution rests on."""

from tests.conftest import TALK, transcript
from workbench.store import Source, Store, add_source, roles_heard


def test_respondents_are_counted_once_by_role(store: Store, talk: Source) -> None:
    assert roles_heard(store, talk.municipality) == {"caseworker": 1, "youth": 1}
    with store.command("import") as command:
        # The same pseudonyms once more, and somebody else of whom only a label is known.
        add_source(command, transcript(*TALK, ("Mor", "Ja.")), name="fg1-igen", municipality=talk.municipality)
    assert roles_heard(store, talk.municipality) == {"caseworker": 2, "youth": 1}
    [mor] = store.query("SELECT id FROM speaker WHERE label = 'Mor'")
    with store.command("participants assign") as command:
        command.change("speaker", (mor["id"],), participant=None)
    assert roles_heard(store, talk.municipality) == {"": 1, "caseworker": 1, "youth": 1}
    assert roles_heard(store, "nej") == {}
