import Foundation
import Testing

/// What is left when the user ends the command with Ctrl-C.
@Suite struct InterruptionTests {
  /// Starts the command with a folder of its own for temporary files.
  private func start(_ arguments: [String], temporary: String) throws -> Process {
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func isRunning(_ process: pid_t) -> Bool { kill(process, 0) == 0 }

  @Test(arguments: [SIGINT, SIGTERM])
  func aBrowserAndItsFolderGoToo(signal: Int32) throws {
    let scratch = try Scratch()
    let temporary = scratch.path("tmp")
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    // A browser that has begun, and never ends.
    let browser = try scratch.file(
      "browser", "#!/bin/sh\necho $$ >'\(scratch.path("pid"))'\nexec sleep 100000\n")
    #expect(chmod(browser, 0o755) == 0)
    let network = try scratch.file("n.csv", "source,target\na,b\n")
    let process = try start(
      ["report", network, "-o", scratch.path("n.pdf"), "--browser", browser], temporary: temporary)
    var child: pid_t?
    while child == nil, process.isRunning {
      usleep(10_000)
      let text = FileManager.default.contents(atPath: scratch.path("pid"))
      child = text.flatMap {
        pid_t(String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
    let browserProcess = try #require(child)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    // Whoever inherits the dead child takes a moment to bury it.
    for _ in 0..<1_000 where isRunning(browserProcess) { usleep(10_000) }
    #expect(!isRunning(browserProcess))
    kill(browserProcess, SIGKILL)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)
    #expect(try scratch.names() == ["browser", "n.csv", "pid", "tmp"])
  }

  /// The file is there whole, or it is not there: never a half, and never one beside it.
  @Test func noHalfIsLeft() throws {
    let scratch = try Scratch()
    let lines = (0..<60_000).map { "n\($0),n\(($0 * 7 + 3) % 60_000)\n" }
    let network = try scratch.file("n.csv", "source,target\n" + lines.joined())
    let process = try start(
      ["convert", network, "-o", scratch.path("out.graphml")], temporary: scratch.path(""))
    while process.isRunning, try scratch.names() == ["n.csv"] { usleep(1_000) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    let names = try scratch.names()
    #expect(names == ["n.csv"] || names == ["n.csv", "out.graphml"])
    if names.count == 2 { #expect(try scratch.text("out.graphml").hasSuffix("</graphml>\n")) }
  }
}
