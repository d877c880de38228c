//! Whole calls as files: each good registration → its report and its printed forms, byte for byte.
//!
//! `DVK_BLESS=1 cargo test --test golden` writes `tests/fixtures/golden/`; read the diff before committing it.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

use std::path::{Path, PathBuf};

use dan_van_kheo::engine::Engine;
use dan_van_kheo::{json, record};
use unicode_normalization::UnicodeNormalization as _;

const GOOD: [&str; 4] = ["collective-party", "collective-state", "individual-party", "individual-state"];
/// A record with nearly every fault, an answer that cannot be read, and replies.
const POOR: &str = "poor";
/// Those whose self-check and appraisal sheet are kept: one with much to show, one with little.
const SHEETS: [&str; 2] = ["collective-party", POOR];
const TODAY: &str = "2026-06-01";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn engine() -> Engine {
    let mut engine = Engine::new(|text| text.nfc().collect()).unwrap();
    engine.load_units(&read("data/units.json")).unwrap();
    engine
}

fn read(path: &str) -> Vec<u8> {
    std::fs::read(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn registration(name: &str) -> Vec<u8> {
    read(&if name == POOR { format!("tests/fixtures/{name}.json") } else { format!("tests/fixtures/registrations/{name}.json") })
}

/// Options of a call, with the demo portal.
fn options(more: &str) -> Vec<u8> {
    format!(r#"{{"today":"{TODAY}","portal":{}{more}}}"#, String::from_utf8(read("www/portal.json")).unwrap()).into_bytes()
}

/// A document as html or text.
fn summary(record: &[u8], kind: &str, format: &str) -> String {
    engine().summarize(record, &options(&format!(r#","kind":"{kind}","format":"{format}""#))).unwrap()
}

/// Every file that a registration gives, by the end of its name.
fn files(name: &str) -> Vec<(String, String)> {
    let record = registration(name);
    let mut files = Vec::new();
    let mut kinds = vec![];
    if name != POOR {
        let report = engine().check(&record, &options("")).unwrap();
        files.push(("report.json".to_owned(), serde_json::to_string_pretty(&json::tree(&report)).unwrap() + "\n"));
        kinds.extend(["form", "brief"]);
    }
    if SHEETS.contains(&name) {
        kinds.extend(["self-check", "appraisal"]);
    }
    for kind in kinds {
        files.extend([("html", "html"), ("text", "txt")].map(|(format, end)| (format!("{kind}.{end}"), summary(&record, kind, format))));
    }
    files
}

#[test]
fn registrations_give_the_same_files() {
    let bless = std::env::var_os("DVK_BLESS").is_some();
    let mut changed = String::new();
    for name in GOOD.into_iter().chain([POOR]) {
        let (first, second) = (files(name), files(name));
        for ((end, text), (_, again)) in first.iter().zip(&second) {
            let path = PathBuf::from(format!("tests/fixtures/golden/{name}.{end}"));
            assert_eq!(text, again, "{}: two runs differ", path.display());
            if bless {
                std::fs::write(root().join(&path), text).unwrap();
            }
            let golden = std::fs::read_to_string(root().join(&path)).unwrap_or_default();
            if *text != golden {
                changed.push_str(&difference(&path, &golden, text));
            }
        }
    }
    assert!(changed.is_empty(), "{changed}\nWhen this is what you meant: DVK_BLESS=1 cargo test --test golden, then read the diff.");
}

/// The first lines that differ, enough to know what it is about.
fn difference(path: &Path, golden: &str, text: &str) -> String {
    let mut shown = format!("\n{}\n", path.display());
    let (mut before, mut after) = (golden.lines(), text.lines());
    let (mut number, mut left) = (0, 5);
    loop {
        number += 1;
        let (old, new) = (before.next(), after.next());
        if left == 0 || (old.is_none() && new.is_none()) {
            return shown;
        }
        if old != new {
            left -= 1;
            let part = |line: Option<&str>| line.map_or("(no line)".to_owned(), |line| around(line, differing(old, new)));
            shown.push_str(&format!("  {number} - {}\n  {number} + {}\n", part(old), part(new)));
        }
    }
}

/// Where two lines begin to differ, in characters.
fn differing(old: Option<&str>, new: Option<&str>) -> usize {
    old.unwrap_or_default().chars().zip(new.unwrap_or_default().chars()).take_while(|(old, new)| old == new).count()
}

fn around(line: &str, at: usize) -> String {
    line.chars().skip(at.saturating_sub(30)).take(120).collect()
}

#[test]
fn a_good_registration_is_ready() {
    for name in GOOD {
        let report = engine().check(&registration(name), &options("")).unwrap();
        assert!(report.ready, "{name}: {:?} {:?}", report.errors, report.totals);
    }
}

#[test]
fn canonical_text_reads_as_itself() {
    for name in GOOD {
        let text = record::canonical(&engine().parse(&registration(name)).unwrap());
        let again = record::canonical(&engine().parse(text.as_bytes()).unwrap());
        assert_eq!(text, again, "{name}");
    }
}

#[test]
fn the_bundle_is_all_documents_one_after_another() {
    for name in SHEETS {
        let record = registration(name);
        let parts: String = ["form", "brief", "self-check", "appraisal"].map(|kind| summary(&record, kind, "html")).concat();
        assert_eq!(summary(&record, "all", "html"), parts, "{name}");
    }
}

#[test]
fn a_sheet_promises_no_recognition() {
    for name in SHEETS {
        for kind in ["self-check", "appraisal"] {
            let text = summary(&registration(name), kind, "text");
            // A target may be “cần đạt”, results “đã đạt”: those are boxes of the form.
            let rest = text.to_lowercase().replace("cần đạt", "").replace("đã đạt", "");
            assert!(!rest.contains("đạt"), "{name} {kind}: {text}");
        }
        assert!(summary(&registration(name), "self-check", "text").contains("không thay thế kết quả thẩm định"));
    }
}

#[test]
fn every_reply_is_printed() {
    let text = summary(&registration(POOR), "self-check", "text");
    for reply in ["việc giữ gìn do từng hộ tự làm", "Xin ý kiến Đảng ủy xã", "Tên xã theo danh mục mới"] {
        assert!(text.contains(reply), "{reply}: {text}");
    }
    assert!(text.contains("Nội dung đã trả lời"));
}

/// A guideline over `mau` that names, hides and adds fields, asks the council, and gives points.
fn own_guideline() -> String {
    r#"{"format":"dvk-guideline/1","id":"xa-thu","version":"2.0","title":"Hướng dẫn thử của một xã","sample":true,
    "issuer":{"name":"Xã thử","level":"commune"},"effective":{"from":"2026-01-01"},"extends":{"id":"mau"},
    "sources":{"xa":{"title":"Công văn thử","number":"01-CV/ĐU"}},
    "fields":{"/model/need":{"label":"Vì sao làm"},"/model/consultation":{"hidden":true},"/model/targets/*/evidence":{"hidden":true}},
    "extraFields":[
      {"id":"pledge","type":"tick","label":"Đã họp thôn","step":"model"},
      {"id":"met-on","type":"date","label":"Ngày họp thôn","step":"method"},
      {"id":"since","type":"year","label":"Năm lập chi bộ","step":"applicant"},
      {"id":"tags","type":"choices","label":"Nhóm việc","step":"review","options":["A","B","C"]},
      {"id":"empty","type":"text","label":"Bỏ trống","step":"means"}],
    "criteria":[
      {"id":"X1","group":"Cách làm","title":"Cách làm có nét riêng","cite":[{"source":"xa","clause":"điểm 3","quote":"có nét riêng"}],"severity":"should",
       "check":{"kind":"human","question":"Cách làm có gì khác các mô hình đã có?"},"target":"/model/method","messages":{"met":"Đã xem xét."}},
      {"id":"X2","group":"Cách làm","title":"Có tên","cite":[{"source":"xa"}],"severity":"should","points":10,
       "check":{"kind":"present","paths":["/model/name"]},"target":"/model/name","messages":{"met":"Đã có tên.","missing":"Đề nghị ghi tên."}}],
    "scoring":{"max":10,"bands":[{"id":"a","label":"đang bổ sung","min":0},{"id":"b","label":"đầy đủ","min":10}]},
    "tests":[{"name":"có tên","record":{"model":{"name":"Tổ ca nô thôn Vĩnh Hy"}},"expect":[{"criterion":"X2","outcome":"met"}]}]}"#
        .to_owned()
}

/// The documents of a record with answers of its own, by that guideline.
fn by_own_guideline(kind: &str) -> String {
    let mut record: serde_json::Value = serde_json::from_slice(&registration("collective-party")).unwrap();
    record["extra"] = serde_json::json!({"pledge": true, "met-on": "2026-02-05", "since": 1998, "tags": ["A", "C"]});
    record["replies"] = serde_json::json!([{"criterion": "X1", "text": "Thôn đầu tiên làm việc này."}]);
    let call = format!(r#"{{"today":"{TODAY}","guideline":{},"kind":"{kind}","format":"text"}}"#, own_guideline());
    engine().summarize(record.to_string().as_bytes(), call.as_bytes()).unwrap()
}

#[track_caller]
fn prints(text: &str, printed: &[&str], absent: &[&str]) {
    printed.iter().for_each(|part| assert!(text.contains(part), "«{part}» is not in\n{text}"));
    absent.iter().for_each(|part| assert!(!text.contains(part), "«{part}» is in\n{text}"));
}

#[test]
fn a_guideline_names_hides_and_adds_fields() {
    let added = [". Vì sao làm\n", ". Đã họp thôn\nCó\n", ". Ngày họp thôn\n05/02/2026\n", "Năm lập chi bộ: 1998\n", ". Nhóm việc\nA; C\n"];
    prints(&by_own_guideline("form"), &added, &["Minh chứng:", "Bỏ trống", "Nhân dân bàn bạc"]);
    prints(&by_own_guideline("brief"), &["Vì sao làm: "], &["Lý do: "]);
}

#[test]
fn what_people_judge_and_points_are_told_as_such() {
    let asked = ["Để hội đồng, cán bộ xem xét (1)", "Cách làm có gì khác các mô hình đã có?", "Công văn thử (số 01-CV/ĐU), điểm 3: “có nét riêng”"];
    let sheet = by_own_guideline("self-check");
    prints(&sheet, &asked, &["Nội dung đã trả lời"]);
    prints(
        &sheet,
        &[
            "Đơn vị trả lời: Thôn đầu tiên làm việc này.",
            "phiên bản 2.0, mẫu (tham khảo)",
            "Điểm tự kiểm tra theo “Hướng dẫn thử của một xã”: 10/10 (đầy đủ; mẫu (tham khảo))",
        ],
        &[],
    );
    prints(
        &by_own_guideline("appraisal"),
        &["Cách làm có gì khác các mô hình đã có?", "[ ] Rõ  [ ] Cần làm rõ", "Ý kiến: …", ", điểm 3"],
        &["10/10", "đầy đủ;"],
    );
}

/// The same record at another stage, with figures that were reached.
fn at_stage(stage: &str, kind: &str) -> String {
    let mut record: serde_json::Value = serde_json::from_slice(&registration("collective-party")).unwrap();
    record["stage"] = stage.into();
    record["lowerRecognition"] = serde_json::json!({"number": "12-QĐ/ĐU", "issuedOn": "2026-12-20", "issuer": "Đảng ủy xã Vĩnh Hải"});
    for (at, actual) in [18.0, 90.3, 12.5].into_iter().enumerate() {
        record["model"]["targets"][at]["actual"] = actual.into();
        record["model"]["targets"][at]["actualOn"] = "2026-12-15".into();
    }
    record["model"]["results"] = "Đã có 18 ca nô đăng ký, vớt 12,5 tấn rác.".into();
    summary(record.to_string().as_bytes(), kind, "text")
}

#[test]
fn a_report_compares_what_was_reached_with_what_was_to_be() {
    let review = at_stage("review", "form");
    let figures = [
        "BÁO CÁO SƠ KẾT\nKết quả xây dựng và thực hiện mô hình “Dân vận khéo” giai đoạn 2026-2027\n",
        "Chỉ tiêu cần đạt: 24\n   Đã đạt: 18\n   Đơn vị tính: ca nô\n   So với chỉ tiêu: 75% chỉ tiêu\n   Tính đến ngày: 15/12/2026",
        "thấp hơn chỉ tiêu 4,7 điểm phần trăm",
        "   Thời hạn: 30/06/2026\n   Minh chứng: Danh sách và bản đăng ký của từng chủ ca nô",
        ". Kết quả đã đạt đến nay\nĐã có 18 ca nô",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
    ];
    prints(&review, &figures, &["BẢN ĐĂNG KÝ", "Tập thể đăng ký", "Mô hình đăng ký"]);
    let request = at_stage("recognise", "form");
    prints(
        &request,
        &["BÁO CÁO KẾT QUẢ\nĐề nghị công nhận mô hình “Dân vận khéo”", "Công nhận của cấp dưới: 12-QĐ/ĐU, ngày 20/12/2026, Đảng ủy xã Vĩnh Hải"],
        &[],
    );
    prints(&at_stage("recognise", "brief"), &["TÓM TẮT KẾT QUẢ MÔ HÌNH", "thời hạn 30/06/2026; đã đạt 18 ca nô (75% chỉ tiêu)"], &["ĐĂNG KÝ"]);
}
