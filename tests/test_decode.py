"""Bytes of news become text, whatever they were written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzuz_extract.input.decode import DecodeError, decode

HEADLINES = (
    "В Ташкенте открыли новую линию метро",
    "Нацбанк сохранил базовую ставку на уровне 14,25 процента",
    "Паводок в Актюбинской области: эвакуированы 300 человек",
    "Сборная Узбекистана сыграла вничью с Ираном — 2:2",
    "Президент подписал закон «О внесении изменений»",
    "ЦЕНЫ НА НЕФТЬ ВЫРОСЛИ ПОЧТИ НА ДВА ПРОЦЕНТА",
)
CODE_PAGES = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso-8859-5")
MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


@pytest.mark.parametrize("encoding", CODE_PAGES)
@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_is_read_in_every_cyrillic_code_page(headline: str, encoding: str) -> None:
    writable = headline.encode(encoding, "ignore")
    assert decode(writable).text == writable.decode(encoding)


@pytest.mark.parametrize("encoding", MARKS)
def test_a_byte_order_mark_is_believed_and_is_no_part_of_the_text(encoding: str) -> None:
    assert decode(MARKS[encoding] + "Астана, 5 мая".encode(encoding)) == ("Астана, 5 мая", encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Тараз", "В Астане 15 °C — «тепло»", "Astana 2025\r\nТашкент"])
def test_utf_16_is_known_without_its_mark_too(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("text", ["", " ", "a", "Қазақстан, Өзбекистон 😀", "1 000\r\n2\r3\x0c"])
def test_utf_8_needs_no_mark(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


def test_a_mark_alone_is_an_empty_text() -> None:
    assert decode(b"\xef\xbb\xbf").text == ""


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00\x08\x08",
        "Астана\x00".encode(),
        bytes(range(256)),
    ],
    ids=["png", "zip", "a NUL", "all bytes"],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(data)
    assert caught.value.problem.reason.startswith("binary")


def test_one_bad_byte_in_utf_8_is_named_with_its_place_and_not_taken_for_a_code_page() -> None:
    good = "Паводок отступил, дороги открыты. ".encode()
    with pytest.raises(DecodeError) as caught:
        decode(good + b"\xff" + good)
    assert caught.value.details == {"encoding": "utf-8", "byte": 0xFF, "offset": len(good)}


def test_an_encoding_can_be_forced() -> None:
    assert decode("Алматы".encode("cp866"), "cp866").text == "Алматы"
    assert decode(b"\xef\xbb\xbf5", "utf-8").text == "5"
    with pytest.raises(DecodeError):
        decode("Алматы".encode("cp866"), "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_decode_error(data: bytes) -> None:
    try:
        text = decode(data).text
    except DecodeError:
        return
    assert isinstance(text, str)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_text_comes_back_from_utf_8(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
