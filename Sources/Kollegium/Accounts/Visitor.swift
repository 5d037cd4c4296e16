/// Who is at the door, as far as a request tells.
struct Visitor: Sendable {
    /// The client's address, as IPv4 or IPv6 is written.
    let address: String
    /// Browser and system, as `DeviceDescription.coarse` says them.
    let device: String
    /// The secret in the browser's device cookie, where it has one.
    let deviceSecret: Secret?

    init(address: String, userAgent: String?, deviceSecret: Secret?) {
        self.address = address
        device = DeviceDescription.coarse(userAgent)
        self.deviceSecret = deviceSecret
    }

    /// What counts as one address: an IPv4 address, or an IPv6 network of /64, which is the least that a household gets.
    var network: String {
        let bare = ClientAddress(address.prefix { $0 != "%" })
        return bare?.neighbourhood.map(String.init).joined(separator: ".") ?? "unknown"
    }

    /// What failures at this door are counted for.
    /// - Parameters:
    ///   - isKnown: the browser has been signed in to this account before. It then has a bucket of its own, which
    ///     nobody can fill for it, and the others are not asked.
    func buckets(_ door: Door, _ email: String, isKnown: Bool) -> [ThrottleStore.Bucket] {
        if isKnown, let deviceSecret {
            return [
                .init("\(door)\ndevice\n\(email)\n\(deviceSecret.digest)", .device, isEmptiedBySuccess: true)
            ]
        }
        return [
            .init("\(door)\npair\n\(email)\n\(network)", .pair, isEmptiedBySuccess: true),
            .init("\(door)\naccount\n\(email)", .account, isEmptiedBySuccess: false),
            .init("\(door)\naddress\n\(network)", .address, isEmptiedBySuccess: false),
        ]
    }

    /// Where somebody tries to come in.
    enum Door: String, Sendable {
        case password, code
    }
}
