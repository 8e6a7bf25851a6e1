"""`python -m drift.mutants [--sample N] [--builds N] [--seed N]`."""

import sys

from drift.mutants.trial import main

if __name__ == "__main__":
    sys.exit(main())
