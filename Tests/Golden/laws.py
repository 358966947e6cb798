"""Laws that hold for every example and every golden script that runs without an error.

    reads back   what is printed, typed in again and shown in its unit, prints the same
    saved        a session that is saved and loaded gives the same file and the same values
    checked      `tj check` finds no error
    formatted    what `tj fmt` writes is read as before, keeps its comments, and is in order
"""

import json
import re
import shutil
import tempfile
from pathlib import Path

import tool


def checks(root):
    yield "laws/reads back", lambda program: each(program, root, reads_back)
    yield "laws/saved", lambda program: each(program, root, saved)
    yield "laws/checked", lambda program: each(program, root, checked)
    yield "laws/formatted", lambda program: each(program, root, formatted)


def each(program, root, law):
    complaint, count = "", 0
    for script in [*sorted((root / "examples").rglob("*.tj")),
                   *sorted((root / "Tests" / "Golden").glob("*/*.tj"))]:
        # what is made to reach a limit reaches none without it
        arguments = script.with_suffix(".args")
        if arguments.exists() and re.search("--limit|--sandbox", arguments.read_text()):
            continue
        if tool.run(program, [script.name], script.parent)[2] == 0:
            wrong = law(program, script)
            complaint += f"{script.relative_to(root)}\n{wrong}" if wrong else ""
            count += 1
    return complaint if count > 10 else f"{complaint}only {count} scripts run without an error\n"


def values(program, arguments, folder, kinds=("value",)):
    """What comes out as JSON objects of some kinds, and the messages."""
    out, err, _ = tool.run(program, ["--format", "json", *arguments], folder)
    results = [json.loads(line) for line in out.splitlines()]
    return [result for result in results if result["kind"] in kinds], err


def checked(program, script):
    """What runs without an error has none that `tj check` could find; a journal is no script."""
    if script.read_text().startswith("#@"):
        return ""
    _, err, code = tool.run(program, ["check", script.name], script.parent)
    return err if code != 0 else ""


def formatted(program, script):
    """A script put in order reads as it did, and is in order."""
    text = script.read_text()
    if text.startswith("#@"):
        return ""
    once, err, code = tool.run(program, ["fmt", "-"], script.parent, text)
    if code != 0:
        return err
    twice, _, _ = tool.run(program, ["fmt", "-"], script.parent, once)
    wrong = tool.difference(once, twice, "put in order twice")
    before, _, _ = tool.run(program, ["read", "-"], script.parent, text)
    after, _, _ = tool.run(program, ["read", "-"], script.parent, once)
    comments = lambda code: [line.rstrip() for line in re.findall(r"#.*", code)]
    wrong += "" if comments(text) == comments(once) else "comments are lost\n"
    return wrong + tool.difference(before, after, "how it is read")


def reads_back(program, script):
    printed, _ = values(program, [script.name], script.parent)
    texts, again = [], []
    for result in printed:
        # a list's axis may have been the script's for that line only (`with pue = [1, 2]`)
        # and what stands after a label's value is a comment; how sure a range is, is no part of it
        text = result["text"].split(" over ")[0].split("  # ")[0].removesuffix(" (outer bound)")
        # truths and texts have no unit; a long list or a grid prints as a table
        if result["unit"] is not None and "\n" not in text:
            texts.append(text)
            again += ["-e", f"{text} -> {result['unit']}" if result["unit"] else text]
    units = [script.name] if "\nunit " in script.read_text() else []
    came, err = values(program, [*units, *again], script.parent)
    if units:
        came = came[len(printed):]
    return tool.difference(
        "\n".join(texts), "\n".join(result["text"] for result in came), "printed again") + \
        "".join(line + "\n" for line in err.splitlines() if '"kind":"error"' in line)


def saved(program, script):
    with tempfile.TemporaryDirectory(prefix="tj-laws-") as home:
        # beside a copy of the script, so that what it uses is found
        folder = Path(home) / "session"
        shutil.copytree(script.parent, folder)
        first, second = folder / "first.tj", folder / "second.tj"
        for source, target in [(folder / script.name, first), (first, second)]:
            answer = save(program, source, target)
            if not target.exists():
                nothing = any("nothing is defined" in line for line in answer)
                return "" if nothing else f"{source.name} cannot be saved: {answer}\n"
        text = first.read_text()
        complaint = tool.difference(text, second.read_text(), "saved again")
        names = re.findall(r"^(\w+)(?:: [^=]*)? :?= ", text, re.MULTILINE)
        asked = [argument for name in names for argument in ("-e", name)]
        # a log is shown as a table
        kinds = ("value", "table")
        wanted, _ = values(program, [script.name, *asked], folder, kinds)
        came, _ = values(program, [first.name, *asked], folder, kinds)
        if not names:
            return complaint
        return complaint + tool.difference(
            "\n".join(map(str, wanted[-len(names):])), "\n".join(map(str, came[-len(names):])),
            "values")


def save(program, source, target):
    prompt = tool.Prompt(program, source.parent, target.parent)
    try:
        prompt.enter(f":load {source.name}")
        return prompt.enter(f":save {target}")
    finally:
        prompt.close()
