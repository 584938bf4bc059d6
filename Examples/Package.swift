// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "throughline", path: "..")],
  targets: [
    .executableTarget(
      name: "TraceAChain",
      dependencies: [
        .product(name: "Evidence", package: "throughline"),
        .product(name: "Interchange", package: "throughline"),
        .product(name: "InfluenceAnalysis", package: "throughline"),
      ]),
    .executableTarget(
      name: "RankBrokers",
      dependencies: [
        .product(name: "GraphCore", package: "throughline"),
        .product(name: "DOT", package: "throughline"),
        .product(name: "Interchange", package: "throughline"),
        .product(name: "InfluenceAnalysis", package: "throughline"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
