#!/bin/sh
# Runs its arguments with the first Python 3.11 or newer it finds, or says how to get one.
for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$candidate" "$@"
    fi
done
cat >&2 <<'END'
docqa_app needs Python 3.11 or newer, and none was found on this computer.
  Ubuntu 22.04:      sudo apt-get install python3.11 python3.11-venv
  Debian 12, Ubuntu 24.04 and newer:  sudo apt-get install python3 python3-venv
  macOS, Windows:    see docs/install.md
A Python elsewhere is named with  make run PYTHON=/path/to/python3.
END
exit 1
