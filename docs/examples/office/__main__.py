"""Start the office: `python -m office --school grojec`."""

from __future__ import annotations

import argparse
import socket
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import get_args

import uvicorn
from sqlalchemy import URL

from legitymacja_rules import schools, variants
from legitymacja_rules.errors import LoadError, UnknownSchool
from legitymacja_rules.policy import Policy
from legitymacja_rules.regulation import Regulation

from .app import office
from .clock import CLOCKS
from .desk import Desk
from .store import NoDatabase, Store

LAST_PORT = 2**16 - 1


def school(named: str) -> Regulation:
    """A shipped school by its slug, or one of your own by the path of its JSON.

    Raises:
        argparse.ArgumentTypeError: if it is neither; the text says why.
    """
    try:
        if named.endswith(".json"):
            return schools.load(Path(named).read_bytes())
        return variants.get(named)
    except OSError as error:
        why = str(error.strerror)
    except LoadError as error:
        why = error.explain("en")
    except UnknownSchool as error:
        why = str(error)
    raise argparse.ArgumentTypeError(f"{named}: {why}")


def port(told: str) -> int:
    """A number of a port.

    Raises:
        argparse.ArgumentTypeError: if there can be none of that number.
    """
    if not told.isdecimal() or float(told) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"a number from 0 to {LAST_PORT}")
    return int(told)


def address(host: str, port: int) -> str:
    """Where the office is asked; the colons of an IPv6 address stand in brackets."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the options, say where the office listens, and serve until it is ended."""
    parser = argparse.ArgumentParser(prog="office", description=__doc__)
    parser.add_argument(
        "--school",
        type=school,
        action="append",
        required=True,
        help="a slug, or a JSON file; may stand again",
    )
    parser.add_argument("--database", default="office.db", help="a file, or a URL of SQLAlchemy")
    parser.add_argument("--policy", choices=get_args(Policy), default="school")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=port, default=8000, help="0 takes one that is free")
    parser.add_argument(
        "--clock", choices=CLOCKS, default="warsaw", help="from-request is for tests only"
    )
    told = parser.parse_args(arguments)
    texts = {text.slug: text for text in told.school}
    if len(texts) != len(told.school):
        parser.error(f"each school has one text, and there are {len(told.school)} of {[*texts]}")
    named = told.database
    try:
        opened = Store(named if "://" in named else URL.create("sqlite", database=named))
    except NoDatabase as error:
        parser.error(f"argument --database: {error}")
    with closing(opened) as store:
        app = office(Desk(texts, store, told.policy), CLOCKS[told.clock])
        # No log of requests: their addresses tell who was dealt with, and when.
        config = uvicorn.Config(
            app, host=told.host, port=told.port, log_level="warning", access_log=False
        )
        listening = config.bind_socket()
        # Head and body of an answer go out apart; or the second waits for the first to be heard.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listening.listen()
        print(address(*listening.getsockname()[:2]), flush=True)
        uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
