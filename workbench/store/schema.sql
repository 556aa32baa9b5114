-- State: what people did, as it stands. Every row here can be rebuilt from `event` and `text`.

CREATE TABLE text (            -- words, by content address; erasing a person empties rows, history still replays
  hash TEXT PRIMARY KEY,       -- sha256 of the UTF-8 words
  content TEXT,                -- NULL once erased
  erased_at TEXT
) STRICT;

CREATE TABLE original (        -- imported files as they were
  hash TEXT PRIMARY KEY,
  content BLOB
) STRICT;

CREATE TABLE municipality (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,          -- unique within one copy; a merge may bring two, and asks
  region TEXT NOT NULL DEFAULT '',
  size INTEGER,                -- inhabitants
  organisation_form TEXT NOT NULL DEFAULT '',
  prioritised_themes TEXT NOT NULL DEFAULT '[]'   -- JSON list of code ids
) STRICT;

CREATE TABLE participant (
  id TEXT PRIMARY KEY,
  pseudonym TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  centre TEXT NOT NULL DEFAULT '',
  age_group TEXT CHECK (age_group IN ('13-15', '15-24', '25-30'))
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  municipality TEXT NOT NULL REFERENCES municipality(id),
  name TEXT NOT NULL,          -- the handle a person types
  title TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('focus_group', 'interview', 'youth_journey', 'minutes', 'survey', 'document')),
  transcription TEXT NOT NULL CHECK (transcription IN ('verbatim', 'minutes')),
  month TEXT NOT NULL DEFAULT '',   -- YYYY-MM
  phase TEXT NOT NULL DEFAULT '',
  centre TEXT NOT NULL DEFAULT '',
  minutes INTEGER,             -- length of the talk
  lead_coder TEXT NOT NULL DEFAULT '',
  legal_basis TEXT NOT NULL DEFAULT '',
  consent_quote INTEGER NOT NULL DEFAULT 0 CHECK (consent_quote IN (0, 1)),
  consent_share INTEGER NOT NULL DEFAULT 0 CHECK (consent_share IN (0, 1)),
  consent_suggest INTEGER NOT NULL DEFAULT 0 CHECK (consent_suggest IN (0, 1)),
  erase_by TEXT NOT NULL DEFAULT '',
  original TEXT REFERENCES original(hash)
) STRICT;
CREATE INDEX source_original ON source(original);
CREATE INDEX source_name ON source(name);
CREATE INDEX source_municipality ON source(municipality);

CREATE TABLE speaker (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source(id),
  label TEXT NOT NULL,
  participant TEXT REFERENCES participant(id),
  talk_role TEXT NOT NULL CHECK (talk_role IN ('interviewer', 'respondent')),
  UNIQUE (source, label)
) STRICT;
CREATE INDEX speaker_participant ON speaker(participant);

CREATE TABLE revision (        -- immutable
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source(id),
  number INTEGER NOT NULL,
  text TEXT NOT NULL REFERENCES text(hash),
  base TEXT REFERENCES revision(id),
  edits TEXT,                  -- JSON edit operations from base
  UNIQUE (source, number)
) STRICT;
CREATE INDEX revision_text ON revision(text);
CREATE INDEX revision_base ON revision(base);

