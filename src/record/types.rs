//! The registration record, `dvk-registration/1`, member by member as the contract has it.
//!
//! An unfinished record is valid: a missing text reads as "", a missing list as empty, a choice not yet made is absent.
//! Limits on lengths and values are `validator` rules; the code of a rule is the code of the [`FieldError`](super::FieldError).

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::exactness::PeopleApprox;
use super::rules;
use crate::json::{Json, Named};
use crate::text::Approx;

/// Characters a short box takes.
pub const LINE: u64 = 1_000;
/// Characters any text takes.
pub const TEXT: u64 = 20_000;
/// Rows a list takes. Lists of structs are counted in [`validate`](super::validate), since `validator` would put the whole list into its error, by readers and
/// trees of its own.
pub const ROWS: u64 = 200;

/// Cấp. `district` only for periods before 1 July 2025.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Cơ sở.
    Grassroots,
    /// Xã, phường, đặc khu.
    Commune,
    /// Huyện.
    District,
    /// Tỉnh, thành phố.
    Province,
    /// Trung ương.
    Central,
}

/// Where the registration stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Đăng ký.
    Register,
    /// Sơ kết.
    Review,
    /// Đề nghị công nhận.
    Recognise,
}

/// Tập thể or cá nhân.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ApplicantKind {
    /// Tập thể.
    Collective,
    /// Cá nhân.
    Individual,
}

/// The official heading that the printed form bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Header {
    /// Party.
    Party,
    /// State body.
    State,
    /// Citizen.
    Citizen,
    /// No heading.
    None,
}

/// Lĩnh vực.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ModelField {
    /// Kinh tế.
    Economy,
    /// Văn hóa - xã hội.
    CultureSociety,
    /// Quốc phòng - an ninh.
    DefenceSecurity,
    /// Xây dựng hệ thống chính trị.
    PoliticalSystem,
}

/// Tình trạng.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Xây dựng mới.
    New,
    /// Đang thực hiện.
    Ongoing,
    /// Nâng chất lượng.
    Upgraded,
    /// Nhân rộng.
    Replicated,
}

/// Vai trò.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Chủ trì.
    Lead,
    /// Phối hợp.
    Coordinate,
    /// Tham gia.
    TakePart,
}

/// Loại nguồn lực.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ResourceKind {
    /// Ngân sách.
    Budget,
    /// Đóng góp.
    Contribution,
    /// Đất.
    Land,
    /// Ngày công.
    Labour,
    /// Hiện vật.
    InKind,
}

/// A unit of the list, or free text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Code from the unit list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub code: Option<String>,
    /// Name as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub name: Option<String>,
}

/// Year or years of the registration.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// First year; absent while the form is unfinished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1945, max = 2199, code = "out-of-range"))]
    pub from: Option<i64>,
    /// Last year; absent while the form is unfinished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1945, max = 2199, code = "out-of-range"))]
    pub to: Option<i64>,
}

/// Who registers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Applicant {
    /// Tập thể or cá nhân.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ApplicantKind>,
    /// Tên đơn vị, or họ và tên.
    #[validate(length(max = LINE, code = "too-long"))]
    pub name: String,
    /// Official heading of the printed form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// Đơn vị cấp trên.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub superior: Option<String>,
    /// The person; individuals only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub person: Option<Person>,
    /// Where the applicant is.
    #[validate(nested)]
    pub address: Address,
    /// Whom to ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub contact: Option<Contact>,
}

/// An individual applicant.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Person {
    /// Chức vụ.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub position: Option<String>,
    /// Năm sinh.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1900, max = 2199, code = "out-of-range"))]
    pub birth_year: Option<i64>,
    /// Đơn vị công tác, nơi cư trú.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub workplace: Option<String>,
}

/// Where the applicant is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Address {
    /// Số nhà, đường.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub detail: Option<String>,
    /// Thôn, tổ dân phố, khu phố.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub hamlet: Option<String>,
    /// Xã, phường, đặc khu.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub commune: Option<Place>,
    /// Tỉnh, thành phố.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub province: Option<Place>,
    /// Date of the unit list that the codes come from, `yyyy-mm-dd`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::date))]
    pub list_date: Option<String>,
}

/// Whom to ask.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Contact {
    /// Đầu mối liên hệ.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub name: Option<String>,
    /// Điện thoại, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub phone: Option<String>,
    /// Thư điện tử.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::email))]
    pub email: Option<String>,
}

