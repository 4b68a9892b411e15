"""Runs the Python half of experiments for Morrow: one process per run, so modules keep their state between activities.

Requests come as JSON lines on descriptor 3, answers go as JSON lines to descriptor 4; standard output belongs to the modules.
Requests for the thread "main" run one after the other in the main thread, others in threads of their own. When the request pipe
ends without a "close", Morrow is gone, and so is this process at once. Values that JSON has no word for are tagged:
{"$morrow": "float" | "bytes" | "moment", "value": text}.
"""

import base64
import ctypes
import datetime
import decimal
import importlib
import inspect
import json
import logging
import math
import os
import queue
import signal
import sys
import threading
import traceback
import uuid

requests = os.fdopen(3, "r", encoding="utf-8")
answers = os.fdopen(4, "w", encoding="utf-8")
os.set_inheritable(3, False)
os.set_inheritable(4, False)
answering = threading.Lock()

# Like a console script, modules are found through PYTHONPATH and the installed packages only, not beside this file.
here = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != here]


def send(message):
    text = json.dumps(message, ensure_ascii=True)
    with answering:
        answers.write(text + "\n")
        answers.flush()


# -- values ----------------------------------------------------------------------------------------------------------------


def pack(value):
    """What the journal can hold; other objects become their text, as there is no way to write them down."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else {"$morrow": "float", "value": repr(float(value))}
    if isinstance(value, (bytes, bytearray)):
        return {"$morrow": "bytes", "value": base64.b64encode(bytes(value)).decode("ascii")}
    if isinstance(value, (datetime.date, datetime.datetime)):
        return {"$morrow": "moment", "value": value.isoformat()}
    if isinstance(value, (decimal.Decimal, uuid.UUID)):
        return str(value)
    if isinstance(value, dict):
        return {key_text(key): pack(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [pack(item) for item in value]
    return repr(value)


def key_text(key):
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, (bool, int, float)):
        return json.dumps(key)
    return str(key)


def unpack(value):
    if isinstance(value, list):
        return [unpack(item) for item in value]
    if isinstance(value, dict):
        kind = value.get("$morrow")
        if kind == "float":
            return float(value["value"])
        if kind == "bytes":
            return base64.b64decode(value["value"])
        if kind == "moment":
            text = value["value"]
            return datetime.datetime.fromisoformat(text) if "T" in text else datetime.date.fromisoformat(text)
        return {key: unpack(item) for key, item in value.items()}
    return value


# -- failures --------------------------------------------------------------------------------------------------------------


class Failed(Exception):
    """The module's function raised: the activity failed."""

    def __init__(self, error):
        super().__init__(last_line(error))
        self.lines = traceback.format_exception(type(error), error, below_here(error.__traceback__))


class Interrupted(Exception):
    """Stands in for chaoslib's InterruptExecution where chaoslib is not installed."""


def last_line(error):
    return traceback.format_exception_only(type(error), error)[0].strip()


def below_here(trace):
    """Without the frames of this file."""
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    return trace


def interrupt_class():
    module = sys.modules.get("chaoslib.exceptions")
    return Interrupted if module is None else module.InterruptExecution


def describe(error):
    if isinstance(error, Failed):
        return {"kind": "failed", "message": str(error), "lines": error.lines}
    if isinstance(error, interrupt_class()):
        return {"kind": "interrupt", "message": str(error)}
    if isinstance(error, KeyboardInterrupt):
        return {"kind": "keyboard", "message": "KeyboardInterrupt"}
    if isinstance(error, SystemExit):
        code = error.code if isinstance(error.code, int) else 1
        return {"kind": "exit", "message": "SystemExit", "code": 0 if error.code is None else code}
    lines = traceback.format_exception(type(error), error, below_here(error.__traceback__))
    return {"kind": "unexpected", "message": last_line(error), "lines": lines}


# -- what can be asked -----------------------------------------------------------------------------------------------------


def call(request):
    function = getattr(importlib.import_module(request["module"]), request["func"])
    arguments = unpack(request["arguments"])
    parameters = inspect.signature(function).parameters
    if request.get("secrets") is not None and "secrets" in parameters:
        arguments["secrets"] = unpack(request["secrets"])
    if "configuration" in parameters:
        arguments["configuration"] = unpack(request["configuration"])
    try:
        return pack(function(**arguments))
    except Exception as error:
        raise Failed(error) from None


def validate(request):
    return [look_at(wanted) for wanted in request["requests"]]


def look_at(wanted):
    """Whether a module is what an activity or a control needs. Imports it, and lets a control look at itself."""
    try:
        module = importlib.import_module(wanted["module"])
    except ImportError as error:
        return {"kind": "module-missing", "because": str(error)}
    except Exception as error:
        return {"kind": "raised", "because": last_line(error)}
    if wanted["kind"] == "control":
        return look_at_control(module, wanted)
    function = getattr(module, wanted["func"], None)
    if not (inspect.isfunction(function) or inspect.isbuiltin(function)):
        return {"kind": "function-missing"}
    try:
        parameters = inspect.signature(function)
    except ValueError as error:
        return {"kind": "raised", "because": str(error)}
    given = dict.fromkeys(wanted["arguments"])
    for name in ("secrets", "configuration"):
        if name in parameters.parameters:
            given[name] = None
    try:
        parameters.bind(**given)
    except TypeError as error:
        kind = "argument-unexpected" if "unexpected" in str(error) else "argument-missing"
        return {"kind": kind, "argument": str(error).rsplit(" argument" if ":" not in str(error) else ":", 1)[-1].strip()}
    return {"kind": "fine"}


