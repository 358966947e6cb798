import Testing

/// §8: records and the catalog.
struct RecordTests {
  static let card = "card = h100_sxm; node = 4 * card * 1.1"
  static let cards = "cards = [h100_pcie, h100_sxm, b200_sxm]"

  @Test func `a record is its plain value in arithmetic`() {
    shows("h100_sxm", as: "700 W")
    shows("4 h100_sxm", as: "2.8 kW")
    shows("node", after: Self.card, as: "3.08 kW")
    shows("h100_sxm -> kW", as: "0.7 kW")
    shows("\"{h100_sxm}\"", as: "700 W")
  }

  @Test func `fields follow the record`() {
    shows("card.memory", after: Self.card, as: "80 GB")
    shows("card.memory with card = b200_sxm", after: Self.card, as: "180 GB")
    shows("node with card = h100_pcie", after: Self.card, as: "1.54 kW")
    shows("4 h100_sxm.memory", as: "320 GB")
    shows("(if 1 < 2 then b200_sxm else h100_sxm).memory", as: "180 GB")
    shows("frozen.memory", after: "frozen := h100_sxm", as: "80 GB")
    refuses("card.bandwith", after: Self.card, as: "unknown-field")
    refuses("node.memory", after: Self.card, as: "no-fields")
    refuses("card.memory with card = 500 W", after: Self.card, as: "no-fields")
    refuses("grid.XXX", as: "unknown-name")
    refuses("grid.FRA.foo", as: "unknown-field")
  }

  @Test func `a list of records is labelled by their names`() {
    shows("cards.memory", after: Self.cards, as: "[80, 80, 180] GB over cards")
    shows("cards[cards = h100_sxm]", after: Self.cards, as: "700 W")
    shows("cards[cards = h100_sxm].memory", after: Self.cards, as: "80 GB")
    shows("(4 * cards)[cards = h100_sxm]", after: Self.cards, as: "2.8 kW")
    shows("4 * cards with cards = h100_sxm", after: Self.cards, as: "2.8 kW")
    shows(
      "cards.memory with cards = [b200_sxm, h100_sxm]", after: Self.cards,
      as: "[180, 80] GB over cards")
    shows("cards[cards.memory > 100 GB].memory", after: Self.cards, as: "[180] GB over cards")
    shows("argmax(cards.memory over cards).memory", after: Self.cards, as: "180 GB")
    shows("c.memory", after: Self.cards + "; c = argmax(cards.memory over cards)", as: "180 GB")
    shows(
      "price[cards = b200_sxm]", after: Self.cards + "; price = [1, 2, 3] $ over cards",
      as: "3.00 $")
    refuses(
      "cards.memory with cards = [b200_sxm, mi300x] over cards", after: Self.cards,
      as: "wrong-count")
  }

  @Test func `a definition may hide a record`() {
    shows("h100_sxm", after: "h100_sxm = 750 W", as: "750 W")
    shows("node", after: Self.card + "; h100_sxm = 800 W", as: "3.52 kW")
  }

  @Test func `dotted names are looked up whole`() {
    shows("grid.FRA", as: "44.18 gCO2e/kWh")
    shows("3 kWh * grid.FRA", as: "132.54 gCO2e")
    shows("const.c", as: "299792458 m/s")
    shows("const.c^2 * 1 g -> TJ", as: "89.8755 TJ")
  }
}
