import Evidence
import GraphCore

/// Reads the table of the Global Terrorism Database as evidence: a row an attack, what the row says a
/// statement each, with the row as its paragraph.
///
/// A perpetrator that the coders name is a statement of the database, suspected where they doubt it;
/// a claim of responsibility is a claim and nothing more. What is unknown (blank, -9, -99, "Unknown")
/// says nothing.
struct GTDReader {
  private let text: NetworkText
  private let context: ReadingContext

  init(_ text: NetworkText, _ context: ReadingContext) {
    self.text = text
    self.context = context
  }

  /// Reads the table.
  ///
  /// - Returns: The evidence, with a finding for what is wrong in it.
  /// - Throws: ``NetworkError`` for a bad row, or a table that breaks off.
  /// - Complexity: O(bytes).
  func read() throws(NetworkError) -> LoadedGraph {
    let outcome: Result<GTDGraph, Fault> = text.bytes.withUnsafeBufferPointer { bytes in
      do throws(Fault) {
        return .success(try graph(bytes))
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .failure(let fault): throw text.error(fault)
    case .success(let found): return .evidence(reading(found))
    }
  }

  private func graph(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> GTDGraph {
    let layout = TableLayout(bytes)
    var reader = layout.reader(bytes, context.options)
    var builder = NetworkBuilder(options: context.options)
    var cells: [TableReader.Cell] = []
    guard try reader.record(into: &cells) else {
      throw Fault(offset: 0, message: "the table has no header", mend: "is this the right file?")
    }
    var columns: [String: Int] = [:]
    for (index, cell) in cells.enumerated() {
      columns[reader.text(cell).trimmingSpaces.lowercased()] = index
    }
    for name in ["eventid", "iyear"] where columns[name] == nil {
      throw Fault(
        offset: layout.start, message: "there is no column '\(name)'",
        mend: "keep the names of the columns as the GTD codebook has them")
    }
    var graph = GTDGraph()
    var number = 0
    while try reader.record(into: &cells, &builder) {
      number += 1
      let row = GTDRow(columns: columns) { index in
        index < cells.count ? reader.text(cells[index]).trimmingSpaces : ""
      }
      do throws(Fault) {
        try graph.add(row, number: number, offset: cells.first?.place ?? 0)
      } catch {
        try builder.skip(error)
      }
    }
    graph.skipped = builder.skipped
    return graph
  }

  private func reading(_ found: GTDGraph) -> Reading {
    let graph = found.graph(vocabulary: context.vocabulary)
    var places: [Place: Location] = [:]
    for (index, offset) in found.statementOffsets.enumerated() {
      places[Place(.statement(index))] = Location(file: text.path, line: offset + 1, column: 1)
    }
    var reading = Reading(graph: graph, findings: [], form: .long, locations: places)
    reading.add(GraphValidator.findings(in: graph), file: text.path)
    if found.skipped.count > 0 {
      let first = found.skipped.first.first.map { text.error($0) }
      reading.findings.append(
        Finding(
          .warning, rule: "left-out",
          message: "\(found.skipped.count) bad rows were left out"
            + (first.map { ", the first: \($0.message)" } ?? ""),
          mend: "correct them, or leave out --lenient to stop at the first",
          location: Location(file: text.path, line: first?.line ?? 1, column: first?.column ?? 1)))
    }
    return reading
  }
}
