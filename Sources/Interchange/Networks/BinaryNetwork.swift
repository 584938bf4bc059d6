import CZlib
import GraphCore

/// The binary file of a network: the compressed rows of its graph as memory has them, so that it is
/// used where it lies. `docs/formats/networks.md` describes it byte by byte.
enum BinaryNetwork {
  /// The first bytes. The first is no text, and a transfer that changes line ends breaks the last
  /// ones.
  static let magic: [UInt8] = [0x89, 0x54, 0x4C, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  static let version: UInt32 = 1
  /// Reads as another number where bytes stand the other way round.
  static let byteOrder: UInt32 = 0x0102_0304
  static let headerSize = 96
  static let trailerSize = 8

  /// How the names of the nodes are stored.
  enum Names: UInt64 {
    case range = 0, numbers, texts
  }

  /// What the header says, in its order after magic, version and byte order.
  struct Header {
    var isDirected = false
    var isWeighted = false
    var hasLabels = false
    var names = Names.range
    var nodeCount = 0
    var edgeCount = 0
    var entryCount = 0
    var first = 0
    var nameBytes = 0
    var labelBytes = 0

    var flags: UInt64 {
      (isDirected ? 1 : 0) | (isWeighted ? 2 : 0) | (hasLabels ? 4 : 0) | names.rawValue << 8
    }
  }

  /// The parts of a file between header and trailer: how many elements of how many bytes.
  enum Section: CaseIterable {
    case outOffsets, outTargets, inOffsets, inTargets, tails, heads, weights
    case numbers, nameOffsets, nameBytes, labelOffsets, labelBytes

    func count(_ header: Header) -> Int {
      switch self {
      case .outOffsets: header.nodeCount + 1
      case .outTargets: header.entryCount
      case .inOffsets: header.isDirected ? header.nodeCount + 1 : 0
      case .inTargets: header.isDirected ? header.edgeCount : 0
      case .tails, .heads: header.edgeCount
      case .weights: header.isWeighted ? header.edgeCount : 0
      case .numbers: header.names == .numbers ? header.nodeCount : 0
      case .nameOffsets: header.names == .texts ? header.nodeCount + 1 : 0
      case .nameBytes: header.names == .texts ? header.nameBytes : 0
      case .labelOffsets: header.hasLabels ? header.nodeCount + 1 : 0
      case .labelBytes: header.hasLabels ? header.labelBytes : 0
      }
    }

    var elementSize: Int {
      switch self {
      case .outOffsets, .inOffsets, .weights, .nameOffsets, .labelOffsets: 8
      case .outTargets, .inTargets, .tails, .heads, .numbers: 4
      case .nameBytes, .labelBytes: 1
      }
    }

    /// The bytes that it takes, rounded up to whole eights.
    func size(_ header: Header) -> Int { (count(header) * elementSize + 7) / 8 * 8 }
  }

  /// The CRC-32 of bytes, in pieces of a fixed size side by side.
  static func checksum(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let size = 1 << 22
    let pieces = max(1, (bytes.count + size - 1) / size)
    let sums = ColumnMemory<UInt64>(capacity: pieces)
    let shared = SharedMemory(UnsafeMutableBufferPointer(mutating: bytes))
    inParallel(pieces) { piece in
      let part = shared.part(piece * size..<min((piece + 1) * size, shared.buffer.count))
      sums.buffer[piece] = UInt64(crc32(0, part.baseAddress, UInt32(part.count)))
    }
    var sum = sums.buffer[0]
    for piece in 1..<pieces {
      let length = min((piece + 1) * size, bytes.count) - piece * size
      sum = UInt64(crc32_combine(UInt(sum), UInt(sums.buffer[piece]), length))
    }
    return UInt32(truncatingIfNeeded: sum)
  }
}

/// Reads binary files of networks: the rows are not copied, only checked.
struct BinaryNetworkReader {
  let text: NetworkText
  let options: NetworkOptions

  private func refuse(_ message: String, _ mend: String) -> NetworkError {
    NetworkError(file: text.path, message: message, mend: mend)
  }

