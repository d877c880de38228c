//! Phrase lists that come with the software, phrases between bars: one string weighs less in wasm than a table.

/// How people discuss, decide and watch, and where accounts are made public.
pub(super) const CONSULTATION: &str = "\
    họp dân|họp thôn|họp tổ|họp ấp|họp xóm|họp bản|họp buôn|họp làng|họp ngõ|họp khóm|họp khu phố|họp khu dân cư|họp chi hội|họp phụ huynh|họp các hộ|\
    họp hộ|họp từng|họp toàn|họp bàn|họp với dân|họp với các hộ|họp với bà con|họp lấy ý kiến|họp nhân dân|họp hội viên|họp cộng đồng|họp tại nhà văn hóa|hội họp|người dự, nhất trí|hộ nhất trí|bà con nhất trí|đều nhất trí|nhất trí thu|yết ở|yết tại|yết lên|\
    cuộc họp toàn|hội nghị nhân dân|hội nghị đại diện hộ|hộ họp|hộ dự họp|hộ dự|bà con họp|bà con bàn|bà con tự bàn|dân bàn|dân tự bàn|nhân dân bàn|người dân bàn|\
    phụ huynh bàn|hội viên bàn|cùng bàn|cùng nhau bàn|đưa ra bàn|bàn bạc|bàn thống nhất|bàn với các hộ|bàn với bà con|bàn với dân|tham gia bàn|\
    lấy ý kiến|xin ý kiến nhân dân|xin ý kiến các hộ|góp ý kiến vào mức|phiếu ý kiến|phiếu lấy ý kiến|bỏ phiếu|biểu quyết|giơ tay|ưng mức|thống nhất mức|\
    bà con thống nhất|các hộ thống nhất|nhân dân thống nhất|người dân thống nhất|phụ huynh thống nhất|hội viên thống nhất|dân thống nhất|100% hộ thống nhất|\
    niêm yết|công khai|thông báo thu chi|thông báo các khoản|báo cáo thu chi|sổ thu chi dán|dán bảng|dán sổ|dán bản|dán danh sách|dán thu chi|dán bảng thu chi|dán ở nhà văn hóa|\
    dán tại nhà văn hóa|dán ở cổng|dán tại cổng|bảng thu chi|bảng tin thu chi|bảng tin thôn|đọc sổ|đọc từng khoản|đọc các khoản|loa thôn|loa truyền thanh đọc|đăng nhóm zalo|đăng lên nhóm|\
    gửi lên nhóm|nhắn lên nhóm|người giữ sổ|đọc lại thu chi|đọc thu chi|giữ sổ thu|giữ sổ quỹ|giữ sổ tiền|giữ sổ chi|soát sổ|kiểm sổ|xem sổ|mở sổ|sổ xem tại chỗ|viết lên bảng|ghi lên bảng|kiểm lại tiền|kiểm đếm trước|kiểm tra sổ|cử người giữ tiền|ban giám sát|tổ giám sát|giám sát đầu tư cộng đồng|giám sát cộng đồng|\
    mặt trận giám sát|mặt trận xã giám sát|mặt trận phường giám sát|nhân dân giám sát|dân giám sát|bà con giám sát|các hộ giám sát|thanh tra nhân dân|minh bạch|\
    quyết toán trước dân|quyết toán với dân|quyết toán trước các hộ|dân biết dân bàn|\
    bản họp|xóm họp|thôn họp|làng họp|tổ họp|ấp họp|buôn họp|ngõ họp|khóm họp|cả xóm ngồi|cả làng ngồi|cả xóm họp|cả làng họp|cùng ký|cùng nhau ký|trước mặt cả|trước mặt bà con|trước mặt mọi người|trước mặt các hộ|trước mặt các nhà|trước mặt dân|\
    đọc lại cho cả|đọc cho cả|đọc to trước|người đồng ý|hộ đồng ý|đều đồng ý|tán thành|dán ở nhà|dán tại nhà|báo lên nhóm|bàn tại buổi|bàn tại cuộc|hội nghị người lao động|hỏi từng nhà|hỏi từng hộ|hỏi từng nóc|dán công khai|chuyền tay từng|trước đông đủ";

