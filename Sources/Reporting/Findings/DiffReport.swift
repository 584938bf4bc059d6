internal import Evidence
public import InfluenceAnalysis

/// What changed between two graphs, ready to be shown.
public struct DiffReport: Sendable {
  /// What changed.
  public let diff: GraphDiff
  /// What the old graph is called.
  public let oldName: String
  /// What the new graph is called.
  public let newName: String
  /// Ranks are told of entities that are or were among this many first places.
  public let top: Int

  let old: FindingContext
  let new: FindingContext

  /// Makes a report of changes.
  ///
  /// - Parameters:
  ///   - diff: What changed.
  ///   - oldName: What the old graph is called.
  ///   - newName: What the new graph is called.
  ///   - top: Ranks are told of entities that are or were among this many first places.
  ///   - seed: The seed of random steps.
  public init(
    _ diff: GraphDiff, oldName: String, newName: String, top: Int = 10, seed: UInt64 = 1
  ) {
    self.diff = diff
    self.oldName = oldName
    self.newName = newName
    self.top = top
    old = FindingContext(diff.old, seed: seed)
    new = FindingContext(diff.new, seed: seed)
  }

  /// The changes of rank to tell.
  var ranks: [RankChange] { diff.ranks.filter { $0.best <= Double(top) } }

  private var title: String { "Changes from \(oldName) to \(newName)" }
  private var choices: String {
    "projection \(new.projection), policy \(new.policy), seed \(new.seed)"
  }

  /// What there is to say if nothing changed.
  private var nothing: String {
    "No difference: the two graphs say the same."
      + (diff.renumbered.isEmpty
        ? ""
        : " Only ids differ: "
          + Plural.text(
            diff.renumbered.count, "statement has another.", "statements have others."))
  }
}

extension DiffReport {
  /// The changes as text for a terminal; control characters from data are shown as escapes.
  ///
  /// - Parameter style: How it looks.
  /// - Returns: The text, ending in a line end.
  public func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    let opening =
      [style.bold(VisibleText.line(title)), style.quiet(VisibleText.line(choices))]
    let rest =
      diff.isEmpty
      ? Passage.wrapped(nothing, style)
      : DiffPassages(report: self).all.flatMap { $0.lines(style) }
    return (opening + rest).joined(separator: "\n") + "\n"
  }

  /// The changes as a page, for Markdown or HTML.
  ///
  /// - Returns: The page.
  public func page() -> Page {
    let opening: [Block] = [
      .heading(1, id: "title", [.name(title)]), .paragraph([.name("Reckoned with \(choices).")]),
    ]
    let rest =
      diff.isEmpty
      ? [.paragraph([.text(nothing)])] : DiffPassages(report: self).all.flatMap(\.blocks)
    return Page(title: title, blocks: opening + rest)
  }

  /// The changes as CommonMark.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page().markdown() }
}
