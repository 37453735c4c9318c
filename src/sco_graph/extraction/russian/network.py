"""The network of slovnet's names, evaluated over many lines at once; the best tags are found by halves.

Same weights, same arithmetic as ``slovnet.exec.model`` (three convolutions of width 3 over
words, then a chain of tags), but: lines stand one after another with a row of zeros between,
so nothing is padded; of the first layer each word is computed once; and the best chain is the
product of a matrix a word, where a sum is a maximum and a product a sum (Viterbi as a
reduction, e.g. Rush, "Torch-Struct", 2020), which takes a few steps of numpy whatever the length.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

_Floats = NDArray[np.float32]
_Ids = NDArray[np.intp]
_ROWS = 512
"""Words that are evaluated at once, unless one line has more: memory grows with them."""
_REMEMBERED = 8_192
"""Words that are kept weighed by the first layer: 25 MB."""


class Network:
    """Tags of the words of lines; ``model`` is a loaded ``slovnet.NER`` with its embeddings.

    Float32 throughout; a tag is a name of its vocabulary such as ``B-PER``.
    """

    def __init__(self, model: Any) -> None:
        infer = model.infer
        emb, head = infer.model.emb, infer.model.head
        self._indexes, self._codes = emb.word.indexes.array, emb.word.codes.array
        self._qdims = np.arange(self._codes.shape[0])
        self._shapes = emb.shape.weight.array
        self._layers = [_Layer(layer) for layer in infer.model.encoder.layers]
        self._rows: dict[tuple[int, int], int] = {}
        self._weighed = np.empty((_REMEMBERED, self._layers[0].width), dtype=np.float32)
        self._proj, self._bias = head.proj.weight.array, head.proj.bias.array
        self._transitions = np.ascontiguousarray(head.crf.transitions.array)
        self._tags: list[str] = infer.decoder.tags_vocab.items
        self.code = lru_cache(maxsize=50_000)(_coder(infer.encoder))

    def tags(self, lines: Iterable[Sequence[str]]) -> list[list[str]]:
        """Tags of the words of each line."""
        found: list[list[str]] = []
        for batch in _batches(lines):
            words = [word for line in batch for word in line]
            numbers = self._decoded(self._emissions(words, [len(line) for line in batch]), batch)
            named = [self._tags[number] for number in numbers.tolist()]
            at = 0
            for line in batch:
                found.append(named[at : at + len(line)])
                at += len(line)
        return found

    def _emissions(self, words: Sequence[str], lengths: Sequence[int]) -> _Floats:
        """How well each tag fits each word: words x tags."""
        rows = self._known_rows([self.code(word) for word in words])
        # Where each word stands when a row of zeros stands before, between and after the lines.
        places = np.arange(1, len(words) + 1) + np.repeat(np.arange(len(lengths)), lengths)
        height = len(words) + len(lengths) + 1
        first, *others = self._layers
        hidden = first.output(_spread(self._weighed[rows], places, height))[places]
        for layer in others:
            hidden = layer.output(layer.weighed(_spread(hidden, places, height)))[places]
        fit: _Floats = np.matmul(hidden, self._proj) + self._bias
        return fit

    def _known_rows(self, codes: Sequence[tuple[int, int]]) -> _Ids:
        """Rows of the table of words weighed by the first layer, where those that are new are added."""
        new = [code for code in dict.fromkeys(codes) if code not in self._rows]
        if len(self._rows) + len(new) > len(self._weighed):
            self._rows.clear()
            new = list(dict.fromkeys(codes))
            if len(new) > len(self._weighed):
                self._weighed = np.empty((len(new), self._weighed.shape[1]), dtype=np.float32)
        if new:
            first = len(self._rows)
            self._rows.update((code, first + place) for place, code in enumerate(new))
            self._weighed[first : first + len(new)] = self._layers[0].weighed(self._embedded(np.array(new)))
        return np.array([self._rows[code] for code in codes])

    def _embedded(self, codes: _Ids) -> _Floats:
        """Vectors of words and of their shapes, one row each."""
        vectors = self._codes[self._qdims, self._indexes[codes[:, 0]]].reshape(len(codes), -1)
        return np.concatenate((vectors, self._shapes[codes[:, 1]]), axis=1)

    def _decoded(self, emissions: _Floats, batch: Sequence[Sequence[str]]) -> _Ids:
        """Numbers of the tags of the best chain of each line."""
        steps = self._transitions + emissions[:, None, :]
        # Lines do not follow one another: a first word has nothing before it.
        firsts = np.cumsum([0, *(len(line) for line in batch[:-1])])
        steps[firsts] = emissions[firsts][:, None, :]
        return _best_chain(steps)


class _Layer:
    """A convolution of width 3, what is above zero, and a normalisation."""

    def __init__(self, layer: Any) -> None:
        weight = layer.conv.weight.array  # filters x inputs x 3
        self._weight = np.ascontiguousarray(np.concatenate([weight[:, :, k].T for k in range(3)], axis=1))
        self._filters, self._bias = weight.shape[0], layer.conv.bias.array
        self.width = 3 * self._filters
        norm = layer.norm
        self._scale = norm.weight.array / norm.std.array
        self._shift = norm.bias.array - norm.mean.array * self._scale

    def weighed(self, rows: _Floats) -> _Floats:
        """What each row gives to the row after it, to itself and to the one before: rows x 3 filters."""
        given: _Floats = np.matmul(rows, self._weight)
        return given

    def output(self, weighed: _Floats) -> _Floats:
        """The layer's output for each row; of the first and last, and between lines, it means nothing."""
        size = self._filters
        total: _Floats = weighed[:, size : 2 * size] + self._bias
        total[1:] += weighed[:-1, :size]
        total[:-1] += weighed[1:, 2 * size :]
        np.maximum(total, 0, out=total)
        total *= self._scale
        total += self._shift
        return total


