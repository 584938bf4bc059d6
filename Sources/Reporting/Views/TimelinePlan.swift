internal import Evidence
internal import InfluenceAnalysis

/// What stands where in a timeline: rows in order, their words in lines, lanes side by side.
struct TimelinePlan {
  /// A line from a call to an attack after it.
  struct Line {
    /// The row of the attack.
    let attack: Int
    /// How many days after the call, at the least and at the most.
    let lag: ClosedRange<Int>
    /// Whether it lies in the window on every reading of the dates.
    let isCertain: Bool
    /// Which of the lines that end at the attack it is, from above.
    let place: Int
  }

  /// One event.
  struct Row {
    let event: DatedEvent
    let lane: TimelinePicture.Lane
    /// The year under which it stands.
    let year: Int?
    /// What stands above the rows of its year.
    let heading: String
    /// The date in words.
    let date: [String]
    /// The name in lines.
    let name: [String]
    let isCall: Bool
    /// Whether the date is marked `~`, `?` or `%`.
    let isDoubtful: Bool
    let tooltip: String
    let statements: [String]
    /// To what followed, if it is a call.
    var lines: [Line] = []
    /// Which of the tracks between the lanes its lines run down.
    var track = 0
    /// How many lines end at it, if it is an attack.
    var arrivals = 0
  }

  private(set) var rows: [Row] = []
  /// The lanes that have events, and where each begins.
  let lanes: [(lane: TimelinePicture.Lane, left: Double, width: Double)]
  /// How many tracks there are between messages and attacks.
  private(set) var tracks = 0

  static let width = 1000.0
  static let dateWidth = 96.0
  static let stripLeft = Sheet.margin + dateWidth + 10
  static let stripWidth = 168.0
  private static let laneGap = 14.0
  /// The room for the number of days on a line.
  static let lagRoom = 58.0

  /// - Parameters:
  ///   - report: The timeline.
  ///   - context: The evidence, in the language of the picture.
  init(_ report: TimelineReport, _ context: FindingContext) {
    let words = context.words
    let vocabulary = context.evidence.vocabulary
    func lane(_ event: DatedEvent) -> TimelinePicture.Lane {
      vocabulary.isKind(event.kind, a: "publication")
        ? .messages : vocabulary.isKind(event.kind, a: "attack") ? .attacks : .events
    }
    let events = report.chronology.events
    let used = Set(events.map(lane))
    let trackCount = Self.tracks(report).values.max().map { $0 + 1 } ?? 0
    lanes = Self.lanes(
      TimelinePicture.Lane.allCases.filter(used.contains), tracks: trackCount)
    tracks = trackCount
    let isCall = Set(report.calls.map(\.call.id))
    let statements = context.statementsByEntity
    for event in events {
      let lane = lane(event)
      let entity = context.evidence.entity(event.id)
      let year = (event.span.first ?? event.span.last)?.year
      let whole = DateWords(words: words).inline(report.date(of: event)).plain
      let date = entity?.date.map { context.text(of: $0, in: year) } ?? whole
      let room = (lanes.first { $0.lane == lane }?.width ?? 0) - 16
      var letters = Sheet.body
      letters.isBold = isCall.contains(event.id)
      let own = context.evidence.name(of: event.id)
      let name =
        event.isCollective ? words.plain("timeline.several", ["name": .text(own)]) : own
      let lines = letters.lines(of: name, width: room, limit: 3)
      let said = statements[event.id] ?? []
      let head = [name, context.kind(event.kind), whole].joined(
        separator: words.plain("list.comma"))
      rows.append(
        Row(
          event: event, lane: lane, year: year,
          heading: year.map {
            event.span.first == nil
              ? words.plain("timeline.up-to", ["year": .text("\($0)")]) : "\($0)"
          } ?? words.plain("timeline.no-year"),
          date: Sheet.body.lines(of: date, width: Self.dateWidth, limit: 2),
          name: lines.isEmpty ? [event.id] : lines, isCall: letters.isBold,
          isDoubtful: entity?.date.map { $0.isApproximate || $0.isUncertain } ?? false,
          tooltip: context.tooltip([head], said), statements: said))
    }
    join(report)
  }

  private mutating func join(_ report: TimelineReport) {
    let places = Dictionary(rows.enumerated().map { ($1.event.id, $0) }) { first, _ in first }
    let tracks = Self.tracks(report)
    for call in report.calls {
      guard let place = places[call.call.id] else { continue }
      rows[place].track = tracks[call.call.id] ?? 0
      for follower in call.followers {
        guard let attack = places[follower.attack] else { continue }
        rows[place].lines.append(
          Line(
            attack: attack, lag: follower.lag, isCertain: follower.isCertain,
            place: rows[attack].arrivals))
        rows[attack].arrivals += 1
      }
    }
  }

  /// A track for the lines of each call, so that no two calls share a stretch of one.
  private static func tracks(_ report: TimelineReport) -> [String: Int] {
    let places = Dictionary(report.chronology.events.enumerated().map { ($1.id, $0) }) {
      first, _ in first
    }
    var ends: [Int] = []
    var tracks: [String: Int] = [:]
    let spans = report.calls.compactMap { call -> (String, Int, Int)? in
      let rows = ([call.call.id] + call.followers.map(\.attack)).compactMap { places[$0] }
      guard rows.count > 1, let first = rows.min(), let last = rows.max() else { return nil }
      return (call.call.id, first, last)
    }
    for (id, first, last) in spans.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) {
      let track = ends.firstIndex { $0 < first } ?? ends.count
      if track == ends.count { ends.append(last) } else { ends[track] = last }
      tracks[id] = track
    }
    return tracks
  }

  private static func lanes(
    _ lanes: [TimelinePicture.Lane], tracks: Int
  ) -> [(lane: TimelinePicture.Lane, left: Double, width: Double)] {
    let left = stripLeft + stripWidth + 18
    let gutter = tracks > 0 ? lagRoom + Double(tracks) * 7 : laneGap
    var gaps = Double(max(0, lanes.count - 1)) * laneGap
    if lanes.starts(with: [.messages, .attacks]) { gaps += gutter - laneGap }
    let room = width - Sheet.margin - left - gaps
    let shares = lanes.map { $0 == .attacks ? 1.25 : 1.0 }
    let whole = shares.reduce(0, +)
    var x = left
    return zip(lanes, shares).map { lane, share in
      let own = (room * share / whole).rounded(.down)
      defer { x += own + (lane == .messages && lanes.contains(.attacks) ? gutter : laneGap) }
      return (lane, x, own)
    }
  }
}
