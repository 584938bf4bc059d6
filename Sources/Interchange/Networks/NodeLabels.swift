import GraphCore

/// The names of nodes, by node index, as compact as they allow.
enum NodeLabels: Sendable, Equatable {
  /// Whole numbers one after the other, from the first one.
  case range(first: Int, count: Int)
  /// Whole numbers, ascending.
  case numbers(Column<Int32>)
  /// Texts.
  case texts(TextTable)

  /// How many there are.
  var count: Int {
    switch self {
    case .range(_, let count): count
    case .numbers(let numbers): numbers.count
    case .texts(let texts): texts.count
    }
  }

  /// The name of a node.
  subscript(node: Int) -> String {
    switch self {
    case .range(let first, _): String(first + node)
    case .numbers(let numbers): String(numbers[node])
    case .texts(let texts): texts[node]
    }
  }
}

/// Texts in a row: their UTF-8 bytes one after the other, and where each begins.
struct TextTable: Sendable, Equatable {
  /// The bytes of all texts.
  let bytes: Column<UInt8>
  /// Where each text begins; one entry more than there are texts.
  let offsets: Column<Int>

  /// How many texts there are.
  var count: Int { offsets.count - 1 }

  /// A text.
  subscript(index: Int) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      String(
        decoding: UnsafeBufferPointer(rebasing: bytes[offsets[index]..<offsets[index + 1]]),
        as: UTF8.self)
    }
  }

  /// Takes a table as it is.
  init(bytes: Column<UInt8>, offsets: Column<Int>) {
    self.bytes = bytes
    self.offsets = offsets
  }

  /// Copies texts.
  init(_ texts: some Sequence<String>) {
    var bytes: [UInt8] = []
    var offsets = [0]
    for text in texts {
      bytes += Array(text.utf8)
      offsets.append(bytes.count)
    }
    self.init(bytes: Column(bytes), offsets: Column(offsets))
  }
}

/// Gives each text a number, in order of first appearance.
struct LabelNumbering: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets = [0]
  /// By text, where it first stood; for messages.
  private(set) var places: [Int] = []
  /// Open addressing; half of the slots stay free.
  private var slots = [Slot](repeating: Slot(), count: 64)
  /// By text, its hash, so that growing looks at no text again.
  private var hashes: [Int] = []

  /// How many texts there are.
  var count: Int { hashes.count }

  /// The bytes of a text.
  func text(_ number: Int) -> ArraySlice<UInt8> { bytes[offsets[number]..<offsets[number + 1]] }

  /// The number of a text, which is taken in if it is new.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - place: Where it stands in the file.
  /// - Returns: Its number.
  mutating func number(of text: UnsafeBufferPointer<UInt8>, place: Int) -> Int32 {
    // The standard hasher is seeded anew in each run, so no file can be made to collide; the seed
    // reaches no result, since numbers follow first appearance.
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    let hash = hasher.finalize()
    var wanted = Slot(text, hash: hash)
    var at = hash & (slots.count - 1)
    while true {
      let slot = slots[at]
      if slot.mark == 0 { break }
      if slot.isLike(wanted), text.count <= 8 || holds(text, at: slot.number) {
        return Int32(slot.number)
      }
      at = (at + 1) & (slots.count - 1)
    }
    wanted.mark |= UInt64(count + 1)
    slots[at] = wanted
    append(text, hash: hash, place: place)
    if count * 2 > slots.count { grow() }
    return Int32(count - 1)
  }

  /// Takes in a text without looking whether it is new, and gives its number; no text can be looked up
  /// from then on.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    append(text, hash: 0, place: 0)
    return Int32(count - 1)
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, hash: Int, place: Int) {
    hashes.append(hash)
    places.append(place)
    bytes.append(contentsOf: text)
    offsets.append(bytes.count)
  }

  private func holds(_ text: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
    let start = offsets[number]
    guard offsets[number + 1] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for at in 0..<text.count where bytes[start &+ at] != text[at] { return false }
      return true
    }
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    for slot in slots where slot.mark != 0 {
      var at = hashes[slot.number] & (larger.count - 1)
      while larger[at].mark != 0 { at = (at + 1) & (larger.count - 1) }
      larger[at] = slot
    }
    slots = larger
  }

  /// What tells most texts apart without being elsewhere in memory: a text of up to 8 bytes wholly.
  private struct Slot {
    /// The number of the text from 1 in the low half; its length, as far as a byte holds it, and a part
    /// of its hash in the high half. 0 is no text.
    var mark: UInt64 = 0
    /// The first 8 bytes.
    var beginning: UInt64 = 0

    init() {}

    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, hash: Int) {
      let part = UInt64(truncatingIfNeeded: hash) >> 40
      mark = (part << 8 | UInt64(min(text.count, 255))) << 32
      if text.count >= 8, let base = text.baseAddress {
        beginning = UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)
      } else {
        for byte in text { beginning = beginning << 8 | UInt64(byte) }
      }
    }

    /// The number of the text.
    var number: Int { Int(mark & 0xFFFF_FFFF) &- 1 }

    /// Whether length, hash and beginning are the same, as far as they are known.
    @inline(__always)
    func isLike(_ other: Slot) -> Bool {
      (mark ^ other.mark) >> 32 == 0 && beginning == other.beginning
    }
  }

  /// The texts by number.
  var table: TextTable { TextTable(bytes: Column(bytes), offsets: Column(offsets)) }
}
