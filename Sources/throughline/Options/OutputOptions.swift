import ArgumentParser
import Foundation
import Interchange

/// Where a verb writes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Write to this file instead of standard output; its ending tells the format.",
      valueName: "file"))
  var output: String?

  /// Whether data go to standard output.
  var isStandardOutput: Bool { output == nil || output == "-" }

  /// Finds out whether the output can be written, before any work.
  ///
  /// - Parameter takesFolder: Whether the output may be a folder.
  /// - Throws: `Failure` with the reason.
  func check(takesFolder: Bool = false) throws {
    guard let path = output, path != "-" else { return }
    guard !path.isEmpty else {
      throw Failure(.usage, "the name of the output is empty; name a file, or leave out --output")
    }
    if let folder {
      guard takesFolder else {
        throw Failure(.cannotWrite, "\(path) is a folder; name a file in it")
      }
      try AtomicFile.check(folder: folder)
    } else {
      try AtomicFile.check(path)
    }
  }

  /// Writes the result of a verb.
  func write(_ bytes: Data, console: Console) throws {
    if let path = output, path != "-" {
      try AtomicFile.write(bytes, to: path)
      console.say("wrote \(path)")
    } else {
      try console.write(bytes)
    }
  }

  /// Writes the result of a verb.
  func write(_ text: String, console: Console) throws {
    try write(Data(text.utf8), console: console)
  }

  /// Writes a text that holds data as they are, such as a table of comma-separated values; on a terminal,
  /// control characters are shown and not obeyed.
  func write(data text: String, console: Console) throws {
    guard isStandardOutput, console.isTerminal else { return try write(text, console: console) }
    let lines = text.split(whereSeparator: \.isNewline).map { Console.printable(String($0)) }
    try write(lines.joined(separator: "\n") + "\n", console: console)
  }

  /// Writes the result of a verb that is made piece by piece.
  func write(
    console: Console, _ make: (@escaping (Data) throws -> Void) throws -> Void
  ) throws {
    if let path = output, path != "-" {
      try AtomicFile.write(to: path, make)
      console.say("wrote \(path)")
    } else {
      try make { piece in try console.write(piece) }
    }
  }

  /// The folder that files are to be written to, without a slash at its end: the output is one if it
  /// exists as one, or ends in a slash.
  var folder: String? {
    guard let path = output, path != "-" else { return nil }
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard path.hasSuffix("/") || (exists && isFolder.boolValue) else { return nil }
    var folder = path
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return folder
  }

  /// Writes several files to ``folder``, which is made if it is not there; all of them or none.
  func write(_ members: [FileMember], console: Console) throws {
    guard let folder else { return }
    let isNew = !FileManager.default.fileExists(atPath: folder)
    defer { Interruption.note { _ = $0.folders.remove(folder) } }
    do {
      if isNew {
        do {
          try Interruption.note { traces in
            try FileManager.default.createDirectory(
              atPath: folder, withIntermediateDirectories: true)
            traces.folders.insert(folder)
          }
        } catch {
          throw Failure(.cannotWrite, "the folder \(folder) cannot be made")
        }
      }
      let stem = folder.hasSuffix("/") ? folder : folder + "/"
      try AtomicFile.write(members.map { (stem + $0.name, $0.write) })
    } catch {
      if isNew { rmdir(folder) }
      throw error
    }
    if members.count > 5 {
      console.say("wrote \(members.count) files to \(folder)")
    } else {
      for member in members { console.say("wrote \(folder)/\(member.name)") }
    }
  }

  /// Whether the output's name says that it is a plot for Vega-Lite.
  var isVegaLite: Bool {
    ending == "vl" || output?.lowercased().hasSuffix(".vl.json") == true
  }

  /// The ending of the output's name, in lower case.
  var ending: String? {
    guard let name = output?.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return nil
    }
    return name[name.index(after: dot)...].lowercased()
  }
}
