//! What a repaired text lost, said to the person who decides.

use crate::text::legacy::Loss;

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
