"""Embedding models small enough to make in a test, saved by the real library as it saves large ones."""

import atexit
import os
from functools import cache
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp

from workbench.suggest.local_model import OFFLINE

MEANINGS = (
    ("bilen", "vognen", "køretøjet"),
    ("hækken", "buskene", "krattet"),
    ("timen", "undervisningen", "klassen"),
    ("svarer", "ringer", "skriver"),
    ("steder", "systemer", "skemaer"),
    ("kage", "kaffe", "mælk"),
)
"""Words in a row mean the same to the toy that knows words."""
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


def word_model(folder: Path) -> Path:
    """A model that knows the words above, each row a direction of its own; all other words are nothing to it."""
    return _copied(_word_model(), folder)


def letter_model(folder: Path) -> Path:
    """A tiny BERT of one layer with mean pooling: random weights, the same on every machine."""
    return _copied(_letter_model(), folder)


def _folder() -> Path:
    """For one test run; both toys are made once in it."""
    made = Path(mkdtemp(prefix="toy-model-"))
    atexit.register(rmtree, made, ignore_errors=True)
    return made


def _copied(made: Path, folder: Path) -> Path:
    copytree(made, folder)
    return folder


@cache
def _word_model() -> Path:
    os.environ.update(OFFLINE)
    import numpy as np
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    words = {"[UNK]": 0}
    rows = [np.zeros(len(MEANINGS))]
    for meaning, several in enumerate(MEANINGS):
        for word in several:
            words[word] = len(words)
            rows.append(np.eye(len(MEANINGS))[meaning])
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    weights = np.array(rows, dtype=np.float32)
    made = _folder()
    SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_weights=weights), Normalize()], device="cpu"
    ).save(str(made))
    return made


@cache
def _letter_model() -> Path:
    os.environ.update(OFFLINE)
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast
    from transformers.utils import logging

    logging.disable_progress_bar()
    made = _folder()
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(vocabulary), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32
    )
    BertModel(config).save_pretrained(made / "bert")
    BertTokenizerFast(vocab={piece: number for number, piece in enumerate(vocabulary)}).save_pretrained(made / "bert")
    SentenceTransformer(modules=[Transformer(str(made / "bert")), Pooling(16), Normalize()], device="cpu").save(
        str(made / "model")
    )
    return made / "model"
