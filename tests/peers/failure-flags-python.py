"""Invokes one flag as often as it is told, with the unmodified SDK, and prints what each call felt as a line of JSON."""
import json
import sys
import time

from failureflags import FailureFlag

order = json.loads(sys.argv[1])
for _ in range(order["calls"]):
    begun = time.monotonic()
    felt = {"error": None}
    try:
        active, impacted, _ = FailureFlag(order["name"], order["labels"]).invoke()
        felt.update(active=active)
    except Exception as error:
        felt.update(active=True, error={"name": type(error).__name__, "message": str(error)})
    felt["milliseconds"] = (time.monotonic() - begun) * 1000
    print(json.dumps(felt))
