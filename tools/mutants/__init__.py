"""Proves the guard: plants faults in a copy of a project, and expects each to be caught."""
