"""Words that were meant when another was typed."""

from __future__ import annotations

SHORTEST = 4  # letters of a word that may hold a mistake


def grams(word: str) -> list[str]:
    """What two spellings of a word share: its pairs of letters, and which letter is the first."""
    return [f"1{word[0]}", *dict.fromkeys(word[at : at + 2] for at in range(len(word) - 1))]


def allowed(word: str) -> int:
    """How many mistakes a word of this length may hold."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < 8 else 2


def mistakes(typed: str, meant: str) -> int:
    """The fewest letters left out, put in, changed or swapped with their neighbour that turn what was typed into
    ``meant`` or its beginning (optimal string alignment; the rest of ``meant`` is yet to be typed)."""
    meant = meant[: len(typed) + allowed(typed)]
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        last, row = row, [i]
        for j, other in enumerate(meant, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = last
    return min(row)


def meant(typed: str, known: list[str]) -> list[str]:
    """The nearest of some known words within what is allowed; whole words before beginnings."""
    counted = [(mistakes(typed, word), abs(len(word) - len(typed)), word) for word in known]
    near = sorted(entry for entry in counted if entry[0] <= allowed(typed))
    return [word for count, _, word in near if count == near[0][0]][:8]
