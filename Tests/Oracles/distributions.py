"""Statistics of distributions beside scipy.stats.

A quantile is compared as a probability: where scipy says that tj's quantile lies. tj takes 16,384
points of a Sobol net, and is asked to be within a thousandth; plain sampling would be within eight.
"""

import math
import random

import oracle


def made(chance, stats):
    """tj's spelling of a distribution, and scipy's."""
    low = round(chance.uniform(0.5, 50), 3)
    width = round(chance.uniform(0.1, 50), 3)
    mode = round(low + width * chance.uniform(0.1, 0.9), 4)
    high = round(low + width, 3)
    width = high - low
    kind = chance.choice(["normal", "as normal", "lognormal", "as lognormal", "uniform", "as uniform",
                          "triangular", "pert", "beta", "beta4", "discrete"])
    if kind == "normal":
        return f"normal({low}, {width})", stats.norm(low, width)
    if kind == "as normal":
        # the ends are the 5 % and 95 % points
        return f"({low}..{high} as normal)", stats.norm(
            (low + high) / 2, width / 2 / stats.norm.ppf(0.95))
    if kind == "lognormal":
        gsd = round(chance.uniform(1.05, 2.5), 3)
        return f"lognormal({low}, {gsd})", stats.lognorm(math.log(gsd), scale=low)
    if kind == "as lognormal":
        sigma = math.log(high / low) / 2 / stats.norm.ppf(0.95)
        return f"({low}..{high} as lognormal)", stats.lognorm(sigma, scale=math.sqrt(low * high))
    if kind == "uniform":
        return f"uniform({low}, {high})", stats.uniform(low, width)
    if kind == "as uniform":
        return f"({low}..{high} as uniform)", stats.uniform(low, width)
    if kind == "triangular":
        return f"triangular({low}, {mode}, {high})", stats.triang((mode - low) / width, low, width)
    if kind == "pert":
        a, b = 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width
        return f"pert({low}, {mode}, {high})", stats.beta(a, b, low, width)
    a, b = round(chance.uniform(0.6, 9), 2), round(chance.uniform(0.6, 9), 2)
    if kind == "beta":
        return f"beta({a}, {b})", stats.beta(a, b)
    if kind == "beta4":
        return f"beta({a}, {b}, {low}, {high})", stats.beta(a, b, low, width)
    weights = [chance.randint(1, 9) for _ in range(4)]
    values = [round(low + i * width, 3) for i in range(4)]
    total = sum(weights)
    chances = [w / total for w in weights]
    made = stats.rv_discrete(values=(range(4), chances))
    return f"discrete({values}, {weights})", Discrete(values, chances)


class Discrete:
    """A few values with their probabilities, asked like a distribution of scipy."""

    def __init__(self, values, chances):
        self.values, self.chances = values, chances

    def mean(self):
        return sum(v * c for v, c in zip(self.values, self.chances))

    def std(self):
        return math.sqrt(sum(c * (v - self.mean()) ** 2 for v, c in zip(self.values, self.chances)))

    def cdf(self, x):
        return sum(c for v, c in zip(self.values, self.chances) if v <= x + 1e-9 * abs(x))


def run(seed, count):
    stats, = oracle.package("scipy.stats")
    chance = random.Random(f"{seed} distributions")
    tally = oracle.Tally("scipy")
    cases = []
    for _ in range(max(1, count // 4)):
        text, distribution = made(chance, stats)
        share = round(chance.uniform(0.01, 0.99), 4)
        at = chance.uniform(float(distribution.mean() - 2 * distribution.std()),
                            float(distribution.mean() + 2 * distribution.std()))
        for asked in [f"quantile({text}, {share})", f"mean({text})", f"sd({text})",
                      f"prob({text} <= {at:.6f})"]:
            cases.append((asked, distribution, share, round(at, 6)))
    for (asked, distribution, share, at), mine in zip(
            cases, oracle.answers([asked for asked, *_ in cases])):
        value = mine.get("value") if isinstance(mine, dict) else None
        if isinstance(value, dict):
            value = value.get("probability")
        if isinstance(value, bool):
            value = float(value)
        if value is None:
            tally.check(False, f"{asked}: {mine}")
            continue
        sd = float(distribution.std())
        if asked.startswith("quantile"):
            if isinstance(distribution, Discrete):
                below = distribution.cdf(value * (1 - 1e-6) - 1e-6)
                right = below - 1e-3 <= share <= distribution.cdf(value) + 1e-3
            else:
                right = abs(distribution.cdf(value) - share) <= 1e-3
            expected = f"at {share}"
        elif asked.startswith("mean"):
            expected = float(distribution.mean())
            right = abs(value - expected) <= 1e-3 * sd
        elif asked.startswith("sd"):
            expected = sd
            # long tails are seen by few points: as far off as tj says, six times over
            right = abs(value - expected) <= max(5e-3 * sd, 6 * mine.get("error", 0))
        else:
            expected = float(distribution.cdf(at))
            right = abs(value - expected) <= 1e-3
        tally.check(right, f"{asked}: {value}, scipy {expected}")
    yield tally
