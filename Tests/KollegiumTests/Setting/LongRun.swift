import Foundation

/// Whether `script/test --long` is running, which tries more of what is tried at random.
let isLongRun = ProcessInfo.processInfo.environment["KOLLEGIUM_TEST_LONG"] == "1"
