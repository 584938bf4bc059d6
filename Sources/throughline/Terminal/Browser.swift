import Foundation

/// A browser that prints pages as PDF: Chromium, Chrome or Edge without a window and without a network.
struct Browser {
  /// The path of the program.
  let path: String
  /// Seconds that it may take.
  var seconds: Double = 120

  /// The names under which it goes, the first one found counts.
  static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "chrome-headless-shell",
  ]
  /// Where macOS has it.
  private static let applications = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ]

  /// The browser that the user names, or the first one that is installed.
  ///
  /// - Parameter name: What the option says; without it the variable THROUGHLINE_BROWSER counts.
  /// - Returns: The browser.
  /// - Throws: `Failure` if there is none.
  static func find(_ name: String?) throws -> Browser {
    let environment = ProcessInfo.processInfo.environment
    let given = name ?? environment["THROUGHLINE_BROWSER"].flatMap { $0.isEmpty ? nil : $0 }
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    func located(_ name: String) -> String? {
      let places = name.contains("/") ? [name] : folders.map { $0 + "/" + name }
      return places.first { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
      }
    }
    if let given {
      guard let path = located(given) else {
        throw Failure(.unavailable, "there is no program '\(given)' to print with")
      }
      return Browser(path: path)
    }
    guard let path = (names + applications).lazy.compactMap(located).first else {
      throw Failure(
        .unavailable,
        """
        a PDF needs Chromium, Chrome or Edge, and none is on the PATH
          Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium
          or name one with --browser or THROUGHLINE_BROWSER
          or write HTML and print it from any browser: report GRAPH -o report.html
        """)
    }
    return Browser(path: path)
  }

  /// A page as PDF.
  ///
  /// - Parameters:
  ///   - html: The page.
  ///   - epoch: Seconds since 1970 to be written as its date; `nil` leaves what the browser wrote.
  /// - Returns: The PDF.
  /// - Throws: `Failure` if the browser fails, takes too long or writes no PDF.
  func printed(_ html: String, epoch: Double? = nil) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("throughline-\(UUID().uuidString)")
    do {
      try Interruption.note { traces in
        try FileManager.default.createDirectory(
          at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        traces.trees.insert(folder.path)
      }
    } catch {
      throw Failure(.cannotWrite, "there is no room for temporary files in \(folder.path)")
    }
    defer {
      Self.remove(folder)
      Interruption.note { _ = $0.trees.remove(folder.path) }
    }
    let page = folder.appendingPathComponent("report.html")
    let result = folder.appendingPathComponent("report.pdf")
    let words = folder.appendingPathComponent("words.txt")
    do {
      try Data(html.utf8).write(to: page)
      try Data().write(to: words)
    } catch {
      throw Failure(.cannotWrite, "the page cannot be handed on: \(error.localizedDescription)")
    }
    let isInTime = try run(folder, page: page, result: result, words: words)
    let said = Self.lastLines(of: words)
    guard isInTime else {
      throw Failure(
        .internalFailure, "\(path) took more than \(Int(seconds)) seconds and was ended\(said)")
    }
    guard let data = FileManager.default.contents(atPath: result.path),
      data.starts(with: Data("%PDF".utf8))
    else { throw Failure(.internalFailure, "\(path) printed no PDF\(said)") }
    return epoch.map { Self.dated(data, $0) } ?? data
  }

  /// Runs the browser; whether it ended in time.
  private func run(_ folder: URL, page: URL, result: URL, words: URL) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments(folder, page: page, result: result)
    // Nothing of the user's own profile is read, and nothing is left in it.
    process.environment = ProcessInfo.processInfo.environment.merging([
      "XDG_CONFIG_HOME": folder.path, "XDG_CACHE_HOME": folder.path,
    ]) { $1 }
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
      process.standardError = try FileHandle(forWritingTo: words)
      try Interruption.note { traces in
        try process.run()
        traces.children.insert(process.processIdentifier)
      }
    } catch {
      throw Failure(.unavailable, "\(path) does not start: \(error.localizedDescription)")
    }
    defer { Interruption.note { _ = $0.children.remove(process.processIdentifier) } }
    guard ended.wait(timeout: .now() + seconds) == .timedOut else { return true }
    // It has children of its own, which are ended with it where they are a group.
    let child = process.processIdentifier
    kill(getpgid(child) == child ? -child : child, SIGKILL)
    ended.wait()
    return false
  }

  private func arguments(_ folder: URL, page: URL, result: URL) -> [String] {
    let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
    return sandbox + [
      "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
      "--disable-extensions", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--disable-default-apps", "--disable-dev-shm-usage", "--disable-breakpad",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder.path)/profile",
      "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
      "--print-to-pdf=\(result.path)", page.absoluteString,
    ]
  }

  /// Removes the folder. The last children of the browser may still write to it for a moment.
  private static func remove(_ folder: URL) {
    for _ in 0..<20 {
      try? FileManager.default.removeItem(at: folder)
      guard FileManager.default.fileExists(atPath: folder.path) else { return }
      usleep(50_000)
    }
  }

  /// The end of what the browser said, for a message.
  private static func lastLines(of file: URL) -> String {
    let text = FileManager.default.contents(atPath: file.path).map {
      String(decoding: $0, as: UTF8.self)
    }
    let lines = (text ?? "").split(separator: "\n").suffix(3)
    return lines.isEmpty ? "" : ":\n  " + lines.joined(separator: "\n  ")
  }

  /// Writes a date in the place of those of the browser, as long as they are, so that no offset moves.
  static func dated(_ pdf: Data, _ epoch: Double) -> Data {
    guard epoch.isFinite, epoch >= 0, epoch < 253_402_300_800 else { return pdf }
    var seconds = time_t(epoch)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func digits(_ number: Int32, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let date = Data(
      ("D:" + digits(parts.tm_year + 1900, 4)
        + [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec]
        .map { digits($0, 2) }.joined()).utf8)
    var dated = pdf
    for key in ["/CreationDate (", "/ModDate ("] {
      var start = dated.startIndex
      while let found = dated.range(of: Data(key.utf8), in: start..<dated.endIndex) {
        let place = found.upperBound..<(found.upperBound + date.count)
        if place.upperBound <= dated.endIndex, dated[place].starts(with: Data("D:".utf8)) {
          dated.replaceSubrange(place, with: date)
        }
        start = found.upperBound
      }
    }
    return dated
  }
}
