// swift-tools-version: 6.2
import PackageDescription

/// Every target of the project is compiled the same way: language mode 6, and no warning passes.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
    name: "kollegium",
    products: [
        .executable(name: "kollegium", targets: ["KollegiumMain"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .target(
            name: "Measures",
            dependencies: [.product(name: "RealModule", package: "swift-numerics")],
            swiftSettings: strict),
        .target(
            name: "Storage",
            dependencies: [
                "CLibPQ",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: strict),
        .target(
            name: "Kollegium",
            dependencies: [
                "CLibArchive", "Measures", "Storage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [
                .embedInCode("Trust/Rules/table3-1.yaml"),
                .embedInCode("Static/report.css"),
                .embedInCode("Templates/web/report-frame.mustache"),
                .embedInCode("Templates/web/report-absence.mustache"),
                .embedInCode("Templates/web/report-table.mustache"),
                .embedInCode("Templates/web/report-appendix.mustache"),
                .embedInCode("Templates/outcomes/outcome-report.mustache"),
                .embedInCode("Templates/trust/trust-report.mustache"),
                .embedInCode("Templates/continuity/continuity-report.mustache"),
                .embedInCode("Templates/change/change-report.mustache"),
            ],
            swiftSettings: strict),
        .executableTarget(name: "KollegiumMain", dependencies: ["Kollegium"], swiftSettings: strict),
        .target(
            name: "Support",
            dependencies: ["Storage", .product(name: "Subprocess", package: "swift-subprocess")],
            path: "Tests/Support", swiftSettings: strict),
        .testTarget(name: "MeasuresTests", dependencies: ["Measures"], swiftSettings: strict),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "Support"], swiftSettings: strict),
        .testTarget(
            name: "KollegiumTests", dependencies: ["Kollegium", "KollegiumMain", "Support"],
            exclude: ["Snapshots", "Witness/R"], swiftSettings: strict),
    ]
)
