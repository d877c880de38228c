//! A guideline that extends another: what it takes over, changes, requires, hides and counts.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it does not expect")]

use dan_van_kheo::criteria::report::Outside;
use dan_van_kheo::engine::Engine;
use dan_van_kheo::json::{self, Json, Limits, pointer};

fn engine() -> Engine {
    let mut engine = Engine::new(|text| text.to_owned()).unwrap();
    engine.load_guideline(&std::fs::read("tests/fixtures/guidelines/scored.json").unwrap()).unwrap_or_else(|refusal| panic!("{:#?}", refusal.problems));
    engine
}

fn check(model: &str) -> Json {
    let record = format!(r#"{{"format":"dvk-registration/1","id":"01999999-0000-7000-8000-000000000001",{model}}}"#);
    json::tree(&engine().check(record.as_bytes(), br#"{"today":"2026-06-01","guideline":"cham-diem-thu"}"#).unwrap())
}

fn finding<'a>(report: &'a Json, criterion: &str) -> &'a Json {
    let findings = report.get("findings").and_then(Json::rows).unwrap();
    findings.iter().find(|finding| finding.get("criterion").and_then(Json::text) == Some(criterion)).unwrap_or_else(|| panic!("{criterion}"))
}

#[track_caller]
fn scores(model: &str, got: f64, band: &str) {
    let report = check(model);
    let score = report.get("score").unwrap();
    assert_eq!((score.get("got").and_then(Json::number), score.get("band").and_then(Json::text)), (Some(got), Some(band)), "{model}");
    assert_eq!((score.get("max").and_then(Json::number), score.get("sample")), (Some(100.0), Some(&Json::Bool(true))));
}

#[test]
fn points_and_bands() {
    scores(r#""model":{}"#, 0.0, "so-bo");
    scores(r#""model":{"goal":"x"}"#, 30.0, "so-bo");
    scores(r#""model":{"targets":[{"content":"x"}]}"#, 40.0, "kha-day-du");
    scores(r#""model":{"goal":"x","targets":[{"content":"x"}]}"#, 70.0, "day-du");
    let report = check(r#""model":{"goal":"x"}"#);
    let points = |criterion: &str| finding(&report, criterion).get("points").map(Json::to_text);
    assert_eq!(points("D1").as_deref(), Some(r#"{"got":0,"max":40}"#));
    assert_eq!(points("D2").as_deref(), Some(r#"{"got":30,"max":30}"#));
    assert_eq!((points("D3"), points("R02")), (None, None), "what people judge brings points only when people give them");
}

#[test]
fn overrides_and_what_stays() {
    let report = check(r#""model":{"start":"2026-03-01","end":"2026-04-20"}"#);
    let short = finding(&report, "R08");
    assert_eq!(short.get("severity").and_then(Json::text), Some("hint"));
    assert_eq!((short.get("reason").and_then(Json::text), pointer::get(short, "/data/minDays").and_then(Json::number)), (Some("too-short"), Some(60.0)));
    assert_eq!(short.get("because").and_then(Json::text), Some("Cấp xã yêu cầu từ 60 ngày."));
    let ids: Vec<&str> = report.get("findings").and_then(Json::rows).unwrap().iter().filter_map(|finding| finding.get("criterion")?.text()).collect();
    assert!(!ids.contains(&"R13") && ids.contains(&"R12"), "{ids:?}");
}

#[test]
fn required_hidden_and_renamed_boxes() {
    let report = check(r#""model":{"milestones":[{"due":"2026-03"}]}"#);
    let required = finding(&report, "required");
    assert_eq!(pointer::get(required, "/target/path").and_then(Json::text), Some("/model/milestones/0/content"));
    assert_eq!(pointer::get(required, "/related/0/path").and_then(Json::text), Some("/extra/soBuoiHop"));
    assert_eq!(pointer::get(required, "/related/0/step").and_then(Json::text), Some("method"));
    assert_eq!(pointer::get(required, "/related/0/label").and_then(Json::text), Some("Số buổi họp dân"));
    assert_eq!(finding(&report, "R06").get("reason").and_then(Json::text), Some("hidden"));
    let missing = finding(&report, "R01");
    let need = missing.get("related").and_then(Json::rows).unwrap().iter().find(|target| target.get("path").and_then(Json::text) == Some("/model/need"));
    assert_eq!(need.and_then(|target| target.get("label")?.text()), Some("Vì sao cần làm"));
    let filled = check(r#""extra":{"soBuoiHop":2},"model":{"milestones":[{"content":"Họp"}]}"#);
    assert_eq!(finding(&filled, "required").get("outcome").and_then(Json::text), Some("met"));
}

#[test]
fn effective_is_compared_with_the_years_of_the_record() {
    let outside = |period: &str| pointer::get(&check(&format!(r#""period":{period}"#)), "/guideline/outside").and_then(Json::text).map(str::to_owned);
    assert_eq!(outside(r#"{"from":2025,"to":2025}"#).as_deref(), Some("before"));
    assert_eq!(outside(r#"{"from":2025,"to":2026}"#), None);
    assert_eq!(outside(r#"{"from":2026,"to":2027}"#), None);
    assert_eq!(outside(r#"{"from":2027,"to":2027}"#).as_deref(), Some("after"));
    assert_eq!(json::tree(&Outside::Before).text(), Some("before"));
}

#[test]
fn a_guideline_extends_only_what_is_known_and_never_itself() {
    let text = std::fs::read_to_string("tests/fixtures/guidelines/scored.json").unwrap();
    let refused = |engine: &mut Engine, text: &str| engine.load_guideline(text.as_bytes()).err().map(|refusal| refusal.problems[0].code).unwrap_or_default();
    let mut engine = engine();
    assert_eq!(refused(&mut engine, &text.replace(r#""extends": {"id": "mau"}"#, r#""extends": {"id": "khac"}"#)), "unknown-base");
    assert_eq!(refused(&mut engine, &text.replace(r#""extends": {"id": "mau"}"#, r#""extends": {"id": "cham-diem-thu", "version": "0"}"#)), "cycle");
    // B takes over A, and then A wants to take over B.
    let b = r#"{"format":"dvk-guideline/1","id":"b","version":"1","title":"B","issuer":{"name":"B","level":"commune"},"effective":{"from":"2026-01-01"},"extends":{"id":"cham-diem-thu"},"sources":{},"criteria":[],"tests":[]}"#;
    assert_eq!(refused(&mut engine, b), "");
    assert_eq!(
        refused(&mut engine, &text.replace(r#""extends": {"id": "mau"}"#, r#""extends": {"id": "b"}"#).replace(r#""version": "1""#, r#""version": "2""#)),
        "cycle"
    );
    // What takes over is one guideline more; the one taken over stays as it is.
    let ids: Vec<String> = engine.known().iter().map(|rules| rules.guideline().id.clone()).collect();
    assert_eq!(ids, ["mau", "cham-diem-thu", "b"]);
    assert_eq!(engine.rules("b").unwrap().guideline().criteria.len(), engine.rules("cham-diem-thu").unwrap().guideline().criteria.len());
    assert!(json::read(text.as_bytes(), Limits::default()).is_ok());
}

/// Nobody else's guideline passes for the built-in one; its own file may be loaded again.
#[test]
fn the_name_of_the_built_in_guideline_is_its_own() {
    let mut engine = engine();
    let file = std::fs::read_to_string("src/guideline/data/mau.json").unwrap();
    for _ in 0..2 {
        engine.load_guideline(file.as_bytes()).unwrap_or_else(|refusal| panic!("{:#?}", refusal.problems));
        for other in [file.replace("Cần sửa", "…").replace("\"version\": \"0.1.0\"", "\"version\": \"9.9.9\""), file.replace("\"must\"", "\"hint\"")] {
            assert_ne!(other, file);
            assert_eq!(engine.load_guideline(other.as_bytes()).err().map(|refusal| refusal.problems[0].code), Some("reserved-id"));
        }
    }
}

/// What both require is asked together, once.
#[test]
fn required_boxes_of_both() {
    let mut engine = engine();
    let b = r#"{"format":"dvk-guideline/1","id":"b","version":"1","title":"B","issuer":{"name":"B","level":"commune"},"effective":{"from":"2026-01-01"},"extends":{"id":"cham-diem-thu"},"sources":{},"fields":{"/model/consultation":{"required":true}},"criteria":[],"tests":[]}"#;
    engine.load_guideline(b.as_bytes()).unwrap_or_else(|refusal| panic!("{:#?}", refusal.problems));
    let record = br#"{"format":"dvk-registration/1","id":"01999999-0000-7000-8000-000000000001"}"#;
    let report = json::tree(&engine.check(record, br#"{"today":"2026-06-01","guideline":"b"}"#).unwrap());
    let required = pointer::get(finding(&report, "required"), "/data/missing").unwrap();
    assert_eq!(required.to_text(), r#"["/model/consultation","/extra/soBuoiHop"]"#);
}

/// A guideline with one check of `goal`, and what comes of some texts there.
fn reasons_of(more: &str, check: &str, messages: &str, goals: &[&str]) -> Vec<String> {
    let text = format!(
        r#"{{"format":"dvk-guideline/1","id":"thu","version":"1","title":"Thử","issuer":{{"name":"Xã An Thử","level":"commune"}},"effective":{{"from":"2026-01-01"}},
        "sources":{{"s":{{"title":"Hướng dẫn thử"}}}},{more}"criteria":[{{"id":"A","group":"G","title":"T","cite":[{{"source":"s"}}],"severity":"must","check":{check},
        "target":"/model/goal","messages":{{"met":"Có.",{messages}}},"points":0.7}},
        {{"id":"B","group":"G","title":"T","cite":[{{"source":"s"}}],"severity":"must","check":{{"kind":"present","paths":["/model/goal"]}},"target":"/model/goal",
        "messages":{{"met":"Có.","missing":"Đề nghị bổ sung."}},"points":0.1}}],
        "scoring":{{"max":0.8,"bands":[{{"id":"tot","label":"Tốt","min":0.8}},{{"id":"kha","label":"Khá","min":0}}]}},"tests":[]}}"#
    );
    let mut engine = Engine::new(|text| text.to_owned()).unwrap();
    engine.load_guideline(text.as_bytes()).unwrap_or_else(|refusal| panic!("{:#?}", refusal.problems));
    let judge = |goal: &&str| {
        let record = format!(r#"{{"format":"dvk-registration/1","id":"01999999-0000-7000-8000-000000000001","model":{{"goal":"{goal}"}}}}"#);
        let report = json::tree(&engine.check(record.as_bytes(), br#"{"today":"2026-06-01","guideline":"thu","detail":"all"}"#).unwrap());
        let reason = finding(&report, "A").get("reason").and_then(Json::text).unwrap_or_default().to_owned();
        format!("{reason} {}", pointer::get(&report, "/score/band").and_then(Json::text).unwrap_or_default())
    };
    goals.iter().map(judge).collect()
}

/// Two lists of two checks do not hide one another, and none needs the guideline's own list.
#[test]
fn phrases_of_a_check() {
    let own = |phrase: &str| format!(r#"{{"kind":"stockPhrases","paths":["/model/goal"],"phrases":["{phrase}"]}}"#);
    let both = format!(r#"{{"kind":"all","of":[{},{}]}}"#, own("chúng tôi cam kết"), own("cam kết"));
    let goals = ["Chúng tôi CAM KẾT làm tốt.", "chung toi cam ket lam tot viec nay", "12 hộ ký cam kết", "Nâng cao chất lượng, hiệu quả"];
    assert_eq!(reasons_of("", &both, r#""stock":"Đề nghị bỏ: {phrases}.""#, &goals), ["stock kha", "stock kha", "stock kha", "met tot"]);
    let single = own("chúng tôi cam kết");
    assert_eq!(reasons_of("", &single, r#""stock":"Đề nghị bỏ: {phrases}.""#, &goals), ["stock kha", "stock kha", "met tot", "met tot"]);
    let list = r#""vocabulary":{"stock":["nâng cao chất lượng"]},"#;
    let listed = r#"{"kind":"stockPhrases","paths":["/model/goal"]}"#;
    assert_eq!(reasons_of(list, listed, r#""stock":"Đề nghị bỏ: {phrases}.""#, &goals), ["met tot", "met tot", "met tot", "stock kha"]);
}
