"""`python -m sfwgen`."""

import sys

from sfwgen.cli import main

if __name__ == "__main__":
    sys.exit(main())
