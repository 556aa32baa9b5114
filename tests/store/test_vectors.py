"""Directions are a cache: found by model and text, without words, and gone when the text is."""

from workbench.store import Store, address, check, forget_vectors, keep_vectors, vectors

ONE, TWO = b"\x00\x3c\x00\x00", b"\x00\x00\x00\x3c"
A, B, C = map(address, ("Jeg har aldrig set den plan.", "Lone svarer.", "Ja."))


def test_what_is_kept_is_found_by_model_and_text(store: Store) -> None:
    events = store.query("SELECT count(*) AS n FROM event")
    keep_vectors(store, "m1", "e5-small", {A: ONE, B: TWO})
    keep_vectors(store, "m2", "e5-base", {A: TWO})
    assert vectors(store, "m1", [A, B, C]) == {A: ONE, B: TWO}
    assert vectors(store, "m1", [B]) == {B: TWO}
    assert vectors(store, "m2", [A, B]) == {A: TWO}
    assert vectors(store, "m", [A]) == vectors(store, "m1", []) == {}
    rows = store.query("SELECT key, detail FROM model_cache ORDER BY key")
    assert rows == [
        {"key": f"vector {model} {text}", "detail": f'{{"dimensions":2,"model":"{name}"}}'}
        for model, name, text in sorted((("m1", "e5-small", A), ("m1", "e5-small", B), ("m2", "e5-base", A)))
    ]
    assert store.query("SELECT count(*) AS n FROM event") == events
    assert check(store).faults == ()


def test_keeping_again_replaces(store: Store) -> None:
    keep_vectors(store, "m1", "e5-small", {A: ONE})
    keep_vectors(store, "m1", "e5-small", {A: TWO})
    assert vectors(store, "m1", [A]) == {A: TWO}


def test_what_is_no_longer_said_is_forgotten_for_every_model(store: Store) -> None:
    keep_vectors(store, "m1", "e5-small", {A: ONE, B: TWO})
    keep_vectors(store, "m2", "e5-base", {B: TWO, C: ONE})
    with store.write() as db:
        db.execute("INSERT INTO model_cache (key, detail) VALUES ('weights proeve', '{}')")
    forget_vectors(store, [A, C])
    assert [row["key"] for row in store.query("SELECT key FROM model_cache ORDER BY key")] == [
        f"vector m1 {A}",
        f"vector m2 {C}",
        "weights proeve",
    ]


def test_a_damaged_row_is_not_there(store: Store) -> None:
    keep_vectors(store, "m1", "e5-small", {A: ONE, B: TWO})
    with store.write() as db:
        db.execute("UPDATE model_cache SET content = x'003c' WHERE key = ?", [f"vector m1 {A}"])
        db.execute("UPDATE model_cache SET content = NULL WHERE key = ?", [f"vector m1 {B}"])
    assert vectors(store, "m1", [A, B]) == {}
