//! Upper case for official headings: Latin with every Vietnamese letter, from a rule instead of the large Unicode tables.

/// The text in capitals; characters that are not Latin stay as they are.
#[must_use]
pub fn upper(text: &str) -> String {
    text.chars().map(capital).collect()
}

/// One letter.
pub(super) fn capital(c: char) -> char {
    let shift = |by: u32| char::from_u32(c as u32 - by).unwrap_or(c);
    match c {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => shift(32),
        // In these blocks a capital is followed by its small letter: even and odd, or odd and even.
        'ā'..='ķ' | 'ŋ'..='ŷ' | 'ẁ'..='ẕ' | 'ạ'..='ỹ' if !(c as u32).is_multiple_of(2) && c != 'ı' => shift(1),
        'ĺ'..='ň' | 'ź'..='ž' if (c as u32).is_multiple_of(2) => shift(1),
        'ơ' => 'Ơ',
        'ư' => 'Ư',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_unicode_on_every_vietnamese_letter() {
        let letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz";
        assert_eq!(upper(letters), letters.to_uppercase());
        assert_eq!(upper("Chi bộ thôn 3 - “Vĩnh Hy”, ßı"), "CHI BỘ THÔN 3 - “VĨNH HY”, ßı");
    }
}
