"""What every test stands on: its own config, its own state folder, and fresh projects."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from workbench import i18n
from workbench.codebook import Codebook, parse
from workbench.model import Place, SourceProfile, SpeakerProfile, TalkRole, Transcript, Turn
from workbench.store import Source as StoredSource
from workbench.store import Store, add_codebook, add_municipality, add_source, new_settings, source

# No deadline: the machines are shared. `make soak` looks twenty times as far.
_SLOW_IS_FINE = [HealthCheck.too_slow]
settings.register_profile("test", max_examples=80, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile("soak", max_examples=1600, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))

CODEBOOK = """
id: proeve
version: 0.1.0
language: da
name: {da: Prøvekodebog, en: Trial codebook}
codes:
- id: plan
  name: {da: Én plan, en: One plan}
  definition: Om den ene plan for den unge.
  keywords: [plan, handleplan]
  examples: ['Der findes fire planer, og ingen af dem taler sammen.']
  codes:
  - id: plan.dobbelt
    name: {da: Dobbeltdokumentation, en: Double documentation}
    definition: Det samme skrives flere steder.
    keywords: [dobbelt, to steder, kopier*]
    examples: ['Vi skriver det samme to steder, hver eneste gang.']
- id: guide
  name: {da: Én ungeguide, en: One youth guide}
  definition: Den ene voksne, der følger den unge.
  keywords: [ungeguide, kontaktperson]
  examples: ['Hun er den eneste, der altid svarer på mine beskeder.']
no_code_examples:
- Vil du have mælk i kaffen?
- Jeg kom med bussen, og den var forsinket.
"""


@pytest.fixture(autouse=True)
def own_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test reads this machine's settings, and none leaves its language behind."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(variable, str(home))
    for variable in ("WORKBENCH_PROJECT", "WORKBENCH_LANG", "WORKBENCH_DEBUG", "WORKBENCH_EMBEDDINGS", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("WORKBENCH_PERSON", "Maja")
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture
def codebook() -> Codebook:
    """Two focus areas and one sub-code."""
    return parse(CODEBOOK)


def transcript(*said: tuple[str, str], name: str = "fg1", municipality: str = "Kvistsund") -> Transcript:
    """A transcript of these turns (speaker, words); a speaker called Interviewer asks, all others answer."""
    turns, start = [], 0
    for speaker, words in said:
        turns.append(Turn(speaker, Place(start, start + len(words))))
        start += len(words) + 1
    speakers = dict.fromkeys(speaker for speaker, _ in said)
    return Transcript(
        name=name,
        text="\n".join(words for _, words in said),
        turns=tuple(turns),
        profile=SourceProfile(
            municipality=municipality,
            title=name,
            consent=frozenset({"quote", "suggest"}),
            speakers=tuple(
                SpeakerProfile(label, talk_role=TalkRole.INTERVIEWER)
                if label == "Interviewer"
                else SpeakerProfile(
                    label, pseudonym=f"{name}-{label}", role="youth" if label == "Ung" else "caseworker"
                )
                for label in speakers
            ),
        ),
        original="\n".join(f"{speaker}: {words}" for speaker, words in said).encode(),
    )


TALK = (
    ("Interviewer", "Hvordan går det med planen?"),
    ("Sagsbehandler", "Vi skriver det samme to steder. Det tager en hel formiddag."),
    ("Ung", "Jeg har aldrig set den plan."),
    ("Interviewer", "Og hvem hjælper dig?"),
    ("Ung", "Lone. Hun svarer altid, også om søndagen."),
)


@pytest.fixture
def make_store(tmp_path: Path, codebook: Codebook) -> Iterator[Callable[[str], Store]]:
    """Makes empty projects with the trial codebook, and closes them."""
    opened = []

    def make(name: str = "projekt") -> Store:
        # Learning in the background ends when it ends; what a test expects to be suggested must not hang on that.
        store = Store.create(tmp_path / name, new_settings(name, suggest_while_reviewing=False), person="Maja")
        with store.command("init") as command:
            add_codebook(command, codebook)
        opened.append(store)
        return store

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(make_store: Callable[[str], Store]) -> Store:
    """An empty project with the trial codebook."""
    return make_store("projekt")


@pytest.fixture
def talk(store: Store) -> StoredSource:
    """A source of five turns in the municipality Kvistsund."""
    with store.command("municipalities add") as command:
        municipality = add_municipality(command, "Kvistsund", code="991")
    with store.command("import") as command:
        id = add_source(command, transcript(*TALK), name="fg1", municipality=municipality)
    return source(store, id)
