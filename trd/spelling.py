"""How far one spelling is from another."""

from __future__ import annotations


def distance(first: str, second: str, most: int) -> int:
    """Letters to add, drop, change or swap with a neighbour (optimal string alignment); `most` + 1 where it is more than `most`.

    >>> distance("zoloft", "zolfot", 3), distance("lexapro", "lexipro", 3), distance("prozac", "zoloft", 2)
    (1, 1, 3)
    """
    # A letter changed moves two letters in or out of what a word is made of: most words are too far apart by that alone.
    if abs(len(first) - len(second)) > most or len(set(first) ^ set(second)) > 2 * most:
        return most + 1
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        current = [row]
        for column, other in enumerate(second, 1):
            best = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and other == first[row - 2]:
                best = min(best, before[column - 2] + 1)
            current.append(best)
        if min(current) > most:
            return most + 1
        before, above = above, current
    return min(above[-1], most + 1)
