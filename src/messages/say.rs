//! The words of the interface: one key and one sentence each. English comes as a file that names the same keys.

/// Makes the keys, their names and the Vietnamese sentences from one list, so that none can be forgotten.
macro_rules! sentences {
    ($($key:ident $name:literal $vi:literal)*) => {
        /// A sentence of the interface.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Say { $(#[doc = $vi] $key,)* }
        impl Say {
            /// All of them.
            pub const ALL: &[Say] = &[$(Say::$key,)*];
            /// Name in language files and in a portal's `texts`.
            #[must_use]
            pub const fn name(self) -> &'static str { match self { $(Say::$key => $name,)* } }
            /// Vietnamese.
            #[must_use]
            pub const fn vi(self) -> &'static str { match self { $(Say::$key => $vi,)* } }
        }
    };
}

sentences! {
    FormLabel "form.label" "Đăng ký mô hình “Dân vận khéo”"
    StepApplicant "step.applicant" "Bên đăng ký"
    StepModel "step.model" "Mô hình"
    StepMethod "step.method" "Cách làm"
    StepMeans "step.means" "Nguồn lực, kết quả"
    StepReview "step.review" "Xem lại, in"
    StepOf "step.of" "Bước {n} trong 5"
    Steps "steps" "Các bước"
    Filled "step.filled" "đã điền {n}/{of} mục"
    StepIssues "step.issues" "{n} nội dung cần xem"
    Back "button.back" "Quay lại"
    Next "button.next" "Tiếp tục"
    Check "button.check" "Kiểm tra"
    Pdf "button.pdf" "Xuất PDF"
    Docx "button.docx" "Tải bản Word (.docx)"
    Print "button.print" "In"
    Save "button.save" "Lưu tệp"
    Open "button.open" "Mở tệp"
    Desk "button.desk" "Công cụ xử lý tệp"
    AddRow "rows.add" "Thêm {row}"
    RemoveRow "rows.remove" "Bỏ {row}"
    RowRemoved "rows.removed" "Đã bỏ {row}."
    UndoRemove "rows.undo" "Lấy lại"
    NoRows "rows.none" "Chưa có dòng nào."
    Choose "choice.none" "Chọn…"
    Day "date.day" "Ngày"
    Month "date.month" "Tháng"
    Year "date.year" "Năm"
    PlaceCount "place.count" "Có {n} kết quả."
    PlaceMore "place.more" "Đang hiện {n} trong {of} kết quả; đề nghị gõ thêm."
    PlaceNone "place.none" "Không có tên này trong danh mục; tên đã gõ vẫn được giữ nguyên."
    PlaceType "place.type" "Đề nghị gõ vài chữ đầu của tên, có dấu hoặc không dấu."
    PlaceList "place.list" "Danh mục đơn vị hành chính cập nhật đến {date}."
    PlaceCode "place.code" "(mã {code})"
    PlaceChosen "place.chosen" "Đã ghi {name}."
    Understood "read.as" "Hiểu là: {value}"
    Must "severity.must" "Cần sửa"
    Should "severity.should" "Nên bổ sung"
    Hint "severity.hint" "Gợi ý"
    FieldError "severity.error" "Chưa đọc được"
    SummaryTitle "summary.title" "Còn {n} nội dung cần xem lại"
    SummaryIntro "summary.intro" "Chọn một nội dung để đến đúng ô."
    AllClear "summary.clear" "Không còn nội dung nào cần sửa. Phiếu có thể in chính thức."
    Source "finding.source" "Căn cứ: {text}"
    Why "finding.why" "Vì sao"
    How "finding.how" "Cách sửa"
    Criterion "finding.criterion" "Tiêu chí"
    GoodExample "finding.good" "Ví dụ tốt"
    WeakExample "finding.weak" "Ví dụ nên tránh"
    GoTo "finding.goTo" "Đến ô “{label}”"
    GoToWords "finding.goToWords" "Đến chữ «{words}» ở ô “{label}”"
    FixPreview "fix.preview" "Sẽ đổi «{before}» thành «{after}»."
    FixFill "fix.fill" "Sẽ ghi «{after}»."
    FixCare "fix.care" "Việc đổi này có thể làm khác ý; đề nghị đọc lại sau khi đổi."
    FixApply "fix.apply" "Áp dụng"
    FixDone "fix.done" "Đã đổi «{before}» thành «{after}»."
    FixFilled "fix.filled" "Đã ghi «{after}»."
    UndoFix "fix.undo" "Hoàn tác"
    MendTold "mend.told" "Ô “{label}”: {what} Bản sửa ở ngay dưới ô."
    MendPreview "mend.preview" "Nếu sửa, ô sẽ ghi:"
    MendTake "mend.take" "Dùng bản đã sửa"
    MendKeep "mend.keep" "Giữ nguyên"
    MendDone "mend.done" "Đã thay bằng bản đã sửa."
    MendStale "mend.stale" "Nội dung ô vừa thay đổi; đề nghị xem lại bản sửa."
    Reply "reply" "Trả lời nội dung này"
    ReplyHelp "reply.help" "Không bắt buộc. Nêu lý do giữ nguyên; câu trả lời được in trong phiếu tự kiểm tra."
    RepliesKept "reply.kept" "Câu trả lời đang được giữ cho nội dung không còn được nêu"
    Panel "panel.title" "Tự kiểm tra"
    PanelGo "panel.go" "Bảng tự kiểm tra"
    PanelWait "panel.wait" "Phần kiểm tra đang được tải."
    PanelNone "panel.none" "Chưa có nội dung nào để nêu."
    Met "panel.met" "Đã có"
    Review "panel.review" "Hội đồng, cán bộ xem xét"
    ForReview "panel.forReview" "Để hội đồng, cán bộ xem xét"
    Points "panel.points" "{got}/{max} điểm"
    PointsSample "panel.sample" "(mẫu)"
    OutsideBefore "panel.before" "Thời gian đăng ký sớm hơn thời gian áp dụng của {title} ({days})."
    OutsideAfter "panel.after" "Thời gian đăng ký muộn hơn thời gian áp dụng của {title} ({days})."
    FromDay "days.from" "từ {from}"
    FromTo "days.fromTo" "từ {from} đến {to}"
    Required "field.required" "{label} (bắt buộc)"
    Example "field.example" "Ví dụ: {text}"
    ThemeUnknown "theme.unknown" "{id} (không có trong danh mục)"
    ThemeNone "theme.none" "Không có chuyên đề nào cho thời gian đăng ký này."
    SampleNote "sample" "Đang kiểm tra theo {title}. Kết quả tự kiểm tra chỉ cho biết mức độ đầy đủ, không thay thế kết quả thẩm định."
    HiddenTitle "hidden.title" "Nội dung đang được giữ nhưng không in, không lưu vào tệp"
    HiddenIntro "hidden.intro" "Do lựa chọn hiện nay, các mục sau không thuộc phiếu. Đổi lại lựa chọn thì nội dung hiện lại."
    ReviewIntro "review.intro" "Xem lại toàn bộ phiếu trước khi in. Chọn “Sửa” để quay lại đúng bước."
    Change "review.change" "Sửa"
    PrintSettings "review.print" "Bản in và người ký"
    Preview "review.preview" "Xem trước bản in"
    DraftSaved "draft.saved" "Bản nháp đã lưu trên máy này lúc {time}."
    DraftRestored "draft.restored" "Đã mở lại bản nháp lưu trên máy này lúc {time}."
    DraftList "draft.list" "Bản nháp trên máy này"
    DraftShared "draft.shared" "Máy dùng chung: không lưu bản nháp"
    DraftDelete "draft.delete" "Xóa dữ liệu trên máy này"
    DraftDeleteSure "draft.sure" "Xóa hẳn nội dung đang gõ, mọi bản nháp và phiếu chờ gửi mà trang web này đã lưu trên máy?"
    DraftDeleteYes "draft.yes" "Xóa"
    DraftDeleteNo "draft.no" "Giữ lại"
    DraftDeleted "draft.deleted" "Đã xóa dữ liệu trên máy này."
    DraftRefused "draft.refused" "Máy này không cho lưu bản nháp. Đề nghị bấm “Lưu tệp” thường xuyên để không mất nội dung."
    DraftFull "draft.full" "Trình duyệt báo hết chỗ lưu nên bản nháp chưa được lưu. Đề nghị bấm “Lưu tệp” để không mất nội dung."
    DraftNotDeleted "draft.notDeleted" "Chưa xóa được dữ liệu trên máy này. Đề nghị đóng các thẻ khác của trang rồi thử lại."
    DraftExpired "draft.expired" "Bản nháp trên máy này đã hết thời hạn giữ và được xóa. Nội dung trên màn hình vẫn còn; đề nghị bấm “Lưu tệp” nếu cần giữ."
    DraftTaken "draft.taken" "Bản nháp này đã được mở để gõ tiếp ở nơi khác. Nội dung gõ tiếp ở đây được giữ thành bản nháp riêng."
    DraftMemory "draft.memory" "Máy dùng chung: bản nháp không được lưu. Đề nghị bấm “Lưu tệp” để giữ nội dung."
    DraftDifferent "draft.different" "Máy này giữ bản nháp gõ lúc {time}."
    DraftOff "draft.off" "Trang này không lưu bản nháp. Đề nghị bấm “Lưu tệp” để giữ nội dung."
    Private "private" "Nội dung chỉ nằm trên máy này, không tự gửi đi đâu; chỉ ra khỏi máy khi người khai tự xuất tệp hoặc in."
    LeavesPost "leaves.post" "Nội dung chỉ nằm trên máy này cho đến khi người khai bấm “Gửi phiếu”; khi đó toàn bộ phiếu, kể cả họ tên, số điện thoại, được gửi đến {name}."
    LeavesMail "leaves.mail" "Nội dung chỉ nằm trên máy này; “Gửi qua thư điện tử” chỉ mở thư gửi {to} để người khai tự đính kèm tệp đã lưu."
    LeavesForm "leaves.form" "Nội dung chỉ nằm trên máy này cho đến khi người khai gửi biểu mẫu của trang; khi đó toàn bộ phiếu, kể cả họ tên, số điện thoại, được gửi kèm đến {name}."
    LeavesPage "leaves.page" "Nội dung chỉ nằm trên máy này cho đến khi người khai gửi biểu mẫu của trang; khi đó toàn bộ phiếu, kể cả họ tên, số điện thoại, được gửi kèm đến cổng này."
    Send "button.send" "Gửi phiếu"
    SendMail "button.mail" "Gửi qua thư điện tử"
    FileOpened "file.opened" "Đã mở tệp {name}."
    FileOpenSure "file.sure" "Mở tệp {name} sẽ thay nội dung đang gõ. Đề nghị lưu nội dung hiện có thành tệp trước khi mở."
    FileOpenYes "file.yes" "Mở tệp, thay nội dung"
    FileOpenNo "file.no" "Giữ nội dung đang gõ"
    FileRefused "file.refused" "Chưa mở được tệp. Nội dung đang gõ vẫn giữ nguyên."
    FileSaved "file.saved" "Đã lưu tệp {name}."
    FileTooLong "file.long" "{text} Nội dung vẫn còn trên màn hình."
    PdfMaking "pdf.making" "Đang tạo tệp PDF…"
    PdfMade "pdf.made" "Đã tạo tệp {name}."
    PdfFailed "pdf.failed" "Chưa tạo được tệp PDF. Đề nghị dùng nút “In”, hoặc thử lại."
    PdfPrint "pdf.print" "Máy này chưa tạo được tệp PDF; đề nghị in ra giấy, hoặc chọn “Lưu dưới dạng PDF” trong hộp thoại in."
    Later "button.later" "Để sau"
    DocxMaking "docx.making" "Đang tạo tệp Word…"
    DocxFailed "docx.failed" "Chưa tạo được tệp Word. Đề nghị thử lại, hoặc dùng nút “Xuất PDF”."
    DraftPrint "print.draft" "Bản in ghi “BẢN NHÁP” cho đến khi các nội dung “Cần sửa” được bổ sung."
    Deadline "portal.deadline" "Thời hạn đăng ký: từ {from} đến {to}."
    DeadlineTo "portal.deadlineTo" "Thời hạn đăng ký: đến {to}."
    Recipient "portal.recipient" "Nơi nhận phiếu: {text}."
    Contact "portal.contact" "Liên hệ khi cần: {text}."
    EngineLate "engine.late" "Phần kiểm tra chưa tải được. Nội dung đã gõ vẫn còn và vẫn lưu được thành tệp; đề nghị bấm “Kiểm tra” để thử lại."
    Trouble "trouble" "Phần mềm gặp trục trặc. Nội dung đã gõ vẫn còn; đề nghị bấm “Lưu tệp” rồi tải lại trang."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        for (at, say) in Say::ALL.iter().enumerate() {
            assert!(Say::ALL.iter().skip(at + 1).all(|other| other.name() != say.name()), "{}", say.name());
        }
    }
}
