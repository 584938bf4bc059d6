import CZlib
import GraphCore

/// Writes the binary file of a network.
struct BinaryGraphWriter {
  private let network: PlainNetwork

  init(_ network: PlainNetwork) {
    self.network = network
  }

  /// Writes header, sections and checksum.
  func write(to output: inout PiecedOutput) throws {
    let columns = network.graph.columns
    var header = BinaryNetwork.Header()
    header.isDirected = columns.isDirected
    header.isWeighted = columns.weights != nil
    header.hasLabels = network.labels != nil
    header.nodeCount = columns.nodeCount
    header.edgeCount = columns.tails.count
    header.entryCount = columns.outgoing.targets.count
    switch network.names {
    case .range(let first, _): header.first = first
    case .numbers: header.names = .numbers
    case .texts(let texts):
      header.names = .texts
      header.nameBytes = texts.bytes.count
    }
    header.labelBytes = network.labels?.bytes.count ?? 0

    var sum = Checked(output: output)
    try sum.write(self.bytes(of: header))
    try sum.write(columns.outgoing.offsets)
    try sum.write(columns.outgoing.targets)
    if columns.isDirected {
      try sum.write(columns.incoming.offsets)
      try sum.write(columns.incoming.targets)
    }
    try sum.write(columns.tails)
    try sum.write(columns.heads)
    if let weights = columns.weights { try sum.write(Column(weights)) }
    switch network.names {
    case .range: break
    case .numbers(let numbers): try sum.write(numbers)
    case .texts(let texts):
      try sum.write(texts.offsets)
      try sum.write(texts.bytes)
    }
    if let labels = network.labels {
      try sum.write(labels.offsets)
      try sum.write(labels.bytes)
    }
    output = sum.output
    try withUnsafeBytes(of: UInt64(sum.value)) { try output.write(bytes: $0) }
  }

  private func bytes(of header: BinaryNetwork.Header) -> Column<UInt8> {
    var bytes = BinaryNetwork.magic
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number) { bytes += Array($0) }
    }
    append(BinaryNetwork.version)
    append(BinaryNetwork.byteOrder)
    append(header.flags)
    for count in [
      header.nodeCount, header.edgeCount, header.entryCount, header.first, header.nameBytes,
      header.labelBytes,
    ] { append(UInt64(count)) }
    bytes += Array(repeating: 0, count: BinaryNetwork.headerSize - bytes.count)
    return Column(bytes)
  }

  /// Counts the checksum of what is written.
  private struct Checked {
    var output: PiecedOutput
    var value: UInt = 0

    /// Writes a section, padded with zeros to whole eights.
    mutating func write<Element>(_ column: Column<Element>) throws {
      let size = column.count * MemoryLayout<Element>.stride
      try column.withUnsafeBufferPointer { elements in
        let bytes = UnsafeRawBufferPointer(elements)
        for start in stride(from: 0, to: size, by: 1 << 20) {
          try write(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + 1 << 20, size)]))
        }
      }
      let padding = [UInt8](repeating: 0, count: (8 - size % 8) % 8)
      try padding.withUnsafeBytes { try write($0) }
    }

    private mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
      guard let base = bytes.baseAddress else { return }
      value = UInt(
        crc32(value, base.assumingMemoryBound(to: UInt8.self), UInt32(bytes.count)))
      try output.write(bytes: bytes)
    }
  }
}
