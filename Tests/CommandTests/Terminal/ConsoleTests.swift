import Testing

@testable import throughline

@Suite struct ConsoleTests {
  /// The first variable that is set counts, in the order of POSIX.
  @Test(
    arguments: [
      (["LANG": "en_US.UTF-8"], true), (["LANG": "C.utf8"], true), (["LANG": "C"], false),
      ([:], false),
      (["LC_ALL": "C", "LANG": "de_DE.UTF-8"], false),
      (["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"], true),
      (["LANG": "C.UTF-8", "TERM": "dumb"], false),
    ] as [([String: String], Bool)])
  func boxesNeedALocaleThatKnowsThem(environment: [String: String], expected: Bool) {
    #expect(Console.knowsUnicode(environment) == expected)
  }
}
