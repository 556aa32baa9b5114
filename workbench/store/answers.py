"""What a person answered to what they were shown: the facts that honest measurement rests on."""

import json
from dataclasses import dataclass

from workbench.model import Verdict
from workbench.store.project import Store


@dataclass(frozen=True, slots=True)
class Answer:
    """One suggestion in a passage that was dealt with, and what the person said to it."""

    code: str
    confidence: float
    """As it was shown then, whatever the engine would say now."""
    verdict: Verdict | None
    """None when it was left untouched."""


_DECIDED = """
SELECT d.revision, d.passage, k.code, d.verdict, d.confidence,
  (SELECT max(e.clock) FROM event e WHERE e.entity = 'decision' AND e.key = json_array(d.id)) AS clock
FROM decision d JOIN code k ON k.id = d.code WHERE d.person = ?
"""

_SHOWN = """
SELECT v.revision, v.passage, v.no_code, v.shown,
  (SELECT max(e.clock) FROM event e WHERE e.entity = 'review_mark' AND e.key = json_array(v.id)) AS clock
FROM review_mark v WHERE v.coder = ? AND v.blind = 0 AND v.shown <> '[]'
"""


def answers(store: Store) -> list[Answer]:
    """Every suggestion this person was shown in a passage they dealt with, the one answered last at the end.

    Where a passage was shown twice the first showing counts. To say that no code fits a passage rejects what was
    shown there. What was decided without being shown is no answer.
    """
    decided = {(row["revision"], row["passage"], row["code"]): row for row in store.query(_DECIDED, store.person)}
    found: dict[tuple[str, int, str], tuple[int, Answer]] = {}
    for mark in store.query(_SHOWN, store.person):
        for code, confidence in json.loads(mark["shown"]):
            at = (mark["revision"], mark["passage"], code)
            if (answer := decided.get(at)) is not None:
                found[at] = (answer["clock"], Answer(code, confidence, Verdict(answer["verdict"])))
            else:
                found[at] = (mark["clock"], Answer(code, confidence, Verdict.REJECT if mark["no_code"] else None))
    for at, answer in decided.items():
        if at not in found and answer["confidence"] is not None:
            found[at] = (answer["clock"], Answer(at[2], answer["confidence"], Verdict(answer["verdict"])))
    return [answer for _at, (_clock, answer) in sorted(found.items(), key=lambda one: (one[1][0], one[0]))]
