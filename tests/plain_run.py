"""Runs a program as Python does, in a process that was forked for it.

It stands alone, since the process imports all that its module does.
"""

import os
import runpy
import sys
import warnings


def run(words, folder, expects_error, older_repr):
    """Run a program as Python does, with its output, errors and drawing in files beside `folder`.

    With the older repr NumPy shows numbers as below version 2: 6.67, not np.float64(6.67).
    """
    if older_repr:
        import numpy

        numpy.set_printoptions(legacy="1.25")
    os.chdir(folder)
    os.environ["DRIFT_DRAWING"] = str(folder.with_name("drawing"))
    for descriptor, name in ((1, "printed"), (2, "errors")):
        os.dup2(os.open(folder.with_name(name), os.O_WRONLY | os.O_CREAT), descriptor)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", newline="\n")
    sys.argv = [str(word) for word in words]
    warnings.simplefilter("default" if expects_error else "error")
    runpy.run_path(sys.argv[0], run_name="__main__")
