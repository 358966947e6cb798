// Made by scripts/embed from Sources/Shell/Lessons/Course; edit the files there.
// swift-format-ignore-file

/// The lessons of `Course/`, as they are written, by their numbers.
package enum CourseFiles {
  package static let all: [(name: StaticString, text: StaticString)] = [
    ("lesson-01-watts.tj", lesson01Watts),
    ("lesson-02-node.tj", lesson02Node),
    ("lesson-03-kwh.tj", lesson03Kwh),
    ("lesson-04-brackets.tj", lesson04Brackets),
    ("lesson-05-batch.tj", lesson05Batch),
    ("lesson-06-prompts.tj", lesson06Prompts),
    ("lesson-07-slips.tj", lesson07Slips),
    ("lesson-08-footprint.tj", lesson08Footprint),
    ("lesson-09-what-if.tj", lesson09WhatIf),
    ("lesson-10-sensitivity.tj", lesson10Sensitivity),
  ]

  package static let lesson01Watts: StaticString = ##"""
## lesson: Watts, joules and seconds
## minutes: 5

## Energy is an amount: it is counted in *joules* (J), as water is counted in litres. Power is how
## fast energy is used: it is counted in *watts* (W), as the flow of water is counted in litres per
## second. A watt is one joule in each second, so energy is power times time.

## A small lamp.
## source: ComparIA and leoht.co.uk (2022) count an LED bulb at 5 to 10 W
lamp = 10 W

ask "How many joules does the lamp use in one minute?" expect lamp * 60 s within 2% hint
  "The lamp uses 10 J in each second.", "A minute has 60 s: `lamp * 60 s`, or `lamp * 1 min`."

## Joules are small, so bills count in kilowatt-hours: what a machine of 1000 W uses in one hour.
## tj knows both; an arrow asks for a unit, as in `2 kWh -> J`.

ask "How many joules are 1 kWh?" expect 1000 W * 3600 s -> J within 1% hint
  "A kilowatt is 1000 J in each second.", "An hour has 3600 s."

## A kettle takes much power, but not for long.

## source: leoht.co.uk, household items (2022)
kettle = 3 kW

ask "How much energy does the kettle take in one minute?" expect kettle * 1 min within 2% hint
  "Power times time.", "Any unit of energy will do: J, Wh or kWh."

ask "How many hours could the lamp shine on that energy?" expect
  kettle * 1 min / lamp within 2% hint
  "Energy is power times time, so time is energy divided by power.",
  "The energy is `kettle * 1 min`."

## It is easy to mix up kW and kWh. A server does not use "3 kW per day": 3 kW is how fast it uses
## energy at any moment. Over a day that adds up.

ask "How much energy does a machine of 3 kW use in a day?" expect 3 kW * 1 day within 2% hint
  "3 kW for 24 hours."

## Averages go the other way: energy divided by time is power.

## What a household in the United States uses in a year.
## source: Epoch AI, "How much energy does ChatGPT use?" (2025), after the US EIA
household = 10_500 kWh

ask "What is the average power of such a household?" expect
  household / 1 year -> W within 2% hint
  "Energy over time is power.", "`household / 1 year` is in kWh per year; `-> W` shows it in watts."
"""##

  package static let lesson02Node: StaticString = ##"""
## lesson: From a node to joules per token
## minutes: 5

## A language model runs on a *node*: a machine with several graphics cards. This lesson goes from
## what one card draws to the energy of one token (a token is about three quarters of an English
## word). The catalog of tj knows the cards: type `?h100_sxm` whenever you like.

ask "Four cards of the kind h100_sxm: how much power do they draw together?" expect
  4 * h100_sxm within 1% hint
  "The catalog gives the power of one card; `h100_sxm` alone shows it.",
  "Four of them draw four times as much."

## Processors, memory and network draw power too. The text that this course follows adds about a
## tenth for them.
## source: A. Clune, "Per token energy costs, again" (2025).

ask "And the whole node, with a tenth more?" expect 4 * h100_sxm * 1.1 within 1% hint
  "A tenth more is times 1.1, or times (1 + 10%).", "2.8 kW and a tenth of it."

## Four cards, and a tenth for the rest of the machine.
## source: board power from the catalog; the tenth is Clune's estimate
node = 4 * h100_sxm * 1.1

## Output tokens in each second, eight requests served at once.
## source: Mazurek and Gabriel (2025), llama_33_70b_2000in_300out.json
tput = 319.8 t/s

## `node` is how fast energy goes in, `tput` is how fast tokens come out. Think of one second.

ask "How many joules go in during one second?" expect node * 1 s within 1% hint
  "A watt is one joule per second."

ask "How many tokens come out during one minute?" expect tput * 1 min within 1% hint
  "319.8 tokens in each second, and a minute has 60 of them."

## In each second that many joules make that many tokens. So one token takes

ask "How many joules does one token take?" expect node / tput within 1% hint
  "Joules per second, divided by tokens per second.",
  "The seconds cancel, and joules per token are left."

## The author of the text took 1500 W for a smaller node, and 41.8 tokens per second: one request
## at a time, with a long prompt.
## source: A. Clune (2025).

ask "How many joules does a token take there?" expect 1500 W / 41.8 t/s within 1% hint
  "It is the same division.", "The text says 36 J, rounded: `1500 J/s / 41.8 t/s`."
"""##

  package static let lesson03Kwh: StaticString = ##"""
## lesson: kWh per million tokens
## minutes: 5

## Bills are in kilowatt-hours, and prices of language models are per million tokens. So joules per
## token are turned into kWh per million tokens. `Mt` is a million tokens.

## Energy of one output token, a long prompt, one request at a time.
## source: A. Clune, "Per token energy costs, again" (2025)
jt = 36 J/t

ask "How many joules do a million tokens take?" expect jt * 1 Mt -> J within 1% hint
  "A million times 36 J.", "`1 Mt` is a million tokens, so `jt * 1 Mt`."

ask "How many kWh is that?" expect jt * 1 Mt -> kWh within 1% hint
  "1 kWh is 3.6 MJ.", "Let tj do it: write `-> kWh` behind a value."

## Both steps in one: asking for the unit leaves nothing to forget. `jt -> kWh/Mt` is all.

ask "By which number are J/t divided to get kWh/Mt?" expect 1 kWh/Mt / 1 J/t within 1% hint
  "36 J/t are 10 kWh/Mt.",
  "A million tokens over 3.6 million joules: most of it cancels."

ask "A token takes 9.4 J. How many kWh is that for a million?" expect
  9.4 J/t -> kWh/Mt within 1% hint
  "Divide by 3.6, or ask for the unit.",
  "kWh for a million tokens are `kWh/Mt`."

ask "The other way: what is 2.7 kWh/Mt for one token?" expect 2.7 kWh/Mt -> J/t within 1% hint
  "Multiply by 3.6, or ask for the unit: `-> J/t`."

## Clune prints the conversion as (J/t × 10⁶) / 3.6 × 10⁶. Computers and schoolbooks read that
## from left to right: divided by 3.6, then multiplied by 10⁶. It should say / (3.6 × 10⁶).

ask "By which factor is it too large, read from left to right?" expect 10^12 within 1% hint
  "It multiplies by 10⁶ where it should divide by 10⁶.",
  "Multiplying in place of dividing is wrong by the square: 10⁶ × 10⁶."
"""##

  package static let lesson04Brackets: StaticString = ##"""
## lesson: Best and worst case
## minutes: 5

## Nobody measured the node of the text. Its author said: it draws something between 1.5 kW, with
## smaller cards, and 3.0 kW, with the bigger ones. tj takes such a *bracket* as a value, written
## low..high, and every result becomes a bracket too.

## Anywhere between best and worst case; no more is claimed.
## source: A. Clune, "Per token energy costs, again" (2025)
node = 1.5..3.0 kW

## Output tokens per second, one request at a time.
## source: Mazurek and Gabriel (2025), llama_33_70b_2000in_300out.json
tput = 53.9 t/s

ask "Between what and what lies the energy of a token?" expect node / tput within 1% hint
  "The same division as ever: the bracket goes through by itself."

ask "And in kWh per million tokens?" expect node / tput -> kWh/Mt within 1% hint
  "Ask for the unit with `->`."

ask "What is the best case, in J per token?" expect low(node / tput) -> J/t within 1% hint
  "The best case is the least energy.", "`low(…)` and `high(…)` take one end of a bracket."

## A name means the same thing each time it stands in a formula. So a bracket divided by itself is
## not a bracket any more.

ask "What is `node / node`?" expect node / node within 1% hint
  "Whatever the node draws, it is as much as the node draws."

## A best guess with a margin is written with ±.

## The throughput, known to a tenth: an assumption of this lesson.
tput = 53.9 t/s ± 10%

ask "Now between what and what, in J per token?" expect node / tput within 1% hint
  "The formula has not changed, only what `tput` means.",
  "The worst case is 3.0 kW with a tenth fewer tokens."

## The worst case pairs the most power with the fewest tokens. That is why the ends of a result must
## be found, and cannot be had by combining low with low and high with high.

ask "At which throughput is the worst case reached?" expect low(tput) within 1% hint
  "Fewer tokens for the same power are more joules for each."
"""##

  package static let lesson05Batch: StaticString = ##"""
## lesson: Batch size, a table at once
## minutes: 5

## A server answers several requests at once; how many is called the *batch size*. The cards read
## the model from memory once for the whole batch, so tokens get cheaper as the batch grows. A list
## holds all sizes at once; `over batch` says which number belongs to which size.

## Requests that are served together.
batch = [1, 2, 4, 8]

## Output tokens per second of the whole batch.
## source: Mazurek and Gabriel (2025), llama_33_70b_2000in_300out.json
tput = [53.9, 102.9, 182.5, 319.8] t/s over batch

## The smaller of the two nodes.
## source: A. Clune, "Per token energy costs, again" (2025)
node = 1.5 kW

ask "The joules per token of all four at once?" expect node / tput within 1% hint
  "Write it as if `tput` were one number."

jt = node / tput
table tput, jt, jt -> kWh/Mt

ask "How many joules per token at batch size 4?" expect jt[batch = 4] within 1% hint
  "Read it off the table, or pick it.", "`jt[batch = 4]` picks a label."

ask "How many times cheaper is a token at 8 than at 1?" expect
  jt[batch = 1] / jt[batch = 8] within 1% hint
  "One picked value over another.", "Cheaper by how much: the larger over the smaller."

## Each request shares the tokens with the others, so it waits longer for its own.

ask "At batch size 8, how many tokens per second does one request get?" expect
  tput[batch = 8] / 8 within 1% hint
  "Eight requests share 319.8 t/s."

ask "Which is the smallest batch below 10 J per token?" expect
  min(batch[jt < 10 J/t]) within 1% hint
  "`batch[jt < 10 J/t]` keeps the sizes for which it holds.", "`min(…)` takes the smallest."

## The same measurement goes on to a batch of 512, with 1182 tokens per second.
## source: Mazurek and Gabriel (2025), the same file.

ask "How many joules is a token then, if the node still draws 1.5 kW?" expect
  node / 1182 t/s within 1% hint
  "Divide as before."
"""##

  package static let lesson06Prompts: StaticString = ##"""
## lesson: A long prompt against a short one
## minutes: 6

## A prompt is read before the answer is written. A long one takes time that makes no output, so
## each output token looks dearer. How much dearer depends on which tokens are counted.

## The larger node.
## source: A. Clune, "Per token energy costs, again" (2025)
node = 3.0 kW

## Output tokens per second at batch size 8: 16,035 tokens in, 1,000 out.
## source: Mazurek and Gabriel (2025), llama_33_70b_16000in_1000out.json
long = 156 t/s

## Output tokens per second at batch size 8: 2,035 tokens in, 300 out.
## source: Mazurek and Gabriel (2025), llama_33_70b_2000in_300out.json
short = 319.8 t/s

ask "How many joules is an output token with the long prompt?" expect node / long within 1% hint
  "Watts over tokens per second."

ask "How many times as much is that as with the short prompt?" expect short / long within 1% hint
  "`node / long` over `node / short`.", "The node cancels."

## Now whole requests. The long one writes 1000 tokens, the short one 300.

ask "How much energy does one long request take?" expect node / long * 1000 t -> Wh within 1% hint
  "Joules per token times tokens.", "`node / long * 1000 t`, in Wh if you like."

ask "And a short one?" expect node / short * 300 t -> Wh within 1% hint
  "The same with 300 tokens."

## But the model also read the prompts: 16,035 tokens and 2,035 tokens. Count all tokens, read and
## written.

ask "How many joules per token, read or written, for the long request?" expect
  node / long * 1000 t / (16_035 t + 1000 t) within 1% hint
  "The energy stays; it is shared by more tokens.", "Divide by `17_035 t`."

ask "And for the short request?" expect node / short * 300 t / (2035 t + 300 t) within 1% hint
  "300 written and 2,035 read."

ask "Counted like that, is a token of the long request dearer? (yes or no)" expect
  node / long * 1000 t / 17_035 t > node / short * 300 t / 2335 t hint
  "Compare your last two answers."

## So "joules per token" means nothing until one says which tokens: per output token the long prompt
## costs twice as much, per token read or written a little less.
"""##

  package static let lesson07Slips: StaticString = ##"""
## lesson: Finding the slips of a published estimate
## minutes: 6

## The text that this course follows has slips, as every text has. Some are caught by units, some by
## working each number through again, and some only by asking *of what?*
## source: A. Clune, "Per token energy costs, again" (2025).

## A row of its table: batch size 4, a long prompt.
## source: Mazurek and Gabriel (2025), llama_33_70b_16000in_1000out.json
tput_4 = 111.21 t/s

## The same at batch size 8.
## source: the text, and llama_33_70b_16000in_1000out.json
tput_8 = 156 t/s

## The larger of the two nodes.
## source: A. Clune, "Per token energy costs, again" (2025)
node = 3.0 kW

## *Slip 1: a word.* The text asks for "power per token", and finds 36 J from 1500 W. But a power
## shared by a number of tokens would still be watts. The unit of what it was divided by tells what
## was meant.

ask "What must 1500 W be divided by to give 36 J/t?" expect 1500 W / 36 J/t within 1% hint
  "What goes into 1500 W 36 J/t times?",
  "`1500 W / 36 J/t`: look at its unit."

## So it is power over *throughput*, and the result is energy per token.

## *Slip 2: rounding on the way.* The text has 14 J at 1.5 kW, and 28 J at 3.0 kW. The 28 is twice
## the rounded 14.

ask "How many joules is it at 3.0 kW, worked out at once?" expect node / tput_4 within 1% hint
  "Divide, and round at the end."

## *Slip 3: a wrong digit.* At batch size 8 it prints 5.2 kWh per million tokens.

ask "What should that be?" expect node / tput_8 -> kWh/Mt within 1% hint
  "Ask for the unit: `-> kWh/Mt`."

## *Slip 4: power of what?* For a single card the text prints 0.69 J per token. That is 1500 W over
## 2174 t/s: the power of four cards over the throughput of one. The units agree, so no check of
## units can see it.

## Output tokens per second of one card, batch size 512.
## source: Mazurek and Gabriel (2025), llama_31_8b_2000in_300out.json
tput_one = 2174 t/s

ask "Take one card, h100_pcie, and a tenth for the rest: how many joules per token?" expect
  h100_pcie * 1.1 / tput_one within 1% hint
  "One card draws what the catalog says.", "A tenth more is times 1.1."

## *Slip 5: which model?* The text concludes that one card is faster than four. But on one card a
## smaller model was measured, of 8 billion parameters; the others are of 70 billion. Each parameter
## takes two bytes of memory.

ask "How much memory does llama_3_3_70b take, at 2 bytes for each parameter?" expect
  llama_3_3_70b * 2 B within 1% hint
  "The plain value of a model is its number of parameters: `?llama_3_3_70b`.",
  "`B` is a byte."

ask "Does it fit into one card, `h100_sxm.memory`? (yes or no)" expect
  llama_3_3_70b * 2 B <= h100_sxm.memory hint
  "`h100_sxm.memory` shows how much there is."

## *Slip 6: a ratio from rounded numbers.* "25 to 50 times the 0.4 J per token I used before", says
## the text of batch size 8.

ask "How many times is it at the best, at 1.5 kW?" expect 1.5 kW / tput_8 / 0.4 J/t within 1% hint
  "Joules per token at 1.5 kW, over 0.4 J/t."
"""##

  package static let lesson08Footprint: StaticString = ##"""
## lesson: PUE, carbon, water and money
## minutes: 6

## A data centre also cools its machines and loses energy on the way to them. *PUE* is the energy of
## the whole building over that of the machines. Carbon and money follow the whole building.

## Energy of the machine: 3.0 kW at 156 output tokens per second.
## source: A. Clune, "Per token energy costs, again" (2025)
machine = 3.0 kW / 156 t/s -> kWh/Mt

## The fleet of Google, 2024.
## source: the catalog, `?facility.google_fleet`
pue = facility.google_fleet

ask "How many kWh does the building use for a million tokens?" expect machine * pue within 1% hint
  "PUE is the building over the machines."

building = machine * pue

## Electricity is not equally clean everywhere: `grid.FRA` is France, `grid.POL` Poland, in grams of
## carbon dioxide (and what warms as much) per kWh.

ask "How many grams of CO2e does a million tokens cause in France?" expect
  building * grid.FRA within 1% hint
  "kWh times grams per kWh.", "The whole building counts: not `machine` but the other."

ask "How many times as much is it in Poland?" expect grid.POL / grid.FRA within 1% hint
  "Everything but the grid is the same."

## Cooling takes water. The figure is in litres per kWh of the *machines*, so PUE must not be in it.

## Water on site for each kWh of the machines.
## source: the catalog, `facility.google_fleet.wue`
wue = 0.999 L/kWh

ask "How many litres of water on site for a million tokens?" expect machine * wue within 1% hint
  "Litres per kWh times kWh.", "Per kWh of the machines: which of the two energies is that?"

## Electricity, with all that a bill adds to it.
## source: implied by prices in 1Cat-vLLM issue 535 (2026); low confidence
price = $0.15/kWh

ask "What does the electricity for a million tokens cost?" expect building * price within 1% hint
  "The building pays."

## Hiring the cards costs more than feeding them.

## One H100 for an hour.
## source: Mazurek and Gabriel (2025)
rent = 2.50 $/gpu/h

ask "What do four cards cost for a million tokens, at 156 t/s?" expect
  4 gpu * rent / 156 t/s within 1% hint
  "Four cards are `4 gpu`; times rent that is dollars per hour.",
  "Dollars per hour over tokens per second are dollars per token; tj sorts out the hours."
"""##

  package static let lesson09WhatIf: StaticString = ##"""
## lesson: What if, and asking backwards
## minutes: 6

## Definitions in tj are formulas: change one, and what rests on it changes too. To ask *what if*
## without changing anything, write `with`.

## What the node draws.
## source: A. Clune, "Per token energy costs, again" (2025)
node = 3.0 kW

## Output tokens in a second.
## source: Mazurek and Gabriel (2025), llama_33_70b_2000in_300out.json
tput = 319.8 t/s

## The fleet of Google, 2024.
## source: the catalog, `?facility.google_fleet`
pue = facility.google_fleet

## Energy of the building for one output token.
energy = node / tput * pue

ask "What would `energy` be with a PUE of 1.5?" expect energy with pue = 1.5 within 1% hint
  "`energy with NAME = VALUE`."

ask "And with PUE 1.2 and a node of 2.0 kW?" expect
  energy with pue = 1.2, node = 2.0 kW within 1% hint
  "A comma goes on: `with pue = 1.2, node = …`."

## A scenario keeps such changes under a name; `under` asks for it, `compare` puts it beside the
## definitions as they stand, which are called `base`.

scenario thrifty { node = 1.5 kW; pue = 1.05 }
compare energy under base, thrifty

ask "By how many percent does `energy` change under `thrifty`?" expect
  (energy under thrifty) / energy - 1 -> % within 2% hint
  "The table says so.", "A fall is negative. `(energy under thrifty) / energy - 1 -> %`."

## How much of that is the node, and how much the PUE? `why` says so.

why energy under thrifty

ask "With the node alone changed to 1.5 kW, what is `energy`?" expect
  energy with node = 1.5 kW within 1% hint
  "Half of it, since `energy` goes with the node."

## The other direction: which throughput would it take? `solve` finds the input that makes something
## so, as in `solve x^2 == 9 for x`.

ask "At which throughput is `energy` 0.4 J/t?" expect
  solve energy == 0.4 J/t for tput within 1% hint
  "`solve … == … for NAME`.", "`solve energy == 0.4 J/t for tput`."

ask "And which power of the node would make it 5 J/t, at the old throughput?" expect
  solve energy == 5 J/t for node within 1% hint
  "The same, for `node`."
"""##

  package static let lesson10Sensitivity: StaticString = ##"""
## lesson: What moves the answer most
## minutes: 6

## Three inputs, and none is known well. Which one should be measured first? The one that moves the
## answer most. `sensitivity` moves one bracket at a time from its low to its high end, the others
## at their best guess (the middle, where none is given).

## source: A. Clune, "Per token energy costs, again" (2025)
node = 1.5..3.0 kW

## The margin of a tenth is an assumption of this lesson.
## source: Mazurek and Gabriel (2025), llama_33_70b_2000in_300out.json
tput = 319.8 t/s ± 10%

## An assumption of this lesson: from the best building to an old one.
pue = 1.05..1.5

energy = node / tput * pue

ask "Between what and what lies `energy`?" expect energy within 1% hint
  "Just ask for it."

sensitivity energy

ask "Which input moves `energy` most? (its name)" expect "node" hint
  "The first row of the list."

ask "How many times as wide is the swing of `node` as that of `tput`?" expect
  1500 W / 319.8 t/s / (2250 W / 287.82 t/s - 2250 W / 351.78 t/s) within 5% hint
  "The column *swing* has both."

## Suppose somebody measures the node and finds 2.1 kW.

ask "Between what and what lies `energy` then?" expect energy with node = 2.1 kW within 1% hint
  "`energy with …`."

ask "Which of the other two moves it most now? (its name)" expect "pue" hint
  "`sensitivity energy with node = 2.1 kW`."

ask "How wide is the swing of that one, in J/t?" expect
  2100 W / 319.8 t/s * (1.5 - 1.05) within 2% hint
  "The table of `sensitivity` has it.", "From its low to its high end, the throughput at 319.8 t/s."

## Two of three brackets are left, and it is clear where to look next: at the building, not at the
## throughput.
"""##
}
