//! Many records at once: newline-delimited JSON in, one compact report a line out, in order.

use super::{Call, Engine, Refusal};
use crate::ahead;
use crate::criteria::extra;
use crate::criteria::report::brief;
use crate::json::{self, Json, Members, Problem};
use crate::messages;
use crate::record;

impl Engine {
    /// Checks every line; an empty line gives nothing, a bad one is reported and is not fatal. Lines are counted from 1.
    ///
    /// # Errors
    /// Those of [`Engine::call`].
    pub fn check_many(&self, lines: &[u8], options: &[u8]) -> Result<Vec<u8>, Refusal> {
        let call = self.call(options)?;
        let mut out = String::with_capacity(lines.len() / 4);
        let mut tree = Json::Null;
        for (number, line) in ahead::lines(lines).enumerate() {
            let line = line.trim_ascii();
            if line.is_empty() {
                continue;
            }
            let said = match self.compact(line, &call, &mut tree) {
                Ok(members) => members,
                Err(problem) => vec![("error".to_owned(), error(&problem))],
            };
            let members = std::iter::once(("line".to_owned(), Json::Number((number + 1) as f64))).chain(said).collect();
            Json::Object(members).write(&mut out);
            out.push('\n');
        }
        Ok(out.into_bytes())
    }

    fn compact(&self, line: &[u8], call: &Call, tree: &mut Json) -> Result<Members, Problem> {
        let first = |problems: Vec<Problem>| problems.into_iter().next().unwrap_or_default();
        self.read_into(json::text_of(line, json::Limits::default())?, tree)?;
        let errors = record::errors(tree).map_err(first)?;
        let mut subject = self.subject(tree, call);
        let errors = extra::errors(&mut subject, errors);
        let (totals, open) = brief(&subject);
        let open = open.iter().map(|open| Json::texts(&[&open.criterion, open.reason, &open.path])).collect();
        let mut members = vec![
            ("id".to_owned(), subject.text("/id").into()),
            ("ready".to_owned(), (errors.is_empty() && totals.must == 0).into()),
            ("totals".to_owned(), json::tree(&totals)),
            ("open".to_owned(), Json::List(open)),
        ];
        if !errors.is_empty() {
            members.push(("errors".to_owned(), Json::List(errors.iter().map(|error| Json::texts(&[&error.code, &error.path])).collect())));
        }
        Ok(members)
    }
}

fn error(problem: &Problem) -> Json {
    // The line of the file is said already; within it there is but one.
    let message = messages::problem(&Problem { line: None, ..problem.clone() });
    let mut members = vec![("code".to_owned(), Json::from(problem.code)), ("message".to_owned(), message.into())];
    members.extend(problem.column.map(|column| ("column".to_owned(), Json::Number(column as f64))));
    Json::Object(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_the_report_says() {
        let engine = Engine::new(|text| text.to_owned()).unwrap();
        let record = br#"{"format":"dvk-registration/1","id":"01999999-0000-7000-8000-000000000001","model":{"name":"x","goal":"NANG CAO"},"level":"commune"}"#;
        let options = br#"{"today":"2026-06-01","detail":"open"}"#;
        let report = engine.check(record, options).unwrap();
        let short: Vec<Json> = report.findings.iter().map(|finding| Json::texts(&[&finding.criterion, &finding.reason, &finding.target.path])).collect();
        let many = String::from_utf8(engine.check_many(record, options).unwrap()).unwrap();
        let line = json::read(many.as_bytes(), json::Limits::default()).unwrap();
        assert_eq!(line.get("open"), Some(&Json::List(short)));
        assert_eq!((line.get("totals"), line.get("ready")), (Some(&json::tree(&report.totals)), Some(&report.ready.into())));
    }

    #[test]
    fn a_bad_line_is_reported_in_its_place() {
        let engine = Engine::new(|text| text.to_owned()).unwrap();
        let good = r#"{"format":"dvk-registration/1","id":"01999999-0000-7000-8000-000000000001"}"#;
        let lines = format!("{good}\r\n\n{{\"format\":\n[1]\n{good}");
        let out = String::from_utf8(engine.check_many(lines.as_bytes(), br#"{"today":"2026-06-01"}"#).unwrap()).unwrap();
        let shown: Vec<&str> = out.lines().collect();
        assert_eq!(shown.len(), 4);
        assert!(
            shown[0].starts_with(r#"{"line":1,"id":"01999999-0000-7000-8000-000000000001","ready":false,"totals":{"met":"#)
                && shown[0].contains(r#"["R01","missing","#)
        );
        assert!(shown[1].starts_with(r#"{"line":3,"error":{"code":"not-json","#) && shown[1].contains("column"), "{}", shown[1]);
        assert!(shown[2].starts_with(r#"{"line":4,"error":{"code":"wrong-"#) || shown[2].contains("missing"), "{}", shown[2]);
        assert_eq!(shown[3].replace("\"line\":5", ""), shown[0].replace("\"line\":1", ""));
    }
}