/// Where the letters of a word of mobilising or discussing stand and its sense does not.
pub(super) const LOOKALIKE: &str = "\
    hướng dẫn|vận động viên|sân vận động|vận động thô|vận động tinh|phát triển vận động|giáo dục vận động|trò chơi vận động|vận động cơ thể|vận động thể chất|vận động thể lực|\
    cuộc vận động|các cuộc vận động|vận động trị liệu|phục hồi vận động|hệ vận động|khả năng vận động|vận động hành lang|vận động bầu cử|vận động học sinh ra lớp|\
    vận động trẻ ra lớp|vận động trẻ đến trường|vận động học sinh đến trường|\
    cống hiến|hiến pháp|hiến chương|văn hiến|hiến máu|hiến kế|hiến tạng|hiến mô|hiến giác mạc|\
    đóng góp ý kiến|đóng góp quan trọng|đóng góp tích cực|đóng góp vào sự|đóng góp cho sự|đóng góp vào thành tích|đóng góp xứng đáng|đóng góp to lớn|đóng góp không nhỏ|góp phần|góp ý|góp mặt|góp một tay|góp tay|góp sức|\
    tạo sự đồng thuận|tạo đồng thuận|sự đồng thuận|hạch toán tự quản|\
    công khai mạc|công khai thác|công khai trương|công khai giảng|ngày công khai|chưa công khai|niêm yết giá|niêm yết bảng giá|giá niêm yết|công khai thủ tục|công khai thủ tục hành chính|\
    niêm yết thủ tục|niêm yết công khai thủ tục|công khai minh bạch thủ tục|công khai lịch|công khai số điện thoại|công khai số trực|công khai số máy|công khai số đường dây|công khai đường dây nóng|công khai giờ làm việc|công khai thời gian làm việc|công khai nội quy|công khai danh tính|công khai xin lỗi|công khai giá|niêm yết công khai giá|niêm yết giờ làm việc|niêm yết nội quy|niêm yết lịch trực|niêm yết lịch tiếp|công khai bộ thủ tục|công khai quy trình|sàn niêm yết|cổ phiếu niêm yết|\
    lấy ý kiến chuyên gia|lấy ý kiến của chuyên gia|lấy ý kiến tư vấn|lấy ý kiến cấp trên|lấy ý kiến các phòng ban|lấy ý kiến nội bộ|lấy ý kiến chi ủy|\
    bàn bạc trong nội bộ|bàn bạc nội bộ|họp chi ủy bàn bạc|chi ủy bàn bạc|ban thường vụ bàn bạc|ban chấp hành bàn bạc|lãnh đạo bàn bạc|cấp ủy bàn bạc|bàn bạc trong chi ủy|\
    biểu quyết trong chi ủy|chi ủy biểu quyết|biểu quyết trong chi bộ|niêm yết danh sách cử tri|niêm yết số điện thoại|\
    đóng dấu|đóng một dấu|đóng cửa|đóng cọc|đóng vai|đóng kịch|đóng thử|đóng giả|đóng bàn|đóng ghế|đóng kệ|đóng gói|đóng bè|đóng quân|đóng chai|đóng bao|đóng thuyền|đóng tàu|đóng đinh|đóng điện|đóng van|\
    nguồn thu của mỗi|nguồn thu của từng|nguồn thu của hội viên|nguồn thu của bà con|nguồn thu của người dân|nguồn thu của nhân dân|nguồn thu của tiểu thương|doanh thu của tiểu thương|doanh thu của hội viên|doanh thu của mỗi|mức thu của mỗi|mức thu của từng|nộp hồ sơ|nộp đơn|nộp bài|nộp lại|giao nộp|góp vui|góp chuyện|góp tiếng|cấp trên ủng hộ|lãnh đạo ủng hộ|ủng hộ của cấp|ủng hộ của lãnh đạo|ủng hộ của ngành";

/// How a text says that what it names is not the model, or is other people's work.
pub(super) const CONTRAST: &str = "\
    khác với|khác hẳn|điểm khác|chỗ khác|khác biệt|không thuộc nhiệm vụ|không nằm trong|không phải nhiệm vụ|không phải là nhiệm vụ|không phải việc của|không tính vào|\
    không trùng|không thay|không làm thay|ngoài nhiệm vụ|ngoài chức năng|ngoài phần việc|ngoài công việc|ngoài việc|ngoài sinh hoạt|ngoài tuần tra|ngoài giờ khám|ngoài giờ dạy|\
    ngoài giờ giảng|việc làm thêm|làm thêm ngoài|phần làm thêm|phần thêm|cái mới|điểm mới|chỗ mới|việc mới|không ai giao|không được giao|chứ không|vượt ra ngoài|bên cạnh nhiệm vụ|\
    là việc thường xuyên|là việc hằng ngày|là việc hàng ngày|là việc của|là nhiệm vụ của|là nhiệm vụ riêng|vẫn là|vẫn giảng dạy|vẫn làm như|không lẫn|tách khỏi|độc lập với";

