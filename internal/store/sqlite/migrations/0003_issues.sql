-- Pages are read again with the others of their day: kg.Source.Page, and the documents of a day.
ALTER TABLE document ADD COLUMN page TEXT NOT NULL DEFAULT '';
CREATE INDEX document_date ON document (date, id);
