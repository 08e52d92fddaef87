"""The command line: what is asked for on it, how a run goes, and what it answers with."""
