"""How Hypothesis runs here: without deadlines, for these machines are noisy.

Where the environment says CI, Hypothesis itself takes the same examples at each run, so that what turns red
is what was changed; elsewhere it looks for new ones every time. `--hypothesis-profile=long` looks for longer.
"""

import os

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.register_profile("long", deadline=None, max_examples=1000, print_blob=True)
if "CI" not in os.environ:
    settings.load_profile("house")
