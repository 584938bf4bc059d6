import Foundation
import GraphCore
import Testing

@testable import Interchange

/// The archives were made by Python's zipfile.
@Suite struct ArchiveTests {
  /// `net.edges` with two lines, deflated.
  private static let one =
    "UEsDBBQAAAAIAAAAIVD18SuWCgAAAAgAAAAJAAAAbmV0LmVkZ2VzM1Qw4jJSMOYCAFBLAQIUAxQA"
    + "AAAIAAAAIVD18SuWCgAAAAgAAAAJAAAAAAAAAAAAAACAAQAAAABuZXQuZWRnZXNQSwUGAAAAAAEA"
    + "AQA3AAAAMQAAAAAA"
  /// `data/Nodes.csv`, `data/edges.csv`, and what macOS adds; stored.
  private static let two =
    "UEsDBBQAAAAAAAAAIVBfmyG2BQAAAAUAAAAOAAAAZGF0YS9Ob2Rlcy5jc3ZJZAphClBLAwQUAAAA"
    + "AAAAACFQjHINrRIAAAASAAAADgAAAGRhdGEvZWRnZXMuY3N2U291cmNlLFRhcmdldAphLGIKUEsD"
    + "BBQAAAAAAAAAIVCDFtyMAQAAAAEAAAAZAAAAX19NQUNPU1gvZGF0YS8uX2VkZ2VzLmNzdnhQSwEC"
    + "FAMUAAAAAAAAACFQX5shtgUAAAAFAAAADgAAAAAAAAAAAAAAgAEAAAAAZGF0YS9Ob2Rlcy5jc3ZQ"
    + "SwECFAMUAAAAAAAAACFQjHINrRIAAAASAAAADgAAAAAAAAAAAAAAgAExAAAAZGF0YS9lZGdlcy5j"
    + "c3ZQSwECFAMUAAAAAAAAACFQgxbcjAEAAAABAAAAGQAAAAAAAAAAAAAAgAFvAAAAX19NQUNPU1gv"
    + "ZGF0YS8uX2VkZ2VzLmNzdlBLBQYAAAAAAwADAL8AAACnAAAAAAA="

  private func bytes(_ base64: String) throws -> [UInt8] {
    Array(try #require(Data(base64Encoded: base64)))
  }

  private func fault(_ bytes: [UInt8], most: Int = 1 << 20) -> String? {
    do throws(NetworkError) {
      _ = try Archive(Column(bytes), path: "a.zip", most: most)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func membersAreUnpackedWithoutClutter() throws {
    let archive = try Archive(Column(bytes(Self.two)), path: "a.zip", most: 1 << 20)
    #expect(archive.members.map(\.name) == ["data/Nodes.csv", "data/edges.csv"])
    #expect(archive.member("NODES.csv").map { Array($0.bytes) } == Array("Id\na\n".utf8))
    #expect(archive.member("nothing.csv") == nil)
  }

  @Test func theOnlyMemberIsReadByItsOwnEnding() throws {
    let network = try Text.network(bytes: try bytes(Self.one), path: "x.zip")
    #expect(network.lines == ["1>2", "2>3"])
  }

  @Test func brokenAndLargeArchivesAreRefused() throws {
    let whole = try bytes(Self.one)
    #expect(
      fault(whole, most: 7)
        == "a.zip: the zip archive unpacks to more than 7 bytes; if that is what it should hold, "
        + "raise the limit with --most-bytes")
    #expect(fault(whole, most: 8) == nil)
    #expect(fault(Array(whole.prefix(45)))?.hasPrefix("a.zip: the zip archive is broken: ") == true)
    var locked = whole
    // The bit of encryption in the header of the file and in the directory.
    locked[6] |= 1
    #expect(fault(locked) != nil)
    for length in 0..<whole.count { _ = fault(Array(whole.prefix(length))) }
    for place in whole.indices {
      var changed = whole
      changed[place] ^= 0xFF
      _ = fault(changed)
    }
  }
}
