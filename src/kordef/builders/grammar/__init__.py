"""The grammar that every builder reads with: sentences as rows of tokens, verbs, clauses, and frames that are data."""
