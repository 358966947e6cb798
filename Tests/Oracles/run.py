#!/usr/bin/env python3
"""Compares tj with other programs: run.py TJ [--seed N] [--count N] [PART …]."""

import argparse
import os
import sys

import oracle

HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = ["conversions", "axes", "distributions"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tj")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="all if none")
    parser.add_argument("--seed", type=int, help="of what is made by chance; 1 if none")
    parser.add_argument("--count", type=int, default=2000, help="comparisons with each program")
    options = parser.parse_args()
    # where pint, NumPy and scipy were installed for this
    python = os.path.join(os.path.dirname(os.path.dirname(HERE)), ".build/oracles/bin/python")
    if os.path.exists(python) and "TJ_ORACLES" not in os.environ:
        os.environ["TJ_ORACLES"] = "found"
        os.execv(python, [python, os.path.abspath(__file__), *sys.argv[1:]])

    oracle.TJ = os.path.abspath(options.tj)
    seed = 1 if options.seed is None else options.seed
    print(f"seed {seed}")
    failed = False
    for part in options.parts or PARTS:
        tallies = __import__(part).run(seed, options.count)
        while True:
            try:
                tally = next(tallies)
            except StopIteration:
                break
            except oracle.Missing as missing:
                print(f"{part}: SKIPPED, {missing}")
                failed = failed or os.environ.get("CI") == "true"
                break
            left = f", {tally.left_out} left out" if tally.left_out else ""
            print(f"{tally.name}: {tally.compared} compared, {len(tally.faults)} differ{left}")
            for fault in tally.faults[:10]:
                print(f"  {fault}")
            failed = failed or bool(tally.faults) or tally.compared == 0
    sys.exit(failed)


main()
