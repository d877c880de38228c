//! Text of TCVN3 or VNI, UTF-8 that was read as something else, letters that were eaten.
//!
//! What is found is what [`legacy`] would repair, with the words as they should read, and what nobody can bring back.

use super::{Found, lost_letters};
use crate::criteria::Text;
use crate::text::legacy;

/// Where they stand: from the first broken word to the last of each stretch.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    let lost = lost_letters::find(&text.reading).into_iter().map(Found::at);
    // nearly every text is sound
    if !text.reading.signs.odd {
        return lost.collect();
    }
    legacy::find(text.as_str()).into_iter().map(|(span, now)| Found { span, now }).chain(lost).collect()
}

#[cfg(test)]
mod tests {
    use crate::criteria::forms::assert::{found, none, reads};

    #[test]
    fn broken_text() {
        found(super::find, "VËn ®éng nh©n d©n", &["VËn ®éng nh©n d©n"]);
        found(super::find, "Tổ D©n vËn khÐo của ấp", &["D©n vËn khÐo"]);
        found(super::find, "Daân vaän kheùo", &["Daân vaän kheùo"]);
        found(super::find, "Vaän ñoäng", &["Vaän ñoäng"]);
        found(super::find, "Váº\u{AD}n Ä‘á»™ng NhÃ¢n dÃ¢n", &["Váº\u{AD}n Ä‘á»™ng NhÃ¢n dÃ¢n"]);
        found(super::find, "các h\u{FFFD} dân", &["h\u{FFFD}"]);
        found(super::find, "V?n ??ng nh?n d?n", &["V?n ??ng nh?n d?n"]);
        found(super::find, "Tr\u{AD}êng mÇm non", &["Tr\u{AD}êng mÇm"]);
        found(super::find, "Phêng thµnh lËp 09 tæ", &["Phêng thµnh lËp 09 tæ"]);
        found(super::find, "m« h×nh ®iÓn h×nh", &["m« h×nh ®iÓn h×nh"]);
    }

    #[test]
    fn letters_are_lost() {
        found(
            super::find,
            "Th c tr ng: bà con tr ng s ri nhi u nh ng gi ng kém, không rõ ngu n g c, cây ch t d n",
            &["Th c tr ng: bà con tr ng s ri nhi u nh ng gi ng", "n g c, cây ch t d n"],
        );
        found(super::find, "Th nh t, nhi u n i dung", &["Th nh t, nhi u n"]);
        found(super::find, "Trong nm 2026 buôn c t chc 14 ám gn trong mt ngày, s cp sm gim", &["nm 2026 buôn c t chc 14 ám gn trong mt ngày, s cp sm"]);
    }

    #[test]
    fn sound_text() {
        for text in [
            "Rộng 3 m, dài 4 km, cao 2 m; 5 tr đ, 12 h; v.v. đ/c Tý, p. 3, q. 1, t/c, k/g, cột b, lớp 4 c",
            "Các ông N. V. T, tổ x y z; đ c bí thư, nhóm T, H, K",
            "Vận động Nhân dân hiến 1.647 m² đất",
            "kp vđ nd hiến đất, chb th tốt, ph cb xd nt, nh sx hc; mỗi kp 3 km, 20 kg gc",
            "Buôn Čuôr Dăng, K’Ho, M’Nông, Ê Đê, Đắk Lắk, H’Bŏt, Ramâwan",
            "Défense d’entrer, café, naïve, Noël à Saïgon, où, goût, maïs",
            "Zalo OA, VNeID® © 2026 Chi bộ, 25°C ± 2, ½ số giếng, 5 µg/l, Ø90, «Nước cho nhau», § 2",
            "El Niño, São Paulo, Björn, Müller, Ñandú",
            "Cần giấy gì? Nộp ở đâu? Bao giờ xong?? Ai giúp?Làm sao?",
            "XÃ… ĐÃ” NHÂN” khá… “lá”… khá” TẠI XÃ–PHƯỜNG",
            "https://x.vn/p?ma=1&ten=m%E1 x.vn/a?b=c",
            "ngoẵng, khuỵu, hoà, thuỷ, xoá, quá, quê, xuân, duệ, loè, oẹ",
        ] {
            none(super::find, text);
        }
    }

    #[test]
    fn hostile() {
        for piece in ["Ã", "®", "?", "a?", "ñ", "a ", "\u{FFFD}"] {
            reads(super::find, &piece.repeat(20_000 / piece.len()));
        }
    }
}
