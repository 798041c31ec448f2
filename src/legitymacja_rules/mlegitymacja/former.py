"""How an mLegitymacja was stored before it was its history.

0.1.0 wrote its issue, activations, certificates, revocation and new issue into a field each. Their order
tells itself: nothing is activated after a revocation, nothing happens after a new issue, and a
certificate was made with the activation of its device.
"""

from collections.abc import Iterator, Mapping

from .._base import part

__all__ = ["as_history"]

FIELDS = frozenset({"issued", "activations", "certificates", "revoked", "reissued"})
"""The fields of 0.1.0; all of them were always written."""


def as_history(data: object) -> object:
    """The data of such a document as those of one today; any other data stay as they are.

    >>> made, gone = {"event": "issued"}, {"event": "revoked"}
    >>> as_history(dict(issued=made, activations=[], certificates=[], revoked=gone, reissued=None))
    {'history': [{'event': 'issued'}, {'event': 'revoked'}]}
    """
    if isinstance(data, Mapping) and data.keys() == FIELDS:
        return {"history": [*_in_order(data)]}
    return data


def _in_order(fields: Mapping[str, object]) -> Iterator[object]:
    yield fields["issued"]
    certificates = _rows(fields["certificates"])[::-1]
    for activation in _rows(fields["activations"]):
        yield activation
        if certificates and part(certificates[-1], "device") == part(activation, "device"):
            yield certificates.pop()
    yield from reversed(certificates)
    yield from (end for end in (fields["revoked"], fields["reissued"]) if end is not None)


def _rows(value: object) -> list[object]:
    """A row as it is; what is none as a row of one, so that it is refused and not lost."""
    return value if isinstance(value, list) else [value]
