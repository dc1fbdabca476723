-- Files that were read whole, and the documents that they gave: kg.Ledger.
CREATE TABLE file (
  name      TEXT PRIMARY KEY NOT NULL,
  digest    TEXT NOT NULL,
  documents INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE given (
  file     TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (file, document)
) WITHOUT ROWID;
CREATE INDEX given_document ON given (document, file);
