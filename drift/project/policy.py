"""The Content-Security-Policy of a published site: what its pages may run was reviewed.

One file holds the policy's directives and, for each script that stands in a page's HTML, its hash
with the reason; what only one generator writes stands in a table of that name.
"""

import base64
import hashlib
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from drift.fault import Fault, FaultsFound
from drift.project.files import parsed, typed

HASH = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")


@dataclass(frozen=True)
class Policy:
    """A reviewed policy: its directives, and the reason of each inline script by its hash.

    Scripts that only one generator writes stand in a table of its name; `files` has the reason of
    each file of docs that no check reads: fonts, drawings by hand, licences.
    """

    directives: dict[str, str] = field(default_factory=dict)
    inline_scripts: dict[str, str | dict[str, str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    @property
    def scripts(self) -> dict[str, str]:
        """The reason of each inline script, by its hash."""
        return self.of(*self.inline_scripts)

    def of(self, *generators: str) -> dict[str, str]:
        """Return the scripts that a site of one of these generators holds."""
        known = self.inline_scripts
        found = {each: reason for each, reason in known.items() if isinstance(reason, str)}
        for name in generators:
            found |= known[name] if isinstance(known.get(name), dict) else {}
        return found

    def text(self, address: str) -> str:
        """Return the policy as each page states it, whatever generator writes it.

        At a known address, what runs comes from one folder of it: a second policy, behind a comma,
        narrows the first, wherever the same pages are looked at. Browsers enforce both.
        """
        hashes = " ".join(f"'{each}'" for each in self.scripts)
        text = "; ".join(
            f"{name} {sources} {hashes if name == 'script-src' else ''}".strip()
            for name, sources in self.directives.items()
        )
        place = f"http://*:*{urlsplit(address).path.rstrip('/')}/assets/"
        narrower = f", script-src {place} 'unsafe-inline'; worker-src {place}"
        return text + narrower if address else text


def digest(content: bytes) -> str:
    """Return the hash by which a policy names an inline script or a file."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def read(file: str, text: str) -> Policy | None:
    """Return the policy in a file's text, None for no text; raise FaultsFound if it is unsound."""
    if not text:
        return None
    policy = typed(file, parsed(file, text), Policy)
    tables = (each for each in policy.inline_scripts.values() if isinstance(each, dict))
    problem = ""
    if missing := {"default-src", "script-src"} - policy.directives.keys():
        problem = f"[directives] does not say {', '.join(sorted(missing))}."
    for table in (policy.of(), *tables, policy.files):
        for each, reason in table.items():
            if not HASH.fullmatch(each):
                problem = f"{each!r} is no hash. Write sha256-…"
            elif not reason.strip():
                problem = f"{each!r} has no reason. Say what it is."
    if problem:
        raise FaultsFound(Fault(file, 0, problem))
    return policy
