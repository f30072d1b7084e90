"""Dutch text -> the embedded model: pieces, skip-gram vectors, then contrastive training on pairs.

Needs the extra `training` (gensim). Two cores and 250 MB of text take about half an hour. The recipe: a Unigram
tokenizer; skip-gram with negative sampling over its pieces (Mikolov et al., 2013); each vector weighted by the
rarity of its piece (SIF: Arora et al., 2017); then both texts of a pair pulled together against the other pairs
of the batch (in-batch negatives: Henderson et al., 2017).
"""

import random
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

from index.material import Headed, Material
from index.sentence_model import save_static
from index.types import Vectors

Say = Callable[[str], None]


@dataclass(frozen=True)
class Recipe:
    """The numbers of a training run."""

    pieces: int = 32_000
    tokenizer_share: float = 0.10
    dimensions: int = 256
    window: int = 10
    negatives: int = 10
    skip_gram_epochs: int = 3
    rarity: float = 1e-4
    batch: int = 1024
    scale: float = 20.0
    learning_rate: float = 3e-3
    contrast_epochs: int = 4
    longest: int = 256
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts about the same."""

    query: str
    passage: str


def train(material: Material, out: Path, recipe: Recipe, say: Say) -> None:
    """Train on `material`; write the model to the folder `out`."""
    from gensim.models import Word2Vec  # noqa: PLC0415  an extra, only needed here

    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    lines = list(material.paragraphs)
    chance.shuffle(lines)
    say(f"{len(lines)} alinea's gelezen")
    tokenizer = train_tokenizer(lines[: max(1, int(len(lines) * recipe.tokenizer_share))], recipe)
    say("woordstukken geleerd")
    with tempfile.TemporaryDirectory() as folder:
        pieces = Path(folder, "pieces.txt")
        with pieces.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in _pieces(tokenizer, lines))
        learned = Word2Vec(
            corpus_file=str(pieces),
            vector_size=recipe.dimensions,
            window=recipe.window,
            negative=recipe.negatives,
            sg=1,
            min_count=5,
            sample=1e-4,
            epochs=recipe.skip_gram_epochs,
            workers=2,
            seed=recipe.seed,
        )
    say("woordvectoren geleerd")
    vectors = rarity_weighted(tokenizer, learned.wv, recipe)
    vectors = contrast(tokenizer, vectors, list(make_pairs(material.headed, chance)), recipe, say)
    save_static(tokenizer, vectors, out)
    say(f"model geschreven naar {out}")


def train_tokenizer(lines: list[str], recipe: Recipe) -> Tokenizer:
    """A Unigram tokenizer: lower case, accents off; it cuts compounds into words by itself."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase(), normalizers.NFKC()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Punctuation(), pre_tokenizers.Metaspace()]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=recipe.pieces, special_tokens=["[PAD]", "[UNK]"], unk_token="[UNK]", show_progress=False
    )
    tokenizer.train_from_iterator(lines, trainer)
    return tokenizer


def rarity_weighted(tokenizer: Tokenizer, learned: Any, recipe: Recipe) -> Vectors:
    """(pieces, d) the learned vectors, each times a/(a + p), p how often its piece occurs; small noise for the rest."""
    total = sum(learned.get_vecattr(piece, "count") for piece in learned.index_to_key)
    vectors = np.random.default_rng(recipe.seed).normal(0, 0.01, (tokenizer.get_vocab_size(), recipe.dimensions))
    for row, piece in enumerate(learned.index_to_key):
        number = tokenizer.token_to_id(piece)
        if number is not None:
            share = learned.get_vecattr(piece, "count") / total
            vectors[number] = learned.vectors[row] * recipe.rarity / (recipe.rarity + share)
    return vectors.astype(np.float32)


def make_pairs(headed: Iterable[Headed], chance: random.Random) -> Iterator[Pair]:
    """Of each heading with its text: both; a sentence with all the rest; and the two halves, mixed."""
    for heading, text in headed:
        yield Pair(heading, text)
        sentences = [part for part in re.split(r"(?<=[.;]) (?=[A-Z0-9])", text) if len(part) > 40]
        if len(sentences) >= 2:
            chosen = chance.randrange(len(sentences))
            rest = sentences[:chosen] + sentences[chosen + 1 :]
            yield Pair(sentences[chosen], f"{heading} {' '.join(rest)}")
        clauses = re.split(r"(?<=[.;:]) (?=[A-Z0-9a-z])", text)
        if len(clauses) >= 3:
            chance.shuffle(clauses)
            half = len(clauses) // 2
            yield Pair(" ".join(clauses[:half])[:600], " ".join(clauses[half:]))


def contrast(tokenizer: Tokenizer, vectors: Vectors, pairs: list[Pair], recipe: Recipe, say: Say) -> Vectors:
    """(pieces, d) vectors with which the two texts of a pair lie nearer than those of different pairs."""
    queries = _ids(tokenizer, [pair.query for pair in pairs], recipe)
    passages = _ids(tokenizer, [pair.passage for pair in pairs], recipe)
    bag = torch.nn.EmbeddingBag.from_pretrained(torch.from_numpy(vectors), freeze=False, mode="mean", sparse=True)
    optimizer = torch.optim.SparseAdam(bag.parameters(), lr=recipe.learning_rate)
    order, step = np.arange(len(pairs)), 0
    size = min(recipe.batch, len(pairs))
    steps = recipe.contrast_epochs * (len(pairs) // size)
    for epoch in range(recipe.contrast_epochs):
        np.random.default_rng(recipe.seed + epoch).shuffle(order)
        for start in range(0, len(order) - size + 1, size):
            optimizer.param_groups[0]["lr"] = recipe.learning_rate * (1.02 - step / steps)
            rows = order[start : start + size]
            near = _embed(bag, [queries[row] for row in rows]) @ _embed(bag, [passages[row] for row in rows]).T
            loss = torch.nn.functional.cross_entropy(near * recipe.scale, torch.arange(size))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()  # type: ignore[no-untyped-call]
            step += 1
        say(f"ronde {epoch + 1} van {recipe.contrast_epochs}: verlies {loss.item():.3f}")
    trained: Vectors = bag.weight.detach().numpy()
    return trained


def _embed(bag: torch.nn.EmbeddingBag, ids: list[np.ndarray[Any, np.dtype[np.int64]]]) -> torch.Tensor:
    starts = np.cumsum([0, *(len(row) for row in ids[:-1])])
    return torch.nn.functional.normalize(bag(torch.from_numpy(np.concatenate(ids)), torch.from_numpy(starts)))


def _ids(tokenizer: Tokenizer, texts: list[str], recipe: Recipe) -> list[np.ndarray[Any, np.dtype[np.int64]]]:
    encodings = tokenizer.encode_batch_fast(texts, add_special_tokens=False)
    return [np.array(encoding.ids[: recipe.longest] or [0], dtype=np.int64) for encoding in encodings]


def _pieces(tokenizer: Tokenizer, lines: list[str]) -> Iterator[str]:
    for start in range(0, len(lines), 20_000):
        for encoding in tokenizer.encode_batch_fast(lines[start : start + 20_000], add_special_tokens=False):
            if len(encoding.tokens) > 3:
                yield " ".join(encoding.tokens[:1000])
