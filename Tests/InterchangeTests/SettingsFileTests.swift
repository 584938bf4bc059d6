import Evidence
import Testing

@testable import Interchange

@Suite struct SettingsFileTests {
  struct Settings: Codable, Equatable {
    var name: String
    var weights: [Double]
  }

  @Test(arguments: ["name: a\nweights: [1, 0.5]", #"{"name": "a", "weights": [1, 0.5]}"#])
  func readsYAMLAndJSON(text: String) throws {
    #expect(
      try SettingsFile.decode(Settings.self, text: text) == .init(name: "a", weights: [1, 0.5]))
  }

  @Test(arguments: [
    ("name: a", "at the top: the key 'weights' is missing; add it"),
    ("name: a\nweights: [1, x]", "at weights.[1]: expected Double"),
    ("name: a\nweights: 3", "at weights: expected"),
    ("name: [a]\nweights: []", "at name: expected"),
  ])
  func saysWhichKeyIsWrong(text: String, beginning: String) {
    #expect {
      try SettingsFile.decode(Settings.self, text: text)
    } throws: {
      "\($0)".hasPrefix(beginning)
    }
  }

  @Test func malformedTextNamesItsLine() {
    #expect {
      try SettingsFile.decode(Settings.self, text: "name: a\nweights: [1")
    } throws: {
      "\($0)".contains("3:1") || "\($0)".contains("line 2")
    }
  }

  @Test func aVocabularyThatDoesNotFitSaysWhatIsWrong() {
    let text = "kinds: [{name: ship}]\nrelations: [{name: sails, subject: [boat]}]"
    #expect {
      try SettingsFile.decode(Vocabulary.self, text: text)
    } throws: {
      "\($0)".contains(
        "relation sails uses the kind 'boat', which the vocabulary does not define")
    }
  }
}
