"""Reads code and prose, and runs none of it: `make lint`. Each fault is told with file and line."""

import subprocess
import sys
from pathlib import Path

try:
    from tests import npm
except ModuleNotFoundError as error:
    raise SystemExit(
        f"lint: {error.name} is not installed here. Run: python3 set_up.py, then: "
        ".venv/bin/python lint.py (or make lint, which does both)"
    ) from None

HERE = Path(__file__).parent
# Modules of the environment, and what to do where one finds something.
MODULES = {
    "ruff check": "mend the code (.venv/bin/python -m ruff check --fix mends much)",
    "ruff format --check --diff --quiet": ".venv/bin/python -m ruff format writes what is shown",
    "codespell_lib": "mend the word; one that is right goes into pyproject.toml, with its reason",
}
MARKDOWN = "mend the text; the rules, and how names are spelt, are in .markdownlint-cli2.jsonc"


def holds(command: list[str]) -> bool:
    """Run a check, which prints what it finds; return whether that is nothing."""
    return subprocess.run(command, cwd=HERE).returncode == 0


def main() -> int:
    """Run every check, whatever the others find. Returns the exit code."""
    told = [
        what_to_do
        for words, what_to_do in MODULES.items()
        if not holds([sys.executable, "-m", *words.split()])
    ]
    try:
        if not holds(npm.program("markdownlint-cli2", "markdownlint-cli2-bin.mjs")):
            told.append(MARKDOWN)
    except AssertionError as missing:
        told.append(str(missing))
    for line in told:
        print(f"lint: {line}", file=sys.stderr)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
