"""The project on disk: what was said, what people did with it, and how both are found again."""

from workbench.store.answers import Answer, answers
from workbench.store.check import Fault, Report, check
from workbench.store.codebooks import StoredCode, add_codebook, current_codebooks, stored_codes
from workbench.store.codings import add_coding, decide, mark_seen, recode, remove_coding, reopen
from workbench.store.connection import SQLITE_VERSION
from workbench.store.events import Command, Event
from workbench.store.findings import (
    add_finding,
    change_finding,
    finding_first_written,
    finding_like,
    findings,
    remove_finding,
)
from workbench.store.history import Entry, data_date, doers, entry, history
from workbench.store.journeys import StoredJourney, journeys, remove_journey, set_journey
from workbench.store.naming import row_of, subjects
from workbench.store.people import (
    Municipality,
    Participant,
    add_municipality,
    municipalities,
    participant_named,
    participants,
    roles_heard,
)
from workbench.store.progress import Progress, Standing, last_reviewed, progress, standings, undecided
from workbench.store.project import DATABASE, Store, new_settings
from workbench.store.quote_marks import UNMARKED, QuoteMark, mark_quote, quote_marks
from workbench.store.quotes import Context, Quote, context, quotes, quotes_beginning, statements
from workbench.store.search import Found, Hit, holding, search
from workbench.store.sources import (
    SaidPassage,
    Source,
    add_source,
    free_name,
    passage,
    passages,
    source,
    source_with_text,
    sources,
    speakers,
    turns_around,
    words,
)
from workbench.store.suggestions import (
    Scored,
    Shown,
    labelled,
    labelled_passage,
    replace_suggestions,
    scores,
    suggestions,
)
from workbench.store.texts import address
from workbench.store.undo import NOT_UNDOABLE, Done, above, redo, undo
from workbench.store.vectors import forget_vectors, keep_vectors, vectors
from workbench.store.versions import MadeWith, codebook_version, codebook_versions, codings_made_with
from workbench.store.voices import Voice, voices

__all__ = [
    "DATABASE",
    "NOT_UNDOABLE",
    "SQLITE_VERSION",
    "UNMARKED",
    "Answer",
    "Command",
    "Context",
    "Done",
    "Entry",
    "Event",
    "Fault",
    "Found",
    "Hit",
    "MadeWith",
    "Municipality",
    "Participant",
    "Progress",
    "Quote",
    "QuoteMark",
    "Report",
    "SaidPassage",
    "Scored",
    "Shown",
    "Source",
    "Standing",
    "Store",
    "StoredCode",
    "StoredJourney",
    "Voice",
    "above",
    "add_codebook",
    "add_coding",
    "add_finding",
    "add_municipality",
    "add_source",
    "address",
    "answers",
    "change_finding",
    "check",
    "codebook_version",
    "codebook_versions",
    "codings_made_with",
    "context",
    "current_codebooks",
    "data_date",
    "decide",
    "doers",
    "entry",
    "finding_first_written",
    "finding_like",
    "findings",
    "forget_vectors",
    "free_name",
    "history",
    "holding",
    "journeys",
    "keep_vectors",
    "labelled",
    "labelled_passage",
    "last_reviewed",
    "mark_quote",
    "mark_seen",
    "municipalities",
    "new_settings",
    "participant_named",
    "participants",
    "passage",
    "passages",
    "progress",
    "quote_marks",
    "quotes",
    "quotes_beginning",
    "recode",
    "redo",
    "remove_coding",
    "remove_finding",
    "remove_journey",
    "reopen",
    "replace_suggestions",
    "roles_heard",
    "row_of",
    "scores",
    "search",
    "set_journey",
    "source",
    "source_with_text",
    "sources",
    "speakers",
    "standings",
    "statements",
    "stored_codes",
    "subjects",
    "suggestions",
    "turns_around",
    "undecided",
    "undo",
    "vectors",
    "voices",
    "words",
]
