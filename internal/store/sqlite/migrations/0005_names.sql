-- Which documents were read from a file: kg.SourceQuery.
CREATE INDEX document_name ON document (name, id);