  /// Reads the network.
  ///
  /// - Complexity: O(n + m) to check; the memory of the rows is that of the file.
  func read() throws(NetworkError) -> PlainNetwork {
    let again = "write it again with 'throughline convert'"
    let size = text.bytes.count
    guard text.bytes.starts(with: BinaryNetwork.magic) else {
      throw refuse("this is no .tlg file", "say its format with --input-format")
    }
    guard size >= BinaryNetwork.headerSize + BinaryNetwork.trailerSize, size % 8 == 0 else {
      throw refuse("the file is cut short: it has \(size) bytes", again)
    }
    let header = try header()
    var places: [BinaryNetwork.Section: Int] = [:]
    var next = BinaryNetwork.headerSize
    for section in BinaryNetwork.Section.allCases {
      places[section] = next
      next += section.size(header)
    }
    guard next + BinaryNetwork.trailerSize == size else {
      throw refuse(
        "the file has \(size) bytes where its header asks for "
          + "\(next + BinaryNetwork.trailerSize)", again)
    }
    let sum = text.bytes.withUnsafeBufferPointer {
      BinaryNetwork.checksum(UnsafeBufferPointer(rebasing: $0[..<next]))
    }
    guard UInt64(sum) == word(at: next) else {
      throw refuse("the checksum does not fit: bytes were lost or changed", again)
    }
    func column<Element>(_ section: BinaryNetwork.Section, _ type: Element.Type) -> Column<Element>
    {
      view(at: places[section] ?? 0, count: section.count(header))
    }
    let network: PlainNetwork
    do throws(BrokenInvariant) {
      let columns = Graph.Columns(
        nodeCount: header.nodeCount, isDirected: header.isDirected,
        tails: column(.tails, Int32.self), heads: column(.heads, Int32.self),
        weights: header.isWeighted ? Array(column(.weights, Double.self)) : nil,
        outgoing: (column(.outOffsets, Int.self), column(.outTargets, Int32.self)),
        incoming: header.isDirected
          ? (column(.inOffsets, Int.self), column(.inTargets, Int32.self))
          : (column(.outOffsets, Int.self), column(.outTargets, Int32.self)))
      network = PlainNetwork(
        graph: try Graph(trusting: columns),
        names: try names(
          header, numbers: column(.numbers, Int32.self), bytes: column(.nameBytes, UInt8.self),
          offsets: column(.nameOffsets, Int.self)),
        labels: header.hasLabels
          ? try TextTable(
            checking: column(.labelBytes, UInt8.self), offsets: column(.labelOffsets, Int.self))
          : nil)
    } catch {
      throw refuse("the file breaks a rule of the format: \(error.description)", again)
    }
    return try directed(network)
  }

  private func names(
    _ header: BinaryNetwork.Header, numbers: Column<Int32>, bytes: Column<UInt8>,
    offsets: Column<Int>
  ) throws(BrokenInvariant) -> NodeLabels {
    switch header.names {
    case .range: return .range(first: header.first, count: header.nodeCount)
    case .numbers: return .numbers(numbers)
    case .texts: return .texts(try TextTable(checking: bytes, offsets: offsets))
    }
  }

  private func directed(_ network: PlainNetwork) throws(NetworkError) -> PlainNetwork {
    do throws(Fault) {
      return try options.isDirected(file: network.isDirected) ? network : network.asUndirected()
    } catch {
      throw refuse(error.message, error.mend)
    }
  }

  private func header() throws(NetworkError) -> BinaryNetwork.Header {
    let start = word(at: 8)
    let (version, order) = (UInt32(truncatingIfNeeded: start), UInt32(start >> 32))
    guard order == BinaryNetwork.byteOrder else {
      throw refuse(
        "the file was written by a machine with another order of bytes",
        "convert it there to an edge list")
    }
    guard version == BinaryNetwork.version else {
      throw refuse(
        "the file is of version \(version), this program reads \(BinaryNetwork.version)",
        "write it again with the same version of throughline")
    }
    let flags = word(at: 16)
    var header = BinaryNetwork.Header()
    guard flags & ~0x307 == 0, let names = BinaryNetwork.Names(rawValue: flags >> 8) else {
      throw refuse("the header has marks that are not known", "is the file damaged? write it again")
    }
    header.isDirected = flags & 1 != 0
    header.isWeighted = flags & 2 != 0
    header.hasLabels = flags & 4 != 0
    header.names = names
    // No count can be larger than the file, so none of the sums below can overflow.
    func count(_ offset: Int, most: Int) throws(NetworkError) -> Int {
      let value = word(at: offset)
      guard value <= UInt64(most) else {
        throw refuse(
          "the header says \(value) where the file has room for \(most) at most",
          "is the file cut short? write it again with 'throughline convert'")
      }
      return Int(value)
    }
    let size = text.bytes.count
    header.nodeCount = try count(24, most: size / 8)
    header.edgeCount = try count(32, most: size / 8)
    header.entryCount = try count(40, most: size / 4)
    header.first = try count(48, most: Int(Int32.max))
    header.nameBytes = try count(56, most: size)
    header.labelBytes = try count(64, most: size)
    return header
  }

  private func word(at offset: Int) -> UInt64 {
    text.bytes.withUnsafeBufferPointer {
      UnsafeRawBufferPointer($0).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
  }

  /// A part of the file as numbers. Sections begin at multiples of eight bytes, and so does the
  /// file in memory.
  private func view<Element>(at offset: Int, count: Int) -> Column<Element> {
    guard count > 0 else { return [] }
    return text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      let start = UnsafeRawPointer(base + offset).assumingMemoryBound(to: Element.self)
      return Column(at: start, count: count, owner: Kept(bytes: text.bytes))
    }
  }

  /// Keeps the bytes of the file while a part of them is in use.
  private final class Kept: Sendable {
    private let bytes: Column<UInt8>
    init(bytes: Column<UInt8>) { self.bytes = bytes }
  }
}

extension TextTable {
  /// Takes a table of a file, if its offsets are in order.
  init(checking bytes: Column<UInt8>, offsets: Column<Int>) throws(BrokenInvariant) {
    guard offsets.first == 0, offsets.last == bytes.count,
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw BrokenInvariant("names: offsets start at 0, never fall and end at the last byte") }
    self.init(bytes: bytes, offsets: offsets)
  }
}
