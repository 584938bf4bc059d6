extension JSONCursor {
  /// Reads a whole value as a tree.
  ///
  /// - Complexity: O(bytes of the value); no more of them than one text may have.
  mutating func value() throws(Fault) -> JSONNode {
    var open: [Partial] = []
    _ = peek()
    let start = at
    while true {
      var finished: JSONNode?
      let byte = peek()
      let offset = at
      if byte == UInt8(ascii: "{") {
        try beginObject()
        open.append(Partial(offset: offset, isObject: true))
      } else if byte == UInt8(ascii: "[") {
        try beginArray()
        open.append(Partial(offset: offset, isObject: false))
      } else {
        finished = JSONNode(offset: offset, value: try scalar())
      }
      guard open.isEmpty || at - start <= mostTextBytes else {
        throw Fault(
          offset: start, message: "a value has more than \(mostTextBytes) bytes",
          mend: "is a bracket missing? else raise the limit with --most-text-bytes")
      }
      // What is finished goes into what holds it, until that wants another value.
      while true {
        if let node = finished {
          guard !open.isEmpty else { return node }
          open[open.count - 1].take(node)
          finished = nil
        }
        if open[open.count - 1].isObject {
          if let key = try nextKey() {
            open[open.count - 1].key = string(key)
            open[open.count - 1].keyOffset = key.offset
            break
          }
        } else if try nextElement() {
          break
        }
        finished = open.removeLast().node
      }
    }
  }

  /// An object or list that is not complete yet.
  private struct Partial {
    let offset: Int
    let isObject: Bool
    var members: [JSONNode.Member] = []
    var elements: [JSONNode] = []
    var key = ""
    var keyOffset = 0

    init(offset: Int, isObject: Bool) {
      self.offset = offset
      self.isObject = isObject
    }

    mutating func take(_ node: JSONNode) {
      if isObject {
        members.append(JSONNode.Member(key: key, offset: keyOffset, value: node))
      } else {
        elements.append(node)
      }
    }

    var node: JSONNode {
      JSONNode(offset: offset, value: isObject ? .object(members) : .array(elements))
    }
  }

  /// Passes over a whole value, which must be right all the same.
  ///
  /// - Parameter isChecked: Whether keys that stand twice are faults; a caller that comes back for the
  ///   value finds them then.
  /// - Throws: ``Fault`` for what is no JSON.
  mutating func skipValue(isChecked: Bool = true) throws(Fault) {
    let outer = depth
    repeat {
      switch peek() {
      case UInt8(ascii: "{"): try beginObject()
      case UInt8(ascii: "["): try beginArray()
      case UInt8(ascii: "\""): _ = try text()
      case UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try number()
      default: _ = try scalar()
      }
      while depth > outer {
        guard let inner = innermost else { break }
        if inner.isObject ? try nextKey(isChecked: isChecked) != nil : try nextElement() { break }
      }
    } while depth > outer
  }
}
