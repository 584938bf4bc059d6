internal import Evidence
internal import InfluenceAnalysis

/// The changes between two graphs in words, part by part: what was said, then what follows from it.
struct DiffPassages {
  let report: DiffReport

  private var diff: GraphDiff { report.diff }

  /// Every part in which something changed.
  var all: [Passage] {
    [
      statements(.added, "Statements added"), statements(.removed, "Statements removed"),
      statements(.changed, "Statements changed"), renumbered,
      Passage(title: "Sources, voices and entities", entries: diff.entries.map(entry)),
      Passage(title: "Links", entries: diff.links.map(entry)),
      Passage(title: "Verdicts", entries: diff.verdicts.map(entry)), ranks,
    ].filter { !$0.entries.isEmpty }
  }

  private func statements(_ change: Change, _ title: String) -> Passage {
    Passage(
      title: title,
      entries: diff.statements.filter { $0.change == change }.map { statement in
        let context = statement.new == nil ? report.old : report.new
        let said = (statement.new ?? statement.old).flatMap { context.evidence.statement($0) }
        let renamed =
          statement.old.flatMap { old in statement.new.map { old == $0 ? "" : " (was \(old))" } }
          ?? ""
        return Passage.Entry(
          head: said.map { "\(context.sentence($0)): \(context.line($0))" + renamed } ?? "",
          details: statement.fields.map(words))
      })
  }

  private var renumbered: Passage {
    let shown = diff.renumbered.prefix(10).map { "\($0.old) -> \($0.new)" }
    let more = diff.renumbered.count - shown.count
    let list = (shown + (more > 0 ? ["\(more) more"] : [])).joined(separator: ", ")
    return Passage(
      title: "Statements under another id",
      entries: diff.renumbered.isEmpty ? [] : [Passage.Entry(head: list)])
  }

  private func entry(_ change: EntryChange) -> Passage.Entry {
    let name = change.kind == .graph ? "the graph itself" : "\(change.kind.rawValue) \(change.id)"
    return Passage.Entry(
      head: "\(name): \(change.change.rawValue)", details: change.fields.map(words))
  }

  private func words(_ field: FieldChange) -> String {
    switch (field.old, field.new) {
    case (let old?, let new?): "\(field.name): \(old) -> \(new)"
    case (nil, let new?): "\(field.name): \(new), which was not given"
    case (let old?, nil): "\(field.name): no longer given, was \(old)"
    case (nil, nil): field.name
    }
  }

  private func entry(_ change: LinkChange) -> Passage.Entry {
    let context = change.new == nil ? report.old : report.new
    let sentence = context.sentence(change.key)
    switch (change.old, change.new) {
    case (let old?, let new?):
      return Passage.Entry(head: "\(sentence): \(state(of: old)) -> \(state(of: new))")
    case (nil, let new?): return Passage.Entry(head: "\(sentence): new, \(state(of: new))")
    case (let old?, nil): return Passage.Entry(head: "\(sentence): gone, was \(state(of: old))")
    case (nil, nil): return Passage.Entry(head: sentence)
    }
  }

  /// Where a link stands: its words, and a percentage where they are words of likelihood.
  private func state(of link: Link) -> String {
    switch link.pooled.status {
    case .denied, .raised, .claimedOnly: link.phrase
    case .supported, .disputed, .weak: "\(link.phrase) (\(Phrase.percent(link.pooled.probability)))"
    }
  }

  private func entry(_ change: VerdictChange) -> Passage.Entry {
    let context = change.new == nil ? report.old : report.new
    let attack = context.title(of: change.attack)
    switch (change.old, change.new) {
    case (let old?, let new?):
      return Passage.Entry(head: "\(attack): \(words(old)) -> \(words(new))")
    case (nil, let new?): return Passage.Entry(head: "\(attack): new, \(words(new))")
    case (let old?, nil): return Passage.Entry(head: "\(attack): gone, was \(words(old))")
    case (nil, nil): return Passage.Entry(head: attack)
    }
  }

  /// A verdict with who had that part in it: `directed by ISIS (likely, disputed)`.
  private func words(_ attribution: Attribution) -> String {
    guard attribution.verdict.rung != nil, let principal = attribution.principal else {
      return attribution.phrase
    }
    let qualities = attribution.phrase.drop { $0 != "," }.dropFirst(2)
    return "\(attribution.verdict.rawValue) by \(principal.name) (\(qualities))"
  }

  private var ranks: Passage {
    let entries = diff.measures.compactMap { measure -> Passage.Entry? in
      let moved = report.ranks.filter { $0.measure == measure }
      return moved.isEmpty ? nil : Passage.Entry(head: measure, details: moved.map(words))
    }
    return Passage(
      title: "Ranks: who moved among the first \(report.top)", entries: entries)
  }

  private func words(_ change: RankChange) -> String {
    let name = (change.new == nil ? report.old : report.new).evidence.name(of: change.entity)
    switch (change.old, change.new) {
    case (let old?, let new?):
      return "\(name): \(CentralityReport.rank(old)) -> \(CentralityReport.rank(new))"
    case (nil, let new?): return "\(name): new, \(CentralityReport.rank(new))"
    default: return "\(name): gone, was \(CentralityReport.rank(change.old))"
    }
  }
}
