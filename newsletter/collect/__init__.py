"""Stage 1: bytes become entries, cleaned, each with an identity and an honest date."""
