"""Golden scripts: a script and, beside it, what it prints.

A case is `<area>/NAME.tj`, run in its own folder as `tj NAME.tj`, or `<area>/NAME.args`, whose text
is the whole command line after `tj`. Beside it stand

    NAME.out    what it prints on standard output; nothing where the file is missing
    NAME.err    the same for standard error
    NAME.code   the exit status where it is not 0
    NAME.in     what it reads from standard input

Scripts in folders below an area are not cases: they are there to be used.
"""

import shlex

import tool


def checks(root):
    golden = root / "Tests" / "Golden"
    found = sorted({*golden.glob("*/*.tj"), *golden.glob("*/*.args")})
    # with both, NAME.args says how NAME.tj is run
    for case in found:
        if case.suffix == ".args" or not case.with_suffix(".args").exists():
            yield f"{case.parent.name}/{case.stem}", lambda program, case=case: check(program, case)


def check(program, case):
    def beside(suffix, otherwise=""):
        path = case.with_suffix(suffix)
        return path.read_text() if path.exists() else otherwise

    has_arguments = case.with_suffix(".args").exists()
    arguments = shlex.split(beside(".args")) if has_arguments else [case.name]
    out, err, code = tool.run(program, arguments, case.parent, beside(".in"))
    complaint = tool.difference(beside(".out"), out, "standard output")
    complaint += tool.difference(beside(".err"), err, "standard error")
    wanted = int(beside(".code", "0"))
    if code != wanted:
        complaint += f"exit status {code} instead of {wanted}\n"
    return complaint
