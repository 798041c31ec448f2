"""A small school office over HTTP: what a host of the library looks like. Its README.md tells how to run it.

    clock      which day it is
    store      what is kept: pupils, photos, and of each document its events
    asked      what a client says, completed by what the office knows
    desk       what is decided, each time in one transaction
    problems   what is answered where nothing was done
    reading    what is sent: days, queries, bodies, files
    app        the addresses
    __main__   the command that starts it

All reading, writing and waiting is here; the library is only asked.
"""
