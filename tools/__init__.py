"""What no build needs: it proves, measures, prints and packs what a build made.

mutants plants faults, bench measures, press prints the article as a PDF, offline packs a zip,
matrix runs the snippets with other versions of a library, shots takes pictures of every page,
chromium finds a browser, and python_version refuses a Python that does not serve.
"""
