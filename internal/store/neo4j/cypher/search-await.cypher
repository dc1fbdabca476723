// Waits until the full-text index has all that was committed.
CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()
