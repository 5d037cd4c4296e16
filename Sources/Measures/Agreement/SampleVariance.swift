/// The mean of some values; nil where there are none. The mean of equal whole numbers is that number.
func mean(of values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}

/// The variance of a sample, the squares divided by one less than their number; nil with fewer than two
/// values. Exactly 0 for equal whole numbers.
func sampleVariance(of values: [Double]) -> Double? {
    guard values.count > 1, let mean = mean(of: values) else { return nil }
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
}
