"""The parts of compounds, as more that a word says."""

from functools import lru_cache

from workbench.danish.compounds import SHORTEST_HEAD, known_head, known_modifier
from workbench.danish.lemmas import lemma

_WHOLE_TEXT = """
    arbejde arbejder bestemme betingelse betydning borgerservice børnehave deltager erfaring familie
    forandring forbindelse fordomme forening foreslå forklare forløb forskelle forskellig forståelse
    forsvinde fortælle forventning forældre frivillig fællesskab færdighed følelse gennemgå godkendelse
    helbred henvendelse hverdag hyggelig interesse kollegaer kommune kommunen kommuner koordinere
    langsomme ledelse lejlighed lovgivning medarbejder medarbejdere menneske mennesker mulighed måneder
    nødvendig oplevelse opmærksom platform prioritere problemer problemet samarbejde samarbejdet
    sammenhæng sammenhængende samtale selvstændig sikkerhed situation situationen sommerferie sygdom
    tankegang tidligere tilbagemelding tirsdag tværfaglig tværfaglige tværgående uddannelse udelukkende
    undersøgelse undervisning ungdommen usikkerhed vanskelig vejledning virkelighed virksomhed
    virksomheder ændringer økonomi
"""
_WHOLE = frozenset(_WHOLE_TEXT.split())
"""Words that come apart badly or whose parts say nothing."""


@lru_cache(maxsize=65536)
def parts(word: str) -> tuple[str, ...]:
    """The lemmas of a compound's two parts; empty when the word is no compound we can tell apart.

    Meant as features beside the whole word, never instead of it: `kontaktpersonen` gives `kontakt` and
    `person`. Of several ways to cut, the one with the longest shorter part is taken.
    """
    whole = lemma(word)
    if "-" in whole:
        return tuple(lemma(part) for part in whole.split("-") if len(part) > 1)
    if len(whole) < 2 * SHORTEST_HEAD or whole in _WHOLE or not whole.isalpha():
        return ()
    best: tuple[str, ...] = ()
    evenness = 0
    for cut in range(SHORTEST_HEAD, len(whole) - SHORTEST_HEAD + 1):
        shorter = min(cut, len(whole) - cut)
        if shorter > evenness and known_head(whole[cut:]) and (first := known_modifier(whole[:cut])):
            best, evenness = (first, whole[cut:]), shorter
    return tuple(lemma(part) for part in best)
