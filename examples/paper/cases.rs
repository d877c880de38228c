//! The documents to measure: records of the fixtures under each official form, changed where a case needs it.

use std::error::Error;
use std::path::Path;

use dan_van_kheo::engine::{Engine, Refusal};
use dan_van_kheo::pdf_read::Mark;
use dan_van_kheo::record;
use dan_van_kheo::summary::document::{Block, Document, Form, Run};
use dan_van_kheo::summary::pdf::Carried;
use serde_json::{Value, json};

/// Kinds in the order of the API.
const KINDS: [&str; 5] = ["form", "brief", "self-check", "appraisal", "all"];

/// One document to make.
pub struct Case {
    /// File name without extension.
    pub name: String,
    source: Source,
}

enum Source {
    Record { record: Value, portal: Value, kind: &'static str },
    Ready(Document),
}

impl Case {
    fn new(name: &str, kind: &'static str, record: Value, portal: &Value) -> Self {
        Self { name: name.to_owned(), source: Source::Record { record, portal: portal.clone(), kind } }
    }

    /// Makes the document, and what its file carries when it is one of a record: as the form hands it over.
    pub fn document(&self, engine: &Engine) -> Result<(Document, Option<Carried>), Box<dyn Error>> {
        match &self.source {
            Source::Ready(document) => Ok((document.clone(), None)),
            Source::Record { record, portal, kind } => {
                let mut options = json!({ "today": "2026-06-01", "kind": kind });
                if portal.is_object() {
                    options["portal"] = portal.clone();
                }
                let options = options.to_string();
                let refused = |refusal: Refusal| format!("{}: {refusal:?}", self.name);
                let (record, _) = engine.export(record.to_string().as_bytes(), options.as_bytes(), "").map_err(refused)?;
                let parcel = engine.parcel(record::canonical(&record).as_bytes(), options.as_bytes()).map_err(refused)?;
                let mark = Mark { id: record.id.clone(), revision: record.revision, digest: parcel.digest };
                let carried = Carried { mark, record: record::canonical(&parcel.record).into(), report: parcel.report.to_text().into() };
                Ok((parcel.document, Some(carried)))
            }
        }
    }
}

/// All cases.
pub fn all(root: &Path) -> Result<Vec<Case>, Box<dyn Error>> {
    let read = |path: &str| -> Result<Value, Box<dyn Error>> { Ok(serde_json::from_slice(&std::fs::read(root.join(path))?)?) };
    let good = |name: &str| read(&format!("tests/fixtures/registrations/{name}.json"));
    let portal = read("www/portal.json")?;
    let (party, state, citizen) = (good("collective-party")?, good("collective-state")?, good("individual-state")?);
    let mut cases = Vec::new();
    for (form, record) in [("party", &numbered(&party)), ("state", &state), ("citizen", &citizen), ("none", &without_heading(&state))] {
        cases.extend(KINDS.map(|kind| Case::new(&format!("{form}-{kind}"), kind, record.clone(), &portal)));
    }
    let poor = read("tests/fixtures/poor.json")?;
    cases.extend(KINDS.map(|kind| Case::new(&format!("draft-{kind}"), kind, poor.clone(), &portal)));
    cases.push(Case::new("individual-party", "form", good("individual-party")?, &portal));
    cases.push(Case::new("long", "form", long(&party), &portal));
    cases.push(Case::new("long-brief", "brief", long(&party), &portal));
    cases.push(Case::new("empty", "form", json!({ "format": "dvk-registration/1", "id": party["id"] }), &json!(null)));
    for (name, recipients, confirmations, receipt) in ENDS {
        let mut portal = portal.clone();
        portal["recipient"] = json!(recipients);
        portal["form"]["confirmations"] = confirmations.iter().map(|(caption, seal)| json!({ "caption": caption, "seal": seal })).collect();
        portal["form"]["placesOfReceipt"] = json!(receipt);
        let record = if name.starts_with("party") { &party } else { &state };
        cases.push(Case::new(name, "form", record.clone(), &portal));
    }
    cases.push(Case { name: "letters".to_owned(), source: Source::Ready(letters()) });
    Ok(cases)
}

type End = (&'static str, &'static [&'static str], &'static [(&'static str, bool)], &'static [&'static str]);

/// Heads and ends: recipients, confirmations with or without a seal, places of receipt.
const ENDS: [End; 3] = [
    ("party-one-recipient", &["Đảng ủy xã Vĩnh Hải"], &[("XÁC NHẬN CỦA ĐẢNG ỦY", true)], &[]),
    (
        "state-two-confirmations",
        &["Ban Thường trực Ủy ban MTTQ Việt Nam phường Mỹ Tho"],
        &[("XÁC NHẬN CỦA ỦY BAN NHÂN DÂN PHƯỜNG", true), ("XÁC NHẬN CỦA ỦY BAN MTTQ VIỆT NAM", false)],
        &["Như trên", "Lưu: VT"],
    ),
    (
        "state-unconfirmed",
        &["Ủy ban nhân dân phường Mỹ Tho", "Ủy ban MTTQ Việt Nam phường Mỹ Tho", "Ban Chỉ đạo phong trào thi đua “Dân vận khéo” phường"],
        &[],
        &["Như trên", "Lưu: VT"],
    ),
];

/// With a number line; a registration sheet seldom has one.
fn numbered(record: &Value) -> Value {
    let mut record = record.clone();
    record["heading"]["number"] = json!("05-ĐK/CB");
    record
}

/// An organisation that puts its own heading on by hand.
fn without_heading(record: &Value) -> Value {
    let mut record = record.clone();
    record["applicant"]["header"] = json!("none");
    record
}

/// Answers of 5,000 characters, a web address of 300, quotes within quotes.
fn long(record: &Value) -> Value {
    let mut record = record.clone();
    let sentence = "Chi bộ họp dân 12 buổi, ghi đủ ý kiến của 271 hộ, góp 36,6 triệu đồng và 1.200 ngày công để làm theo khẩu hiệu “Nói theo cách ‘gần dân’, làm theo lời ‘dân bàn’”. ";
    let many: String = sentence.chars().cycle().take(5000).collect();
    record["model"]["need"] = json!(many);
    record["model"]["method"] = json!(format!("{}\n{}", many.chars().take(2600).collect::<String>(), many.chars().take(2300).collect::<String>()));
    let address: String = "https://songlam.example.vn/tin-tuc/".chars().chain("dan-van-kheo/mo-hinh_2026?ma=".chars().cycle()).take(300).collect();
    record["model"]["outputs"] = json!(format!("Xem {address} và “lời hứa ‘ba không’ của ‘tổ “tự quản” thôn’”."));
    record["model"]["targets"][0]["evidence"] = json!(address);
    record
}

/// The 134 letters of Vietnamese that are not plain ASCII, in each face, with words around them.
fn letters() -> Document {
    let vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
    let decomposed = vowels.chars().flat_map(|vowel| tones.map(|tone| format!("{vowel}{tone}"))).chain(["đ".to_owned(), "Đ".to_owned()]);
    let composed = decomposed.map(|letter| unicode_normalization::UnicodeNormalization::nfc(letter.as_str()).collect::<String>());
    let all: Vec<String> = composed.filter(|letter| !letter.is_ascii()).collect();
    let words = all.join(" ");
    let faces = [(false, false), (true, false), (false, true), (true, true)];
    let blocks = faces.map(|(bold, italic)| Block::Paragraph { runs: vec![Run { text: words.clone(), bold, italic }] });
    Document {
        title: "Chữ cái".to_owned(),
        lang: "vi".to_owned(),
        author: String::new(),
        form: Form::State,
        file_name: "chu-cai".to_owned(),
        date: "2026-06-01".to_owned(),
        draft: None,
        blocks: blocks.into(),
    }
}
