// Lists the indexes of ours that belong to no constraint.
SHOW INDEXES YIELD name, owningConstraint
WHERE name STARTS WITH 'baopu_' AND owningConstraint IS NULL
RETURN name
