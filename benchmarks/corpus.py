"""Made-up interviews in the manner of spoken Danish, the same ones for the same seed.

Words are drawn from word lists by rank, as in speech: a few fill half the talk, and compounds are made anew all the
time (`praktikvejlederens`, `familiemødet`). A text of templates only would hold a few hundred forms, and would
flatter every index and every cache.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from workbench.model import Place, SourceProfile, SpeakerProfile, TalkRole, Transcript, Turn

INTERVIEWS = 200
WORDS = 8_200
"""Per interview."""
CODINGS = 20_000
CODES = 25
HEAVIEST = 0.2
"""The first code's share of all codings."""
ACROSS = 0.02
"""The share of codings that begin in one turn and end in the next."""
MUNICIPALITIES = (
    "Kvistsund", "Tornhav", "Ellermark", "Sivdal", "Lærkevig", "Tangbjerg", "Pilhav", "Rørmark", "Myntevig", "Bregnsø",
)  # fmt: skip
"""Invented."""

_WORDS = {
    "who": "jeg man de vi hun han det den du jeg jeg vi man alle ingen nogen moren lederen drengen pigen den_unge",
    "verb": """
        er har var kan skal vil havde siger ved synes gør får går kommer sagde tror blev fik prøver mangler ringer
        venter taler møder spørger hjælper arbejder føler snakker ser hører bruger mener tænker skriver starter
        stopper finder glemmer husker savner forstår skifter betyder passer sender samler følger holder kender oplever
        ringede ventede talte mødte spurgte hjalp arbejdede snakkede brugte startede stoppede fandt glemte forstod
        skiftede sendte samlede fulgte holdt oplevede visiterede koordinerede henviste indstillede
    """,
    "adverb": """
        ikke også bare altså jo godt nok så egentlig lidt meget faktisk altid måske igen sådan aldrig virkelig bedre
        stadig nogle_gange ligesom lige tit ofte hurtigt sammen hjemme alene langsomt pludselig heldigvis desværre
    """,
    "small": """
        i på til med om for af fra hos efter ved uden mellem under over gennem før omkring siden hen_over inden_for
    """,
    "link": """
        og men fordi at så når hvis som der hvor og_så men_så selv_om indtil mens før siden
    """,
    "filler": "altså øh jamen ja nej nå okay øhm du_ved ik' hvad_hedder_det sådan_set ærligt_talt joh [griner] [pause]",
    "article": "en den et det de min mit vores deres sin hver samme nogle ingen",
    "adjective": """
        god ny lang svær stor fast fælles ung første anden tidlig klar vigtig lille tryg travl tydelig særlig alvorlig
        nye gode lange svære store faste unge tidlige klare vigtige små trygge travle tydelige særlige
    """,
    "noun": """
        tid dag skole plan møde mor far hjælp sag person ting kommune uddannelse arbejde måde gang uge år job vej folk
        problem hverdag ansvar klasse familie økonomi angst søvn tillid overblik aftale brev telefon mail system papir
        skolen planen mødet sagen personen kommunen uddannelsen arbejdet ugen jobbet vejen problemet hverdagen ansvaret
        klassen familien økonomien angsten tilliden overblikket aftalen brevet telefonen mailen systemet papirerne
        dage skoler planer møder personer uger aftaler breve unge forældre kolleger venner lærere voksne
        ungeguide ungeguiden ungeguider praktik praktikken praktikker FGU FGU'en UU-vejlederen 9._klasse kl._12.30
    """,
}  # fmt: skip
_FIRST_TEXT = """
    skole praktik ungdoms uddannelses familie kontakt job misbrugs netværks fritids behandlings kommune forældre
    sundheds støtte handle gruppe morgen status overgangs opfølgnings beskæftigelses social psykiatri mentor bolig
    ordblinde efterskole klasse virksomheds afklarings trivsels fraværs hjemme lærings økonomi aktivitets kvalitets
    fag team leder borger system digitaliserings rusmiddel motivations fremmøde kompetence special
"""
_SECOND_TEXT = """
    møde plan vejleder konsulent forløb samtale person gruppe rådgiver indsats tilbud aftale ansvarlig opgave afdeling
    center besøg koordinator projekt leder lærer skema kultur proces mål sag liste brev afklaring hold kursus dag
    samarbejde problem ordning støtte periode ledelse medarbejder bevilling
"""
_ENDINGS = ("", "", "en", "et", "er", "erne", "s", "ens", "ets")
"""Not all of these forms are words; neither is all that a speech recogniser writes."""

_PATTERNS = (
    "filler who verb adverb article noun",
    "who verb adverb small article adjective compound link who verb adverb small noun",
    "link who verb adverb link who verb small article compound",
    "who verb article noun link who adverb verb adjective noun small article compound",
    "filler link who verb adverb adverb adjective",
    "article compound verb adverb small article noun link who verb filler who verb small compound",
    "who who verb adverb small noun link article adjective noun verb adverb small article adjective compound",
    "who verb small article noun filler link who verb compound",
)
_QUESTIONS = ("hvordan verb who small article compound", "hvad verb who adverb small article noun", "filler")

_Slots = dict[str, tuple[list[str], list[float]]]


