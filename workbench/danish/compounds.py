"""Where a Danish compound comes apart: `ungdomsuddannelsesplan` is one word, and people mean all three.

A part has to be a known word form, and endings that look like words are not taken for one.
"""

from workbench.danish.table import forms, overrides

SHORTEST_HEAD = 4
_LINKS = ("", "s", "e")
"""What may stand between the parts: `uddannelse-s-plan`, `dreng-e-skole`."""

_NO_HEADS_TEXT = """
    aften ager agere agtig agtige bare dele deles delte elses ende endes ered erede eren erens eret erne
    ernes essen fald faste fulde følge gift giver givet gyldig gyldighed gøre haft have haven hede heden
    hedens heder hedes hæng hænge hængende ilde ile inde indes ingen inger ings ions iser isere isk iske
    isme isten kede kende kendelse kerne lede ledes lende lige liges lighed ligt ling linger lings lion
    løse løst ment mind mindre nede nelse nere nerne ners ning ningen ninger nings node omme rede reder
    reen rende rens rere rest ring ringe ringen ringer rings rise rned sage sages samme selse sende sere
    sige siges skab skabe skaber skabet slå somme somt stale stand standen stede steder ster stre tage
    tagen tagende tages tale tel telse tende tere terne tikke ting tion tryk turer uger vende viden være
    værelse værende ytte ælling
"""
_NO_HEADS = frozenset(_NO_HEADS_TEXT.split())
"""Derivational endings, and verbs that stand behind a particle (`foretage`): no second part of a compound."""

_NO_MODIFIERS_TEXT = """
    adskil afsted ander besk beske betale brug bruge efter epik fler foran forbe forbi forde fore forhen
    forti fortæl fran fuld genne godt grund hele henven hjemme hver hvor imel imod inde indtil just komm
    kommu kompe konse koor krim kval langs lede lige line læse mang mark medar mede mell menne midt
    minde mulig nærme ople oplys opta orga over overens pige plat plud poli prob reko resso sage samme
    samt selv sene sige skrift stad ster stra svare syns tage tale tank tanke tekn tide till tred tros
    tvære udda uden ufor ulig unde under ungdom ungdoms urol vare ved veder vele ver vide vind virk være
    yder ældr ønske øvri
"""
_NO_MODIFIERS = frozenset(_NO_MODIFIERS_TEXT.split())
"""Stems and particles that look like a first part and carry nothing."""


def known_head(head: str) -> bool:
    """Whether the letters can be the last part of a compound: a known form, and no mere ending."""
    return len(head) >= SHORTEST_HEAD and head not in _NO_HEADS and (head in forms() or head in overrides())


def known_modifier(first: str) -> str:
    """The first part as a known word, without the link behind it; empty when it is none."""
    for link in _LINKS:
        stem = first.removesuffix(link)
        if len(stem) > 2 and stem not in _NO_MODIFIERS and (stem in forms() or stem in overrides()):
            return stem
    return ""


def last_part_begins(word: str, beginning: str) -> bool:
    """Whether the word is a compound whose last part begins so: `bostøtten` with `støtte`. Both in lower case."""
    at = word.find(beginning, 2)
    while at > 0:
        first = word[:at].rstrip("-")
        if len(beginning) >= SHORTEST_HEAD and (known_modifier(first) or first in forms()):
            return True
        at = word.find(beginning, at + 1)
    return False


def head_at(word: str) -> int:
    """Where the last part of an unknown compound begins: the longest known head; 0 when there is none.

    A head after a known first part goes before one after any letters, and that one has to be longer.
    """
    cuts = [cut for cut in range(2, len(word) - SHORTEST_HEAD + 1) if known_head(word[cut:])]
    known = next((cut for cut in cuts if known_modifier(word[:cut])), 0)
    return known or next((cut for cut in cuts if len(word) - cut > SHORTEST_HEAD), 0)
