"""Functions and controls for the cases. Nothing here needs chaoslib but what says so."""

import datetime
import decimal
import os
import sys
import time

counter = 0


def value(of=None):
    return of


def count():
    global counter
    counter += 1
    return counter


def fail(message="no luck"):
    raise ValueError(message)


def leave(code=0):
    sys.exit(code)


def pair(first, second="two"):
    return [first, second]


def given(configuration=None, secrets=None):
    return {"configuration": configuration, "secrets": secrets}


def moment():
    return datetime.datetime(2024, 2, 29, 10, 30, tzinfo=datetime.timezone.utc)


def amount():
    return decimal.Decimal("1.50")


def items():
    return ("a", 1, None)


def is_small(value=None, limit=10):
    return value < limit


def doze(seconds=0.3):
    time.sleep(seconds)
    return "awake"


def signal_self(name="SIGUSR1"):
    import signal

    open("ready", "w").close()
    os.kill(os.getpid(), getattr(signal, name))
    time.sleep(0.5)
    return "still here"


def interrupt():
    from chaoslib.exceptions import InterruptExecution

    raise InterruptExecution("an activity wants the end")


def reads(path="controls.log"):
    return open(path).read() if os.path.exists(path) else ""
