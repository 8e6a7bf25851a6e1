"""Why a snippet gives something else when it runs again: nothing of that kind can be approved.

Each snippet runs in two processes with different hash seeds and different addresses. One is not
enough: what is random, but drawn before the process was forked, is the same in each of its forks.
"""

import re

from drift.project.snippet import PRINTED, Snippet
from drift.run import approval
from drift.run.outcome import Outcome

ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
# What gives each run something else, by the names that are called; of some, without a seed.
CALLED = re.compile(
    r"\b(?:choices?|cpu_count|ctime|getnode|gethostname|getp?pid|get_(?:ident|native_id)|hash|id|"
    r"localtime|mkdtemp|monotonic|node|normal|now|perf_counter|permutation|rand(?:int|n|om)?|sample|"
    r"shuffle|stat|strftime|time(?:_ns)?|today|token_hex|uname|uniform|urandom|utcnow|uuid[14])(?=\()|"
    r"\b(?:default_rng|RandomState|Random|seed)(?=\(\))"
)


def differ(first: Outcome, second: Outcome) -> bool:
    """Return whether two runs, of which the first is sound, differ. NaN equals itself."""
    return not first.problem and _given(first) != _given(second)


def reason(snippet: Snippet, first: Outcome, second: Outcome, third: Outcome) -> str:
    """Return what is wrong with a snippet whose first two outcomes differ.

    The third run had the hash seed of the first, a process of its own, and another day. A run that
    has a problem of its own, such as a limit, is reported as that, and as nothing of chance.
    """
    if problem := second.problem or third.problem:
        return f"{snippet.shown_path}, when it runs again, {problem}"
    if ADDRESS.search(first.printed + second.printed):
        cause = "It prints an address, such as 0x7f…: print what the object holds."
    elif not differ(first, third):
        cause = "It depends on hashing: sort what comes out of a set, and print no hash()."
    else:
        run = [text.decode() for name, text in snippet.files if name in snippet.command.split()]
        found = CALLED.findall("\n".join([snippet.source, *run]))
        calls = " and ".join(dict.fromkeys(f"{name}()" for name in found))
        cause = (
            "No two runs share an id of a process, a time or a day, a random number that has no "
            "seed (default_rng(7)), an address in memory, a hash, or a machine."
        ) + f" It calls {calls}." * bool(calls)
    before, now = ("".join(_given(outcome)) for outcome in (first, second))
    diff = approval.difference(before, now, snippet.approved_path(PRINTED).name)
    return f"{snippet.shown_path} gives something else when it runs again. {cause}\n{diff}"


def _given(outcome: Outcome) -> tuple[str, ...]:
    numbers = [f"{name} = {number!r}\n" for name, number in outcome.numbers.items()]
    return outcome.printed, outcome.standard_error, *numbers, outcome.drawn, outcome.problem
