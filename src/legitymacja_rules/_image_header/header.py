"""What a header comes to, whichever format it has."""

from typing import Literal, NamedTuple, TypeAlias

from ..vocabulary import Colours, DpiDoubt, DpiSource, MetadataKind

__all__ = ["MAX_STEPS", "Bytes", "Fault", "Header"]

Bytes: TypeAlias = bytes | bytearray | memoryview

Fault = Literal[
    "empty",  # no bytes at all
    "not_a_picture",  # begins like nothing known here
    "truncated",  # ends before width and height, as shown, are known
    "corrupt",  # contradicts its format, or goes on for more than MAX_STEPS parts
    "unsupported",  # sound, but of a kind that decoders commonly do not read
]

# A JPEG segment holds at most 64 KiB, so 400 full ones outgrow any upload; real headers have fewer
# than 300 parts (a colour profile may take 255). Fill bytes and chunks count as well.
MAX_STEPS = 400


class Header(NamedTuple):
    """Facts from the header alone."""

    format: str  # "JPEG", "PNG"; a group's name in `kinds` for what is only recognised; "unknown"
    width: int | None = None  # pixels, as shown
    height: int | None = None
    dpi: int | None = None
    dpi_doubt: DpiDoubt | None = "absent"  # None exactly where dpi is known
    fault: Fault | None = None
    dpi_tolerance: int = 0  # by so many the dpi that was meant may differ
    dpi_sources: tuple[DpiSource, ...] = ()
    orientation: int = 1  # by which of eight turns it is shown, as EXIF numbers them
    colours: Colours | None = None
    bits: int | None = None  # for each channel
    transparent: bool | None = None
    frames: int | None = None
    metadata: tuple[MetadataKind, ...] = ()
