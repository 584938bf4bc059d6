import ArgumentParser
import Reporting

/// `structure`: how a network hangs together.
struct Structure: ParsableCommand, ReadingVerb {
  static let configuration = CommandConfiguration(
    abstract: "Say how a network hangs together.",
    discussion: """
      Parts: \(StructureReport.Part.allCases.map(\.rawValue).joined(separator: " ")). All are given but \
      those that would take long on a large network; --only asks for some. In a graph of evidence every \
      link is taken as present.

      Examples:
        throughline structure attacks.yaml
        throughline structure network.gml --only census,cuts
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: CommonOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Only these parts, separated by commas, such as census,cuts.")
  var only: String?

  @Option(
    parsing: .unconditional,
    help: "How many random graphs the small world is compared with. (default: 20)")
  var samples: Int?

  @Option(
    name: [.short, .long], help: "text, json, csv, markdown or vega-lite (the degree distribution)."
  )
  var format: TabularFormat?

  func validate() throws {
    guard samples.map((1...100_000).contains) ?? true else {
      throw ValidationError("--samples must be from 1 to 100000.")
    }
    let parts = try parts()
    guard samples == nil || parts.isEmpty || parts.contains(.smallWorld) else {
      throw ValidationError("--samples is for the part small-world; leave it out.")
    }
  }

  func perform() throws {
    let format = try output.format(format)
    let studied = try StudiedInput(input, common, study)
    let findings = try studied.reckoned("structure", common.console) { execution in
      try StructureReport.findings(
        on: studied.network, only: try parts(), seed: study.seed, samples: samples ?? 20,
        execution: execution)
    }
    try output.write(findings, as: format, console: common.console)
  }

  private func parts() throws -> [StructureReport.Part] {
    guard let only else { return [] }
    let parts = try only.split(separator: ",").map { word in
      guard let part = StructureReport.Part(rawValue: word.trimmed) else {
        throw ValidationError(
          "'\(word.trimmed)' is no part; use some of "
            + StructureReport.Part.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      return part
    }
    guard !parts.isEmpty else { throw ValidationError("--only needs a part, such as census.") }
    return parts
  }
}
