"""Takes the network, other files and other processes from a snippet, where it is a fork (Linux).

Nothing here raises: a system that refuses leaves the snippet as free as a plain program. What it
then writes into the project is found (runs.py), and nothing that it gives is kept.
"""

import ctypes
import os
import platform
import re
import struct
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

# linux/sched.h, linux/prctl.h, linux/seccomp.h, and linux/landlock.h of Linux 5.13 and later
CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWUTS = 0x10000000, 0x40000000, 0x04000000
PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, FILTER = 22, 38, 2
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
CREATE_RULESET_VERSION = RULE_PATH_BENEATH = 1
WRITE_FILE, READ_FILE, READ_FOLDER = 1 << 1, 1 << 2, 1 << 3
REMOVE_AND_MAKE = sum(1 << bit for bit in range(4, 13))
REFER, TRUNCATE = 1 << 13, 1 << 14
CONNECT_AND_BIND_TCP = ABSTRACT_SOCKETS_AND_SIGNALS = 0b11
READ, WRITE = READ_FILE | READ_FOLDER, WRITE_FILE | TRUNCATE
EVERYTHING = READ | WRITE | REMOVE_AND_MAKE | REFER

# The system's own: whatever else a Python needs of it, this process has loaded.
SYSTEM = "/usr", "/bin", "/lib", "/lib64", "/proc", "/sys", "/etc/ld.so.cache", "/etc/mime.types"
SYSTEM += (f"/etc/python3.{sys.version_info.minor}",)  # where Debian keeps a part of it
DEVICES = "/dev/zero", "/dev/random", "/dev/urandom"

