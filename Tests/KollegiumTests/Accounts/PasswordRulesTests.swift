import Testing

@testable import Kollegium

@Suite struct PasswordRulesTests {
    private func objection(_ password: String) throws -> Sentence? {
        PasswordRules.objection(to: password, of: try #require(EmailAddress("anna.berg@ekskolan.example")))
    }

    @Test(arguments: [
        "blåbärssylt och en gul cykel", "korrekt häst batteri", "rVx9-kQp2-mmT4", "犬と猫が好きです今日も明日も",
        "Ingen kan lärarna här", "tre gröna kottar",
    ])
    func `a few words, or letters drawn at random, will do`(_ password: String) throws {
        #expect(try objection(password) == nil)
    }

    @Test(arguments: [
        "Password1234!", "P@ssw0rd2024!!", "Sommar2024!!", "lösenord12345", "abcabcabcabc", "aaaaaaaaaaaa",
        "123456789012", "qwertyuiopas", "abcdefghijkl", "annaberg2013!", "ekskolan-2024-ekskolan",
        "hemligtlösenord",
        "Kollegium2024", "zxcvbnm,./12", "PasswordPassword1",
    ])
    func `what everybody would try first will not`(_ password: String) throws {
        let objection = try objection(password)
        #expect(objection?.en.contains("easy to guess") == true, "\(objection?.en ?? "nothing")")
    }

    @Test
    func `too short, too long, the address itself, and what cannot be seen are told apart`() throws {
        #expect(try objection("blåbärssylt")?.en.contains("at least 12") == true)
        #expect(try objection("blåbärssylten") == nil)
        #expect(try objection(String(repeating: "gul cykel ", count: 13))?.en.contains("at most 128") == true)
        #expect(try objection("Anna.Berg@Ekskolan.example")?.en.contains("e-mail address") == true)
        #expect(try objection("blåbärs\nsylt och cykel")?.en.contains("cannot be seen") == true)
    }
}
