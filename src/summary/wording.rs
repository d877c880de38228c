//! Words of the official forms that every format prints.

/// Quốc hiệu, NĐ 30/2020 annex I, section II.1.
pub const STATE_TITLE: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ.
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// The Party's title, HD 05-HD/VPTW.
pub const PARTY_TITLE: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// Under what a Party document is about, HD 05-HD/VPTW.
pub const DASHES: &str = "-----";
/// Above the list of those who get the document.
pub const RECEIPT: &str = "Nơi nhận:";

/// One of several recipients as it ends in a list: “Đảng ủy xã;”, the last with a full stop.
pub fn listed(name: &str, last: bool) -> String {
    let name = name.trim();
    let end = match last {
        _ if name.ends_with(['.', ';']) => "",
        true => ".",
        false => ";",
    };
    format!("{name}{end}")
}

/// A label before its value: “Địa chỉ: ”; a question keeps its mark.
pub fn labelled(label: &str) -> String {
    let label = label.trim_end();
    let colon = if label.is_empty() || label.ends_with([':', '?']) { " " } else { ": " };
    format!("{label}{colon}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipients_are_punctuated_once() {
        assert_eq!(listed("Đảng ủy xã", false), "Đảng ủy xã;");
        assert_eq!(listed("Đảng ủy xã;", false), "Đảng ủy xã;");
        assert_eq!(listed("Đảng ủy xã", true), "Đảng ủy xã.");
    }

    #[test]
    fn labels_have_one_colon() {
        assert_eq!(labelled("Địa chỉ "), "Địa chỉ: ");
        assert_eq!(labelled("Có từ:"), "Có từ: ");
        assert_eq!(labelled("Ai nói?"), "Ai nói? ");
    }
}
