import HTTPTypes
import Hummingbird

/// What every answer tells the browser to refuse, after OWASP's list of secure headers. The outermost middleware: it
/// turns what was thrown into an answer too, so that none leaves without them. An answer that already has a field keeps
/// its own, so a page can be stricter and a static file can be cached.
///
/// `Server` is taken away; leave `serverName` of the application's configuration nil, or Hummingbird adds it later.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    private let fields: [HTTPField]

    /// - Parameter isSecure: Whether people reach us over https. The browser is then told never to try without.
    init(isSecure: Bool) {
        fields = SecurityFields.all(isSecure: isSecure)
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response =
                (try? error.response(from: request, context: context)) ?? Response(status: error.status)
        } catch {
            // The error's page and its log entry are made further in. What comes this far says nothing.
            response = Response(status: .internalServerError)
        }
        response.headers[.server] = nil
        for field in fields where !response.headers.contains(field.name) {
            response.headers.append(field)
        }
        return response
    }
}

/// The fields themselves, each with what it is for.
enum SecurityFields {
    /// No inline script or style, nothing from elsewhere, no frames, forms that go nowhere but here.
    static let policy = [
        "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "script-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    static func all(isSecure: Bool) -> [HTTPField] {
        var fields = [
            field("Content-Security-Policy", policy),
            field("X-Content-Type-Options", "nosniff"),
            // What browsers that know no frame-ancestors go by.
            field("X-Frame-Options", "DENY"),
            // Other sites hear nothing of where a person came from. Not `no-referrer`: our own forms would then come
            // with `Origin: null`, and the origin check would have less to go by.
            field("Referrer-Policy", "same-origin"),
            field("Permissions-Policy", refused.map { $0 + "=()" }.joined(separator: ", ")),
            // Nobody else's window, frame or page may hold, read or embed ours.
            field("Cross-Origin-Opener-Policy", "same-origin"),
            field("Cross-Origin-Resource-Policy", "same-origin"),
            field("Cross-Origin-Embedder-Policy", "require-corp"),
            field("X-Permitted-Cross-Domain-Policies", "none"),
            field("X-DNS-Prefetch-Control", "off"),
            // Pages are of people: nothing of them stays in a browser that others use after them.
            field("Cache-Control", "no-store"),
        ]
        // For a year. Not for subdomains: these are the organisation's, and may be of another's making.
        if isSecure { fields.append(field("Strict-Transport-Security", "max-age=31536000")) }
        return fields
    }

    /// What no page of ours asks a browser for.
    private static let refused = [
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen",
        "geolocation",
        "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment",
        "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
    ]

    private static func field(_ name: String, _ value: String) -> HTTPField {
        HTTPField(name: HTTPField.Name(name)!, value: value)
    }
}
