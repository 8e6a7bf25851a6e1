"""`python -m tools.mutants [--sample N] [--builds N] [--seed N]`."""

import sys

from tools.mutants.trial import main

if __name__ == "__main__":
    sys.exit(main())
