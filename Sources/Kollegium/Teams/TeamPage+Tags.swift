import Mustache

// The page that is opened most: its values are found by name and not by reflection. A test holds these against what is
// stored.

extension TeamPage: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "name": return self.name
        case "summary": return summary
        case "tabs": return tabs
        case "resting": return resting
        case "next": return next
        case "hasNoNext": return hasNoNext
        case "term": return term
        case "tally": return tally
        case "hasNoMeetings": return hasNoMeetings
        case "recent": return recent
        case "hasEarlier": return hasEarlier
        case "earlier": return earlier
        case "hasComing": return hasComing
        case "coming": return coming
        case "sinceJoining": return sinceJoining
        case "trust": return trust
        case "members": return members
        case "supervisors": return supervisors
        case "hasNoSupervisor": return hasNoSupervisor
        case "hasFormer": return hasFormer
        case "formerCount": return formerCount
        case "former": return former
        case "code": return code
        case "heading": return heading
        default: return nil
        }
    }
}

extension TeamPage.Member: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "name": return self.name
        case "words": return words
        default: return nil
        }
    }
}

extension TeamMeetings.Row: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "status": return status
        case "when": return when
        case "what": return what
        case "state": return state
        case "tone": return tone
        case "count": return count
        default: return nil
        }
    }
}

extension TeamTabs: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "name": return self.name
        case "before": return before
        case "here": return here
        case "after": return after
        default: return nil
        }
    }
}
