import Synchronization
import Testing

@testable import GraphCore

@Suite struct IterationProgressTests {
  private func told(_ residuals: [Double], tolerance: Double) throws -> [Double] {
    let shares = Mutex<[Double]>([])
    var progress = IterationProgress(
      Execution { share in shares.withLock { $0.append(share) } }, tolerance: tolerance)
    for residual in residuals { try progress.endRound(residual: residual) }
    return shares.withLock { $0 }
  }

  @Test func halvingsBringItOnEvenly() throws {
    // Four halvings from 1 to 1/16: a quarter each.
    #expect(try told([1, 0.5, 0.25, 0.125, 0.0625], tolerance: 0.0625) == [0.25, 0.5, 0.75, 1])
  }

  @Test func aStepBackTellsNothing() throws {
    #expect(try told([1, 0.25, 0.5, 0.0625], tolerance: 0.0625) == [0.5, 1])
  }

  @Test func anIterationThatBlowsUpTellsNothing() throws {
    #expect(try told([1, 2, .infinity, .nan], tolerance: 0.5).isEmpty)
  }

  @Test func theFirstRoundCanBeTheLast() throws {
    #expect(try told([0], tolerance: 0.5) == [1])
  }
}
