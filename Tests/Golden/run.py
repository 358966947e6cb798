#!/usr/bin/env python3
"""Runs everything that is written down with its output: run.py TJ [PART …].

    cases.py    Tests/Golden/<area>/*.tj and what they print
    blocks.py   the fenced `tj` blocks of README.md and docs/*.md
    prompts.py  Tests/Golden/<area>/*.prompt, sessions at the prompt
    laws.py     what is printed reads back; a saved session is the session
    large.py    texts of megabytes
    diagnostics.py  every error and note has a golden file

PART picks areas, pages and laws by a part of their name (`run.py tj units README`). Each failure is
shown as a difference; the exit status is 1 then. Nothing here records output: expected output is
worked out, written down by hand, and read.
"""

import os
import sys
from pathlib import Path

import blocks
import cases
import diagnostics
import large
import laws
import prompts

ROOT = Path(__file__).resolve().parents[2]


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    parts = sys.argv[2:]
    checks = [
        *cases.checks(ROOT), *prompts.checks(ROOT), *blocks.checks(ROOT), *laws.checks(ROOT),
        *large.checks(ROOT), *diagnostics.checks(ROOT)]
    count, failed = 0, []
    for name, check in checks:
        if parts and not any(part in name for part in parts):
            continue
        count += 1
        complaint = check(program)
        if complaint:
            failed.append(name)
            print(f"\n-- {name}\n{complaint.rstrip()}")
    if failed:
        print(f"\n{len(failed)} of {count} failed: {', '.join(failed)}")
    else:
        print(f"{count} passed")
    sys.exit(bool(failed) or not count)


if __name__ == "__main__":
    main()
