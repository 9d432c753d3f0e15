"""Runs a command over a term base and measures it: processor time and the most memory."""

import os
import signal
import subprocess
import threading
from dataclasses import dataclass


@dataclass
class Run:
    seconds: float
    mebibytes: float
    code: int
    said: str
    error: str


def run(words, database, seconds=900, environment=None):
    """Runs a command on this base."""
    own = {**os.environ, "TAIYAKU_DATABASE": str(database), "TAIYAKU_LOG": "off", **(environment or {})}
    child = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=own, start_new_session=True)
    late = threading.Timer(seconds, lambda: os.killpg(child.pid, signal.SIGKILL))
    late.start()
    errors = []
    reader = threading.Thread(target=lambda: errors.append(child.stderr.read()))
    reader.start()
    said = child.stdout.read()
    reader.join()
    _, status, usage = os.wait4(child.pid, 0)
    late.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    text = lambda given: given.decode("utf-8", "replace")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, text(said), text(errors[0]))
