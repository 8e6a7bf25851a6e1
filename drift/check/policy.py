"""A page states the reviewed policy; its scripts, and files that no check reads, were reviewed."""

from collections.abc import Iterator
from posixpath import commonprefix

from selectolax.lexbor import LexborNode

from drift.check.document import Document, Site
from drift.check.files import AGAIN, LICENCE
from drift.fault import Fault
from drift.project.policy import EVERY, digest

REVIEWED = (".woff2", ".woff", ".svg", LICENCE)


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
    hashes = {digest(script.encode()): script for script in standing}
    for each in hashes.keys() - policy.scripts().keys():
        yield _not_reviewed(hashes[each], each, standing[hashes[each]], file)
    files = {digest(site.project.assets[path]): path for path in site.project.assets}
    for each, path in files.items():
        if path.endswith(REVIEWED) and each not in policy.files:
            message = (
                "nobody has reviewed this file, which no check reads: a font may have other glyphs "
                "than its letters, a drawing or a licence a typed number. Let a snippet draw it, "
                f'or read it, and put its hash with the reason into {file}: "{each}"'
            )
            yield Fault(f"{site.project.docs.name}/{path}", 0, message)
    for each, reason in (policy.scripts(EVERY, site.generator) | policy.files).items():
        if each not in hashes | files:
            message = f"nothing has the hash {each} any more. Its reason was: {reason} Take it "
            yield Fault(file, 0, f"{message}out.")


def _stated(document: Document, expected: str, file: str) -> Iterator[Fault]:
    metas = document.tree.css("meta[http-equiv='content-security-policy' i]")
    stated = ", ".join(meta.attributes.get("content") or "" for meta in metas)
    first = [node.mem_id for node in document.tree.css("head > *")][: len(metas)]
    message = ""
    if stated != expected:
        other = stated[len(commonprefix([stated, expected])) :][:80]
        message = (
            f"it states another policy than {file} (at SITE_URL; none if it is opened as a file): "
            f"{other!r}. {AGAIN}"
        )
    elif [node.mem_id for node in metas] != first:
        message = "its policy is not first in <head>, and lets pass what is before."
    if message:
        yield Fault(document.path, 0, message)


def _not_reviewed(
    script: str, its_hash: str, places: list[tuple[Document, LexborNode]], file: str
) -> Fault:
    shown = " ".join(script.split())[:60]
    others = f" (and on {len(places) - 1} more pages)" if len(places) > 1 else ""
    message = (
        f"nobody has reviewed the inline script {shown!r}{others}; browsers refuse it. A script in "
        "a file needs no review of this kind. If it has to stand here, read it, and put its hash "
        f'with the reason into {file}: "{its_hash}"'
    )
    document, node = places[0]
    return document.fault(node, message)
