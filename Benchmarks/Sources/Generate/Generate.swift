// Writes a random graph as an edge list: simple, without direction, nodes from 0 without gaps, the edges in
// random order. The same arguments give the same file.
//
//     Generate rmat SCALE DEGREE SEED > FILE      2^SCALE places, DEGREE edges drawn for each
//     Generate ba NODES DEGREE SEED > FILE        Barabasi-Albert: each new node brings DEGREE edges
//     Generate grid SIDE 0 SEED > FILE            a square grid
import Foundation
import GraphCore

/// One edge as a number: the smaller end above the larger one.
typealias Edge = UInt64

func edge(_ first: Int, _ second: Int) -> Edge {
  UInt64(min(first, second)) << 32 | UInt64(max(first, second))
}

/// R-MAT: each bit of the two ends is drawn with the odds 0.57, 0.19, 0.19, 0.05.
func rmat(scale: Int, degree: Int, using generator: inout SeededGenerator) -> [Edge] {
  var edges: [Edge] = []
  edges.reserveCapacity(degree << scale)
  for _ in 0..<degree << scale {
    var (first, second) = (0, 0)
    for _ in 0..<scale {
      let unit = generator.nextUnit()
      first = first << 1 | (unit >= 0.76 ? 1 : 0)
      second = second << 1 | ((unit >= 0.57 && unit < 0.76) || unit >= 0.95 ? 1 : 0)
    }
    if first != second { edges.append(edge(first, second)) }
  }
  return edges
}

/// Each new node is tied to ends of edges that are drawn from those so far.
func barabasiAlbert(nodes: Int, degree: Int, using generator: inout SeededGenerator) -> [Edge] {
  var edges: [Edge] = []
  var ends = Array(0..<degree)
  for node in degree..<nodes {
    for _ in 0..<degree {
      let other = ends[Int(generator.next() % UInt64(ends.count))]
      if other != node { edges.append(edge(other, node)) }
      ends.append(other)
      ends.append(node)
    }
  }
  return edges
}

func grid(side: Int) -> [Edge] {
  var edges: [Edge] = []
  for row in 0..<side {
    for column in 0..<side {
      let node = row * side + column
      if column + 1 < side { edges.append(edge(node, node + 1)) }
      if row + 1 < side { edges.append(edge(node, node + side)) }
    }
  }
  return edges
}

let arguments = CommandLine.arguments
guard arguments.count == 5, let size = Int(arguments[2]), let degree = Int(arguments[3]),
  let seed = UInt64(arguments[4])
else {
  FileHandle.standardError.write(Data("usage: Generate rmat|ba|grid SIZE DEGREE SEED\n".utf8))
  exit(64)
}
var generator = SeededGenerator(seed: seed)
var edges: [Edge] =
  switch arguments[1] {
  case "rmat": rmat(scale: size, degree: degree, using: &generator)
  case "ba": barabasiAlbert(nodes: size, degree: degree, using: &generator)
  default: grid(side: size)
  }

// Each edge once; nodes that have none are left out.
edges.sort()
var count = 0
for edge in edges where count == 0 || edge != edges[count - 1] {
  edges[count] = edge
  count += 1
}
edges.removeSubrange(count...)
let largest = edges.reduce(0) { max($0, Int($1 & 0xFFFF_FFFF)) }
var number = [Int](repeating: -1, count: largest + 1)
for edge in edges {
  number[Int(edge >> 32)] = 0
  number[Int(edge & 0xFFFF_FFFF)] = 0
}
var next = 0
for node in number.indices where number[node] == 0 {
  number[node] = next
  next += 1
}
edges.shuffle(using: &generator)

var text = Data()
for edge in edges {
  text.append(contentsOf: "\(number[Int(edge >> 32)]) \(number[Int(edge & 0xFFFF_FFFF)])\n".utf8)
  if text.count > 1 << 20 {
    FileHandle.standardOutput.write(text)
    text.removeAll(keepingCapacity: true)
  }
}
FileHandle.standardOutput.write(text)
