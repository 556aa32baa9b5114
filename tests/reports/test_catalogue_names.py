"""Which texts would say where they come from."""

import pytest

from workbench.reports.catalogue.names import PlaceNames, holds_names, without
from workbench.store import Municipality


def names(*several: str, region: str = "") -> PlaceNames:
    return PlaceNames.of(Municipality(id=one, code="", name=one, region=region) for one in several)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Her i Kvistsund gør vi det sammen.", True),
        ("her i kvistsund gør vi det", True),
        ("KVISTSUND KOMMUNE", True),
        ("det er kvistsunds egne unge", True),
        ("Kvistsunds unge venter.", True),
        ("Det er Kvistsundmodellen.", True),
        ("Det er Kvistsund-modellen.", True),
        ("En kvist i et sund.", False),
        ("Faaborg er langt væk.", True),
        ("Vi kører til Midtfyn.", True),
        ("Fåborg er langt væk.", True),
        ("Der er faaborgensere, med lille.", False),
        ("Faaborg-Midtfyns borgmester", True),
        ("De unge fra Ry kommer også.", True),
        ("Jeg fik en ny rygsæk. Rygterne går.", False),
        ("Hele Midtjylland gør det sådan.", True),
        ("Det er regionen, der betaler.", False),
        ("", False),
    ],
)
def test_names_of_places(text: str, found: bool) -> None:
    assert names("Kvistsund", "Faaborg-Midtfyn", "Ry", region="Region Midtjylland").among(text) is found


def test_a_common_word_that_is_a_name_is_rather_found_too_often() -> None:
    assert names("Vejen").among("Vi mødtes på vejen.")
    assert not names("Vejle").among("Min vejleder ringede.")


def test_nothing_is_found_of_a_municipality_without_letters() -> None:
    assert not names("–").among("Her – og der.")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kvistsund har én dør.", "[k] har én dør."),
        ("I Kvistsund Kommune er der én dør.", "I [k] er der én dør."),
        ("Kvistsunds dør og Kvistsund Kommunes dør.", "[ks] dør og [ks] dør."),
        ("Det er Kvistsund-modellen.", "Det er Kvistsund-modellen."),  # found by PlaceNames, and not used
        ("Om kvistsund.", "Om [k]."),
    ],
)
def test_own_name_is_taken_out(text: str, left: str) -> None:
    assert without(text, "Kvistsund", instead="[k]", genitive="[ks]") == left


def test_name_of_two_words() -> None:
    assert without("Høje-Taastrup vandt.", "Høje-Taastrup", instead="[k]", genitive="[ks]") == "[k] vandt."
    assert without("Høje Taastrups dør.", "Høje-Taastrup", instead="[k]", genitive="[ks]") == "[ks] dør."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De unge ringer til Lone.", True),
        ("Det ligger på Havneskolen.", True),
        ("Vi bruger Uno-Ung hver dag.", True),
        ("De unge kender planen. Ingen bruger den.", False),
        ("Først dette: Planen ligger ét sted.", False),
        ("»Planen« er et ord. (Den bruges.)", False),
        ("UU og PPR sidder med til møder om FGU.", False),
        ("KUI-koordinatoren ringer, når I kommer.", False),
        ("Spørg, om De vil være med.", False),
        ("[kommunen] har én dør.", False),
    ],
)
def test_words_written_like_names(text: str, found: bool) -> None:
    assert holds_names(text) is found