CREATE TABLE turn (
  id INTEGER PRIMARY KEY,      -- local: the search index's row
  revision TEXT NOT NULL REFERENCES revision(id),
  number INTEGER NOT NULL,     -- 1-based
  speaker TEXT NOT NULL REFERENCES speaker(id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  from_seconds REAL,
  to_seconds REAL,
  text TEXT,                   -- also stored here, for search and speed
  UNIQUE (revision, number)
) STRICT;
CREATE INDEX turn_speaker ON turn(speaker);

CREATE TABLE passage (
  revision TEXT NOT NULL REFERENCES revision(id),
  number INTEGER NOT NULL,     -- 1-based
  turn INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (revision, number),
  FOREIGN KEY (revision, turn) REFERENCES turn(revision, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_start ON passage(revision, start);

CREATE TABLE codebook (        -- whole YAML per version
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  yaml TEXT,
  current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE code (
  id TEXT PRIMARY KEY,         -- uuid5 of codebook id and code id
  codebook TEXT NOT NULL,
  code TEXT NOT NULL,
  parent TEXT REFERENCES code(id),
  position INTEGER NOT NULL,
  names TEXT NOT NULL,         -- JSON {da, en}
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  UNIQUE (codebook, code)
) STRICT;
CREATE INDEX code_parent ON code(parent);

CREATE TABLE coding (
  id TEXT PRIMARY KEY,         -- uuid5 of its unique columns: the same coding made twice is one
  layer TEXT NOT NULL,         -- one coder's name, or 'agreed'
  revision TEXT NOT NULL REFERENCES revision(id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  code TEXT NOT NULL REFERENCES code(id),
  valence TEXT NOT NULL CHECK (valence IN ('description', 'barrier', 'enabler', 'recommendation')),
  strength INTEGER CHECK (strength BETWEEN 1 AND 3),
  doubt INTEGER NOT NULL DEFAULT 0 CHECK (doubt IN (0, 1)),
  contrary INTEGER NOT NULL DEFAULT 0 CHECK (contrary IN (0, 1)),
  loose INTEGER NOT NULL DEFAULT 0 CHECK (loose IN (0, 1)),   -- lost its quote in an edit
  quote TEXT NOT NULL,         -- sha256 of the exact words
  codebook_version TEXT NOT NULL,
  suggestion TEXT,             -- run it was shown in, if any
  axes TEXT NOT NULL DEFAULT '{}',
  CHECK (start < end),
  UNIQUE (layer, revision, start, end, code, valence)
) STRICT;
CREATE INDEX coding_place ON coding(revision, start);
CREATE INDEX coding_code ON coding(code, revision, start);
CREATE INDEX coding_layer ON coding(layer);

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  revision TEXT NOT NULL,
  passage INTEGER NOT NULL,
  code TEXT NOT NULL REFERENCES code(id),
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'adjust', 'reject', 'doubt')),
  coding TEXT REFERENCES coding(id),
  suggestion TEXT,             -- run it was shown in
  confidence REAL,             -- as shown
  UNIQUE (person, revision, passage, code),
  FOREIGN KEY (revision, passage) REFERENCES passage(revision, number)
) STRICT;
CREATE INDEX decision_passage ON decision(revision, passage);
CREATE INDEX decision_code ON decision(code);
CREATE INDEX decision_coding ON decision(coding);

CREATE TABLE review_mark (
  id TEXT PRIMARY KEY,
  coder TEXT NOT NULL,
  revision TEXT NOT NULL,
  passage INTEGER NOT NULL,
  seen_at TEXT NOT NULL,       -- UTC, ISO 8601
  no_code INTEGER NOT NULL DEFAULT 0 CHECK (no_code IN (0, 1)),
  blind INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1)),
  shown TEXT NOT NULL DEFAULT '[]',   -- JSON [[code, confidence]] as shown
  UNIQUE (coder, revision, passage),
  FOREIGN KEY (revision, passage) REFERENCES passage(revision, number)
) STRICT;
CREATE INDEX review_mark_passage ON review_mark(revision, passage);

CREATE TABLE memo (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  target_type TEXT NOT NULL CHECK (target_type IN
    ('project', 'municipality', 'participant', 'source', 'passage', 'code', 'coding', 'journey', 'theme', 'finding')),
  target TEXT NOT NULL,
  body TEXT
) STRICT;
CREATE INDEX memo_target ON memo(target_type, target);

CREATE TABLE journey (
  id TEXT PRIMARY KEY,
  participant TEXT NOT NULL REFERENCES participant(id),
  source TEXT REFERENCES source(id),
  municipality TEXT NOT NULL REFERENCES municipality(id),
  codebook_version TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX journey_participant ON journey(participant);
CREATE INDEX journey_source ON journey(source);
CREATE INDEX journey_municipality ON journey(municipality);

CREATE TABLE journey_event (
  id TEXT PRIMARY KEY,
  journey TEXT NOT NULL REFERENCES journey(id),
  number INTEGER NOT NULL,
  stage TEXT NOT NULL,
  contact_point TEXT NOT NULL DEFAULT '',
  actors TEXT NOT NULL DEFAULT '[]',
  age INTEGER,
  time_label TEXT,             -- 'half a year later'; never a date
  precision TEXT NOT NULL DEFAULT 'unknown' CHECK (precision IN ('exact', 'about', 'unknown')),
  duration_weeks REAL,
  feeling INTEGER CHECK (feeling BETWEEN -2 AND 2),
  feeling_word TEXT NOT NULL DEFAULT '',
  influence TEXT NOT NULL DEFAULT 'none' CHECK (influence IN ('barrier', 'enabler', 'none')),
  turning_point TEXT CHECK (turning_point IN ('up', 'down')),
  most_important INTEGER NOT NULL DEFAULT 0 CHECK (most_important IN (0, 1)),
  retelling INTEGER NOT NULL DEFAULT 0 CHECK (retelling IN (0, 1)),
  coordinated_by TEXT NOT NULL DEFAULT '',
  revision TEXT REFERENCES revision(id),
  start INTEGER,
  end INTEGER,
  would_have_helped TEXT,
  UNIQUE (journey, number)
) STRICT;
CREATE INDEX journey_event_revision ON journey_event(revision);

CREATE TABLE theme (
  id TEXT PRIMARY KEY,
  name TEXT,
  code TEXT REFERENCES code(id),
  frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),
  description TEXT
) STRICT;
CREATE INDEX theme_code ON theme(code);

