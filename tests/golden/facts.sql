CREATE TABLE documents (
  document INTEGER PRIMARY KEY, source TEXT, title TEXT, reference_date TEXT, reference_date_source TEXT
);
CREATE INDEX documents_by_source ON documents (source);
CREATE TABLE entities (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id TEXT NOT NULL, type TEXT NOT NULL, name TEXT, PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE INDEX entities_by_name ON entities (type, name);
CREATE TABLE facts (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  "id" TEXT, "type" TEXT, "text" TEXT, "start" NUMERIC, "end" NUMERIC, "sentence" NUMERIC, "rule" TEXT, "kind" TEXT, "start_date" TEXT, "end_date" TEXT, "granularity" TEXT, "part" TEXT, "relation" TEXT, "time" TEXT, "zone" TEXT, "duration" TEXT, "min" NUMERIC, "max" NUMERIC, "modifier" TEXT, "recurrence" TEXT, "edtf" TEXT, "amount" NUMERIC, "currency" TEXT, "per" TEXT, "equivalent" TEXT, "value" NUMERIC, "head" TEXT, "noun" TEXT, "unit" TEXT, "name" TEXT, "first" TEXT, "middle" TEXT, "last" TEXT, "entity" TEXT, "code" TEXT,
  PRIMARY KEY (document, id), FOREIGN KEY (document, entity) REFERENCES entities
) WITHOUT ROWID;
CREATE INDEX facts_by_type ON facts (type, name);

-- documents
[1, "порт.txt", "Порт «Құрық» расширят", null, null]
[2, null, null, "2025-11-15", "given"]

-- entities
[1, "e1", "location", "Курык"]
[1, "e2", "organization", "=Порт-Инфо"]
[1, "e3", "person", "Дана Жұмаева"]
[1, "e4", "organization", "департамент полиции Актау"]
[1, "e5", "location", "Актау"]

-- facts
[1, "f1", "date", "2030 году", 25, 34, 1, "date.year", "point", "2030-01-01", "2030-12-31", "year", null, "by", null, null, null, null, null, null, null, "2030", null, null, null, null, null, null, null, null, null, null, null, null, null, null]
[1, "f10", "count", "+4,5 градуса", 234, 246, 3, "count.measure", "measure", null, null, null, null, null, null, null, null, 4.5, 4.5, null, null, null, null, null, null, null, 4.5, "градус", "градус", "°C", null, null, null, null, null, null]
[1, "f2", "location", "Курык", 40, 45, 1, "location.city", "city", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, "Курык", null, null, null, "e1", null]
[1, "f3", "count", "1,5 тыс. судов", 59, 73, 1, "count.item", "item", null, null, null, null, null, null, null, null, 1500, null, "more_than", null, null, null, null, null, null, 1500, "судно", "судно", null, null, null, null, null, null, null]
[1, "f4", "organization", "=Порт-Инфо", 81, 91, 1, "organization.media", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, "=Порт-Инфо", null, null, null, "e2", null]
[1, "f5", "date", "с 3 по 5 мая", 126, 138, 2, "date.range", "range", null, null, "day", null, "on", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null]
[1, "f6", "money", "$1,7 млрд", 149, 158, 2, "money.sign_before", null, null, null, null, null, null, null, null, null, 1700000000, 1700000000, null, null, null, 1700000000, "USD", null, null, null, null, null, null, null, null, null, null, null, null]
[1, "f7", "person", "Дана Жұмаева", 169, 181, 2, "person.full", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, "Дана Жұмаева", "Дана", null, "Жұмаева", "e3", null]
[1, "f8", "organization", "департамента полиции Актау", 185, 211, 2, "organization.body", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, "департамент полиции Актау", null, null, null, "e4", null]
[1, "f9", "location", "Актау", 206, 211, 2, "location.city", "city", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, "Актау", null, null, null, "e5", null]
