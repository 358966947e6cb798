"""The syntax files for editors, made from the tables that the lexer and the unit table are made from.

Words come from `Sources/Syntax/Word.swift`, functions and constants from `Engine/Checking/Library.swift`,
units from `Sources/Units/Definitions`, prefixes from `Sources/Units/Prefix.swift`. `scripts/embed` writes the files and checks that they are current.
"""

import json
import re


def words(root):
    """The words of the language by what they are."""
    text = (root / "Sources/Syntax/Word.swift").read_text(encoding="utf-8")
    listed = re.search(r"static let spellings = \[(.*?)\]", text, re.S).group(1)
    all_words = re.findall(r'"([^"]+)"', listed)

    def between(first, last):
        return all_words[all_words.index(first):all_words.index(last) + 1]

    return {
        "multiplier": between("hundred", "trillion"),
        "reserved": [w for w in between("if", "maximize")],
        "statement": between("table", "histogram"),
        "inner": between("format", "hint"),
        "answer": ["ans"],
    }


def functions(root):
    text = (root / "Sources/Engine/Checking/Library.swift").read_text(encoding="utf-8")
    start = text.index("package static let help:")
    names = re.findall(r'\(\s*"([a-z_0-9]+)",', text[start:])
    return [n for n in names if n != "pi"], ["pi", "true", "false"]


def units(root, declarations):
    """(names that take prefixes, names that take none), longest first."""
    with_prefixes, without = set(), set()
    for path in sorted((root / "Sources/Units/Definitions").glob("*.tj")):
        for _, _, name, _, clauses in declarations(path)[1]:
            names = {name}
            for key in ("short", "long", "also"):
                names.update(clauses.get(key, []))
            (with_prefixes if clauses.get("prefixes") else without).update(names)
    order = lambda names: sorted(names, key=lambda n: (-len(n), n))
    return order(with_prefixes), order(without - with_prefixes)


def prefixes(root):
    """What stands before symbols and before words, as patterns."""
    text = (root / "Sources/Units/Prefix.swift").read_text(encoding="utf-8")
    rows = re.findall(r'Prefix\((?:binary: )?"([^"]+)", "([^"]+)"([^)]*)\)', text)
    short = [symbol for symbol, _, _ in rows]
    for _, _, variants in rows:
        short += re.findall(r'"([^"]+)"', variants)
    short.sort(key=lambda one: -len(one))
    return "|".join(short + [word for _, word, _ in rows])


