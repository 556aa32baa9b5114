"""Codes that somebody set last: those are set again most often."""

from workbench.store.project import Store

LOOKED_AT = 2_000
"""Events, the newest: what came before them is not recent."""


def recent_codes(store: Store, *, limit: int = 9) -> list[str]:
    """Codes that this person set and that stand still, the newest first."""
    found = store.query(
        "SELECT k.code, max(e.clock) AS clock"
        f" FROM (SELECT entity, key, person, clock FROM event ORDER BY clock DESC LIMIT {LOOKED_AT}) e"
        " JOIN coding c ON c.id = json_extract(e.key, '$[0]') JOIN code k ON k.id = c.code"
        " WHERE e.entity = 'coding' AND e.person = ? AND k.retired = 0 GROUP BY k.id ORDER BY clock DESC LIMIT ?",
        store.person,
        limit,
    )
    return [row["code"] for row in found]
