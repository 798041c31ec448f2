"""`inspect`: what real bytes say, and that no bytes can make it raise, warn or blow up."""

import struct
import warnings
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFile

from legitymacja_rules import photo
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.loading import dump, load
from samples import picture

JPEG = picture(64, 96)
PNG = picture(64, 96, format_="PNG")
PDF = b"%PDF-1.7\n1 0 obj"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def declared(width: int, height: int) -> bytes:
    """A grey PNG of a few bytes that says it has so many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*part)
        for part in ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(9))), (b"IEND", b""))
    )


def with_exif(body: bytes) -> bytes:
    """The JPEG with an EXIF segment of that content right behind its start."""
    body = b"Exif\0\0" + body
    return JPEG[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + JPEG[2:]


def with_chunk(name: bytes, body: bytes) -> bytes:
    """The PNG with a chunk right behind its IHDR."""
    return PNG[:33] + chunk(name, body) + PNG[33:]


# What bytes say


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
def test_a_picture_tells_its_format_bytes_pixels_and_dpi(format_: str) -> None:
    data = picture(500, 600, format_=format_, dpi=(300, 300), size=80_000)
    facts = photo.inspect(data, filename="kowalska-anna-4b.jpg", face_percent=75)
    assert dict(facts) == {
        "format": format_,
        "size": 80_000,
        "width": 500,
        "height": 600,
        "dpi": 300,
        "dpi_doubt": None,
        "fault": None,
        "filename": "kowalska-anna-4b.jpg",
        "face_percent": 75,
        "taken": None,
    }


def test_the_file_name_stays_out_of_the_repr() -> None:
    assert "kowalska" not in repr(photo.inspect(JPEG, filename="kowalska-anna-4b.jpg"))


def test_what_was_not_given_is_not_made_up() -> None:
    facts = photo.inspect(JPEG)
    assert (facts.filename, facts.face_percent) == (None, None)


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
@pytest.mark.parametrize(
    ("dpi", "read", "doubt"),
    [
        ((299, 299), 299, None),
        ((300, 300), 300, None),
        ((600, 600), 600, None),
        (None, None, "absent"),
        ((300, 200), None, "contradictory"),
    ],
)
def test_resolution_of_real_files(
    format_: str, dpi: tuple[float, float] | None, read: int | None, doubt: str | None
) -> None:
    facts = photo.inspect(picture(format_=format_, dpi=dpi))
    assert (facts.dpi, facts.dpi_doubt) == (read, doubt)


@pytest.mark.parametrize("orientation", [1, 2, 3, 4])
def test_an_orientation_that_keeps_the_picture_upright_keeps_the_axes(orientation: int) -> None:
    facts = photo.inspect(picture(500, 600, orientation=orientation))
    assert (facts.width, facts.height) == (500, 600)


@pytest.mark.parametrize("orientation", [5, 6, 7, 8])
def test_a_picture_stored_on_its_side_has_the_facts_of_the_upright_one(orientation: int) -> None:
    lying = photo.inspect(picture(600, 500, orientation=orientation))
    upright = photo.inspect(picture(500, 600))
    assert lying.model_copy(update={"size": upright.size}) == upright


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize(
    ("data", "format_", "fault"),
    [
        (PDF, "PDF", None),
        (b"GIF89a" + bytes(20), "GIF", None),
        (b"", "unknown", "empty"),
        (b"Ala ma kota", "unknown", "not_a_picture"),
        (JPEG[:12], "JPEG", "truncated"),
        (PNG[:12], "PNG", "truncated"),
    ],
)
def test_what_is_no_whole_picture_is_named_and_has_no_pixels(
    data: bytes, format_: str, fault: str | None, whole: bool
) -> None:
    facts = photo.inspect(data, filename="kowalska-anna-4b.jpg", whole=whole)
    assert (facts.format, facts.fault) == (format_, fault)
    assert (facts.width, facts.height) == (None, None)


# Broken calls


@pytest.mark.parametrize("data", [None, "text", bytearray(JPEG), memoryview(JPEG), [255, 216], 7])
def test_what_is_no_bytes_is_a_wrong_argument(data: Any) -> None:
    with pytest.raises(WrongArgument) as caught:
        photo.inspect(data)
    assert caught.value.name == "data"


@pytest.mark.parametrize("filename", [b"anna.jpg", 7, ("anna.jpg",)])
def test_a_file_name_that_is_no_text_is_a_wrong_argument(filename: Any) -> None:
    with pytest.raises(WrongArgument) as caught:
        photo.inspect(JPEG, filename=filename)
    assert caught.value.name == "filename"


# File names as they come


@pytest.mark.parametrize(
    ("filename", "kept"),
    [
        ("", ""),
        ("żółw.jpg", "żółw.jpg"),
        ("anna\ud800.jpg", "anna?.jpg"),
        ("\udcff\ud83d", "??"),
        ("x" * 251 + ".jpg", "x" * 251 + ".jpg"),
        ("y" + "x" * 251 + ".jpg", "x" * 251 + ".jpg"),
        ("y" * 10_000 + "kowalska-anna-4b.jpeg", "y" * 234 + "kowalska-anna-4b.jpeg"),
    ],
)
def test_a_file_name_is_kept_as_far_as_it_can_be_written_down(filename: str, kept: str) -> None:
    """Catches a name of half signs that breaks the dump of an application later on."""
    facts = photo.inspect(JPEG, filename=filename)
    assert facts.filename == kept
    assert load(type(facts), dump(facts)) == facts


@given(st.text(st.characters(codec=None), max_size=300))
def test_law_any_file_name_can_be_stored(filename: str) -> None:
    facts = photo.inspect(JPEG, filename=filename)
    assert load(type(facts), dump(facts)) == facts


# The proof that a picture is whole


@pytest.mark.parametrize("data", [JPEG, PNG, JPEG + bytes(1000), PNG + b"tail"])
def test_a_whole_picture_is_whole(data: bytes) -> None:
    assert photo.inspect(data, whole=True) == photo.inspect(data)
    assert photo.inspect(data).fault is None


@pytest.mark.parametrize("whole_picture", [JPEG, PNG])
def test_a_picture_that_breaks_off_behind_its_header_is_found_only_by_decoding(
    whole_picture: bytes,
) -> None:
    broken = whole_picture[: -len(whole_picture) // 4]
    assert photo.inspect(broken).fault is None
    facts = photo.inspect(broken, whole=True)
    assert facts.fault == "undecodable"
    assert (facts.width, facts.height) == (64, 96)


def test_a_bomb_of_declared_size_is_too_large_and_never_decoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def explode(*_: object) -> None:
        pytest.fail("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "__init__", explode)
    monkeypatch.setattr(ImageFile.ImageFile, "load", explode)
    bomb = declared(30_000, 30_000)
    assert len(bomb) < 100
    assert photo.inspect(bomb).fault is None
    facts = photo.inspect(bomb, whole=True)
    assert (facts.fault, facts.width, facts.height) == ("too_large", 30_000, 30_000)


@pytest.mark.parametrize(
    ("pixels", "fault"),
    [(39_999_999, "undecodable"), (40_000_000, "undecodable"), (40_000_001, "too_large")],
)
def test_forty_million_pixels_are_the_most_that_is_decoded(pixels: int, fault: str) -> None:
    assert photo.inspect(declared(1, pixels), whole=True).fault == fault


DAMAGED: dict[str, Callable[[], bytes]] = {
    "empty": partial(with_exif, b""),
    "cut": partial(with_exif, b"II*"),
    "garbage": partial(with_exif, b"\xff" * 40),
    "entries that are not there": partial(with_exif, b"II*\0\x08\0\0\0\xff\xff" + bytes(4)),
    "value outside": partial(
        with_exif, b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHII", 0x011A, 5, 1, 10**9) + bytes(4)
    ),
    "png": partial(with_chunk, b"eXIf", b"II*\0\xff\xff\xff\xff"),
}


@pytest.mark.parametrize("damage", DAMAGED)
@pytest.mark.parametrize("action", ["always", "error"])
def test_damaged_exif_neither_warns_nor_makes_a_fault(damage: str, action: Any) -> None:
    data = DAMAGED[damage]()
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter(action)
        facts = photo.inspect(data, whole=True)
    assert facts.fault is None
    assert (facts.width, facts.height) == (64, 96)
    assert not heard


def test_a_damaged_animation_chunk_neither_warns_nor_makes_a_fault() -> None:
    data = with_chunk(b"acTL", bytes(8))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert photo.inspect(data, whole=True).fault is None


# Any bytes at all


@given(st.binary(max_size=400), st.sampled_from([b"", JPEG[:3], PNG[:8], PNG[:33]]), st.booleans())
def test_law_any_bytes_have_facts(data: bytes, start: bytes, whole: bool) -> None:
    facts = photo.inspect(start + data, whole=whole)
    assert facts.size == len(start + data)
    assert (facts.width is None) == (facts.height is None)
    assert facts.dpi is None or facts.dpi_doubt is None


@settings(deadline=None)
@given(
    st.sampled_from([JPEG, PNG]),
    st.lists(st.tuples(st.integers(24, 10_000), st.integers(0, 255)), max_size=6),
    st.integers(0, 10_000),
)
def test_law_any_damage_to_a_picture_ends_in_facts_without_a_warning(
    whole_picture: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(whole_picture)
    for at, value in changes:
        data[at % len(data)] = value
    damaged = bytes(data[: len(data) - cut % len(data)])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        header, decoded = photo.inspect(damaged), photo.inspect(damaged, whole=True)
    if header.fault:
        assert decoded == header
    else:
        assert decoded.fault in {None, "undecodable", "too_large"}


@pytest.mark.parametrize("share", [-1, 101, 70.5, "75", True])
def test_a_face_share_is_a_whole_number_of_percent(share: Any) -> None:
    with pytest.raises(WrongArgument, match="'face_percent'"):
        photo.inspect(JPEG, face_percent=share)
    assert photo.inspect(JPEG, face_percent=100).face_percent == 100
