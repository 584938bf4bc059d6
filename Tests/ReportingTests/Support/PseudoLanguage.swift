import Evidence
import Foundation
import InfluenceAnalysis

@testable import Reporting

/// The bundled words in a language that nobody speaks: every Latin letter of a text has become a Cyrillic one. What
/// is written with Latin letters in spite of it has not come through the words.
enum PseudoLanguage {
  /// A template in it, with words for everything of the standard vocabulary too.
  static func template() throws -> ReportTemplate {
    let bundled = try JSONDecoder().decode(
      [String: String].self, from: Data(ReportTemplate.bundled[0].text.utf8))
    var texts = bundled.mapValues(spoken)
    for relation in Vocabulary.standard.relations {
      texts["relation." + relation.name] = "ж"
      texts["relation." + relation.name + ".reversed"] = "ц"
    }
    for kind in Vocabulary.standard.kinds { texts["kind." + kind.name] = "вид" }
    for attribute in Vocabulary.standard.attributes {
      texts["attribute." + attribute.name] = "знак"
    }
    // Russian has no form `other` for whole numbers, as English has no `few` and `many`.
    texts["language"] = "ru"
    texts["direction"] = "ltr"
    texts["plural"] = "slavic"
    let data = try JSONEncoder().encode(texts)
    return try ReportTemplate([
      ReportTemplate.File(name: "words.json", text: String(decoding: data, as: UTF8.self))
    ])
  }

  /// A text with its tags as they were, but for the forms.
  static func spoken(_ text: String) -> String {
    let forms = text.replacing(/\{\{#(\w+)\.other\}\}(.*?)\{\{\/\w+\.other\}\}/) { match in
      ["few", "many"].map {
        "{{#\(match.output.1).\($0)}}\(match.output.2){{/\(match.output.1).\($0)}}"
      }.joined()
    }
    var out = ""
    var isTag = false
    for character in forms {
      if character == "{" { isTag = true }
      out.append(isTag || !(character.isASCII && character.isLetter) ? character : "ж")
      if character == "}" { isTag = false }
    }
    return out
  }

  /// The Latin words of two letters or more in a text.
  static func latinWords(in text: String) -> Set<String> {
    Set(text.matches(of: /[A-Za-z][A-Za-z0-9\-]*[A-Za-z0-9]/).map { String($0.output) })
  }
}
