/// Conversions compared with GNU units: from, to, and the same two for `units`; or `= ratio` and the
/// reason where tj states another choice than GNU units or GNU units has no such unit. Columns are
/// parted by bars.
let pairs = #"""
  # SI prefixes, symbols and words
  km | m | km | m
  cm | m | cm | m
  mm | µm | mm | um
  µm | m | um | m
  um | nm | um | nm
  nm | pm | nm | pm
  Mm | km | Mm | km
  Gm | Mm | Gm | Mm
  dm | cm | dm | cm
  dam | m | dam | m
  hm | dam | hm | dam
  fm | am | fm | am
  zm | ym | zm | ym
  Tm | Gm | terameter | Gm
  Pm | Tm | Pm | terameter
  Em | Pm | Em | Pm
  Zm | Em | Zm | Em
  Ym | Zm | Ym | Zm
  kilometre | megametre | kilometre | megametre
  nanosecond | microsecond | nanosecond | microsecond
  gigajoule | kilojoule | gigajoule | kilojoule
  milliampere | ampere | milliampere | ampere
  terawatt | gigawatt | terawatt | gigawatt
  micrometer | millimeter | micrometer | millimeter
  hectopascal | pascal | hectopascal | pascal
  kg | g | kg | g
  Mg | kg | Mg | kg
  mg | µg | mg | ug
  ms | ns | ms | ns
  ps | fs | ps | fs
  mA | A | mA | A
  kA | mA | kA | mA
  mK | K | mK | K
  mmol | mol | mmol | mol
  kmol | µmol | kmol | umol
  mcd | cd | mcd | cd
  # energy
  kWh | J | kW hour | J
  kWh | MJ | kW hour | MJ
  Wh | kJ | W hour | kJ
  MWh | GJ | MW hour | GJ
  GWh | TJ | GW hour | TJ
  TWh | PJ | TW hour | PJ
  eV | J | eV | J
  keV | J | keV | J
  MeV | pJ | MeV | pJ
  GeV | nJ | GeV | nJ
  cal | J | cal | J
  kcal | kJ | kcal | kJ
  kcal | Wh | kcal | W hour
  cal_IT | J | calorie_IT | J
  BTU | J | btu | J
  Btu | kJ | btu | kJ
  kWh | BTU | kW hour | btu
  MMBTU | GJ | 1e6 btu | GJ
  MMBTU | kWh | 1e6 btu | kW hour
  quad | J | quad | J
  quad | TWh | quad | TW hour
  toe | GJ | 10 Gcal_IT | GJ
  toe | MWh | 10 Gcal_IT | MW hour
  tce | GJ | 7 Gcal_IT | GJ
  erg | J | erg | J
  erg | eV | erg | eV
  ton_TNT | GJ | ton tnt | GJ
  kton_TNT | TJ | kiloton tnt | TJ
  hartree | eV | 27.211386245981 eV | eV
  US_therm | MJ | therm | MJ
  J | cal | J | cal
  GJ | MMBTU | GJ | 1e6 btu
  toe | BTU | 10 Gcal_IT | btu
  kWh | eV | kW hour | eV
  N m | J | N m | J
  ft lbf | J | ft lbf | J
  kgf m | J | kgf m | J
  lbf inch | J | lbf inch | J
  W s | J | W s | J
  V A h | kJ | V A hour | kJ
  # power
  kW | W | kW | W
  GW | MW | GW | MW
  hp | W | hp | W
  hp | kW | hp | kW
  metric_hp | W | metrichorsepower | W
  VA | W | V A | W
  kvar | W | 1000 V A | W
  BTU/h | W | btu/hour | W
  ton_refrigeration | BTU/h | tonref | btu/hour
  ton_refrigeration | kW | tonref | kW
  kWh/day | W | kW hour/day | W
  kcal/h | W | kcal/hour | W
  MWh/week | kW | MW hour/week | kW
  J/min | mW | J/min | mW
  ft lbf/s | W | ft lbf/s | W
  erg/s | nW | erg/s | nW
  MW | hp | MW | hp
  kWh/h | kW | kW hour/hour | kW
  cal/s | W | cal/s | W
  # time and frequency
  min | s | min | s
  h | min | hour | min
  day | h | day | hour
  week | day | week | day
  hours | s | hours | s
  fortnight | week | fortnight | week
  day | ms | day | ms
  calendar_year | h | 365 day | hour
  week | h | week | hour
  Hz | s^-1 | Hz | s^-1
  GHz | MHz | GHz | MHz
  kHz | min^-1 | kHz | /min
  Bq | Hz | Bq | Hz
  Ci | GBq | curie | GBq
  minutes | hours | minutes | hours
  days | minutes | days | minutes
  # stated choices: the exact ratio
  year | day | = 365.25 | Julian year; GNU units: tropical year
  year | h | = 8766 | 365.25 × 24
  month | day | = 30.4375 | year/12; GNU units: tropical
  decade | year | = 10 | Julian years
  century | day | = 36525 | Julian years
  year | s | = 31557600 | Julian year
  therm | J | = 105505585.262 | IT Btu, EC and UK; GNU units: US therm
  therm | kWh | = 29.3071070172222222 | 105505585.262 / 3.6e6
  boe | GJ | = 6.119323945196 | 5.8e6 × 1055.05585262 J; GNU units has none
  toe | kWh | = 11630 | 41.868 / 0.0036
  tce | toe | = 0.7 | 7 Gcal / 10 Gcal
  rpm | Hz | = 0.0166666666666666667 | revolutions, ISO 80000-3; GNU units: 2π a revolution
  MMBTU | therm | = 10 | 1e6 / 1e5, both IT
  kWh/year | W | = 0.114077116130504222 | 1000/8766, Julian year
  Da | kg | = 1.66053906892e-27 | CODATA 2022; GNU units: 2018
  ly | m | = 9460730472580800 | Julian year × c
  lm | cd | = 1 | the steradian is 1
  tCO2e | kgCO2e | = 1000 | tonne and kilogram
  g CO2e/kWh | kgCO2e/MWh | = 1 | 1e-3/1e-3
  MtCO2e | tCO2e | = 1000000 | 10⁶ tonnes
  lbCO2e | gCO2e | = 453.59237 | the pound
  TFLOPS | FLOP/s | = 1e12 | tera
  PFLOP/s | TFLOPS | = 1000 | peta and tera
  Mt | t | = 1000000 | tokens
  kWh/million t | J/t | = 3.6 | 3.6e6/1e6
  kWh/Mt | kWh/million t | = 1 | a megatoken is a million tokens
  $/Mt | $/kt | = 0.001 | tokens
  L/100 km | L/km | = 0.01 | a number in a unit
  kUSD | $ | = 1000 | kilo
  % | ppm | = 10000 | 1e-2/1e-6
  ‰ | % | = 0.1 | 1e-3/1e-2
  Gparam | param | = 1e9 | giga
  queries/min | request/h | = 60 | minutes an hour
  RB | QB | = 0.001 | ronna, quetta; not in GNU units 2.22
  m^(1/2) | cm^(1/2) | = 10 | √100; GNU units: not a root
  rg | qg | = 1000 | ronto, quecto
  # information
  B | bit | byte | bit
  kB | B | kilobyte | byte
  KiB | B | kibibyte | byte
  MiB | kB | mebibyte | kilobyte
  GiB | GB | gibibyte | gigabyte
  TiB | GB | tebibyte | gigabyte
  PiB | TiB | pebibyte | tebibyte
  GB | Gbit | gigabyte | gigabit
  Gbps | MB/s | gigabit/s | megabyte/s
  Mibit | kbit | mebibit | kilobit
  TB/s | Gbps | terabyte/s | gigabit/s
  GB/day | kbps | gigabyte/day | kilobit/s
  megabyte | kilobit | megabyte | kilobit
  gibibyte | mebibyte | gibibyte | mebibyte
  EiB | PB | exbibyte | petabyte
  bit/s | B/h | bit/s | byte/hour
  # length, area, speed
  inch | cm | inch | cm
  ft | m | ft | m
  ft | inch | ft | inch
  yd | m | yd | m
  mile | km | mile | km
  mi | ft | mi | ft
  nmi | m | nauticalmile | m
  furlong | m | furlong | m
  fathom | ft | 6 ft | ft
  mil | µm | mil | um
  angstrom | nm | angstrom | nm
  au | km | au | km
  pc | m | parsec | m
  kpc | au | kiloparsec | au
  ha | m^2 | hectare | m^2
  acre | m^2 | acre | m^2
  acre | ft^2 | acre | ft^2
  mile^2 | acre | mile^2 | acre
  km^2 | ha | km^2 | hectare
  ft^2 | m^2 | ft^2 | m^2
  inch^2 | cm^2 | inch^2 | cm^2
  barn | m^2 | barn | m^2
  mph | km/h | mph | km/hour
  mph | m/s | mph | m/s
  knot | km/h | knot | km/hour
  km/h | m/s | km/hour | m/s
  ft/min | m/s | ft/min | m/s
  m/s^2 | ft/s^2 | m/s^2 | ft/s^2
  yd^2 | ft^2 | yd^2 | ft^2
  micron | nm | micron | nm
  # volume
  L | m^3 | liter | m^3
  mL | cm^3 | ml | cm^3
  dL | mL | dl | ml
  gal | L | gallon | liter
  gal | inch^3 | gallon | inch^3
  qt | mL | quart | ml
  pt | mL | pint | ml
  cup | mL | cup | ml
  floz | mL | floz | ml
  tbsp | mL | tablespoon | ml
  tsp | mL | teaspoon | ml
  bbl | L | bbl | liter
  bbl | gal | bbl | gallon
  bushel | L | bushel | liter
  acre_foot | m^3 | acrefoot | m^3
  Mcf | m^3 | 1000 ft^3 | m^3
  imperial_gallon | L | brgallon | liter
  imperial_pint | mL | brpint | ml
  imperial_floz | mL | brfloz | ml
  imperial_quart | L | brquart | liter
  ft^3 | L | ft^3 | liter
  yd^3 | m^3 | yd^3 | m^3
  m^3 | gal | m^3 | gallon
  gal/min | L/s | gallon/min | liter/s
  mpg | km/L | mile/gallon | km/liter
  L/s | m^3/h | liter/s | m^3/hour
  hL | L | hectoliter | liter
  # mass and density
  lb | kg | lb | kg
  oz | g | oz | g
  tonne | kg | tonne | kg
  short_ton | kg | shortton | kg
  long_ton | kg | longton | kg
  stone | lb | stone | lb
  grain | mg | grain | mg
  carat | mg | carat | mg
  troy_ounce | g | troyounce | g
  slug | kg | slug | kg
  kg | lb | kg | lb
  ktonne | tonne | kilotonne | tonne
  lb/ft^3 | kg/m^3 | lb/ft^3 | kg/m^3
  g/cm^3 | kg/L | g/cm^3 | kg/liter
  Mtonne | Gg | megatonne | gigagram
  short_ton | lb | shortton | lb
  # pressure, force, viscosity
  bar | kPa | bar | kPa
  mbar | Pa | millibar | Pa
  atm | Pa | atm | Pa
  atm | psi | atm | psi
  psi | kPa | psi | kPa
  torr | Pa | torr | Pa
  mmHg | Pa | mmHg | Pa
  inHg | hPa | inHg | hPa
  mmH2O | Pa | kgf/m^2 | Pa
  MPa | bar | MPa | bar
  ksi | MPa | 1000 psi | MPa
  lbf | N | lbf | N
  kgf | N | kgf | N
  dyn | N | dyne | N
  kN | lbf | kN | lbf
  N/m^2 | Pa | N/m^2 | Pa
  poise | Pa s | poise | Pa s
  cpoise | mPa s | centipoise | mPa s
  stokes | m^2/s | stokes | m^2/s
  atm | torr | atm | torr
  lbf/ft^2 | Pa | lbf/ft^2 | Pa
  # electricity, light, radiation, chemistry, angle
  Ah | C | A hour | C
  mAh | C | mA hour | C
  V | mV | V | mV
  kV | V | kV | V
  ohm | V/A | ohm | V/A
  kΩ | Ω | kohm | ohm
  S | ohm^-1 | siemens | /ohm
  F | C/V | farad | C/V
  µF | nF | ufarad | nfarad
  H | Wb/A | henry | Wb/A
  T | gauss | tesla | gauss
  Wb | V s | Wb | V s
  lx | lm/m^2 | lux | lm/m^2
  Gy | J/kg | gray | J/kg
  Sv | rem | sievert | rem
  mSv | rem | millisievert | rem
  kat | mol/min | katal | mol/min
  mol | mmol | mol | mmol
  deg | rad | degree | radian
  arcmin | arcsec | arcmin | arcsec
  turn | deg | turn | degree
  mrad | arcmin | milliradian | arcmin
  # temperature differences (Δ°C against degC, Δ°F against degF)
  Δ°C | K | degC | K
  Δ°F | K | degF | K
  Δ°F | Δ°C | degF | degC
  K | Δ°F | K | degF
  rankine | K | degrankine | K
  W/°C | W/K | W/degC | W/K
  BTU/lb/°F | J/kg/K | btu/lb degF | J/kg K
  J/g/°C | kJ/kg/K | J/g degC | kJ/kg K
  # temperature readings: the value before the unit is read too
  -273.15 °C | °F | tempC(-273.15) | tempF
  -273.15 °C | K | tempC(-273.15) | K
  -40 °C | °F | tempC(-40) | tempF
  -40 °C | K | tempC(-40) | K
  0 °C | °F | tempC(0) | tempF
  0 °C | K | tempC(0) | K
  20 °C | °F | tempC(20) | tempF
  20 °C | K | tempC(20) | K
  25 °C | °F | tempC(25) | tempF
  25 °C | K | tempC(25) | K
  37 °C | °F | tempC(37) | tempF
  37 °C | K | tempC(37) | K
  100 °C | °F | tempC(100) | tempF
  100 °C | K | tempC(100) | K
  1000 °C | °F | tempC(1000) | tempF
  1000 °C | K | tempC(1000) | K
  -459 °F | °C | tempF(-459) | tempC
  -459 degF | K | tempF(-459) | K
  -40 °F | °C | tempF(-40) | tempC
  -40 degF | K | tempF(-40) | K
  0 °F | °C | tempF(0) | tempC
  0 degF | K | tempF(0) | K
  32 °F | °C | tempF(32) | tempC
  32 degF | K | tempF(32) | K
  72 °F | °C | tempF(72) | tempC
  72 degF | K | tempF(72) | K
  98.6 °F | °C | tempF(98.6) | tempC
  98.6 degF | K | tempF(98.6) | K
  212 °F | °C | tempF(212) | tempC
  212 degF | K | tempF(212) | K
  451 °F | °C | tempF(451) | tempC
  451 degF | K | tempF(451) | K
  300 K | °C | 300 K | tempC
  300 K | °F | 300 K | tempF
  0 K | degC | 0 K | tempC
  # compound units
  kWh/m^2 | MJ/m^2 | kW hour/m^2 | MJ/m^2
  W/m^2 | BTU/h/ft^2 | W/m^2 | btu/hour ft^2
  W/(m^2 K) | BTU/h/ft^2/°F | W/(m^2 K) | btu/(hour ft^2 degF)
  J/kg/K | BTU/lb/°F | J/(kg K) | btu/(lb degF)
  kWh/km | Wh/mile | kW hour/km | W hour/mile
  MJ/kg | BTU/lb | MJ/kg | btu/lb
  BTU/lb | kWh/kg | btu/lb | kW hour/kg
  MJ/m^3 | BTU/ft^3 | MJ/m^3 | btu/ft^3
  kg/m/s^2 | Pa | kg/(m s^2) | Pa
  kg m^2/s^3 | W | kg m^2/s^3 | W
  lb/h | kg/s | lb/hour | kg/s
  ft^3/min | m^3/h | ft^3/min | m^3/hour
  kg/s | tonne/day | kg/s | tonne/day
  pJ/bit | J/GB | pJ/bit | J/gigabyte
  kWh/GB | J/MB | kW hour/gigabyte | J/megabyte
  g/kWh | lb/MWh | g/(kW hour) | lb/(MW hour)
  L/kWh | gal/MWh | liter/(kW hour) | gallon/(MW hour)
  N/mm^2 | psi | N/mm^2 | psi
  m^2/s | ft^2/h | m^2/s | ft^2/hour
  kW/ton_refrigeration | W/W | kW/tonref | W/W
  MWh/tonne | kJ/g | MW hour/tonne | kJ/g
  W/kg | hp/lb | W/kg | hp/lb
  GB/s | MiB/s | gigabyte/s | mebibyte/s
  V^2/ohm | W | V^2/ohm | W
  A^2 ohm | W | A^2 ohm | W
  kg^2/m^4 | g^2/cm^4 | kg^2/m^4 | g^2/cm^4
  """#
