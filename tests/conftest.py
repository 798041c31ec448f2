"""How Hypothesis runs here: without deadlines, for these machines are noisy.

Where the environment says CI, Hypothesis itself takes the same examples at each run; elsewhere it
looks for new ones every time.
"""

import os

from hypothesis import settings

settings.register_profile("house", deadline=None)
if "CI" not in os.environ:
    settings.load_profile("house")