def textmate(root, declarations):
    kinds = words(root)
    calls, constants = functions(root)
    prefixed, plain = units(root, declarations)

    def any_of(names):
        return "|".join(re.escape(n).replace("/", r"\/") for n in names)

    prefix = f"(?:{prefixes(root)})?"
    atom = f"(?!(?:{any_of(kinds['reserved'])})\\b)(?:{any_of(plain)}|{prefix}(?:{any_of(prefixed)}))(?![\\p{{L}}\\d_])"
    power = r"(?:\^-?\d+|\^\(-?\d+/\d+\)|[⁻⁰¹²³⁴-⁹]+)?"
    multiplier = f"(?:(?:{any_of(kinds['multiplier'])}) )?"
    group = f"\\({atom}{power}(?: {atom}{power})*\\)"
    unit = f"{atom}{power}(?:(?: per |[/·*]| ){multiplier}(?:{group}|{atom}{power}))*"
    number = r"(?<![\p{L}\d_]|[^.]\.)(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?"

    def word(names):
        return f"(?<![\\p{{L}}\\d_.])(?:{any_of(names)})(?![\\p{{L}}\\d_])"

    grammar = {
        "comment": "Made by scripts/embed from the words of the lexer and the unit files.",
        "name": "tj",
        "scopeName": "source.tj",
        "fileTypes": ["tj"],
        "firstLineMatch": r"^#!.*\btj\b",
        "patterns": [{"include": "#statement"}, {"include": "#expression"}],
        "repository": {
            "statement": {"patterns": [
                {"match": r"^\s*##\s*source:.*$", "name": "comment.block.documentation.source.tj"},
                {"match": r"^\s*##(?!#).*$", "name": "comment.block.documentation.tj"},
                {"match": r"#.*$", "name": "comment.line.number-sign.tj"},
                {"match": r"^\s*(:[a-z]+)\b(.*?)(?=$|;|#)",
                 "captures": {"1": {"name": "keyword.control.command.tj"},
                              "2": {"name": "string.unquoted.tj"}}},
                {"match": f"(?:^|(?<=;))\\s*({any_of(kinds['statement'])})(?=\\s+[\\p{{L}}\\d_\"(\\[$.?-])",
                 "captures": {"1": {"name": "keyword.control.tj"}}},
                {"match": r"(?:^|(?<=[;{]))\s*([\p{L}_][\p{L}\d_]*)(?=\s*(?::(?!=)[^=]*)?:?=(?!=))",
                 "captures": {"1": {"name": "variable.other.definition.tj"}}},
                {"match": r"(?:^|(?<=;))\s*([\p{L}_][\p{L}\d_]*)(?=\([^()]*\)\s*=(?!=))",
                 "captures": {"1": {"name": "entity.name.function.tj"}}},
            ]},
            "expression": {"patterns": [
                {"begin": '"""', "end": '"""', "name": "string.quoted.triple.tj"},
                {"begin": '"', "end": '"|$', "name": "string.quoted.double.tj", "patterns": [
                    {"match": r'\\["\\nt{}]|\{\{|\}\}', "name": "constant.character.escape.tj"},
                    {"begin": r"\{", "end": r"(:[^}\"]*)?\}", "name": "meta.embedded.tj",
                     "endCaptures": {"1": {"name": "constant.other.format.tj"}},
                     "patterns": [{"include": "#expression"}]},
                ]},
                {"match": f"({number})(?:(\\s*[×*]?10\\^-?\\d+)|\\s+({any_of(kinds['multiplier'])}))?"
                          f"(?:\\s?(?:per |/)?({unit}))?",
                 "captures": {"1": {"name": "constant.numeric.tj"},
                              "2": {"name": "constant.numeric.tj"},
                              "3": {"name": "constant.numeric.multiplier.tj"},
                              "4": {"name": "support.type.unit.tj"}}},
                {"match": f"(->|→)\\s*({unit})?",
                 "captures": {"1": {"name": "keyword.operator.conversion.tj"},
                              "2": {"name": "support.type.unit.tj"}}},
                {"match": f"(?<=[\\])])\\s({unit})", "captures": {"1": {"name": "support.type.unit.tj"}}},
                {"match": word(kinds["reserved"]), "name": "keyword.operator.word.tj"},
                {"match": word(kinds["multiplier"]), "name": "constant.numeric.multiplier.tj"},
                {"match": word(kinds["inner"]) + r"(?=\s+[\p{L}\d\"(])", "name": "keyword.other.tj"},
                {"match": f"{word(calls)}(?=\\()", "name": "support.function.tj"},
                {"match": word(constants + kinds["answer"]) + r"|\bconst\.[A-Za-z_0-9]+",
                 "name": "constant.language.tj"},
                {"match": r"±|\+-|\.\.|<=|>=|==|!=|~=|:=|[-+*/^=<>×·÷−≤≥≠≈?]", "name": "keyword.operator.tj"},
            ]},
        },
    }
    return json.dumps(grammar, ensure_ascii=False, indent=2) + "\n"


