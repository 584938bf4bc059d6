import Testing

@testable import Interchange

@Suite struct GMLKeyTests {
  /// By hand from the rule in the documentation.
  @Test(arguments: [
    ("plain", "plain"), ("source:a b", "u_source_3a_a_20_b"), ("id", "u_id"), ("u_x", "u_x"),
    ("u_a_62_c", "u_a_62_c"), ("u_a_20_b", "u_u_5f_a_5f_20_5f_b"), ("", "u_"), ("9", "u_9"),
    ("ß", "u__df_"),
  ])
  func namesBecomeKeys(name: String, key: String) {
    #expect(GMLKey.encoded(name, .node) == key)
    #expect(GMLKey.decoded(key, .node) == name)
  }

  /// Keys of other programs that only look like ours stay what they are.
  @Test(arguments: ["u_", "u_a_zz_b", "u_a_62_c", "u_a_3A_b", "u_a_", "u"])
  func otherKeysStay(key: String) {
    let name = GMLKey.decoded(key, .edge)
    #expect(key == "u_" ? name.isEmpty : name == key)
  }
}