/// Where the printed heading differs from the applicant.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Heading {
    /// Superior body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub superior: Option<String>,
    /// Issuing body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub body: Option<String>,
    /// Place of the date line.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub place: Option<String>,
    /// Number and symbol, without “Số”.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub number: Option<String>,
}

/// The model that is registered.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Model {
    /// Tên mô hình.
    #[validate(length(max = TEXT, code = "too-long"))]
    pub name: String,
    /// Lĩnh vực, exactly one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<ModelField>,
    /// Chuyên đề: ids from the guideline.
    #[validate(length(max = ROWS, code = "too-many"))]
    pub themes: Vec<String>,
    /// Tình trạng.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Thực trạng, lý do.
    #[validate(length(max = TEXT, code = "too-long"))]
    pub need: String,
    /// Mục tiêu.
    #[validate(length(max = TEXT, code = "too-long"))]
    pub goal: String,
    /// Chỉ tiêu.
    #[validate(nested)]
    #[cfg_attr(feature = "schema", schemars(length(max = ROWS)))]
    pub targets: Vec<Target>,
    /// Nội dung, cách thức vận động.
    #[validate(length(max = TEXT, code = "too-long"))]
    pub method: String,
    /// Địa bàn, đối tượng.
    #[validate(nested)]
    pub scope: Scope,
    /// Lực lượng thực hiện.
    #[validate(nested)]
    #[cfg_attr(feature = "schema", schemars(length(max = ROWS)))]
    pub forces: Vec<Force>,
    /// Ngày bắt đầu.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::date))]
    pub start: Option<String>,
    /// Ngày kết thúc.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::date))]
    pub end: Option<String>,
    /// Thực hiện thường xuyên.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continuous: Option<bool>,
    /// Các mốc.
    #[validate(nested)]
    #[cfg_attr(feature = "schema", schemars(length(max = ROWS)))]
    pub milestones: Vec<Milestone>,
    /// Nguồn lực.
    #[validate(nested)]
    #[cfg_attr(feature = "schema", schemars(length(max = ROWS)))]
    pub resources: Vec<Resource>,
    /// Tổng kinh phí in whole đồng.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0, max = 1_000_000_000_000_000_i64, code = "out-of-range"))]
    pub resource_total: Option<i64>,
    /// How exact the total is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_total_approx: Option<Approx>,
    /// Nhân dân bàn bạc, công khai thế nào.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = TEXT, code = "too-long"))]
    pub consultation: Option<String>,
    /// Sản phẩm, kết quả đầu ra.
    #[validate(length(max = TEXT, code = "too-long"))]
    pub outputs: String,
    /// Duy trì, nhân rộng.
    #[validate(length(max = TEXT, code = "too-long"))]
    pub sustain: String,
    /// Khác gì nhiệm vụ chuyên môn thường xuyên.
    #[validate(length(max = TEXT, code = "too-long"))]
    pub beyond_duty: String,
    /// Results so far; ongoing and upgraded models.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = TEXT, code = "too-long"))]
    pub results: Option<String>,
    /// Văn bản làm căn cứ.
    #[validate(nested)]
    #[cfg_attr(feature = "schema", schemars(length(max = ROWS)))]
    pub basis: Vec<Paper>,
    /// Tài liệu kèm theo.
    #[validate(nested)]
    #[cfg_attr(feature = "schema", schemars(length(max = ROWS)))]
    pub evidence: Vec<Evidence>,
}

/// Chỉ tiêu.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Target {
    /// Nội dung chỉ tiêu.
    #[validate(length(max = LINE, code = "too-long"))]
    pub content: String,
    /// Hiện trạng, in `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::figure))]
    pub baseline: Option<f64>,
    /// What is to be reached, in `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::figure))]
    pub target: Option<f64>,
    /// How exact `target` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approx: Option<Approx>,
    /// Đơn vị tính.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub unit: Option<String>,
    /// Thời hạn: day, month, quarter or year.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::partial_date))]
    pub due: Option<String>,
    /// Minh chứng.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub evidence: Option<String>,
    /// What was reached, in `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::figure))]
    pub actual: Option<f64>,
    /// Day of `actual`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::date))]
    pub actual_on: Option<String>,
}

/// Địa bàn, đối tượng.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Scope {
    /// In words.
    #[validate(length(max = TEXT, code = "too-long"))]
    pub text: String,
    /// Số hộ.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0, max = 100_000_000, code = "out-of-range"))]
    pub households: Option<i64>,
    /// Số người.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0, max = 1_000_000_000, code = "out-of-range"))]
    pub people: Option<i64>,
    /// How exact both are, or the households alone where `peopleApprox` is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approx: Option<Approx>,
    /// How exact the number of people is, where that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_approx: Option<PeopleApprox>,
}

