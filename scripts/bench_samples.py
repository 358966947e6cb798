"""The rows of scripts/bench about distributions: one model beside NumPy, astropy, squigglepy and C.

  scripts/bench_samples.py TJ     measures a built tj and prints the rows

The model: 4 sources, kWh, carbon and cost out. tj's figure holds the mean, the standard deviation and
three quantiles of each result with their errors; its peers' the columns alone, unless said. A figure
of tj is what further tables take in one process, so parsing, checking and printing are in it and the
start is not. Peers come from pip into a venv in .build; the hand-fused C where ../shared/bench is.
"""
import json, os, re, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MODEL = """node = 1.5..3.0 kW as uniform
pue = 1.1..1.5 as lognormal
tput = normal(319.8 t/s, 31.98 t/s)
grid = uniform(50 gCO2e/kWh, 450 gCO2e/kWh)
jt = node * pue / tput -> kWh/Mt
carbon = jt * grid
cost = jt * 0.12 $/kWh
"""
N = 1 << 20

PEERS = """
import json, math, os, statistics, sys, time, warnings
warnings.filterwarnings("ignore")
import numpy as np
N = 1 << 20
MU = (math.log(1.1) + math.log(1.5)) / 2
SG = (math.log(1.5) - math.log(1.1)) / (2 * 1.6448536269514722)
K = 1e6 / 3600
def timed(f, runs=9):
    f()
    times = []
    for _ in range(runs):
        t = time.perf_counter()
        f()
        times.append(time.perf_counter() - t)
    return statistics.median(times) / N * 1e9
def model(g):
    p = g.random(N) * 1.5 + 1.5
    e = np.exp(g.standard_normal(N) * SG + MU)
    t = g.standard_normal(N) * 31.98 + 319.8
    i = g.random(N) * 400 + 50
    kwh = p * e / t * K
    return kwh, kwh * i, kwh * 0.12
found = {}
generators = {n: np.random.Generator(getattr(np.random, n)(1)) for n in ("PCG64", "SFC64", "Philox")}
times = {n: timed(lambda: model(g)) for n, g in generators.items()}
best = min(times, key=times.get)
found["numpy"] = times[best]
found["generator"] = best
g = generators[best]
def shown():
    for x in model(g):
        x.mean(), x.std(), np.quantile(x, [0.05, 0.5, 0.95])
found["numpy with statistics"] = timed(shown, 5)
try:
    from astropy import units as u, uncertainty as unc
    def astropy():
        kwh_unit = u.kW * u.h
        p = unc.uniform(lower=1.5 * u.kW, upper=3 * u.kW, n_samples=N)
        e = unc.Distribution(np.exp(g.standard_normal(N) * SG + MU))
        t = unc.normal(319.8 / u.s, std=31.98 / u.s, n_samples=N)
        i = unc.uniform(lower=50 * u.g / kwh_unit, upper=450 * u.g / kwh_unit, n_samples=N)
        kwh = (p * e / t).to(kwh_unit)
        return kwh, kwh * i, kwh * 0.12
    found["astropy"] = timed(astropy)
except ImportError:
    pass
try:
    import squigglepy as sq
    def squiggle():
        p, e = sq.uniform(1.5, 3.0), sq.lognorm(1.1, 1.5)
        t, i = sq.norm(mean=319.8, sd=31.98), sq.uniform(50, 450)
        kwh = p * e / t * K
        return [sq.sample(x, n=N, verbose=False) for x in (kwh, kwh * i, kwh * 0.12)]
    found["squigglepy"] = timed(squiggle, 3)
except ImportError:
    pass
print(json.dumps(found))
"""


def peers():
    """Nanoseconds a sample of each peer that could be had."""
    venv = os.path.join(ROOT, ".build", "bench-venv")
    python = os.path.join(venv, "bin", "python3")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "numpy", "scipy", "astropy",
                        "squigglepy"], check=False)
    out = subprocess.run([python, "-c", PEERS], capture_output=True, text=True)
    return json.loads(out.stdout) if out.returncode == 0 else {}


def fused(work):
    """Nanoseconds a sample of the hand-fused C on one thread and on two; {} where it is not there."""
    source = os.path.join(ROOT, "..", "shared", "bench", "bench_uncertainty_fused.c")
    if not os.path.exists(source):
        return {}
    binary = os.path.join(work, "fused")
    build = ["gcc", "-O3", "-march=native", "-mprefer-vector-width=512", "-ffast-math", "-fopenmp",
             source, "-o", binary, "-lm"]
    if subprocess.run(build, capture_output=True).returncode != 0:
        return {}
    out = subprocess.run([binary], capture_output=True, text=True).stdout
    pattern = r"FULL draw\+model fused, store 3 outputs, SplitMix64\s+T=(\d).*?([\d.]+) ns/sample"
    return {int(threads): float(ns) for threads, ns in re.findall(pattern, out)}


