// The sheet to fill in by hand where the form cannot run: what a registration says, with lines to write on. No official heading: it is nobody's form.

/** Title and lines to write on. */
const PARTS = [
  ['Tập thể hoặc cá nhân đăng ký; đơn vị cấp trên trực tiếp', 2],
  ['Địa chỉ; người liên hệ, số điện thoại', 2],
  ['Tên mô hình', 2],
  ['Lĩnh vực (đánh dấu một ô): ☐ kinh tế   ☐ văn hóa - xã hội   ☐ quốc phòng - an ninh   ☐ xây dựng hệ thống chính trị', 0],
  ['Thực trạng, lý do xây dựng mô hình', 5],
  ['Mục tiêu; chỉ tiêu cụ thể: nội dung, hiện trạng, mức phấn đấu, thời hạn', 6],
  ['Nội dung, cách thức thực hiện', 6],
  ['Địa bàn, đối tượng: số hộ, số người', 2],
  ['Lực lượng thực hiện: chủ trì, phối hợp, tham gia', 4],
  ['Thời gian thực hiện; các mốc', 3],
  ['Nguồn lực: kinh phí, đóng góp, ngày công, hiện vật', 3],
  ['Việc bàn bạc, công khai với Nhân dân', 3],
  ['Kết quả dự kiến; khả năng duy trì, nhân rộng', 4],
  ['Điểm khác với nhiệm vụ chuyên môn thường xuyên', 3],
];

function add(parent, tag, text) {
  const one = document.createElement(tag);
  one.textContent = text;
  parent.append(one);
  return one;
}

export function blank() {
  const sheet = document.createElement('article');
  sheet.className = 'dvk-doc';
  add(sheet, 'h1', 'ĐĂNG KÝ MÔ HÌNH “DÂN VẬN KHÉO”').style.margin = '0 0 12pt';
  add(sheet, 'p', 'Bản ghi tay, dùng khi chưa mở được biểu mẫu điện tử; nộp cho nơi nhận đăng ký.').style.textAlign = 'center';
  PARTS.forEach(([title, lines], at) => {
    const part = add(sheet, 'section', '');
    part.style.breakInside = 'avoid';
    add(part, 'p', `${at + 1}. ${title}${lines ? ':' : ''}`).style.margin = '9pt 0 0';
    for (let left = lines; left > 0; left -= 1) {
      const line = add(part, 'p', '\u00a0');
      line.style.borderBottom = '1px dotted #000';
      line.style.height = '20pt';
    }
  });
  const signed = add(sheet, 'section', '');
  signed.style.breakInside = 'avoid';
  for (const text of ['............, ngày ...... tháng ...... năm ............', 'Người đăng ký', '(Ký, ghi rõ họ tên)']) {
    const line = add(signed, 'p', text);
    line.style.textAlign = 'center';
    line.style.marginLeft = '45%';
  }
  signed.firstChild.style.marginTop = '18pt';
  return sheet;
}
