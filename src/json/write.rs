//! Tree → JSON text, byte for byte as `serde_json` writes it, without its ten kilobytes of number tables.

use std::cmp::Ordering;
use std::fmt::Write as _;

use super::Json;

/// Appends a value as compact JSON.
pub(super) fn write(value: &Json, out: &mut String) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Json::Number(number) => write_number(*number, out),
        Json::Text(text) => write_text(text, out),
        Json::List(rows) => {
            let mut before = '[';
            for row in rows {
                out.push(before);
                write(row, out);
                before = ',';
            }
            out.push_str(if rows.is_empty() { "[]" } else { "]" });
        }
        Json::Object(members) => {
            let mut before = '{';
            for (key, value) in members {
                out.push(before);
                write_text(key, out);
                out.push(':');
                write(value, out);
                before = ',';
            }
            out.push_str(if members.is_empty() { "{}" } else { "}" });
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    // Nearly all of a text is copied in one piece.
    while let Some(at) = rest.as_bytes().iter().position(|byte| matches!(byte, ..0x20 | b'"' | b'\\')) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut special = special.chars();
        match special.next().unwrap_or_default() {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c @ ..'\u{20}' => {
                out.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(u32::from(c) % 16, 16));
            }
            c => {
                out.push('\\');
                out.push(c);
            }
        }
        rest = special.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// Whole numbers are written without “.0”, as JavaScript does; others by the fewest digits that are read as the same number.
fn write_number(number: f64, out: &mut String) {
    if number.trunc() == number && number.abs() < 9.0e15 {
        // Writing to a string cannot fail.
        let _ = write!(out, "{}", number as i64);
        return;
    }
    if number < 0.0 {
        out.push('-');
    }
    let (digits, point) = shortest(number.abs());
    let length = digits.len() as i32;
    match point {
        // 12.34, 12300000000000000.0
        1..=16 => {
            for (at, digit) in (0..).zip(digits.chars().chain(std::iter::repeat_n('0', (point + 1 - length).max(0) as usize))) {
                if at == point {
                    out.push('.');
                }
                out.push(digit);
            }
        }
        // 0.00012
        -4..=0 => {
            out.push_str("0.");
            (point..0).for_each(|_| out.push('0'));
            out.push_str(&digits);
        }
        // 1e+30, 1.2e-7
        _ => {
            let (first, rest) = digits.split_at(1);
            out.push_str(first);
            if !rest.is_empty() {
                out.push('.');
                out.push_str(rest);
            }
            let _ = write!(out, "e{:+}", point - 1);
        }
    }
}

/// The fewest decimal digits that no other number is nearer to, and where the point stands: `("1234", 2)` is 12.34.
///
/// Burger and Dybvig, “Printing Floating-Point Numbers Quickly and Accurately” (1996), the free-format algorithm in whole numbers of any size.
fn shortest(number: f64) -> (String, i32) {
    let bits = number.to_bits();
    let (fraction, exponent) = (bits & ((1 << 52) - 1), (bits >> 52) as i32);
    let (mantissa, exponent) = if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) };
    let even = mantissa % 2 == 0;
    // The number is `rest / scale`; the numbers halfway to its neighbours are `below / scale` and `above / scale` away.
    // Below a power of two the neighbour is half as near.
    let lopsided = u32::from(fraction == 0 && exponent > -1074);
    let (up, down) = (exponent.max(0) as u32, (-exponent).max(0) as u32);
    let mut rest = Whole::new(mantissa).shifted(up + 1 + lopsided);
    let mut scale = Whole::new(1).shifted(down + 1 + lopsided);
    let mut below = Whole::new(1).shifted(up);
    let mut above = Whole::new(1).shifted(up + lopsided);
    let reaches = |rest: &Whole, above: &Whole, scale: &Whole| {
        let most = rest.plus(above).cmp(scale);
        most == Ordering::Greater || (even && most == Ordering::Equal)
    };
    let mut point = 0;
    while reaches(&rest, &above, &scale) {
        scale.times(10);
        point += 1;
    }
    let mut digits = String::new();
    loop {
        for part in [&mut rest, &mut below, &mut above] {
            part.times(10);
        }
        if digits.is_empty() && !reaches(&rest, &above, &scale) {
            point -= 1;
            continue;
        }
        let mut digit = 0;
        while rest.cmp(&scale) != Ordering::Less {
            rest.minus(&scale);
            digit += 1;
        }
        let least = rest.cmp(&below);
        let low = least == Ordering::Less || (even && least == Ordering::Equal);
        let high = reaches(&rest, &above, &scale);
        let nearer_up = match rest.plus(&rest).cmp(&scale) {
            Ordering::Less => false,
            Ordering::Equal => digit % 2 == 1,
            Ordering::Greater => true,
        };
        if high && (!low || nearer_up) {
            digit += 1;
        }
        digits.extend(char::from_digit(digit, 10));
        if low || high {
            return (digits, point);
        }
    }
}

