//! The official heading and the signatures of a record: the right words in the right places.
//!
//! Sources: HD 05-HD/VPTW (2026) for the Party form, NĐ 30/2020/NĐ-CP annex I for the State form. The two titles never stand on one page.

use super::Material;
use super::document::{Block, Form, Signature};
use super::values::is_individual;
use crate::record::{Header, Registration};
use crate::text::date::{self, Date};
use crate::text::upper::upper;

/// The official form that a record asks for; without a choice, what fits the kind of applicant.
pub fn form_of(record: &Registration) -> Form {
    match record.applicant.header {
        Some(Header::Party) => Form::Party,
        Some(Header::State) => Form::State,
        Some(Header::Citizen) => Form::Citizen,
        Some(Header::None) => Form::None,
        None if is_individual(record) => Form::Citizen,
        None => Form::None,
    }
}

/// The heading.
pub fn heading(record: &Registration) -> Block {
    let form = form_of(record);
    let own = record.heading.as_ref();
    let given = |text: Option<&String>| text.map(|text| text.trim()).filter(|text| !text.is_empty()).map(upper);
    let applicant = &record.applicant;
    // A person speaks under the heading of the body that he or she belongs to.
    let (superior, body) = if is_individual(record) { (None, applicant.superior.as_ref()) } else { (applicant.superior.as_ref(), Some(&applicant.name)) };
    let (superior, body) =
        (given(own.and_then(|own| own.superior.as_ref())).or_else(|| given(superior)), given(own.and_then(|own| own.body.as_ref())).or_else(|| given(body)));
    let with_bodies = matches!(form, Form::Party | Form::State);
    let number = own.and_then(|own| own.number.as_ref()).map(|number| number.trim()).filter(|number| !number.is_empty() && with_bodies);
    Block::Heading {
        superior: superior.filter(|_| with_bodies),
        body: body.filter(|_| with_bodies),
        // HD 05: no colon; NĐ 30: a colon.
        number: number.map(|number| if form == Form::Party { format!("Số {number}") } else { format!("Số: {number}") }),
        place_date: format!("{}, {}", place(record), day(record.registered_on.as_deref())),
    }
}

fn place(record: &Registration) -> String {
    let given = record.heading.as_ref().and_then(|own| own.place.clone()).filter(|place| !place.trim().is_empty());
    let commune = || record.applicant.address.commune.as_ref().and_then(|place| place.name.clone()).filter(|name| !name.trim().is_empty());
    given.or_else(|| commune().map(|name| without_type(&name))).unwrap_or_else(|| "…………".to_owned())
}

/// “Xã Vĩnh Hải” → “Vĩnh Hải”; a name that is a number keeps its type (NĐ 30/2020, annex I, II.4): “Phường 1”.
fn without_type(name: &str) -> String {
    for word in ["Xã ", "Phường ", "Đặc khu ", "xã ", "phường ", "đặc khu "] {
        if let Some(rest) = name.strip_prefix(word).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())) {
            return rest.to_owned();
        }
    }
    name.to_owned()
}

fn day(iso: Option<&str>) -> String {
    iso.and_then(Date::from_iso).map_or_else(|| "ngày …… tháng …… năm ………".to_owned(), date::show_long)
}

/// “Nơi nhận”, the signature, and the confirmations of the portal.
pub fn signatures(material: &Material<'_>) -> Block {
    let record = material.record;
    let signer = record.signer.clone().unwrap_or_default();
    let given = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let printed = material.portal.and_then(|portal| portal.form.clone()).unwrap_or_default();
    let hint = |seal: bool| if seal { "(Ký, đóng dấu, ghi rõ họ tên)" } else { "(Ký, ghi rõ họ tên)" }.to_owned();
    let seal = signer.seal == Some(true);
    let receipt = if matches!(form_of(record), Form::Party | Form::State) { receipt_lines(&printed.places_of_receipt) } else { Vec::new() };
    Block::Signatures {
        receipt,
        signer: Signature {
            authority: given(signer.authority).map(|authority| upper(&authority)),
            position: given(signer.position).map_or_else(|| super::stage::signer(record).to_owned(), |position| upper(&position)),
            hint: hint(seal),
            seal,
            name: given(signer.name),
        },
        confirmations: printed
            .confirmations
            .iter()
            .map(|confirmation| {
                let seal = confirmation.seal == Some(true);
                Signature { authority: None, position: confirmation.caption.clone(), hint: hint(seal), seal, name: None }
            })
            .collect(),
    }
}

fn receipt_lines(places: &[String]) -> Vec<String> {
    let last = places.len().saturating_sub(1);
    places.iter().enumerate().map(|(at, place)| format!("- {}{}", place.trim_end_matches(['.', ';']), if at == last { "." } else { ";" })).collect()
}
