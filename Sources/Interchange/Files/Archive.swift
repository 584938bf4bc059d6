import CArchive
import GraphCore

/// The files in a zip archive.
struct Archive: Sendable {
  /// A file in an archive.
  struct Member: Sendable {
    /// Its path in the archive.
    let name: String
    /// What it holds.
    let bytes: Column<UInt8>
  }

  /// An archive may hold so many files.
  static let mostMembers = 10_000

  /// The files in the order of the archive; folders, links and what macOS adds are left out.
  let members: [Member]

  /// Whether bytes begin as a zip archive does.
  static func isArchive(_ bytes: Column<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// Unpacks an archive.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the archive.
  ///   - path: The path to name in messages.
  ///   - most: Refuse an archive whose files have more bytes together.
  /// - Throws: ``NetworkError`` if the archive is broken, locked, or unpacks to too much.
  init(_ bytes: Column<UInt8>, path: String, most: Int) throws(NetworkError) {
    func failed(_ message: String, _ mend: String = "fetch or pack it again") -> NetworkError {
      NetworkError(file: path, message: message, mend: mend)
    }
    switch bytes.withUnsafeBufferPointer({ Self.unpack($0, most: most) }) {
    case .whole(let members): self.members = members
    case .broken(let reason): throw failed("the zip archive is broken: \(reason)")
    case .locked(let name):
      throw failed("'\(Fault.cut(name))' in the zip archive is encrypted", "unpack it first")
    case .tooLarge:
      throw failed(
        "the zip archive unpacks to more than \(most) bytes",
        "if that is what it should hold, raise the limit with --most-bytes")
    case .tooMany:
      throw failed(
        "the zip archive holds more than \(Self.mostMembers) files", "unpack it and name one")
    }
  }

  /// The member of a name, wherever in the archive it lies.
  ///
  /// - Parameter name: The last part of its path; case does not matter.
  /// - Returns: The member, or `nil` if there is none.
  func member(_ name: String) -> Member? {
    members.first { $0.name.split(separator: "/").last?.lowercased() == name.lowercased() }
  }

  private enum Outcome {
    case whole([Member])
    case broken(String)
    case locked(String)
    case tooLarge
    case tooMany
  }

  private static func unpack(_ bytes: UnsafeBufferPointer<UInt8>, most: Int) -> Outcome {
    guard let reader = archive_read_new() else { return .broken("out of memory") }
    defer { archive_read_free(reader) }
    // Only zip with its directory, which a file that was cut short lacks, and no filter before it.
    archive_read_support_format_zip_seekable(reader)
    func reason() -> String {
      archive_error_string(reader).map { String(cString: $0) } ?? "unknown"
    }
    guard archive_read_open_memory(reader, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
      return .broken(reason())
    }
    var members: [Member] = []
    var total = 0
    while true {
      var entry: OpaquePointer?
      let code = archive_read_next_header(reader, &entry)
      if code == ARCHIVE_EOF { return .whole(members) }
      guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else { return .broken(reason()) }
      // Names without a known encoding have no UTF-8 form.
      let name =
        (archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry))
        .map { String(cString: $0) } ?? ""
      if UInt32(archive_entry_filetype(entry)) != regularFile || isClutter(name) { continue }
      if archive_entry_is_encrypted(entry) != 0 { return .locked(name) }
      if members.count == mostMembers { return .tooMany }
      var content: [UInt8] = []
      while true {
        var block: UnsafeRawPointer?
        var size = 0
        var offset: Int64 = 0
        let code = archive_read_data_block(reader, &block, &size, &offset)
        if code == ARCHIVE_EOF { break }
        // A wrong checksum is a warning to libarchive.
        guard code == ARCHIVE_OK else { return .broken(reason()) }
        // A hole before the block reads as zeros.
        let gap = Int(offset) - content.count
        guard gap >= 0, total + gap + size <= most else { return .tooLarge }
        if gap > 0 { content += [UInt8](repeating: 0, count: gap) }
        content += UnsafeRawBufferPointer(start: block, count: size)
        total += gap + size
      }
      members.append(Member(name: name, bytes: Column(content)))
    }
  }

  /// The type of a regular file, as `stat` has it.
  private static let regularFile: UInt32 = 0o100000

  private static func isClutter(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/") || name.split(separator: "/").last?.hasPrefix("._") == true
  }
}
