"""Bytes by chance, and samples changed by chance: read, or refused; nothing else."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.files import turns, written
from tests.exchange.hostile import (
    read_or_refused,
)
from workbench import config
from workbench.exchange import Reading, transcript_files

SAMPLES = [file for file in transcript_files(config.shipped("transcripts")) if file.stat().st_size < 500_000]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for every generated file."""
    return tmp_path_factory.mktemp("hostile")


@given(
    raw=st.binary(max_size=2000),
    beginning=st.sampled_from([b"", b"PK\x03\x04", b"{\\rtf1 ", b"<html>", b'{"', b"WEBVTT\n"]),
)
def test_random_bytes(folder: Path, raw: bytes, beginning: bytes) -> None:
    read_or_refused(written(folder, "a.bin", beginning + raw))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.name)
@given(seed=st.integers(0, 2**32), changes=st.integers(1, 6))
@settings(max_examples=settings().max_examples // 2)
def test_random_changes_to_every_sample(folder: Path, sample: Path, seed: int, changes: int) -> None:
    chance = random.Random(seed)
    raw = bytearray(sample.read_bytes())
    for _ in range(changes):
        at = chance.randrange(len(raw))
        deed = chance.randrange(3)
        if deed == 0:
            raw[at] ^= 1 << chance.randrange(8)
        elif deed == 1:
            del raw[at : at + chance.randrange(1, 400)]
        else:
            raw[at:at] = chance.choice(
                [chance.randbytes(8), b"<", b"{", b"\xff", b"\\u", b"\n\n", b"[00:00:01]", b"&#0;"]
            )
    found = read_or_refused(written(folder, f"mutated{sample.suffix}", bytes(raw)))
    if isinstance(found, Reading):
        for one in found.transcripts:
            assert one.text == "\n".join(words for _speaker, words in turns(one))
            one.text.encode()
