"""Lanes: no two codings of one lane meet in a row; letters and colours of codes; the parts of the gutter."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.transcript.said import TALK, document
from workbench.model import Place, Turn
from workbench.tui.transcript import Coded, Document, Lanes, Mark, marks
from workbench.tui.transcript.gutter import Gutter, clock, fitted
from workbench.tui.transcript.lanes import APART

FLAT = Document("a" * 6000, ())


def one(id: str, start: int, end: int) -> Coded:
    return Coded(id, Place(start, end), "plan", "P", 1)


def test_the_lowest_free_lane_is_taken() -> None:
    lanes = Lanes(FLAT, [one("a", 0, 50), one("b", 20, 400), one("c", 300, 320)])
    assert [lanes.lane(id) for id in "abc"] == [0, 1, 0]
    lanes.add(one("d", 120, 130))
    assert lanes.lane("d") == 2
    assert [(lane, coding.id) for lane, coding in lanes.within(0, 121)] == [(0, "a"), (1, "b"), (2, "d")]


def test_what_is_near_in_another_turn_is_in_nobodys_way() -> None:
    lanes = Lanes(TALK, [one("a", 0, 20), one("b", 22, 27), one("c", 28, 30), one("d", 26, 40)])
    assert [lanes.lane(id) for id in "abcd"] == [0, 1, 0, 2]


def test_a_coding_is_replaced_by_its_id_and_leaves_no_trace() -> None:
    lanes = Lanes(FLAT, [one("a", 0, 5000), one("b", 10, 20)])
    lanes.add(one("a", 4000, 4010))
    assert [coding.id for _lane, coding in lanes.within(0, 3000)] == ["b"]
    assert lanes.remove("a") == one("a", 4000, 4010)
    assert ("a" in lanes, len(lanes), lanes.within(3900, 4100)) == (False, 1, [])


PLACES = st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 900)), max_size=25)


@given(PLACES, st.data())
def test_whatever_is_added_and_taken_away(places: list[tuple[int, int]], data: st.DataObject) -> None:
    every = {str(n): one(str(n), start, start + size) for n, (start, size) in enumerate(places)}
    lanes = Lanes(FLAT, every.values())
    for id in data.draw(st.lists(st.sampled_from(sorted(every)), unique=True)) if every else []:
        lanes.remove(id)
        del every[id]
    start = data.draw(st.integers(0, 4000))
    found = lanes.within(start, start + 200)
    assert {coding.id for _lane, coding in found} == {
        id for id, coding in every.items() if coding.place.overlap(Place(start, start + 200))
    }
    for first in every.values():
        for second in every.values():
            apart = max(first.place.start, second.place.start) - min(first.place.end, second.place.end)
            if first is not second and lanes.lane(first.id) == lanes.lane(second.id):
                assert apart >= APART


def test_codes_have_letters_and_areas_have_colours() -> None:
    assert marks(["plan", "plan.dobbelt", "plan.data", "guide", "indgang", "plan.aar"]) == {
        "plan": Mark("P", 1),
        "plan.dobbelt": Mark("d", 1),
        "plan.data": Mark("a", 1),
        "guide": Mark("G", 2),
        "indgang": Mark("I", 3),
        "plan.aar": Mark("r", 1),
    }


def test_letters_run_out_before_codes_do() -> None:
    found = marks(f"a.{number}" for number in range(60))
    assert [found["a.0"].letter, found["a.57"].letter, found["a.58"].letter] == ["a", "Å", "•"]


def test_the_gutter_gives_way_to_the_text() -> None:
    assert Gutter.of(TALK, 79) == Gutter(edge=1, time=5, name=4, lanes=3, text=63, rest=1)
    assert Gutter.of(TALK, 160) == Gutter(edge=1, time=5, name=4, lanes=4, text=100, rest=44)
    assert Gutter.of(TALK, 20) == Gutter(edge=1, time=0, name=0, lanes=1, text=15, rest=1)
    untimed = document(("", "Uden navn."), every=None)
    assert Gutter.of(untimed, 79) == Gutter(edge=1, time=0, name=0, lanes=3, text=72, rest=1)


def test_the_names_of_roles_stand_whole_where_the_text_has_room_enough() -> None:
    roles = document(("Sagsbehandler", "Ja."), ("Interviewer", "Nej."), every=None)
    found = {width: (gutter.name, gutter.text) for width in (68, 72, 79, 120) if (gutter := Gutter.of(roles, width))}
    assert found == {68: (10, 51), 72: (10, 55), 79: (14, 58), 120: (14, 98)}


def test_times_and_names() -> None:
    assert [clock(seconds) for seconds in (0, 59.9, 61, 3_847)] == ["0:00", "0:59", "1:01", "1:04:07"]
    assert [fitted(name, 8) for name in ("Aya", "Mohammed Al-Hassani", "日本語の名前")] == [
        "Aya     ", "Mohamm… ", "日本語… ",
    ]  # fmt: skip


def test_names_that_begin_alike_keep_their_ends() -> None:
    text = "Ja. Nej."
    names = ("SPEAKER_00", "SPEAKER_01", "Borgmester Jens")
    document = Document(text, [Turn(name, Place(at, at + 3)) for at, name in zip((0, 3, 4), names, strict=True)])
    gutter = Gutter.of(document, 70)
    assert gutter.ending == 1
    assert [gutter.head(document, turn)[1] for turn in range(3)] == ["SPEAKER…0 ", "SPEAKER…1 ", "Borgmes…s "]
