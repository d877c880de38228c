//! Packed data → bytes: the filters in which tables, attachments and metadata are stored.

use std::ops::Range;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::file::File;
use super::limits::What;
use super::object::{Dict, Object};
use super::{Part, Refused};

/// Filters one after the other.
const MOST_FILTERS: usize = 4;

/// The bytes of a stream that stands at a place in the file.
pub fn decoded(file: &File<'_>, dict: &Dict, data: Range<usize>) -> Result<Vec<u8>, Refused> {
    let damaged = Refused::Damaged(Part::Stream, data.start);
    let mut bytes = file.bytes.get(data).ok_or(damaged)?.to_vec();
    let filters = several(dict.get("Filter"));
    let parameters = several(dict.get("DecodeParms"));
    if filters.len() > MOST_FILTERS {
        return Err(damaged);
    }
    for (at, filter) in filters.iter().enumerate() {
        bytes = match filter {
            Object::Name(name) if name.as_slice() == b"FlateDecode" => inflated(file, &bytes, damaged)?,
            Object::Name(name) if name.as_slice() == b"ASCIIHexDecode" => hex(&bytes).ok_or(damaged)?,
            _ => return Err(damaged),
        };
        if let Some(Object::Dict(parameters)) = parameters.get(at) {
            bytes = predicted(bytes, parameters).ok_or(damaged)?;
        }
    }
    Ok(bytes)
}

/// One or a list of them.
fn several(value: Option<&Object>) -> &[Object] {
    match value {
        None => &[],
        Some(Object::List(rows)) => rows,
        Some(one) => std::slice::from_ref(one),
    }
}

fn inflated(file: &File<'_>, bytes: &[u8], damaged: Refused) -> Result<Vec<u8>, Refused> {
    match decompress_to_vec_zlib_with_limit(bytes, file.budget.left(What::Unpacked)) {
        Ok(bytes) => file.budget.spend(What::Unpacked, bytes.len()).map(|()| bytes),
        Err(stopped) if stopped.status == TINFLStatus::HasMoreOutput => Err(Refused::Limit(What::Unpacked)),
        Err(stopped) => file.budget.spend(What::Unpacked, stopped.output.len()).and(Err(damaged)),
    }
}

fn hex(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut digits = Vec::new();
    for byte in bytes.iter().take_while(|byte| **byte != b'>').filter(|byte| !byte.is_ascii_whitespace()) {
        digits.push(u8::try_from(char::from(*byte).to_digit(16)?).ok()?);
    }
    Some(digits.chunks(2).map(|pair| pair.first().copied().unwrap_or_default() * 16 + pair.get(1).copied().unwrap_or_default()).collect())
}

/// Undoes what PNG calls filtering; TIFF's way is not used for what is read here.
fn predicted(bytes: Vec<u8>, parameters: &Dict) -> Option<Vec<u8>> {
    let number = |key: &str, otherwise| parameters.get(key).map_or(Some(otherwise), Object::whole);
    match number("Predictor", 1)? {
        1 => return Some(bytes),
        10..=15 => {}
        _ => return None,
    }
    let (colors, bits, columns) = (number("Colors", 1)?, number("BitsPerComponent", 8)?, number("Columns", 1)?);
    if !(1..=4).contains(&colors) || bits != 8 || !(1..=65_535).contains(&columns) {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut above = vec![0; colors * columns];
    for row in bytes.chunks_exact(colors * columns + 1) {
        let (kind, row) = row.split_first()?;
        let mut line: Vec<u8> = Vec::with_capacity(row.len());
        for (at, byte) in row.iter().enumerate() {
            let before = |line: &[u8]| at.checked_sub(colors).and_then(|at| line.get(at).copied()).unwrap_or_default();
            let (left, up, corner) = (before(&line), above.get(at).copied().unwrap_or_default(), before(&above));
            let guess = match kind {
                0 => 0,
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, corner),
                _ => return None,
            };
            line.push(byte.wrapping_add(guess));
        }
        out.extend_from_slice(&line);
        above = line;
    }
    Some(out)
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let far = |value: u8| (guess - i16::from(value)).abs();
    if far(left) <= far(up) && far(left) <= far(corner) {
        left
    } else if far(up) <= far(corner) {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    fn dict(members: &[(&str, Object)]) -> Dict {
        Dict(members.iter().map(|(key, value)| (key.as_bytes().to_vec(), value.clone())).collect())
    }

    fn flate() -> Object {
        Object::Name(b"FlateDecode".to_vec())
    }

    #[test]
    fn unpacks_within_the_limit() {
        let packed = compress_to_vec_zlib(&vec![0; 100_000], 6);
        let file = File::new(&packed);
        assert_eq!(decoded(&file, &dict(&[("Filter", flate())]), 0..packed.len()).unwrap().len(), 100_000);
        let twice = compress_to_vec_zlib(&packed, 6);
        let file = File::new(&twice);
        assert_eq!(decoded(&file, &dict(&[("Filter", Object::List(vec![flate(), flate()]))]), 0..twice.len()).unwrap().len(), 100_000);
        assert_eq!(decoded(&file, &dict(&[("Filter", Object::List(vec![flate(); 5]))]), 0..twice.len()), Err(Refused::Damaged(Part::Stream, 0)));
    }

    #[test]
    fn a_bomb_ends_at_the_limit() {
        let packed = compress_to_vec_zlib(&vec![0; What::Unpacked.most() + 1], 6);
        let file = File::new(&packed);
        assert_eq!(decoded(&file, &dict(&[("Filter", flate())]), 0..packed.len()), Err(Refused::Limit(What::Unpacked)));
    }

    #[test]
    fn what_is_cut_off_or_unknown_is_damaged() {
        let packed = compress_to_vec_zlib(b"Lorem ipsum dolor sit amet", 6);
        let file = File::new(&packed);
        assert!(decoded(&file, &dict(&[("Filter", flate())]), 0..packed.len() - 3).is_err());
        assert!(decoded(&file, &dict(&[("Filter", flate())]), 0..packed.len() + 3).is_err());
        assert!(decoded(&file, &dict(&[("Filter", Object::Name(b"JBIG2Decode".to_vec()))]), 0..3).is_err());
    }

    #[test]
    fn undoes_every_png_filter() {
        let parameters = dict(&[("Predictor", Object::Number(12.0)), ("Columns", Object::Number(3.0))]);
        let rows = vec![0, 1, 2, 3, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1, 4, 1, 1, 1];
        assert_eq!(predicted(rows, &parameters), Some(vec![1, 2, 3, 1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4, 5]));
        assert_eq!(predicted(vec![9, 1, 1, 1], &parameters), None);
        assert_eq!(hex(b"4 1 4>zz"), Some(vec![0x41, 0x40]));
    }
}
