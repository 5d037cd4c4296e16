/// Something that can be seen of a team and bears on its trust, with the values it can have.
public struct TrustIndicator: Sendable, Equatable {
    /// The code that evidence is recorded under, such as `efficacy`.
    public let code: String
    /// The form of trust that evidence of it belongs to. Rules of another form may ask for it too.
    public let form: TrustForm
    /// Its values, in the order in which they are listed to a reader.
    public let values: [String]

    public init(code: String, form: TrustForm, values: [String]) {
        self.code = code
        self.form = form
        self.values = values
    }
}

/// What a rule asks of one indicator.
public struct TrustCondition: Sendable, Equatable {
    public enum Demand: Sendable, Equatable {
        /// There is evidence, and its value is one of these.
        case anyOf([String])
        /// There is no evidence of the indicator.
        case unknown
    }

    /// The indicator's code.
    public let indicator: String
    public let demand: Demand

    public init(indicator: String, demand: Demand) {
        self.indicator = indicator
        self.demand = demand
    }

    /// The indicator has one of the values.
    public init(_ indicator: String, anyOf values: String...) {
        self.init(indicator: indicator, demand: .anyOf(values))
    }

    /// There is no evidence of the indicator.
    public init(unknown indicator: String) {
        self.init(indicator: indicator, demand: .unknown)
    }
}

/// A named line: where all its conditions hold, and no line of its form before it did, it gives the level.
public struct TrustRule: Sendable, Equatable {
    public let form: TrustForm
    /// The name that a verdict gives as its reason, such as `leadership-apart`.
    public let name: String
    public let conditions: [TrustCondition]
    public let level: TrustLevel

    public init(form: TrustForm, name: String, conditions: [TrustCondition], level: TrustLevel) {
        self.form = form
        self.name = name
        self.conditions = conditions
        self.level = level
    }
}
