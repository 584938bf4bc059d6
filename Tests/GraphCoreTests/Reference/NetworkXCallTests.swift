import GraphCore
import TestSupport
import Testing

@Suite struct NetworkXCallTests {
  @Test func everyRecordedCallAgrees() throws {
    let calls = try NetworkXCall.loadAll()
    #expect(calls.count == 961)
    for call in calls {
      #expect(try call.agrees() == true, "\(call.function) in \(call.test)")
    }
  }
}
