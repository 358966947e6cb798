import Syntax

/// The functions and constants that are built in, each with its line of help.
package enum Library {
  /// Functions of numbers, cell by cell.
  enum CellFunction {
    /// a plain number in, a plain number out
    case plain(Instruction.Operation)
    /// keeps the dimension
    case keeping(Instruction.Operation)
    /// the dimension to a power
    case root(Instruction.Operation, Rational)
    /// two or more alike
    case extreme(Instruction.Operation)
    case clamp
    /// a number and a step
    case stepped(Instruction.Operation)
    case modulo
  }

  static let interpolate: Name = "interpolate"
  static let integrate: Name = "integrate"
  static let known: Name = "known"
  static let refuse: Name = "refuse"

  static let cellFunctions: [Name: CellFunction] = [
    "abs": .keeping(.absolute), "sqrt": .root(.squareRoot, Rational(1, 2)),
    "cbrt": .root(.cubeRoot, Rational(1, 3)), "exp": .plain(.exponential),
    "ln": .plain(.logarithm), "log10": .plain(.logarithm10), "log2": .plain(.logarithm2),
    "sin": .plain(.sine), "cos": .plain(.cosine), "tan": .plain(.tangent),
    "asin": .plain(.arcsine), "acos": .plain(.arccosine), "atan": .plain(.arctangent),
    "clamp": .clamp, "floor": .stepped(.floor), "ceil": .stepped(.ceiling),
    "round": .stepped(.round), "mod": .modulo,
  ]

  static let reductions: [Name: Reduction] = [
    "sum": .sum, "mean": .mean, "min": .min, "max": .max, "median": .median, "argmin": .argmin,
    "argmax": .argmax, "count": .count, "first": .first, "last": .last,
  ]

  static let lineOperations: [Name: LineOperation] = [
    "cumulative": .cumulative, "difference": .difference, "sort": .sort, "reverse": .reverse,
  ]

  static let spacings: [Name: Spacing] = [
    "linspace": .linspace, "geomspace": .geomspace, "steps": .steps,
  ]

  static let ends: [Name: BracketEnd] = ["low": .low, "high": .high, "best": .best]

  static let distributions: [Name: DistributionKind] = [
    "uniform": .uniform, "normal": .normal, "lognormal": .lognormal, "triangular": .triangular,
    "pert": .pert, "beta": .beta,
  ]

  /// What makes distributions of lists and of other distributions.
  enum SourceFunction { case discrete, samples, mixture, truncate, resample, correlate }

  static let sourceFunctions: [Name: SourceFunction] = [
    "discrete": .discrete, "samples": .samples, "mixture": .mixture, "truncate": .truncate,
    "resample": .resample, "correlate": .correlate,
  ]

  static let statistics: [Name: Statistic] = [
    "sd": .sd, "var": .var, "quantile": .quantile, "prob": .prob,
  ]

  static let constants: [Name: Double] = ["pi": .pi, "true": 1, "false": 0]

  static func isBuiltIn(_ name: Name) -> Bool {
    name == interpolate || name == integrate || name == known || name == refuse
      || name == "read_csv" || name == "csv" || name == "log" || cellFunctions[name] != nil
      || reductions[name] != nil || lineOperations[name] != nil || spacings[name] != nil
      || ends[name] != nil || distributions[name] != nil || sourceFunctions[name] != nil
      || statistics[name] != nil
  }

  /// A physical constant: `const.c`.
  struct Constant {
    var value: Double
    var unit: String
    var summary: String
  }

  /// CODATA 2022 (NIST); those marked exact are fixed by the SI (BIPM brochure, 9th edition, 2019).
  static let physical: [String: Constant] = [
    "const.c": Constant(value: 299_792_458, unit: "m/s", summary: "speed of light, exact"),
    "const.h": Constant(value: 6.62607015e-34, unit: "J s", summary: "Planck constant, exact"),
    "const.hbar": Constant(
      value: 6.62607015e-34 / (2 * .pi), unit: "J s", summary: "reduced Planck constant"),
    "const.k_B": Constant(value: 1.380649e-23, unit: "J/K", summary: "Boltzmann constant, exact"),
    "const.e": Constant(value: 1.602176634e-19, unit: "C", summary: "elementary charge, exact"),
    "const.N_A": Constant(
      value: 6.02214076e23, unit: "mol^-1", summary: "Avogadro constant, exact"),
    "const.R": Constant(
      value: 6.02214076e23 * 1.380649e-23, unit: "J/mol/K", summary: "gas constant, exact"),
    "const.F": Constant(
      value: 6.02214076e23 * 1.602176634e-19, unit: "C/mol", summary: "Faraday constant, exact"),
    "const.G": Constant(
      value: 6.67430e-11, unit: "m^3/kg/s^2", summary: "gravitational constant, CODATA 2022"),
    "const.g": Constant(value: 9.80665, unit: "m/s^2", summary: "standard gravity, exact"),
    "const.sigma": Constant(
      value: 5.670374419e-8, unit: "W/m^2/K^4", summary: "Stefan-Boltzmann constant"),
    "const.m_e": Constant(
      value: 9.1093837139e-31, unit: "kg", summary: "electron mass, CODATA 2022"),
    "const.m_p": Constant(
      value: 1.67262192595e-27, unit: "kg", summary: "proton mass, CODATA 2022"),
    "const.eps_0": Constant(
      value: 8.8541878188e-12, unit: "F/m", summary: "vacuum electric permittivity, CODATA 2022"),
    "const.mu_0": Constant(
      value: 1.25663706127e-6, unit: "N/A^2", summary: "vacuum magnetic permeability, CODATA 2022"),
  ]

  /// One line of help for each statement and word of the language.
  package static let words: [(name: String, usage: String, summary: String)] = [
    ("table", "table a, b, jt -> kWh/Mt", "prints values side by side along their common axes"),
    (
      "inputs", "inputs jt format markdown",
      "the assumptions of a value, with sources"
    ),
    (
      "graph", "graph jt format dot", "the tree of what a value is made of"
    ),
    (
      "sensitivity", "sensitivity jt by 10%",
      "how far each bracket, or each input by a share, moves a value; shares of the variance"
    ),
    ("histogram", "histogram jt", "how the samples of a distribution lie"),
    (
      "explain", "explain jt -> kWh/Mt depth full",
      "how a number came about, step by step; depth 1 stays with its own formula"
    ),
    ("print", "print \"… {jt:.2f}\", x", "prints texts and values"),
    ("assert", "assert a ~= b within 1%", "fails, and says by how much, where it does not hold"),
    (
      "ask", "ask \"…?\" expect node / tput within 2% hint \"…\"",
      "a question of a lesson with its answer; `tj learn FILE` asks it, elsewhere both are shown"
    ),
    ("with", "jt with node = 2 kW, batch = 8", "the value had those names meant that"),
    ("scenario", "scenario worst { node = 3 kW; pue = 1.5 }", "overrides under a name"),
    (
      "under", "jt under worst", "the value under a scenario; base is the definitions as they stand"
    ),
    (
      "correlate", "correlate(a, b, 0.5)",
      "two distributions rise and fall together, each as often at each value as before"
    ),
    ("compare", "compare jt, cost under base, worst", "scenarios side by side, with the changes"),
    ("why", "why jt under worst", "which inputs made the difference, and how much of it"),
    (
      "solve", "solve jt == 0.4 J/t for tput from 1 t/s..9000 t/s",
      "the value of a name that makes both sides equal"
    ),
    ("minimize", "minimize cost over batch", "the label, or value, at which it is least"),
    ("maximize", "maximize p over v from 1 m/s..9 m/s", "the value at which it is greatest"),
    ("over", "[53.9, 102.9] t/s over batch", "one value for each label of an axis"),
    ("within", "a ~= b within 0.05 J/t", "how near is near; also within 1%, within rounding"),
    ("where", "f(x) = a * x where a = 2", "names that only this definition has"),
    ("if", "if c then a else b", "cell by cell; errors count only in the branch that is taken"),
    ("unit", "unit lap = 400 m, also laps", "declares a unit, or with no value a new base unit"),
    ("use", "use \"rig.tj\"", "brings the definitions of another file, once"),
    ("to", "jt to kWh/Mt", "the same as jt -> kWh/Mt; so is in"),
  ]

  /// One line of help for each built-in function and constant.
  package static let help: [(name: String, usage: String, summary: String)] = [
    ("abs", "abs(x)", "the size of x, without its sign"),
    ("sqrt", "sqrt(x)", "square root; sqrt(4 m^2) is 2 m"),
    ("cbrt", "cbrt(x)", "cube root"),
    ("exp", "exp(x)", "e to the power of a plain number"),
    ("ln", "ln(x)", "natural logarithm of a plain number"),
    ("log10", "log10(x)", "logarithm to base 10"),
    ("log2", "log2(x)", "logarithm to base 2"),
    ("sin", "sin(x)", "sine of an angle in rad; sin(30 deg) too"),
    ("cos", "cos(x)", "cosine"),
    ("tan", "tan(x)", "tangent"),
    ("asin", "asin(x)", "the angle whose sine is x, in rad"),
    ("acos", "acos(x)", "the angle whose cosine is x, in rad"),
    ("atan", "atan(x)", "the angle whose tangent is x, in rad"),
    ("min", "min(a, b, …) or min(x over axis)", "the smallest, cell by cell or along an axis"),
    ("max", "max(a, b, …) or max(x over axis)", "the largest, cell by cell or along an axis"),
    ("clamp", "clamp(x, low, high)", "x, but never below low or above high"),
    ("floor", "floor(x) or floor(x, step)", "down to a whole number, or to a multiple of a step"),
    ("ceil", "ceil(x) or ceil(x, step)", "up to a whole number, or to a multiple of a step"),
    ("round", "round(x) or round(x, step)", "to the nearest whole number, or multiple of a step"),
    ("mod", "mod(a, b)", "the remainder of a by b, with the sign of b"),
    (
      "sum", "sum(x over axis) or sum(x by group)",
      "the sum along an axis, of groups, or of all cells"
    ),
    ("mean", "mean(x over axis)", "the mean along an axis, of all cells, or of a distribution"),
    (
      "median", "median(x over axis)",
      "the middle value along an axis, of all cells, or of a distribution"
    ),
    ("argmin", "argmin(x over axis)", "the label at which x is smallest"),
    ("argmax", "argmax(x over axis)", "the label at which x is largest"),
    ("count", "count(condition over axis)", "for how many labels a condition holds"),
    ("first", "first(x over axis)", "the value at the first label"),
    ("last", "last(x over axis)", "the value at the last label"),
    ("cumulative", "cumulative(x over axis)", "running sums along an axis"),
    ("difference", "difference(x over axis)", "the step from each label to the next"),
    ("sort", "sort(x)", "the values in rising order"),
    ("reverse", "reverse(x)", "the values from last to first"),
    ("interpolate", "interpolate(y, axis = x) or (…, log)", "y between the labels of an axis"),
    (
      "integrate", "integrate(y, x by group, gap = 3 s)",
      "the area below y along x, by trapezoids; no step may be longer than the gap"
    ),
    ("known", "known(log.power)", "whether there is a figure: false for an empty cell"),
    (
      "refuse", "if x > 0 then sqrt(x) else refuse(\"…\", \"…\")",
      "an error in words of your own, and what to do; it counts only where it is reached"
    ),
    ("read_csv", "read_csv(\"gpu.csv\")", "the columns of a file: log.power_draw, log.timestamp"),
    ("csv", "csv(\"\"\"…\"\"\")", "the columns of a pasted text"),
    ("linspace", "linspace(a, b, n)", "n values from a to b, evenly spaced"),
    ("geomspace", "geomspace(a, b, n)", "n values from a to b, evenly spaced in ratio"),
    ("steps", "steps(a, b, by)", "values from a to b in steps"),
    ("low", "low(x)", "the low end of a bracket; the 5 % point of a distribution"),
    ("high", "high(x)", "the high end of a bracket; the 95 % point of a distribution"),
    ("best", "best(x)", "the best guess of a bracket, or its middle; the median of a distribution"),
    ("uniform", "uniform(low, high)", "a distribution: anywhere between with equal probability"),
    ("normal", "normal(mean, sd)", "a distribution by its mean and standard deviation"),
    (
      "lognormal", "lognormal(median, gsd)",
      "a distribution by its median and the factor by which it spreads: 68 % lie within it"
    ),
    ("triangular", "triangular(low, mode, high)", "a distribution by its ends and its peak"),
    ("pert", "pert(low, mode, high)", "the same, smooth: the mean is (low + 4 mode + high) / 6"),
    (
      "beta", "beta(a, b) or beta(a, b, low, high)",
      "a distribution between 0 and 1, or between two ends"
    ),
    (
      "discrete", "discrete([a, b, …], [weights])",
      "one of some values, each as often as its weight says"
    ),
    ("samples", "samples([a, b, …])", "one of some measured values, all equally often"),
    (
      "mixture", "mixture([x, y], [weights])",
      "one of some values or distributions, each as often as its weight says"
    ),
    (
      "truncate", "truncate(x, low..high)",
      "the part of a distribution that lies between two ends"
    ),
    ("resample", "resample(x)", "the same as x, but drawn anew: it varies by itself"),
    ("sd", "sd(x)", "the standard deviation of a distribution or a list"),
    ("var", "var(x)", "the variance of a distribution or a list"),
    ("quantile", "quantile(x, 0.95)", "what a distribution or that share of a list lies below"),
    ("prob", "prob(a < b)", "the probability that a condition of distributions holds"),
    ("pi", "pi", "3.14159…, the ratio of a circle's circumference to its diameter"),
  ]
}
