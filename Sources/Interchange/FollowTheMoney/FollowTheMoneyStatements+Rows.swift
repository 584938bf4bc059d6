extension FollowTheMoneyStatements {
  /// The line of column names.
  static let header = row(columns)

  /// The rows of an entity: one for each value and collection.
  static func rows(_ entity: FollowTheMoneyEntity) -> String {
    let types = FollowTheMoneyModel.standard[entity.schema]?.types ?? [:]
    var out = ""
    for dataset in entity.datasets.isEmpty ? ["throughline"] : entity.datasets {
      var ids: [String] = []
      for property in entity.properties {
        for value in property.values {
          let id = key(dataset, entity.id, property.name, value)
          ids.append(id)
          out += row([
            entity.id, entity.id, property.name, types[property.name] ?? "string", entity.schema,
            value, dataset, "", "", "", "f", "", "", id,
          ])
        }
      }
      // The row that says that there is such an entity has the checksum of the others for a value.
      let checksum = SHA1.hex(Array((entity.schema + ids.sorted().joined()).utf8))
      out += row([
        entity.id, entity.id, "id", "id", entity.schema, checksum, dataset, "", "", "", "f", "", "",
        key(dataset, entity.id, "id", checksum),
      ])
    }
    return out
  }

  private static func key(_ dataset: String, _ id: String, _ property: String, _ value: String)
    -> String
  {
    SHA1.hex(Array("\(dataset).\(id).\(property).\(value)".utf8))
  }

  private static func row(_ cells: [String]) -> String {
    cells.map { cell in
      "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
    }.joined(separator: ",") + "\n"
  }
}

/// The hash by which FollowTheMoney names statements (FIPS 180-4). It protects nothing here.
enum SHA1 {
  /// The hash of bytes, in hexadecimal digits.
  ///
  /// - Complexity: O(n).
  static func hex(_ bytes: [UInt8]) -> String {
    var message = bytes
    message.append(0x80)
    while message.count % 64 != 56 { message.append(0) }
    let bits = UInt64(bytes.count) &* 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      message.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var words = [UInt32](repeating: 0, count: 80)
    for block in stride(from: 0, to: message.count, by: 64) {
      for index in 0..<16 {
        let at = block + index * 4
        words[index] =
          UInt32(message[at]) << 24 | UInt32(message[at + 1]) << 16
          | UInt32(message[at + 2]) << 8 | UInt32(message[at + 3])
      }
      for index in 16..<80 {
        words[index] = turned(
          words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], by: 1)
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for index in 0..<80 {
        let (f, k): (UInt32, UInt32) =
          switch index {
          case ..<20: ((b & c) | (~b & d), 0x5A82_7999)
          case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
          case ..<60: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
          default: (b ^ c ^ d, 0xCA62_C1D6)
          }
        let next = turned(a, by: 5) &+ f &+ e &+ k &+ words[index]
        (e, d, c, b, a) = (d, c, turned(b, by: 30), a, next)
      }
      state = zip(state, [a, b, c, d, e]).map { $0 &+ $1 }
    }
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private static func turned(_ word: UInt32, by count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
