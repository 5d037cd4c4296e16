import CryptoExtras
import Foundation
import Support
import Testing

@testable import Kollegium

@Suite struct PasswordHashTests {
    @Test
    func `today's cost is the one OWASP asks for, and stands in what is kept`() throws {
        let hash = try PasswordHash(of: "blåbärssylt och en gul cykel")
        #expect(hash.phc.hasPrefix("$scrypt$ln=17,r=8,p=1$"))
        let kept = try #require(PasswordHash(phc: hash.phc))
        #expect(try kept.verify("blåbärssylt och en gul cykel") == .init(isRight: true, wantsRehash: false))
        #expect(try kept.verify("blåbärssylt och en röd cykel") == .init(isRight: false, wantsRehash: false))
    }

    @Test
    func `the same password is kept differently each time`() throws {
        #expect(
            try PasswordHash(of: "x", cost: Door.cheap).phc != PasswordHash(of: "x", cost: Door.cheap).phc)
    }

    /// Python's hashlib, which is OpenSSL, is the witness.
    @Test
    func `another program comes to the same hash`() async throws {
        let phc = try PasswordHash(of: "åäö €", cost: .init(ln: 10, r: 8, p: 2)).phc
        let script = """
            import base64, hashlib, sys
            _, name, cost, salt, kept = sys.argv[1].split("$")
            cost = dict(pair.split("=") for pair in cost.split(","))
            decode = lambda text: base64.b64decode(text + "=" * (-len(text) % 4))
            print(hashlib.scrypt(sys.argv[2].encode(), salt=decode(salt), n=2 ** int(cost["ln"]), r=int(cost["r"]),
                p=int(cost["p"]), dklen=32) == decode(kept))
            """
        let ending = try await run("python3", ["-c", script, phc, "åäö €"])
        #expect(ending.output == "True\n", "\(ending.errors)")
    }

    @Test
    func `a hash of another cost is right and wants to be made anew`() throws {
        let old = try PasswordHash(of: "lösen", cost: .init(ln: 6, r: 8, p: 1))
        #expect(try old.verify("lösen", wanting: Door.cheap) == .init(isRight: true, wantsRehash: true))
        #expect(try old.verify("fel", wanting: Door.cheap) == .init(isRight: false, wantsRehash: false))
    }

    @Test
    func `two keyboards that write the same word differently mean the same password`() throws {
        let composed = try PasswordHash(of: "sm\u{F6}rg\u{E5}s", cost: Door.cheap)
        #expect(try composed.verify("smo\u{308}rga\u{30A}s", wanting: Door.cheap).isRight)
        #expect(try composed.verify("SM\u{D6}RG\u{C5}S", wanting: Door.cheap).isRight == false)
    }

    @Test(arguments: [
        "", "x", "$scrypt$", "$scrypt$ln=17,r=8$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA",
        "$scrypt$ln=40,r=8,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA",
        "$scrypt$ln=20,r=32,p=16$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA",
        "$argon2id$ln=4,r=8,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA",
        "$scrypt$ln=4,r=8,p=1,x=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA",
        "$scrypt$ln=4,r=8,p=1$c2FsdHNhbHQ$", "$scrypt$ln=4,r=8,p=1$å$aGFzaGhhc2hoYXNoaGFzaA",
    ])
    func `what is no hash, or one that would take all memory, is nothing`(_ phc: String) {
        #expect(PasswordHash(phc: phc) == nil)
    }
}
