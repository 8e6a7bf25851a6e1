"""Measures the published pages on a phone with Lighthouse: `make lighthouse`."""
