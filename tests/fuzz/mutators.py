"""How a file is changed so that it stays one: by parts of a picture, by values of a JSON text.

The fuzzer's own changes are of bytes, and most of those end at the first checksum, length or quote.
Here a file is taken apart, something is done to its parts, and what comes out has the syntax of what
went in. What is done to the bytes of a single part is still the fuzzer's, who knows which values the
code compares: it is handed in as `change`. Now and then the whole file is left to it.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from random import Random
from typing import Any, TypeAlias

from pictures import GOOD, POLYGLOTS, Part, joined, split

__all__ = ["Change", "Mutator", "a_picture", "a_value", "some_fields"]

Change: TypeAlias = Callable[[bytes], bytes]
"""Changes bytes somehow; the fuzzer's."""

Mutator: TypeAlias = Callable[[bytes, Random, Change], bytes]
"""Makes another file of one."""

WHOLLY = 0.15
"""How often a file is left to the fuzzer as a whole."""

# Pictures

_PACKED = frozenset({b"IDAT", b"fdAT", b"zTXt", b"iCCP", b"iTXt"})
_ZLIB = b"\x78"
"""The first byte of what is packed; a name may stand before it."""

_FILES = (*GOOD.values(), *POLYGLOTS.values())
_STOCK = [part for data in GOOD.values() for part in split(data)[1:]]
_NAMES = sorted({part.name for part in _STOCK} | {b"gAMA", b"tEXt", b"\xed", b"\xdd", b"\xc1"})
_LIMITS = (0, 1, 2, 255, 256, 2**15, 2**16 - 1, 2**31 - 1, 2**31, 2**32 - 1, 6500)


def a_picture(data: bytes, random: Random, change: Change) -> bytes:
    """Other parts, other order, other content; lengths and checksums as they have to be."""
    parts = split(data)
    if random.random() < WHOLLY or len(parts) == 1:
        return change(data)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        random.choice(_PARTS)(parts, random, change)
    return joined(parts)


def _damage(parts: list[Part], random: Random, change: Change) -> None:
    at = random.randrange(len(parts))
    parts[at] = parts[at]._replace(body=change(parts[at].body))


def _repack(parts: list[Part], random: Random, change: Change) -> None:
    """What is damaged is what is packed, and it is packed again."""
    packed = [at for at, part in enumerate(parts) if part.name in _PACKED]
    if packed:
        at = random.choice(packed)
        head, begins, rest = parts[at].body.partition(_ZLIB)
        with suppress(zlib.error):
            content = zlib.decompressobj().decompress(begins + rest, 65536)
            parts[at] = parts[at]._replace(body=head + zlib.compress(change(content)))


def _number(parts: list[Part], random: Random, _change: Change) -> None:
    """A number of two or four bytes becomes one at which something may break."""
    at, form = random.randrange(len(parts)), random.choice(("<H", ">H", "<I", ">I"))
    body, room = bytearray(parts[at].body), struct.calcsize(form)
    if len(body) >= room:
        place, most = random.randrange(len(body) - room + 1), 2 ** (8 * room) - 1
        struct.pack_into(form, body, place, min(random.choice(_LIMITS), most))
        parts[at] = parts[at]._replace(body=bytes(body))


def _drop(parts: list[Part], random: Random, _change: Change) -> None:
    if len(parts) > 1:
        del parts[random.randrange(len(parts))]


def _repeat(parts: list[Part], random: Random, _change: Change) -> None:
    parts.insert(random.randrange(len(parts) + 1), random.choice(parts))


def _move(parts: list[Part], random: Random, _change: Change) -> None:
    moved = parts.pop(random.randrange(len(parts)))
    parts.insert(random.randrange(len(parts) + 1), moved)


def _borrow(parts: list[Part], random: Random, _change: Change) -> None:
    parts.insert(random.randrange(1, len(parts) + 1), random.choice(_STOCK))


