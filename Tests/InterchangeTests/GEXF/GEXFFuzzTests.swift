import Evidence
import GraphCore
import Testing

@testable import Interchange

/// Documents that nobody would write: each is read or refused with a place, and nothing stops the program.
@Suite struct GEXFFuzzTests {
  private static let seed = """
    <?xml version="1.0"?><gexf version="1.3"><?throughline {"a":1}?><meta><creator>A</creator></meta>
    <graph defaultedgetype="directed" timeformat="double"><attributes class="node" mode="dynamic">
    <attribute id="0" title="v" type="listinteger"><default>[1,2]</default></attribute></attributes>
    <attributes class="edge"><attribute id="1" title="weight" type="double"/>
    <attribute id="2" title="data" type="string"><?throughline-json?></attribute></attributes>
    <nodes><node id="a" label="A" start="1"><attvalues><attvalue for="0" value="1|2" end="3"/>
    </attvalues><spells><spell start="1" endopen="2"/></spells><nodes><node id="b" pid="a"/></nodes>
    </node><node id="c"><viz:color hex="#fff" a="0.5"/><viz:position x="1" y="2"/></node></nodes>
    <edges><edge id="7" source="a" target="b" weight="2" type="mutual"><attvalues>
    <attvalue for="2" value="[1]"/></attvalues></edge><edge source="b" target="c"/></edges>
    </graph></gexf>
    """

  @Test(arguments: 0..<4)
  func changedDocumentsAreReadOrRefused(index: Int) throws {
    var generator = SeededGenerator(seed: UInt64(index))
    let odd = Array("<>/\"'=&;?!-+.e09azx[]{}|,# \n\u{0}".utf8) + [0xFF, 0xC3]
    let seed = Array(Self.seed.utf8)
    _ = try Text.network(bytes: seed, .gexf)
    for _ in 0..<400 {
      var bytes = seed
      for _ in 0..<(1 + generator.next() % 3) {
        let place = Int(generator.next() % UInt64(bytes.count))
        switch generator.next() % 4 {
        case 0: bytes[place] = odd[Int(generator.next() % UInt64(odd.count))]
        case 1: bytes.remove(at: place)
        case 2:
          // A piece from elsewhere.
          let from = Int(generator.next() % UInt64(seed.count))
          let piece = seed[from..<min(seed.count, from + 1 + Int(generator.next() % 60))]
          bytes.insert(contentsOf: piece, at: place)
        default:
          let end = min(bytes.count, place + 1 + Int(generator.next() % 60))
          bytes.removeSubrange(place..<end)
          if bytes.isEmpty { bytes = seed }
        }
      }
      switch GraphFile.readAny(bytes: bytes, path: "f", folder: ".", format: .gexf) {
      case .plain(let network):
        let text = try GEXFWriterTests.written(network)
        let back = try Text.network(text, .gexf)
        #expect(back.holdsSame(as: network), "\(String(decoding: bytes, as: UTF8.self))")
      case .evidence(let reading):
        #expect(reading.errors.first?.location != nil)
      }
    }
  }
}
