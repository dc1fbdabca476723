-- What doesn't depend on the kinds of nodes and edges; their tables are made from the schema table (ddl.go).

-- The durable part, with the claims that were read from it: one row a document.
CREATE TABLE document (
  id          TEXT PRIMARY KEY NOT NULL,
  reader      TEXT NOT NULL,
  hash        TEXT NOT NULL, -- of reader, source, claims and nodes
  claimsHash  TEXT NOT NULL, -- kg.Hash
  name        TEXT NOT NULL,
  format      TEXT NOT NULL,
  text        TEXT NOT NULL,
  publication TEXT NOT NULL,
  place       TEXT NOT NULL,
  date        TEXT NOT NULL,
  claims      BLOB NOT NULL, -- JSON lines
  nodes       BLOB NOT NULL  -- content (document.go) as JSON
);

-- One row a claim, under the fact or node that it counts for; x-… for a retracted fact.
CREATE TABLE proof (
  subject       TEXT NOT NULL,
  published     TEXT NOT NULL,
  article       TEXT NOT NULL,
  start         INTEGER NOT NULL,
  nr            INTEGER NOT NULL, -- among the claims of one article that start there
  end           INTEGER NOT NULL,
  sentenceStart INTEGER NOT NULL,
  sentenceEnd   INTEGER NOT NULL,
  confidence    INTEGER NOT NULL,
  rule          TEXT NOT NULL,
  date          TEXT NOT NULL,
  cluster       TEXT NOT NULL,
  fields        BLOB NOT NULL, -- values, packed
  PRIMARY KEY (subject, published, article, start, nr)
) WITHOUT ROWID;

-- Both directions of every edge, once for each of its orders. slot tells kind, order and direction.
CREATE TABLE adjacency (
  node TEXT NOT NULL,
  slot INTEGER NOT NULL,
  sort NOT NULL,
  fact TEXT NOT NULL,
  far  TEXT NOT NULL,
  PRIMARY KEY (node, slot, sort, fact)
) WITHOUT ROWID;

-- Raw nodes as documents give them: their kg.KeyText, and how many documents do.
CREATE TABLE raw (
  id   TEXT NOT NULL,
  body TEXT NOT NULL,
  n    INTEGER NOT NULL,
  PRIMARY KEY (id, body)
) WITHOUT ROWID;

-- Claims that two raw persons are one, and what they and the judgements add up to.
CREATE TABLE link (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX link_b ON link (b, a);
CREATE TABLE merged (
  id  TEXT PRIMARY KEY NOT NULL,
  rep TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX merged_rep ON merged (rep, id);

CREATE TABLE judgement (
  seq  INTEGER PRIMARY KEY,
  id   TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  at   TEXT NOT NULL
);

CREATE TABLE change (
  seq     INTEGER PRIMARY KEY,
  op      TEXT NOT NULL,
  subject TEXT NOT NULL
);

CREATE TABLE counter (
  name TEXT PRIMARY KEY NOT NULL,
  n    INTEGER NOT NULL
) WITHOUT ROWID;

-- Numbers of edge kinds in slots: they stay when the schema table changes.
CREATE TABLE kind (
  code INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- Search: short forms of names, and bigrams of names and text.
CREATE TABLE form (
  form  TEXT NOT NULL,
  class INTEGER NOT NULL,
  id    TEXT NOT NULL,
  PRIMARY KEY (form, class, id)
) WITHOUT ROWID;
CREATE TABLE entry (
  row INTEGER PRIMARY KEY,
  id  TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE words USING fts5 (
  names, body, content='', contentless_delete=1,
  tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\]^_`{|}~'"
);