def look_at_control(module, wanted):
    own = getattr(module, "validate_control", None)
    try:
        if own:
            own(unpack(wanted["control"]))
    except Exception as error:
        return {"kind": "raised", "because": last_line(error)}
    return {"kind": "fine"}


def control_functions(request):
    """Which functions a control module has, with the names of their parameters, or None when it can't be imported."""
    try:
        module = importlib.import_module(request["module"])
    except ImportError:
        return None
    found = {}
    for name in request["names"]:
        function = getattr(module, name, None)
        if function:
            found[name] = list(inspect.signature(function).parameters)
    return found


def control(request):
    """Calls one function of a control and gives back what it changed in the objects that it was shown."""
    function = getattr(importlib.import_module(request["module"]), request["func"])
    shared = {name: unpack(value) for name, value in request["shared"].items()}
    before = {name: pack(value) for name, value in shared.items()}
    arguments = unpack(request["arguments"])
    for name, source in request["pass"].items():
        arguments[name] = follow(shared, source)
    if request["registry"]:
        arguments["event_registry"] = Registry()
    function(**arguments)
    after = {name: pack(value) for name, value in shared.items()}
    return {name: value for name, value in after.items() if value != before[name]}


def follow(shared, path):
    """The object at a path: the context of a control is part of the experiment that it may be shown as well."""
    value = shared
    for step in path:
        value = value[step]
    return value


class Registry:
    """Controls may listen to the run; Morrow tells its run events through --json instead."""

    def register(self, handler):
        logging.getLogger("chaostoolkit").warning(
            "%s listens to run events, which are not passed on to Python; use --json.", type(handler).__name__
        )


todo = {
    "call": call,
    "validate": validate,
    "control-functions": control_functions,
    "control": control,
}

# -- threads and signals ---------------------------------------------------------------------------------------------------

main_queue = queue.SimpleQueue()
background = {}
busy = False
interruption = None


def answer(request):
    try:
        return {"id": request["id"], "value": todo[request["do"]](request)}
    except BaseException as error:  # SystemExit and KeyboardInterrupt have a meaning for the run
        return {"id": request["id"], "error": describe(error)}


def run_main():
    global busy
    while True:
        request = main_queue.get()
        if request is None:
            return
        reply = None
        try:
            busy = True
            reply = answer(request)
        except BaseException as error:  # an interruption in the moment between two calls
            reply = {"id": request["id"], "error": describe(error)}
        finally:
            busy = False
        send(reply)


def run_thread(request):
    send(answer(request))
    background.pop(request["id"], None)


def read():
    global interruption
    for line in requests:
        request = json.loads(line)
        action = request["do"]
        if action == "close":
            main_queue.put(None)
            return
        if action == "interrupt":
            interruption = request["signal"]
            signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1)
        elif action == "interrupt-threads":
            interrupt_threads()
        elif request["thread"] == "main":
            main_queue.put(request)
        else:
            thread = threading.Thread(target=run_thread, args=(request,), daemon=True)
            background[request["id"]] = thread
            thread.start()
    os._exit(1)


def interrupt_threads():
    """Raises in threads as soon as they run Python code again. A thread that waits in the operating system keeps waiting."""
    module = sys.modules.get("chaoslib.exceptions")
    exception = SystemExit if module is None else module.ExperimentExitedException
    for thread in list(background.values()):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(exception))


def on_signal(number, frame):
    """A module may signal "the process of the experiment", which is this one: it is passed on to Morrow."""
    global interruption
    wanted, interruption = interruption, None
    name = wanted or signal.Signals(number).name
    if wanted is None:
        send({"signal": name})
    if busy:
        raise exception_for(name)


def exception_for(name):
    if name == "SIGINT":
        return KeyboardInterrupt()
    if name == "SIGTERM":
        return interrupt_class()("SIGTERM signal received")
    return SystemExit(30 if name == "SIGUSR2" else 20)


class Forward(logging.Handler):
    def emit(self, record):
        try:
            send({"log": {"level": record.levelname, "message": record.getMessage()}})
        except Exception:
            self.handleError(record)


logger = logging.getLogger("chaostoolkit")
logger.setLevel(logging.INFO)
logger.propagate = False
logger.addHandler(Forward())

for each in (signal.SIGTERM, signal.SIGUSR1, signal.SIGUSR2):
    signal.signal(each, on_signal)
# Ctrl-C reaches the whole group of processes; Morrow decides what it interrupts and says so.
signal.signal(signal.SIGINT, lambda number, frame: None)

send({"ready": sys.version.split()[0]})
threading.Thread(target=read, daemon=True).start()
run_main()
