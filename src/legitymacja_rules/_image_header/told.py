"""What the parts before the pixels say, whichever format they are parts of."""

from ..vocabulary import Colours, DpiSource, MetadataKind
from .header import Bytes, Fault, Header
from .resolution import Claim, resolution
from .tiff import SILENT, Exif, exif

__all__ = ["Told"]

TURNED = range(5, 9)  # shown lying on its side: width and height change places
PLACE = b"GPSLatitude"
MAX_XMP = 65_536  # bytes: what a JPEG's segment holds


class Told:
    """Gathered on the way; of each kind the first part counts, even if it is damaged."""

    __slots__ = ("_exif", "claims", "frames", "metadata", "transparent")

    def __init__(self) -> None:
        self._exif: Exif | None = None
        self.claims: dict[DpiSource, Claim | None] = {}
        self.frames: int | None = None
        self.metadata: set[MetadataKind] = set()
        self.transparent = False

    def hear_exif(self, data: Bytes, start: int, end: int) -> None:
        """An EXIF block in `data[start:end]`."""
        if self._exif is None:
            self._exif = exif(data, start, end)

    def hear_xmp(self, data: Bytes, start: int, end: int) -> None:
        """An XMP packet in `data[start:end]`; whether it names a place is looked for in the first."""
        if "xmp" not in self.metadata:
            self.metadata.add("xmp")
            if PLACE in bytes(data[start : min(end, start + MAX_XMP)]):
                self.metadata.add("location")

    def header(
        self,
        kind: str,
        size: tuple[int, int],
        colours: Colours | None,
        bits: int,
        fault: Fault | None = None,
    ) -> Header:
        """The header of a picture that is stored in that size."""
        said = self._exif or SILENT
        width, height = size[::-1] if said.orientation in TURNED else size
        # the resolution need not turn with the picture: across and down must agree anyway
        self.claims["exif"] = said.resolution
        dpi, doubt, tolerance, sources = resolution(self.claims)
        metadata = self.metadata | said.metadata
        return Header(
            kind,
            width,
            height,
            dpi,
            doubt,
            fault,
            tolerance,
            sources,
            said.orientation,
            colours,
            bits,
            self.transparent,
            self.frames or 1,
            tuple(sorted(metadata)) if metadata else (),
        )
