import Evidence
import GraphCore
import Testing

@testable import InfluenceAnalysis

@Suite struct StatementMatchingTests {
  /// A statement that says something of its own, so that no two are alike.
  private func said(
    _ id: String, _ line: String, note: String? = nil, grade: String = "B2"
  ) -> Said {
    Said(line, "X", grade) {
      $0.id = id
      $0.note = note
    }
  }

  private func matching(_ old: [Said], _ new: [Said]) -> StatementMatching {
    StatementMatching(from: InfluenceGraph(old), to: InfluenceGraph(new))
  }

  /// `id` for a statement of the new graph, `-id` for one that is gone, `old>new` for a changed one.
  private func changes(_ matching: StatementMatching) -> [String] {
    matching.changes.map { change in
      switch change.change {
      case .added: change.new ?? ""
      case .removed: "-" + (change.old ?? "")
      case .changed: "\(change.old ?? "")>\(change.new ?? "")"
      }
    }
  }

  @Test func `an id is an identity, whatever the statement says now`() {
    let matching = matching(
      [said("s1", "a inspired b"), said("s2", "c inspired d")],
      [said("s1", "a trained e"), said("s2", "c inspired d")])
    #expect(changes(matching) == ["s1>s1"])
    #expect(matching.changes.first?.fields.map(\.name) == ["relation", "object"])
    #expect(matching.renumbered.isEmpty)
  }

  @Test func `new ones, lost ones and changed ones are told apart`() {
    let matching = matching(
      [said("s1", "a inspired b"), said("s2", "c inspired d"), said("s3", "e inspired f")],
      [
        said("s1", "a inspired b"), said("s3", "e inspired f", grade: "B3"),
        said("s4", "g leads h"),
      ])
    #expect(changes(matching) == ["s4", "-s2", "s3>s3"])
    #expect(
      matching.changes.last?.fields == [FieldChange(name: "credibility", old: "2", new: "3")])
  }

  @Test func `ids that were given anew change nothing`() {
    let old = [
      said("s1", "a inspired b"), said("s2", "c inspired d"), said("s3", "e inspired f"),
    ]
    let new = [
      said("s1", "z inspired a"), said("s2", "a inspired b"), said("s3", "c inspired d"),
      said("s4", "e inspired f"),
    ]
    let matching = matching(old, new)
    #expect(changes(matching) == ["s1"])
    #expect(
      matching.renumbered == [
        Renumbering(old: "s1", new: "s2"), Renumbering(old: "s2", new: "s3"),
        Renumbering(old: "s3", new: "s4"),
      ])
  }

  @Test func `a statement that was numbered anew and changed is known by its matter`() {
    let matching = matching(
      [said("s1", "a inspired b"), said("s2", "c inspired d")],
      [
        said("s1", "z inspired a"), said("s2", "a inspired b"),
        said("s3", "c inspired d", note: "seen"),
      ])
    #expect(changes(matching) == ["s1", "s2>s3"])
  }

  @Test func `an id for want of another is a place, not an identity`() {
    // The first statement of the paragraph is gone; the second has its place, and so its name.
    let matching = matching(
      [said("paper-B.p1.1", "a inspired b"), said("paper-B.p1.2", "c inspired d")],
      [said("paper-B.p1.1", "c inspired d", note: "seen")])
    #expect(changes(matching) == ["-paper-B.p1.1", "paper-B.p1.2>paper-B.p1.1"])
  }

  @Test func `numbering a file is no change, and what judges others follows their ids`() {
    func judged(_ first: String, _ second: String) -> [Said] {
      [
        said(first, "a inspired b"),
        Said("not a inspired b", "Y", "B2") {
          $0.id = second
          $0.about = [first]
        },
      ]
    }
    let matching = matching(judged("paper-B.document.1", "paper-B.document.2"), judged("s1", "s2"))
    #expect(changes(matching).isEmpty)
    #expect(matching.renumbered.count == 2)
  }

  /// Edits that are known are found, and nothing else, with ids kept and with ids given anew.
  @Test(arguments: 0..<40)
  func `random edits are found again`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...12, using: &generator)
    let old = (0..<count).map { said("s\($0)", "a\($0) inspired b\($0)") }
    var kept: [Said] = []
    var expected: [String: Int] = ["added": 0, "removed": 0, "changed": 0]
    for one in old {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: expected["removed", default: 0] += 1
      case 1:
        expected["changed", default: 0] += 1
        var changed = one
        changed.statement.note = "edited"
        kept.append(changed)
      default: kept.append(one)
      }
    }
    let hasUnchanged = kept.contains { $0.statement.note == nil }
    for number in 0..<Int.random(in: 0...3, using: &generator) {
      expected["added", default: 0] += 1
      kept.insert(
        said("t\(number)", "n\(number) inspired m\(number)"),
        at: Int.random(in: 0...kept.count, using: &generator))
    }
    func counts(_ new: [Said]) -> [String: Int] {
      matching(old, new).changes.reduce(into: ["added": 0, "removed": 0, "changed": 0]) {
        $0[$1.change.rawValue, default: 0] += 1
      }
    }
    #expect(counts(kept) == expected)
    // Ids can only be seen to have changed where some statement is the same under another.
    guard hasUnchanged else { return }
    let renamed = kept.enumerated().map { number, one in
      var other = one
      other.statement.id = "r\(number)"
      return other
    }
    #expect(counts(renamed) == expected)
  }
}