/// Words of which answers are made that say nothing. An answer that has no other word is no answer.
pub(super) const FILLER: &str = "\
    thực hiện|triển khai|tổ chức thực hiện|nhiệm vụ|nhiệm vụ chuyên môn|chuyên môn|chức năng|chức trách|thường xuyên|tiến hành|làm|theo|đúng|kế hoạch|kh|chương trình|hướng dẫn|quy định|chỉ đạo|sự chỉ đạo|chủ trương|nghị quyết|chỉ thị|công văn|văn bản|yêu cầu|đề án|\
    phát động|sự phát động|đề ra|đã đề ra|được giao|đã giao|ban hành|đã ban hành|đã đăng ký|đăng ký|phê duyệt|đã phê duyệt|được duyệt|đã duyệt|của|cấp trên|cấp ủy|cấp ủy cấp trên|đơn vị|cơ quan|chi bộ|đảng ủy|\
    đảng bộ|chính quyền|trên|địa phương|xã|phường|thôn|tỉnh|ubnd|ủy ban|ủy ban nhân dân|mttq|mặt trận|ban chỉ đạo|hội|đoàn|nhà trường|trường|ngành|phòng|\
    như|nt|như trên|như sau|nêu trên|đã nêu|đã nêu trên|đã nói|ở trên|phía trên|bên trên|ở dưới|bên dưới|tương tự|giống|giống như|trùng|trình bày|đã trình bày|xem|xem lại|tham khảo|mục|phần|trang|câu|ô|điểm|khoản|số|tại|ở|\
    kèm|kèm theo|gửi kèm|đính kèm|phụ lục|file|tệp|bản|bản giấy|chi tiết|cụ thể|rõ|có|không|không có|không có gì|không rõ|chưa|chưa có|chưa rõ|gì|thêm|khác|\
    đang|sẽ|đã|được|cập nhật|đang cập nhật|bổ sung|bổ sung sau|tổng hợp|hoàn thiện|hoàn thành|xây dựng|đang xây dựng|soạn|đang soạn|xong|tốt|riêng|chờ|chờ hướng dẫn|ý kiến|gửi|gửi sau|sau|sau này|thời gian tới|khi có|sớm|ngay|nhé|ạ|em|vâng|\
    nhập|điền|ghi|viết|gõ|nêu|mô tả|liệt kê|bấm|chọn|vào|vào đây|đây|tại đây|ở đây|nội dung|văn bản mẫu|mẫu|ví dụ|thông tin|số liệu|báo cáo|dữ liệu|\
    test|thử|demo|nháp|phần mềm|hệ thống|abc|abcd|abcxyz|xyz|xxx|xx|yyy|zzz|aaa|bbb|asd|asdf|qwe|qwerty|blabla|bla|n a|na|tbd|todo|none|null|ok|oke|okay|yes|no|hết|trống|bỏ trống|để trống|\
    mô hình|điển hình|dân vận khéo|dân vận|phong trào|phong trào thi đua|thi đua|công tác dân vận|năm|giai đoạn|nhiệm kỳ|quý|tháng|và|các|những|về|để|cho|với|là|này|trong|từ|một|mọi|tất cả|hằng năm|hàng năm|mọi năm|năm trước|mọi khi|tình hình thực tế|thực tế|điều kiện|tùy|căn cứ|dựa vào|\
    nt nt|v v|vv|như mọi năm|thường lệ|bình thường|trên đây|ký|ký tên|họ tên|ghi rõ|nêu rõ|ghi rõ họ tên|xin|đề nghị|cán bộ|người|ban|chỉ tiêu|của mình|\
    hưởng ứng|hưởng ứng phong trào|tích cực|nghiêm túc|đầy đủ|hiệu quả|kịp thời|do|vẫn|vẫn như|năm ngoái|bản đăng ký|đề cương|bản mềm|bản cứng|hiện hành|quy chế|điều lệ|pháp luật|luật|nhà nước|đảng|giống như các|các đơn vị khác|sự phân công|phân công";

