//! What a repaired text lost, said to the person who decides.

use crate::text::legacy::{Encoding, Loss};

/// What was recognised in a box.
#[must_use]
pub fn recognised(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Tcvn3 => "Chữ trong ô này viết bằng phông cũ TCVN3 (ABC, .VnTime), máy khác đọc không ra.",
        Encoding::Vni => "Chữ trong ô này viết bằng phông cũ VNI (VNI-Times), máy khác đọc không ra.",
        Encoding::Nfd => "Trong ô này có dấu rời khỏi chữ, thường gặp khi chép từ tệp PDF.",
        Encoding::Mixed => "Chữ trong ô này lẫn nhiều bảng mã, có chỗ đọc không ra.",
        Encoding::None => "Trong ô này có dấu đầu dòng, ô bảng hoặc ký tự lạ do chép từ phần mềm khác.",
    }
}

/// How sure a repair is, in words.
#[must_use]
pub fn sure(confidence: f64) -> &'static str {
    match confidence {
        0.9.. => "Khả năng đúng: cao.",
        0.6.. => "Khả năng đúng: khá. Đề nghị đọc lại trước khi dùng.",
        _ => "Khả năng đúng: thấp. Đề nghị đọc kỹ từng chữ trước khi dùng.",
    }
}

/// A loss in a sentence.
#[must_use]
pub fn loss(loss: &Loss) -> String {
    let words = |words: &[String]| words.iter().map(|word| format!("«{word}»")).collect::<Vec<_>>().join(", ");
    match loss {
        Loss::Capitals(named) => {
            format!("Phông chữ TCVN3 không có chữ hoa mang dấu thanh, nên không biết từ nào vốn viết hoa. Đề nghị xem lại: {}.", words(named))
        }
        Loss::LetterU(named) => format!("Chữ «ư» đã mất ở một số từ khi sao chép. Đề nghị đọc lại: {}.", words(named)),
        Loss::Doubtful(named) => format!("Có từ chưa chắc đọc đúng. Đề nghị đọc lại: {}.", words(named)),
        Loss::Gone(named) => format!("Có chữ đã mất trước khi dán, không khôi phục được. Đề nghị gõ lại: {}.", words(named)),
        Loss::Signs(named) => format!("Có ký hiệu thuộc phông chữ riêng, không rõ là gì: {}. Đề nghị thay bằng chữ.", words(named)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_named() {
        let said = loss(&Loss::Capitals(vec!["ủy".to_owned(), "ấp".to_owned()]));
        assert!(said.ends_with("xem lại: «ủy», «ấp»."), "{said}");
        for one in [Loss::LetterU(Vec::new()), Loss::Doubtful(Vec::new()), Loss::Gone(Vec::new()), Loss::Signs(Vec::new())] {
            assert!(loss(&one).ends_with('.'));
        }
    }
}
