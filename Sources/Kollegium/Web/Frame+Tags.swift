import Mustache

// What stands around every page is found by name here, and not by reflection, which is many times slower. A test holds
// each of these against what is stored.

extension Frame: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "language": return language
        case "title": return title
        case "content": return content
        case "style": return style
        case "icon": return icon
        case "refresh": return refresh
        case "hasTrail": return hasTrail
        case "trail": return trail
        case "room": return room
        case "notice": return notice
        case "person": return person
        case "demo": return demo
        default: return nil
        }
    }
}

extension Frame.Person: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "name": return self.name
        case "hat": return hat
        case "nameAlone": return nameAlone
        case "hasHats": return hasHats
        case "hats": return hats
        case "navigation": return navigation
        default: return nil
        }
    }
}

extension Frame.Place: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "words": return words
        case "path": return path
        case "isHere": return isHere
        default: return nil
        }
    }
}

extension RoomBanner: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "kind": return kind
        case "name": return self.name
        case "explanation": return explanation
        case "sign": return sign
        default: return nil
        }
    }
}

extension Link: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "words": return words
        case "path": return path
        default: return nil
        }
    }
}
