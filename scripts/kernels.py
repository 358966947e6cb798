#!/usr/bin/env python3
"""The numbers in Sources/CKernels that were fitted: writes strata.h, prints those of exp.

  scripts/kernels.py       needs python3-mpmath; takes 10 seconds

Each polynomial goes through the function at Chebyshev's points, at 60 digits, and is then rounded.
"""
import os
from statistics import NormalDist

from mpmath import cos, erfc, exp, log, mp, mpf, pi, sqrt

mp.dps = 60
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# the strata s/64 .. (s + 1)/64 from the middle out: first, last, degree
TIERS = [(16, 31, 7), (8, 15, 9), (4, 7, 11), (2, 3, 13), (1, 1, 17)]


def quantile(p):
    """The standard normal quantile of p <= 1/2, by Halley's method."""
    z = mpf(NormalDist().inv_cdf(float(p)))
    for _ in range(6):
        step = (erfc(-z / sqrt(mpf(2))) / 2 - p) * sqrt(2 * pi) * exp(z * z / 2)
        z -= step / (1 + z * step / 2)
    return z


def fitted(f, low, high, degree):
    """The coefficients, from the constant one on."""
    n = degree + 1
    xs = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * n)) for k in range(n)]
    differences = [f(x) for x in xs]
    for j in range(1, n):
        for i in range(n - 1, j - 1, -1):
            differences[i] = (differences[i] - differences[i - 1]) / (xs[i] - xs[i - j])
    found = [mpf(0)]
    for x, difference in zip(reversed(xs), reversed(differences)):
        product = [mpf(0)] + found
        for k, c in enumerate(found):
            product[k] -= c * x
        product[0] += difference
        found = product
    return found[:n]


def stratum(s, degree):
    """Around the middle of a stratum; of the last one around 1/2, from where on it is odd."""
    if s == 31:
        squares = fitted(lambda u: quantile(mpf("0.5") + sqrt(u)) / sqrt(u), mpf(0), mpf(1) / 4096,
                         (degree - 1) // 2)
        return [c for square in squares for c in (mpf(0), square)]
    middle = mpf(2 * s + 1) / 128
    return fitted(lambda x: quantile(middle + x), mpf(-1) / 128, mpf(1) / 128, degree)


def table(first, last, degree):
    rows = []
    for s in range(first, last + 1):
        line = "    {"
        for k, c in enumerate(reversed(stratum(s, degree))):
            number = repr(float(c)) + ("}," if k == degree else ", ")
            if len(line + number.rstrip()) > 100:
                rows.append(line.rstrip())
                line = "     "
            line += number
        rows.append(line)
    head = f"static const double strata_{first}[{last - first + 1}][{degree + 1}] = {{"
    return "\n".join([head] + rows + ["};"])


def main():
    lines = [
        "/* Written by scripts/kernels.py: do not edit.",
        "",
        "   The normal quantile of p in s/64 .. (s + 1)/64, as a polynomial in p less the middle of",
        "   the stratum, for s = 31 in p - 1/2; the highest power first. Each is within 5.3e-16 of it. */",
    ]
    text = "\n".join(lines + [table(*tier) for tier in TIERS]) + "\n"
    with open(os.path.join(ROOT, "Sources", "CKernels", "strata.h"), "w") as f:
        f.write(text)
    half = log(mpf(2)) / 2 * mpf("1.0001")
    print("exp:", [float(c) for c in fitted(lambda r: (exp(r) - 1 - r) / r**2, -half, half, 9)])


if __name__ == "__main__":
    main()
