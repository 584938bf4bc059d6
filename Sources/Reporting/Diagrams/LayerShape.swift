/// What of a network decides how its layers turn out.
struct LayerShape {
  let boxes: [LayerPlan.Box]
  let lines: [LayerPlan.Line]
  /// The numbers of the lines at the leaves of each hub, leaf by leaf.
  private let leaves: [[[Int]]]
  /// The nodes of each part, the largest part first.
  private let parts: [[Int]]
  /// The numbers of the lines of each part.
  private let partLines: [[Int]]

  var hasHub: Bool { !leaves.isEmpty }

  init(boxes: [LayerPlan.Box], lines: [LayerPlan.Line]) {
    self.boxes = boxes
    self.lines = lines
    var neighbours = [Set<Int>](repeating: [], count: boxes.count)
    var atNode = [[Int]](repeating: [], count: boxes.count)
    for (number, line) in lines.enumerated() where line.tail != line.head {
      neighbours[line.tail].insert(line.head)
      neighbours[line.head].insert(line.tail)
      atNode[line.tail].append(number)
      atNode[line.head].append(number)
    }
    // Leaves that a hub's lines enter, and leaves whose lines enter the hub, are spread each for themselves.
    var hubs: [Int: (after: [[Int]], before: [[Int]])] = [:]
    for node in boxes.indices {
      guard let hub = neighbours[node].first, neighbours[node].count == 1 else { continue }
      let ranking = atNode[node].filter { lines[$0].ranks }
      if ranking.isEmpty { continue }
      if ranking.allSatisfy({ lines[$0].head == node }) {
        hubs[hub, default: ([], [])].after.append(ranking)
      } else if ranking.allSatisfy({ lines[$0].tail == node }) {
        hubs[hub, default: ([], [])].before.append(ranking)
      }
    }
    leaves = hubs.keys.sorted().flatMap { hub -> [[[Int]]] in
      [hubs[hub]?.after ?? [], hubs[hub]?.before ?? []]
    }
    .filter { $0.count > LayerPlan.fewLeaves }
    parts = Self.parts(neighbours)
    var partOf = [Int](repeating: 0, count: boxes.count)
    for (number, part) in parts.enumerated() {
      for node in part { partOf[node] = number }
    }
    var partLines = [[Int]](repeating: [], count: parts.count)
    for (number, line) in lines.enumerated() { partLines[partOf[line.tail]].append(number) }
    self.partLines = partLines
  }

  private static func parts(_ neighbours: [Set<Int>]) -> [[Int]] {
    var seen = [Bool](repeating: false, count: neighbours.count)
    var parts: [[Int]] = []
    for start in neighbours.indices where !seen[start] {
      var part = [start]
      seen[start] = true
      var next = 0
      while next < part.count {
        for node in neighbours[part[next]].sorted() where !seen[node] {
          seen[node] = true
          part.append(node)
        }
        next += 1
      }
      parts.append(part.sorted())
    }
    return parts.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    .map(\.element)
  }

  /// The arrangement in one direction with leaves spread over a number of layers, small parts beside the
  /// largest or not.
  func plan(
    _ direction: DiagramOptions.Direction, depth: Int, packs: Bool, gaps: LayerPlan.Gaps
  ) -> LayerPlan {
    var spans: [Int: Int] = [:]
    if depth > 1 {
      for hub in leaves {
        for (place, numbers) in hub.enumerated() where place % depth > 0 {
          for number in numbers { spans[number] = place % depth + 1 }
        }
      }
    }
    let layers = self.layers(spans)
    let runsDown = direction == .down
    var profiles = parts.indices.map {
      profile(ofPart: $0, layers: layers, runsDown: runsDown, gap: gaps.nodes)
    }
    // Before the fullest layer there is no room: what leads to a hub stands at its middle.
    if let main = profiles.first?.across, let most = main.max(),
      let fullest = main.firstIndex(of: most)
    {
      for layer in 0..<fullest { profiles[0].across[layer] = most }
    }
    let count = profiles.map(\.across.count).max() ?? 0
    // A part beside the largest one needs a node of that one in the layer where it begins.
    let anchors = parts.first.map { self.anchors(in: $0, layers, spans) } ?? [:]
    var across = [Double](repeating: 0, count: count)
    var pairs: [LayerPlan.Pair] = []
    for index in profiles.indices {
      let own = profiles[index].across
      let starts = (0...(count - own.count)).filter {
        $0 == 0 || packs && index > 0 && anchors[$0] != nil
      }
      var best = (start: 0, most: Double.infinity)
      for start in starts {
        let most = own.indices.map { across[start + $0] + own[$0] }.max() ?? 0
        if most < best.most { best = (start, most) }
      }
      for layer in own.indices { across[best.start + layer] += own[layer] }
      profiles[index].start = best.start
      if best.start > 0, let anchor = anchors[best.start], let first = profiles[index].first {
        pairs.append(LayerPlan.Pair(anchor: anchor, node: first))
      }
    }
    var along = [Double](repeating: 0, count: count)
    for profile in profiles {
      for layer in profile.along.indices {
        along[profile.start + layer] = max(along[profile.start + layer], profile.along[layer])
      }
    }
    let long = along.reduce(0, +) + gaps.layers * Double(max(0, count - 1))
    let wide = across.max() ?? 0
    return LayerPlan(
      direction: direction, spans: spans, pairs: pairs, width: runsDown ? wide : long,
      height: runsDown ? long : wide)
  }

