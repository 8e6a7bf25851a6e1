"""Takes the network, the project and the right to write from a snippet, where Linux can cheaply.

Nothing here raises: a system that refuses leaves the snippet as free as a plain program. What it
then writes into the project is found (changed_files.py), and nothing that it gives is kept.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
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


class _Rules(ctypes.Structure):
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


def write_only_below(folder: str) -> Callable[[], bool]:
    """Return what forbids its process, and all that it starts, to write elsewhere, when called.

    The process can then signal none but its own, and reach no address either. What is returned
    tells whether it was possible.
    """
    write, everywhere = WRITE_FILE | TRUNCATE, WRITE_FILE | REMOVE_AND_MAKE | REFER | TRUNCATE
    rules = _Rules(everywhere, CONNECT_AND_BIND_TCP, ABSTRACT_SOCKETS_AND_SIGNALS)
    return partial(_restrict, _ruleset(rules, [(folder, everywhere), (os.devnull, write)]))


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
    return _restrict(_ruleset(_Rules(readable, 0, 0), allowed))


def _ruleset(rules: _Rules, allowed: list[tuple[str, int]]) -> int:
    """Return the file of a set of rules, of which Linux keeps what it knows; -1 where it has none.

    A path that has gone, or can't be opened, stays forbidden.
    """
    if sys.platform != "linux":
        return -1
    version = _library.syscall(CREATE_RULESET, None, 0, CREATE_RULESET_VERSION)
    rules.files &= ~(REFER * (version < 2) | TRUNCATE * (version < 3))
    rules.network *= version >= 4
    rules.scoped *= version >= 6
    ruleset = _library.syscall(CREATE_RULESET, ctypes.byref(rules), ctypes.sizeof(rules), 0)
    for path, rights in allowed if ruleset >= 0 else ():
        with suppress(OSError):
            handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
            rule = _Beneath(rights & rules.files, handle)
            _library.syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, ctypes.byref(rule), 0)
            os.close(handle)
    return ruleset


def _restrict(ruleset: int) -> bool:
    return (
        ruleset >= 0
        and not _library.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        and not _library.syscall(RESTRICT_SELF, ruleset, 0)
    )
