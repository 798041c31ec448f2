"""Photos: from bytes to facts, from facts to a verdict, and from a photo to one that fits.

`inspect` says what was uploaded, whatever it is; `check` judges the facts; `prepare` makes of a photo
one that a requirement takes, as far as a machine can see. The bytes come from anybody, so every
step is bounded before it begins: the header is walked, sides and bytes are held against limits, and
only then, and only if it is asked for, a picture is decoded. This package alone knows Pillow, and
of its parsers only those of JPEG and PNG are within reach, in `decoding`.
"""

from ..facts import PhotoFacts
from ..photo_rules import check
from .developing import Crop
from .inspecting import MAX_BYTES, MAX_PIXELS, inspect
from .preparing import Prepared, prepare

__all__ = [
    "MAX_BYTES",
    "MAX_PIXELS",
    "Crop",
    "PhotoFacts",
    "Prepared",
    "check",
    "inspect",
    "prepare",
]