/// A whole number of any size, its lowest 32 bits first, without zeros at the end.
struct Whole(Vec<u32>);

impl Whole {
    fn new(number: u64) -> Self {
        let mut whole = Whole(vec![number as u32, (number >> 32) as u32]);
        whole.trim();
        whole
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    fn shifted(mut self, by: u32) -> Self {
        for _ in 0..by / 16 {
            self.times(1 << 16);
        }
        self.times(1 << (by % 16));
        self
    }

    fn times(&mut self, by: u32) {
        let mut carry = 0;
        for limb in &mut self.0 {
            carry += u64::from(*limb) * u64::from(by);
            *limb = carry as u32;
            carry >>= 32;
        }
        self.0.push(carry as u32);
        self.trim();
    }

    fn plus(&self, other: &Self) -> Self {
        let mut carry = 0;
        let mut sum = Vec::new();
        for at in 0..self.0.len().max(other.0.len()) + 1 {
            carry += u64::from(self.limb(at)) + u64::from(other.limb(at));
            sum.push(carry as u32);
            carry >>= 32;
        }
        let mut sum = Whole(sum);
        sum.trim();
        sum
    }

    /// Takes away what is not larger.
    fn minus(&mut self, other: &Self) {
        let mut borrow = 0;
        for (at, limb) in self.0.iter_mut().enumerate() {
            let left = i64::from(*limb) - i64::from(other.limb(at)) + borrow;
            *limb = left as u32;
            borrow = left >> 32;
        }
        self.trim();
    }

    fn cmp(&self, other: &Self) -> Ordering {
        let length = self.0.len().cmp(&other.0.len());
        length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    fn limb(&self, at: usize) -> u32 {
        self.0.get(at).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn as_serde_json(number: f64) {
        if number.trunc() == number && number.abs() < 9.0e15 {
            return;
        }
        let text = Json::Number(number).to_text();
        assert_eq!(text, serde_json::to_string(&number).unwrap());
        assert_eq!(text.parse::<f64>().unwrap().to_bits(), number.to_bits(), "{text}");
    }

    #[test]
    fn numbers_are_written_as_serde_json_writes_them() {
        for number in [0.1, 0.5, 36.6, 1e-5, 1.5e-5, 0.000_123, 1.0 / 3.0, 0.1 + 0.2, 9.0e15, 9_007_199_254_740_993.0, 1e16, 1e17, 1.25e30, 1e300] {
            as_serde_json(number);
            as_serde_json(-number);
        }
        for number in [f64::MAX, f64::MIN_POSITIVE, f64::EPSILON, 5e-324, f64::from_bits(f64::MIN_POSITIVE.to_bits() - 1)] {
            as_serde_json(number);
        }
        for power in (-1074..1024).step_by(3) {
            for number in
                [2.0_f64.powi(power), f64::from_bits(2.0_f64.powi(power).to_bits() + 1), f64::from_bits(2.0_f64.powi(power).to_bits().saturating_sub(1))]
            {
                as_serde_json(number);
            }
        }
        let mut bits: u64 = 88_172_645_463_325_252;
        for at in 0..3_000_u32 {
            bits ^= bits << 13;
            bits ^= bits >> 7;
            bits ^= bits << 17;
            let number = f64::from_bits(bits);
            for number in [number, (bits >> 20) as f64 / 10.0_f64.powi((at % 20) as i32)] {
                if number.is_finite() {
                    as_serde_json(number);
                }
            }
        }
    }

    #[test]
    fn texts_are_written_as_serde_json_writes_them() {
        let text: String = ('\0'..='\u{100}').chain(['\u{2028}', 'ắ', '“', '\u{1F600}']).collect();
        assert_eq!(Json::Text(text.clone()).to_text(), serde_json::to_string(&text).unwrap());
        let tree = Json::Object(vec![("a\"".into(), Json::List(vec![Json::Null, Json::Bool(true), Json::Number(-0.0)])), (String::new(), Json::List(vec![]))]);
        assert_eq!(tree.to_text(), r#"{"a\"":[null,true,0],"":[]}"#);
        assert_eq!(Json::Object(vec![]).to_text(), "{}");
    }
}
