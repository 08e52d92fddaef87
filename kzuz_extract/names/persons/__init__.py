"""Persons: what may be a name, the evidence for it, and who is meant."""
