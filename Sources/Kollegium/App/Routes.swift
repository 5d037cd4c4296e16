import Hummingbird

/// All addresses of the site. What each page shows and who may see it stands in its slice.
func addRoutes(to pages: RouterGroup<WebContext>, site: Site) {
    if let demo = site.demo { DemoRoutes(site: site, demo: demo).add(to: pages) }

    let signedIn = pages.group(context: PersonContext.self)
    StartRoutes(site: site).add(to: signedIn)
    TeamRoutes(site: site).add(to: signedIn)
    ReportRoutes(site: site).add(to: signedIn)
}
