"""Proves the guard: plants faults in a copy of a project, and expects each to be caught.

misprints finds where in a text a fault can be; programs and pages plant each in an object that the
guard reads, and ask its own rules; trial counts. Nothing of this runs in a build.
"""