/// Lực lượng.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Force {
    /// Tên lực lượng.
    #[validate(length(max = LINE, code = "too-long"))]
    pub name: String,
    /// Vai trò.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Nhiệm vụ.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub duty: Option<String>,
}

/// Mốc, lộ trình.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Milestone {
    /// Thời hạn: day, month, quarter or year.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::partial_date))]
    pub due: Option<String>,
    /// Việc phải xong.
    #[validate(length(max = LINE, code = "too-long"))]
    pub content: String,
    /// Sơ kết, đánh giá.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<bool>,
}

/// Nguồn lực.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Resource {
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ResourceKind>,
    /// What it is.
    #[validate(length(max = LINE, code = "too-long"))]
    pub content: String,
    /// How much, in `unit`; whole đồng when the unit is “đồng”.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::figure))]
    pub amount: Option<f64>,
    /// How exact `amount` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approx: Option<Approx>,
    /// Đơn vị.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub unit: Option<String>,
}

/// A document that something rests on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Paper {
    /// Số, ký hiệu.
    #[validate(length(max = LINE, code = "too-long"))]
    pub number: String,
    /// Ngày ban hành.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::date))]
    pub issued_on: Option<String>,
    /// Cơ quan ban hành.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub issuer: Option<String>,
    /// Trích yếu.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub title: Option<String>,
}

/// Tài liệu kèm theo: names only.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Evidence {
    /// Tên tài liệu.
    #[validate(length(max = LINE, code = "too-long"))]
    pub title: String,
    /// Name of a file that goes with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub file_name: Option<String>,
}

/// Who signs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Signer {
    /// Thẩm quyền ký: “T/M CHI BỘ”.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub authority: Option<String>,
    /// Chức vụ.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub position: Option<String>,
    /// Họ và tên.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LINE, code = "too-long"))]
    pub name: Option<String>,
    /// Space for a seal; a chi bộ has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal: Option<bool>,
}

/// Why the writer leaves a point as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Reply {
    /// Id of the criterion.
    #[validate(length(max = LINE, code = "too-long"))]
    pub criterion: String,
    /// The reason.
    #[validate(length(max = TEXT, code = "too-long"))]
    pub text: String,
}

/// The portal that a record was handed to; set at export.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct HandedTo {
    /// Id of the portal.
    #[validate(length(max = LINE, code = "too-long"))]
    pub portal: String,
    /// Kính gửi.
    #[validate(length(max = ROWS, code = "too-many"))]
    pub recipient: Vec<String>,
}

/// The guideline that a record was checked with; set at export.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct CheckedWith {
    /// Id of the guideline.
    #[validate(length(max = LINE, code = "too-long"))]
    pub guideline: String,
    /// Its version.
    #[validate(length(max = LINE, code = "too-long"))]
    pub version: String,
    /// SHA-256 of its canonical JSON, hex.
    #[validate(length(max = LINE, code = "too-long"))]
    pub digest: String,
}

/// One registration of a “mô hình Dân vận khéo”.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Registration {
    /// `dvk-registration/1`
    pub format: String,
    /// UUIDv7, made once, never reused.
    pub id: String,
    /// Counts exports that differ from the one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0, max = 1_000_000_000, code = "out-of-range"))]
    pub revision: Option<i64>,
    /// Where the registration stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Cấp đăng ký.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Year or years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub period: Option<Period>,
    /// Ngày đăng ký.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = rules::date))]
    pub registered_on: Option<String>,
    /// Who registers.
    #[serde(default)]
    #[validate(nested)]
    pub applicant: Applicant,
    /// Where the printed heading differs from the applicant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub heading: Option<Heading>,
    /// What is registered.
    #[serde(default)]
    #[validate(nested)]
    pub model: Model,
    /// Công nhận của cấp dưới.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub lower_recognition: Option<Paper>,
    /// Who signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub signer: Option<Signer>,
    /// Fields that a guideline adds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<Named<Json>>,
    /// What stands in a number, money, date or unit box and could not be read, as typed, by path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<Named<String>>,
    /// Why the writer leaves points as they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    #[cfg_attr(feature = "schema", schemars(length(max = ROWS)))]
    pub replies: Option<Vec<Reply>>,
    /// Set at export.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub handed_to: Option<HandedTo>,
    /// Set at export.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub checked_with: Option<CheckedWith>,
    /// Members that are not understood, at their places; written back by [`to_tree`](super::to_tree).
    #[serde(skip)]
    pub unknown: Json,
}