def seconds(command, runs=7):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def each(tj, work, line, samples, many, few=1, cores=None, runs=7):
    """Seconds of one more line in a process: `many` lines less `few`, each from another seed."""
    files = []
    for count in (few, many):
        name = os.path.join(work, f"samples{count}.tj")
        with open(name, "w") as f:
            f.write(MODEL + f":samples {samples}\n")
            for k in range(count):
                f.write(f":seed {k + 2}\n{line}\n")
        files.append((["taskset", "-c", cores] if cores else []) + [tj, name])
    pairs = [(seconds(files[1], 1) - seconds(files[0], 1)) for _ in range(runs)]
    return statistics.median(pairs) / (many - few)


def memory(tj, work, samples):
    name = os.path.join(work, "memory.tj")
    with open(name, "w") as f:
        f.write(MODEL + f":samples {samples}\ntable jt, carbon, cost\n")
    start = time.perf_counter()
    out = subprocess.run(["/usr/bin/time", "-f", "%M", tj, name], capture_output=True, text=True)
    return time.perf_counter() - start, int(out.stderr.split()[-1]) / 1024


def rows(tj, work):
    """(what, tj, beside, ratio, command) as scripts/bench prints them."""
    found = []
    table = "table jt, carbon, cost"
    one = each(tj, work, table, N, 9, cores="0") / N * 1e9
    all_cores = each(tj, work, table, N, 17) / N * 1e9
    others = peers()
    c = fused(work)
    what = "a sample of 4 sources and 3 results, 2²⁰ of them"
    if "numpy" in others:
        peer = others["numpy"]
        found.append((f"{what}, all cores", f"{all_cores:.1f} ns", f"NumPy {peer:.1f} ns "
                      f"({others['generator']}), {others['numpy with statistics']:.0f} ns with the "
                      "same statistics", f"{peer / all_cores:.1f} × as fast (wanted: 4)",
                      "`table jt, carbon, cost`: statistics included; NumPy the columns"))
        found.append(("the same on one core", f"{one:.1f} ns", f"NumPy {peer:.1f} ns",
                      f"{peer / one:.1f} × as fast (wanted: 2)", "`taskset -c 0 tj samples.tj`"))
    for name, wanted in (("astropy", 6), ("squigglepy", 20)):
        if name in others:
            found.append(("the same, all cores", f"{all_cores:.1f} ns",
                          f"{name} {others[name]:.0f} ns",
                          f"{others[name] / all_cores:.1f} × as fast (wanted: {wanted})", ""))
    if 1 in c:
        found.append(("the same beside hand-fused C, one thread", f"{one:.1f} ns", f"{c[1]:.1f} ns",
                      f"{one / c[1]:.2f} × its time (wanted: 1.5)",
                      "C to 1e-9 and without statistics; tj to 1e-14 and with them"))
    if 2 in c:
        found.append(("the same, two threads", f"{all_cores:.1f} ns", f"{c[2]:.1f} ns",
                      f"{all_cores / c[2]:.2f} × its time (wanted: 1.5)", ""))
    default = each(tj, work, table, 16_384, 401)
    found.append(("the default answer: 16,384 points, quantiles of 3 results",
                  f"{default * 1e3:.2f} ms", "", f"{1e-3 / default:.1f} × below 1 ms",
                  "`table jt, carbon, cost`, 400 lines less none"))
    # with a throughput that stays above 0: of the one above the variance does not exist
    line = "tput = 275..370 t/s as lognormal\nsensitivity carbon"
    total = each(tj, work, line, 4096, 41)
    found.append(("Sobol indices, first-order and total, 4096 · (D + 2)", f"{total * 1e3:.2f} ms",
                  "", f"{2e-3 / total:.1f} × below 2 ms", "`sensitivity carbon`, errors from 8 scrambles"))
    small = default / 16_384 * 1e9
    costs = [(k, *memory(tj, work, 1 << k)) for k in (20, 24, 27)]
    found.append(("as samples grow: 2¹⁴, 2²⁰, 2²⁴, 2²⁷", ", ".join(
        [f"{small:.1f}"] + [f"{t / (1 << k) * 1e9:.1f}" for k, t, _ in costs]) + " ns a sample",
        ", ".join(f"{m:.0f}" for _, _, m in costs) + " MB", "", "whole processes but the first"))
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="tj-bench-") as folder:
        for row in rows(sys.argv[1], folder):
            print("| " + " | ".join(row) + " |")
