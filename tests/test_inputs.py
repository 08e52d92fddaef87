"""Which documents the arguments name, and in which order."""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzuz_extract.input.markup import read_page
from kzuz_extract.input.reading import Columns, Raw, Reading, texts_in
from kzuz_extract.input.sources import Search, Source, are_one_document, find
from kzuz_extract.problems import Failure


def named(*paths: Path | str) -> list[str]:
    return [str(result) if isinstance(result, Failure) else result.path for result in find(map(str, paths))]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    for name in ("b.txt", "a.txt", "2/В.MD", "2/а.txt", "10/z.txt", ".hidden.txt", ".git/x.txt", "photo.jpg"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Астана")
    return folder


def test_files_come_in_the_order_given_whatever_their_ending() -> None:
    assert named("b.txt", "-", "a.html", "b.txt") == ["b.txt", "-", "a.html", "b.txt"]


def test_a_folder_gives_its_texts_by_name_and_no_hidden_ones(news: Path) -> None:
    wanted = ["a.txt", "b.txt", "10/z.txt", "2/В.MD", "2/а.txt"]
    assert named(news) == [str(news / name) for name in wanted]


def test_a_folder_without_text_is_a_failure_that_says_what_was_looked_for(tmp_path: Path) -> None:
    [failure] = find([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert str(failure).startswith(f"{tmp_path}: no text in this folder")
    assert ".txt" in str(failure)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(news: Path) -> None:
    (news / "2").chmod(0)
    try:
        assert f"{news / '2'}: permission denied (check who may use it)" in named(news)
    finally:
        (news / "2").chmod(0o755)


def test_the_output_is_never_read(news: Path) -> None:
    for output in (news / "2", news / "a.txt"):
        found = list(find([str(news)], Search(without=str(output))))
        assert not any(isinstance(s, Source) and s.path.startswith(str(output)) for s in found)
        assert len(found) in (3, 4)


def test_one_file_or_standard_input_is_one_document_and_a_folder_is_several(news: Path) -> None:
    assert are_one_document(["-"])
    assert are_one_document([str(news / "a.txt")])
    assert not are_one_document([str(news)])
    assert not are_one_document(["a", "b"])


def test_standard_input_has_no_name_in_the_output_and_one_in_messages() -> None:
    assert (Source("-").name, Source("-").label) == (None, "standard input")
    assert (Source("a.txt").name, Source("a.txt").label) == ("a.txt", "a.txt")


def test_a_missing_file_is_a_failure_when_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"no such file or folder \(check the path\)"):
        Source(str(tmp_path / "нет.txt")).open()


def test_a_name_that_would_break_the_message_is_escaped() -> None:
    with pytest.raises(Failure) as caught:
        Source("нет\n\x1b[31m.txt").open()
    assert str(caught.value).startswith(r"нет\n\x1b[31m.txt: no such file")


STORY = "Завод открыли в Таразе, на нём работают двести человек, а строили его четыре года. " * 3


@pytest.mark.parametrize(
    "leftover",
    [
        "<!-- лишнее -->",
        "<!--[if IE]><p>лишнее</p><![endif]-->",
        "<!-- один > лишнее -- два -->",
        "<script>if (a<b) {x='<p>лишнее</p>'}</script>",
        "<SCRIPT><!--\n var x = 'лишнее'; //--></SCRIPT>",
        "<noscript><p>лишнее</p></noscript>",
        "<NOSCRIPT class='x'>лишнее</NOSCRIPT>",
        "<style>.лишнее {}</style>",
        "<template><p>лишнее</p></template>",
        "<svg><title>лишнее</title><text>лишнее</text></svg>",
        "<iframe>лишнее</iframe>",
        "<p hidden>лишнее</p><p style='display:none'>лишнее</p>",
    ],
)
@pytest.mark.parametrize(
    "around", ["<p>{}</p>", "<article>{}</article>", "<blockquote>{}</blockquote>", "{}"]
)
def test_of_a_page_only_what_a_reader_sees_is_read(leftover: str, around: str) -> None:
    pytest.importorskip("resiliparse")
    for inside in (STORY + leftover + STORY, leftover + STORY, STORY + leftover):
        page = read_page(f"<html><body>{around.format(inside)}</body></html>", "a.html")
        assert "лишнее" not in page.text
        assert page.text.count("Тараз") == inside.count("Тараз")


def test_a_page_keeps_paragraphs_and_cells_apart_and_words_whole() -> None:
    pytest.importorskip("resiliparse")
    page = read_page(
        f"<p>{STORY}<p>В <b>Аста</b>не<br>тепло<table><tr><td>5&nbsp;000<td>Тараз</table>", "a.html"
    )
    assert page.text.splitlines()[1:] == ["", "В Астане", "тепло", "5\xa0000\t\tТараз"]


def test_a_page_may_open_what_it_never_closes() -> None:
    pytest.importorskip("resiliparse")
    assert "Тараз" in read_page(f"<noscript><p>{STORY}</p>" + "<noscript " * 1000, "a.html").text
    assert "Тараз" in read_page(f"<noscript><p>{STORY * 50}</p></noscript>", "a.html").text


def test_a_page_that_is_but_a_list_is_read_as_it_is() -> None:
    pytest.importorskip("resiliparse")
    assert "Тараз" in read_page(f"<ul><li>{STORY}</li><li>Два</li></ul>", "a.html").text
    assert read_page("<script>Тараз</script>", "a.html").text.strip() == ""


def test_a_page_that_names_a_wrong_encoding_is_read_by_its_letters(tmp_path: Path) -> None:
    pytest.importorskip("resiliparse")
    path = tmp_path / "a.html"
    path.write_bytes(f"<meta charset='utf-8'><p>{STORY}</p>".encode("cp1251"))
    [raw] = texts_in(Source(str(path)), Reading())
    assert isinstance(raw, Raw)
    assert (raw.encoding, raw.text.strip()) == ("cp1251", STORY.strip())


PIECES = [
    *(b"<html>", b"<p>", b"</p>", b"<!--", b"-->", b"<script>", b"<noscript>", b"</noscript>", b"<template>"),
    *(b"<![CDATA[", b"<meta charset=cp1251>", b'<time datetime="2025-99-99">', b"&#xD800;", b"&#1090;"),
    *(b"\xff\xfe", b"\x00", b"\xef\xbb\xbf", b"\x1f\x8b", b"\xd0", b"\x1b[31m", b"\n", b"\r\n", b"\t"),
    *(b",", b'"', b"'", b";", b"{", b"}", b"[1]", b"NaN", b"1e999", b"text,date\n", b'{"text": null}'),
    *(b'{"text": "\\ud83d 5", "date": "x"}', "Астана 5 млн тенге".encode(), "Астана".encode("cp1251")),
]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)), max_size=12).map(b"".join),
    st.sampled_from([".txt", ".html", ".jsonl", ".csv", ".md", ".txt.gz", ".csv.gz"]),
    st.booleans(),
    st.sampled_from([None, "utf-8", "cp1251", "utf-16", "idna"]),
)
def test_whatever_stands_in_a_file_it_is_read_or_told(
    data: bytes, ending: str, packed: bool, encoding: str | None
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(gzip.compress(data) if packed and ending.endswith(".gz") else data)
        for raw in texts_in(Source(str(path)), Reading(encoding, Columns(date="date"))):
            assert str(raw) if isinstance(raw, Failure) else isinstance(raw.text, str)
