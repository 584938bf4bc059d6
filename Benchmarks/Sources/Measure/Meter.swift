import Foundation

/// A clock that only goes forward.
func now() -> Double { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }

/// Forgets the peak of memory so far, where the system can (Linux).
func resetPeak() {
  if let handle = FileHandle(forWritingAtPath: "/proc/self/clear_refs") {
    try? handle.write(contentsOf: Data("5".utf8))
  }
}

/// The peak of memory since then in megabytes, or 0 where the system does not say.
func peak() -> Double { memory("VmHWM:") }

/// The memory of the process at this moment in megabytes, or 0 where the system does not say.
func resident() -> Double { memory("VmRSS:") }

private func memory(_ field: String) -> Double {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix(field) }),
    let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
  else { return 0 }
  return kilobytes / 1000
}

/// What a task found: a few words, or numbers that go to a file.
struct Answer {
  var short = ""
  var values: [Double] = []
}

/// Where a task is run and its answer goes.
struct Meter {
  /// Holds the numbers of long answers.
  let folder: String

  /// Runs a task and prints its best time.
  ///
  /// It is run once if that takes a second, and otherwise three times or more, until that takes a
  /// tenth of one. What makes the answer of the last result is not timed.
  func measure<Result>(
    _ name: String, _ task: () throws -> Result, answer: (Result) throws -> Answer
  ) throws {
    resetPeak()
    let first = now()
    var start = first
    var result: Result? = try task()
    var best = now() - start
    var runs = 1
    while best <= 1, runs < 3 || now() - first < 0.1 {
      // Two results at once would count twice as memory.
      result = nil
      start = now()
      result = try task()
      best = min(best, now() - start)
      runs += 1
    }
    let memory = peak()
    let answer = try result.map(answer) ?? Answer()
    if !answer.values.isEmpty {
      let data = answer.values.withUnsafeBytes { Data($0) }
      try data.write(to: URL(fileURLWithPath: folder + "/ours-\(name).f64"))
    }
    report(name, seconds: best, megabytes: memory, answer: answer.short)
  }

  /// Prints what one task took and found.
  func report(_ task: String, seconds: Double, megabytes: Double, answer: String) {
    print(
      "{\"task\": \"\(task)\", \"seconds\": \(seconds), \"megabytes\": \(megabytes), "
        + "\"answer\": \"\(answer)\"}")
  }
}