/// The boxes' own captions and what stands under them on printed forms.
pub(super) const CAPTIONS: &str = "\
    thực trạng|lý do|lý do xây dựng mô hình|sự cần thiết|sự cần thiết xây dựng mô hình|sự cần thiết của việc xây dựng và thực hiện mô hình|mục tiêu|mục tiêu chung|mục tiêu cụ thể|tiêu chí|các tiêu chí|\
    nội dung cách thức thực hiện|cách thức thực hiện|cách thức|cách làm|giải pháp|các giải pháp|phương thức vận động|cách thức vận động|lộ trình|địa bàn|đối tượng|phạm vi|lực lượng|lực lượng thực hiện|thời gian|nguồn lực|thời gian nguồn lực thực hiện|\
    sản phẩm|kết quả|kết quả đầu ra|kết quả cụ thể|kết quả đạt được|kết quả đến nay|có thể kiểm chứng|kiểm chứng được|kiểm chứng|khả năng duy trì|duy trì|nhân rộng|khả năng nhân rộng|tên mô hình|điểm khác với nhiệm vụ chuyên môn|\
    nhiệm vụ chuyên môn thường xuyên|vấn đề thực tế|cần tập trung giải quyết|hoạt động|các hoạt động|thụ hưởng|hoặc tham gia|tham gia|chủ trì|phối hợp|vai trò từng lực lượng|đánh giá kết quả|đánh giá|ngắn gọn|dễ nhớ|thường xuyên và nhân rộng|hướng phát triển|bàn bạc|công khai|\
    cách bàn bạc công khai|lorem ipsum|lorem|ipsum|dolor|sit|amet|consectetur|adipiscing|elit|sed|do|eiusmod|tempor|incididunt|ut|labore|et|dolore|magna|aliqua";

/// What people give.
pub(super) const GIVING: &str = "\
    đóng góp|góp|hiến|đóng|nộp|ngày công|đối ứng|thu của dân|thu của các hộ|thu của hộ|thu của phụ huynh|thu của cha mẹ|thu của bà con|thu của nhân dân|thu của người dân|thu của tiểu thương|thu của hội viên|thu của mỗi|thu của từng|thu mỗi|thu từng hộ|quyên góp|vận động kinh phí|ủng hộ|tự bỏ tiền|bỏ tiền|bỏ ống|đưa thêm|góp vốn đối ứng|nhường|nhường đất|lùi rào|thụt rào|thụt hàng rào|cho luôn|cho không|cho hẳn|trả thêm|lùi hàng rào|lùi tường rào|dời hàng rào|dỡ hàng rào|dỡ tường rào|cắt đất|xẻ đất|xã hội hóa từ dân|xã hội hóa từ nhân dân";

/// Those whose money, land or labour is the people's.
pub(super) const PEOPLE: &str = "\
    nhân dân|người dân|bà con|dân|hộ|hộ dân|các hộ|mỗi hộ|mỗi nhà|từng nhà|nhà nào|hộ gia đình|gia đình|phụ huynh|cha mẹ học sinh|mỗi em|mỗi cháu|tiểu thương|ngư dân|nông dân|cư dân|giáo dân|phật tử|khu dân cư|cả ngõ|cả thôn|cả xóm|\
    làng nước|chủ vườn|chủ đất|chủ thuyền|dòng họ|hội viên|chị em|cộng đồng dân cư|toàn dân|các nhà|mọi nhà|hàng xóm|xóm giềng|\
    nóc nhà|xã viên|láng giềng|lối xóm|cô bác|đồng bào|dân làng|dân bản|cả làng|cả bản|cả buôn|cả ấp|mỗi ghe|các ghe|mỗi sạp|các sạp|chủ ghe|chủ hộ|chủ nhà|chủ nuôi|người nuôi|người trồng|già làng|trưởng họ|các họ|hai họ|người làng|bạn ghe|ngư phủ|diêm dân|họ hàng|con cháu|cha mẹ|phòng trọ|xóm trọ|người thuê trọ|nghệ nhân|lão nông|học trò|chủ tàu|ông bà|bố mẹ|các cụ|nhà ông|nhà bà|nhà anh|nhà chị|nhà chú|nhà cô|nhà bác|nhà thụt";

/// Those whose giving is theirs to decide.
pub(super) const OTHERS: &str = "\
    doanh nghiệp|công ty|nông trường|lâm trường|xí nghiệp|nhà máy|nhà hảo tâm|hảo tâm|mạnh thường quân|ngân sách|nhà tài trợ|tài trợ|ngân hàng|nhà chùa|chùa|giáo xứ|thánh thất|việt kiều|từ thiện|thiện nguyện|cán bộ|chiến sĩ|đảng viên|công chức|viên chức|giáo viên|đoàn viên|công đoàn|kiều bào|hạt kiểm lâm|quỹ vì người nghèo|\
    tổ chức phi chính phủ|hợp tác xã|chủ đầu tư|nhà thầu|xã hỗ trợ|nhà nước|cơ quan|đơn vị|có nơi|nơi khác|thôn khác|xã khác|địa phương khác|thôn bạn|ý kiến|hàng tháng lương|ngày lương|nhập ngũ|bảo hiểm|thuế|tiền điện|hồ sơ|nộp phạt|đơn|lãi|hội phí|đoàn phí|đảng phí";

