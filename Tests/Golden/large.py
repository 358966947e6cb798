"""Texts of megabytes: each must get its one error, or its answer, and soon.

They are made here, since nobody wants them in the repository. What comes is compared with what is
written below: the first line of the message, and the exit status. A text that has not been answered
after a minute counts as a hang.
"""

import tempfile
from pathlib import Path

import tool

MEGA = 1_000_000

def functions(body, count=189):
    """Functions that call one another, the call in the middle of a deeply nested body."""
    lines = ["f0(x) = x"] + [f"f{i}(x) = {body.replace('?', f'f{i - 1}(x)')}" for i in range(1, count + 1)]
    return "\n".join(lines) + f"\nf{count}(2)"


CASES = {
    # name: (text, what stands on standard output, first words of the message, exit status)
    "a line of 10 MB that is one word": (
        "a" * 10 * MEGA, "", "error: `" + "a" * 57 + "…` is not defined", 1),
    "a line of 10 MB that is one sum": (
        "1+" * 5 * MEGA + "1", "", "error: ", 1),
    "a line of 10 MB that is one list": (
        "sum([" + ",".join(["1234567"] * (10 * MEGA // 8)) + "])", "1543208750000\n", "", 0),
    "a line of 10 MB that is one string": (
        'x = "' + "b" * 10 * MEGA + '"; 1 + 2', "3\n", "", 0),
    "a script so long that it is read twice": (
        "unit lap = 400 m, also laps\nuse energy\nway = 3 laps\n" + ("# " + "c" * 998 + "\n") * 5_000
        + "unit mile_run = 1609 m\nuse scope\nway -> m\n2 mile_run -> lap\n1 kettle -> J\n",
        "1200 m\n8.045 lap\n150784 J\n", "", 0),
    "a hundred thousand slips in a line": (
        "1+;" * 100_000, "", "error: a value must follow `+`", 1),
    "a hundred thousand fields": (
        "a" + ".a" * 100_000, "", "error: `a.a.a.a", 1),
    "a hundred thousand accents on one letter": (
        "a" + "\u0301" * 100_000, "", "error: ", 1),
    "a unit of a million letters": (
        "3 " + "k" * MEGA, "", "error: `" + "k" * 57 + "…` is no unit and no name", 1),
    "functions in functions, twenty levels each": (
        functions("(1 + " * 20 + "?" + ")" * 20), f"{2 + 20 * 189}\n", "", 0),
    "functions in functions, sixty levels each": (
        functions("if x > 1 then (" * 60 + "?" + ") else 0" * 60), "",
        "error: the formula is longer than ", 1),
    "a hundred thousand opening brackets": (
        "(" * 100_000, "", "error: brackets, signs or `if`s are nested more than 200 deep", 1),
    "a hundred thousand closing brackets": (
        ")" * 100_000, "", "error: ", 1),
}


def log(repeated):
    """A table too large to be kept, with one row twice."""
    lines = [f"{i},100.25" for i in range(1_000_000)]
    lines[repeated] = lines[repeated - 1]
    return "time [s],power [W]\n" + "\n".join(lines) + "\n" + "1000001,0\n" * 2


# name: (table, script, first words of the message)
TABLES = {
    "ten thousand columns and one": (
        lambda: ",".join(f"c{i}" for i in range(10_001)) + "\n", 'read_csv("large.csv")',
        "error: `large.csv`, line 1: 10001 columns, and 10000 is the limit"),
    "a record of 40 MB": (
        lambda: "a,b\n1,2\n1," + "x" * 40 * MEGA + "\n", 'read_csv("large.csv")',
        "error: `large.csv`, line 3: longer than 16 MiB"),
    "a row twice in a table of 17 MB": (
        lambda: log(500_000).replace("time [s]", "timestamp [s]"),
        'log = read_csv("large.csv"); sum(log.power)',
        "error: `large.csv`, line 500002: the same as line 500001"),
}


def checks(root):
    for name, case in CASES.items():
        yield f"large/{name}", lambda program, case=case: check(program, *case)
    for name, (table, script, wanted) in TABLES.items():
        yield f"large/{name}", lambda program, table=table, script=script, wanted=wanted: check(
            program, script, "", wanted, 1, {"large.csv": table().encode()})
    # its bytes are never read
    yield "large/a script of more than 256 MiB", lambda program: check(
        program, 'use "huge.tj"', "", "error: `huge.tj` is larger than 256 MiB", 1, {"huge.tj": None})


def check(program, text, wanted_out, wanted_err, wanted_code, files={}):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            with open(Path(folder, name), "wb") as file:
                if content is None:
                    file.truncate(257 << 20)
                else:
                    file.write(content)
        Path(folder, "large.tj").write_text(text + "\n")
        out, err, code = tool.run(program, ["large.tj"], folder, "")
    complaint = ""
    if out != wanted_out:
        complaint += f"standard output: {out[:200]!r} instead of {wanted_out!r}\n"
    if wanted_err and not err.startswith(wanted_err) or bool(err) != bool(wanted_err):
        complaint += f"standard error: {err[:300]!r} instead of {wanted_err!r} …\n"
    if len(err) > 20_000:
        complaint += f"standard error has {len(err)} characters\n"
    if code != wanted_code:
        complaint += f"exit status {code} instead of {wanted_code}\n"
    return complaint