@dataclass(frozen=True, slots=True)
class Interview:
    """A transcript, and where the respondents' sentences stand in it: one list per turn of theirs."""

    transcript: Transcript
    municipality: str
    answers: tuple[tuple[Place, ...], ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """A code to set: which interview and which code, both counted from 0, and the place in code points."""

    interview: int
    place: Place
    code: int


def interview(number: int, *, words: int = WORDS, seed: int = 7) -> Interview:
    """The interview of this number, about so many words long; the same whatever else is made."""
    random = Random(f"{seed} {number}")
    slots = _slots(seed)
    turns: list[Turn] = []
    said: list[str] = []
    answers: list[tuple[Place, ...]] = []
    at = count = 0
    seconds = 0.0
    respondents = ("Ung 1", "Ung 2") if number % 3 else ("Medarbejder",)
    while count < words:
        asking = len(turns) % 2 == 0
        patterns = _QUESTIONS if asking else _PATTERNS
        sentences = 1 if asking else _length(random)
        some = [_sentence(random, slots, random.choice(patterns), asking) for _ in range(sentences)]
        text = " ".join(some)
        places = []
        start = at
        for sentence in some:
            places.append(Place(start, start + len(sentence)))
            start += len(sentence) + 1
        spoken = len(text.split())
        speaker = "Interviewer" if asking else random.choice(respondents)
        turns.append(Turn(speaker, Place(at, at + len(text)), seconds, round(seconds + spoken / 3, 2)))
        if not asking:
            answers.append(tuple(places))
        said.append(text)
        at += len(text) + 1
        count += spoken
        seconds = round(seconds + spoken / 3 + 0.4, 2)
    municipality = MUNICIPALITIES[number % len(MUNICIPALITIES)]
    text = "\n".join(said)
    profile = SourceProfile(
        municipality=municipality,
        consent=frozenset({"quote", "suggest"}),
        speakers=(
            SpeakerProfile("Interviewer", TalkRole.INTERVIEWER),
            *(SpeakerProfile(label, pseudonym=f"P{number}-{label[-1]}", role="youth") for label in respondents),
        ),
    )
    transcript = Transcript(f"interview-{number:03d}", text, tuple(turns), profile, text.encode())
    return Interview(transcript, municipality, tuple(answers))


def interviews(count: int = INTERVIEWS, *, words: int = WORDS, seed: int = 7) -> list[Interview]:
    """The first so many interviews."""
    return [interview(number, words=words, seed=seed) for number in range(count)]


def codings(made: Sequence[Interview], count: int = CODINGS, *, codes: int = CODES, seed: int = 7) -> list[Coded]:
    """Codings of whole sentences, no two the same: one to three of a turn, a few of them across two turns.

    The first code has the share HEAVIEST of them, the others fewer and fewer.
    """
    random = Random(f"{seed} codings")
    shares = [HEAVIEST, *_by_rank(codes - 1, 1 - HEAVIEST, power=0.5)]
    picks = random.choices(range(codes), shares, k=count)
    found: dict[Coded, None] = {}
    for number, code in enumerate(picks):
        while True:
            of = number % len(made)
            coded = Coded(of, _place(random, made[of].answers), code)
            if coded not in found:
                found[coded] = None
                break
    return list(found)


def _place(random: Random, answers: Sequence[Sequence[Place]]) -> Place:
    if random.random() < ACROSS:
        turn = random.randrange(len(answers) - 1)
        return Place(answers[turn][-1].start, answers[turn + 1][0].end)
    sentences = random.choice(answers)
    first = random.randrange(len(sentences))
    last = min(first + random.choice((0, 0, 0, 1, 1, 2)), len(sentences) - 1)
    return Place(sentences[first].start, sentences[last].end)


def _length(random: Random) -> int:
    """Of an answer, in sentences: mostly short, now and then a long story."""
    return random.choice((1, 2, 3, 4, 5, 5, 6, 7, 8, 14))


def _sentence(random: Random, slots: _Slots, pattern: str, question: bool) -> str:
    words = [
        random.choices(slots[slot][0], cum_weights=slots[slot][1])[0] if slot in slots else slot
        for slot in pattern.split()
    ]
    text = " ".join(words).replace("_", " ")
    return f"{text[0].upper()}{text[1:]}{'?' if question else random.choice('.....?…')}"


@cache
def _slots(seed: int) -> _Slots:
    """Words and their running weights, by slot."""
    slots: _Slots = {}
    for slot, listed in _WORDS.items():
        words = listed.split()
        slots[slot] = (words, list(accumulate(_by_rank(len(words), 1.0))))
    compounds = [
        first + second + (ending[1:] if second.endswith("e") and ending.startswith("e") else ending)
        for first in _FIRST_TEXT.split()
        for second in _SECOND_TEXT.split()
        for ending in _ENDINGS
    ]
    Random(f"{seed} compounds").shuffle(compounds)
    slots["compound"] = (compounds, list(accumulate(_by_rank(len(compounds), 1.0, power=0.7))))
    return slots


def _by_rank(count: int, total: float, *, power: float = 1.0) -> list[float]:
    """Shares of the total that fall by rank, as the words of a language do (Zipf); a lower power is more even."""
    weights = [rank**-power for rank in range(1, count + 1)]
    whole = sum(weights)
    return [total * weight / whole for weight in weights]
