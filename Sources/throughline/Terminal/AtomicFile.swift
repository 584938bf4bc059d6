import Foundation

/// Writes files so that a reader finds the old one or the new one, never half of one.
enum AtomicFile {
  /// Writes to a temporary file beside the target, flushes it to disk, and renames it.
  ///
  /// A target that is no regular file, such as `/dev/null` or a pipe, is written in place.
  static func write(_ bytes: Data, to path: String) throws {
    try write(to: path) { sink in try sink(bytes) }
  }

  /// The same for what is made piece by piece.
  ///
  /// What `make` fails with other than writing goes on to the caller, and the target is as it was.
  static func write(to path: String, _ make: (@escaping (Data) throws -> Void) throws -> Void)
    throws
  {
    var info = stat()
    if stat(path, &info) == 0, info.st_mode & S_IFMT != S_IFREG {
      guard info.st_mode & S_IFMT != S_IFDIR else {
        throw Failure(.cannotWrite, "\(path) is a folder; name a file in it")
      }
      try writeInPlace(make, to: path)
      return
    }
    // Through a link, the file it points to is replaced, not the link.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let (descriptor, temporary) = Interruption.note { traces in
      var template = Array((target + ".XXXXXX").utf8CString)
      let descriptor = mkstemp(&template)
      let temporary = String(
        decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      if descriptor >= 0 { traces.files.insert(temporary) }
      return (descriptor, temporary)
    }
    guard descriptor >= 0 else { throw cannotWrite(path) }
    defer { Interruption.note { _ = $0.files.remove(temporary) } }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try make { piece in try write(piece, to: handle, path: path) }
      let mode = info.st_mode & 0o777
      guard fchmod(descriptor, mode == 0 ? 0o666 & ~currentMask() : mode) == 0,
        fsync(descriptor) == 0, rename(temporary, target) == 0
      else { throw cannotWrite(path) }
      do { try handle.close() } catch { throw cannotWrite(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Writes several files: none is put in its place before all are whole.
  static func write(
    _ files: [(path: String, make: (@escaping (Data) throws -> Void) throws -> Void)]
  ) throws {
    guard let first = files.first else { return }
    try write(to: first.path) { sink in
      try first.make(sink)
      // The others take their places while this one waits for its own.
      try write(Array(files.dropFirst()))
    }
  }

  /// Finds out whether a file can be written, without writing it.
  ///
  /// - Parameter path: The file, which need not exist.
  /// - Throws: `Failure` with the reason.
  static func check(_ path: String) throws {
    var info = stat()
    let mode = stat(path, &info) == 0 ? info.st_mode & S_IFMT : S_IFREG
    guard mode != S_IFDIR else {
      throw Failure(.cannotWrite, "\(path) is a folder; name a file in it")
    }
    // A regular file is replaced by one that is made beside it; anything else is written in place.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let isWritable =
      mode == S_IFREG
      ? isFolder(target.deletingLastPathComponent().path) : access(path, W_OK) == 0
    guard isWritable else { throw cannotWrite(path) }
  }

  /// Finds out whether files can be written to a folder, which need not exist.
  ///
  /// - Parameter path: The folder.
  /// - Throws: `Failure` with the reason.
  static func check(folder path: String) throws {
    var folder = URL(fileURLWithPath: path)
    while access(folder.path, F_OK) != 0, folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    guard isFolder(folder.path) else { throw cannotWrite(path) }
  }

  /// Whether there is a folder in which files can be made; if not, `errno` says why.
  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    guard stat(path, &info) == 0 else { return false }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      return false
    }
    return access(path, W_OK | X_OK) == 0
  }

  private static func writeInPlace(
    _ make: (@escaping (Data) throws -> Void) throws -> Void, to path: String
  ) throws {
    guard let handle = FileHandle(forWritingAtPath: path) else { throw cannotWrite(path) }
    try make { piece in try write(piece, to: handle, path: path) }
    do { try handle.close() } catch { throw cannotWrite(path) }
  }

  private static func write(_ piece: Data, to handle: FileHandle, path: String) throws {
    do { try handle.write(contentsOf: piece) } catch { throw cannotWrite(path) }
  }

  private static func currentMask() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }

  private static func cannotWrite(_ path: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      .cannotWrite,
      "\(path) cannot be written: \(reason); check that its folder exists and may be written")
  }
}
