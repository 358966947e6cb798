"""What the oracles share: asking tj, comparing numbers, and what happens where a program is missing."""

import json
import os
import shutil
import subprocess
import tempfile

TJ = None


class Missing(Exception):
    """A program or a package that answers is not there."""


def program(name):
    path = shutil.which(name)
    if path is None:
        raise Missing(f"{name} is not installed")
    return path


def package(*names):
    """The packages, or Missing."""
    import importlib
    try:
        return [importlib.import_module(name) for name in names]
    except ImportError as error:
        raise Missing(f"the package {error.name} is not installed") from error


def answers(lines, before=""):
    """What tj answers to each line: an object of docs/json.md, or the text of its error."""
    result = []
    script = before + "\n" if before else ""
    marks = [f'print "line {i}"\n{line}' for i, line in enumerate(lines)]
    rest = marks
    # an error ends a script: what follows is run again without it
    while rest:
        with tempfile.NamedTemporaryFile("w", suffix=".tj") as file:
            file.write(script + "\n".join(rest) + "\n")
            file.flush()
            done = subprocess.run([TJ, "--format", "json", file.name], capture_output=True, text=True)
        said = [json.loads(line) for line in done.stdout.splitlines()]
        count = 0
        value = None
        for one in said:
            if one["kind"] == "text" and one["text"].startswith("line "):
                if count:
                    result.append(value)
                count, value = count + 1, None
            else:
                value = one
        if count == 0:
            raise SystemExit(f"tj says nothing: {done.stderr[:500]}")
        if done.returncode != 0:
            value = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "?"
        result.append(value)
        rest = rest[count:]
    return result


def close(a, b, share, slack=0.0):
    """Equal to within a share of their size, or a slack of the caller's."""
    return a == b or abs(a - b) <= share * max(abs(a), abs(b)) + slack


class Tally:
    """How many were compared, and what differed."""

    def __init__(self, name):
        self.name, self.compared, self.left_out, self.faults = name, 0, 0, []

    def check(self, is_right, what):
        self.compared += 1
        if not is_right:
            self.faults.append(what)

    def leave_out(self):
        self.left_out += 1
