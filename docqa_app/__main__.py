"""python -m docqa_app [file ...]: opens the window."""

import sys

from docqa_app.app import main

if __name__ == "__main__":
    sys.exit(main())
