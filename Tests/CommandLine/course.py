"""The course's answers, worked out here and not by tj.

Each lesson is a list of questions in their order; a question is (number, unit) or ([numbers], unit)
for a list, ((low, high), unit) for a bracket, or a word. Behind it may stand wrong answers, each with
a part of what is said about it.

Figures: board powers 350 W (H100 PCIe) and 700 W (H100 SXM); throughputs of Mazurek and Gabriel
(2025); 1.5 and 3.0 kW, 36 J/t and 0.4 J/t of A. Clune (2025); PUE 1.09 and 0.999 L/kWh of Google's
fleet (EcoLogits 0.9.1), 44.18 and 614.98 g/kWh for France and Poland (same), $0.15/kWh, $2.50 an
hour for a card; Llama 3.3 70B has 70.554e9 parameters.
"""

KWH = 3.6e6
HOUR, DAY, YEAR = 3600.0, 86400.0, 365.25 * 86400
NODE = 4 * 700 * 1.1
BATCH = [1, 2, 4, 8]
RATES = [53.9, 102.9, 182.5, 319.8]
LONG, SHORT = 156.0, 319.8
MACHINE = 3000 / 156 * 1e6 / KWH  # kWh/Mt
ENERGY = 3000 / 319.8 * 1.09  # J/t

