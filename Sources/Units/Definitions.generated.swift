// Made by scripts/embed from Sources/Units/Definitions; edit the files there.
// swift-format-ignore-file

/// The unit files of `Definitions/`, as they are written.
package enum UnitFiles {
  package static let all: [(name: StaticString, text: StaticString)] = [
    ("charge.tj", charge),
    ("counted.tj", counted),
    ("energy.tj", energy),
    ("information.tj", information),
    ("length.tj", length),
    ("mass.tj", mass),
    ("money.tj", money),
    ("power.tj", power),
    ("pressure.tj", pressure),
    ("si.tj", si),
    ("temperature.tj", temperature),
    ("time.tj", time),
    ("volume.tj", volume),
  ]

  package static let charge: StaticString = ##"""
# Electric charge as batteries count it.

## The ampere-hour, 3600 C.
## source: NIST SP 811 (2008), B.8
unit Ah = 1 A h, prefixes µ m k M, parts, ladder mAh Ah kAh MAh
"""##

  package static let counted: StaticString = ##"""
# What this field counts: tokens, floating-point operations, requests, accelerators, emissions.

## The token of a language model. `t` is token; the tonne is `tonne`.
## source: counted by the model's tokenizer
unit t, dimension token, short tok token, also toks tokens ktokens Mtokens Gtokens Ttokens, prefixes k M G T, ladder t Mt Gt Tt
## A floating-point operation.
## source: counted
unit FLOP, dimension FLOP, also FLOPs, prefixes k M G T P E Z Y R Q, ladder FLOP MFLOP GFLOP TFLOP PFLOP EFLOP
## Floating-point operations per second.
## source: FLOP/s
unit FLOPS = 1 FLOP/s, prefixes k M G T P E Z Y, parts, ladder FLOPS MFLOPS GFLOPS TFLOPS PFLOPS EFLOPS
## A request to a model or service.
## example: 0.24 Wh/request * 1000 request #> 240 Wh
## source: counted
unit request, dimension request, also requests req query queries
## An accelerator.
## example: 700 W/gpu * 8 gpu #> 5.6 kW
## source: counted
unit gpu, dimension gpu, also gpus GPU GPUs
## A parameter of a model: plain 1, shown where it is written or asked for.
## source: counted
unit param = 1, also params parameter parameters, prefixes k M G T P E, ladder param Mparam Gparam Tparam Pparam Eparam

## Carbon dioxide equivalent: emissions are mass × CO2e.
## source: IPCC AR6 WG I, annex VII, and ISO 14064-1:2018: mass of CO2 with the same effect
unit CO2e, dimension CO2e, also CO2eq
## Grams of CO2 equivalent.
## source: IPCC AR6 WG I, annex VII
unit gCO2e = 1 g CO2e, short gCO2eq, prefixes µ m k, parts, ladder µgCO2e mgCO2e gCO2e kgCO2e tCO2e ktCO2e MtCO2e GtCO2e
## Tonnes of CO2 equivalent; MtCO2e is a million of them.
## source: IPCC AR6 WG I, annex VII
unit tCO2e = 1 tonne CO2e, short tCO2eq, prefixes k M G, parts, ladder gCO2e
## Pounds of CO2 equivalent.
## source: IPCC AR6 WG I, annex VII; the pound as in mass.tj
unit lbCO2e = 1 lb CO2e, also lbCO2eq, parts
"""##

  package static let energy: StaticString = ##"""
# Energy.

## The joule, unit of energy: a watt for a second.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit J = 1 N m, long joule joules, prefixes SI, ladder pJ nJ µJ mJ J kJ MJ GJ TJ PJ EJ
## The watt-hour, 3600 J; 1 kWh is 3.6 MJ.
## source: NIST SP 811 (2008), B.8
unit Wh = 3600 J, long watthour watthours, prefixes µ m k M G T P E, ladder mWh Wh kWh MWh GWh TWh PWh
## The electronvolt, exact since 2019.
## source: SI Brochure, 9th ed. (BIPM 2019), table 8: e = 1.602176634×10⁻¹⁹ C
unit eV = 1.602176634e-19 J, long electronvolt electronvolts, prefixes n µ m k M G T P E, ladder µeV meV eV keV MeV GeV TeV PeV
## The thermochemical calorie, 4.184 J (stated choice; cal_IT is 4.1868 J). Food labels count kcal.
## source: NIST SP 811 (2008), B.8
unit cal = 4.184 J, long calorie calories, prefixes k M G
## The International Table calorie, 4.1868 J.
## source: Fifth International Conference on the Properties of Steam (1956); NIST SP 811 (2008), B.8
unit cal_IT = 4.1868 J, prefixes k M G
## The British thermal unit, International Table: 1055.05585262 J (stated choice).
## source: NIST SP 811 (2008), B.8, footnote 9
unit BTU = 1055.05585262 J, short Btu btu, also BTUs, prefixes k
## A million Btu, as gas is priced.
## source: EIA glossary
unit MMBTU = 1000000 BTU, also MMBtu
## The therm, 100 000 Btu (IT): 105 505 585.262 J, the therm of the EC and the UK (stated choice; the US therm is US_therm).
## source: Units of Measurement Regulations 1995 (UK); NIST SP 811 (2008), B.8
unit therm = 100000 BTU, also therms
## The therm of the United States, 105.4804 MJ.
## source: NIST SP 811 (2008), B.8; Federal Register of 27 July 1968
unit US_therm = 105480400 J, also US_therms
## A quadrillion (10¹⁵) Btu (IT).
## source: NIST SP 811 (2008), B.8; EIA glossary
unit quad = 1e15 BTU, also quads
## The tonne of oil equivalent, 41.868 GJ: 10 Gcal (IT).
## source: IEA unit converter and glossary
unit toe = 41868000000 J, prefixes k M G
## The tonne of coal equivalent, 29.3076 GJ: 7 Gcal (IT), 0.7 toe.
## source: IEA unit converter and glossary
unit tce = 29307600000 J, prefixes k M G
## The barrel of oil equivalent, 5.8 million Btu (stated choice; the oil of a given field differs).
## source: US Internal Revenue Code, 26 USC 45K(d)(5)
unit boe = 5800000 BTU, prefixes k M
## The erg, 10⁻⁷ J.
## source: NIST SP 811 (2008), B.8
unit erg = 1e-7 J, also ergs
## A ton of TNT by convention, 10⁹ thermochemical calories.
## source: NIST SP 811 (2008), B.8
unit ton_TNT = 4184000000 J, also tons_TNT, prefixes k M
## The hartree, atomic unit of energy.
## source: CODATA 2022
unit hartree = 4.3597447222060e-18 J, also hartrees, prefixes m
## The rydberg unit of energy, half a hartree.
## source: CODATA 2022
unit rydberg = 2.1798723611030e-18 J
"""##

  package static let information: StaticString = ##"""
# Information. Decimal prefixes are powers of 1000, binary ones (Ki, Mi …) of 1024.

## The bit.
## source: IEC 80000-13:2025
unit bit, dimension information, long bit bits, prefixes k M G T P E Z Y R Q IEC, ladder bit kbit Mbit Gbit Tbit Pbit, ladder bit Kibit Mibit Gibit Tibit Pibit
## The byte, 8 bit.
## source: IEC 80000-13:2025
unit B = 8 bit, short byte, long byte bytes, prefixes k M G T P E Z Y R Q IEC, ladder B kB MB GB TB PB, ladder B KiB MiB GiB TiB PiB
## Bits per second.
## source: IEC 80000-13:2025
unit bps = 1 bit/s, prefixes k M G T P, parts, ladder bps kbps Mbps Gbps Tbps Pbps
"""##

  package static let length: StaticString = ##"""
# Lengths, areas and speeds outside the SI.

## The international inch, 25.4 mm. (`in` is a word of the language.)
## source: international yard and pound agreement (1959); NIST SP 811 (2008), B.8
unit inch = 0.0254 m, also inches
## The international foot, 12 inches.
## source: international yard and pound agreement (1959); NIST SP 811 (2008), B.8
unit ft = 0.3048 m, also foot feet
## The international yard, 3 feet.
## source: international yard and pound agreement (1959)
unit yd = 0.9144 m, also yard yards
## The international mile, 5280 feet.
## source: international yard and pound agreement (1959); NIST SP 811 (2008), B.8
unit mile = 1609.344 m, also miles mi
## The nautical mile, 1852 m.
## source: SI Brochure, 8th ed. (BIPM 2006), table 8
unit nmi = 1852 m, also nautical_mile nautical_miles
## The furlong, 660 international feet (stated choice).
## source: NIST Handbook 44, appendix C
unit furlong = 660 ft, also furlongs
## The fathom, 6 international feet (stated choice).
## source: NIST Handbook 44, appendix C
unit fathom = 6 ft, also fathoms
## A thousandth of an inch.
## source: NIST SP 811 (2008), B.8
unit mil = 0.0000254 m, also thou
## The ångström, 0.1 nm.
## source: SI Brochure, 8th ed. (BIPM 2006), table 8
unit angstrom = 1e-10 m, also angstroms Å Å
## The micron, 1 µm.
## source: NIST SP 811 (2008), B.8
unit micron = 1e-6 m, also microns
## The astronomical unit, 149 597 870 700 m.
## source: IAU 2012 resolution B2; SI Brochure, 9th ed., table 8
unit au = 149597870700 m
## The light-year: light in a year of 365.25 days.
## source: IAU Style Manual (1989), 5.15; c = 299 792 458 m/s
unit ly = 9460730472580800 m, also lightyear lightyears, prefixes k M G
## The parsec, 648 000/π au.
## source: IAU 2015 resolution B2
unit pc = 30856775814913673 m, long parsec parsecs, prefixes k M G

## The hectare, 10 000 m².
## source: SI Brochure, 9th ed. (BIPM 2019), table 8
unit ha = 10000 m^2, also hectare hectares
## The international acre, 4840 square yards: 4046.8564224 m² (stated choice; not the US survey acre).
## source: NIST Handbook 44, appendix C
unit acre = 4046.8564224 m^2, also acres
## The barn, 10⁻²⁸ m².
## source: SI Brochure, 8th ed. (BIPM 2006), table 8
unit barn = 1e-28 m^2, also barns, prefixes f p n µ m k M

## Miles per hour.
## source: mile/h
unit mph = 1 mile/h, parts
## The knot, a nautical mile an hour.
## source: SI Brochure, 8th ed. (BIPM 2006), table 8
unit knot = 1 nmi/h, also knots, parts
## Miles per US gallon.
## source: mile/gal
unit mpg = 1 mile/gal, parts
"""##

  package static let mass: StaticString = ##"""
# Masses outside the SI. Bare `ton` is no unit: say tonne, short_ton or long_ton.

## The tonne, 1000 kg. (`t` is token.)
## source: SI Brochure, 9th ed. (BIPM 2019), table 8
unit tonne = 1000 kg, long tonne tonnes, also metric_ton metric_tons, prefixes k M G, ladder g
## The avoirdupois pound, 0.45359237 kg.
## source: international yard and pound agreement (1959); Weights and Measures Act 1985 (UK)
unit lb = 0.45359237 kg, also lbs lbm
## The avoirdupois ounce, 1/16 pound.
## source: NIST Handbook 44, appendix C
unit oz = 0.0625 lb
## The short ton of the United States, 2000 pounds.
## source: NIST Handbook 44, appendix C
unit short_ton = 2000 lb, also short_tons
## The long or imperial ton, 2240 pounds.
## source: NIST Handbook 44, appendix C
unit long_ton = 2240 lb, also long_tons
## The stone, 14 pounds.
## source: Weights and Measures Act 1985 (UK), schedule 1
unit stone = 14 lb, also stones
## The grain, 64.79891 mg.
## source: NIST Handbook 44, appendix C
unit grain = 0.00006479891 kg, also grains
## The metric carat, 200 mg.
## source: 4th CGPM (1907); NIST SP 811 (2008), B.8
unit carat = 0.0002 kg, also carats
## The troy ounce, 480 grains.
## source: NIST Handbook 44, appendix C
unit troy_ounce = 480 grain, also troy_ounces
## The slug, the mass that a pound-force gives 1 ft/s².
## source: NIST SP 811 (2008), B.8
unit slug = 1 lbf s^2/ft, also slugs
## The dalton, a twelfth of the mass of carbon-12.
## source: CODATA 2022
unit Da = 1.66053906892e-27 kg, long dalton daltons, prefixes m k M G
"""##

  package static let money: StaticString = ##"""
# Currencies, each a dimension of its own: no exchange rate is assumed. State one with, say,
# unit EUR = 1.08 USD

## US dollar.
## source: ISO 4217:2015, USD
unit USD, dimension money, also $ US$, prefixes k M G
## Euro.
## source: ISO 4217:2015, EUR
unit EUR, dimension money, also € euro euros, prefixes k M G
## Pound sterling.
## source: ISO 4217:2015, GBP
unit GBP, dimension money, also £, prefixes k M G
## Yen; ¥ is the yen (stated choice; the yuan is CNY).
## source: ISO 4217:2015, JPY
unit JPY, dimension money, also ¥ yen, prefixes k M G
## Yuan renminbi.
## source: ISO 4217:2015, CNY
unit CNY, dimension money, also yuan, prefixes k M G
## Swiss franc.
## source: ISO 4217:2015, CHF
unit CHF, dimension money, prefixes k M G
## Canadian dollar.
## source: ISO 4217:2015, CAD
unit CAD, dimension money, also CA$, prefixes k M G
## Australian dollar.
## source: ISO 4217:2015, AUD
unit AUD, dimension money, also A$, prefixes k M G
## New Zealand dollar.
## source: ISO 4217:2015, NZD
unit NZD, dimension money, also NZ$, prefixes k M G
## Indian rupee.
## source: ISO 4217:2015, INR
unit INR, dimension money, also ₹, prefixes k M G
## Won.
## source: ISO 4217:2015, KRW
unit KRW, dimension money, also ₩, prefixes k M G
## Swedish krona.
## source: ISO 4217:2015, SEK
unit SEK, dimension money, prefixes k M G
## Norwegian krone.
## source: ISO 4217:2015, NOK
unit NOK, dimension money, prefixes k M G
## Danish krone.
## source: ISO 4217:2015, DKK
unit DKK, dimension money, prefixes k M G
## Iceland krona.
## source: ISO 4217:2015, ISK
unit ISK, dimension money, prefixes k M G
## Zloty.
## source: ISO 4217:2015, PLN
unit PLN, dimension money, prefixes k M G
## Czech koruna.
## source: ISO 4217:2015, CZK
unit CZK, dimension money, prefixes k M G
## Forint.
## source: ISO 4217:2015, HUF
unit HUF, dimension money, prefixes k M G
## Romanian leu.
## source: ISO 4217:2015, RON
unit RON, dimension money, prefixes k M G
## Turkish lira.
## source: ISO 4217:2015, TRY
unit TRY, dimension money, also ₺, prefixes k M G
## Hryvnia.
## source: ISO 4217:2015, UAH
unit UAH, dimension money, also ₴, prefixes k M G
## Russian ruble.
## source: ISO 4217:2015, RUB
unit RUB, dimension money, also ₽, prefixes k M G
## New Israeli sheqel.
## source: ISO 4217:2015, ILS
unit ILS, dimension money, also ₪, prefixes k M G
## UAE dirham.
## source: ISO 4217:2015, AED
unit AED, dimension money, prefixes k M G
## Saudi riyal.
## source: ISO 4217:2015, SAR
unit SAR, dimension money, prefixes k M G
## Qatari rial.
## source: ISO 4217:2015, QAR
unit QAR, dimension money, prefixes k M G
## Egyptian pound.
## source: ISO 4217:2015, EGP
unit EGP, dimension money, prefixes k M G
## Rand.
## source: ISO 4217:2015, ZAR
unit ZAR, dimension money, prefixes k M G
## Naira.
## source: ISO 4217:2015, NGN
unit NGN, dimension money, also ₦, prefixes k M G
## Kenyan shilling.
## source: ISO 4217:2015, KES
unit KES, dimension money, prefixes k M G
## Brazilian real.
## source: ISO 4217:2015, BRL
unit BRL, dimension money, also R$, prefixes k M G
## Mexican peso.
## source: ISO 4217:2015, MXN
unit MXN, dimension money, prefixes k M G
## Argentine peso.
## source: ISO 4217:2015, ARS
unit ARS, dimension money, prefixes k M G
## Chilean peso.
## source: ISO 4217:2015, CLP
unit CLP, dimension money, prefixes k M G
## Colombian peso.
## source: ISO 4217:2015, COP
unit COP, dimension money, prefixes k M G
## Singapore dollar.
## source: ISO 4217:2015, SGD
unit SGD, dimension money, prefixes k M G
## Hong Kong dollar.
## source: ISO 4217:2015, HKD
unit HKD, dimension money, prefixes k M G
## New Taiwan dollar.
## source: ISO 4217:2015, TWD
unit TWD, dimension money, prefixes k M G
## Baht.
## source: ISO 4217:2015, THB
unit THB, dimension money, also ฿, prefixes k M G
## Rupiah.
## source: ISO 4217:2015, IDR
unit IDR, dimension money, prefixes k M G
## Malaysian ringgit.
## source: ISO 4217:2015, MYR
unit MYR, dimension money, prefixes k M G
## Philippine peso.
## source: ISO 4217:2015, PHP
unit PHP, dimension money, also ₱, prefixes k M G
## Dong.
## source: ISO 4217:2015, VND
unit VND, dimension money, also ₫, prefixes k M G
## Pakistan rupee.
## source: ISO 4217:2015, PKR
unit PKR, dimension money, prefixes k M G
## Taka.
## source: ISO 4217:2015, BDT
unit BDT, dimension money, also ৳, prefixes k M G
"""##

  package static let power: StaticString = ##"""
# Power.

## The watt, unit of power: a joule a second.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit W = 1 J/s, long watt watts, prefixes SI, ladder µW mW W kW MW GW TW
## The volt-ampere, unit of apparent power.
## source: IEC 80000-6:2022
unit VA = 1 V A, prefixes m k M G, ladder mVA VA kVA MVA GVA
## The var, unit of reactive power.
## source: IEC 80000-6:2022
unit var = 1 V A, prefixes m k M G, ladder mvar var kvar Mvar Gvar
## The horsepower, 550 ft·lbf/s: 745.699 871 582 W (stated choice; metric_hp is 735.5 W).
## source: NIST SP 811 (2008), B.8
unit hp = 550 ft lbf/s, also horsepower
## The metric horsepower, 75 kgf·m/s: 735.49875 W.
## source: NIST SP 811 (2008), B.8
unit metric_hp = 75 kgf m/s, also PS
## The ton of refrigeration, 12 000 Btu (IT) an hour: 3516.85 W (stated choice).
## source: NIST SP 811 (2008), B.8; ASHRAE terminology
unit ton_refrigeration = 12000 BTU/h, also tons_refrigeration
"""##

  package static let pressure: StaticString = ##"""
# Pressure, and the forces outside the SI.

## The pascal, unit of pressure.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit Pa = 1 N/m^2, long pascal pascals, prefixes SI, ladder µPa mPa Pa kPa MPa GPa
## The bar, 100 kPa.
## source: SI Brochure, 8th ed. (BIPM 2006), table 8
unit bar = 100000 Pa, long bar bars, prefixes µ m c d k M
## The standard atmosphere, 101 325 Pa.
## source: 10th CGPM (1954), resolution 4
unit atm = 101325 Pa, also atmosphere atmospheres, prefixes m µ
## The torr, 1/760 atmosphere.
## source: NIST SP 811 (2008), B.8
unit torr = 133.32236842105263 Pa, also Torr, prefixes m µ
## The conventional millimetre of mercury, 13.5951 g/cm³ under standard gravity (stated choice).
## source: BS 350:2004; NIST SP 811 (2008), B.8
unit mmHg = 133.322387415 Pa
## The conventional inch of mercury, 25.4 mmHg (stated choice).
## source: BS 350:2004; NIST SP 811 (2008), B.8
unit inHg = 3386.388640341 Pa
## The conventional millimetre of water, 9.80665 Pa.
## source: NIST SP 811 (2008), B.8
unit mmH2O = 9.80665 Pa
## The conventional inch of water, 249.08891 Pa.
## source: NIST SP 811 (2008), B.8
unit inH2O = 249.08891 Pa
## Pounds-force per square inch.
## source: NIST SP 811 (2008), B.8
unit psi = 1 lbf/inch^2
## A thousand pounds-force per square inch.
## source: NIST SP 811 (2008), B.8
unit ksi = 1000 psi

## The pound-force, a pound under standard gravity of 9.80665 m/s².
## source: NIST SP 811 (2008), B.8; 3rd CGPM (1901)
unit lbf = 4.4482216152605 N, prefixes k
## The kilogram-force, 9.80665 N.
## source: NIST SP 811 (2008), B.8; 3rd CGPM (1901)
unit kgf = 9.80665 N
## The dyne, 10⁻⁵ N.
## source: NIST SP 811 (2008), B.8
unit dyn = 1e-5 N, also dyne dynes
## The poise, unit of viscosity: 0.1 Pa·s.
## source: NIST SP 811 (2008), B.8
unit poise = 0.1 Pa s, prefixes c m
## The stokes, unit of kinematic viscosity: 10⁻⁴ m²/s.
## source: NIST SP 811 (2008), B.8
unit stokes = 0.0001 m^2/s, also stoke, prefixes c
"""##

  package static let si: StaticString = ##"""
# Base units and the derived units of the SI with names of their own.
# How these files are written: Sources/Units/README.md.

## The metre, unit of length.
## source: SI Brochure, 9th ed. (BIPM 2019), 2.3.1
unit m, dimension length, long metre metres meter meters, prefixes SI, ladder nm µm mm m km, powers mm cm m km
## The kilogram, unit of mass.
## source: SI Brochure, 9th ed. (BIPM 2019), 2.3.1
unit kg, dimension mass, also kilogram kilograms, ladder g
## The gram. Large computed masses show in tonnes.
## source: SI Brochure, 9th ed. (BIPM 2019), 3
unit g = 0.001 kg, long gram grams, prefixes q r y z a f p n µ m c d da h M G T P E Z Y R Q, ladder µg mg g kg tonne
## The second, unit of time.
## source: SI Brochure, 9th ed. (BIPM 2019), 2.3.1
unit s, dimension time, long second seconds, prefixes SI, ladder ns µs ms s min h day year
## The ampere, unit of electric current.
## source: SI Brochure, 9th ed. (BIPM 2019), 2.3.1
unit A, dimension current, long ampere amperes, prefixes SI, ladder nA µA mA A kA MA
## The kelvin. Beside a reading in °C or °F it counts as a difference.
## source: SI Brochure, 9th ed. (BIPM 2019), 2.3.1
unit K, dimension temperature, long kelvin kelvins, prefixes SI
## The mole, unit of amount of substance.
## source: SI Brochure, 9th ed. (BIPM 2019), 2.3.1
unit mol, dimension amount, long mole moles, prefixes SI, ladder nmol µmol mmol mol kmol Mmol
## The candela, unit of luminous intensity.
## source: SI Brochure, 9th ed. (BIPM 2019), 2.3.1
unit cd, dimension luminous intensity, long candela candelas, prefixes SI

## The newton, unit of force.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit N = 1 kg m/s^2, long newton newtons, prefixes SI, ladder mN N kN MN GN
## The hertz, unit of frequency.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit Hz = 1 s^-1, long hertz, prefixes SI, ladder mHz Hz kHz MHz GHz THz
## The coulomb, unit of electric charge.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit C = 1 A s, long coulomb coulombs, prefixes SI, ladder nC µC mC C kC MC
## The volt, unit of electric potential difference.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit V = 1 W/A, long volt volts, prefixes SI, ladder nV µV mV V kV MV
## The ohm, unit of electric resistance.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit ohm = 1 V/A, short Ω Ω, long ohm ohms, prefixes SI, ladder µohm mohm ohm kohm Mohm Gohm
## The siemens, unit of electric conductance.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit S = 1 A/V, long siemens, prefixes p n µ m k M G, ladder nS µS mS S kS MS
## The farad, unit of capacitance.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit F = 1 C/V, long farad farads, prefixes SI, ladder pF nF µF mF F kF
## The henry, unit of inductance.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit H = 1 Wb/A, long henry henries henrys, prefixes SI, ladder nH µH mH H
## The weber, unit of magnetic flux.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit Wb = 1 V s, long weber webers, prefixes SI, ladder µWb mWb Wb
## The tesla, unit of magnetic flux density.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit T = 1 Wb/m^2, long tesla teslas, prefixes SI, ladder nT µT mT T
## The gauss, 10⁻⁴ tesla.
## source: NIST SP 811 (2008), B.8
unit gauss = 0.0001 T
## The lumen, unit of luminous flux; the steradian is plain 1.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit lm = 1 cd, long lumen lumens, prefixes µ m k M G, ladder mlm lm klm Mlm
## The lux, unit of illuminance.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit lx = 1 lm/m^2, long lux, prefixes µ m k M, ladder mlx lx klx
## The becquerel, unit of activity.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit Bq = 1 s^-1, long becquerel becquerels, prefixes SI, ladder mBq Bq kBq MBq GBq TBq PBq
## The curie, 3.7×10¹⁰ Bq.
## source: NIST SP 811 (2008), B.8
unit Ci = 3.7e10 Bq, long curie curies, prefixes p n µ m k M
## The gray, unit of absorbed dose.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit Gy = 1 J/kg, long gray grays, prefixes n µ m k M, ladder nGy µGy mGy Gy kGy
## The sievert, unit of dose equivalent.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit Sv = 1 J/kg, long sievert sieverts, prefixes n µ m k, ladder nSv µSv mSv Sv
## The rem, 0.01 Sv.
## source: NIST SP 811 (2008), B.8
unit rem = 0.01 Sv, prefixes µ m
## The katal, unit of catalytic activity.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit kat = 1 mol/s, long katal katals, prefixes SI, ladder nkat µkat mkat kat

## The radian: plain 1, shown where it is written or asked for.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit rad = 1, long radian radians, prefixes n µ m
## The steradian: plain 1.
## source: SI Brochure, 9th ed. (BIPM 2019), table 4
unit sr = 1, long steradian steradians
## The degree of angle, π/180.
## source: SI Brochure, 9th ed. (BIPM 2019), table 8
unit deg = 0.017453292519943295, also degree degrees °
## The minute of angle, 1/60 degree.
## source: SI Brochure, 9th ed. (BIPM 2019), table 8
unit arcmin = 0.0002908882086657216, also arcminute arcminutes
## The second of angle, 1/3600 degree.
## source: SI Brochure, 9th ed. (BIPM 2019), table 8
unit arcsec = 0.0000048481368110953599, also arcsecond arcseconds
## A full turn, 2π.
## source: ISO 80000-3:2019
unit turn = 6.283185307179586, also turns
## One hundredth. Products drop it: 40% of 3 kW is 1.2 kW.
## source: ISO 80000-1:2022
unit % = 0.01
## One thousandth.
## source: ISO 80000-1:2022
unit ‰ = 0.001
## Parts per million.
## source: NIST SP 811 (2008), 7.10.3
unit ppm = 1e-6
## Parts per billion, 10⁻⁹.
## source: NIST SP 811 (2008), 7.10.3
unit ppb = 1e-9
"""##

  package static let temperature: StaticString = ##"""
# Temperatures: readings and differences.

## The degree Celsius: a reading as a whole unit, a difference within a compound (W/°C).
## source: SI Brochure, 9th ed. (BIPM 2019), 2.3.1: t/°C = T/K − 273.15
unit °C = 1 K, also degC ℃, offset 273.15, difference Δ°C
## A difference of temperatures in degrees Celsius, one kelvin.
## source: SI Brochure, 9th ed. (BIPM 2019), 2.3.1
unit Δ°C = 1 K, also ∆°C ΔdegC delta_degC Δ℃
## The degree Fahrenheit: a reading as a whole unit, a difference within a compound.
## source: NIST SP 811 (2008), B.8: T/K = (t/°F + 459.67)/1.8
unit °F = 0.55555555555555556 K, also degF ℉, offset 255.37222222222223, difference Δ°F
## A difference of temperatures in degrees Fahrenheit, 5/9 K.
## source: NIST SP 811 (2008), B.8
unit Δ°F = 0.55555555555555556 K, also ∆°F ΔdegF delta_degF Δ℉
## The degree Rankine, 5/9 K from absolute zero.
## source: NIST SP 811 (2008), B.8
unit rankine = 0.55555555555555556 K
"""##

  package static let time: StaticString = ##"""
# Time beyond the second, and what is counted per time.

## The minute, 60 s.
## source: SI Brochure, 9th ed. (BIPM 2019), table 8
unit min = 60 s, also minute minutes, ladder s
## The hour, 60 min.
## source: SI Brochure, 9th ed. (BIPM 2019), table 8
unit h = 3600 s, also hour hours hr, ladder s
## The day, 24 h.
## source: SI Brochure, 9th ed. (BIPM 2019), table 8
unit day = 86400 s, also days d, ladder s
## The week, 7 days.
## source: ISO 80000-3:2019
unit week = 604800 s, also weeks, ladder s
## The month: a twelfth of a year of 365.25 days, 30.4375 days (stated choice).
## source: year/12
unit month = 2629800 s, also months, ladder s
## The year: 365.25 days, the Julian year (stated choice; GNU units takes the tropical year). For 365 days write calendar_year.
## source: IAU Style Manual (1989), 5.15
unit year = 31557600 s, also years yr, ladder s
## The common calendar year, 365 days: 8760 h.
## source: Gregorian calendar
unit calendar_year = 31536000 s, also calendar_years, ladder s
## Two weeks.
## source: two weeks
unit fortnight = 1209600 s, also fortnights, ladder s
## Ten years of 365.25 days.
## source: ten years
unit decade = 315576000 s, also decades, ladder s
## A hundred years of 365.25 days.
## source: a hundred years
unit century = 3155760000 s, also centuries, ladder s
## Revolutions per minute as a rotational frequency: 60 rpm is 1 Hz (stated choice; angular velocity is rad/s).
## source: ISO 80000-3:2019, 3-17
unit rpm = 1 min^-1
"""##

  package static let volume: StaticString = ##"""
# Volumes. Bare gal, qt, pt, cup, floz are those of the United States (stated choice).

## The litre, a cubic decimetre.
## source: SI Brochure, 9th ed. (BIPM 2019), table 8
unit L = 0.001 m^3, short l, long litre litres liter liters, prefixes SI, ladder µL mL L m^3
## The US gallon, 231 cubic inches (stated choice; imperial_gallon is 4.54609 L).
## source: NIST Handbook 44, appendix C
unit gal = 231 inch^3, also US_gallon US_gallons
## The US liquid quart, a quarter gallon.
## source: NIST Handbook 44, appendix C
unit qt = 0.25 gal, also quart quarts
## The US liquid pint, an eighth of a gallon.
## source: NIST Handbook 44, appendix C
unit pt = 0.125 gal, also pint pints
## The US cup, 8 US fluid ounces.
## source: NIST SP 811 (2008), B.8
unit cup = 0.0625 gal, also cups
## The US fluid ounce, 1/128 gallon.
## source: NIST Handbook 44, appendix C
unit floz = 0.0078125 gal, also fl_oz fluid_ounce fluid_ounces
## The US tablespoon, half a fluid ounce.
## source: NIST SP 811 (2008), B.8
unit tbsp = 0.00390625 gal, also tablespoon tablespoons
## The US teaspoon, a third of a tablespoon: 1/768 gallon.
## source: NIST SP 811 (2008), B.8
unit tsp = 0.0013020833333333333 gal, also teaspoon teaspoons
## The oil barrel, 42 US gallons.
## source: NIST SP 811 (2008), B.8
unit bbl = 42 gal, also barrel barrels, prefixes k M
## The US bushel, 2150.42 cubic inches.
## source: NIST Handbook 44, appendix C
unit bushel = 2150.42 inch^3, also bushels
## The acre-foot, an acre (international) one foot deep.
## source: NIST Handbook 44, appendix C
unit acre_foot = 43560 ft^3, also acre_feet
## A hundred cubic feet, as water and gas are billed.
## source: EIA glossary
unit Ccf = 100 ft^3, also ccf
## A thousand cubic feet, as gas is counted (M is the Roman thousand).
## source: EIA glossary
unit Mcf = 1000 ft^3
## A million cubic feet.
## source: EIA glossary
unit MMcf = 1000000 ft^3
## The imperial gallon, 4.54609 L.
## source: Weights and Measures Act 1985 (UK), schedule 1
unit imperial_gallon = 0.00454609 m^3, also imperial_gallons
## The imperial quart, a quarter imperial gallon.
## source: Weights and Measures Act 1985 (UK), schedule 1
unit imperial_quart = 0.25 imperial_gallon, also imperial_quarts
## The imperial pint, an eighth of an imperial gallon.
## source: Weights and Measures Act 1985 (UK), schedule 1
unit imperial_pint = 0.125 imperial_gallon, also imperial_pints
## The imperial fluid ounce, 1/160 imperial gallon.
## source: Weights and Measures Act 1985 (UK), schedule 1
unit imperial_floz = 0.00625 imperial_gallon
"""##
}
