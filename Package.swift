// swift-tools-version: 6.1
// tj: a REPL and script language for energy scenarios. The map of the house is in README.md.

import PackageDescription

let package = Package(
  name: "tj",
  products: [
    .executable(name: "tj", targets: ["tj"]),
    .library(name: "Engine", targets: ["Engine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // text -> tree
    .target(name: "Syntax", exclude: ["README.md"]),
    // tree -> quantities
    .target(name: "Units", dependencies: ["Syntax"], exclude: ["README.md", "Definitions"]),
    .target(name: "CSV", exclude: ["README.md"]),
    .target(
      name: "EnergyCore", dependencies: ["Units", "CSV"], exclude: ["README.md", "Data", "Library"]),
    // vector loops
    .target(name: "CKernels", exclude: ["README.md"]),
    // definitions, graph, values
    .target(
      name: "Engine", dependencies: ["Syntax", "Units", "CSV", "EnergyCore", "CKernels"],
      exclude: ["README.md", "Topics"]),
    // values -> words, tables, formats
    .target(name: "Report", dependencies: ["Engine", "CSV"], exclude: ["README.md"]),
    // the only door to readline
    .systemLibrary(
      name: "CReadline",
      providers: [.apt(["libreadline-dev"]), .brew(["readline"])]),
    .target(name: "LineEditing", dependencies: ["CReadline"], exclude: ["README.md"]),
    // the prompt, commands, scripts
    .target(
      name: "Shell", dependencies: ["Report", "LineEditing"],
      exclude: ["README.md", "Lessons/Course"]),
    .executableTarget(
      name: "tj",
      dependencies: [
        "Shell", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md"]),

    .target(name: "Support", dependencies: ["Shell"], path: "Tests/Support"),
    // what a fuzzer calls (scripts/fuzz), and the replay of what it found
    .target(
      name: "Fuzzing", dependencies: ["Shell", "CSV", "Support"], path: "Tests/Fuzz/Targets"),
    .testTarget(name: "FuzzTests", dependencies: ["Fuzzing", "Support"]),
    .testTarget(name: "SyntaxTests", dependencies: ["Syntax", "Support"]),
    .testTarget(name: "UnitsTests", dependencies: ["Units", "Support"]),
    .testTarget(name: "CSVTests", dependencies: ["CSV", "Support"]),
    .testTarget(name: "EnergyCoreTests", dependencies: ["EnergyCore", "Support"]),
    .testTarget(name: "EngineTests", dependencies: ["Engine", "Report", "Support"]),
    .testTarget(name: "ReportTests", dependencies: ["Report", "Support"]),
    .testTarget(name: "ShellTests", dependencies: ["Shell", "Support"]),
  ]
)
