"""Runs a program as Python does, in a process that was forked for it.

It stands alone, since the process imports all that its module does.
"""

import os
import runpy
import sys
import warnings


def run(words, folder, expects_error):
    """Run a program as Python does, with its output, errors and drawing in files beside `folder`."""
    os.chdir(folder)
    os.environ["DRIFT_DRAWING"] = str(folder.with_name("drawing"))
    for descriptor, name in ((1, "printed"), (2, "errors")):
        os.dup2(os.open(folder.with_name(name), os.O_WRONLY | os.O_CREAT), descriptor)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", newline="\n")
    sys.argv = [str(word) for word in words]
    warnings.simplefilter("default" if expects_error else "error")
    runpy.run_path(sys.argv[0], run_name="__main__")
