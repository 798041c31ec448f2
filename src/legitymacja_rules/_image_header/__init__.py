"""What the bytes of an uploaded picture say before any of it is decoded.

A header is a row of length-prefixed parts: *segments* in a JPEG (ITU-T T.81, Annex B), *chunks* in
a PNG (ISO/IEC 15948). Each format's walk looks into the few that matter and jumps over the rest, up
to the frame of a JPEG or the pixels of a PNG. EXIF is a small TIFF inside such a part and also says
by which turn the picture is shown. What stands behind the pixels is not looked for.

The bytes come from anybody. Hence: an answer for any bytes, no warning, and a bound on the steps of
every walk, whatever the file claims. Damage in EXIF costs only the values it damaged.

`jpeg` and `png` walk, `tiff` reads EXIF, `resolution` weighs who claims what, `kinds` knows other
formats and what else a file can pass for; `header` is what all this comes to.
"""

from . import jpeg, png
from .header import Bytes, Header
from .kinds import other_format, second_format

__all__ = ["Header", "read", "second_format"]


def read(data: Bytes) -> Header:
    """The header of any bytes, never an exception."""
    if isinstance(data, memoryview) and (data.format, data.strides) != ("B", (1,)):
        data = data.tobytes()  # wider items, gaps or rows: not to be walked byte by byte
    if data[:3] == jpeg.START:
        return jpeg.read(data)
    if data[:8] == png.START:
        return png.read(data)
    if kind := other_format(data):
        return Header(kind)
    return Header("unknown", fault="not_a_picture" if len(data) else "empty")