  /// The layer of each node: as far from the sources as the longest way, sources next to what they lead to.
  private func layers(_ spans: [Int: Int]) -> [Int] {
    var outgoing = [[Int]](repeating: [], count: boxes.count)
    var waiting = [Int](repeating: 0, count: boxes.count)
    for (number, line) in lines.enumerated() where line.ranks && line.tail != line.head {
      outgoing[line.tail].append(number)
      waiting[line.head] += 1
    }
    var layers = [Int](repeating: 0, count: boxes.count)
    var isDone = [Bool](repeating: false, count: boxes.count)
    let sources = boxes.indices.filter { waiting[$0] == 0 }
    var ready = sources
    var (next, unseen) = (0, 0)
    while true {
      if next == ready.count {
        // In a circle the node with the smallest number goes first.
        while unseen < boxes.count, isDone[unseen] { unseen += 1 }
        guard unseen < boxes.count else { break }
        ready.append(unseen)
      }
      let node = ready[next]
      next += 1
      if isDone[node] { continue }
      isDone[node] = true
      for number in outgoing[node] {
        let head = lines[number].head
        if isDone[head] { continue }
        layers[head] = max(layers[head], layers[node] + (spans[number] ?? 1))
        waiting[head] -= 1
        if waiting[head] == 0 { ready.append(head) }
      }
    }
    for source in sources where !outgoing[source].isEmpty {
      layers[source] =
        outgoing[source].map { layers[lines[$0].head] - (spans[$0] ?? 1) }.min() ?? 0
    }
    for part in parts {
      let first = part.map { layers[$0] }.min() ?? 0
      for node in part { layers[node] -= first }
    }
    return layers
  }

  /// The room that a part takes in each layer.
  private struct Profile {
    var across: [Double]
    var along: [Double]
    var start = 0
    /// A node of the first layer.
    var first: Int?
  }

  private func profile(
    ofPart number: Int, layers: [Int], runsDown: Bool, gap: Double
  ) -> Profile {
    let part = parts[number]
    let count = (part.map { layers[$0] }.max() ?? 0) + 1
    var profile = Profile(
      across: [Double](repeating: 0, count: count), along: [Double](repeating: 0, count: count))
    profile.first = part.first { layers[$0] == 0 }
    for node in part {
      let box = boxes[node]
      let (wide, long) = runsDown ? (box.width, box.height) : (box.height, box.width)
      profile.across[layers[node]] += wide + gap
      profile.along[layers[node]] = max(profile.along[layers[node]], long)
    }
    var words = [Double](repeating: 0, count: count)
    var longest = words
    for line in partLines[number].map({ lines[$0] }) {
      let (low, high) = (
        min(layers[line.tail], layers[line.head]), max(layers[line.tail], layers[line.head])
      )
      // A line passes between the nodes of the layers that it crosses.
      for layer in low..<high where layer > low { profile.across[layer] += 2 * gap }
      let (wide, long) =
        runsDown
        ? (line.words.width, line.words.height) : (line.words.height, line.words.width)
      if wide > 0 { words[low] += wide + gap }
      longest[low] = max(longest[low], long)
    }
    for layer in 0..<count {
      profile.across[layer] = max(profile.across[layer], words[layer])
      profile.along[layer] += longest[layer]
    }
    return profile
  }

  /// A node of a part for each layer that the longest way through it touches.
  private func anchors(in part: [Int], _ layers: [Int], _ spans: [Int: Int]) -> [Int: Int] {
    guard var node = part.max(by: { (layers[$0], $1) < (layers[$1], $0) }) else { return [:] }
    var incoming: [Int: [Int]] = [:]
    for (number, line) in lines.enumerated() where line.ranks {
      incoming[line.head, default: []].append(number)
    }
    var anchors = [layers[node]: node]
    while let number = incoming[node]?.first(where: {
      layers[lines[$0].tail] == layers[node] - (spans[$0] ?? 1)
    }) {
      node = lines[number].tail
      anchors[layers[node]] = node
    }
    return anchors
  }
}
