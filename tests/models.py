"""Small real models, made on the spot: weights cannot be fetched where the tests run."""

from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

DIMENSIONS = 16


def word_tokenizer(words: list[str]) -> Tokenizer:
    vocabulary = {word: number for number, word in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *words])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer


def small_static(folder: Path, words: list[str]) -> Path:
    """A static model with a random vector a word."""
    from index.sentence_model import save_static

    tokenizer = word_tokenizer(words)
    vectors = np.random.default_rng(1).normal(size=(tokenizer.get_vocab_size(), DIMENSIONS)).astype(np.float32)
    save_static(tokenizer, vectors, folder)
    return folder


def small_transformer(folder: Path) -> Path:
    """A BERT of two layers with random weights, in the folder format of sentence-transformers."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(1)
    words = ["query", "passage", ":", "tarief", "wachtlijst", "regio"]
    fast = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=word_tokenizer(words),
        unk_token="[UNK]",
        pad_token="[PAD]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=64,
    )
    config = BertConfig(
        vocab_size=len(fast), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    parts = folder.with_name(folder.name + "-delen")
    BertModel(config).save_pretrained(parts)
    fast.save_pretrained(parts)
    transformer = Transformer(str(parts))
    SentenceTransformer(modules=[transformer, Pooling(32)], device="cpu").save(str(folder), create_model_card=False)
    return folder
