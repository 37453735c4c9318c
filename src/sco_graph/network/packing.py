"""Boxes that do not overlap: within a component, and of components beside each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_GAP = 36.0
_ASPECT = 1.45
"""Width of the picture to its height on a laptop."""


def separated(points: Points, sizes: Points, rounds: int = 800) -> Points:
    """Points moved apart, as little as it takes, until no two boxes (width, height) centred on them overlap.

    >>> moved = separated(np.array([[0.0, 0.0], [0.0, 3.0]]), np.array([[10.0, 4.0], [10.0, 4.0]]))
    >>> bool(moved[1, 1] - moved[0, 1] > 3.98)
    True
    """
    points = points.copy()
    for turn in range(rounds):
        one, other, over = _overlaps(points, sizes)
        if not len(one):
            break
        flat = over[:, 0] < over[:, 1]
        gap = points[other] - points[one]
        sign = np.where(gap < 0, -1.0, 1.0)
        push = np.where(np.column_stack([flat, ~flat]), over * sign, 0.0) * 0.5 + sign * 0.05
        np.add.at(points, one, -push * 0.6)
        np.add.at(points, other, push * 0.6)
        if turn % 20 == 19:  # crowded: give all a little more room instead of pushing for ever
            points *= 1.08
    return points


def _overlaps(points: Points, sizes: Points) -> tuple[NDArray[np.intp], NDArray[np.intp], Points]:
    """Pairs of boxes that overlap, and by how much on each axis; a sweep from left to right."""
    order = np.argsort(points[:, 0], kind="stable")
    place, size = points[order], sizes[order]
    found: list[tuple[NDArray[np.intp], NDArray[np.intp], Points]] = []
    widest = float(size[:, 0].max(initial=0))
    for step in range(1, len(order)):
        gap = np.abs(place[step:] - place[:-step])
        if float(gap[:, 0].min()) >= widest:
            break
        over = (size[step:] + size[:-step]) / 2 - gap
        hit = np.flatnonzero((over > 0.01).all(axis=1))
        found.append((order[hit], order[hit + step], over[hit]))
    if not found:
        none = np.zeros(0, dtype=np.intp)
        return none, none, np.zeros((0, 2))
    ones, others, overs = zip(*found, strict=True)
    return np.concatenate(ones), np.concatenate(others), np.concatenate(overs)


def packed(blocks: Sequence[tuple[Points, Points]]) -> list[Points]:
    """How far to move each block (points, sizes) so that none stands on another and all are centred on the origin.

    Blocks come largest first. They stand in rows, smaller ones above each other beside a high one; the
    width is that of a few tried which lets the whole be drawn largest on a screen.
    """
    frames = [_frame(points, sizes) for points, sizes in blocks]
    sizes = [(float(high[0] - low[0]), float(high[1] - low[1])) for low, high in frames]
    if not sizes:
        return []
    least = max(wide for wide, _ in sizes)
    tried = [_rows(sizes, least * step / 8) for step in range(8, 33)]
    corners, (wide, high) = min(tried, key=lambda found: max(found[1][0] / _ASPECT, found[1][1]))
    middle = np.array([wide, high]) / 2
    return [np.array(corner) - low - middle for corner, (low, _) in zip(corners, frames, strict=True)]


def _rows(sizes: Sequence[tuple[float, float]], width: float) -> tuple[list[tuple[float, float]], tuple[float, float]]:
    """Upper left corners of boxes set in rows of a width, and the size of the whole.

    A row is about as high as its first box, and made of columns as wide as their first.
    """
    corners: list[tuple[float, float]] = []
    top = high = left = column = filled = right = 0.0
    for wide, tall in sizes:
        if corners and wide <= column and filled + tall <= high:
            pass  # below the last one, in the same column
        elif corners and left + column + _GAP + wide <= width and tall <= 1.5 * high:
            left, column, filled = left + column + _GAP, wide, 0.0
            high = max(high, tall)
        else:
            top, left, column, filled = top + high + (_GAP if corners else 0.0), 0.0, wide, 0.0
            high = tall
        corners.append((left, top + filled))
        filled += tall + _GAP
        right = max(right, left + wide)
    return corners, (right, top + high)


def _frame(points: Points, sizes: Points) -> tuple[Points, Points]:
    return (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
