"""Prints the article as one booklet: its pages bound into one document, and that as a PDF."""
