"""No text wears the rules out: what a rule does grows no faster than the text, counted and not timed."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper

import pytest
from work import calls
from worst_texts import WORST

from kzuz_extract import Extractor, bounds

_SHORT, _LONG = 1_000, 4_000
_MARGIN = 1.5  # a text's first words cost more than those that follow


@pytest.mark.parametrize("kind", WORST)
def test_four_times_the_text_takes_four_times_the_steps(kind: str) -> None:
    extractor = Extractor()
    short, long = WORST[kind](_SHORT), WORST[kind](_LONG)
    extractor.extract(long)  # every word is met before anything is counted
    steps = calls(lambda: extractor.extract(short))
    assert calls(lambda: extractor.extract(long)) < steps * _LONG / _SHORT * _MARGIN


def test_what_is_remembered_from_text_to_text_is_bounded() -> None:
    Extractor().extract("Президент Касым-Жомарт Токаев 5 мая выделил Алматы 5 млн тенге.")
    caches = [cache for cache in gc.get_objects() if isinstance(cache, _lru_cache_wrapper)]
    ours = [cache for cache in caches if cache.__module__.startswith("kzuz_extract")]
    most = max(bounds.SPELLINGS, bounds.READINGS, bounds.LIGHT, bounds.HEAVY, bounds.BRIEF)
    open_ended = {
        f"{cache.__module__}.{cache.__name__}"
        for cache in ours
        if (cache.cache_parameters()["maxsize"] or 0) > most
    }
    assert open_ended == set()
