"""Boxes that do not overlap: within a component, and of components beside each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_GAP = 36.0
_ASPECT = 1.5
"""Width of the whole to its height: between that of a laptop's screen and that of a page."""


def separated(points: Points, sizes: Points, rounds: int = 400) -> Points:
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
        if turn % 40 == 39:  # crowded: give all a little more room instead of pushing for ever
            points *= 1.06
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
    """How far to move each block (points, sizes) so that all stand in rows, none on another, centred on the origin.

    The first block is the largest; rows are about one and a half times as wide as the whole is high.
    """
    frames = [_frame(points, sizes) for points, sizes in blocks]
    areas = sum(float(np.prod(high - low + _GAP)) for low, high in frames)
    width = max([np.sqrt(areas * _ASPECT), *(float(high[0] - low[0]) for low, high in frames)])
    shifts: list[Points] = []
    x = y = row = right = 0.0
    for low, high in frames:
        wide, tall = (float(v) for v in high - low)
        if x and x + wide > width:
            x, y, row = 0.0, y + row + _GAP, 0.0
        shifts.append(np.array([x, y]) - low)
        x, row = x + wide + _GAP, max(row, tall)
        right = max(right, x - _GAP)
    middle = np.array([right, y + row]) / 2
    return [shift - middle for shift in shifts]


def _frame(points: Points, sizes: Points) -> tuple[Points, Points]:
    return (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
