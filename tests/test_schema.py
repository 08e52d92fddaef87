"""The published JSON Schema: current, valid, and true of what is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from made_documents import EMPTY, PORT

from kzuz_extract import extract, schema

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
CHECKER = jsonschema.Draft202012Validator(schema.build(), format_checker=jsonschema.FormatChecker())


def test_the_file_is_what_the_classes_give() -> None:
    assert schema.BUILT.read_text(encoding="utf-8") == schema.text(), "rebuild: python -m kzuz_extract.schema"


def test_it_is_a_schema_of_draft_2020_12() -> None:
    jsonschema.Draft202012Validator.check_schema(schema.build())


@pytest.mark.parametrize("printed", [PORT.to_dict(), EMPTY.to_dict(), [PORT.to_dict(), EMPTY.to_dict()], []])
def test_documents_and_arrays_of_them_are_valid(printed: Any) -> None:
    CHECKER.validate(printed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Дорога обойдётся в 1,7 млрд тенге, а за 5–6 дней её пройдут более 300 машин.",
        "В понедельник, 3 октября 2018 года, в 18:30 Айгуль Сапарова прилетела в Ташкент из Алматы.",
        "Ежегодно с 2019 года Нацбанк Казахстана выдает от 3 до 5 тысяч рублей 42-летним жителям.",
        "К концу 2028 года, с 9:00 до 18:00, в течение десяти дней, на 20 процентов, +35 градусов.",
    ],
)
def test_what_is_extracted_is_valid(text: str) -> None:
    CHECKER.validate(extract(text).to_dict())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_facts_of_a_sample_are_valid(path: Path) -> None:
    CHECKER.validate(extract(path.read_text(encoding="utf-8")).to_dict())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("start", -1),
        ("kind", "moment"),
        ("start_date", "2030"),
        ("extra", 1),
        ("rule", ""),
        ("type", "place"),
    ],
)
def test_a_wrong_value_is_refused(field: str, value: object) -> None:
    document = json.loads(json.dumps(PORT.to_dict()))
    document["facts"][0][field] = value
    assert not CHECKER.is_valid(document)


def test_a_field_that_is_missing_is_refused() -> None:
    document = json.loads(json.dumps(PORT.to_dict()))
    del document["facts"][0]["edtf"]
    assert not CHECKER.is_valid(document)
