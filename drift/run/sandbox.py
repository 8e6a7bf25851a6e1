"""Takes the network, the project and the right to write from a snippet, where Linux can cheaply.

Nothing here raises: a system that refuses leaves the snippet as free as a plain program. What it
then writes into the project is found (changed_files.py), and nothing that it gives is kept.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

# linux/sched.h, linux/prctl.h, and linux/landlock.h of Linux 5.13 and later
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_NO_NEW_PRIVS = 38
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
CREATE_RULESET_VERSION = RULE_PATH_BENEATH = 1
WRITE_FILE, READ_FILE, READ_FOLDER = 1 << 1, 1 << 2, 1 << 3
REMOVE_AND_MAKE = sum(1 << bit for bit in range(4, 13))
REFER, TRUNCATE = 1 << 13, 1 << 14
CONNECT_AND_BIND_TCP = ABSTRACT_SOCKETS_AND_SIGNALS = 0b11

_library = ctypes.CDLL(None) if sys.platform == "linux" else None


class _Ruleset(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("files", "network", "scoped")]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def leave_network() -> bool:
    """Give this process, and all that it starts, a network with nothing on it; whether it did."""
    if sys.platform != "linux":
        return False
    user, group = os.getuid(), os.getgid()
    if _library.unshare(CLONE_NEWUSER | CLONE_NEWNET):
        return False
    with suppress(OSError):  # it keeps its files all the same; only its user's name is lost
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return True


class WriteOnlyBelow:
    """The right to write below one folder only, made ready for processes that take it on later."""

    def __init__(self, folder: str):
        """Make it ready; nothing is forbidden yet."""
        version = _landlock_version()
        files = WRITE_FILE | REMOVE_AND_MAKE | REFER * (version >= 2) | TRUNCATE * (version >= 3)
        network = CONNECT_AND_BIND_TCP * (version >= 4)
        scoped = ABSTRACT_SOCKETS_AND_SIGNALS * (version >= 6)
        allowed = [(folder, files), (os.devnull, files & (WRITE_FILE | TRUNCATE))]
        self._ruleset = _ruleset(_Ruleset(files, network, scoped), version, allowed)

    def apply(self) -> bool:
        """Forbid the rest to this process, and all that it starts; whether it was possible.

        It can then signal no process but its own, and reach no address either.
        """
        return _restrict(self._ruleset)


def read_nothing_below(project: str, but: list[str]) -> bool:
    """Keep this process, and all that it starts, from reading a folder; whether it was possible.

    `but` are files and folders which it may read all the same. What is then outside of `project`,
    and comes to be there later, directly in a folder above it, can't be read either.
    """
    # What Landlock allows it allows to the depth of a tree: so all is allowed that lies beside the
    # way to the project. A link would lead around it, and what it leads to is allowed in its place.
    paths, way = [*but], [Path(project), *Path(project).parents]
    for folder in way[1:]:
        with suppress(OSError), os.scandir(folder) as entries:
            beside = [entry for entry in entries if Path(entry.path) not in way]
            paths += [entry.path for entry in beside if not entry.is_symlink()]
    readable = READ_FILE | READ_FOLDER
    allowed = [(path, readable if os.path.isdir(path) else READ_FILE) for path in paths]
    return _restrict(_ruleset(_Ruleset(readable, 0, 0), _landlock_version(), allowed))


def _landlock_version() -> int:
    if sys.platform != "linux":
        return 0
    return _library.syscall(CREATE_RULESET, None, 0, CREATE_RULESET_VERSION)


def _ruleset(rules: _Ruleset, version: int, allowed: list[tuple[str, int]]) -> int:
    """Return the file of a set of rules; -1 where Linux makes none.

    A path that has gone, or can't be opened, stays forbidden.
    """
    if version < 1:
        return -1
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = _library.syscall(CREATE_RULESET, ctypes.byref(rules), size, 0)
    for path, rights in allowed if ruleset >= 0 else ():
        with suppress(OSError):
            handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
            rule = _Beneath(rights, handle)
            _library.syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, ctypes.byref(rule), 0)
            os.close(handle)
    return ruleset


def _restrict(ruleset: int) -> bool:
    return (
        ruleset >= 0
        and not _library.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        and not _library.syscall(RESTRICT_SELF, ruleset, 0)
    )
