//! Numbers of bank accounts: six to nineteen digits behind the word for an account, or beside the name of a bank.

use super::Found;
use super::near::is;
use super::numbers::{Run, counts, goes_on, stands, told_before};
use crate::criteria::Text;
use crate::text::reading::Reading;
use crate::words;

const ACCOUNT: &[&str] = &["tài khoản", "stk", "tk", "số thẻ", "số thẻ atm"];
const BANKS: &[&str] = &[
    "agribank",
    "vietcombank",
    "vcb",
    "vietinbank",
    "bidv",
    "techcombank",
    "mb",
    "mbbank",
    "acb",
    "sacombank",
    "vpbank",
    "tpbank",
    "vib",
    "shb",
    "hdbank",
    "msb",
    "ocb",
    "eximbank",
    "seabank",
    "scb",
    "lpbank",
    "lienvietpostbank",
    "bac a bank",
    "nam a bank",
    "kienlongbank",
    "pvcombank",
    "abbank",
    "co opbank",
    "ngân hàng",
    "nhcsxh",
    "momo",
    "viettelpay",
    "vnpay",
    "zalopay",
];
/// Numbers beside a bank that are none of its accounts.
const OTHERS: &[&str] =
    &["tổng đài", "hotline", "điện thoại", "đt", "sđt", "vay", "gửi", "dư nợ", "tổng số", "số tiền", "cccd", "cmnd", "căn cước", "zalo", "mã số thuế", "mst"];

/// Where they stand.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    let reading = &text.reading;
    if !reading.signs.long_number {
        return Vec::new();
    }
    text.runs().iter().filter(|run| is_account(reading, run)).map(|run| Found::at(run.span)).collect()
}

fn is_account(reading: &Reading<'_>, run: &Run) -> bool {
    if run.plus || !(6..=19).contains(&run.digits.len()) || counts(reading, run) || goes_on(reading, run) {
        return false;
    }
    // no person has one at the treasury
    if (run.first.saturating_sub(8)..run.last + 9).any(|at| stands(reading, at, "kho bạc")) {
        return false;
    }
    let other = told_before(reading, run.first, 6, OTHERS);
    let account = told_before(reading, run.first, 8, ACCOUNT).filter(|at| !counted(reading, *at));
    if let Some(at) = account {
        return other.is_none_or(|other| other < at);
    }
    let hotline = matches!(run.digits.get(..4), Some("1900" | "1800")) && run.digits.len() <= 10;
    let bank_behind = (run.last + 1..=run.last + 3).any(|at| BANKS.iter().any(|bank| stands(reading, at, bank)));
    run.digits.len() >= 8 && !hotline && other.is_none() && (bank_behind || told_before(reading, run.first, 4, BANKS).is_some())
}

/// “120 tài khoản”: accounts that are counted have no number.
fn counted(reading: &Reading<'_>, at: usize) -> bool {
    let counting = at.checked_sub(1).and_then(|before| reading.words.get(before)).is_some_and(|word| word.digit);
    counting || is(reading, at + 2, words!("zalo|vneid|facebook|định|dịch"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, hostile, none};
    use super::*;

    #[test]
    fn accounts() {
        finds(find, "chuyển vào tài khoản 4801205001234 Agribank", &["4801205001234"]);
        finds(find, "STK 0071000999123 Vietcombank", &["0071000999123"]);
        finds(find, "số tài khoản 1903 5000 7770 16 ngân hàng techcombank", &["1903 5000 7770 16"]);
        finds(find, "TK: 123456", &["123456"]);
        finds(find, "số TK 0912345678", &["0912345678"]);
        finds(find, "Vietcombank 0071000999123", &["0071000999123"]);
        finds(find, "ủng hộ về 0071000999123 tại BIDV", &["0071000999123"]);
        finds(find, "tài khoản của chị thủ quỹ: 480-120-5001234", &["480-120-5001234"]);
    }

    #[test]
    fn others() {
        none(
            find,
            &[
                "",
                "mở 120 tài khoản cho 150 người",
                "chuyển 150000000 đồng vào tài khoản",
                "ngân hàng cho vay 500000000 đồng",
                "Agribank, tổng đài 1900558818",
                "không đọc số tài khoản, mã OTP",
                "tài khoản định danh điện tử 123456",
                "tài khoản VNeID của 245318 người",
                "mã dự án 7923541, mã gói thầu IB2500123456",
                "4801205001234",
                "tài khoản năm 2026",
                "150000000000 đồng Agribank",
                "tài khoản Quỹ “Vì người nghèo” xã Vĩnh Hải, số 3761.0.9043217, mở tại Kho bạc Nhà nước",
            ],
        );
        hostile(find);
    }
}