# What Landlock has no right for: each call with its number on x86-64, and on ARM (0: has none).
# A file keeps its mode, and nothing is said: who copies one, as shutil.copy does, asks for that.
IGNORED = "chmod 90 0, fchmod 91 52, fchmodat 268 53, fchmodat2 452 452"
REFUSED = """
chown 92 0, fchown 93 55, lchown 94 0, fchownat 260 54, utime 132 0, utimes 235 0,
futimesat 261 0, utimensat 280 88, setxattr 188 5, lsetxattr 189 6, fsetxattr 190 7,
setxattrat 463 463, removexattr 197 14, lremovexattr 198 15, fremovexattr 199 16,
removexattrat 466 466, file_setattr 469 469, setpriority 141 140, ioprio_set 251 30,
sched_setparam 142 118, sched_setaffinity 203 122, sched_setattr 314 274, shmget 29 194,
semget 64 190, msgget 68 186, mq_open 240 180, add_key 248 217, request_key 249 218,
keyctl 250 219, io_uring_setup 425 425, sched_setscheduler 144 119, socket 41 198
"""
PRLIMIT, IOCTL = (302, 261), (16, 29)
SET_FLAGS, SET_ATTRIBUTES = 0x40086602, 0x401C5820  # of a file that is open, by ioctl
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""What seccomp calls the machines whose numbers these are, in their order."""
# linux/filter.h: load a word of a call, compare it, return. And where the words lie.
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
NUMBER, MACHINE, FIRST, SECOND = 0, 4, 16, 24
ALLOW, IGNORE, REFUSE, OLD_NUMBERS = 0x7FFF0000, 0x00050000, 0x00050001, 0x40000000

Line = tuple[int, int, int, int]
_library = ctypes.CDLL(None) if sys.platform == "linux" else None


class _Rules(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("files", "network", "scoped")]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


class _Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("lines", ctypes.c_char_p)]


def leave_network(host: bytes) -> bool:
    """Give this process, and all that it starts, a network with nothing on it, on a machine `host`.

    Returns whether its user's processes are counted apart from now on: since Linux 5.14.
    """
    user, group = os.getuid(), os.getgid()
    if _library.unshare(CLONE_NEWUSER | CLONE_NEWNET):
        return False
    if not _library.unshare(CLONE_NEWUTS):
        _library.sethostname(host, len(host))
    with suppress(OSError):  # it keeps its files all the same; only its user's name is lost
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return [*map(int, re.findall(r"\d+", platform.release())[:2])] >= [5, 14]


def kept_in(folder: str, readable: Iterable[str]) -> Callable[[], bool]:
    """Return what leaves its process, and all that it starts, one folder, when called.

    The process writes only there, reads nothing else but `readable` and what is the system's own,
    signals none but its own, and reaches no address. It returns whether that was possible.
    """
    maps = Path("/proc/self/maps").read_text("utf-8", "surrogateescape").splitlines()
    loaded = {line[line.index("/") :] for line in maps if "/" in line}
    allowed = dict.fromkeys([*SYSTEM, *DEVICES, *loaded, *readable], READ)
    return partial(_restrict, _ruleset(allowed | {os.devnull: READ | WRITE, folder: EVERYTHING}))


def _ruleset(allowed: dict[str, int]) -> int:
    """Return the file of a set of rules, of which Linux keeps what it knows; -1 for none."""
    version = _library.syscall(CREATE_RULESET, None, 0, CREATE_RULESET_VERSION)
    rules = _Rules(EVERYTHING & ~(REFER * (version < 2) | TRUNCATE * (version < 3)))
    rules.network = CONNECT_AND_BIND_TCP * (version >= 4)
    rules.scoped = ABSTRACT_SOCKETS_AND_SIGNALS * (version >= 6)
    ruleset = _library.syscall(CREATE_RULESET, ctypes.byref(rules), ctypes.sizeof(rules), 0)
    for path, rights in allowed.items() if ruleset >= 0 else ():
        with suppress(OSError):
            handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
            rights &= rules.files if os.path.isdir(path) else READ_FILE | WRITE & rules.files
            rule = _Beneath(rights, handle)
            _library.syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, ctypes.byref(rule), 0)
            os.close(handle)
    return ruleset


def _restrict(ruleset: int) -> bool:
    _library.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return ruleset >= 0 and not _library.syscall(RESTRICT_SELF, ruleset, 0)


def refuse_calls() -> None:
    """Refuse this process, and all that it starts, the calls that would lead past its folder."""
    machine = platform.machine()
    if machine not in MACHINES:
        return
    column = [*MACHINES].index(machine)
    ignored, refused = (
        [int(call.split()[1 + column]) for call in calls.split(",")] for calls in (IGNORED, REFUSED)
    )
    lines = [
        *((LOAD, 0, 0, MACHINE), (EQUAL, 1, 0, MACHINES[machine]), (RETURN, 0, 0, REFUSE)),
        *((LOAD, 0, 0, NUMBER), (AT_LEAST, 0, 1, OLD_NUMBERS), (RETURN, 0, 0, REFUSE)),
        *_where(filter(None, ignored), IGNORE),
        *_where(filter(None, refused), REFUSE),
        *_of_call(PRLIMIT[column], FIRST, [0], ALLOW),  # of the process itself
        *_of_call(IOCTL[column], SECOND, [SET_FLAGS, SET_ATTRIBUTES], REFUSE),
        (RETURN, 0, 0, ALLOW),
    ]
    packed = b"".join(struct.pack("HBBI", *line) for line in lines)
    _library.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _library.prctl(PR_SET_SECCOMP, FILTER, ctypes.byref(_Filter(len(lines), packed)), 0, 0)


def _where(values: Iterable[int], result: int) -> list[Line]:
    """Return the lines of a filter that end it with a result where the loaded word is a value."""
    return [line for value in values for line in ((EQUAL, 0, 1, value), (RETURN, 0, 0, result))]


def _of_call(number: int, word: int, values: list[int], result: int) -> list[Line]:
    """Return the lines for one call: a result where a word of it is a value, else the other."""
    lines = [(LOAD, 0, 0, word), *_where(values, result), (RETURN, 0, 0, ALLOW + REFUSE - result)]
    return [(EQUAL, 0, len(lines), number), *lines]
