import GraphCore

extension PajekText {
  /// What a reader of the file will miss.
  var losses: [String] {
    func sentence(_ names: [String], of what: String) -> [String] {
      names.isEmpty ? [] : ["attributes of \(what) are lost: " + names.joined(separator: ", ")]
    }
    var losses = sentence(
      network.attributes.filter { $0.name != "name" || networkName == nil }.map(\.name),
      of: "the whole")
    losses += sentence(
      network.nodeAttributes.columns.filter { !isKept($0, ofNode: true) }.map(\.name), of: "nodes")
    losses += sentence(
      network.edgeAttributes.columns.filter { !isKept($0, ofNode: false) }.map(\.name), of: "edges")
    let inexact = network.nodeAttributes.columns.filter { column in
      switch column.type {
      case .flag: isValues(column)
      case .integer:
        ["x", "y", "z"].contains(column.name) || isValues(column) && Self.isNegative(column)
      default: false
      }
    }
    if !inexact.isEmpty {
      losses.append(
        "attributes of nodes are given back as other numbers: "
          + inexact.map(\.name).joined(separator: ", "))
    }
    if hasEdgeFields, network.edges.contains(where: { $0.weight == nil }) {
      losses.append("edges without weights are given the weight 1")
    }
    return losses
  }

  private func isKept(_ column: AttributeColumn, ofNode: Bool) -> Bool {
    let table = ofNode ? network.nodeAttributes : network.edgeAttributes
    let rows = 0..<column.rowCount
    if column.name == "start" || column.name == "end" || column.name == "spells" {
      return (ofNode ? nodeTimes : edgeTimes).isKept
    }
    if ofNode {
      switch column.name {
      case "x", "y", "z":
        let isNumber = column.type == .real || column.type == .integer
        return isNumber
          && rows.allSatisfy { row in
            column[row] == nil
              || table["x"]?[row]?.number != nil && table["y"]?[row]?.number != nil
          }
      case "shape":
        return column.type == .text
          && rows.allSatisfy { column[$0].map { Self.isShape($0.text) } ?? true }
      case "mode" where first != nil: return true
      default: if isValues(column) { return true }
      }
    } else if column.name == "kind" {
      return column.type == .text
        && rows.allSatisfy { row in
          column[row].map { !$0.text.isEmpty && Self.field($0.text) == $0.text } ?? true
        }
    }
    guard let word = PajekParameters.word(of: column, ofNode: ofNode) else { return false }
    return rows.allSatisfy { row in
      column[row].map { PajekParameters.isExact($0, word) } ?? true
    }
  }
}
