// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "throughline", path: "..")],
  targets: [
    .executableTarget(
      name: "Generate", dependencies: [.product(name: "GraphCore", package: "throughline")]),
    .executableTarget(
      name: "Measure",
      dependencies: [
        .product(name: "GraphCore", package: "throughline"),
        .product(name: "Interchange", package: "throughline"),
      ]),
    .executableTarget(
      name: "Read",
      dependencies: [
        .product(name: "GraphCore", package: "throughline"),
        .product(name: "Interchange", package: "throughline"),
      ]),
    .executableTarget(
      name: "Worlds",
      dependencies: [
        .product(name: "Evidence", package: "throughline"),
        .product(name: "GraphCore", package: "throughline"),
        .product(name: "InfluenceAnalysis", package: "throughline"),
        .product(name: "Interchange", package: "throughline"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
