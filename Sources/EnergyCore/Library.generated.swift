// Made by scripts/embed from Sources/EnergyCore/Library; edit the files there.
// swift-format-ignore-file

/// The libraries of `Library/`, as they are written.
package enum LibraryFiles {
  package static let all: [(name: StaticString, text: StaticString)] = [
    ("energy.tj", energy),
    ("roofline.tj", roofline),
    ("scope.tj", scope),
  ]

  package static let energy: StaticString = ##"""
# From watts and tokens to joules, grams, litres and money. `use energy` brings all of it.
# Every item has its documentation, its source, how sure it is, and an example, which a test runs.
# GPUs, users and batches are plain numbers (`node_power(h100_sxm, 4)`); with `use scope` GPUs are counted
# in `gpu`. No PUE, price or place is assumed: each is to be given.

# energy

## energy per token: the power of what is counted, over the tokens that it makes in a time
## source: definition; power and throughput must be of the same scope (one GPU, or the whole node)
## example: energy_per_token(3 kW, 319.8 t/s) #> 9.38086 J/t
energy_per_token(power: power, rate: token/time) = if power >= 0 and rate >= 0 then power / rate else
  refuse("{power} at {rate} is no machine that runs", "give a power and a throughput of 0 or more")

## energy per million tokens, in kWh
## source: definition; 1 J/t is 1/3.6 kWh/Mt
## example: kwh_per_million(1.5 kW, 41.8 t/s) #> 9.9681 kWh/Mt
kwh_per_million(power: power, rate: token/time) = energy_per_token(power, rate) -> kWh/Mt

## tokens made with a kilowatt hour
## source: definition; 3.6e6 J/kWh over the energy per token
## example: tokens_per_kwh(0.425 J/t) #> 8.47059 Mt/kWh
tokens_per_kwh(per_token: energy/token) = 1 / per_token -> Mt/kWh

## throughput that a megawatt feeds
## source: definition; InferenceX shows tokens/s/MW
## example: rate_per_megawatt(0.425 J/t) #> 2352940 t/s/MW
rate_per_megawatt(per_token: energy/token) = 1 / per_token -> t/s/MW

## energy of a request
## source: energy per token times the tokens of a request
## example: energy_per_request(3.85 J/t, 500 t/request) -> Wh/request #> 0.534722 Wh/request
energy_per_request(per_token: energy/token, length: token/request) = if length >= 0 then
  per_token * length else refuse("a request of {length} is none", "give its tokens, 0 or more")

## energy of a session, of a day's work with an agent or of any number of requests
## source: energy per request times requests
## example: energy_per_session(0.34 Wh/request, 120 request) #> 40.8 Wh
energy_per_session(per_request: energy/request, requests: request) = if requests >= 0 then
  per_request * requests else refuse("{requests} are none", "give 0 or more")

## energy of a year at a number of users
## source: energy per request, times users, times how often each asks; 365 days. 8 requests a day are a guess: low confidence
## example: energy_per_year(3.85 J/t * 500 t/request, users = 1, use = 2000 request/day) #> 390.347 kWh
energy_per_year(
  per_request: energy/request, users: 1 = 1, use: request/time = 8 request/day,
  period: time = 1 calendar_year
) = if users >= 0 and use >= 0 and period >= 0 then users * (per_request * use * period -> kWh) else
  refuse("{users} users with {use} for {period} are none", "give 0 or more of each")

# prefill and decode

## energy of one request of a batch: both phases, shared by the requests that ran together
## source: E = (P_prefill t_prefill + P_decode t_decode) / batch
## example: two_phase_energy(2.6 kW, 1.2 s, 2.1 kW, 9 s, batch = 8) #> 2.7525 kJ
two_phase_energy(
  prefill_power: power, prefill: time, decode_power: power, decode: time, batch: 1 = 1
) = if prefill_power < 0 or prefill < 0 or decode_power < 0 or decode < 0 then
  refuse("{prefill_power} for {prefill} and {decode_power} for {decode} are no two phases", "give powers and times of 0 or more") else
  if batch >= 1 then (prefill_power * prefill + decode_power * decode) / batch else
  refuse("a batch of {batch} is none", "give the requests that run together, 1 or more")

## energy per input token: prefill alone
## source: P t_prefill / (batch · input tokens)
## example: energy_per_input(2.6 kW, 1.2 s, 2035 t, batch = 8) #> 0.191646 J/t
energy_per_input(power: power, prefill: time, input: token, batch: 1 = 1) =
  if batch >= 1 and power >= 0 and prefill >= 0 and input >= 0 then power * prefill / (batch * input) else
  refuse("{power} for {prefill}, a batch of {batch} and {input} is no prefill", "give a batch of 1 or more, and nothing below 0")

## energy per output token: decode alone
## source: P t_decode / (batch · output tokens)
## example: energy_per_output(2.1 kW, 9 s, 300 t, batch = 8) #> 7.875 J/t
energy_per_output(power: power, decode: time, output: token, batch: 1 = 1) =
  if batch >= 1 and power >= 0 and decode >= 0 and output >= 0 then power * decode / (batch * output) else
  refuse("{power} for {decode}, a batch of {batch} and {output} is no decoding", "give a batch of 1 or more, and nothing below 0")

# idle power and utilisation

## mean power of a machine that is busy for a share of the time
## source: P = P_idle + u (P_busy − P_idle)
## example: average_power(3 kW, 1.2 kW, utilisation = 50%) #> 2.1 kW
average_power(busy: power, idle: power, utilisation: 1 = 1) = if busy < idle then
  refuse("{busy} busy is less than {idle} idle", "give the power of the busy machine first") else
  if idle < 0 then refuse("no machine draws {idle}", "give an idle power of 0 or more") else
  if 0 <= utilisation <= 1 then idle + utilisation * (busy - idle) else
  refuse("a utilisation of {utilisation} is no share", "give 0 to 1, or 0 % to 100 %")

## energy per token of a machine that is busy for a share of the time: its idle hours are shared too
## source: average power over utilisation times throughput
## example: utilised_energy(3 kW, 1.2 kW, 319.8 t/s, utilisation = 10%) / energy_per_token(3 kW, 319.8 t/s) #> 4.6
utilised_energy(busy: power, idle: power, rate: token/time, utilisation: 1 = 1) =
  if utilisation > 0 and rate >= 0 then average_power(busy, idle, utilisation) / (utilisation * rate) else
  refuse("a utilisation of {utilisation} at {rate} makes no tokens", "give a utilisation above 0, and a throughput of 0 or more")

# machines

## the most that one GPU takes; what takes more is a node, a rack or a whole system
## source: the largest of the catalog is 1.4 kW (GB300, MI355X); a bound with room, raise it for a larger one; medium confidence
## example: rack_gb200 / largest_board #> 48
largest_board = 2.5 kW

## power of a node: its boards, and an overhead for the host, network and fans
## source: boards at their power limit times 1 + overhead; 10% is a guess of Clune 2025 (the seed): low confidence
## example: node_power(h100_sxm, 4) #> 3.08 kW
node_power(card: power, count: 1 = 1, overhead: 1 = 10%) = if card > largest_board then
  refuse("{card} is more than one GPU takes", "give the power of one, such as that of `gb200`; a rack's power holds its nodes already") else
  if card >= 0 and 0 <= overhead < 1 and count > 0 then card * count * (1 + overhead) else
  refuse("{count} boards of {card} and an overhead of {overhead} times their power make no node", "give 1 or more boards that draw power, and a share: 10 % or 0.1")

## share of its power limit that a board draws while it decodes, by batch: a fit with sd 0.11
## source: fit to 258 H100 configurations of ML.ENERGY (2026-02): 0.54 + 0.033 log2(batch); medium confidence
## example: drawn_share(8) #> 0.639
drawn_share(batch: 1) = if batch >= 1 then min(1, 0.54 + 0.033 * log2(batch)) else
  refuse("a batch of {batch} is none", "give the requests that run together, 1 or more")

## power that boards draw while they decode, by batch; the boards alone
## source: drawn_share times the power limit; medium confidence, and for H100 alone
## example: drawn_power(h100_sxm, 4, batch = 8) #> 1.7892 kW
drawn_power(card: power, count: 1 = 1, batch: 1 = 1) = if card > largest_board then
  refuse("{card} is more than one GPU takes", "give the power of one, such as that of `gb200`") else
  if count > 0 and card >= 0 then card * count * drawn_share(batch) else
  refuse("{count} boards of {card} draw nothing", "give 1 or more, and a power of 0 or more")

## share of its power limit that a board drew in measured runs, by batch; for data instead of a fit
## source: ML.ENERGY (2026-02): power of the boards over their number and their power limit; high confidence
## example: max(measured_share(measured.llama_3_3_70b_h100, h100_sxm)) #> 0.909304
measured_share(runs: 1, card: power) = runs.power / (runs.gpus / 1 gpu * card)

## batches of the measured shares below
## source: ML.ENERGY (2026-02); high confidence
## example: first(share_batches) #> 8
share_batches = [8, 16, 32, 64, 96, 128, 192, 256, 384, 512]

## share of its power limit that an H100 drew, by batch: the mean over models and tasks, sd 0.11
## source: 259 configurations of ML.ENERGY (2026-02), 36 at batch 8, 12 at batch 512; power of the boards over 700 W each; medium confidence for a model of your own
## example: interpolate(share_h100, share_batches = 100) #> 0.775263
share_h100 = [0.6196, 0.6621, 0.7050, 0.7531, 0.7744, 0.7813, 0.8188, 0.8189, 0.7826, 0.7944] over share_batches

## share of its power limit that a B200 drew, all batches together
## source: ML.ENERGY (2026-02), mean; medium confidence
## example: 2 * 1000 W * share_b200 #> 1.42 kW
share_b200 = 71%

## the server around 8 GPUs without them, per GPU
## source: EcoLogits 0.9.1 (2025): 1.2 kW for a chassis of 8; high confidence that it is taken there, medium for another server
## example: chassis_power #> 0.15 kW
chassis_power = 1.2 kW / 8

## power of boards and their share of the server
## source: EcoLogits 0.9.1 (2025); medium confidence
## example: server_power(h100_sxm, 4) #> 3.4 kW
server_power(card: power, count: 1 = 1) = if card > largest_board then
  refuse("{card} is more than one GPU takes", "give the power of one, such as that of `gb200`; a rack's power holds its servers already") else
  if count > 0 then count * (card + chassis_power) else
  refuse("{count} boards make no server", "give 1 or more")

## a node of 8 H100 at its maximum
## source: NVIDIA DGX H100, 10.2 kW; Epoch AI 2025 takes 70% of it; high confidence
## example: dgx_h100 / 8 #> 1.275 kW
dgx_h100 = 10.2 kW

## a node of 8 H100 of another maker at its maximum
## source: Oviedo et al. 2025 (arXiv 2509.20241), whose distribution has its centre at 70% of it; high confidence
## example: server_h100 / 8 #> 1.4125 kW
server_h100 = 11.3 kW

## a node of 8 B200 at its maximum
## source: vendor figure, medium confidence
## example: dgx_b200 / 8 #> 1.7875 kW
dgx_b200 = 14.3 kW

## a compute tray of 4 GB200 at its maximum; it draws 1000 W idle
## source: NVIDIA DPS documentation, seen 2026; medium confidence
## example: tray_gb200 / 4 #> 1.66675 kW
tray_gb200 = 6667 W

## a rack of 72 GB200
## source: press, 2024; medium confidence
## example: rack_gb200 / 72 #> 1.66667 kW
rack_gb200 = 120 kW

## a rack of 72 GB300, as it is planned for: 18 trays of 7.5 kW
## source: NVIDIA deployment guidance, seen 2026; medium confidence
## example: rack_gb300 / 72 #> 1.875 kW
rack_gb300 = 135 kW

## what a facility provides for one H100: server, network and cooling, so no PUE on top
## source: InferenceX constants (2026-04); revised to 1370 W in 2026-08; high confidence
## example: high(allin_h100) / h100_sxm #> 2.47143
allin_h100 = 1370..1730 W

## what a facility provides for one H200: server, network and cooling, so no PUE on top
## source: InferenceX constants (2026-04); high confidence
## example: allin_h200 #> 1.73 kW
allin_h200 = 1730 W

## what a facility provides for one B200: server, network and cooling, so no PUE on top
## source: InferenceX constants (2026-04); revised to 1710 W in 2026-08; high confidence
## example: allin_b200 #> 1.71..2.17 kW
allin_b200 = 1710..2170 W

## what a facility provides for one B300: server, network and cooling, so no PUE on top
## source: InferenceX constants (2026-04); revised to 1900 W in 2026-08; high confidence
## example: allin_b300 #> 1.9..2.17 kW
allin_b300 = 1900..2170 W

## what a facility provides for one GB200 of a rack of 72: server, network and cooling, so no PUE on top
## source: InferenceX constants (2026-04); high confidence
## example: allin_gb200 #> 2.1 kW
allin_gb200 = 2100 W

## what a facility provides for one GB300 of a rack of 72: server, network and cooling, so no PUE on top
## source: InferenceX constants (2026-04); revised to 2120 W in 2026-08; high confidence
## example: allin_gb300 #> 2.1..2.12 kW
allin_gb300 = 2100..2120 W

## what a facility provides for one MI300X: server, network and cooling, so no PUE on top
## source: InferenceX constants (2026-04); high confidence
## example: allin_mi300x #> 1.79 kW
allin_mi300x = 1790 W

## what a facility provides for one MI325X: server, network and cooling, so no PUE on top
## source: InferenceX constants (2026-04); high confidence
## example: allin_mi325x #> 2.18 kW
allin_mi325x = 2180 W

## what a facility provides for one MI355X: server, network and cooling, so no PUE on top
## source: InferenceX constants (2026-04); revised to 2090 W in 2026-08; high confidence
## example: allin_mi355x #> 2.09..2.65 kW
allin_mi355x = 2090..2650 W

# facility

## energy at the meter of the facility, from that of its machines; not from all-in power, which holds it
## source: PUE is facility energy over IT energy (ISO/IEC 30134-2); apply it once; high confidence
## example: facility_energy(10 kWh, pue = 1.2) #> 12 kWh
facility_energy(it_energy: energy, pue: 1) = if 1 <= pue < 10 then it_energy * pue else
  refuse("a PUE of {pue} is out of reach", "take facility energy over IT energy: 1.2, or 120 %")

## power at the meter of the facility, from that of its machines; not from all-in power, which holds it
## source: as facility_energy, for the mean over a year; high confidence
## example: facility_power(3 kW, pue = facility.google_fleet) #> 3.27 kW
facility_power(it_power: power, pue: 1) = if 1 <= pue < 10 then it_power * pue else
  refuse("a PUE of {pue} is out of reach", "take facility energy over IT energy: 1.2, or 120 %")

## energy per token at the meter of the facility
## source: as facility_energy; tokens have no PUE; high confidence
## example: facility_per_token(9.63102 J/t, pue = 1.2) #> 11.5572 J/t
facility_per_token(per_token: energy/token, pue: 1) = if 1 <= pue < 10 then per_token * pue else
  refuse("a PUE of {pue} is out of reach", "take facility energy over IT energy: 1.2, or 120 %")

## mean PUE of the industry
## source: Uptime Institute survey 2024; high confidence as a mean, centres differ from 1.04 to 2
## example: industry_pue #> 1.56
industry_pue = 1.56

## water used on site and by generation
## source: site litres are per kWh of IT energy, litres at generation per kWh of facility energy; high confidence
## example: water_use(10 kWh, pue = 1.12, site = 0.3 L/kWh, generation = 3.142 L/kWh) #> 38.1904 L
water_use(
  it_energy: energy, pue: 1, site: volume/energy = 0 L/kWh, generation: volume/energy = 0 L/kWh
) = if 1 <= pue < 10 then it_energy * site + it_energy * pue * generation else
  refuse("a PUE of {pue} is out of reach", "take facility energy over IT energy: 1.2, or 120 %")

## water that generation used for a kilowatt hour of Azure's and AWS's centres
## source: Jegham et al. 2025 (arXiv 2505.09598 v6): 3.142 L/kWh off site; medium confidence, one source; the catalog's grids have `.water` by country
## example: water_use(1 kWh, pue = 1.12, generation = generation_water) #> 3.51904 L
generation_water = 3.142 L/kWh

## emissions of using electricity
## source: facility energy times the intensity of the grid (`grid.FRA` and others: yearly averages by place); high confidence, sources differ by up to 30%
## example: carbon_emitted(6.41 kWh, grid.FRA) #> 283.194 gCO2e
carbon_emitted(energy: energy, intensity: mass*CO2e/energy) = energy * intensity

## emissions per token
## source: as carbon_emitted
## example: carbon_per_token(6.41 kWh/Mt, grid.FRA) #> 283.194 gCO2e/Mt
carbon_per_token(per_token: energy/token, intensity: mass*CO2e/energy) = per_token * intensity

## intensity of a grid as an operator reports it after buying certificates
## source: Elsworth et al. 2025 (Google Gemini): 0.03 gCO2e over 0.24 Wh, so 104 to 146 before rounding; medium confidence
## example: market_google #> 125 gCO2e/kWh
market_google = 0.03 gCO2e / 0.24 Wh -> gCO2e/kWh

## emissions of making a server of 8 without its GPUs
## source: EcoLogits 0.9.1 (2025); medium confidence
## example: embodied_server / embodied_board #> 34.7561
embodied_server = 5700 kgCO2e
## emissions of making one GPU
## source: EcoLogits 0.9.1 (2025); medium confidence
## example: 8 * embodied_board #> 1.312 tCO2e
embodied_board = 164 kgCO2e

## emissions of making the machines, shared over their life and what runs together
## source: EcoLogits 0.9.1 (2025): 5700 kgCO2e for a server of 8, 164 kgCO2e for a GPU, 3 years; medium confidence
## example: embodied_carbon(30 s, gpus = 4, batch = 64) #> 17.3591 mgCO2e
embodied_carbon(
  duration: time, gpus: 1 = 1, batch: 1 = 1, life: time = 3 year,
  server: mass*CO2e = embodied_server, board: mass*CO2e = embodied_board
) = if gpus > 0 and life > 0 s and duration >= 0 then
  (if batch >= 1 then duration / (batch * life) * (gpus / 8 * server + gpus * board) else
    refuse("a batch of {batch} is none", "give the requests that run together, 1 or more")) else
  refuse("{gpus} GPUs of a life of {life} share nothing in {duration}", "give 1 GPU or more, a life above 0, and a duration of 0 or more")

# money

## price of electricity
## source: money per energy times facility energy; in the currency of the price
## example: electricity_cost(12 kWh, 0.30 €/kWh) #> 3.60 €
electricity_cost(energy: energy, price: money/energy) = energy * price

## price of electricity per token
## source: as electricity_cost
## example: electricity_per_token(5.342 kWh/Mt, 0.15 $/kWh) #> 0.8013 $/Mt
electricity_per_token(per_token: energy/token, price: money/energy) = per_token * price

## price of a kilowatt hour for machines; put your own
## source: implied by a comparison of two servers at 2 kW (1Cat-vLLM issue 535, 2026); low confidence
## example: electricity_per_token(2.6 kWh/Mt, electricity_price) #> 0.39 $/Mt
electricity_price = 0.15 $/kWh

## price of a token on rented machines, in the currency of the price
## source: GPU hours times their price, over the tokens made meanwhile
## example: rental_cost(4, 1.30 $/gpu/h, 319.8 t/s) #> 4.51671 $/Mt
rental_cost(gpus: 1, price: money/gpu/time, rate: token/time) = if gpus > 0 and price >= 0 and rate >= 0 then
  gpus * 1 gpu * price / rate else
  refuse("{gpus} GPUs at {price} make no tokens at {rate}", "give 1 GPU or more, a price and a throughput of 0 or more")

## price per output token when an input token costs a share of it
## source: Mazurek and Gabriel 2025 (tensoreconomics): cost / (batch (share · in + out)), share 0.3, which is a guess from prices of interfaces: low confidence
## example: output_price(0.01 $, 2035 t, 300 t, batch = 8, share = 0.3) #> 1.37287 $/Mt
output_price(cost: money, input: token, output: token, batch: 1 = 1, share: 1 = 0.3) =
  if 0 <= share <= 1 and input >= 0 and output >= 0 then
    (if batch >= 1 then cost / (batch * (share * input + output)) else
      refuse("a batch of {batch} is none", "give the requests that run together, 1 or more")) else
  refuse("{share} of the price of an output token for {input} in and {output} out is no price", "give a share of 0 to 1, 0.3 or 30 %, and tokens of 0 or more")

## price per input token, as a share of that of an output token
## source: Mazurek and Gabriel 2025 (tensoreconomics): share · output price
## example: input_price(0.01 $, 2035 t, 300 t, batch = 8, share = 0.3) #> 0.411862 $/Mt
input_price(cost: money, input: token, output: token, batch: 1 = 1, share: 1 = 0.3) =
  share * output_price(cost, input, output, batch, share)

## price of a request: its input tokens cost a share of its output tokens
## source: (share · in + out) times the price of an output token: an equal share of the batch
## example: request_price(0.01 $, 2035 t, 300 t, batch = 8) #> 0.00125 $
request_price(cost: money, input: token, output: token, batch: 1 = 1, share: 1 = 0.3) =
  (share * input + output) * output_price(cost, input, output, batch, share)

## an hour of an H100: owned by a hyperscaler
## source: InferenceX constants (2026-04); high confidence
## example: 4 gpu * h100_owned #> 5.2 $/h
h100_owned = 1.30 $/gpu/h

## an hour of an H100: owned by a smaller cloud
## source: InferenceX constants (2026-04); high confidence
## example: 4 gpu * h100_neocloud #> 6.76 $/h
h100_neocloud = 1.69 $/gpu/h

## an hour of an H100: rented for three years
## source: InferenceX constants (2026-04); high confidence
## example: 4 gpu * h100_rented #> 5.2 $/h
h100_rented = 1.30 $/gpu/h

## an hour of an H100: rented on demand
## source: Mazurek and Gabriel 2025 (tensoreconomics); high confidence
## example: 4 gpu * h100_demand #> 10 $/h
h100_demand = 2.50 $/gpu/h

## an hour of a B200: owned by a hyperscaler
## source: InferenceX constants (2026-04); high confidence
## example: 4 gpu * b200_owned #> 7.8 $/h
b200_owned = 1.95 $/gpu/h

## an hour of a B200: owned by a smaller cloud
## source: InferenceX constants (2026-04); high confidence
## example: 4 gpu * b200_neocloud #> 9.36 $/h
b200_neocloud = 2.34 $/gpu/h

## an hour of a B200: rented for three years
## source: InferenceX constants (2026-04); high confidence
## example: 4 gpu * b200_rented #> 11.6 $/h
b200_rented = 2.90 $/gpu/h

## an hour of an H100: owned by a hyperscaler, by a smaller cloud, rented for years, rented on demand
## source: InferenceX constants (2026-04) 1.30 to 1.69; Mazurek and Gabriel 2025 2.50
## example: h100_hour #> 1.3..2.5 $/gpu/h
h100_hour = 1.30..1.69..2.50 $/gpu/h

## an hour of a B200: owned by a hyperscaler, by a smaller cloud, rented for years
## source: InferenceX constants (2026-04)
## example: b200_hour #> 1.95..2.9 $/gpu/h
b200_hour = 1.95..2.34..2.90 $/gpu/h

# equivalences: units to say an amount in

## boiling half a litre of water once. Spread: 42 to 50 Wh, and 120 Wh for 1.5 L
## source: measured, 150,784 J for 0.5 L (public page seen 2026); 46.5 Wh from 20 °C at 100%; a minute of 3 kW is 50 Wh (leoht.co.uk 2022); medium confidence
## example: 1 kWh -> kettle #> 23.8752 kettle
unit kettle = 150784 J, also kettles

## charging a phone once. Spread: 10 to 20 Wh
## source: openenergymonitor.org, 0.01 kWh; medium confidence
## example: 0.34 Wh -> phone_charge #> 0.034 phone_charge
unit phone_charge = 10 Wh, also phone_charges

## a kilometre with an electric car. Spread: not known, one source
## source: EcoLogits calculator, 0.17 kWh/km; high confidence
## example: 10.2 kWh -> ev_km #> 60 ev_km
unit ev_km = 0.17 kWh

## an hour with a laptop. Spread: not known, one source
## source: leoht.co.uk household items 2022, 50 W; medium confidence
## example: 41 Wh -> laptop_hour #> 0.82 laptop_hour
unit laptop_hour = 50 Wh, also laptop_hours

## an hour of television, 55 inch. Spread: 96 to 110 Wh
## source: leoht.co.uk household items 2022, 110 W; Elsworth et al. 2025 imply 96 W; medium confidence
## example: 0.24 Wh -> tv_hour #> 0.00218182 tv_hour
unit tv_hour = 110 Wh, also tv_hours

## an hour of a LED lamp. Spread: 5 to 10 Wh
## source: leoht.co.uk household items 2022, 10 W; ComparIA has 5 W; medium confidence
## example: 0.34 Wh -> lamp_hour #> 0.034 lamp_hour
unit lamp_hour = 10 Wh, also lamp_hours

## an hour of streamed video. Spread: not known of the energy; emissions of an hour differ by a factor of 2
## source: IEA, by Carbon Brief, 0.077 kWh/h; medium confidence
## example: 1 kWh -> stream_hour #> 12.987 stream_hour
unit stream_hour = 77 Wh, also stream_hours

## a web search, an old figure. Spread: 0.2 to 0.3 Wh
## source: Google blog 2009, 0.0003 kWh; medium confidence, of 2009
## example: 0.24 Wh -> web_search #> 0.8 web_search
unit web_search = 0.3 Wh, also web_searches

## electricity of a household in the United States in a year. Spread: not known, one source
## source: US EIA, by Epoch AI 2025, 10,500 kWh; high confidence
## example: 107 GWh -> us_home_year #> 10190.5 us_home_year
unit us_home_year = 10500 kWh, also us_home_years

## emissions of a kilometre with a petrol car in Europe. Spread: 175 to 251 g, the latter in the United States
## source: Green Algorithms v3.0, 175 gCO2e; high confidence
## example: 1 kgCO2e -> car_km #> 5.71429 car_km
unit car_km = 175 gCO2e

## emissions of a kilometre in a train. Spread: 5 to 41 g
## source: Green Algorithms v3.0, 41 gCO2e; medium confidence
## example: 1 kgCO2e -> train_km #> 24.3902 train_km
unit train_km = 41 gCO2e

## emissions of a passenger kilometre in a plane, economy. Spread: 139 to 244 g
## source: Green Algorithms v3.0, 171 gCO2e; medium confidence
## example: 1 kgCO2e -> flight_km #> 5.84795 flight_km
unit flight_km = 171 gCO2e

## what a tree takes up in a year. Spread: not known, one source
## source: Green Algorithms v3.0, 11 kgCO2e; medium confidence
## example: 44 kgCO2e -> tree_year #> 4 tree_year
unit tree_year = 11 kgCO2e, also tree_years
"""##

  package static let roofline: StaticString = ##"""
# Throughput and energy from first principles: sizes, FLOPs, bytes and time of a transformer on a
# machine. `use roofline` brings all of it. Models and cards come from the catalog: `llama_3_3_70b`,
# `h100_sxm`. Lengths are tokens of one sequence, GPUs and batches are plain numbers, efficiencies are
# shares of the peaks. A mixture of experts and latent attention (DeepSeek, Kimi) are counted by their
# shapes; what was fitted to dense models alone says so instead of giving a number.

# size

## parameters of the attention of one layer: multi-head, grouped or latent
## source: grouped_attention or latent_attention, by what the catalog states; high confidence
## example: attention_parameters(deepseek_v3) / 1e6 #> 187.105
attention_parameters(model: 1) =
  if known(model.latent) then latent_attention(model) else grouped_attention(model)

## parameters of the attention of one layer with heads of keys and values, each or in groups
## source: 2hd (a + k): queries and output of a heads, keys and values of k; high confidence
## example: grouped_attention(llama_3_3_70b) / 1e6 #> 150.995
grouped_attention(model: 1) = 2 * model.hidden * model.head_dim * (model.heads + model.kv_heads)

## parameters of the attention of one layer with a latent of keys and values (DeepSeek, Kimi)
## source: hq + qa (nope + rope) + h (lat + rope) + lat a (nope + v) + avh, and without a query rank ha (nope + rope); DeepSeek-V2 (arXiv 2405.04434); high confidence
## example: latent_attention(deepseek_v2_lite) / 1e6 #> 13.7626
latent_attention(model: 1) = queries + model.hidden * (model.latent + model.rope_dim) +
  model.latent * model.heads * (model.nope_dim + model.value_dim) +
  model.heads * model.value_dim * model.hidden where
  key = model.nope_dim + model.rope_dim,
  queries = if known(model.query_rank) then
    model.query_rank * (model.hidden + model.heads * key) else model.hidden * model.heads * key

## layers that have experts; none of a dense model
## source: layers, less those that a mixture keeps dense; high confidence
## example: expert_layers(deepseek_v3) #> 58
expert_layers(model: 1) = if known(model.experts) then model.layers - dense else 0 where
  dense = if known(model.dense_layers) then model.dense_layers else 0

## parameters of the routed experts, all of them; none of a dense model
## source: 3h I for each expert and layer; high confidence
## example: routed_parameters(mixtral_8x7b) #> 45.0972 Gparam
routed_parameters(model: 1) = (
  if known(model.experts) then
    expert_layers(model) * model.experts * 3 * model.hidden * model.moe_ffn else 0
) -> Gparam

## parameters that every token is multiplied with, without embeddings and the head
## attention, feed-forward layers or the experts that a token uses, and the router
## source: L times attention, 3hI of dense layers, (used + shared) 3hI + hE of layers with experts; high confidence
## example: matrix_parameters(mixtral_8x7b) #> 12.6175 Gparam
matrix_parameters(model: 1) = (
  model.layers * attention_parameters(model) +
  (model.layers - expert_layers(model)) * 3 * model.hidden * model.ffn + mixture
) -> Gparam where
  shared = if known(model.shared_experts) then model.shared_experts else 0,
  mixture = if known(model.experts) then expert_layers(model) * model.hidden * (
    (model.experts_per_token + shared) * 3 * model.moe_ffn + model.experts) else 0

## parameters outside of the matrices: embeddings, one where input and output share it; norms; biases
## source: Vh once or twice, 2h a layer and h, and (a + 2k) d a layer where queries, keys and values have a bias; high confidence
## example: embedding_parameters(qwen2_5_7b) #> 1.09033 Gparam
embedding_parameters(model: 1) = (
  embeddings * model.vocab * model.hidden + model.hidden * (2 * model.layers + 1) + bias
) -> Gparam where
  embeddings = if model.tied_embeddings == "yes" then 1 else 2,
  bias = if known(model.qkv_bias) then
    model.layers * model.head_dim * (model.heads + 2 * model.kv_heads) else 0

## parameters of a transformer, counted from its shape: dense, mixture of experts, latent attention
## source: 2Vh + L (attention + feed-forward + 2h) + h, a mixture with all its experts. Equal to the figures of hubs to 0.01 G for 36 models; high confidence
## example: model_parameters(mixtral_8x7b) #> 46.7028 Gparam
model_parameters(model: 1) = (
  matrix_parameters(model) + embedding_parameters(model) + idle
) -> Gparam where
  idle = if known(model.experts) then
    routed_parameters(model) * (1 - model.experts_per_token / model.experts) else 0

## parameters of a dense transformer, counted from its shape; a mixture of experts is refused
## source: 2Vh + L (2had + 2hkd + 3hI + 2h) + h; one embedding where it is tied; high confidence
## example: dense_parameters(llama_3_3_70b) #> 70.5537 Gparam
dense_parameters(model: 1) = (
  if known(model.experts) then
    refuse("{model.title} is a mixture of experts, and not dense", "count all its experts with `model_parameters(…)`, those that a token uses with `active_parameters(…)`") else
    model_parameters(model)
) -> Gparam

## parameters that one token uses, counted from the shape, embeddings and head among them
## source: as model_parameters, with the experts that a token uses; published counts may leave embeddings out (gpt-oss leaves out one of two); high confidence
## example: active_parameters(mixtral_8x7b) #> 12.8799 Gparam
active_parameters(model: 1) = matrix_parameters(model) + embedding_parameters(model) -> Gparam

## bytes of a parameter of the experts: as asked, or as published where that is mixed (gpt-oss: MXFP4)
## source: the catalog's expert_bits; high confidence
## example: expert_size(gpt_oss_120b) #> 4.25 bit
expert_size(model: 1, precision: information = 2 B) =
  if known(model.expert_bits) then model.expert_bits else precision

## bytes of the weights
## source: parameters times the bytes of one; all experts, used or not, in the format in which they were published; high confidence
## example: weight_bytes(llama_3_3_70b) #> 141.108 GB
weight_bytes(model: 1, precision: information = 2 B) = (
  if precision <= 0 then refuse("no parameter takes {precision}", "give the bytes of one: `2 B`") else
  if known(model.expert_bits) then
    (model - routed_parameters(model)) * precision +
      routed_parameters(model) * expert_size(model, precision) else
    model * precision
) -> GB

## bytes of the key-value cache of one token: multi-head, grouped or latent attention
## source: 2 L k d bytes; latent: L (latent + rope) bytes; high confidence
## example: cache_per_token(llama_3_3_70b) #> 327.68 kB/t
cache_per_token(model: 1, element: information = 2 B) =
  element / 1 t * model.layers * (if known(model.latent) then model.latent + model.rope_dim else
    2 * model.kv_heads * model.head_dim)

## bytes of the key-value cache of one token with latent attention, from its widths
## source: L (latent + rope) bytes; high confidence
## example: latent_cache(61, 512, 64) #> 70.272 kB/t
latent_cache(layers: 1, latent: 1, rope: 1, element: information = 2 B) =
  layers * (latent + rope) * element / 1 t

## bytes of the key-value cache of sequences
## source: cache of a token times tokens times sequences; an upper bound where layers keep a window only (Gemma 3, gpt-oss); high confidence
## example: cache_bytes(llama_3_3_70b, 8192 t, sequences = 64) #> 171.799 GB
cache_bytes(model: 1, length: token, sequences: 1 = 1, element: information = 2 B) =
  if sequences >= 0 and length >= 0 and element > 0 then
  cache_per_token(model, element) * length * sequences else
  refuse("{sequences} sequences of {length} with {element} for each number are none", "give 0 or more of both, and bytes above 0")

## the most power that one GPU takes; what takes more is a superchip, a rack or a whole system
## source: the largest of the catalog is 1.4 kW (GB300, MI355X); a bound with room, raise it for a larger one; medium confidence
## example: gb200_nvl72 > largest_card #> true
largest_card = 2.5 kW

## memory of the cards that weights and caches may take
## source: memory times the share that serving programs take (vLLM: 0.9 by default); high confidence
## example: usable_memory(h100_sxm, 4) #> 288 GB
usable_memory(card: power, gpus: 1 = 1, share: 1 = 0.9) = if card > largest_card then
  refuse("{card.title} is more than one GPU", "give one, such as `gb200`, and the number of them") else
  if gpus > 0 and 0 < share <= 1 then gpus * card.memory * share else
  refuse("{gpus} GPUs and a share of {share} of their memory hold nothing", "take 1 GPU or more, and a share of 0 to 1")

## whether weights and caches fit into the memory of the cards
## source: usable_memory against weights and caches; high confidence
## example: fits_memory(llama_3_3_70b, h100_sxm, 4, 8192 t, sequences = 64) #> false
fits_memory(
  model: 1, card: power, gpus: 1, length: token, sequences: 1 = 1, precision: information = 2 B,
  share: 1 = 0.9, element: information = 2 B
) = weight_bytes(model, precision) + cache_bytes(model, length, sequences, element) <=
  usable_memory(card, gpus, share)

## sequences that fit beside the weights at once
## source: (share · memory − weights) / (cache of a token · length), rounded down; high confidence
## example: concurrency_cap(llama_3_3_70b, h100_sxm, 4, 17035 t) #> 26
concurrency_cap(
  model: 1, card: power, gpus: 1, length: token, precision: information = 2 B, share: 1 = 0.9,
  element: information = 2 B
) = max(0, floor(free / cache_bytes(model, length, 1, element))) where
  free = usable_memory(card, gpus, share) - weight_bytes(model, precision)

# mixture of experts

## parameters that are outside of the routed experts
## source: all less the routed experts; high confidence
## example: shared_parameters(mixtral_8x7b) #> 1.60584 Gparam
shared_parameters(model: 1) = model - routed_parameters(model) -> Gparam

## distinct experts that a layer reads for a batch, expected
## source: E (1 − (1 − k/E)^B), each token choosing alike and alone; real routing is uneven, so fewer: medium confidence
## example: experts_touched(mixtral_8x7b, 8) #> 7.1991
experts_touched(model: 1, batch: 1) = if known(model.experts) then
  model.experts * (1 - (1 - model.experts_per_token / model.experts)^batch) else
  refuse("{model.title} has no experts", "ask `bytes_touched(…)`: a dense model reads all its weights")

## bytes of the weights that one step of decoding reads: all, or of a mixture what its batch touches
## source: weights outside of experts, and the share of the experts that is touched; medium confidence for mixtures
## example: bytes_touched(mixtral_8x7b, 1) #> 25.7603 GB
bytes_touched(model: 1, batch: 1 = 1, precision: information = 2 B) =
  if known(model.experts) then shared_parameters(model) * precision +
    routed_parameters(model) * expert_size(model, precision) *
    experts_touched(model, batch) / model.experts else
  weight_bytes(model, precision)

# floating-point operations

## operations of reading a prompt, one sequence; of a mixture, those of the experts that a token uses
## source: matrices of m by n by o take 2mno; norm, rotary and softmax too; the head for the last token (Mazurek and Gabriel 2025). Latent attention with keys and values written out; high confidence
## example: prefill_flops(llama_3_3_70b, 2048 t) #> 291.493 TFLOP
prefill_flops(model: 1, prompt: token) = if prompt >= 0 t then
  1 FLOP * (
    s * (10 * model.layers * model.hidden + 2 * matrix_parameters(model)) +
    s^2 * model.layers * attention_work(model) + 2 * model.hidden * model.vocab) else
  refuse("a prompt of {prompt} is none", "give its tokens, 0 or more") where
  s = prompt / 1 t

## operations of one more token after so many; of a mixture, those of the experts that it uses
## source: as prefill_flops for one token that attends to all before it; high confidence
## example: decode_flops(llama_3_3_70b, 2048 t) #> 144.431 GFLOP/t
decode_flops(model: 1, context: token) = if context >= 0 t then
  1 FLOP/t * (
    10 * model.layers * model.hidden + 2 * matrix_parameters(model) +
    n * model.layers * attention_work(model) + 2 * model.hidden * model.vocab) else
  refuse("a context of {context} is none", "give its tokens, 0 or more") where
  n = context / 1 t

## operations of one layer for a token and another one that it attends to
## source: 2ad for the product with the key, 2ad with the value, 5a of softmax (Mazurek and Gabriel 2025); medium confidence for latent attention, which programs work out in several ways
## example: attention_work(llama_3_3_70b) #> 33088
attention_work(model: 1) = model.heads * (2 * width + 5) where
  width = if known(model.latent) then
    model.nope_dim + model.rope_dim + model.value_dim else 2 * model.head_dim

## the rule of thumb: two operations for each active parameter and token
## source: a multiplication and an addition; holds below some 4,000 tokens; medium confidence
## example: rule_flops(llama_3_3_70b) #> 141.108 GFLOP/t
rule_flops(model: 1) = 2 FLOP/t * model.active

## peak operations of a card for weights of a precision: FP8 where they take a byte or less, else BF16
## source: the catalog's dense peaks; high confidence
## example: peak_rate(h100_sxm, 1 B) #> 1.979 PFLOP/s
peak_rate(card: power, precision: information = 2 B) =
  if precision <= 1 B then card.fp8 else card.bf16

## operations for each byte at which a card is as busy computing as reading
## source: peak BF16 operations over peak bandwidth; high confidence
## example: ridge_point(h100_sxm) #> 295.224 FLOP/B
ridge_point(card: power) = card.bf16 / card.bandwidth -> FLOP/B

# time

## time of an all-reduce over cards
## source: GenZ: 5 µs and 2(N−1) link latencies, and 2(N−1)/N of the bytes at the link's rate; 450 GB/s is NVLink of an H100, one way; the link high confidence, 0.5 µs and 5 µs are guesses of GenZ: low
## example: allreduce_time(1 MB, 4, link = 450 GB/s, latency = 0.5 µs) #> 11.3333 µs
allreduce_time(
  size: information, gpus: 1, link: information/time = 450 GB/s, latency: time = 0.5 µs
) = if gpus > 1 then 5 µs + 2 * (gpus - 1) * latency + 2 * (gpus - 1) / gpus * size / link else 0 s

## time of the all-reduces of a step, two in each layer, as published: none on one card
## source: Mazurek and Gabriel 2025: 2 L h bytes of BF16 for each token, twice, at 450 GB/s; medium confidence
## example: exchange_time(llama_3_3_70b, 4, 2048 t) #> 11.9305 ms
exchange_time(model: 1, gpus: 1, tokens: token, link: information/time = 450 GB/s) =
  if gpus > 1 then 2 * model.layers * tokens * model.hidden * 2 B/t / link else 0 s

## time of reading the prompts of a batch, as published
## source: Mazurek and Gabriel 2025: 60% of the peak, two all-reduces a layer at 450 GB/s; the 60% are a guess and optimistic: medium confidence
## example: prefill_time(llama_3_3_70b, h100_sxm, 4, 2048 t) #> 0.134737 s
prefill_time(
  model: 1, card: power, gpus: 1, prompt: token, batch: 1 = 1, compute: 1 = 60%,
  link: information/time = 450 GB/s, precision: information = 2 B
) = if batch > 0 and gpus > 0 and 0 < compute <= 1 then
  batch * prefill_flops(model, prompt) / (gpus * peak_rate(card, precision) * compute) +
    exchange_time(model, gpus, batch * prompt, link) else
  refuse("a batch of {batch} on {gpus} GPUs at {compute} of their peak reads no prompt", "give 1 or more of both, and a share: 60 % or 0.6")

## time of one step of decoding, as published: the slower of computing and reading, and all-reduces
## source: Mazurek and Gabriel 2025: 60% of the peak, 70% of the bandwidth, both guesses and optimistic: medium confidence
## example: step_time(llama_3_3_70b, h100_sxm, 4, 2048 t) #> 15.1209 ms
step_time(
  model: 1, card: power, gpus: 1, context: token, batch: 1 = 1, compute: 1 = 60%,
  reading: 1 = 70%, link: information/time = 450 GB/s, precision: information = 2 B,
  element: information = 2 B
) = if batch > 0 and gpus > 0 and 0 < compute <= 1 and 0 < reading <= 1 then
  max(computed, read) + exchange_time(model, gpus, batch * 1 t, link) else
  refuse("a batch of {batch} on {gpus} GPUs at {compute} of their peak and {reading} of their bandwidth makes no token", "give 1 or more of both, and shares: 60 % or 0.6") where
  computed = batch * 1 t * decode_flops(model, context) /
    (gpus * peak_rate(card, precision) * compute),
  read = (bytes_touched(model, batch, precision) + cache_bytes(model, context, batch, element)) /
    (gpus * card.bandwidth * reading)

## output tokens a second of a batch, by the published model, which is optimistic
## A mixture of experts reads the experts that its batch touches.
## Weights that do not fit are refused; whether the caches of a batch fit is asked of `concurrency_cap`.
## source: Mazurek and Gabriel 2025, decoding taken at the middle of the output; measured throughput is 0.59 to 0.84 of it for prompts of 2,035 and 16,035 tokens, 0.45 to 1.01 over all clean runs: low confidence as a figure, medium as a bound
## example: published_rate(llama_3_3_70b, h100_sxm, 4, 2035 t, 300 t, batch = 8) #> 415.15 t/s
published_rate(
  model: 1, card: power, gpus: 1, input: token, output: token, batch: 1 = 1, compute: 1 = 60%,
  reading: 1 = 70%, link: information/time = 450 GB/s, precision: information = 2 B,
  element: information = 2 B, share: 1 = 0.9
) = if batch < 1 or input < 0 or output <= 0 then
  refuse("a batch of {batch} with {input} in and {output} out is none", "give a batch of 1 or more, and tokens above 0") else
  if weight_bytes(model, precision) < usable_memory(card, gpus, share) then
  batch * output / (prefill + output / 1 t * step) else
  refuse("the weights of {model.title}, {weight_bytes(model, precision)}, do not fit into {usable_memory(card, gpus, share)}", "take more GPUs, or weights of fewer bytes: `precision = 1 B`") where
  prefill = prefill_time(model, card, gpus, input, batch, compute, link, precision),
  step = step_time(
    model, card, gpus, input + output / 2, batch, compute, reading, link, precision, element)

## a constant of the calibrated model, where it holds: dense models on an H100 SXM
## source: fit to 606 clean runs of the tensoreconomics sweep (Llama-3.3-70B, 4 × H100, vLLM, 2025-03)
## example: fitted_share(llama_3_3_70b, h100_sxm, 58%) #> 58 %
fitted_share(model: 1, card: power, share: 1) = if known(model.experts) then
  refuse("the constants of the calibrated model were fitted to a dense model, and {model.title} is a mixture of experts", "ask `published_rate(…)`, or give constants of your own: `compute = 45%, weights = 58%, cache = 16%`") else
  if card.title == h100_sxm.title then share else
  refuse("the constants of the calibrated model were fitted to H100 SXM cards, and {card.title} is another", "ask `published_rate(…)`, or give constants of your own: `compute = 45%, weights = 58%, cache = 16%`")

## output tokens a second of a batch, by three constants fitted to the same measurements
## They are shares of the peak, of the bandwidth for weights, and of the bandwidth for the cache.
## Sequences that do not fit wait; a step takes no less than its operations.
## source: fit to 606 clean runs of the tensoreconomics sweep (Llama-3.3-70B, 4 × H100, vLLM, 2025-03): median error 2.5%, 90th percentile 8.4%: high confidence there, low for other sizes and servers
## example: calibrated_rate(llama_3_3_70b, h100_sxm, 4, 2035 t, 300 t, batch = 8) #> 318.779 t/s
calibrated_rate(
  model: 1, card: power, gpus: 1, input: token, output: token, batch: 1 = 1,
  compute: 1 = fitted_share(model, card, 45%), weights: 1 = fitted_share(model, card, 58%),
  cache: 1 = fitted_share(model, card, 16%), precision: information = 2 B,
  element: information = 2 B, share: 1 = 0.9
) = if batch < 1 or input < 0 or output <= 0 then
  refuse("a batch of {batch} with {input} in and {output} out is none", "give a batch of 1 or more, and tokens above 0") else
  if not (0 < compute <= 1 and 0 < weights <= 1 and 0 < cache <= 1) then
  refuse("{compute} of the peak, {weights} and {cache} of the bandwidth make no token", "give shares: 45 % or 0.45") else
  if weight_bytes(model, precision) < usable_memory(card, gpus, share) then
  (if fitting > 0 then
    batch * output / (prefill + (output / 1 t - 1) * max(read, computed) * batch / together) else
    refuse("not one sequence of {input + output} fits beside the weights of {model.title}, {weight_bytes(model, precision)}", "take more GPUs or shorter sequences")) else
  refuse("the weights of {model.title}, {weight_bytes(model, precision)}, do not fit into {usable_memory(card, gpus, share)}", "take more GPUs, or weights of fewer bytes: `precision = 1 B`") where
  fitting = concurrency_cap(model, card, gpus, input + output, precision, share, element),
  together = min(batch, fitting),
  middle = input + output / 2,
  operations = gpus * peak_rate(card, precision) * compute,
  prefill = batch * prefill_flops(model, input) / operations,
  computed = together * 1 t * decode_flops(model, middle) / operations,
  read = bytes_touched(model, together, precision) / (gpus * card.bandwidth * weights) +
    cache_bytes(model, middle, together, element) / (gpus * card.bandwidth * cache)

## energy per output token, by the calibrated model
## source: power over calibrated_rate, as sure as both
## example: roofline_energy(3 kW, llama_3_3_70b, h100_sxm, 4, 2035 t, 300 t, batch = 8) #> 9.41092 J/t
roofline_energy(
  power: power, model: 1, card: power, gpus: 1, input: token, output: token, batch: 1 = 1,
  compute: 1 = fitted_share(model, card, 45%), weights: 1 = fitted_share(model, card, 58%),
  cache: 1 = fitted_share(model, card, 16%), precision: information = 2 B,
  element: information = 2 B, share: 1 = 0.9
) = power / calibrated_rate(
  model, card, gpus, input, output, batch, compute, weights, cache, precision, element, share)
"""##

  package static let scope: StaticString = ##"""
# Scope by dimension. `use scope` adds names and changes none: the power of a board is per GPU, the
# energy of machines is no energy of a facility, and input tokens are no output tokens. What is
# multiplied twice, or divided by the wrong side, then has a dimension that shows it. Accelerators get a
# field as well: `h100_sxm.board` is 700 W IT/gpu, used as `4 gpu * h100_sxm.board`; of a rack or a
# superchip it is the share of one of its GPUs. GPUs are counted in `gpu` here.

## what machines take, before cooling and losses: a mark on watts and joules
## source: scope of IT energy in PUE, ISO/IEC 30134-2
## example: 3 kW IT / 319.8 t/s #> 9.38086 J IT/t
unit IT

## what the facility takes at its meter: a mark on watts and joules
## source: scope of facility energy in PUE, ISO/IEC 30134-2
## example: 3 kW IT * 1.2 site/IT #> 3.6 kW site
unit site

## a token that is read; input and output tokens are summed on purpose only
## source: serving programs count prompt tokens apart; an in+out figure is 9 times the output of 8k/1k
## example: 2035 t_in #> 2035 t_in
unit t_in, also token_in tokens_in, prefixes k M G T

## a token that is made
## source: throughput and prices of LLM serving are of output tokens unless said otherwise
## example: 300 t_out #> 300 t_out
unit t_out, also token_out tokens_out, prefixes k M G T

## power of a board, for each GPU; multiply by a number of GPUs: 4 gpu * board_scope(h100_sxm)
## source: the catalog's board power is that of one GPU, in IT scope
## example: 4 gpu * board_scope(h100_sxm) #> 2.8 kW IT
board_scope(card: power) = if card <= 2.5 kW then card * 1 IT/gpu else
  refuse("{card} is more than one GPU takes", "of a rack or a superchip ask for the field: `gb200_nvl72.board`")

## power of a node: boards, and an overhead for host, network and fans
## source: boards at their power limit times 1 + overhead; 10% is a guess of Clune 2025 (the seed): low confidence
## example: node_scope(h100_sxm, 4 gpu) #> 3.08 kW IT
node_scope(card: power, gpus: gpu = 1 gpu, overhead: 1 = 10%) = if 0 <= overhead < 1 and gpus > 0 then
  gpus * board_scope(card) * (1 + overhead) else
  refuse("{gpus} and an overhead of {overhead} times their power make no node", "give 1 gpu or more, and a share: 10 % or 0.1")

## what a facility provides for each GPU, cooling and all: of the site already, so no PUE on top fits
## source: all-in power of InferenceX holds server, network and cooling
## example: 4 gpu * allin_scope(1730 W) #> 6.92 kW site
allin_scope(power: power) = power * 1 site/gpu

## a PUE that can be applied once only: it turns IT into site
## source: PUE is facility energy over IT energy
## example: 3 kW IT * site_pue(1.2) #> 3.6 kW site
site_pue(pue: 1) = if 1 <= pue < 10 then pue * 1 site/IT else
  refuse("a PUE of {pue} is out of reach", "take facility energy over IT energy: 1.2, or 120 %")

## tokens read and made, summed on purpose
## source: definition
## example: all_tokens(16_035 t_in, 1000 t_out) #> 17035 t
all_tokens(input: t_in, output: t_out) = input * 1 t/t_in + output * 1 t/t_out

## energy at the meter without its scope, for comparing with figures that state none
## source: definition
## example: bare_energy(3.6 kWh site) #> 3.6 kWh
bare_energy(energy: energy*site) = energy / 1 site
"""##
}
