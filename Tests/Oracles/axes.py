"""Values along axes beside NumPy arrays whose units pint keeps."""

import random

import oracle

UNITS = {
    "power": ["W", "kW", "MW"], "duration": ["s", "h", "day"], "energy": ["J", "kWh", "MJ"],
    "length": ["m", "km", "mm"], "force": ["N", "kN"], "number": [""],
}
RULES = {
    "energy": [("power", "*", "duration"), ("force", "*", "length"), ("number", "*", "energy")],
    "power": [("energy", "/", "duration"), ("number", "*", "power")],
    "duration": [("energy", "/", "power")], "length": [("energy", "/", "force")],
    "force": [("energy", "/", "length")],
    "number": [("energy", "/", "energy"), ("power", "/", "power"), ("number", "*", "number")],
}
SIZES = {"p": 3, "q": 4}


class Maker:
    """Definitions of tj, the same as pint arrays of shape (p, q), and formulas for both."""

    def __init__(self, chance, np, units):
        self.chance, self.np, self.units = chance, np, units
        self.lines = ["p = [1, 2, 3]", "q = [10, 20, 30, 40]"]
        self.values = {}
        for kind in UNITS:
            for axis in ["", "p", "q"]:
                self.define(kind, axis)

    def define(self, kind, axis):
        chance, np = self.chance, self.np
        name = f"{kind}_{axis or 'one'}"
        unit = chance.choice(UNITS[kind])
        numbers = [round(chance.uniform(1, 100), 3) for _ in range(SIZES.get(axis, 1))]
        text = f"[{', '.join(map(str, numbers))}]" if axis else str(numbers[0])
        self.lines.append(f"{name} = {text} {unit}".rstrip() + (f" over {axis}" if axis else ""))
        array = np.array(numbers)
        array = array[:, None] if axis == "p" else array[None, :] if axis == "q" else array[None]
        self.values[name] = array * self.units(unit or "dimensionless")

    def formula(self, kind, depth):
        """The text and the value, an array that broadcasts."""
        chance, np = self.chance, self.np
        if depth == 0:
            name = f"{kind}_{chance.choice(['one', 'p', 'q'])}"
            return name, self.values[name]
        choice = chance.randint(0, 6)
        if choice <= 1:
            (a, x), (b, y) = self.formula(kind, depth - 1), self.formula(kind, depth - 1)
            return (f"({a} + {b})", x + y) if choice else (f"({a} - {b})", x - y)
        if choice <= 4:
            left, sign, right = chance.choice(RULES[kind])
            (a, x), (b, y) = self.formula(left, depth - 1), self.formula(right, 0)
            return f"({a} {sign} {b})", x * y if sign == "*" else x / y
        (a, x), (b, y) = self.formula(kind, depth - 1), self.formula(kind, 0)
        y = y.to(x.units)
        if choice == 5:
            return f"max({a}, {b})", np.maximum(x, y)
        return f"(if {a} < {b} then {a} else {b})", np.minimum(x, y)

    def reduced(self, text, value):
        """The formula over an axis that it may vary along, or as it is."""
        np = self.np
        choice = self.chance.randint(0, 4)
        if choice == 0:
            return text, value
        name, function = self.chance.choice([
            ("sum", np.sum), ("mean", np.mean), ("min", np.min), ("max", np.max),
            ("median", np.median)])
        axes = [axis for axis, size in zip("pq", value.shape) if size > 1]
        if not axes:
            return text, value
        axis = self.chance.choice(axes)
        number = "pq".index(axis)
        numbers = function(value.magnitude, axis=number, keepdims=True)
        return f"{name}({text} over {axis})", numbers * value.units


def run(seed, count):
    np, pint = oracle.package("numpy", "pint")
    registry = pint.UnitRegistry()
    tally = oracle.Tally("NumPy and pint")
    rounds = max(1, count // 50)
    for number in range(rounds):
        chance = random.Random(f"{seed} axes {number}")
        maker = Maker(chance, np, registry.Unit)
        asked = []
        for _ in range(50):
            kind = chance.choice(list(UNITS))
            text, value = maker.reduced(*maker.formula(kind, chance.randint(1, 3)))
            unit = chance.choice(UNITS[kind])
            asked.append((f"({text}) -> {unit or '1'}", value.to(unit or "dimensionless")))
        ours = oracle.answers([text for text, _ in asked], "\n".join(maker.lines))
        for (text, value), mine in zip(asked, ours):
            expected = value.magnitude
            if not isinstance(mine, dict):
                tally.check(not np.all(np.isfinite(expected)), f"{text}: {mine}")
                continue
            numbers = np.array(mine["values"] if "values" in mine else mine["value"], dtype=float)
            names = [axis["name"] for axis in mine.get("axes", [])]
            if names == ["q", "p"]:
                numbers = numbers.T
            shape = tuple(SIZES[a] if a in names else 1 for a in "pq")
            scale = np.max(np.abs(expected))
            right = numbers.size == np.prod(shape) and np.allclose(
                numbers.reshape(shape), expected, rtol=1e-9, atol=1e-9 * scale)
            tally.check(right, f"{text}: {mine['text']}, NumPy {expected.tolist()}")
    yield tally
