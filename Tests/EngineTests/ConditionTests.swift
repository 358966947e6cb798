import Testing

/// §3: conditions, and `~=`.
struct ConditionTests {
  @Test func `comparisons chain`() {
    shows("1 < 2 < 3", as: "true")
    shows("1 < 3 < 2", as: "false")
    shows("1 <= 1 < 2 <= 2", as: "true")
    shows("3 W == 3000 mW", as: "true")
    shows("not 1 > 2", as: "true")
    shows("1 > 2 or 2 > 1 and 3 > 2", as: "true")
    shows("true == false", as: "false")
    refuses("1 == true", as: "not-a-number")
    refuses("true and 3", as: "not-a-condition")
    refuses("if 3 then 1 else 2", as: "not-a-condition")
    refuses("if true then 1 else 3 W", as: "branches-differ")
  }

  @Test func `nearly equal`() {
    notes("0.1 + 0.2 == 0.3", as: "note-use-almost-equal")
    shows("0.1 + 0.2 == 0.3", as: "false")
    shows("0.1 + 0.2 ~= 0.3", as: "true")
    shows("9.6 J/t ~= 9.5 J/t within 2%", as: "true")
    shows("9.6 J/t ~= 9.5 J/t within 1%", as: "false")
    shows("9.6 J/t ~= 9.5 J/t within 0.1 J/t", as: "true")
    shows("9.6 J/t ~= 9.5 J/t within 0.09 J/t", as: "false")
    shows("-9.6 ~= -9.5 within 2%", as: "true")
    refuses("9.6 J/t ~= 9.5 J/t within 1 W", as: "do-not-compare")
    refuses("9.6 J/t ~= 9.5 W", as: "do-not-compare")
  }

  @Test func `within rounding is half a unit of the last digit written`() {
    shows("9.43 ~= 9.4 within rounding", as: "true")
    shows("9.45 ~= 9.4 within rounding", as: "true")
    shows("9.46 ~= 9.4 within rounding", as: "false")
    shows("9.4 ~= 9.40 within rounding", as: "true")
    shows("9.43 ~= 9.40 within rounding", as: "false")
    shows("20.4 ~= 20 within rounding", as: "true")
    shows("20.6 ~= 20 within rounding", as: "false")
    shows("340_000 ~= 0.3 million within rounding", as: "true")
    shows("360_000 ~= 0.3 million within rounding", as: "false")
    shows("9.43 J/t ~= 9.4 J/t within rounding", as: "true")
    shows("1.303..2.606 ~= 1.3..2.6 within rounding", as: "true")
    shows("1.36..2.606 ~= 1.3..2.6 within rounding", as: "false")
    shows("[1.04, 2.06] ~= [1.0, 2.0] within rounding", as: "[true, false]")
  }

  @Test func `if is cell by cell`() {
    shows("if x > 1 then x * 10 else -x", after: "x = [1, 2]", as: "[-1, 20] over x")
    shows("if x > 1 then 3 W else 0", after: "x = [1, 2]", as: "[0, 3] W over x")
    shows("if x > 1 then \"a\" else \"b\"", after: "x = 1", as: "b")
    // a conversion after an `if` converts the whole
    shows("if 1 > 2 then 1 kW else 2 kW -> W", as: "2000 W")
  }
}
