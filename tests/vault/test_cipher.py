"""Sealing loses nothing, and a value that was altered or moved never opens."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.cipher import Tampered, decrypt, encrypt

KEY = bytes(range(32))
# All that UTF-8 holds, by category: by the codec, as is the default, it takes Hypothesis more than a second to find out.
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("value", [0, False, "", None, [], {}, 0.0, "0", -1, {"a": [0, False, "", None]}, "\x00", "é\u202e😀"])
def test_what_looks_empty_comes_back_as_it_was(value):
    found = decrypt(KEY, encrypt(KEY, value, place="row|field"), place="row|field")
    assert found == value
    assert type(found) is type(value)


@given(JSON)
def test_any_json_comes_back(value):
    assert decrypt(KEY, encrypt(KEY, value, place="p"), place="p") == value


@given(st.integers(min_value=0), st.integers(0, 7))
def test_one_flipped_bit_anywhere_is_noticed(position, bit):
    sealed = bytearray(encrypt(KEY, {"answer": 2}, place="p"))
    sealed[position % len(sealed)] ^= 1 << bit
    with pytest.raises(Tampered):
        decrypt(KEY, bytes(sealed), place="p")


SEALED = encrypt(KEY, "secret", place="row 1|name")


@pytest.mark.parametrize(
    ("reason", "key", "sealed", "place"),
    [
        ("copied to another row", KEY, SEALED, "row 2|name"),
        ("copied to another field", KEY, SEALED, "row 1|email"),
        ("opened with another key", os.urandom(32), SEALED, "row 1|name"),
        ("cut short", KEY, SEALED[:-1], "row 1|name"),
        ("cut to nothing", KEY, b"", "row 1|name"),
        ("plain text in its place", KEY, b'"secret"', "row 1|name"),
        ("something added", KEY, SEALED + b"x", "row 1|name"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_value_out_of_its_place_stays_shut(reason, key, sealed, place):
    with pytest.raises(Tampered):
        decrypt(key, sealed, place=place)


def test_the_same_value_never_seals_the_same_way_twice():
    assert encrypt(KEY, "x", place="p") != encrypt(KEY, "x", place="p")


def test_a_refusal_names_the_place_and_nothing_of_the_value():
    with pytest.raises(Tampered, match="row 2") as refusal:
        decrypt(KEY, SEALED, place="row 2|name")
    assert "secret" not in str(refusal.value)


def test_nan_is_refused_before_it_is_sealed():
    with pytest.raises(ValueError, match="not JSON compliant"):
        encrypt(KEY, float("nan"), place="p")