def _rename(parts: list[Part], random: Random, change: Change) -> None:
    at = random.randrange(len(parts))
    name = random.choice(_NAMES) if random.random() < 0.7 else change(parts[at].name)
    if len(name) in {0, 1, 4}:
        parts[at] = parts[at]._replace(name=name)


def _cut(parts: list[Part], random: Random, _change: Change) -> None:
    del parts[random.randrange(1, len(parts) + 1) :]


def _follow(parts: list[Part], random: Random, _change: Change) -> None:
    parts.append(Part(b"", random.choice(_FILES)))


_PARTS = (
    *(_damage, _damage, _repack, _number, _drop, _repeat, _move, _borrow, _borrow),
    *(_rename, _cut, _follow),
)
"""What is done to parts; what is worth more stands twice."""

# JSON

_ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 1e400, 2**63, 10**20, [], [[]], {}, {"": None}),
    *("", " ", "1799-12-31", "2299-12-31", "2024-02-30", "9.00", "1e3", "٣", "x\u0301", "\ud800"),
    *("\0", "x:1", "I-30d", "taken_over", "issued"),
)


def a_value(text: bytes, random: Random, change: Change, words: Sequence[str]) -> bytes:
    """A JSON text with other values, keys and rows; `words` are those that mean something in it."""
    try:
        whole = [json.loads(text)]
        if random.random() < WHOLLY:
            return change(text)
        for _ in range(random.choice((1, 1, 1, 2, 4))):
            _change_one(whole, random, change, words)
        written = json.dumps(whole[0], ensure_ascii=random.random() < 0.5)
        return written.encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return change(text)


def _change_one(whole: list[Any], random: Random, change: Change, words: Sequence[str]) -> None:
    """Something is done at one place; the text itself is the only row of `whole`."""
    places = [*_places(whole)]
    inside, key = random.choice(places)
    match random.randrange(8):
        case 0:
            inside[key] = _copy(random.choice(_ODD))
        case 1:
            inside[key] = random.choice(words)
        case 2:  # what stands elsewhere, or in itself
            other, there = random.choice(places)
            inside[key] = _copy(other[there])
        case 3 if inside is not whole:
            del inside[key]
        case 4 if isinstance(inside, dict):
            inside[random.choice(words)] = inside.pop(key)
        case 5 if isinstance(inside[key], list):
            inside[key] += _copy(inside[key][:1] or [random.choice(_ODD)])
        case 6 if isinstance(inside[key], dict):
            inside[key][random.choice(words)] = _copy(random.choice(_ODD))
        case _:
            told = json.dumps(inside[key])
            inside[key] = _loosely(change(told.strip('"').encode()))


def _copy(value: Any) -> Any:
    """The same, but a thing of its own."""
    return json.loads(json.dumps(value))


def _loosely(text: bytes) -> object:
    """A number or text of these bytes."""
    written = text.decode("utf-8", "replace")
    return int(written) if written.isdecimal() and len(written) < 30 else written


def _places(inside: Any) -> Iterator[tuple[Any, Any]]:
    """Each place of a JSON value: what it lies in, and under which key."""
    rows = inside.items() if isinstance(inside, dict) else enumerate(inside)
    for key, value in rows:
        yield inside, key
        if isinstance(value, dict | list):
            yield from _places(value)


# Fields


def some_fields(
    data: bytes, random: Random, change: Change, between: bytes, odd: Sequence[bytes]
) -> bytes:
    """Fields one after another, of which one is changed, or becomes another or an odd one."""
    fields = data.split(between)
    at = random.randrange(len(fields))
    match random.randrange(6):
        case 0:
            fields[at] = random.choice(odd)
        case 1:
            fields[at] = random.choice(fields)
        case 2:
            fields[at] += random.choice(odd)
        case 3:
            fields.insert(at, random.choice(odd))
        case _:
            fields[at] = change(fields[at])
    return between.join(fields)
