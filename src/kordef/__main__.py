"""``python -m kordef`` is the command line."""

import sys

from kordef.cli import main

sys.exit(main())
