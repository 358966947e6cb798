import Testing

@testable import EnergyCore
