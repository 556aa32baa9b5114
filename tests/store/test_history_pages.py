"""The history a page at a time, and only what some people did."""

from workbench.store import Source, Store, add_municipality, doers, entry, history


def test_a_page_at_a_time(store: Store, talk: Source) -> None:
    every = history(store)
    assert [one.verb for one in every] == ["import", "municipalities add", "init"]
    assert [history(store, limit=1, skip=skip) for skip in range(4)] == [[every[0]], [every[1]], [every[2]], []]


def test_only_some_deeds_of_some_people(store: Store, talk: Source) -> None:
    with Store.open(store.root, person="Peter") as other, other.command("municipalities add") as command:
        add_municipality(command, "Odderby")
    assert doers(store) == {
        ("Maja", "import"): 1,
        ("Maja", "init"): 1,
        ("Maja", "municipalities add"): 1,
        ("Peter", "municipalities add"): 1,
    }
    among = [("Peter", "municipalities add"), ("Maja", "init")]
    assert [(one.person, one.verb) for one in history(store, among=among)] == among
    assert history(store, among=[]) == []


def test_the_first_events_of_each_and_one_alone(store: Store, talk: Source) -> None:
    imported = history(store)[0]
    (short,) = history(store, limit=1, events=2)
    assert short.events == imported.events[:2] != imported.events
    assert (entry(store, imported.command), entry(store, "nix")) == (imported, None)
