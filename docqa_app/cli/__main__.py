"""python -m docqa_app.cli: the command line without an installed `docqa`."""

import sys

from docqa_app.cli import main

sys.exit(main())
