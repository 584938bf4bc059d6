/// One attribute: a name and its value.
public struct DOTAttribute: Sendable, Hashable {
  /// The attribute's name, such as `label`.
  public var name: String

  /// The attribute's value.
  public var value: DOTValue

  /// Makes an attribute.
  ///
  /// - Parameters:
  ///   - name: The attribute's name.
  ///   - value: The attribute's value.
  public init(name: String, value: DOTValue) {
    self.name = name
    self.value = value
  }

  /// Compares what the writer would write.
  ///
  /// - Parameters:
  ///   - left: An attribute.
  ///   - right: Another attribute.
  /// - Returns: Whether both are written alike.
  public static func == (left: DOTAttribute, right: DOTAttribute) -> Bool {
    DOTEscaping.sameScalars(left.name, right.name)
      && DOTEscaping.sameScalars(
        left.value.written(attribute: left.name), right.value.written(attribute: right.name))
  }

  /// Hashes what the writer would write.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(value.written(attribute: name))
  }
}

/// A list of attributes in the order in which they are written; each name occurs once.
public struct DOTAttributes: Sendable, Hashable {
  private var attributes: [DOTAttribute] = []

  /// Makes an empty list.
  public init() {}

  /// Looks up, sets or removes a value.
  ///
  /// Setting a name that is there keeps its place, setting another appends it, setting nil removes it.
  /// - Complexity: O(*n*) in the number of attributes, of which an object has a handful.
  ///
  /// - Parameter name: The attribute's name.
  public subscript(name: String) -> DOTValue? {
    get { attributes.first { $0.name == name }?.value }
    set {
      let place = attributes.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let value?): attributes[place].value = value
      case (let place?, nil): attributes.remove(at: place)
      case (nil, let value?): attributes.append(DOTAttribute(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Sets all attributes of another list, over those of the same name.
  ///
  /// - Parameter other: The list that wins.
  public mutating func merge(_ other: DOTAttributes) {
    for attribute in other { self[attribute.name] = attribute.value }
  }
}

extension DOTAttributes: RandomAccessCollection {
  /// The position of the first attribute.
  public var startIndex: Int { attributes.startIndex }

  /// The position after the last attribute.
  public var endIndex: Int { attributes.endIndex }

  /// The attribute at a position.
  ///
  /// - Parameter position: A valid position.
  public subscript(position: Int) -> DOTAttribute { attributes[position] }
}

extension DOTAttributes: ExpressibleByDictionaryLiteral {
  /// Makes a list in the order of the literal; of a repeated name the last value counts.
  ///
  /// - Parameter elements: Names and values.
  public init(dictionaryLiteral elements: (String, DOTValue)...) {
    for (name, value) in elements { self[name] = value }
  }
}