CREATE TABLE theme_member (
  id TEXT PRIMARY KEY,
  theme TEXT NOT NULL REFERENCES theme(id),
  revision TEXT NOT NULL,
  passage INTEGER NOT NULL,
  pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  UNIQUE (theme, revision, passage),
  FOREIGN KEY (revision, passage) REFERENCES passage(revision, number)
) STRICT;
CREATE INDEX theme_member_passage ON theme_member(revision, passage);

CREATE TABLE quote (
  id TEXT PRIMARY KEY,
  coding TEXT NOT NULL UNIQUE REFERENCES coding(id),
  starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
  edited TEXT,                 -- light edit; the verbatim stays in the transcript
  approved_by TEXT NOT NULL DEFAULT '',
  attribution TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  municipality TEXT REFERENCES municipality(id),
  kind TEXT NOT NULL CHECK (kind IN ('finding', 'recommendation')),
  code TEXT REFERENCES code(id),
  label TEXT,
  body TEXT,
  codes TEXT NOT NULL DEFAULT '[]',
  sources TEXT NOT NULL DEFAULT '[]',
  success_criterion TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  person TEXT NOT NULL
) STRICT;
CREATE INDEX finding_municipality ON finding(municipality);
CREATE INDEX finding_code ON finding(code);

-- History: append-only. Payloads hold ids, places and hashes, never words.

CREATE TABLE event (
  id TEXT PRIMARY KEY,         -- UUIDv7
  replica TEXT NOT NULL,
  clock INTEGER NOT NULL,      -- hybrid logical clock: milliseconds << 16 | counter
  person TEXT NOT NULL,
  command TEXT NOT NULL,       -- one user action; may hold many events
  verb TEXT NOT NULL,          -- what the person did
  type TEXT NOT NULL,          -- what happened: 'coding.added'
  entity TEXT NOT NULL,        -- table
  key TEXT NOT NULL,           -- JSON list: the row's key
  before TEXT,                 -- JSON; NULL where there was no row
  after TEXT,                  -- JSON; NULL where there is no row any more
  takes_back TEXT,             -- the event an undo or redo is about
  UNIQUE (replica, clock)
) STRICT;
CREATE INDEX event_command ON event(command);
CREATE INDEX event_row ON event(entity, key);
CREATE INDEX event_clock ON event(clock);

CREATE TABLE command (         -- state of the undo stacks, rebuilt from event
  id TEXT PRIMARY KEY,
  replica TEXT NOT NULL,
  person TEXT NOT NULL,
  verb TEXT NOT NULL,
  clock INTEGER NOT NULL,      -- of its first event
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX command_stack ON command(person, replica, clock);

-- Caches: rebuilt, never merged, never undone.

CREATE TABLE suggestion_run (
  id TEXT PRIMARY KEY,
  revision TEXT NOT NULL REFERENCES revision(id) ON DELETE CASCADE,
  codebook TEXT NOT NULL,
  person TEXT NOT NULL,        -- whose decisions it learnt from
  made_at TEXT NOT NULL,
  provenance TEXT NOT NULL,    -- JSON: codebook version, training size, library versions
  UNIQUE (revision, codebook, person)
) STRICT;

CREATE TABLE suggestion (
  run TEXT NOT NULL REFERENCES suggestion_run(id) ON DELETE CASCADE,
  revision TEXT NOT NULL,
  passage INTEGER NOT NULL,
  rank INTEGER NOT NULL,       -- 1 is the surest
  code TEXT NOT NULL REFERENCES code(id),
  confidence REAL NOT NULL,
  keyword TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL,      -- JSON [[start, end, weight]] in the passage's own code points
  PRIMARY KEY (run, passage, rank),
  FOREIGN KEY (revision, passage) REFERENCES passage(revision, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX suggestion_passage ON suggestion(revision, passage);
CREATE INDEX suggestion_code ON suggestion(code);

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE job_chunk (
  job TEXT NOT NULL REFERENCES job(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  result TEXT,
  PRIMARY KEY (job, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE model_cache (     -- arrays and JSON, no pickle
  key TEXT PRIMARY KEY,
  detail TEXT NOT NULL,
  content BLOB
) STRICT;

CREATE TABLE coverage_summary (
  layer TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source(id) ON DELETE CASCADE,
  code TEXT NOT NULL REFERENCES code(id) ON DELETE CASCADE,
  valence TEXT NOT NULL,
  statements INTEGER NOT NULL,
  PRIMARY KEY (layer, source, code, valence)
) STRICT, WITHOUT ROWID;
CREATE INDEX coverage_summary_source ON coverage_summary(source);
CREATE INDEX coverage_summary_code ON coverage_summary(code);

-- Words as said, and the lemmas that differ from them. å is not a, so diacritics stay.
CREATE VIRTUAL TABLE turn_search USING fts5(
  words, lemmas, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);