LESSONS = {
    1: [
        ((10 * 60, "J"), ("lamp", "That is power, J per second, and an energy is asked for"),
         ("true", "not a yes or no"), ('"abc"', "A value is asked for, not a text"),
         ("600", "write its unit, J"), ("10 J", "60"), ("lamp * 60", "That is power")),
        ((1000 * HOUR / 1e6, "MJ"), ("1000 J", "3600"), ("3.6 kJ", "1000"), ("3.6 J", "million")),
        ((3000 / 60, "Wh"), ("3 kWh", "60"), ("50 kWh", "1000"), ("50", "unit")),
        ((3000 * 60 / 10 / HOUR, "h"), ("5 min", "60"), ("5", "unit"),
         ("kettle / lamp", "without a unit"), ("lamp / (kettle * 1 min)", "on its head")),
        ((3 * 24, "kWh"), ("3 kWh", "24"), ("3 kW", "a watt is a rate"), ("72 Wh", "1000")),
        ((10500 * KWH / YEAR, "W"), ("10500 kWh", "joules are an amount"), ("1.2 W", "1000"),
         ("1 kW", "rounded too far")),
    ],
    2: [
        ((4 * 700, "W"), ("h100_sxm", "by the `4`"), ("2.8 W", "1000"), ("2800", "write its unit"),
         ("4 * h100_pcie", "2")),
        ((NODE, "W"), ("4 * h100_sxm", "`1.1`"), ("h100_sxm * 1.1", "by the `4`"),
         ("h100_sxm", "the `4` and the `1.1`"), ("3 kW", "rounded too far")),
        ((NODE, "J"), ("node", "That is power"), ("3080 Wh", "3600")),
        ((319.8 * 60, "t"), ("tput", "tokens per second"), ("319.8 t", "60"), ("19188", "unit")),
        ((NODE / 319.8, "J/t"), ("node", "did you forget to divide by `tput`, tokens per second?"),
         ("tput / node", "on its head"), ("9.63", "write its unit, J/t"),
         ("node / tput / 4", "the `4` of `node`"), ("node / 1.1 / tput", "the `1.1` of `node`"),
         ("2.675 J/t", "3.6"), ("9.63 J/kt", "1000"), ("9.63 J/Mt", "million"), ("9.63 Wh/t", "3600"),
         ("9 J/t", "6.6 % too low"), ("10 J/t", "rounded too far"), ("40 J/t", "4.2 times too large")),
        ((1500 / 41.8, "J/t"), ("1500 W", "divide"), ("41.8 t/s / 1500 W", "on its head"),
         ("5.36 J/t", "times too small")),
    ],
    3: [
        ((36e6, "J"), ("36 J", "million"), ("jt", "multiply"), ("36 kJ", "1000")),
        ((36e6 / KWH, "kWh"), ("36 kWh", "3.6"), ("10 Wh", "1000"), ("10", "unit"),
         ("36 Wh", "278 times too small")),
        ((KWH / 1e6, None), ("36", "times too large"), ("1/3.6", "on its head"),
         ("3.6 J/t", "a plain number is asked for"), ("3.6e6", "million")),
        ((9.4 / 3.6, "kWh/Mt"), ("9.4 * 3.6 kWh/Mt", "wrong way round"), ("9.4 kWh/Mt", "3.6"),
         ("2.6", "unit")),
        ((2.7 * 3.6, "J/t"), ("(2.7 / 3.6) J/t", "wrong way round"), ("2.7 / 3.6 J/t", "on its head"), ("2.7 J/t", "3.6")),
        ((1e12, None), ("10^6", "million"), ("3.6", "times too small")),
    ],
    4: [
        (((1500 / 53.9, 3000 / 53.9), "J/t"), ("1500 W / tput", "low end only"),
         ("3 kW / tput", "high end only"), ("55.66..27.83 J/t", "swapped"),
         ("27.83..50 J/t", "The low end is right"), ("20..55.66 J/t", "The high end is right"),
         ("node", "divide by `tput`"), ("27.83..55.66", "unit"),
         ("30 J/t", "One value is not enough")),
        (((1500 / 53.9 / 3.6, 3000 / 53.9 / 3.6), "kWh/Mt"), ("27.83..55.66 kWh/Mt", "3.6"),
         ("7.73..15.46 Wh/Mt", "1000")),
        ((1500 / 53.9, "J/t"), ("high(node / tput)", "the low one is asked for"),
         ("node / tput", "the low end of that range"), ("30 J/t", "too high"),
         ("20..27.8293 J/t", "the high end of that range")),
        ((1, None), ("1..2", "One value is asked for"), ("node", "a plain number is asked for")),
        (((1500 / (53.9 * 1.1), 3000 / (53.9 * 0.9)), "J/t"),
         ("27.83..55.66 J/t", "the value does not"), ("25.3..55.66 J/t", "The low end is right")),
        ((53.9 * 0.9, "t/s"), ("high(tput)", "the low one is asked for"),
         ("53.9 t/s", "too high"), ("tput", "low end of that range")),
    ],
    5: [
        (([1500 / rate for rate in RATES], "J/t"), ("node / 53.9 t/s", "4 are asked for, a list"),
         ("[27.8293, 14.5773, 8.21918, 5] J/t", "Look again at batch = 8"),
         ("node / tput / 1000", "1000"), ("node", "That is power"),
         ("[27.8, 14.6] J/t", "That is a list of 2; 4 values are asked for")),
        ((1500 / 182.5, "J/t"), ("jt", "One value is asked for"), ("jt[batch = 8]", "times too small"),
         ("8 J/t", "rounded too far")),
        ((319.8 / 53.9, None), ("jt[batch = 8] / jt[batch = 1]", "on its head"),
         ("jt[batch = 1]", "a plain number")),
        ((319.8 / 8, "t/s"), ("tput[batch = 8]", "`8`"), ("40", "unit"), ("39", "without a unit")),
        ((4, None), ("8", "doubled or halved"), ("jt[batch = 4]", "a plain number"),
         ("batch[jt < 10 J/t]", "One value is asked for")),
        ((1500 / 1182, "J/t"), ("1.27", "unit"), ("1.27 J/kt", "1000")),
    ],
    6: [
        ((3000 / LONG, "J/t"), ("long / node", "on its head"), ("node", "divide by `long`")),
        ((SHORT / LONG, None), ("long / short", "on its head"), ("2.05 J/t", "a plain number")),
        ((3000 / LONG * 1000 / HOUR, "Wh"), ("19230 Wh", "3600"), ("5.34 kWh", "1000"),
         ("node / long", "multiply")),
        ((3000 / SHORT * 300 / HOUR, "Wh"), ("2814 Wh", "3600"), ("0.78", "unit")),
        ((3000 / LONG * 1000 / 17035, "J/t"), ("node / long * 1000 t", "divide by"),
         ("node / long", "times too large"), ("node / long * 1000 t / 16_035 t", "6.2 % too high")),
        ((3000 / SHORT * 300 / 2335, "J/t"), ("node / short", "times too large")),
        ("no", ("yes", "the other way round"), ("3 kW", "yes or no")),
    ],
    7: [
        ((1500 / 36, "t/s"), ("36 J/t / 1500 W", "on its head"), ("41.7", "unit"),
         ("41.7 t", "That is token")),
        ((3000 / 111.21, "J/t"), ("28 J/t", "3.8 % too high"), ("14 J/t", "times too small")),
        ((3000 / 156 / 3.6, "kWh/Mt"), ("5.2 kWh/Mt", "2.7 % too low"), ("19.23 kWh/Mt", "3.6"),
         ("5 kWh/Mt", "rounded too far"), ("5.0 kWh/Mt", "6.4 % too low")),
        ((350 * 1.1 / 2174, "J/t"), ("h100_pcie / tput_one", "`1.1`"),
         ("1500 W / tput_one", "times too large"), ("4 * h100_pcie * 1.1 / tput_one", "times too large")),
        ((70.554e9 * 2 / 1e9, "GB"), ("llama_3_3_70b * 1 B", "2"), ("141", "unit"),
         ("llama_3_3_70b * 16 B", "8"), ("141 MB", "1000")),
        ("no", ("yes", "the other way round"), ("80 GB", "yes or no")),
        ((1500 / 156 / 0.4, None), ("25", "4 % too high"), ("9.6 J/t", "a plain number"),
         ("0.4 / 9.615", "on its head")),
    ],
    8: [
        ((MACHINE * 1.09, "kWh/Mt"), ("machine", "`pue`"), ("machine / pue", "`pue` is in it the wrong way round"),
         ("5.82", "unit")),
        ((MACHINE * 1.09 * 44.18, "gCO2e/Mt"), ("machine * grid.FRA", "by `pue`"),
         ("building", "multiply by `grid.FRA`"), ("257 kgCO2e/Mt", "1000"),
         ("building * 44.18 g/kWh", "write `CO2e` behind the mass")),
        ((614.98 / 44.18, None), ("grid.FRA / grid.POL", "on its head"), ("grid.POL", "a plain number")),
        ((MACHINE * 0.999, "L/Mt"), ("building * wue", "does not belong there"),
         ("machine", "multiply by `wue`"), ("5.337 m^3/Mt", "1000")),
        ((MACHINE * 1.09 * 0.15, "$/Mt"), ("machine * price", "`pue`"), ("0.87", "unit"),
         ("price", "multiply by `building`")),
        ((4 * 2.5 / HOUR / 156 * 1e6, "$/Mt"), ("1 gpu * rent / 156 t/s", "`4 gpu`"),
         ("17.8 $", "divide by"), ("17.8 $/t", "million")),
    ],
    9: [
        ((3000 / 319.8 * 1.5, "J/t"), ("energy", "too small"), ("14", "unit"),
         ("energy * 1.5", "9 % too high")),
        ((2000 / 319.8 * 1.2, "J/t"), ("energy with pue = 1.2", "times too large")),
        (((1500 * 1.05) / (3000 * 1.09) * 100 - 100, "%"), ("51.8349 %", "sign"), ("-5.3", "times too large")),
        ((1500 / 319.8 * 1.09, "J/t"), ("energy", "halved"), ),
        ((3000 * 1.09 / 0.4, "t/s"), ("solve energy == 4 J/t for tput", "times too small"),
         ("3000 W * 1.09 / 4 J/t", "times too small"), ("0.4 J/t", "divide")),
        ((5 * 319.8 / 1.09, "W"), ("5 J/t", "multiply by `tput`"), ("5 J/t * tput", "`pue`"),
         ("solve energy == 5 J/t for tput", "That is tokens per second")),
    ],
    10: [
        (((1500 / (319.8 * 1.1) * 1.05, 3000 / (319.8 * 0.9) * 1.5), "J/t"),
         ("4.4773 J/t", "low end only"), ("1.2437..4.3430 J/t", "3.6")),
        ("node", ("\"pue\"", "another one"), ("pue", "another one"), ("12", "a name or a text")),
        ((1500 / 319.8 / (2250 / (319.8 * 0.9) - 2250 / (319.8 * 1.1)), None),
         ("1 / 3.3", "on its head"), ("5.98 J/t", "a plain number")),
        (((2100 / (319.8 * 1.1) * 1.05, 2100 / (319.8 * 0.9) * 1.5), "J/t"),
         ("energy", "the value does not"), ("6.268 J/t", "low end only")),
        ("pue", ("\"tput\"", "another one")),
        ((2100 / 319.8 * 0.45, "J/t"), ("2.95", "unit"), ("2.1 kW", "divide by")),
    ],
}


