-- As which source each file gave a document, and as which it is there (kg.Source.Digest): a note holds while the two are the same.
-- Nobody knows it of what was written before (''): such a file isn't noted, and is read again once.
ALTER TABLE document ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE given ADD COLUMN source TEXT NOT NULL DEFAULT '';
-- The column stands behind the texts of the row: it is asked for by an index.
CREATE INDEX document_state ON document (id, hash, source);
