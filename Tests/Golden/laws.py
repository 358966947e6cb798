"""Laws that hold for every example and golden script that runs without an error.

    reads back   what is printed, typed in again after the script, prints the same
    saved        a session that is saved and loaded gives the same file and the same values
"""

import json
import re
import tempfile
from pathlib import Path

import tool


def checks(root):
    yield "laws/reads back", lambda program: each(program, root, reads_back)
    yield "laws/saved", lambda program: each(program, root, saved)


def each(program, root, law):
    complaint = ""
    for script in [*sorted((root / "examples").glob("*.tj")),
                   *sorted((root / "Tests" / "Golden").glob("*/*.tj"))]:
        if not any(script.with_suffix(end).exists() for end in (".err", ".code", ".args")):
            wrong = law(program, script)
            complaint += f"{script.relative_to(root)}\n{wrong}" if wrong else ""
    return complaint


def values(program, arguments, folder):
    """The quantities that come out, as JSON objects."""
    out, err, _ = tool.run(program, ["--format", "json", *arguments], folder)
    results = [json.loads(line) for line in out.splitlines()]
    return [result for result in results if result["kind"] == "value"], err


def quantities(program, arguments, folder):
    found, err = values(program, arguments, folder)
    return [result for result in found if result["unit"] is not None], err


def reads_back(program, script):
    printed, _ = quantities(program, [script.name], script.parent)
    # without ` = ` of a name; long lists and grids print as tables
    texts = [result["text"].split(" = ")[-1] for result in printed]
    texts = [text for text in texts if "\n" not in text and "(outer bound)" not in text]
    again = []
    for text in texts:
        again += ["-e", text]
    came, err = quantities(program, [script.name, *again], script.parent)
    return tool.difference(
        "\n".join(texts), "\n".join(result["text"] for result in came[len(printed):]) + err,
        "printed again")


def saved(program, script):
    with tempfile.TemporaryDirectory(prefix="tj-laws-") as folder:
        first, second = Path(folder) / "first.tj", Path(folder) / "second.tj"
        save(program, script, first)
        save(program, first, second)
        text = first.read_text()
        complaint = tool.difference(text, second.read_text(), "saved again")
        names = re.findall(r"^(\w+)(?:: [^=]*)? :?= ", text, re.MULTILINE)
        asked = []
        for name in names:
            asked += ["-e", name]
        wanted, _ = values(program, [script.name, *asked], script.parent)
        came, _ = values(program, [first.name, *asked], folder)
        count = len(names)
        return complaint + tool.difference(
            "\n".join(map(str, wanted[-count:])), "\n".join(map(str, came[-count:])), "values")


def save(program, script, target):
    prompt = tool.Prompt(program, script.parent, target.parent)
    try:
        prompt.enter(f":load {script.name}")
        prompt.enter(f":save {target}")
    finally:
        prompt.close()
