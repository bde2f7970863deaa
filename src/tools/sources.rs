//! The law, guidance and procedures that tools cite, each named once.

use crate::engine::{Citation, Source};

const fn source(name: &'static str, address: &'static str) -> Source {
    Source { name, address }
}

/// Care Act 2014.
pub static CARE_ACT: Source = source("Care Act 2014", "https://www.legislation.gov.uk/ukpga/2014/23");
/// Mental Capacity Act 2005.
pub static MCA: Source = source("Mental Capacity Act 2005", "https://www.legislation.gov.uk/ukpga/2005/9");
/// Mental Health Act 1983.
pub static MHA: Source = source("Mental Health Act 1983", "https://www.legislation.gov.uk/ukpga/1983/20");
/// Mental Health Act 2025, as it will change the Act of 1983.
pub static MHA_2025: Source = source("Mental Health Act 2025", "https://www.legislation.gov.uk/ukpga/2025/33");
/// The Care and Support (Independent Advocacy Support) (No. 2) Regulations 2014.
pub static NO2_REGS: Source = source(
    "Care and Support (Independent Advocacy Support) (No. 2) Regulations 2014",
    "https://www.legislation.gov.uk/uksi/2014/2889",
);
/// The first advocacy regulations of 2014, replaced by the second.
pub static FIRST_REGS: Source = source(
    "Care and Support (Independent Advocacy Support) Regulations 2014 (statutory instrument 2014/2824)",
    "https://www.legislation.gov.uk/uksi/2014/2824",
);
/// The IMCA expansion regulations 2006.
pub static IMCA_REGS: Source = source(
    "Mental Capacity Act 2005 (Independent Mental Capacity Advocates) (Expansion of Role) Regulations 2006",
    "https://www.legislation.gov.uk/uksi/2006/2883",
);
/// The IMCA general regulations 2006.
pub static IMCA_GENERAL_REGS: Source = source(
    "Mental Capacity Act 2005 (Independent Mental Capacity Advocates) (General) Regulations 2006",
    "https://www.legislation.gov.uk/uksi/2006/1832",
);
/// Equality Act 2010.
pub static EQUALITY_ACT: Source = source("Equality Act 2010", "https://www.legislation.gov.uk/ukpga/2010/15");
/// Children Act 1989.
pub static CHILDREN_ACT: Source = source("Children Act 1989", "https://www.legislation.gov.uk/ukpga/1989/41");
/// Local Government and Public Involvement in Health Act 2007.
pub static LGPIHA: Source = source(
    "Local Government and Public Involvement in Health Act 2007",
    "https://www.legislation.gov.uk/ukpga/2007/28",
);
/// Care and support statutory guidance.
pub static GUIDANCE: Source = source(
    "Care and support statutory guidance",
    "https://www.gov.uk/government/publications/care-act-statutory-guidance/care-and-support-statutory-guidance",
);
/// The code of practice to the Mental Capacity Act.
pub static MCA_CODE: Source = source("Mental Capacity Act Code of Practice", "");
/// Cases, decisions and other texts that are named in full.
pub static NOTE: Source = source("", "");
/// A procedure chapter.
pub static REABLEMENT: Source = source("Procedure: Actions and next steps (reablement)", "");
/// A procedure chapter.
pub static DUTY: Source = source("Procedure: Actions and next steps (duty, long term)", "");
/// A procedure chapter.
pub static PLAN: Source = source("Procedure: The reablement plan", "");
/// A procedure chapter.
pub static MONITORING: Source = source("Procedure: Reablement monitoring actions", "");

/// A procedure chapter.
pub static ALLOCATION: Source = source("Procedure: Actions and next steps (allocation)", "");
/// A procedure chapter.
pub static SKILLS: Source = source("Procedure: Skills and training of assessors", "");
/// The children's concern in the procedure chapters.
pub static CHILDREN: Source = source("Procedure: Concerns about a child", "");
/// A procedure chapter.
pub static JOINT_WORK: Source = source("Procedure: Joint work", "");
/// Who holds a case while two councils disagree.
pub static DISPUTES: Source = source(
    "Care and Support (Disputes Between Local Authorities) Regulations 2014",
    "https://www.legislation.gov.uk/uksi/2014/2829",
);
/// The guide of the Local Government Association.
pub static ORDINARY_RESIDENCE: Source = source(
    "Ordinary residence guide",
    "https://www.local.gov.uk/publications/ordinary-residence-guide-determining-local-authority-responsibilities-under-care-act-0",
);
/// What an authority settles for itself.
pub static LOCAL: Source = source("Authority’s own settings", "");
/// The assessment regulations.
pub static ASSESSMENT_REGS: Source =
    source("Care and Support (Assessment) Regulations 2014", "https://www.legislation.gov.uk/uksi/2014/2827");

/// A provision of a source.
pub const fn cite(source: &'static Source, at: &'static str) -> Citation {
    Citation::new(source, at)
}
