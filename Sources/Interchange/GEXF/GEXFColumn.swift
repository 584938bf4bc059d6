/// An attribute of nodes or edges as it is written: what is declared of it, and which of its cells stand
/// in `attvalues`. The others stand in the tag or among the elements of `viz`.
struct GEXFColumn {
  /// Where the cells of an attribute stand.
  enum Place {
    /// In `attvalues`.
    case values
    /// As a time in the tag if it can say the times of the row, else in `attvalues`.
    case time
    /// In `viz:position` if the row has numbers for x and y, else in `attvalues`.
    case position
    /// In `viz` if it is valid there, else in `attvalues`.
    case look
    /// In the tag if it is a text, else in `attvalues`.
    case label
  }

  /// The attribute.
  let column: AttributeColumn
  /// The name that is declared.
  let title: String
  /// Where its cells stand.
  let place: Place
  /// The id by which values name it, once it is declared.
  var id = ""

  /// Describes an attribute of nodes.
  init(ofNodes column: AttributeColumn) {
    self.column = column
    title = column.name
    switch column.name {
    case "start", "end": place = .time
    case "x", "y", "z": place = .position
    case "color", "size", "shape": place = .look
    default: place = .values
    }
  }

  /// Describes an attribute of edges. How edges look stands in `attvalues` too, since NetworkX reads
  /// `viz` of nodes only.
  init(ofEdges column: AttributeColumn) {
    self.column = column
    switch column.name {
    case "id": title = "edge_id"
    case "edge_id": title = "edge_id_2"
    default: title = column.name
    }
    switch column.name {
    case "start", "end": place = .time
    case "label": place = .label
    default: place = .values
    }
  }

  /// The type to declare: one that Gephi, NetworkX and the schema all know.
  var type: String {
    switch column.type {
    case .text, .json: return "string"
    case .real: return "double"
    case .flag: return "boolean"
    case .integer:
      guard case .integer(let numbers) = column.storage else { return "long" }
      // Gephi's integers have 32 bits.
      return numbers.allSatisfy { Int32(exactly: $0) != nil } ? "integer" : "long"
    }
  }

  /// The text of a cell.
  func text(of value: AttributeValue) -> String {
    column.type == .json ? JSONCell.text(of: value) : value.text
  }
}
