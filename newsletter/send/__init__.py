"""Stage 4: an approved issue becomes messages, and outcomes become rows of the ledger."""
