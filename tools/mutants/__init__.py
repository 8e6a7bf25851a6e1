"""Proves the guard: plants faults in a copy of a project, and expects each to be caught.

mutations (what changes in a program), misprints (in a page, an approved file, a finished page) and
skewed (in a library) make the faults; planted puts one in its place; judges ask the guard; trial
counts. Nothing of this runs in a build.
"""
