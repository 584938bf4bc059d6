import Testing

@testable import Interchange

@Suite struct SHA1Tests {
  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The test vectors of RFC 3174, section 7.3.
  @Test(arguments: [
    ("abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
    ("a", 1_000_000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
    (
      "0123456701234567012345670123456701234567012345670123456701234567", 10,
      "dea356a2cddd90c7a7ecedc5ebb563934f460452"
    ),
  ])
  func digestsAreThoseOfTheStandard(text: String, times: Int, digest: String) {
    let message = Array(String(repeating: text, count: times).utf8)
    #expect(Self.hex(SHA1.digest(message)) == digest)
  }

  /// Lengths around the end of a block; digests by Python's hashlib.
  @Test(arguments: [
    (0, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    (55, "cef734ba81a024479e09eb5a75b6ddae62e6abf1"),
    (56, "901305367c259952f4e7af8323f480d59f81335b"),
    (63, "0ddc4e0cccd9a12850deb5abb0853a4425559fec"),
    (64, "bb2fa3ee7afb9f54c6dfb5d021f14b1ffe40c163"),
    (65, "78c741ddc482e4cdf8c474a0876347a0905b6233"),
    (119, "4300320394f7ee239bcdce7d3b8bcee173a0cd5c"),
    (120, "ceb2821639c4b6dcb10bce0e522ca2e608ce056d"),
  ])
  func blocksAreFilledUp(count: Int, digest: String) {
    #expect(Self.hex(SHA1.digest([UInt8](repeating: 0x78, count: count))) == digest)
  }
}

@Suite struct NameUUIDTests {
  /// The example of RFC 9562, appendix A.4: `www.example.com` in the name space of host names.
  @Test func theExampleOfTheStandardComesOut() {
    let hosts: [UInt8] = [
      0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
      0xC8,
    ]
    #expect(
      NameUUID.text("www.example.com", in: hosts) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  /// By Python's uuid.uuid5; identifiers that were given out must never change.
  @Test func ourIdentifiersStay() {
    #expect(
      STIXName.id("identity", "entity:alpha") == "identity--feb7a7c6-0aa7-5bd8-a106-e5eccb513ddd")
    #expect(NameUUID.text("urn:throughline:stix", in: Self.addresses) == Self.space)
  }

  /// The name space of URLs (RFC 9562, section 6.6).
  private static let addresses: [UInt8] = [
    0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ]
  private static let space = "b14361f4-187b-5fd3-9959-79411196b032"
}
