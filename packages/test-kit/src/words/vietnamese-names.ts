// Names of vietnamese origin as they are met in American files, the commoner ones first. Single names only.
import { commaSeparated } from './comma-separated.ts';

/** Female first names. */
export const VIETNAMESE_FEMALE: readonly string[] = commaSeparated(`
Lan,Mai,Linh,Hoa,Thảo,Trang,Hương,Thu,Ngọc,Phượng,Kim,Tuyết,Vy,Quỳnh,Yến,Bích,Diễm,Hạnh,Hằng,Nhung,Thúy,
Trâm,Uyên,Xuân,Anh,Châu,Giang,Hà,Hiền,Khanh,Bích Thủy,Thanh Hạnh,Khả Khanh,Trà My,Hồng Như,Ngọc Tú,
Trâm Oanh,Hằng Anh,Ánh Trang,Phượng Lệ,Ngọc Hà,Cát Tiên,Thu Hiền,Yến Loan,Ánh Nguyệt,Thủy Trang,Khánh Vi,
Hương Thủy,Thúy Vy,Mộng Vi,Ngọc Lệ,Vy Lan,Vân Chi,Hoàn Vi,Yến Thanh,Quỳnh Trang,Vy Lam,Gia Hân,
Linh Duyên,Mai Tâm,Hồng Vân,Khiết Linh,Mỹ Hoàn,Vân Khanh,Thanh Mẫn,Thúy Ngà,Thanh Hường,Khải Hà,
Bạch Liên,Quỳnh Giang,Bích Hậu,Phương Anh,Thái Thanh,Hoa Tiên,Hạnh Vi,Xuân Hạnh,Việt Nga,Ngọc Huyền,
Nguyệt Minh,Ngọc Quyên,Nhã Trúc,Mỹ Yến,Nghi Dung,Lan Anh,Ngọc Loan,Tịnh Nhi,Hương Thu,Nguyệt Nga,Mỹ Nga,
Bích San,Tuyết Anh,Yến Nhi,Xuân Trang,Thụy Vân,Thúy My,Nhã Ý,Thanh Thu,Linh Chi,Tố Nga,Quỳnh Liên,
Thu Hậu,Bích Ngà,Thiên Thanh,Hương Thảo,Thu Ngọc,Thảo Uyên,Phương Quế,Thanh Đan,Mỹ Loan,Di Nhiên,
Thúy Phượng,Lệ Quyên,Thục Nhi,Bích Quân,Huyền Trân,Ngọc Vân,Bích Hợp,Huệ Lâm,Thanh Hảo,Phương Linh,
Khúc Lan,Như Hoa,Mỹ Duyên,Triệu Mẫn,Hoàng Sa,Hạnh My,Huyền Trâm,Bảo Uyên,Thụy Linh,Thanh Hiếu,Hồ Diệp,
Kiều Anh,Tuệ Lâm,Lệ Thu,Yến Trinh,Huỳnh Anh,Thu Phượng,Mai Chi,Thúy Vi,Thủy Hồng,Thy Trúc,Khánh Quỳnh,
Diễm Phước,Mộng Vy,Diễm Hương,Mỹ Lợi,Thiên Nương,Diệu Lan,Hàm Nghi,Quỳnh Lam
`);

/** Male first names. */
export const VIETNAMESE_MALE: readonly string[] = commaSeparated(`
Minh,Hùng,Dũng,Tuấn,Nam,Long,Phong,Quang,Hải,Khoa,Đức,Bảo,Huy,Khánh,Sơn,Thắng,Trung,Việt,An,Bình,Đức Trí,
Nhật Bảo Long,Phú Hải,Ngọc Tuấn,Trường Sơn,Ngọc Danh,Gia Khiêm,Đức Chính,Chiến Thắng,Sơn Hà,Công Lý,
Khôi Vĩ,Nhân Nguyên,Triệu Thái,Đình Trung,Thành Doanh,Hải Giang,Thế Tường,Bình Quân,Thất Cương,Kim Sơn,
Công Sơn,Phước Nhân,Hoàn Vũ,Định Siêu,Huy Việt,Thế Phương,Đức Hòa,Hải Quân,Đình Phú,Quang Tú,Cao Kỳ,
Công Hậu,Hiếu Phong,Hoàng Thái,Vĩnh Hải,Đông Nguyên,Phúc Hưng,Gia Bạch,Mạnh Quỳnh,Chí Sơn,Hoàng Nam,
Đình Sang,Khắc Thành,Bích Nhã,Duy Khang,Trung Thành,Sơn Trang,Ngọc Hải,Nguyên Khang,Xuân Cung,
Khôi Nguyên,Ngọc Khương,Hoàng Ân,Anh Đức,Giang Sơn,Nguyên Đan,Thiên Trí,Trường Chinh,Kim Toàn,Lâm Đồng,
Như Khang,Hùng Sơn,Bình Đạt,Mạnh Trình,An Nam,Huy Tuấn,Cao Sỹ,Vạn Lý,Vương Việt
`);

/** Surnames. */
export const VIETNAMESE_SURNAMES: readonly string[] = commaSeparated(`
Nguyễn,Trần,Lê,Phạm,Huỳnh,Hoàng,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý,Đinh,Đoàn,Lâm,Mai,Trịnh,Tô,Tạ,Cao,
Châu,Chu,Đào,Hà,La,Lưu,Mạc,Nghiêm,Ông,Phùng,Quách,Thái,Tống,Trương,Từ,Văn,Vương,Kiều,Lương,Tăng,Triệu
`);
