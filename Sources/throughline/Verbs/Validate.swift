import ArgumentParser
import Evidence
import Foundation
import InfluenceAnalysis
import Interchange
import Reporting

/// `validate`: everything wrong, each with file, line, column, rule and mend.
struct Validate: ParsableCommand, NetworkVerb {
  static let configuration = CommandConfiguration(
    abstract: "Check a graph, or a plain network: everything wrong, with place and mend.",
    discussion: """
      Exits with 1 if there is any error; warnings alone do not fail.

      Examples:
        throughline validate attacks.yaml
        throughline validate attacks.yaml --format json
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var output: OutputOptions

  @Option(name: [.short, .long], help: "text or json.")
  var format: Format?

  enum Format: String, FormatChoice {
    case text, json

    static let usual = Format.text
  }

  func perform() throws {
    let format = try output.format(format)
    var reading: Reading
    switch try input.readAny(common) {
    case .evidence(let read): reading = read
    case .plain(let plain): return try show(plain, as: format)
    }
    // How statements weigh against each other is known only once they are links.
    if let graph = reading.graph, reading.errors.isEmpty {
      reading.add(LinkTable(graph).unconfirmedGrades(), file: input.name)
    }
    let errors = reading.errors.count
    let warnings = reading.warnings.count
    switch format {
    case .json:
      try output.write(FindingText.json(reading.findings) + "\n", console: common.console)
    case .text:
      let lines = reading.findings.map { FindingText.line($0) + "\n" }.joined()
      try output.write(Console.printable(lines), console: common.console)
    }
    if let graph = reading.graph {
      common.console.say(
        "\(input.name): \(count(errors, "error")), \(count(warnings, "warning")); "
          + "\(count(graph.sources.count, "source")), \(count(graph.entities.count, "entity", "entities")), "
          + "\(count(graph.statements.count, "statement"))")
    }
    if reading.graph == nil { throw ExitStatus.malformedData.code }
    if errors > 0 { throw ExitStatus.noResult.code }
  }

  /// A plain network that could be read has no errors; what its reader noticed are no findings.
  private func show(_ plain: PlainNetwork, as format: Format) throws {
    if format == .json { try output.write(FindingText.json([]) + "\n", console: common.console) }
    for remark in plain.remarks { common.console.say("\(input.name): \(remark)") }
    common.console.say(
      "\(input.name): 0 errors; a plain network of \(plain.subject(input).counts); no evidence recorded"
    )
  }

  private func count(_ number: Int, _ one: String, _ several: String? = nil) -> String {
    "\(number) \(number == 1 ? one : several ?? one + "s")"
  }
}

/// Findings as text and JSON.
enum FindingText {
  /// `file:line:column: severity: message [rule]`, and the mend.
  static func line(_ finding: Finding) -> String {
    let place = finding.location.map { "\($0): " } ?? ""
    return "\(place)\(finding.severity.rawValue): \(finding.message) [\(finding.rule)]\n"
      + "    mend: \(finding.mend)"
  }

  /// The contract's object.
  static func json(_ findings: [Finding]) -> String {
    JSONValue.object([
      "errors": .integer(findings.count { $0.severity == .error }),
      "warnings": .integer(findings.count { $0.severity == .warning }),
      "findings": .array(
        findings.map { finding in
          .object([
            "severity": .string(finding.severity.rawValue),
            "rule": .string(finding.rule),
            "file": .optional(finding.location?.file),
            "line": finding.location.map { .integer($0.line) } ?? .null,
            "column": finding.location.map { .integer($0.column) } ?? .null,
            "message": .string(finding.message),
            "mend": .string(finding.mend),
          ])
        }),
    ]).text(pretty: true)
  }
}
