#!/usr/bin/env python3
"""The rows of scripts/bench about files of rows: sums over a log beside DuckDB.

  scripts/bench_rows.py TJ [ROWS]     measures a built tj and prints the rows

Two files of ten million rows: a number and a power in each row; and a log of four boards with time
stamps. tj's figures are whole processes, which look at every cell first and then sum up; DuckDB's the
query alone in a process that has run it before, on as many threads as it likes, from the file each time.
DuckDB comes from pip into a venv in .build.
"""
import datetime, os, random, re, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROWS = 10_000_000
VENV = os.path.join(ROOT, ".build", "bench-rows")

DUCKDB = """
import statistics, sys, time, duckdb
connection = duckdb.connect()
connection.execute("SET enable_progress_bar = false")
times = []
for _ in range(6):
    start = time.perf_counter()
    found = connection.execute(sys.argv[1]).fetchall()
    times.append(time.perf_counter() - start)
print(statistics.median(times[1:]), *[row[-1] for row in sorted(found)])
"""


def peer():
    """python3 with DuckDB, or None where it cannot be had."""
    python = os.path.join(VENV, "bin", "python3")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    found = subprocess.run([python, "-m", "pip", "install", "-q", "duckdb"], capture_output=True)
    return python if found.returncode == 0 else None


def files(work, rows):
    """The same powers in both files; in the log each of four boards has a row a second."""
    random.seed(1)
    powers = [f"{random.uniform(60, 700):.2f}" for _ in range(9973)]
    plain, log = os.path.join(work, "plain.csv"), os.path.join(work, "log.csv")
    with open(plain, "w") as f:
        f.write("row,power [W]\n")
        for start in range(0, rows, 100_000):
            f.write("".join(f"{i},{powers[i % 9973]}\n"
                            for i in range(start, min(rows, start + 100_000))))
    begin = datetime.datetime(2026, 1, 1)
    with open(log, "w") as f:
        f.write("timestamp,index,power [W]\n")
        for i in range(0, rows, 4):
            stamp = (begin + datetime.timedelta(seconds=i // 4)).strftime("%Y-%m-%d %H:%M:%S")
            f.write("".join(f"{stamp}.0{g}0,{g},{powers[(i * 7 + g) % 9973]}\n"
                            for g in range(4)))
    return plain, log


def run(tj, script, work):
    """Seconds, peak memory in MB and the numbers printed."""
    path = os.path.join(work, "rows.tj")
    with open(path, "w") as f:
        f.write(script)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        out = subprocess.run(["/usr/bin/time", "-f", "%M", tj, path], capture_output=True, text=True)
        times.append(time.perf_counter() - start)
        if out.returncode:
            raise SystemExit(out.stderr)
    numbers = [float(n) for n in re.findall(r"[-\d.]+(?:e[+-]?\d+)?", out.stdout)]
    return statistics.median(times), int(out.stderr.split()[-1]) / 1024, numbers


def rows(tj, work, count=ROWS):
    python = peer()
    plain, log = files(work, count)
    head = 'log = read_csv("{}")\n'
    found = []
    for what, path, script, query in (
            ("a sum over {} rows of a file", plain, "sum(log.power) -> W",
             "select sum(\"power [W]\") from '{}'"),
            ("the mean of each of four boards, {} rows with time stamps", log,
             "mean(log.power by log.index) -> W",
             "select \"index\", avg(\"power [W]\") from '{}' group by 1"),
            ("energy of each board from them, by trapezoids", log,
             "integrate(log.power, log.timestamp by log.index) -> J", None)):
        ours, memory, numbers = run(
            tj, ":digits 12\n" + head.format(os.path.basename(path)) + script + "\n", work)
        theirs = ""
        ratio = ""
        if python and query:
            out = subprocess.run([python, "-c", DUCKDB, query.format(path)], capture_output=True,
                                 text=True, check=True).stdout.split()
            wanted = [float(x) for x in out[1:]]
            # a list is printed with fewer digits than one number
            assert all(abs(a - b) <= 1e-7 * abs(b) for a, b in zip(numbers, wanted)), (
                numbers, wanted)
            theirs = f"DuckDB {float(out[0]):.2f} s"
            ratio = f"{float(out[0]) / ours:.2f} × as fast (wanted: 0.33)"
        size = os.path.getsize(path) / 1e6
        found.append((what.format(f"{count:,}"), f"{ours:.2f} s, {memory:.0f} MB", theirs, ratio,
                      f"`{script}`, {size:.0f} MB"))
    small = run(tj, head.format(os.path.basename(path)) + script + "\n", work)
    with open(log) as whole, open(os.path.join(work, "tenth.csv"), "w") as tenth:
        for _ in range(count // 10 + 1):
            tenth.write(whole.readline())
    tenth = run(tj, head.format("tenth.csv") + script + "\n", work)
    found.append(("memory of it", f"{small[1]:.0f} MB", f"a tenth of the rows {tenth[1]:.0f} MB", "",
                  "peak of the process"))
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as work:
        for row in rows(sys.argv[1], work, int(sys.argv[2]) if len(sys.argv) > 2 else ROWS):
            print("| " + " | ".join(row) + " |")
