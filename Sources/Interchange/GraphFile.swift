public import Evidence

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a file could not be read at all.
public enum GraphFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no file at the path, or it may not be read.
  case noSuchFile(String)
  /// The path is that of a folder, which holds no tables of a network.
  case folder(String)
  /// The bytes are no UTF-8 text; the line is that of the first wrong byte.
  case notText(String, line: Int)

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .noSuchFile(let path):
      "\(path): there is no such file, or it cannot be read; check the path"
    case .folder(let path):
      "\(path): this is a folder without nodes.csv or edges.csv; name a file, or a folder with these"
    case .notText(let path, let line):
      "\(path):\(line):1: the file is no UTF-8 text; convert it, for example with "
        + "'iconv -f LATIN1 -t UTF-8'"
    }
  }
}

extension GraphFileError {
  /// Why a path could not be read.
  static func unreadable(_ path: String) -> GraphFileError {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) == nil
      ? .noSuchFile(path) : .folder(path)
  }
}

/// Reads graphs from disk.
public enum GraphFile {
  /// The corpus folder of a graph that names none, relative to the graph's own folder.
  public static let usualCorpus = "../corpus"

  /// The corpus folder of a graph.
  ///
  /// - Parameters:
  ///   - folder: The graph's own folder.
  ///   - named: The folder that the graph names, if any, relative to its own.
  /// - Returns: The path, tidied.
  public static func corpusFolder(of folder: String, named: String?) -> String {
    Path.join(folder, named ?? usualCorpus)
  }

  /// A path that is reckoned from a folder.
  ///
  /// - Parameters:
  ///   - path: The path, relative to the folder or absolute.
  ///   - folder: The folder.
  /// - Returns: The path as seen from where the folder is seen from, tidied.
  public static func path(_ path: String, in folder: String) -> String {
    Path.join(folder, path)
  }

  /// The folder of a file; `.` if the path names none.
  ///
  /// - Parameter path: The path of the file.
  /// - Returns: The path without its last part.
  public static func folder(of path: String) -> String { Path.folder(of: path) }

  /// The way from one folder to another.
  ///
  /// - Parameters:
  ///   - folder: Where the way begins.
  ///   - target: Where it ends.
  /// - Returns: A relative path, or the target itself where there is no telling.
  public static func way(from folder: String, to target: String) -> String {
    Path.relative(from: folder, to: target) ?? target
  }

  /// Reads a graph with the corpus files of its sources, and checks it.
  ///
  /// - Parameters:
  ///   - path: The path of the graph file.
  ///   - vocabulary: The words that the graph may use.
  /// - Returns: The graph with everything that was found.
  /// - Throws: ``GraphFileError`` if the file itself cannot be read.
  public static func load(
    _ path: String, vocabulary: Vocabulary = .standard
  ) throws(GraphFileError) -> Reading {
    let text = try text(of: path)
    return read(text, path: path, folder: Path.folder(of: path), vocabulary: vocabulary)
  }

  /// Reads a graph from a text, such as one that came through a pipe.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - path: The path to name in messages.
  ///   - folder: The folder from which the corpus folder is reckoned.
  ///   - vocabulary: The words that the graph may use.
  /// - Returns: The graph with everything that was found.
  public static func read(
    _ text: String, path: String, folder: String, vocabulary: Vocabulary = .standard
  ) -> Reading {
    NativeReader(file: path, vocabulary: vocabulary).read(text) { named in
      lookup(in: corpusFolder(of: folder, named: named))
    }
  }

  /// Finds corpus files in a folder; an id that would lead out of it finds nothing.
  static func lookup(in corpus: String) -> NativeReader.CorpusLookup {
    { id in
      let file = Path.join(corpus, id + ".md")
      guard Path.isPlainName(id), let text = try? self.text(of: file) else {
        return .missing(path: file)
      }
      return .found(text: text, path: file)
    }
  }

  /// Reads a file as UTF-8 text; a byte order mark is dropped.
  ///
  /// - Parameter path: The path.
  /// - Returns: The text.
  /// - Throws: ``GraphFileError``.
  public static func text(of path: String) throws(GraphFileError) -> String {
    try text(of: bytes(of: path), path: path)
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameter path: The path.
  /// - Returns: The bytes.
  /// - Throws: ``GraphFileError`` if there is no such file.
  public static func bytes(of path: String) throws(GraphFileError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw GraphFileError.unreadable(path)
    }
    return Array(data)
  }

  /// Decodes bytes as UTF-8 text; a byte order mark is dropped.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - path: The path to name in messages.
  /// - Returns: The text.
  /// - Throws: ``GraphFileError/notText(_:line:)``.
  public static func text(of bytes: [UInt8], path: String) throws(GraphFileError) -> String {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return text }
    // The longest valid beginning, by halving, gives the line.
    var low = 0
    var high = body.count
    while low + 1 < high {
      let middle = (low + high) / 2
      let slice = body.prefix(middle)
      let cut = slice.suffix(3).lastIndex { $0 & 0xC0 != 0x80 } ?? slice.endIndex
      if String(validating: slice[..<cut], as: UTF8.self) != nil {
        low = middle
      } else {
        high = middle
      }
    }
    throw .notText(path, line: body.prefix(low).reduce(1) { $1 == 10 ? $0 + 1 : $0 })
  }
}

/// Paths with `/`, relative or absolute, as text.
enum Path {
  /// A path that is reckoned from a folder.
  ///
  /// - Parameters:
  ///   - path: The path, relative to the folder or absolute.
  ///   - folder: The folder.
  /// - Returns: The path as seen from where the folder is seen from, tidied.
  public static func path(_ path: String, in folder: String) -> String {
    Path.join(folder, path)
  }

  /// The folder of a file; `.` if the path names none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Joins and tidies: `graphs` and `../corpus` make `corpus`.
  static func join(_ folder: String, _ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return whole.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// The way from one folder to another, both relative to one place or both absolute.
  ///
  /// - Returns: `nil` if it cannot be told, as when one leaves the common place by `..`.
  static func relative(from folder: String, to target: String) -> String? {
    guard folder.hasPrefix("/") == target.hasPrefix("/") else { return nil }
    let start = join(folder, ".").split(separator: "/").filter { $0 != "." }
    let end = join(target, ".").split(separator: "/").filter { $0 != "." }
    let common = zip(start, end).prefix { $0 == $1 }.count
    guard !start.dropFirst(common).contains("..") else { return nil }
    let up = Array(repeating: Substring(".."), count: start.count - common)
    let way = (up + end.dropFirst(common)).joined(separator: "/")
    return way.isEmpty ? "." : way
  }

  /// Whether a name can be a file name without leading out of its folder.
  static func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && name.first != "." && !name.contains("/") && !name.contains("\0")
  }
}
