"""Approves what snippets and notebooks give now, and shows each change."""

import sys
from dataclasses import replace
from pathlib import Path

from drift.build import Build
from drift.check import programs
from drift.fault import Fault, FaultsFound, nearest
from drift.project import files, project
from drift.project.snippet import Snippet
from drift.run import approval, lock, variants


def accept(folder: Path, below: str = "") -> int:
    """Approve what the project in `folder` gives now; leave as it is what can't be approved.

    `below` limits it to a folder of snippets, or to one. Returns the exit code. Raises FaultsFound
    where a build would stop for more than what is approved, such as a page's own fault.
    """
    with lock.acquired(folder):
        whole = project.read(folder)
        if faults := whole.faults_of_sources or (*programs.in_programs(whole),):
            raise FaultsFound(*faults, Fault("", 0, "nothing is approved until this is mended."))
        known = _part(whole, below)
        build = Build(known)
        if count := len(build.runs.unknown):
            how = f"Runs {count} programs, each twice; of all others it is known what they give."
            print(how, flush=True)
        texts, problems = {}, []
        for snippet in (*known.snippets.values(), *build.notebooks.values()):
            try:
                texts |= _given_now(build, snippet)
            except (LookupError, ValueError) as problem:
                problems.append(str(problem))
        if not below:  # of a part, what is known of the others would be gone
            build.runs.keep()
        changes = sum(_write(folder, path, text) for path, text in texts.items())
    print(f"{changes} approved files changed." if changes else "Nothing has changed.")
    for snippet in known.snippets.values():
        if not known.shown_on.get(snippet.name):
            print(f"{snippet.shown_path}: {known.how_to_show(snippet)}")
    for problem in problems:
        print(f"drift: not approved: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _part(known: project.Project, below: str) -> project.Project:
    """Return a project with only what begins so, with its folder or without, if anything does."""
    for before in ("./", f"{known.settings.snippets}/", f"{known.docs.name}/"):
        below = below.removeprefix(before)
    part = replace(
        known,
        snippets={name: each for name, each in known.snippets.items() if name.startswith(below)},
        assets={path: each for path, each in known.assets.items() if path.startswith(below)},
    )
    if below and not (part.snippets or part.notebooks):
        near = nearest(below, [*known.snippets, *known.notebooks])
        raise FaultsFound(Fault("", 0, f"nothing to approve begins with {below!r}. {near}"))
    return part


def _given_now(build: Build, snippet: Snippet) -> dict[Path, str]:
    """Return the text of each approved file of a snippet, or of a notebook; raise why not."""
    if reason := build.runs.irreproducible(snippet):
        raise ValueError(reason)
    if snippet.name in build.notebooks:
        return {snippet.root / snippet.name: build.executed(snippet.name)}
    uses = build.project.uses.get(snippet.name, [])
    texts = approval.given_now(snippet, build.outcome(snippet), uses)
    new = [use for use in uses if use.key not in snippet.approved_values]
    for name in variants.never_false(snippet, new, build.runs.run) if new else ():
        raise ValueError(
            f"{snippet.shown_path}, line {snippet.names[name]}: {name} holds whatever is changed "
            "in the program, so that it tests nothing. Compare something that could come out "
            "otherwise."
        )
    return {snippet.approved_path(suffix): text for suffix, text in texts.items()}


def _write(folder: Path, path: Path, now: str) -> bool:
    """Write an approved file, or delete it when there is nothing to approve; show what changed."""
    before = path.read_text("utf-8") if path.exists() else ""
    if before == now:
        return False
    place = path.relative_to(folder).as_posix()
    print(f"{place}\n{approval.difference(before, now, path.name)}\n")
    if now:
        files.replace(path, now)
    else:
        path.unlink()
    return True
