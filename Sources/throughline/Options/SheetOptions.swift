import ArgumentParser
import Reporting

/// Options of the views that are sheets: timeline and matrix.
struct SheetOptions: ParsableArguments {
  @Option(help: "The view timeline: how long after a call counts, such as 4w (default: 30d).")
  var window: String?

  @Option(help: "The view matrix: rows by community, degree or name (default: community).")
  var order: MatrixOrder?

  @Option(
    parsing: .unconditional,
    help: "The view matrix: the most rows; what has the most links is shown (default: 36).")
  var rows: Int?

  enum MatrixOrder: String, ExpressibleByArgument, CaseIterable {
    case community, degree, name

    var order: MatrixPicture.Order { MatrixPicture.Order(rawValue: rawValue) ?? .community }
  }

  func validate() throws {
    if let rows, !(2...400).contains(rows) {
      throw ValidationError("--rows must be from 2 to 400.")
    }
  }
}