# The same value in another unit than a question asks for with `->`, by lesson and question: what only
# repeats a question is no answer to it. Each with the unit that is to be said.
OTHER_UNITS = {
    (1, 2): ("1 kWh", "kWh", "J"), (1, 6): ("household / 1 year", "MWh/year", "W"),
    (3, 1): ("jt * 10 kt * 100 -> kWh", "kWh", "J"), (3, 2): ("36 MJ", "MJ", "kWh"),
    (3, 4): ("9.4 J/t", "J/t", "kWh/Mt"), (3, 5): ("2.7 kWh/Mt", "kWh/Mt", "J/t"),
    (4, 2): ("node / tput", "J/t", "kWh/Mt"), (4, 3): ("low(node / tput) -> kWh/Mt", "kWh/Mt", "J/t"),
    (6, 3): ("node / long * 1000 t", "kJ", "Wh"), (6, 4): ("node / short * 300 t", "kJ", "Wh"),
    (7, 3): ("node / tput_8", "J/t", "kWh/Mt"),
    (9, 3): ("(energy under thrifty) / energy - 1", "a plain number", "%"),
}


def typed(answer):
    """The right answer as a person would type it, with all digits."""
    if isinstance(answer, str):
        return answer
    value, unit = answer
    tail = f" {unit}" if unit else ""
    if isinstance(value, list):
        return "[" + ", ".join(repr(one) for one in value) + "]" + tail
    if isinstance(value, tuple):
        return f"{value[0]!r}..{value[1]!r}{tail}"
    return f"{value!r}{tail}"
