//! The coded lists of the website track. Where the edition has a list of the same things, the words are its keys, and
//! its texts name them.

use crate::clause::Clause;
use crate::coded::coded;

coded! {
    /// Kind of flaw, as the quarterly figures count it (edition: `website_kinds`).
    pub enum SiteKind {
        /// クロスサイト・スクリプティング.
        CrossSiteScripting = "cross_site_scripting",
        /// SQLインジェクション.
        SqlInjection = "sql_injection",
        /// DNS情報の設定不備.
        DnsSettings = "dns_settings",
        /// ディレクトリ・トラバーサル.
        DirectoryTraversal = "directory_traversal",
        /// ファイルの誤った公開.
        FileExposed = "file_exposed",
        /// 認証に関する不備.
        Authentication = "authentication",
        /// HTTPレスポンス分割.
        ResponseSplitting = "response_splitting",
        /// セッション管理の不備.
        SessionManagement = "session_management",
        /// OSコマンド・インジェクション.
        OsCommandInjection = "os_command_injection",
        /// メールの第三者中継.
        MailRelay = "mail_relay",
        /// HTTPSの不適切な利用.
        HttpsMisuse = "https_misuse",
        /// その他.
        Other = "other",
    }
}

coded! {
    /// Effect, as the quarterly figures count it (edition: `website_effects`).
    pub enum SiteEffect {
        /// 本物サイト上への偽情報の表示.
        FalseInformation = "false_information",
        /// ドメイン情報の挿入.
        DomainInsertion = "domain_insertion",
        /// データの改ざん・消去.
        DataTampering = "data_tampering",
        /// サーバ内ファイルの漏洩.
        ServerFiles = "server_files",
        /// 個人情報の漏洩.
        PersonalData = "personal_data",
        /// なりすまし.
        Impersonation = "impersonation",
        /// Cookie情報の漏洩.
        Cookies = "cookies",
        /// その他.
        Other = "other",
    }
}

coded! {
    /// Where the flaw comes from (Ⅴ.3.4.オ, Ⅴ.3.8).
    pub enum SiteCause {
        /// The site's own application.
        Application = "application",
        /// A product is set up wrongly or left as delivered (Ⅴ.3.4.オ.1).
        WrongSettings = "wrong_settings",
        /// A patch of a product is not applied (Ⅴ.3.4.オ.2).
        PatchMissing = "patch_missing",
        /// Other improper operation.
        ImproperOperation = "improper_operation",
        /// The flaw lies in a product (Ⅴ.3.8).
        Product = "product",
    }
}

impl SiteCause {
    /// The clause by which a public alert can come before the end, if this cause has one.
    #[must_use]
    pub const fn alert_clause(self) -> Option<Clause> {
        match self {
            SiteCause::WrongSettings => Some(Clause::new("Ⅴ.3.4.オ.1")),
            SiteCause::PatchMissing => Some(Clause::new("Ⅴ.3.4.オ.2")),
            SiteCause::Application | SiteCause::ImproperOperation | SiteCause::Product => None,
        }
    }
}

coded! {
    /// Who runs the site.
    pub enum OperatorCategory {
        /// A company.
        Company = "company",
        /// A government agency (Ⅴ.3.7.イ).
        Government = "government",
        /// A local government (Ⅴ.3.7.ウ).
        LocalGovernment = "local_government",
        /// A school, university or research institute.
        Education = "education",
        /// An association or other body.
        Association = "association",
        /// A private person.
        Individual = "individual",
        /// Not known yet.
        Unknown = "unknown",
    }
}

impl OperatorCategory {
    /// The ground on which an office may be asked to help reach such an operator, and the edition's key of that office.
    #[must_use]
    pub const fn special_way(self) -> Option<(SiteDisclosureGround, &'static str)> {
        match self {
            OperatorCategory::Government => Some((SiteDisclosureGround::GovernmentSite, "cyber_office")),
            OperatorCategory::LocalGovernment => {
                Some((SiteDisclosureGround::LocalGovernmentSite, "local_government_ministry"))
            }
            _ => None,
        }
    }
}