def _coder(encoder: Any) -> Any:
    from slovnet.shape import word_shape

    words, shapes = encoder.words_vocab, encoder.shapes_vocab

    def code(word: str) -> tuple[int, int]:
        """Numbers of a word and of its shape."""
        return words.encode(word.lower()), shapes.encode(word_shape(word))

    return code


def _spread(rows: _Floats, places: _Ids, height: int) -> _Floats:
    """The rows at their places among rows of zeros."""
    found = np.zeros((height, rows.shape[1]), dtype=rows.dtype)
    found[places] = rows
    return found


def _batches(lines: Iterable[Sequence[str]]) -> Iterable[list[Sequence[str]]]:
    batch: list[Sequence[str]] = []
    size = 0
    for line in lines:
        if batch and size + len(line) > _ROWS:
            yield batch
            batch, size = [], 0
        batch.append(line)
        size += len(line)
    if batch:
        yield batch


def _best_chain(steps: _Floats) -> _Ids:
    """Numbers of the tags of the best chain; ``steps`` are words x tag before x tag.

    Neighbours are joined, then the joined ones, up to one matrix; then down again, since with
    both ends known each middle is.
    """
    tags = steps.shape[1]
    levels, middles = [steps], []
    while len(levels[-1]) > 1:
        below = levels[-1]
        even = len(below) // 2 * 2
        through = below[0:even:2, :, None, :] + below[1:even:2].swapaxes(1, 2)[:, None]  # pairs x from x to x middle
        middle = through.argmax(3)
        joined = np.take_along_axis(through, middle[..., None], 3)[..., 0]
        middles.append(middle)
        levels.append(joined if even == len(below) else np.concatenate((joined, below[even:])))
    start, stop = np.unravel_index(levels[-1][0].argmax(), (tags, tags))
    starts, stops = np.array([start]), np.array([stop])
    for below, middle in zip(reversed(levels[:-1]), reversed(middles), strict=True):
        pairs = len(middle)
        mids = middle[np.arange(pairs), starts[:pairs], stops[:pairs]]
        wider = np.empty((2, len(below)), dtype=np.intp)
        wider[0, 0 : 2 * pairs : 2], wider[1, 0 : 2 * pairs : 2] = starts[:pairs], mids
        wider[0, 1 : 2 * pairs : 2], wider[1, 1 : 2 * pairs : 2] = mids, stops[:pairs]
        wider[0, 2 * pairs :], wider[1, 2 * pairs :] = starts[pairs:], stops[pairs:]
        starts, stops = wider
    return stops
