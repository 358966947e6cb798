"""Large sessions: what scripts/bench adds about a hundred thousand definitions and a million statements."""

import os
import pty
import random
import re
import select
import statistics
import subprocess
import time

COUNT = 100_000


def session(count=COUNT):
    """Groups of a hundred that rest on an input each, like the parts of a large model."""
    random.seed(1)
    lines = []
    for i in range(count):
        first = i - i % 100
        if i == first:
            lines.append(f"v{i} = {i % 7 + 1} kW")
        else:
            before = i - 1 - random.randrange(min(i % 100, 5))
            lines.append(f"v{i} = v{before} + v{first} * {i % 9 + 1} / 10")
    return "\n".join(lines) + "\n"


def wall(command, runs=5):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def peak(command):
    done = subprocess.run(["/usr/bin/time", "-f", "%M", *command], capture_output=True, text=True)
    return int(done.stderr.split()[-1]) / 1024


class Prompt:
    """tj at a terminal of its own."""

    def __init__(self, tj, path, home):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ.update(HOME=home, TERM="xterm", NO_COLOR="1", LANG="C.UTF-8",
                              TJ_SESSIONS="", TJ_HISTORY="")
            os.execv(tj, [tj, "--no-init", "-i", path])
        self.read(rb"tj> ", 60)

    def read(self, wanted, seconds):
        seen = b""
        end = time.monotonic() + seconds
        while not re.search(wanted, seen):
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise SystemExit(f"the prompt did not show {wanted}: {seen[-200:]}")
            seen += os.read(self.terminal, 65536)
        return seen

    def timed(self, before, key, wanted):
        """Seconds from a key to what it shows, after some letters."""
        os.write(self.terminal, before.encode())
        if before:
            self.read(re.escape(before[-1:]).encode(), 5)
            time.sleep(0.05)
        start = time.perf_counter()
        os.write(self.terminal, key.encode())
        self.read(wanted, 10)
        taken = time.perf_counter() - start
        os.write(self.terminal, b"\x15")
        time.sleep(0.05)
        return taken

    def end(self):
        os.write(self.terminal, b"\x15:quit\r")
        os.waitpid(self.process, 0)


def rows(tj, work):
    def path(name, text):
        full = os.path.join(work, name)
        with open(full, "w") as file:
            file.write(text)
        return full

    found = []
    large = session()
    plain = path("large.tj", large)
    tenth = path("larger10.tj", session(COUNT // 10))
    whole, part = wall([tj, plain]), wall([tj, tenth])
    found.append((
        "loading 100,000 definitions", f"{whole:.2f} s, {peak([tj, plain]):.0f} MB",
        f"10,000: {part * 1e3:.0f} ms", f"{whole / part:.1f} × the time for 10 × (wanted: 1 s)",
        "`tj large.tj`: a thousand groups of a hundred"))
    edits = path("edits.tj", large + "".join(f"v500 = {k} kW\nv599\n" for k in range(1, 5001)))
    changed = (wall([tj, edits]) - whole) / 5000
    found.append((
        "a change in it, 99 resting on it", f"{changed * 1e6:.0f} µs", "", "",
        "`v500 = …` and `v599`, 5,000 times less none"))
    prompt = Prompt(tj, plain, work)
    times = {}
    for what, before, key, wanted in [
            ("one name is left", "v9999", "\t", rb"v9999[^\r]*\r|v99990|\x07"),
            ("1,111 fit", "v77", "\t", rb"\n"),
            ("a unit", "v5 -> k", "\t", rb"\n|W|\x07")]:
        times[what] = statistics.median(prompt.timed(before, key, wanted) for _ in range(5))
    entry = statistics.median(
        prompt.timed("", f"v500 = {k} kW\r", rb"tj> ") for k in range(2, 7))
    prompt.end()
    slowest = max(times.values())
    found.append((
        "completion there, at a terminal",
        ", ".join(f"{what}: {taken * 1e3:.1f} ms" for what, taken in times.items()), "",
        f"{0.01 / slowest:.1f} × below 10 ms", "Tab to what it shows"))
    found.append((
        "a change there at a prompt, with what it changed", f"{entry * 1e3:.1f} ms", "", "",
        "`v500 = …` and Return to the next prompt"))
    several = path("million-of.tj", "".join(
        f"x{i % 1000} = {i % 9999}.5 kWh\n" if i % 3 else f"x{i % 1000} * 2 -> MJ\n"
        if i > 1000 else "1 + 1\n" for i in range(1_000_000)))
    most = path("tenth-of.tj", "".join(open(several).readlines()[:100_000]))
    found.append((
        "1,000,000 statements, definitions among them",
        f"{wall([tj, several], 1):.2f} s, {peak([tj, several]):.0f} MB",
        f"100,000: {wall([tj, most], 3):.2f} s, {peak([tj, most]):.0f} MB", "", "`tj million.tj`"))
    libraries = "use energy\nuse roofline\nuse scope\n1 + 1\n"
    found.append((
        "start with every library used", f"{wall([tj, path('uses.tj', libraries)], 30) * 1e3:.2f} ms",
        f"without: {wall([tj, '-e', '1 + 1'], 30) * 1e3:.2f} ms", "",
        "`use energy; use roofline; use scope`; the process from Python, which adds 0.5 ms"))
    return found


if __name__ == "__main__":
    import sys
    import tempfile
    for row in rows(os.path.abspath(sys.argv[1]), tempfile.mkdtemp(prefix="tj-scale-")):
        print("| " + " | ".join(row) + " |")