coded! {
    /// Where an address of the operator is looked for (edition: `operator_sources`).
    pub enum OperatorSource {
        /// What the report says.
        Report = "report",
        /// The contact that the site gives.
        Site = "site",
        /// The site's `security.txt`.
        SecurityTxt = "security_txt",
        /// The registration of domain and address.
        Registry = "registry",
        /// The hosting provider: asked for an address only.
        Hosting = "hosting",
        /// The organisation above it.
        Parent = "parent",
        /// The finder.
        Finder = "finder",
        /// The office in charge of government or local government sites.
        Office = "office",
    }
}

coded! {
    /// What an operator says about the flaw (Ⅴ.4.1).
    pub enum OperatorAnswer {
        /// It is there, and will be fixed.
        WillFix = "will_fix",
        /// Fixed.
        Fixed = "fixed",
        /// Avoided by the way it is run.
        AvoidedByOperation = "avoided_by_operation",
        /// The page was removed.
        PageRemoved = "page_removed",
        /// Known and fixed before (Ⅴ.3.4.エ).
        KnownAndFixed = "known_and_fixed",
        /// It is no vulnerability.
        NotVulnerability = "not_vulnerability",
        /// It cannot be reproduced (Ⅴ.3.5).
        CannotReproduce = "cannot_reproduce",
        /// It will not act (Ⅴ.3.4.キ).
        WillNotAct = "will_not_act",
        /// Help is needed.
        NeedsHelp = "needs_help",
    }
}

impl OperatorAnswer {
    /// Whether it says that the flaw is gone now (Ⅴ.3.10).
    #[must_use]
    pub const fn is_fix(self) -> bool {
        matches!(self, OperatorAnswer::Fixed | OperatorAnswer::AvoidedByOperation | OperatorAnswer::PageRemoved)
    }

    /// The ending that it proposes, if any; the desk decides.
    #[must_use]
    pub const fn proposes(self) -> Option<SiteEnding> {
        match self {
            OperatorAnswer::Fixed => Some(SiteEnding::ApplicationFixed),
            OperatorAnswer::AvoidedByOperation => Some(SiteEnding::AvoidedByOperation),
            OperatorAnswer::PageRemoved => Some(SiteEnding::PageRemoved),
            OperatorAnswer::KnownAndFixed => Some(SiteEnding::KnownAndFixed),
            OperatorAnswer::NotVulnerability => Some(SiteEnding::NotVulnerabilityInformation),
            OperatorAnswer::WillNotAct => Some(SiteEnding::OperatorDeclines),
            OperatorAnswer::WillFix | OperatorAnswer::CannotReproduce | OperatorAnswer::NeedsHelp => None,
        }
    }

    /// Whether the operator waits for the desk: it cannot go on alone.
    #[must_use]
    pub const fn asks_for_help(self) -> bool {
        matches!(self, OperatorAnswer::CannotReproduce | OperatorAnswer::NeedsHelp)
    }
}

coded! {
    /// How a website case ends (editions: `website_fixes`, `website_endings`, and three of this program).
    pub enum SiteEnding {
        /// Application fixed.
        ApplicationFixed = "application_fixed",
        /// Avoided by operation.
        AvoidedByOperation = "avoided_by_operation",
        /// Page removed.
        PageRemoved = "page_removed",
        /// ア It is no vulnerability-related information.
        NotVulnerabilityInformation = "not_vulnerability_information",
        /// イ Outside the scope.
        OutOfScope = "out_of_scope",
        /// ウ The influence is small.
        SmallImpact = "small_impact",
        /// エ The operator knew it and had fixed it.
        KnownAndFixed = "known_and_fixed",
        /// オ Improper operation, after a public alert.
        ImproperOperation = "improper_operation",
        /// カ No proper answer (取扱不能).
        NoProperAnswer = "no_proper_answer",
        /// キ The operator will not act.
        OperatorDeclines = "operator_declines",
        /// Evidently obtained by illegal means (Ⅴ.3.3).
        IllegallyAcquired = "illegally_acquired",
        /// Handled as a product's vulnerability from here on (Ⅴ.3.8).
        HandedToProduct = "handed_to_product",
        /// Every finder took its report back before the operator had the details: a rule of this program.
        Withdrawn = "withdrawn",
    }
}

