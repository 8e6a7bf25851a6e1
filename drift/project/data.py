"""Where data come from: a note beside each file, `harvest.csv.toml`, with its checksum.

A program may print its data as they are. So these are numbers, and the few words that the note
lists: nobody overlooks a sentence or a result there.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping

from drift.fault import Fault, FaultsFound
from drift.project.files import parsed, typed
from drift.project.phrases import Allowed, has_numeral
from drift.project.snippet import DATA, NOTE

NOTES = tuple(suffix + NOTE for suffix in DATA)
KEYS = ("data", "source", "licence", "sha256")
NAME = re.compile(r"[a-zA-Z_-]+\.\w+")
CONTENT = "what the data are, their source, their licence, and their sha256, each in quotes"
SIGNS = re.compile(r'[,;:\t\n"{}\[\]]')  # of a table, and of JSON
NUMBER = re.compile(r"[-+]?\d[\d.-]*(?:[eE][-+]?\d+)?|")  # a date and a version are some, too


def faults(folder: str, files: Mapping[str, bytes], allowed: Allowed) -> Iterator[Fault]:
    """Yield a fault for each file of data whose note is missing, not whole, or about another.

    What it says holds no numeral but those of programs, and in its source those of a reference.
    """
    phrases = allowed.in_programs
    for table in (path for path in files if path.endswith(DATA)):
        note, name = f"{folder}/{table}{NOTE}", table.rpartition("/")[2]
        if not NAME.fullmatch(name):  # it is shown below the program
            message = "a name in which a number could be typed. Take letters, - and _ alone."
            yield Fault(f"{folder}/{table}", 0, message)
        if table + NOTE not in files:
            yield Fault(note, 0, f"is missing. Lay it beside {name}: {', '.join(KEYS)} ({CONTENT})")
            continue
        try:
            written = parsed(note, files[table + NOTE].decode("utf-8"))
            listed = typed(note, written.get("words", []), list[str], "words")
        except FaultsFound as found:
            yield from found.faults
            continue
        for key in KEYS:
            if not isinstance(written.get(key), str) or not written[key].strip():
                yield Fault(note, 0, f"does not give the {key}. A note gives {CONTENT}.")
        text = " ".join(map(str, [written.get("data"), *listed]))
        if has_numeral(phrases.sub(" ", text)) or b"#" in files[table + NOTE]:
            yield Fault(note, 0, "a numeral in `data`, or a comment (#). Say it in words.")
        origin = allowed.in_references.sub(" ", f"{written.get('source')} {written.get('licence')}")
        if has_numeral(phrases.sub(" ", origin)):
            yield Fault(note, 0, "a numeral in `source` or `licence` of no reference. Take it out.")
        if more := sorted(written.keys() - {*KEYS, "words"}):
            yield Fault(note, 0, f"has {more[0]}, which no note has. Take it out.")
        parts = [part.strip() for part in SIGNS.split(files[table].decode("utf-8"))]
        words = [each for each in dict.fromkeys(parts) if not NUMBER.fullmatch(each)]
        if said := [each for each in words if has_numeral(phrases.sub(" ", each))]:
            yield Fault(note, 0, f"{said[0]!r} of {name} holds a numeral. Say it in letters.")
        if new := [each for each in words if each not in listed]:
            message = (
                f"does not list {new[0]!r}, which {name} holds. Take it out; or, if it is the name "
                f"of a column or a kind, and no result: words = {words}"
            )
            yield Fault(note, 0, message)
        checksum = hashlib.sha256(files[table]).hexdigest()
        if written.get("sha256") and written["sha256"] != checksum:
            message = (
                f"is not about this {name}, which has changed. Restore it; or, if the change is "
                f'right: sha256 = "{checksum}" (of its text, each line of which ends with LF)'
            )
            yield Fault(note, 0, message)
    for note in (path for path in files if path.endswith(NOTES)):
        if note.removesuffix(NOTE) not in files:
            yield Fault(f"{folder}/{note}", 0, "the data it describes are gone. Delete it.")
