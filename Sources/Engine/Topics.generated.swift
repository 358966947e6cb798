// Made by scripts/embed from Sources/Engine/Topics; edit the files there.
// swift-format-ignore-file

/// The texts of the reference, as they are written.
package enum TopicFiles {
  package static let all: [(name: StaticString, text: StaticString)] = [
    ("commands.txt", commands),
    ("functions.txt", functions),
    ("signs.txt", signs),
    ("words.txt", words),
  ]

  package static let commands: StaticString = ##"""
# Commands of the prompt: usage and details stand with each in Shell/Commands; here are examples.

== :help
:help sqrt
#> sqrt(x)
#>   square root; sqrt(4 m^2) is 2 m
#>   example
#>     tj> sqrt(4 m^2)
#>     2 m

== :list
node = 3 kW
#> node = 3 kW
:list
#>   node  3 kW

== :watch
node = 3 kW
#> node = 3 kW
:watch 2 * node
#> · 2 * node  6 kW
node = 4 kW
#> node = 4 kW
#> · 2 * node  6 → 8 kW  (+33.3 %)

== :unwatch
:watch 2 kW * 2
#> · 2 kW * 2  4 kW
:unwatch
#> nothing is watched any more

== :undo
node = 3 kW
#> node = 3 kW
node = 4 kW
#> node = 4 kW
:undo
#> undone: node
#> node = 3 kW

== :redo
node = 3 kW
#> node = 3 kW
:undo
#> undone: node
:redo
#> redone: node
#> node = 3 kW

== :delete
node = 3 kW; jt = node / 300 t/s
#> node = 3 kW
#> jt = 10 J/t
:delete node
#> deleted: node
#> jt  waits for node
:undo
#> undone: node
#> node = 3 kW
#> jt = 10 J/t

== :reset
node = 3 kW
#> node = 3 kW
:reset
#> everything is forgotten (:undo brings it back)
:list
#> nothing is defined yet

== :save

== :load

== :digits
:digits 3
2 / 3
#> 0.667

== :samples
:samples 1024
mean(normal(3 kW, 0.2 kW)) > 2.9 kW
#> true

== :seed
:seed 7
normal(3 kW, 0.2 kW) == normal(3 kW, 0.2 kW)
#> < 0.1 %

== :format
:format csv
2 kW * 3
#> value [kW]
#> 6

== :echo
:echo on
3 kW / 319.8 t/s
#>     (3 kW) / (319.8 t/s)   # kW is power, t/s is token/time
#> 9.38086 J/t

== :time

== :quit
"""##

  package static let functions: StaticString = ##"""
# Functions and constants. Usage and summary stand in Checking/Library.swift; here each has an
# example, which is typed at a prompt by the tests. Expected values: by hand.

== abs
abs(3 kW - 5 kW)
#> 2 kW

== sqrt
sqrt(4 m^2)
#> 2 m

== cbrt
cbrt(27 m^3)
#> 3 m

== exp
exp(0)
#> 1

== ln
ln(exp(2))
#> 2

== log10
log10(1000)
#> 3

== log2
log2(8)
#> 3

== log
usage: ln(x), log10(x), log2(x)
is: refused, since it means different things to different people
ln(1)
#> 0

== sin
sin(30 deg)
#> 0.5

== cos
cos(60 deg)
#> 0.5

== tan
tan(45 deg)
#> 1

== asin
asin(1) -> deg
#> 90 deg

== acos
acos(0.5) -> deg
#> 60 deg

== atan
atan(1) -> deg
#> 45 deg

== min
min(3 kW, 2000 W)
#> 2 kW
min([1.5, 0.7] s)
#> 0.7 s

== max
max(3 kW, 2000 W)
#> 3 kW

== clamp
clamp(1.3, 0, 1)
#> 1

== floor
floor(3.7)
#> 3
floor(3.7 kW, 500 W)
#> 3.5 kW

== ceil
ceil(3.2 kW, 1 kW)
#> 4 kW

== round
round(2.6)
#> 3
round(3.14159 m, 1 cm)
#> 3.14 m

== mod
mod(7, 3)
#> 1

== sum
sum([1, 2, 3] kW)
#> 6 kW

== mean
mean([1, 2, 6] kW)
#> 3 kW

== median
median([1, 2, 6] kW)
#> 2 kW

== argmin
batch = [1, 2, 4]
#> batch = [1, 2, 4]
cost = [5, 3, 4] $ over batch
#> cost = [5.00, 3.00, 4.00] $ over batch
argmin(cost over batch)
#> 2

== argmax
batch = [1, 2, 4]
#> batch = [1, 2, 4]
tput = [54, 103, 90] t/s over batch
#> tput = [54, 103, 90] t/s over batch
argmax(tput over batch)
#> 2

== count
count([1, 2, 6] kW > 1.5 kW)
#> 2

== first
first([5, 3, 4] kW)
#> 5 kW

== last
last([5, 3, 4] kW)
#> 4 kW

== cumulative
cumulative([1, 2, 3] kWh)
#> [1, 3, 6] kWh

== difference
difference([1, 4, 9])
#> [3, 5]

== sort
sort([3, 1, 2] kW)
#> [1, 2, 3] kW

== reverse
reverse([3, 1, 2] kW)
#> [2, 1, 3] kW

== interpolate
batch = [1, 2, 4]
#> batch = [1, 2, 4]
tput = [50, 100, 180] t/s over batch
#> tput = [50, 100, 180] t/s over batch
interpolate(tput, batch = 3)
#> 140 t/s

== integrate
clock = [0, 1, 3] s
#> clock = [0, 1, 3] s
p = [300, 310, 330] W over clock
#> p = [300, 310, 330] W over clock
integrate(p, clock)
#> 945 J

== known
more: `log[known(log.power_draw)]` leaves the rows out in which a logger wrote `[N/A]` or nothing.
also: read_csv, csv
known(h100_sxm.fp8)
#> true
known(v100_sxm.fp8)
#> false

== refuse
more: A function says with it what it cannot be asked: the error stands at the call, in these words. A second text is what to do instead. A condition before it is a check, and no step of `explain`.
also: known
root(x) = if x >= 0 then sqrt(x) else refuse("no number has the square {x}", "give 0 or more")
#> function root(x)
root(2.25)
#> 1.5

== read_csv
more: Units are taken from heads (`power [W]`) and cells (`70.2 W`), a time stamp becomes seconds since the first row, and so does a Unix time below `timestamp`. A head that names a power or an energy must state its unit. A file of more than 16 MiB is not held: `sum`, `mean`, `min`, `max`, `count`, `integrate` and the like read it through, in memory that does not grow with it.
also: csv, integrate
max(read_csv("examples/synthetic_gpu.csv").timestamp)
#> 12.005 s

== csv
more: Commas, tabs, semicolons, aligned blanks or the bars of a Markdown table stand between the cells.
also: read_csv, integrate
max(csv("power [W]\n700\n300").power)
#> 700 W

== linspace
linspace(0, 1, 5)
#> [0, 0.25, 0.5, 0.75, 1]

== geomspace
geomspace(1, 1000, 4)
#> [1, 10, 100, 1000]

== steps
steps(1, 8, 1)
#> [1, 2, 3, 4, 5, 6, 7, 8]

== low
low(1.5..3 kW)
#> 1.5 kW

== high
high(1.5..3 kW)
#> 3 kW

== best
best(1.5..2.2..3 kW)
#> 2.2 kW

== uniform
also: normal, triangular, quantile
uniform(1 kW, 3 kW)
#> 2.00 kW (1.10..2.90, 90 %)

== normal
more: `8..12 kW as normal` has its 5 % and 95 % points at the ends.
also: lognormal, uniform, sd
normal(10 kW, 1 kW)
#> 10.0 kW (8.4..11.6, 90 %)

== lognormal
more: `1.1..1.5 as lognormal` has its 5 % and 95 % points at the ends.
also: normal, quantile
lognormal(2 kW, 1.5)
#> 2.0 kW (1.0..3.9, 90 %)

== triangular
also: pert, uniform
triangular(0 h, 1 h, 4 h)
#> 1.6 h (0.4..3.2, 90 %)

== pert
also: triangular, uniform
pert(0 h, 1 h, 4 h)
#> 1.3 h (0.3..2.6, 90 %)

== beta
more: `a` and `b` lie between 0.02 and 10⁹.
also: pert, uniform
beta(2, 3)
#> 0.39 (0.10..0.75, 90 %)
beta(2, 3, 1 kW, 2 kW)
#> 1.39 kW (1.10..1.75, 90 %)

== discrete
more: Without weights all values are equally likely. The list may be a name.
also: samples, mixture, prob
cards = discrete([1, 2, 4], [50, 25, 25])
#> cards = 1.5 (1.0..4.0, 90 %)
mean(cards)
#> 2
prob(cards > 1)
#> 0.5

== samples
also: discrete, quantile
tput = samples([296, 310, 318, 342] t/s)
#> tput = 314 t/s (296..342, 90 %)
mean(tput)
#> 316.5 t/s

== mixture
more: An item may be a number, or vary with others; which one it is varies by itself.
also: discrete, if
idle = uniform(0.2 kW, 0.4 kW); busy = uniform(2 kW, 4 kW)
#> idle = 0.300 kW (0.210..0.390, 90 %)
#> busy = 3.00 kW (2.10..3.90, 90 %)
mean(mixture([idle, busy], [3, 1]))
#> 0.975 kW

== truncate
more: It varies with the whole: where `x` is high, `truncate(x, …)` is high. What follows from others is kept between limits by `clamp`.
also: clamp, resample
truncate(uniform(0 kW, 10 kW), 2 kW..4 kW)
#> 3.00 kW (2.10..3.90, 90 %)

== resample
more: All that `x` rests on is drawn anew: `x - x` is 0, and `x - resample(x)` is not. Of a bracket it is another one with the same ends.
also: correlate, truncate
x = normal(3 kW, 1 kW)
#> x = 3.0 kW (1.4..4.6, 90 %)
x - x
#> 0 kW
x - resample(x)
#> 0.0 kW (-2.3 .. 2.3, 90 %)

== sd
more: Of a list it is that of its values, each as likely as the others.
also: var, mean
sd(uniform(1 kW, 3 kW))
#> 0.57735 kW
sd([1, 3] kW)
#> 1 kW

== var
also: sd
var(uniform(0, 12))
#> 12

== quantile
more: `low` and `high` are the 5 % and 95 % points, `median` the middle. Of a list it is one of its values, or lies between two of them as a median does.
also: median, low, high, prob
x = uniform(0 kW, 20 kW)
#> x = 10.0 kW (1.0..19.0, 90 %)
quantile(x, 0.95)
#> 19 kW
quantile([1, 2, 3, 11] kW, 0.9)
#> 8.6 kW

== prob
also: quantile, assert
x = uniform(1 kW, 3 kW)
#> x = 2.00 kW (1.10..2.90, 90 %)
prob(x < 1.5 kW)
#> 0.25

== pi
2 * pi * 3 m
#> 18.8496 m
"""##

  package static let signs: StaticString = ##"""
# Signs, each under its ASCII spelling; other spellings are named. Expected values: by hand.

== ->
usage: jt -> kWh/Mt
is: asks for a unit, which is kept exactly
names: → to
9.63 J/t -> kWh/Mt
#> 2.675 kWh/Mt

== =
usage: jt = node / tput
is: defines: the formula is kept, and follows when what it rests on changes
more: `name: energy/token = …` states a dimension, and is an error where the value has another.
also: :=, where, with
node = 3 kW
#> node = 3 kW
double = 2 * node
#> double = 6 kW
node = 4 kW
#> node = 4 kW
#> double  6 → 8 kW  (+33.3 %)

== :=
usage: start := jt
is: defines the value of now, which changes no more
also: =
node = 3 kW
#> node = 3 kW
before := node
#> before = 3 kW
node = 4 kW
#> node = 4 kW

== :
usage: jt: energy/token = node / tput
is: states a dimension, by dimension words or units; a value of another is an error
also: =
jt: energy/token = 3 kW / 300 t/s
#> jt = 10 J/t

== ..
usage: 1.5..3 kW, 1.5..2.2..3 kW
is: a bracket: anywhere between, and no probability claimed; the third is a best guess in the middle
names: bracket
also: ±, low, high, best, sensitivity
1.5..3 kW / 300 t/s
#> 5..10 J/t

== ±
usage: 319.8 t/s ± 10%, 7.4 km ± 5 m
is: a bracket by its best guess and how far it may be off; hard limits, no standard deviation
names: +-
also: ..
100 W ± 10%
#! note: `±` sets hard limits
#> 90..110 W

== ?
usage: ?jt, ?kWh, ?with; jt + node / ?
is: first in a line, help on a name; inside one, a hole: what fits there
also: :help
node = 3 kW; tput = 300 t/s
#> node = 3 kW
#> tput = 300 t/s
5 J/t + node / ?
#> ? is token/time, and the whole is energy/token
#>   in scope     tput = 300 t/s
#>   a number in  t/s, Mt/s, Gt/s, Tt/s

== *
usage: node * 2, 4 h100_sxm
is: multiplies; a number touching a name does, too, and more tightly
names: × ·
2 kW * 3 h
#> 6 kWh

== /
usage: node / 319.8 t/s
is: divides; the unit after a number belongs to the number, so this divides by 319.8 t/s
names: ÷
also: per
3 kW / 300 t/s
#> 10 J/t
1/2 m
#! note: read as `1/(2 m)`
#> 0.5 m^-1

== +
usage: a + b, a - b
is: adds and subtracts what has one dimension; the unit of the left side stays
names: - −
1 kWh + 1 MJ
#> 1.27778 kWh

== ^
usage: v^2, v², sqrt(x)
is: a power, more tightly than a sign before it; of a quantity, by one fixed number
names: ² ³ **
(3 m/s)^2
#> 9 m^2/s^2

== ==
usage: a == b, a != b
is: compares, and defines nothing; for values that are only near, ~=
also: ~=, <
1 kWh == 3.6 MJ
#> true

== <
usage: a < b, a <= b < c
is: compares; in a list, cell by cell; of a bracket, true, false or depends on its source
names: <= > >= ≤ ≥ != ≠
also: if, and
1 kW < 1500 W < 2 kW
#> true

== ~=
usage: a ~= b within 1%
is: nearly equal: within a share, within 0.05 J/t, or within rounding
names: ≈
more: Of distributions it is how likely both lie so near together; of brackets the ends are compared, low with low.
also: within, assert
9.63 ~= 9.6 within 1%
#> true

== %
usage: 15%, -> %
is: 0.01; products drop it
names: percent
also: ±
200 W * 15%
#> 30 W

== $
usage: $0.12/kWh, 0.12 $/kWh
is: money; each currency is a dimension of its own, and no rate is assumed
names: € £
also: unit
$0.12/kWh * 500 kWh
#> 60.00 $

== [ ]
usage: [1, 2, 4] kW; jt[batch = 8]; batch[jt < 1 J/t]
is: a list; after a name, one label of it, or those for which something holds
names: [ ] []
also: over, axis
batch = [1, 2, 4]
#> batch = [1, 2, 4]
batch[batch > 1]
#> [2, 4]

== ( )
usage: (3 + 4) kW, f(x)
is: a group, which may take a unit; touching a name, a call
names: ( ) ()
(3 + 4) kW
#> 7 kW

== { }
usage: scenario worst { pue = 1.5 }; "{jt:.2f}"
is: what a scenario overrides; in a text, a value
names: { } {}
also: scenario, print
print "{2 kW * 3 h}"
#> 6 kWh

== "
usage: "batch {b}: {jt:.2f}"
is: a text; braces hold values, with a form after the colon: .2f decimals, .4g digits, .3e powers
names: """
also: print
jt = 9.63102 J/t
#> jt = 9.63102 J/t
print "{jt:.2f} and {{braces}}"
#> 9.63 J/t and {braces}

== #
usage: node = 3 kW  # as measured
is: a comment; ## above a definition documents it, and ## source: says where it comes from
names: ##
## one server
## source: a meter
node = 3 kW
#> node = 3 kW

== ;
usage: a = 1; b = 2
is: ends a statement, as the end of a line does
1 + 1; 2 + 2
#> 2
#> 4
"""##

  package static let words: StaticString = ##"""
# Statements and words of the language. What has no usage here has it in Checking/Library.swift.
# Expected values: by hand.

== table
also: print, format
batch = [1, 2]
#> batch = [1, 2]
jt = [30, 18] J/t over batch
#> jt = [30, 18] J/t over batch
table jt, jt * 2
#> batch  jt [J/t]  jt * 2 [J/t]
#>     1        30            60
#>     2        18            36

== print
also: "
node = 3 kW
#> node = 3 kW
print "a node takes {node:.1f}"
#> a node takes 3.0 kW

== assert
more: A failure shows both values and the difference; a script goes on, and exits 1 at its end.
also: ~=, within
assert 1 kWh == 3.6 MJ

== with
more: Nothing is changed. In an override of `x`, `x` is the outer one. `with` takes lists, too.
also: under, scenario, compare, solve
node = 3 kW
#> node = 3 kW
jt = node / 300 t/s
#> jt = 10 J/t
jt with node = 1.5 kW
#> 5 J/t

== scenario
more: `scenario worse from worst { … }` begins with what another one says.
also: under, compare, why
pue = 1.2
#> pue = 1.2
scenario worst { pue = 1.5 }
#> scenario worst: pue = 1.5
10 kW * pue under worst
#> 15 kW

== under
also: scenario, with, compare
pue = 1.2
#> pue = 1.2
scenario worst { pue = 1.5 }
#> scenario worst: pue = 1.5
pue under worst
#> 1.5

== compare
also: scenario, why
pue = 1.2
#> pue = 1.2
bill = 10 kW * pue
#> bill = 12 kW
scenario worst { pue = 1.5 }
#> scenario worst: pue = 1.5
compare bill under base, worst
#>             base  worst
#> bill [kW]     12   15
#>   change           +3
#>   relative        +25 %

== correlate
more: The number is the correlation of the normal quantiles (a Gaussian copula); 0 takes it back.
more: What each is by itself stays exactly as it is. Several pairs must go together: their matrix must be positive definite, and pairs that are not stated have 0.
also: resample, sd
a = uniform(1 kW, 3 kW); b = uniform(1 kW, 3 kW)
#> a = 2.00 kW (1.10..2.90, 90 %)
#> b = 2.00 kW (1.10..2.90, 90 %)
a - b
#> 0.0 kW (-1.4 .. 1.4, 90 %)
correlate(a, b, 0.8)
a - b
#> 0.00 kW (-0.64 .. 0.64, 90 %)

== why
also: scenario, compare, sensitivity
pue = 1.2; it = 10 kW
#> pue = 1.2
#> it = 10 kW
bill = it * pue
#> bill = 12 kW
scenario worst { pue = 1.5 }
#> scenario worst: pue = 1.5
why bill under worst
#> bill  12 → 15 kW  (+25 %)  from base to worst
#>      base  worst  bill [kW]  share
#> pue   1.2    1.5         +3  100 %
#> sum                      +3  100 %

== inputs
also: graph, sensitivity, explain
node = 3 kW
#> node = 3 kW
inputs node / 300 t/s
#> node / 300 t/s = 10 J/t rests on
#> input  value  from
#> node   3 kW   prompt
#>
#> in the expression:  300 t/s

== graph
also: inputs, explain
node = 3 kW
#> node = 3 kW
jt = node / 300 t/s
#> jt = 10 J/t
graph jt
#> jt = node / 300 t/s  10 J/t
#> └─ node              3 kW

== sensitivity
also: inputs, why, .., histogram
node = 2..4 kW
#> node = 2..4 kW
sensitivity node / 300 t/s
#> node / 300 t/s = 10 J/t at the best guesses, 6.667..13.33 J/t in all
#> source  input    node / 300 t/s [J/t]  ▒ low end, █ high end                    swing  elasticity
#> node    2..4 kW          6.667..13.33  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒│███████████████████  6.667        1.00

== histogram
more: `histogram(jt)` is the same. It stands alone: it is no number.
also: quantile, sensitivity
u = discrete([1, 2, 4], [5, 3, 2])
#> u = 1.5 (1.0..4.0, 90 %)
histogram u
#> u = 1.5 (1.0..4.0, 90 %)
#>     share
#> 1  50.0 %  ██████████████████████████████████████████████████
#> 2  30.0 %  ██████████████████████████████
#> 4  20.0 %  ████████████████████
#> from 16384 samples (seed 1)

== explain
more: `depth full` goes to the ground, `depth 0` is the value alone, `format markdown`, `latex`, `csv` or `json` is its form.
also: inputs, graph
node = 3 kW
#> node = 3 kW
jt = node / 300 t/s
#> jt = 10 J/t
explain jt
#> jt = node / (300 t/s)
#>    node = 3 kW
#> jt = 3 kW / (300 t/s)
#>    = 3000 J/s / (300 t/s)  a watt is a joule per second, and 1 kW = 1000 W
#>    = 10 J/t                the seconds cancel

== ask
also: assert, within
ask "How much is 3 kW over 2 h?" expect 6 kWh within 2%
#> How much is 3 kW over 2 h?
#>   6 kWh  (within 2%)

== solve
also: minimize, maximize, with
node = 3 kW; tput = 300 t/s
#> node = 3 kW
#> tput = 300 t/s
solve node / tput == 5 J/t for tput
#> 600 t/s

== minimize
also: maximize, solve, argmin
batch = [1, 2, 4]
#> batch = [1, 2, 4]
cost = [5, 3, 4] $ over batch
#> cost = [5.00, 3.00, 4.00] $ over batch
minimize cost over batch
#> 2
#! note: `cost` is 3.00 $ there

== maximize
also: minimize, solve, argmax
maximize x * (6 - x) over x from 0..10
#> 3
#! note: `x * (6 - x)` is 9 there

== over
more: In a call it says along which axis: `sum(x over batch)`.
also: [ ], table
batch = [1, 2]
#> batch = [1, 2]
tput = [54, 103] t/s over batch
#> tput = [54, 103] t/s over batch
3 kW / tput
#> [55.56, 29.13] J/t over batch

== within
more: `within rounding` allows half a unit of the last digit that is written on the right.
also: ~=, assert
9.63 J/t ~= 9.6 J/t within 1%
#> true
9.63 J/t ~= 9.6 J/t within rounding
#> true

== where
also: =
f(x) = a * x where a = 2
#> function f(x)
f(3 kW)
#> 6 kW

== if
names: then else
more: `else` must be there. A `->` after it converts the whole.
also: and, <
load = 0.3
#> load = 0.3
if load < 0.5 then 1 kW else 3 kW
#> 1 kW

== unit
also: use
unit lap = 400 m, also laps
5 laps -> km
#> 2 km

== use
more: Its output is left out, and it never changes what a name means already.
also: unit
use energy
energy_per_token(3 kW, 319.8 t/s)
#> 9.38086 J/t

== to
also: ->
1 kWh to MJ
#> 3.6 MJ

== in
usage: jt in kWh/Mt
is: the same as jt -> kWh/Mt; the inch is written inch
also: ->
1 kWh in MJ
#> 3.6 MJ

== per
usage: 3 kWh per day
is: a slash inside a unit
also: /
3 kWh per day
#> 3 kWh/day

== and
names: or not
usage: a < b and b < c
is: both hold; or: one of them does; not: it does not
also: if, <
1 < 2 and not 3 < 2
#> true

== as
usage: 1.5..3 kW as uniform
is: makes a bracket a distribution: uniform, normal, lognormal, triangular, pert
more: A bracket claims no probability; `jt with node as uniform` asks as if it were one.
more: `triangular` and `pert` need a best guess, `1.5..2.2..3 kW as pert`; with the others one is an error.
also: ..
1.1..1.5 as lognormal
#> 1.28 (1.10..1.50, 90 %)

== ans
usage: ans * 2
is: the last bare expression that was shown
more: In a definition it is replaced by that expression's formula.
2 kW * 3
#> 6 kW
ans / 2
#> 3 kW

== format
usage: table a, b format markdown
is: the form of what a statement prints: text, markdown, csv or json; a graph has dot, too, and a derivation latex
also: table, :format
table 3 kW format csv
#> 3 kW [kW]
#> 3

== million
usage: 2.7 kWh/million t
is: a number in words: hundred, thousand, million, billion, trillion
names: hundred thousand billion trillion
more: After a number, in a unit, or alone.
70 billion param / 1 million
#> 70000

== from
usage: scenario worse from worst { node = 4 kW }
is: begins with what another scenario says; of `solve` and `minimize` the range to look in
also: scenario, solve
pue = 1.2
#> pue = 1.2
scenario worst { pue = 1.5 }
#> scenario worst: pue = 1.5
scenario worse from worst { pue = 1.8 }
#> scenario worse from worst: pue = 1.8
solve 3 kW / rate == 5 J/t for rate from 1 t/s..9000 t/s
#> 600 t/s

== for
usage: solve jt == 5 J/t for tput
is: names what `solve` may change
also: solve, from
solve 3 kW / rate == 5 J/t for rate from 1 t/s..9000 t/s
#> 600 t/s

== by
usage: sum(log.power by log.gpu)
is: makes groups; in `sensitivity jt by 10%` the share by which inputs change
also: sum, sensitivity

== depth
usage: explain jt depth 1
is: how many levels of definitions are unfolded; `depth full` takes all
names: full
also: explain
node = 3 kW
#> node = 3 kW
explain node * 2 depth 1
#> node × 2
#>    node = 3 kW
#>    = 3 kW × 2
#>    = 6 kW

== hint
usage: ask "…?" expect 3 kW * 2 h hint "…", "…"
is: the answer of a question, and its hints from weak to strong
names: expect
also: ask
ask "How much in two hours?" expect 3 kW * 2 h hint "Power times time."
#> How much in two hours?
#>   3 kW * 2 h = 6 kWh

== true
usage: true
is: what a comparison comes to, or `false`
names: false
also: if, and
2 > 1
#> true
true and 1 > 2
#> false

== check
usage: tj check rig.tj
is: outside the prompt: reports every error of scripts without running them
more: Dimensions are looked at in functions that are never called, too; what is defined and never used is noted.
also: fmt, read, assert

== fmt
usage: tj fmt rig.tj
is: outside the prompt: puts the blanks and indents of scripts in order; comments and lines stay
more: `tj fmt --check` writes nothing and names those that are not in order.
also: check

== read
usage: tj read 'node / 319.8 t/s'
is: outside the prompt: shows how a line is read, fully bracketed, with its units and its tree
names: reading
more: At the prompt `:echo on` says it of every line.
also: check, :echo

== learn
usage: tj learn 3
is: outside the prompt: lessons that teach the arithmetic; `tj learn` lists them
names: lessons lesson
more: `tj learn 3 --demo` plays one, `tj learn FILE` takes one of your own.
also: ask

== axis
usage: batch = [1, 2, 4]
is: a list with a name: what else varies along it lines up by its labels, never by position
also: [ ], over, table
batch = [1, 2]
#> batch = [1, 2]
batch * 3 kW
#> [3, 6] kW over batch
"""##
}
