//! What a search among the communes costs, beside folding and comparing every name: `cargo run --release --example units`.

use std::hint::black_box;
use std::time::Instant;

use dan_van_kheo::text::fold::fold;
use dan_van_kheo::units::Units;

/// What a plain search does at every key: folds what was typed and every name, and keeps the names in which it stands.
fn naive(names: &[(String, String)], text: &str) -> usize {
    let asked = fold(text);
    names.iter().filter(|(name, province)| fold(name).contains(&asked) || fold(&format!("{name} {province}")).contains(&asked)).count()
}

/// The same without provinces: only the names are folded.
fn naive_names(names: &[(String, String)], text: &str) -> usize {
    let asked = fold(text);
    names.iter().filter(|(name, _)| fold(name).contains(&asked)).count()
}

/// Microseconds for one text, the best of five rounds.
fn time(texts: &[&str], mut search: impl FnMut(&str)) -> f64 {
    let round = |search: &mut dyn FnMut(&str)| {
        let start = Instant::now();
        texts.iter().for_each(|text| search(text));
        start.elapsed().as_secs_f64() * 1e6 / texts.len() as f64
    };
    (0..5).map(|_| round(&mut search)).fold(f64::MAX, f64::min)
}

fn main() {
    let start = Instant::now();
    let Ok(units) = Units::read(include_bytes!("../data/units.json")) else { return println!("data/units.json cannot be read") };
    println!("reading the list: {:.2} ms", start.elapsed().as_secs_f64() * 1e3);
    let table = include_str!("../tests/fixtures/units/searches.tsv");
    let rows = table.lines().filter(|line| !line.starts_with('#') && !line.starts_with("province\t"));
    let texts: Vec<&str> = rows.filter_map(|row| row.split('\t').nth(1)).collect();
    let of_province = |province: dan_van_kheo::units::Province<'_>| {
        let name = province.full_name();
        units.communes_of(province.code).map(|commune| (commune.full_name(), name.clone())).collect::<Vec<_>>()
    };
    let names: Vec<(String, String)> = units.provinces().flat_map(of_province).collect();
    let ours = time(&texts, |text| drop(black_box(units.search_communes(text, None, 60))));
    println!("{} texts among {} names; microseconds for one", texts.len(), names.len());
    println!("search                      {ours:8.1}");
    for (what, them) in [
        (
            "folding names              ",
            time(&texts, |text| {
                black_box(naive_names(&names, text));
            }),
        ),
        (
            "folding names and provinces",
            time(&texts, |text| {
                black_box(naive(&names, text));
            }),
        ),
    ] {
        println!("{what} {them:8.1}   1/{:.0}", them / ours);
    }
    let letters: Vec<&str> = "a b c d g h k l m n p q t v x".split(' ').collect();
    println!("a single letter             {:8.1}", time(&letters, |text| drop(black_box(units.search_communes(text, None, 60)))));
}
