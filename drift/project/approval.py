"""What a reviewer approved of a snippet, compared with what it gives now. Check and accept both."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from drift.page import claims
from drift.project.page_source import Use
from drift.project.snippet import COMPLAINED, DRAWN, PRINTED, VALUES, Snippet
from drift.run.outcome import Outcome

HOW_TO_ACCEPT = "If what it gives now is right: make accept"


def formatted(use: Use, snippet: Snippet, outcome: Outcome) -> str:
    """Return the number as the page shows it; of a claim, what is approved of one that holds.

    Raises LookupError where no single top-level statement names it, ValueError for a format
    that does not suit it and for a claim that does not hold; both say what to write instead.
    """
    if use.is_claim:
        return claims.held(use, snippet, outcome)
    if use.name not in outcome.numbers:
        near = difflib.get_close_matches(use.name, outcome.numbers, n=3, cutoff=0) or ["none"]
        raise LookupError(
            f"no single top-level statement of {snippet.shown_path} names a number {use.name!r}. "
            f"The nearest names: {', '.join(near)}."
        )
    if isinstance(outcome.numbers[use.name].value, bool):
        raise ValueError(f"{use.name} is True or False, and no number. Write `#!holds {use.text}`.")
    try:
        return format(outcome.numbers[use.name].value, use.spec)
    except ValueError as error:
        raise ValueError(
            f"{use.spec!r} is not a format for {use.name} ({error}). Write .2f, or none."
        ) from None


def given_now(snippet: Snippet, outcome: Outcome, uses: Iterable[Use]) -> dict[str, str]:
    """Return the text of each approved file, by suffix, as it should be now."""
    shown = {use.shown: formatted(use, snippet, outcome) for use in uses}
    values = "".join(f"{use} = {text}\n" for use, text in sorted(shown.items()))
    return {
        PRINTED: outcome.printed,
        DRAWN: outcome.drawn,
        VALUES: values,
        COMPLAINED: outcome.standard_error,
    }


def approved(snippet: Snippet, suffix: str) -> str:
    """Return the text of an approved file; '' where there is none."""
    try:
        return snippet.approved_path(suffix).read_text("utf-8")
    except FileNotFoundError:
        return ""


def approved_values(snippet: Snippet) -> dict[str, str]:
    """Return the approved text of each value that pages show, by `name:format`."""
    lines = approved(snippet, VALUES).splitlines()
    return dict(line.split(" = ", 1) for line in lines if " = " in line)


def difference(before: str, now: str, path: Path) -> str:
    """Return a diff between approved and present text, at most 20 lines; '' where they agree."""
    if before == now:
        return ""
    lines = difflib.unified_diff(
        before.splitlines(), now.splitlines(), f"approved ({path.name})", "now", lineterm="", n=1
    )
    # Lines of a drawing can be long; their beginning tells which they are.
    shown = [line[:160] for line in lines]
    if not shown:
        return "(they differ in white space at the end)"
    rest = len(shown) - 20
    return "\n".join(shown[:20] + ([f"… and {rest} lines more"] if rest > 0 else []))
