// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target of ours. Dependencies keep their own.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
  name: "throughline",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "GraphCore", targets: ["GraphCore"]),
    .library(name: "Evidence", targets: ["Evidence"]),
    .library(name: "InfluenceAnalysis", targets: ["InfluenceAnalysis"]),
    .library(name: "DOT", targets: ["DOT"]),
    .library(name: "Graphviz", targets: ["Graphviz"]),
    .library(name: "Interchange", targets: ["Interchange"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .executable(name: "throughline", targets: ["throughline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
  ],
  targets: [
    .target(name: "GraphCore", swiftSettings: house),
    .target(
      name: "Evidence",
      resources: [.embedInCode("Resources/vocabulary.json")],
      swiftSettings: house),
    .target(
      name: "InfluenceAnalysis", dependencies: ["Evidence", "GraphCore"], swiftSettings: house),
    .target(name: "DOT", swiftSettings: house),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(
      name: "Graphviz", dependencies: ["CGraphviz", "DOT"],
      swiftSettings: house + [.strictMemorySafety()]),
    // Part of macOS, and on Linux where every compiler looks: no pkg-config is needed.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(
      name: "Interchange",
      dependencies: [
        "Evidence", "GraphCore", "DOT", "CArchive", "CLibXML2", "CZlib", "CZstd", yams,
      ],
      swiftSettings: house),
    .target(
      name: "Reporting",
      dependencies: [
        "Evidence", "GraphCore", "InfluenceAnalysis", "DOT", "Graphviz", mustache,
      ],
      resources: [
        .embedInCode("Resources/words.json"), .embedInCode("Resources/page.mustache"),
        .embedInCode("Resources/style.css"),
        // The script and the style sheet of interactive figures, a file for each concept.
        .embedInCode("Resources/viewer/elements.js"),
        .embedInCode("Resources/viewer/words.js"),
        .embedInCode("Resources/viewer/chains.js"),
        .embedInCode("Resources/viewer/view.js"),
        .embedInCode("Resources/viewer/field.js"),
        .embedInCode("Resources/viewer/names.js"),
        .embedInCode("Resources/viewer/marks.js"),
        .embedInCode("Resources/viewer/tip.js"),
        .embedInCode("Resources/viewer/filters.js"),
        .embedInCode("Resources/viewer/panel.js"),
        .embedInCode("Resources/viewer/tracing.js"),
        .embedInCode("Resources/viewer/pointer.js"),
        .embedInCode("Resources/viewer/keyboard.js"),
        .embedInCode("Resources/viewer/figure.js"),
        .embedInCode("Resources/viewer/viewer.css"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "throughline",
      dependencies: [
        "GraphCore", "Evidence", "InfluenceAnalysis", "DOT", "Graphviz", "Interchange",
        "Reporting", argumentParser,
      ],
      swiftSettings: house),

    .target(
      name: "TestSupport", dependencies: ["GraphCore", "Evidence"], path: "Tests/TestSupport",
      swiftSettings: house),
    .testTarget(
      name: "GraphCoreTests", dependencies: ["GraphCore", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: house),
    .testTarget(
      name: "EvidenceTests", dependencies: ["Evidence", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "InfluenceAnalysisTests",
      dependencies: ["InfluenceAnalysis", "Evidence", "GraphCore", "TestSupport"],
      resources: [.copy("Fixtures")],
      swiftSettings: house),
    .testTarget(name: "DOTTests", dependencies: ["DOT"], swiftSettings: house),
    .testTarget(name: "GraphvizTests", dependencies: ["Graphviz", "DOT"], swiftSettings: house),
    .testTarget(
      name: "InterchangeTests",
      dependencies: [
        "Interchange", "Evidence", "GraphCore", "DOT", "Graphviz", "InfluenceAnalysis",
        "TestSupport",
      ],
      // Read where they lie.
      exclude: ["Fixtures"], swiftSettings: house),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "InfluenceAnalysis", "Evidence", "GraphCore", "DOT", "Graphviz", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "CommandTests", dependencies: ["throughline", "Graphviz", "TestSupport"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
