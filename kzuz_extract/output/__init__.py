"""One writer a file, all with the same face."""
