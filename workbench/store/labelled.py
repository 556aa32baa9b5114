"""The passages that somebody has dealt with, and what was found in them: what suggestions are learned from."""

import json
from collections.abc import Mapping
from typing import Any

from workbench.model import LabelledPassage
from workbench.store.project import Store


def labelled(store: Store, codebook: str) -> list[LabelledPassage]:
    """What this person and the agreed layer have found so far with a codebook, in the order of the sources.

    A passage counts when it was dealt with; suggestions left untouched in it say nothing.
    """
    found = store.query(_labelled_by(), store.person, codebook)
    return [_labelled(row) for row in found]


def labelled_passage(store: Store, codebook: str, revision: str, number: int) -> LabelledPassage | None:
    """The same of one passage; None when nobody has dealt with it, or it is the interviewer's."""
    found = store.query(_labelled_by("{0}.revision = ?3", "{0}.{1} = ?4"), store.person, codebook, revision, number)
    return _labelled(found[0]) if found else None


def _labelled_by(*only: str) -> str:
    """The query, about every passage or `only` some; ?1 is the person, ?2 the codebook."""

    def here(table: str, number: str) -> str:
        return "".join(f" AND {one.format(table, number)}" for one in only)

    # A coding knows no passages, only offsets: it may begin in the middle of one, and go on into others. Passages do
    # not overlap, so the last one that begins before the coding is the first that can hold any of it.
    return f"""
WITH coded AS (
  SELECT p.revision, p.number, json_group_array(DISTINCT k.code) AS codes
  FROM coding c JOIN code k ON k.id = c.code CROSS JOIN passage p ON p.revision = c.revision
    AND p.start >= coalesce(
      (SELECT max(b.start) FROM passage b WHERE b.revision = c.revision AND b.start <= c.start), 0)
    AND p.start < c.end
  WHERE p.end > c.start AND k.codebook = ?2 AND c.loose = 0 AND c.layer IN (?1, 'agreed'){here("p", "number")}
  GROUP BY p.revision, p.number
), refused AS (
  SELECT d.revision, d.passage AS number, json_group_array(k.code) AS codes
  FROM decision d JOIN code k ON k.id = d.code
  WHERE d.person = ?1 AND d.verdict = 'reject' AND k.codebook = ?2{here("d", "passage")}
  GROUP BY d.revision, d.passage
), seen AS (
  SELECT v.revision, v.passage AS number, v.no_code, v.shown
  FROM review_mark v WHERE v.coder = ?1{here("v", "passage")}
), dealt AS (
  SELECT revision, number FROM coded UNION SELECT revision, number FROM refused
  UNION SELECT revision, number FROM seen WHERE no_code
)
SELECT substr(t.text, p.start - t.start + 1, p.end - p.start) AS text, coalesce(coded.codes, '[]') AS codes,
  coalesce(refused.codes, '[]') AS rejected, coalesce(seen.no_code, 0) AS no_code, coalesce(seen.shown, '[]') AS shown
FROM dealt CROSS JOIN passage p USING (revision, number)
JOIN turn t ON t.revision = p.revision AND t.number = p.turn JOIN speaker s ON s.id = t.speaker
LEFT JOIN coded USING (revision, number) LEFT JOIN refused USING (revision, number)
LEFT JOIN seen USING (revision, number)
WHERE s.talk_role = 'respondent' ORDER BY p.revision, p.number
"""


def _labelled(row: Mapping[str, Any]) -> LabelledPassage:
    codes = frozenset(json.loads(row["codes"]))
    rejected = frozenset(json.loads(row["rejected"])) - codes
    no_code = bool(row["no_code"]) and not codes
    shown = frozenset(code for code, _confidence in json.loads(row["shown"]))
    untouched = frozenset[str]() if no_code else shown - codes - rejected
    return LabelledPassage(row["text"] or "", codes, rejected, no_code, untouched)
