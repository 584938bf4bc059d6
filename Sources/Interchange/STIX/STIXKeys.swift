/// The keys of STIX objects as numbers, so that each is hashed once where it stands and compared no
/// more.
struct STIXKeys {
  /// Keys with a meaning to the reader; the raw value is the number.
  enum Known: Int, CaseIterable {
    case type, id, objects, name, value, key, path, displayName, accountLogin, userID, abstract
    case subject, created, modified, firstSeen, lastSeen, startTime, stopTime, published
    case confidence, relationshipType, sourceRef, targetRef, sightingOf, whereSighted, extensions
    case objectRefs, opinion, explanation, content, createdBy

    /// The key as the file has it.
    var word: String {
      switch self {
      case .type: "type"
      case .id: "id"
      case .objects: "objects"
      case .name: "name"
      case .value: "value"
      case .key: "key"
      case .path: "path"
      case .displayName: "display_name"
      case .accountLogin: "account_login"
      case .userID: "user_id"
      case .abstract: "abstract"
      case .subject: "subject"
      case .created: "created"
      case .modified: "modified"
      case .firstSeen: "first_seen"
      case .lastSeen: "last_seen"
      case .startTime: "start_time"
      case .stopTime: "stop_time"
      case .published: "published"
      case .confidence: "confidence"
      case .relationshipType: "relationship_type"
      case .sourceRef: "source_ref"
      case .targetRef: "target_ref"
      case .sightingOf: "sighting_of_ref"
      case .whereSighted: "where_sighted_refs"
      case .extensions: "extensions"
      case .objectRefs: "object_refs"
      case .opinion: "opinion"
      case .explanation: "explanation"
      case .content: "content"
      case .createdBy: "created_by_ref"
      }
    }
  }

  /// The keys whose values are timestamps.
  static let times: [Known] = [
    .created, .modified, .firstSeen, .lastSeen, .startTime, .stopTime, .published,
  ]

  /// The keys whose value may be the text to print of an object, the better ones first.
  static let labels: [Known] = [
    .name, .value, .key, .path, .displayName, .accountLogin, .userID, .abstract, .subject,
  ]

  private var numbering = LabelNumbering()

  /// Numbers the known keys.
  init() {
    for known in Known.allCases {
      var word = known.word
      _ = word.withUTF8 { numbering.number(of: $0, place: 0) }
    }
  }

  /// The number of a key.
  mutating func number(of key: UnsafeBufferPointer<UInt8>) -> Int {
    Int(numbering.number(of: key, place: 0))
  }

  /// The key of a number.
  func word(_ number: Int) -> String { String(decoding: numbering.text(number), as: UTF8.self) }
}
