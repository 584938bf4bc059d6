/// What an object must have, whatever it is for.
struct STIXChecks {
  /// The file.
  let file: STIXBytes

  /// The type of an object, once its identifier and times are known to be right.
  ///
  /// - Returns: The bytes of the type, and those of the identifier.
  func head(
    _ object: STIXObject
  ) throws(Fault) -> (type: UnsafeBufferPointer<UInt8>, id: UnsafeBufferPointer<UInt8>) {
    let type = try text(.type, of: object, "such as \"identity\"")
    guard STIXIdentifier.isType(type.bytes) else {
      throw Fault(
        offset: type.offset, message: "\(Fault.quoted(type.bytes)) is no type of objects",
        mend: "write small letters, digits and hyphens")
    }
    let id = try identifier(.id, of: object)
    guard id.dropLast(38).elementsEqual(type.bytes) else {
      throw Fault(
        offset: object.member(.id)?.range.lowerBound ?? object.offset,
        message:
          "the identifier \(Fault.quoted(id)) is not of the type \(Fault.quoted(type.bytes))",
        mend: "begin it with the type and two hyphens")
    }
    for key in STIXKeys.times { _ = try time(key, of: object) }
    try order(.created, .modified, of: object)
    try order(.firstSeen, .lastSeen, of: object)
    try checkConfidence(of: object)
    return (type.bytes, id)
  }

  /// The value of a key that must be an identifier.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - object: The object.
  ///   - isEnd: Whether it is an end of a relationship, which relationships cannot be.
  /// - Returns: The bytes of the identifier.
  /// - Throws: ``Fault`` if it is missing or ill-formed.
  func identifier(
    _ key: STIXKeys.Known, of object: STIXObject, isEnd: Bool = false
  ) throws(Fault) -> UnsafeBufferPointer<UInt8> {
    let found = try text(key, of: object, "a type, two hyphens and a UUID")
    try check(found.bytes, at: found.offset, isEnd: isEnd)
    return found.bytes
  }

  /// Refuses what is no identifier, or cannot be an end.
  func check(
    _ id: UnsafeBufferPointer<UInt8>, at offset: Int, isEnd: Bool
  ) throws(Fault) {
    guard STIXIdentifier.isWellFormed(id) else {
      throw Fault(
        offset: offset, message: "\(Fault.quoted(id)) is no identifier of STIX",
        mend: "write a type, two hyphens and a UUID")
    }
    guard isEnd else { return }
    for word in ["relationship", "sighting", "bundle", "marking-definition"]
    where id.dropLast(38).elementsEqual(word.utf8) {
      throw Fault(
        offset: offset, message: "\(Fault.quoted(id)) cannot be an end of a relationship",
        mend: "name an object; what is said of a relationship is a note or an opinion")
    }
  }

  /// The type of a relationship.
  func relationshipType(of object: STIXObject) throws(Fault) -> UnsafeBufferPointer<UInt8> {
    let type = try text(.relationshipType, of: object, "such as \"uses\"")
    guard STIXIdentifier.isType(type.bytes) else {
      throw Fault(
        offset: type.offset, message: "\(Fault.quoted(type.bytes)) is no type of relationships",
        mend: "write small letters, digits and hyphens")
    }
    return type.bytes
  }

  /// Refuses a relationship that ends before it begins, or the moment it does.
  func checkSpan(of object: STIXObject) throws(Fault) {
    guard let start = try time(.startTime, of: object), let stop = try time(.stopTime, of: object)
    else { return }
    guard STIXTime.isEarlier(start, stop) else {
      throw Fault(
        offset: object.member(.stopTime)?.range.lowerBound ?? object.offset,
        message: "the stop_time \(Fault.quoted(stop)) is not later than the start_time",
        mend: "correct one of them")
    }
  }

  private func order(
    _ first: STIXKeys.Known, _ last: STIXKeys.Known, of object: STIXObject
  ) throws(Fault) {
    guard let early = try time(first, of: object), let late = try time(last, of: object),
      STIXTime.isEarlier(late, early)
    else { return }
    throw Fault(
      offset: object.member(last)?.range.lowerBound ?? object.offset,
      message: "the time \(last.word) \(Fault.quoted(late)) is earlier than \(first.word)",
      mend: "correct one of them")
  }

  private func time(
    _ key: STIXKeys.Known, of object: STIXObject
  ) throws(Fault) -> UnsafeBufferPointer<UInt8>? {
    guard let member = object.member(key) else { return nil }
    guard let text = member.text, STIXTime.isWellFormed(file.slice(text.range)) else {
      throw Fault(
        offset: member.range.lowerBound,
        message: "\(key.word) is no time: \(Fault.quoted(file.slice(member.range)))",
        mend: "write it like \"2016-06-12T02:00:00.000Z\"")
    }
    return file.slice(text.range)
  }

  private func checkConfidence(of object: STIXObject) throws(Fault) {
    guard let member = object.member(.confidence) else { return }
    let text = String(decoding: file.slice(member.range), as: UTF8.self)
    guard member.text == nil, let number = Int(text), (0...100).contains(number) else {
      throw Fault(
        offset: member.range.lowerBound,
        message:
          "the confidence \(Fault.quoted(file.slice(member.range))) is no whole number from 0 "
          + "to 100", mend: "correct it, or leave it out")
    }
  }

  private func text(
    _ key: STIXKeys.Known, of object: STIXObject, _ form: String
  ) throws(Fault) -> (bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
    guard let member = object.member(key) else {
      throw Fault(
        offset: object.offset, message: "an object of STIX has no \(key.word)",
        mend: "give it one: \(form)")
    }
    guard let text = member.text, text.isPlain else {
      throw Fault(
        offset: member.range.lowerBound,
        message: "the \(key.word) \(Fault.quoted(file.slice(member.range))) is no plain text",
        mend: "write it as \(form)")
    }
    return (file.slice(text.range), member.range.lowerBound)
  }
}
