"""The rows of scripts/bench about other calculators: qalc, GNU units, Python with pint, uncertainties.

  scripts/bench_peers.py TJ [--quick]     measures a built tj and prints the rows

Each task is given to every program in its own words. A round runs all programs of a task one after the
other; a ratio is that of one round, and the table has the median of the rounds with the least and the
greatest. Debian has qalc and units; the Python packages come from pip into the venv of bench_samples.
"""

import os
import random
import statistics
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".build", "bench-venv")
PAIRS = [("kWh", "MJ"), ("W", "kW"), ("km", "mile"), ("h", "s"), ("bar", "psi"), ("lb", "kg"),
         ("kcal", "J"), ("L", "m^3")]


def python():
    """An interpreter with numpy, pint and uncertainties, or None."""
    path = os.path.join(VENV, "bin", "python3")
    if not os.path.exists(path):
        subprocess.run([sys.executable, "-m", "venv", VENV], check=False)
    if not os.path.exists(path):
        return None
    try_it = [path, "-c", "import numpy, pint, uncertainties"]
    if subprocess.run(try_it, capture_output=True).returncode != 0:
        subprocess.run([path, "-m", "pip", "install", "-q", "numpy", "scipy", "astropy", "squigglepy",
                        "pint", "uncertainties"], check=False)
    return path if subprocess.run(try_it, capture_output=True).returncode == 0 else None


class Task:
    """One thing to be done, in the words of each program."""

    def __init__(self, what, commands, runs=5, note=""):
        self.what, self.runs, self.note = what, runs, note
        self.commands = {name: command for name, command in commands.items() if command}


def seconds(command, runs):
    """The median of some runs; standard input comes from the file behind '<'."""
    command, _, given = command.partition(" < ")
    times = []
    for _ in range(runs):
        stdin = open(given) if given else subprocess.DEVNULL
        start = time.perf_counter()
        subprocess.run(["sh", "-c", "exec " + command], check=True, stdin=stdin,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
        if given:
            stdin.close()
    return statistics.median(times)


def peak(command):
    """Peak resident memory in MB."""
    command, _, given = command.partition(" < ")
    stdin = open(given) if given else subprocess.DEVNULL
    out = subprocess.run(["/usr/bin/time", "-f", "%M", "sh", "-c", "exec " + command], stdin=stdin,
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(out.stderr.split()[-1]) / 1024


def shown(value):
    return f"{value * 1e3:.3g} ms" if value < 1 else f"{value:.3g} s"


def ratio(values):
    """`3.1 × (2.9–3.4)`"""
    middle, least, most = statistics.median(values), min(values), max(values)
    digits = lambda x: f"{x:.2f}" if x < 10 else f"{x:.0f}"
    return f"{digits(middle)} × ({digits(least)}–{digits(most)})"


def measured(task, rounds):
    """Rows of one task: tj beside each other program."""
    times = {name: [] for name in task.commands}
    for _ in range(rounds):
        for name, command in task.commands.items():
            times[name].append(seconds(command, task.runs))
    ours = times.pop("tj")
    rows = []
    for name, theirs in times.items():
        ratios = [t / o for t, o in zip(theirs, ours)]
        rows.append((task.what, shown(statistics.median(ours)),
                     f"{name} {shown(statistics.median(theirs))}", ratio(ratios) + " as fast",
                     task.note))
    return rows


def tasks(tj, work, interpreter, count):
    def path(name, text):
        full = os.path.join(work, name)
        with open(full, "w") as file:
            file.write(text)
        return full

    def code(name, text):
        return f"{interpreter} {path(name, text)}" if interpreter else None

    random.seed(7)
    lines = [(round(random.uniform(1, 9999), 3), *random.choice(PAIRS)) for _ in range(count)]
    script = path("peers.tj", "".join(f"{v} {a} -> {b}\n" for v, a, b in lines))
    asked = path("peers.qalc", "".join(f"{v} {a} to {b}\n" for v, a, b in lines))
    converted = path("peers.units", "".join(f"{v} {a}\n{b}\n" for v, a, b in lines))
    pint = "import pint\nu = pint.UnitRegistry()\n"
    yield Task("one answer, from the start of the program", {
        "tj": f"{tj} -e '3 kW * 2 h -> MJ'", "units": "units -t '3 kW * 2 hour' MJ",
        "qalc": "qalc -t '3 kW * 2 h to MJ'",
        "Python with pint": code("one.py", pint + "print(u('3 kW * 2 hour').to('MJ'))\n"),
    })
    yield Task(f"{count} conversions in one process", {
        "tj": f"{tj} {script}", "units": f"units -t < {converted}",
        "qalc": f"qalc -t -f {asked}",
        "Python with pint": code("many.py", pint + f"""
for line in open({asked!r}):
    value, _, unit = line.rpartition(" to ")
    print(u(value).to(unit.strip()))
"""),
    }, runs=1, note="qalc takes some 20 ms for each line of a file")
    size = 1_000_000
    yield Task("a million labels with units through five operations", {
        "tj": f"{tj} " + path("labels.tj", f"x = linspace(1 W, 1 MW, {size})\n"
                              "y = (x * 1.1 + 3 W) / (2 t/s) * 0.5 - 1 J/t\nsum(y)\n"),
        "Python with NumPy, no units": code("labels.py", f"""import numpy as np
x = np.linspace(1, 1e6, {size})
print(((x * 1.1 + 3) / 2 * 0.5 - 1).sum())
"""),
        "Python with pint on NumPy": code("pinted.py", pint + f"""import numpy as np
u.define("token = [token]")
x = np.linspace(1, 1e6, {size}) * u.W
y = (x * 1.1 + 3 * u.W) / (2 * u.token / u.s) * 0.5 - 1 * u.J / u.token
print(y.sum())
"""),
    }, note="whole processes")
    model = "node = 1.5..3.0 kW\ntput = 290..340 t/s\npue = 1.1..1.5\n"
    repeats = count // 5
    yield Task(f"{repeats} uncertain results of three inputs", {
        "tj": f"{tj} " + path("uncertain.tj", model + "(node * 1.1 + 0.1 kW) * pue / tput\n" * repeats),
        "Python with uncertainties": code("uncertain.py", f"""from uncertainties import ufloat
node, tput, pue = ufloat(2250, 433), ufloat(315, 14.4), ufloat(1.3, 0.115)
for _ in range({repeats}):
    print((node * 1.1 + 100) * pue / tput)
"""),
    }, runs=3, note="tj: the exact range; uncertainties: linear propagation of standard deviations, no "
                    "units")


def folder_size(path):
    out = subprocess.run(["du", "-skL", path], capture_output=True, text=True).stdout
    return int(out.split()[0]) / 1024 if out else 0.0


def sizes(tj, interpreter):
    """Megabytes on disk: programs with the libraries and data of their own."""
    ours = os.path.getsize(tj) / 1e6
    peers = []
    out = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Installed-Size}\n", "units", "qalc",
                          "libqalculate22", "libqalculate-data"], capture_output=True, text=True)
    kilobytes = {p: int(s) for p, s in (line.split() for line in out.stdout.splitlines())}
    if "units" in kilobytes:
        peers.append(("units", kilobytes["units"] / 1e3))
    if "qalc" in kilobytes:
        peers.append(("qalc with libqalculate", (sum(kilobytes.values()) - kilobytes.get("units", 0)) / 1e3))
    if interpreter:
        packages = subprocess.run(
            [interpreter, "-c", "import pint, numpy, os; print(os.path.dirname(pint.__file__)); "
             "print(os.path.dirname(numpy.__file__))"], capture_output=True, text=True).stdout.split()
        peers.append(("pint and NumPy without Python", sum(map(folder_size, packages))))
    return [("size on disk", f"{ours:.1f} MB, stripped, one file", f"{name} {size:.1f} MB",
             f"{size / ours:.2f} × as small", "") for name, size in peers]