/// Who bears arms for a living.
pub(super) const FORCE: &str = "\
    đồn|đồn biên phòng|biên phòng|bộ đội|đơn vị|đại đội|tiểu đoàn|trung đoàn|trung đội|tiểu đội|lữ đoàn|sư đoàn|hải đội|hải đoàn|trạm ra đa|ban chỉ huy quân sự|dân quân|dân quân thường trực|dân quân cơ động|tự vệ|cảnh sát cơ động|cảnh sát biển|kiểm ngư|\
    công an xã|công an phường|chiến sĩ|sĩ quan|quân nhân|hạ sĩ quan|binh sĩ|qncn|quân nhân chuyên nghiệp|lực lượng vũ trang|tàu bp|vọng gác|chốt|trạm kiểm soát biên phòng|pháo binh|doanh trại|\
    cụm chiến đấu|tổ công tác|đội tuần tra|tổ tuần tra|tàu cao tốc|hải quân|cảnh sát|trinh sát|đặc công|khẩu đội";

/// Arms and vehicles of war.
pub(super) const ARMS: &str = "\
    khẩu|khẩu súng|súng|súng ngắn|súng trường|súng máy|tay súng|ak|ak 47|k54|ckc|b40|b41|trung liên|đại liên|tiểu liên|cối|pháo|pháo cối|lựu đạn|viên đạn|cơ số đạn|quả đạn|tên lửa|xe bọc thép|xe tăng|xe thiết giáp|máy bay không người lái|uav|flycam trinh sát|tàu chiến|xuồng chiến đấu|mìn|thuốc nổ";

/// What is secret by its name, and places that are.
pub(super) const SECRET: &str = "\
    độ mật|tối mật|tuyệt mật|tài liệu mật|văn bản mật|kế hoạch mật|nghị quyết mật|dấu mật|thông tin mật|phương án tác chiến|kế hoạch tác chiến|phương án chiến đấu|kế hoạch chiến đấu|văn kiện chiến đấu|kế hoạch phòng thủ|phương án phòng thủ|\
    quyết tâm chiến đấu|quyết tâm tác chiến|cơ động dự bị|cơ sở bí mật|đặc tình|cộng tác viên bí mật|mạng lưới bí mật|lực lượng bí mật|trinh sát ngoại tuyến|trận địa|hầm chỉ huy|hầm pháo|hầm đạn|hầm ngầm quân sự|kho đạn|kho vũ khí|kho súng|kho xăng dầu quân sự|kho quân khí|\
    vọng gác|ụ súng|ụ pháo|công sự|lô cốt|sở chỉ huy|chỉ huy sở|đài quan sát|trạm ra đa|đài ra đa|mắt ra đa|tầm quét|tầm bắn|bãi mìn|mật danh|phiên hiệu|mật khẩu gác|giờ đổi gác|ca gác|lịch gác|lịch tuần tra|tuyến tuần tra bí mật|điểm mật phục|vị trí mật phục|tổ mật phục|chốt mật phục|mật phục tại|mật phục ở|mật hiệu|tần số liên lạc|khu vực cơ động|chiếm giữ cao điểm|\
    kho khí tài|kho quân nhu|kho đạn dược|kho vật tư quân sự|hầm xăng|sơ đồ phòng thủ|sơ đồ bố phòng|sơ đồ bố trí lực lượng|vị trí đặt súng|mật khẩu liên lạc|cảnh sát hóa trang|cơ động hóa trang|trinh sát hóa trang|lệnh động viên|điểm tập kết dự bị|camera nghiệp vụ|camera bí mật|máy quay bí mật|gắn bí mật|khẩu lệnh|mật lệnh|người nội tuyến";

/// Told of the past, of the people's own, or handed in: no secret.
pub(super) const HARMLESS: &str = "\
    cựu chiến binh|ccb|năm xưa|kháng chiến|chống mỹ|chống pháp|liệt sĩ|di tích|bảo tàng|lịch sử|truyền thống|tự chế|súng săn|đồ chơi|giao nộp|nộp về|nộp cho công an|tự nguyện nộp|thu hồi|tàng trữ|cưa đục|rà phá|bom mìn còn sót|bài hát|bài ca|văn nghệ|súng kíp|súng cồn|biên nhận|đổi súng|bỏ súng|nộp súng|đem nộp|súng nộp|khẩu nộp|đã nộp|giao súng|thay súng|kể chuyện|tham quan|hội thao|về nguồn";
