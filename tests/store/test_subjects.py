"""What a command was about, in a few words."""

from tests.workflow.made import suggest_by_hand
from workbench.store import Source, Store, history, passage, stored_codes, subjects, suggestions
from workbench.workflow.decide import accept, no_code
from workbench.workflow.edit import edit_source, new_municipality


def about(store: Store) -> list[tuple[str, str]]:
    """Every command and what it was about, oldest first."""
    return [(one.verb, " · ".join(subjects(store, one.events))) for one in reversed(history(store))]


def test_every_command_says_what_it_was_about_once(store: Store, talk: Source) -> None:
    suggest_by_hand(store, talk)
    shown = suggestions(store, talk.revision)[3]
    code = next(one for one in stored_codes(store) if one.code == "plan")
    accept(store, passage(store, talk.revision, 3), shown[0], code, shown=shown)
    no_code(store, passage(store, talk.revision, 5), shown=())
    edit_source(store, talk, {"title": "Ny"})
    new_municipality(store, "Brændlyng")
    assert about(store) == [
        ("init", "proeve 0.1.0"),
        ("municipalities add", "Kvistsund"),
        ("import", "fg1 · fg1-Sagsbehandler · fg1-Ung"),
        ("accept", "fg1 · 3 · plan"),
        ("no-code", "fg1 · 5"),
        ("sources edit", "fg1"),
        ("municipalities add", "Brændlyng"),
    ]
