"""Where documents come from: files, folders, pipes and tables, in whatever encoding or markup."""
