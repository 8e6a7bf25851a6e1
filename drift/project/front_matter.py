"""The front matter of a page: what it says of itself, to the theme and the search."""

import re
from collections.abc import Iterator

import yaml

# Any other would be the theme's, such as an icon of a number. How each is written.
KEYS = {
    "title": '"Apples"', "description": '"Of apples."', "no_terms": "half an apple",
    "tags": "[apples]", "hide": "[navigation]", "search": "{exclude: true}", "pdf": "true",
}  # fmt: skip
MARKUP = re.compile('[<>&"]')


def problems(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) and the message of each thing that is wrong, given its text."""
    try:
        for key, value in (yaml.safe_load(text) or {}).items():
            lines = enumerate(text.splitlines(), start=2)
            line = next((at for at, each in lines if str(key) in each), 1)
            example = KEYS.get(key)
            if example is None:
                yield line, f"front matter has no {key}. What it has: {', '.join(KEYS)}."
            elif not _is_like(value, yaml.safe_load(example)):
                yield line, f"{key} holds something else than it can. Write: {key}: {example}"
            elif sign := MARKUP.search(str(value)):  # templates take it as it is
                yield line, f"{sign[0]} in the front matter. Say it in words; quotes are “ ”."
    except (yaml.YAMLError, ValueError) as error:  # of the latter, a day that is none
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        yield line, "the front matter does not parse. Put a text with a colon or a sign in quotes."
    except AttributeError:
        yield 1, "the front matter holds no names with values, such as title: Apples."


def _is_like(value: object, example: object) -> bool:
    kind = {list: str, dict: int | float}.get(type(value))
    parts = [*value.values()] if isinstance(value, dict) else value if kind else []
    return type(value) is type(example) and all(isinstance(part, kind) for part in parts)
