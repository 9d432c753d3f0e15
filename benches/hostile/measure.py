"""Runs a command, or a server that gets one request, and measures processor time and peak memory of the process."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import threading
import time
from urllib.parse import quote

TICK = os.sysconf("SC_CLK_TCK")


def environment(folder):
    return {**os.environ, "TAIYAKU_LOG": "off", "TAIYAKU_DATABASE": str(folder / "base.db"), "TAIYAKU_RATE_LIMIT": "0"}


def prepare(program, command, folder):
    """Runs a command that has to succeed before the measurement."""
    output = subprocess.run([program, *command], env=environment(folder), capture_output=True, check=False)
    if output.returncode not in (0, 1):
        raise SystemExit(f"{command} failed: {output.stdout.decode()} {output.stderr.decode()}")


def command(program, words, stdin, folder, seconds):
    """Processor seconds, peak MiB, and the outcome of a command; `stdin` is a file or nothing."""
    log = folder / "log"
    with open(log, "wb") as output, open(stdin or os.devnull, "rb") as source:
        child = subprocess.Popen(
            [program, *words], stdin=source, stdout=output, stderr=subprocess.STDOUT, env=environment(folder), start_new_session=True
        )
        late = threading.Timer(seconds, lambda: os.killpg(child.pid, signal.SIGKILL))
        late.start()
        _, status, usage = os.wait4(child.pid, 0)
        in_time = late.is_alive()
        late.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
    with open(log, "rb") as file:
        said = file.read(100_000)
    code = child.returncode
    is_bad = not in_time or code < 0 or code in (4, 5, 101) or b"panicked" in said or b"database_failed" in said
    outcome = "FAILED" if is_bad else "answered" if code == 0 else "refused"
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, outcome


def processor(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def peak(pid):
    with open(f"/proc/{pid}/status") as file:
        return int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1)) / 1024


def request(program, method, path, media, body, folder, seconds):
    """Processor seconds of a server for one request, its peak MiB, and the outcome. It must answer `/health` afterwards.

    `path` may be a function that sends other requests first and gives the path.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    server = subprocess.Popen([program, "serve", "--quiet", "--no-starter", "--listen", address], env=environment(folder))
    try:
        for _ in range(600):
            if probe(port, "/ready"):
                break
            time.sleep(0.05)
        if callable(path):
            path = path(lambda *words: asked(port, *words))
        start = processor(server.pid)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
        try:
            connection.request(method, quote(path, safe="/?=&%"), body, {"Content-Type": media})
            answer = connection.getresponse()
            status, said = answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            status, said = 0, b""
        outcome = "answered" if 200 <= status < 300 else "refused" if 400 <= status < 500 and b'"code"' in said else "FAILED"
        # A job goes on after its answer: the last of its work counts too.
        spent = processor(server.pid)
        while True:
            time.sleep(0.3)
            later = processor(server.pid)
            if later - spent < 0.02:
                break
            spent = later
        if not probe(port, "/health"):
            outcome = "FAILED"
        return spent - start, peak(server.pid), outcome
    finally:
        server.kill()
        server.wait()


def asked(port, method, path, body=None):
    """The answer to a small request, as JSON."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path, body and json.dumps(body).encode(), {"Content-Type": "application/json"})
    return json.loads(connection.getresponse().read())


def probe(port, path):
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