def memory(tj, interpreter, work):
    commands = {
        "units": "units -t '3 kW * 2 hour' MJ", "qalc": "qalc -t '3 kW * 2 h to MJ'",
        "Python with pint": f"{interpreter} {os.path.join(work, 'one.py')}" if interpreter else None,
    }
    ours = peak(f"{tj} -e '3 kW * 2 h -> MJ'")
    return [("peak memory of one answer", f"{ours:.1f} MB", f"{name} {theirs:.1f} MB",
             f"{theirs / ours:.2f} × as small", "")
            for name, command in commands.items() if command for theirs in [peak(command)]]


def clean_build():
    """Seconds of a build of the static program from nothing, with what SwiftPM has fetched kept."""
    folder = os.path.join(ROOT, ".build", "bench-clean")
    subprocess.run(["rm", "-rf", folder], check=True)
    start = time.perf_counter()
    done = subprocess.run(
        ["bash", "-c", f"source {ROOT}/scripts/lib.sh; build_static_tj {folder}"], capture_output=True)
    taken = time.perf_counter() - start
    subprocess.run(["rm", "-rf", folder], check=True)
    return taken if done.returncode == 0 else None


def rows(tj, work, quick=False):
    """Every row; `quick` for a first look: fewer rounds, fewer lines, no clean build."""
    interpreter = python()
    found = []
    for task in tasks(tj, work, interpreter, 200 if quick else 1_000):
        found += measured(task, 2 if quick else 5)
    found += memory(tj, interpreter, work)
    found += sizes(tj, interpreter)
    if not quick:
        taken = clean_build()
        if taken:
            found.append(("a clean build of the program", f"{taken / 60:.1f} min", "", "",
                          "`build_static_tj` in a new folder"))
    return found


if __name__ == "__main__":
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        for one in rows(os.path.abspath(sys.argv[1]), folder, "--quick" in sys.argv):
            print(" | ".join(one))
