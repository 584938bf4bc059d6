extension FollowTheMoneyStatements {
  /// The line of column names.
  static let header = row(columns)

  /// The rows of an entity: one for each value and collection.
  static func rows(_ entity: FollowTheMoneyEntity) -> String {
    let types = FollowTheMoneyModel.standard[entity.schema]?.types ?? [:]
    var out = ""
    for dataset in entity.datasets.isEmpty ? ["throughline"] : entity.datasets {
      var ids: [String] = []
      for property in entity.properties {
        for value in property.values {
          let id = key(dataset, entity.id, property.name, value)
          ids.append(id)
          out += row([
            entity.id, entity.id, property.name, types[property.name] ?? "string", entity.schema,
            value, dataset, "", "", "", "f", "", "", id,
          ])
        }
      }
      // The row that says that there is such an entity has the checksum of the others for a value.
      let checksum = SHA1.hex(Array((entity.schema + ids.sorted().joined()).utf8))
      out += row([
        entity.id, entity.id, "id", "id", entity.schema, checksum, dataset, "", "", "", "f", "", "",
        key(dataset, entity.id, "id", checksum),
      ])
    }
    return out
  }

  private static func key(_ dataset: String, _ id: String, _ property: String, _ value: String)
    -> String
  {
    SHA1.hex(Array("\(dataset).\(id).\(property).\(value)".utf8))
  }

  private static func row(_ cells: [String]) -> String {
    cells.map { cell in
      "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
    }.joined(separator: ",") + "\n"
  }
}
