import CLibXML2

/// What libxml2 complains about, in our words, which stay the same from version to version of it.
enum XMLFaults {
  /// The fault of an error.
  ///
  /// - Returns: `nil` for what does not end the reading: warnings, and prefixes without a namespace.
  static func fault(_ error: xmlError) -> Fault? {
    guard error.level == XML_ERR_FATAL || error.domain != Int32(XML_FROM_NAMESPACE.rawValue),
      error.level.rawValue >= XML_ERR_ERROR.rawValue
    else { return nil }
    let code = Int(error.code)
    if let (message, mend) = known(code, error) {
      return Fault(offset: 0, message: message, mend: mend)
    }
    let said = error.message.map { String(cString: $0).trimmingSpaces } ?? "error \(code)"
    return Fault(
      offset: 0, message: "this is no well-formed XML: \(shown(said))", mend: "correct the file")
  }

  private static func known(_ code: Int, _ error: xmlError) -> (String, String)? {
    func name(_ text: UnsafeMutablePointer<CChar>?) -> String {
      "'" + Fault.cut(text.map { String(cString: $0) } ?? "") + "'"
    }
    switch code {
    case 4: return ("the file holds no XML element", "is this the right file, and whole?")
    case 76:
      return (
        "the element \(name(error.str1)) is not closed where \(name(error.str2)) ends",
        "close elements in the reverse order"
      )
    case 5 where error.str1 == nil, 44, 45, 47, 63, 73, 74, 77:
      return code == 5
        ? ("there is something after the end of the document", "keep one root element")
        : ("a tag or an element is not finished", "is the file whole? else close it")
    case 9 where error.message.map { String(cString: $0).hasPrefix("Input is not") } == true:
      return known(81, error)
    case 9: return ("there is a character that XML does not allow", "take it out")
    case 26, 27: return ("there is an unknown entity", "write the text that it stands for")
    case 38: return ("'<' stands within the value of an attribute", "write it as &lt;")
    case 39, 40: return ("the value of an attribute is not quoted to its end", "put it in quotes")
    case 42: return ("the attribute \(name(error.str1)) is given twice", "keep one of the two")
    case 31, 32:
      return ("the encoding \(name(error.str1)) is not known", "convert the file to UTF-8")
    case 81, 6003:
      return (
        "there are bytes that the encoding of the file does not allow",
        "name the right encoding in the first line, or convert the file to UTF-8"
      )
    default: return nil
    }
  }

  private static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(160).map { scalar in
      scalar.properties.generalCategory == .control ? " " : String(scalar)
    }
    return scalars.joined()
  }
}