impl SiteEnding {
    /// The clause of this ending.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            SiteEnding::ApplicationFixed | SiteEnding::AvoidedByOperation | SiteEnding::PageRemoved => "Ⅴ.3.10",
            SiteEnding::NotVulnerabilityInformation => "Ⅴ.3.4.ア",
            SiteEnding::OutOfScope => "Ⅴ.3.4.イ",
            SiteEnding::SmallImpact => "Ⅴ.3.4.ウ",
            SiteEnding::KnownAndFixed => "Ⅴ.3.4.エ",
            SiteEnding::ImproperOperation => "Ⅴ.3.4.オ",
            SiteEnding::NoProperAnswer => "Ⅴ.3.4.カ",
            SiteEnding::OperatorDeclines => "Ⅴ.3.4.キ",
            SiteEnding::IllegallyAcquired => "Ⅴ.3.3",
            SiteEnding::HandedToProduct => "Ⅴ.3.8",
            SiteEnding::Withdrawn => "Ⅴ.3.4",
        })
    }

    /// Whether the flaw was put right (修正完了).
    #[must_use]
    pub const fn is_fix(self) -> bool {
        matches!(self, SiteEnding::ApplicationFixed | SiteEnding::AvoidedByOperation | SiteEnding::PageRemoved)
    }
}

coded! {
    /// What the operator is asked to consent to before it is done.
    pub enum OperatorConsent {
        /// Technical analysis inside or outside the receiving body (Ⅴ.3.5).
        Analysis = "analysis",
        /// That the product's developer learns of the site (Ⅴ.3.8.但書).
        SiteToDeveloper = "site_to_developer",
    }
}

impl OperatorConsent {
    /// The clause that asks for it.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            OperatorConsent::Analysis => "Ⅴ.3.5",
            OperatorConsent::SiteToDeveloper => "Ⅴ.3.8.但書",
        })
    }
}

coded! {
    /// Why somebody outside is told (edition: `website_disclosures`).
    pub enum SiteDisclosureGround {
        /// ア Technical analysis by an outside body.
        OutsideAnalysis = "outside_analysis",
        /// イ A government site.
        GovernmentSite = "government_site",
        /// ウ A local government's site.
        LocalGovernmentSite = "local_government_site",
        /// エ Personal data may be leaking and the operator does nothing.
        PersonalDataLeak = "personal_data_leak",
    }
}

impl SiteDisclosureGround {
    /// The clause of this ground.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            SiteDisclosureGround::OutsideAnalysis => "Ⅴ.3.7.ア",
            SiteDisclosureGround::GovernmentSite => "Ⅴ.3.7.イ",
            SiteDisclosureGround::LocalGovernmentSite => "Ⅴ.3.7.ウ",
            SiteDisclosureGround::PersonalDataLeak => "Ⅴ.3.7.エ",
        })
    }

    /// The edition's key of the office that is told; an analyst is chosen case by case.
    #[must_use]
    pub const fn agency(self) -> &'static str {
        match self {
            SiteDisclosureGround::OutsideAnalysis => "analyst",
            SiteDisclosureGround::GovernmentSite => "cyber_office",
            SiteDisclosureGround::LocalGovernmentSite => "local_government_ministry",
            SiteDisclosureGround::PersonalDataLeak => "privacy_commission",
        }
    }
}

coded! {
    /// What the desk found when it looked whether the flaw is gone.
    pub enum FixCheck {
        /// It is gone.
        Gone = "gone",
        /// It is still there.
        StillThere = "still_there",
        /// It cannot be told from outside.
        CannotTell = "cannot_tell",
    }
}

coded! {
    /// What an operator says in public after a leak (edition: `leak_notice`, Ⅴ.4.5).
    pub enum LeakItem {
        /// Outline.
        Outline = "outline",
        /// Period.
        Period = "period",
        /// Number.
        Count = "count",
        /// Kinds of data.
        Kinds = "kinds",
        /// Cause.
        Cause = "cause",
        /// Where to ask.
        Contact = "contact",
    }
}