def vim(root, declarations):
    kinds = words(root)
    calls, constants = functions(root)
    prefixed, plain = units(root, declarations)
    names = lambda all_names: [n for n in all_names if re.fullmatch(r"\w+", n)]
    signs = [n for n in plain + prefixed if not re.fullmatch(r"\w+", n)]

    def any_of(all_names):
        return "|".join(re.sub(r"([!-/:-@[-^`{-~])", r"\\\1", n) for n in all_names)

    def lines(command, all_names, width=95):
        out, line = [], command
        for name in all_names:
            if len(line) + len(name) + 1 > width:
                out.append(line)
                line = command
            line += " " + name
        return out + [line]

    out = [
        '" Vim syntax of tj. Made by scripts/embed from the words of the lexer and the unit files.',
        'if exists("b:current_syntax")', "  finish", "endif", "syntax case match",
        "setlocal iskeyword=@,48-57,_,170,181,186,192-214,216-246,248-255", "setlocal commentstring=#\\ %s", "",
    ]
    out += lines("syntax keyword tjWord", kinds["reserved"])
    out += lines("syntax keyword tjMultiplier", kinds["multiplier"])
    out += lines("syntax keyword tjConstant", constants + kinds["answer"])
    out += ["syntax match tjConstant /\\<const\\.\\w\\+/"]
    out += [
        f"syntax match tjStatement /\\v(^|;)\\s*\\zs({any_of(kinds['statement'])})\\ze\\s+[\"[:alnum:]_([$.?-]/",
        f"syntax match tjInner /\\v<({any_of(kinds['inner'])})>\\ze\\s+[\"[:alnum:](]/",
        f"syntax match tjFunction /\\v<({any_of(calls)})\\ze\\(/",
        "syntax match tjFunction /\\v(^|;)\\s*\\zs[[:alpha:]_]\\w*\\ze\\([^()]*\\)\\s*\\=[^=]/",
        "syntax match tjDefinition /\\v(^|[;{])\\s*\\zs[[:alpha:]_]\\w*\\ze\\s*(:[^=]*)?:?\\=[^=]/",
        "syntax match tjCommand /\\v^\\s*\\zs:\\a+/",
    ]
    atom = (
        f"%(%(%({any_of(kinds['reserved'])})>)@!%({any_of(names(plain))}|%({prefixes(root)})?%({any_of(names(prefixed))}))>"
        f"|{any_of(signs)})"
    )
    power = r"%(\^-?\d+|[⁻⁰¹²³⁴-⁹]+)?"
    many = any_of(kinds["multiplier"])
    group = f"\\({atom}{power}%( {atom}{power})*\\)"
    unit = f"{atom}{power}%(%( per |[\\/·*]| )%(%({many}) )?%({group}|{atom}{power}))*"
    number = r"%(\d[0-9_]*%(\.\d[0-9_]*)?|\.\d[0-9_]*)%([eE][+-]?\d+)?"
    out += [
        f"syntax match tjUnit /\\v{unit}/ contained",
        f"syntax match tjNumber /\\v%(\\w|[^.]\\.)@2<!{number}%( %({many})>)?/ nextgroup=tjUnit,tjGap",
        f"syntax match tjGap /\\v%( ?\\/| )\\ze{atom}/ contained nextgroup=tjUnit",
        "syntax match tjClose /[\\])]/ nextgroup=tjGap",
        f"syntax match tjArrow /\\v%(-\\>|→)\\s*/ nextgroup=tjUnit",
        'syntax region tjRaw start=/"""/ end=/"""/',
        'syntax region tjText start=/"\\%("\"\\)\\@!/ skip=/\\\\./ end=/"/ oneline contains=tjHole',
        "syntax region tjHole start=/{\\@<!{{\\@!/ end=/}/ contained oneline "
        "contains=tjNumber,tjFunction,tjWord,tjConstant,tjArrow",
        "syntax match tjComment /#.*/ contains=tjTodo",
        "syntax match tjDocumentation /^\\s*##.*/ contains=tjTodo",
        "syntax keyword tjTodo TODO FIXME contained", "",
    ]
    for group, kind in [
        ("Word", "Operator"), ("Multiplier", "Number"), ("Constant", "Constant"),
        ("Statement", "Statement"), ("Inner", "Keyword"), ("Function", "Function"),
        ("Definition", "Identifier"), ("Command", "PreProc"), ("Unit", "Type"), ("Number", "Number"),
        ("Arrow", "Operator"), ("Raw", "String"), ("Text", "String"), ("Hole", "Special"),
        ("Comment", "Comment"), ("Documentation", "SpecialComment"), ("Todo", "Todo"),
    ]:
        out.append(f"highlight default link tj{group} {kind}")
    return "\n".join(out + ["", 'let b:current_syntax = "tj"']) + "\n"


def files(root, declarations):
    """Every generated file with its text."""
    return [
        ("editors/vscode/syntaxes/tj.tmLanguage.json", textmate(root, declarations)),
        ("editors/vim/syntax/tj.vim", vim(root, declarations)),
    ]
