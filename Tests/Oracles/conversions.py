"""Conversions and expressions beside GNU units and qalc."""

import os
import random
import subprocess
import tempfile

import oracle

# as tj, GNU units and qalc spell them; None: that one has another idea of the word, or none
UNITS = {
    "energy": [("J", "J", "J"), ("kWh", "kWh", "kWh"), ("MJ", "MJ", "MJ"), ("Wh", "Wh", "Wh"),
               ("eV", "eV", "eV"), ("GWh", "GWh", "GWh"), ("mJ", "mJ", "mJ")],
    "power": [("W", "W", "W"), ("kW", "kW", "kW"), ("MW", "MW", "MW"), ("GW", "GW", "GW"),
              ("J/s", "J/s", "J/s"), ("kWh/day", "kWh/day", "kWh/d"), ("hp", "hp", None)],
    "length": [("m", "m", "m"), ("km", "km", "km"), ("mile", "mile", "mile"), ("ft", "ft", "ft"),
               ("inch", "inch", "in"), ("yard", "yard", "yd"), ("mm", "mm", "mm"), ("au", "au", None)],
    "duration": [("s", "s", "s"), ("min", "min", "min"), ("h", "hour", "h"), ("day", "day", "d"),
                 ("ms", "ms", "ms"), ("week", "week", "week"), ("µs", "us", "us")],
    "mass": [("kg", "kg", "kg"), ("g", "g", "g"), ("tonne", "tonne", "tonne"), ("lb", "lb", "lb"),
             ("mg", "mg", "mg"), ("oz", "oz", "oz")],
    "information": [("bit", "bit", "bit"), ("byte", "byte", "byte"), ("GB", "GB", "GB"),
                    ("GiB", "GiB", "GiB"), ("MB", "MB", "MB"), ("KiB", "KiB", "KiB"),
                    ("TB", "TB", "TB")],
    "pressure": [("Pa", "Pa", "Pa"), ("bar", "bar", "bar"), ("kPa", "kPa", "kPa"),
                 ("psi", "psi", "psi"), ("atm", "atm", "atm")],
    "volume": [("L", "L", "L"), ("m^3", "m^3", "m^3"), ("mL", "mL", "mL"), ("cm^3", "cm^3", "cm^3")],
    "force": [("N", "N", "N"), ("kN", "kN", "kN"), ("lbf", "lbf", "lbf")],
    "charge": [("C", "C", "C"), ("Ah", "A hour", "A*h"), ("mAh", "mA hour", "mA*h")],
    "voltage": [("V", "V", "V"), ("mV", "mV", "mV"), ("kV", "kV", "kV")],
}
# kind = left sign right
PRODUCTS = [("energy", "power", "*", "duration"), ("power", "energy", "/", "duration"),
            ("energy", "force", "*", "length"), ("energy", "pressure", "*", "volume"),
            ("force", "energy", "/", "length"), ("energy", "charge", "*", "voltage"),
            ("duration", "energy", "/", "power"), ("pressure", "energy", "/", "volume")]


def number(chance):
    return f"{chance.uniform(1, 10) * 10 ** chance.randint(-6, 6):.{chance.randint(1, 12)}g}"


class Maker:
    """Makes a quantity as a triple of texts: for tj, units, qalc."""

    def __init__(self, chance, column):
        self.chance, self.column = chance, column

    def unit(self, kind):
        return self.chance.choice([u for u in UNITS[kind] if u[self.column] is not None])

    def quantity(self, kind, depth):
        chance = self.chance
        if depth == 0:
            value, unit = number(chance), self.unit(kind)
            return [f"({value} {name})" for name in unit]
        choice = chance.randint(0, 7)
        if choice <= 1:
            sign = chance.choice("+-")
            return self.joined(sign, kind, kind, depth)
        if choice <= 4:
            rules = [r for r in PRODUCTS if r[0] == kind]
            if rules:
                _, left, sign, right = chance.choice(rules)
                return self.joined(sign, left, right, depth)
        if choice == 5:
            factor = number(chance)
            return [f"({factor} * {x})" for x in self.quantity(kind, depth - 1)]
        if choice == 6:
            # the root of a product of two is one of it
            a, b = self.quantity(kind, depth - 1), self.quantity(kind, 0)
            share = f"sqrt({a[0]} / {b[0]})^2", f"sqrt({a[1]} / {b[1]})^2", f"sqrt({a[2]} / {b[2]})^2"
            if "-" not in a[0]:
                return [f"({s} * {x})" for s, x in zip(share, b)]
        return self.quantity(kind, depth - 1)

    def joined(self, sign, left, right, depth):
        a, b = self.quantity(left, depth - 1), self.quantity(right, self.chance.randint(0, depth - 1))
        return [f"({x} {sign} {y})" for x, y in zip(a, b)]


def made(chance, column, count):
    """Triples of an expression and the unit that it is asked for in."""
    maker = Maker(chance, column)
    made = []
    for i in range(count):
        kind = chance.choice(list(UNITS))
        # every second one is a bare conversion
        quantity = maker.quantity(kind, 0 if i % 2 else chance.randint(1, 3))
        made.append((quantity, maker.unit(kind)))
    return made


def compare(name, chance, count, column, ask):
    tally = oracle.Tally(name)
    cases = made(chance, column, count)
    ours = oracle.answers([f"({q[0]}) -> {u[0]}" for q, u in cases])
    theirs = ask([q[column] for q, _ in cases], [u[column] for _, u in cases])
    for (quantity, unit), mine, other in zip(cases, ours, theirs):
        line = f"{quantity[0]} -> {unit[0]}"
        value = mine.get("value") if isinstance(mine, dict) else None
        if other is None or value is None:
            tally.check(other is None and value is None, f"{line}: {mine}, {name} {other}")
            continue
        # digits go where a difference of near equals is taken: both compute in double precision
        slack = 1e-11 * abs(other) if "-" not in quantity[0] else 1e-6 * abs(other) + 1e-9
        tally.check(abs(value - other) <= slack, f"{line}: {value}, {name} {other}")
    return tally


def ask_units(have, want):
    """One process; a line for each pair."""
    text = "".join(f"{a}\n{b}\n" for a, b in zip(have, want))
    done = subprocess.run([oracle.program("units"), "-t", "-d", "15"], input=text,
                          capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return numbers(done.stdout, len(have))


def ask_qalc(have, want):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        # the quotient by the unit is a plain number, without qalc's own choice of a unit
        file.write("".join(f"({a}) / (1 {b})\n" for a, b in zip(have, want)))
        file.flush()
        done = subprocess.run(
            [oracle.program("qalc"), "-t", "-s", "unicode off", "-s", "precision 17",
             "-s", "digit grouping 0", "-s", "approximation 2", "-f", file.name],
            capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return numbers(done.stdout, len(have))


def numbers(text, count):
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) != count:
        raise SystemExit(f"{count} questions, {len(lines)} answers: {text[:300]}")
    found = []
    for line in lines:
        try:
            found.append(float(line))
        except ValueError:
            found.append(None)
    return found


def run(seed, count):
    for column, (name, ask) in enumerate([("units", ask_units), ("qalc", ask_qalc)], 1):
        oracle.program(name)
        yield compare(name, random.Random(f"{seed} {name}"), count, column, ask)
