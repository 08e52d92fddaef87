"""SQLite: tables `documents`, `facts` and `entities`, to which every run appends, a document a transaction.

A run that is killed leaves the documents that it had finished, each one whole.
"""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from decimal import Decimal

from kzuz_extract import problems
from kzuz_extract.facts import FACT_CLASSES, Document
from kzuz_extract.output.clean import encodable
from kzuz_extract.output.csv import FACT_COLUMNS
from kzuz_extract.output.face import Style
from kzuz_extract.problems import Failure

_NUMBERS = frozenset(
    field.name
    for kind in FACT_CLASSES.values()
    for field in fields(kind)
    if "Decimal" in str(field.type) or field.type == "int"
)
_COLUMNS = ", ".join(f'"{name}" {"NUMERIC" if name in _NUMBERS else "TEXT"}' for name in FACT_COLUMNS)
_TABLES = f"""
CREATE TABLE IF NOT EXISTS documents (
  document INTEGER PRIMARY KEY, source TEXT, title TEXT, reference_date TEXT, reference_date_source TEXT
);
CREATE TABLE IF NOT EXISTS entities (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id TEXT NOT NULL, type TEXT NOT NULL, name TEXT, PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  {_COLUMNS},
  PRIMARY KEY (document, id), FOREIGN KEY (document, entity) REFERENCES entities
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS documents_by_source ON documents (source);
CREATE INDEX IF NOT EXISTS facts_by_type ON facts (type, name);
CREATE INDEX IF NOT EXISTS entities_by_name ON entities (type, name);
"""
_MARKS = ", ".join("?" * (len(FACT_COLUMNS) + 1))


class SqliteWriter:
    """Appends documents to a database."""

    def __init__(self, path: str, style: Style) -> None:  # noqa: ARG002
        self._path = path
        try:
            self._base = sqlite3.connect(path)
            self._base.execute("PRAGMA foreign_keys = ON")
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.executescript(_TABLES)
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def write(self, document: Document, text: str) -> None:  # noqa: ARG002
        """Append one document with its entities and facts."""
        about = (document.source, document.title, document.reference_date, document.reference_date_source)
        head = [_cell(value) for value in about]
        try:
            with self._base:
                number = self._base.execute("INSERT INTO documents VALUES (NULL, ?, ?, ?, ?)", head).lastrowid
                self._base.executemany(
                    "INSERT INTO entities VALUES (?, ?, ?, ?)",
                    ((number, entity.id, entity.type, _cell(entity.name)) for entity in document.entities),
                )
                self._base.executemany(
                    f"INSERT INTO facts VALUES ({_MARKS})",
                    (
                        (number, *(_cell(getattr(fact, name, None)) for name in FACT_COLUMNS))
                        for fact in document.facts
                    ),
                )
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def close(self) -> None:
        """Close the database; what was appended is in it already."""
        self._base.close()

    def _failure(self, error: sqlite3.Error) -> Failure:
        return Failure(self._path, problems.NOT_A_DATABASE, said=str(error))


def _cell(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() and abs(value) < 2**63 else float(value)
    return encodable(value) if isinstance(value, str) else value
