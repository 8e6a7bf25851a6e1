"""A page states the reviewed policy; its scripts, and files that no check reads, were reviewed."""

from collections.abc import Iterator
from posixpath import commonprefix

from selectolax.lexbor import LexborNode

from drift.check.document import Document, Site
from drift.check.files import AGAIN, LICENCE
from drift.fault import Fault
from drift.project.policy import EVERY, digest

REVIEWED = (".woff2", ".woff", ".svg", LICENCE)
NOT_REVIEWED = 'nobody has reviewed {}; or read it, and put its hash with the reason into {}: "{}"'
A_FILE = (
    "this file, which no check reads: a font may have other glyphs than its letters, a drawing or "
    "a licence a typed number. Let a snippet draw it"
)


def faults(site: Site) -> Iterator[Fault]:
    """Yield what is wrong with the policy, the inline scripts and the reviewed files of a site.

    Those of one that is opened as files state none: browsers would refuse even what it allows.
    """
    file, policy = site.project.settings.policy, site.project.policy
    if not policy:
        message = "is missing: it says what a page may load and run. Put it back, from the history."
        yield Fault(file, 0, message)
        return
    expected = "" if site.is_offline else policy.text(site.project.address)
    standing: dict[str, list[tuple[Document, LexborNode]]] = {}
    for document in site.documents.values():
        yield from _stated(document, expected, file)
        for node, _, attributes, _ in document.named("script"):
            script = node.text()
            # One with an address may run its text all the same: in a drawing, it does.
            if attributes.get("type") != "application/json" and (script or "src" not in attributes):
                standing.setdefault(script, []).append((document, node))
    found: dict[str, Fault] = {}
    for script, ((document, node), *others) in standing.items():
        what = f"the inline script {' '.join(script.split())[:60]!r}"
        what += f" (and on {len(others)} more pages)" * bool(others) + ". Put it into a file"
        its_hash = digest(script.encode())
        found[its_hash] = document.fault(node, NOT_REVIEWED.format(what, file, its_hash))
    for path in (path for path in site.project.assets if path.endswith(REVIEWED)):
        its_hash, name = digest(site.project.assets[path]), f"{site.project.docs.name}/{path}"
        found[its_hash] = Fault(name, 0, NOT_REVIEWED.format(A_FILE, file, its_hash))
    reviewed = policy.scripts() | policy.files
    yield from (fault for each, fault in found.items() if each not in reviewed)
    for each, reason in (policy.scripts(EVERY, site.generator) | policy.files).items():
        if each not in found:
            message = f"nothing has the hash {each} any more. Its reason was: {reason} Take it out."
            yield Fault(file, 0, message)


def _stated(document: Document, expected: str, file: str) -> Iterator[Fault]:
    metas = document.tree.css("meta[http-equiv='content-security-policy' i]")
    stated = ", ".join(meta.attributes.get("content") or "" for meta in metas)
    first = [node.mem_id for node in document.tree.css("head > *")][: len(metas)]
    if stated != expected:
        other = stated[len(commonprefix([stated, expected])) :][:80]
        message = f"it states another policy than {file} (at SITE_URL; none if it is opened as a"
        yield Fault(document.path, 0, f"{message} file): {other!r}. {AGAIN}")
    elif [node.mem_id for node in metas] != first:
        message = "its policy is not first in <head>, and lets pass what is before."
        yield Fault(document.path, 0, message)
