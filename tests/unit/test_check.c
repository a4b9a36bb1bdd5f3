/*
 * test_check.c - every finding of check/: a right document of each kind, and
 * what is found when one thing in it is changed.  A case that wants nothing is
 * a near miss: it looks like a fault and is none.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "check/check.h"
#include "read/read.h"

static const char office_xml[] =
    "<office version=\"1\">\n"
    " <unit id=\"ubnd\" name=\"Ủy ban nhân dân xã Thái Tân\" symbol=\"UBND\"\n"
    "       place=\"Thái Tân\" archive=\"VHXH\" code=\"\">\n"
    "  <line>ỦY BAN NHÂN DÂN</line>\n"
    "  <line>XÃ THÁI TÂN</line>\n"
    "  <alias>UBND xã Thái Tân</alias>\n"
    "  <signer id=\"chu-tich\" position=\"CHỦ TỊCH\" name=\"Nguyễn Văn A\">\n"
    "   <authority>TM. ỦY BAN NHÂN DÂN</authority>\n"
    "  </signer>\n"
    "  <signer id=\"rieng\" position=\"CHỦ TỊCH\" name=\"Nguyễn Văn A\"/>\n"
    " </unit>\n"
    " <unit id=\"phong-kt\" name=\"Phòng Kinh tế\" symbol=\"PKT\"\n"
    "       place=\"Thái Tân\" under=\"ubnd\" archive=\"KT\" code=\"\">\n"
    "  <superior>UBND XÃ THÁI TÂN</superior>\n"
    "  <line>PHÒNG KINH TẾ</line>\n"
    "  <signer id=\"truong\" position=\"TRƯỞNG PHÒNG\"\n"
    "          name=\"Nguyễn Văn A\"/>\n"
    "  <signer id=\"pho\" position=\"PHÓ TRƯỞNG PHÒNG\" name=\"Trần Thị B\">\n"
    "   <authority>KT. TRƯỞNG PHÒNG</authority>\n"
    "  </signer>\n"
    " </unit>\n"
    " <unit id=\"tram\" name=\"Trạm Y tế xã\" symbol=\"TYT\"\n"
    "       place=\"Thái Tân\" under=\"ubnd\" archive=\"\" code=\"\">\n"
    "  <superior>UBND XÃ THÁI TÂN</superior>\n"
    "  <line>TRẠM Y TẾ</line>\n"
    "  <signer id=\"truong\" position=\"TRẠM TRƯỞNG\" name=\"Trần Thị B\"/>\n"
    " </unit>\n"
    "</office>\n";

static const char plan_xml[] =
    "<plan version=\"1\" id=\"dot\" number=\"45\" symbol=\"KH-UBND\"\n"
    "      date=\"2025-09-12\" issuer=\"ubnd\" subject=\"Phát động\">\n"
    " <period from=\"2025-09-12\" to=\"2025-12-31\"/>\n"
    " <target id=\"tang-truong\" name=\"Tăng trưởng kinh tế\" unit=\"%\"\n"
    "         op=\"&gt;\" value=\"10\"/>\n"
    " <target id=\"thu\" name=\"Thu ngân sách\" unit=\"triệu đồng\"\n"
    "         op=\"&gt;=\" value=\"1200\"/>\n"
    " <target id=\"nuoc\" name=\"Hộ dùng nước sạch\" unit=\"%\"\n"
    "         op=\"=\" value=\"100\"/>\n"
    " <award>Giấy khen</award>\n"
    " <topic id=\"nq-57\" kind=\"resolution\"\n"
    "        name=\"Nghị quyết số 57-NQ/TW\">\n"
    "  <alias>Nghị quyết 57</alias>\n"
    " </topic>\n"
    " <topic id=\"ntm\" kind=\"movement\" name=\"Xây dựng nông thôn mới\"/>\n"
    " <obligation id=\"ket-qua\" name=\"Báo cáo kết quả đợt thi đua\"\n"
    "             type=\"BC\" before=\"2025-12-10\" to=\"ubnd\"\n"
    "             subject=\"Kết quả đợt thi đua\">\n"
    "  <unit ref=\"phong-kt\"/>\n"
    "  <section id=\"chi-dao\" title=\"CÔNG TÁC CHỈ ĐẠO\" min-words=\"10\">\n"
    "   <mention topic=\"nq-57\"/>\n"
    "   <mention topic=\"ntm\"/>\n"
    "  </section>\n"
    "  <section id=\"ket-qua\" title=\"KẾT QUẢ THỰC HIỆN\"/>\n"
    "  <section id=\"khen\" title=\"CÔNG TÁC KHEN THƯỞNG\"/>\n"
    "  <section id=\"kien-nghi\" title=\"KIẾN NGHỊ\" required=\"no\"/>\n"
    "  <report target=\"tang-truong\"/>\n"
    "  <report target=\"thu\"/>\n"
    "  <addressee>Ủy ban nhân dân xã Thái Tân</addressee>\n"
    "  <recipient>Như trên</recipient>\n"
    "  <recipient purpose=\"để tổng hợp\">Hội đồng Thi đua</recipient>\n"
    " </obligation>\n"
    "</plan>\n";

static const char report[] =
    "---\n"                                                      /*  1 */
    "Báo cáo cho: ket-qua\n"                                     /*  2 */
    "Đơn vị: Phòng Kinh tế\n"                                    /*  3 */
    "Số: 05/BC-PKT\n"                                            /*  4 */
    "Ngày: 2025-12-05\n"                                         /*  5 */
    "Chỉ tiêu:\n"                                                /*  6 */
    "  Tăng trưởng kinh tế: 10,4 %\n"                            /*  7 */
    "  Thu ngân sách: 1.250 triệu đồng\n"                        /*  8 */
    "---\n"                                                      /*  9 */
    "\n"                                                         /* 10 */
    "Phòng Kinh tế báo cáo kết quả như sau:\n"                   /* 11 */
    "\n"                                                         /* 12 */
    "# I. CÔNG TÁC CHỈ ĐẠO\n"                                    /* 13 */
    "\n"                                                         /* 14 */
    "Phòng đã quán triệt Nghị quyết số 57-NQ/TW ngày 22 tháng "  /* 15 */
    "12 năm 2024, phong trào xây dựng nông thôn mới đến cán bộ.\n"
    "\n"                                                         /* 16 */
    "# II. KẾT QUẢ THỰC HIỆN\n"                                  /* 17 */
    "\n"                                                         /* 18 */
    "## 1. Chỉ tiêu\n"                                           /* 19 */
    "\n"                                                         /* 20 */
    "| Chỉ tiêu | Kết quả | Ghi chú |\n"                         /* 21 */
    "|---|---|---|\n"                                            /* 22 */
    "| Tăng trưởng kinh tế | 10,4 % | |\n"                       /* 23 */
    "| Thu ngân sách | 1,25 tỷ đồng | |\n"                       /* 24 */
    "\n"                                                         /* 25 */
    "## 2. Phong trào\n"                                         /* 26 */
    "\n"                                                         /* 27 */
    "a) Phong trào thứ nhất đã xong.\n"                          /* 28 */
    "\n"                                                         /* 29 */
    "b) Phong trào thứ hai đã xong.\n"                           /* 30 */
    "\n"                                                         /* 31 */
    "# III. CÔNG TÁC KHEN THƯỞNG\n"                              /* 32 */
    "\n"                                                         /* 33 */
    "| STT | Họ và tên | Đơn vị |\n"                             /* 34 */
    "|---|---|---|\n"                                            /* 35 */
    "| 1 | Nguyễn Văn A | Phòng Kinh tế |\n"                     /* 36 */
    "| 2 | Trần Thị B | Phòng Kinh tế |\n"                       /* 37 */
    "| | Tổng cộng: 2 | |\n"                                     /* 38 */
    "\n"                                                         /* 39 */
    "Trên đây là báo cáo của Phòng Kinh tế./.\n";                /* 40 */

static const char submission[] =
    "---\n"                                                      /*  1 */
    "Loại văn bản: Tờ trình\n"                                   /*  2 */
    "Đơn vị: Phòng Kinh tế\n"                                    /*  3 */
    "Số: 12\n"                                                   /*  4 */
    "Ngày: 09/12/2025\n"                                         /*  5 */
    "Trích yếu: Về việc khen thưởng đợt thi đua\n"               /*  6 */
    "Kính gửi:\n"                                                /*  7 */
    "  - Ủy ban nhân dân xã Thái Tân\n"                          /*  8 */
    "  - Hội đồng Thi đua\n"                                     /*  9 */
    "Nơi nhận:\n"                                                /* 10 */
    "  - Như trên;\n"                                            /* 11 */
    "  - Sở Nội vụ (để báo cáo);\n"                              /* 12 */
    "  - Lưu VT, KT.\n"                                          /* 13 */
    "Người ký:\n"                                                /* 14 */
    "  Quyền hạn: KT. TRƯỞNG PHÒNG\n"                            /* 15 */
    "  Chức vụ: Phó Trưởng phòng\n"                              /* 16 */
    "  Họ tên: Trần Thị B\n"                                     /* 17 */
    "---\n"                                                      /* 18 */
    "\n"                                                         /* 19 */
    "Phòng Kinh tế kính đề nghị khen thưởng./.\n";               /* 20 */

static const char decision[] =
    "---\n"                                                      /*  1 */
    "Loại văn bản: Quyết định\n"                                 /*  2 */
    "Đơn vị: UBND xã Thái Tân\n"                                 /*  3 */
    "Trích yếu: Về việc khen thưởng\n"                           /*  4 */
    "Ngày: ngày 20 tháng 12 năm 2025\n"                          /*  5 */
    "Thẩm quyền ban hành: Chủ tịch Ủy ban nhân dân xã Thái Tân\n" /* 6 */
    "Căn cứ:\n"                                                  /*  7 */
    "  - Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022\n"   /*  8 */
    "  - Căn cứ Nghị định số 152/2025/NĐ-CP;\n"                  /*  9 */
    "  - Theo đề nghị của Phòng Văn hóa - Xã hội.\n"             /* 10 */
    "Nơi nhận:\n"                                                /* 11 */
    "  - Như Điều 2\n"                                           /* 12 */
    "---\n"                                                      /* 13 */
    "\n"                                                         /* 14 */
    "**Điều 1.** Tặng giấy khen cho các cá nhân.\n"              /* 15 */
    "\n"                                                         /* 16 */
    "**Điều 2.** Văn phòng thi hành quyết định này./.\n";        /* 17 */

static const char letter[] =
    "---\n"                                                      /*  1 */
    "Loại văn bản: Công văn\n"                                   /*  2 */
    "Đơn vị: ubnd\n"                                             /*  3 */
    "Trích yếu: V/v gửi báo cáo kết quả\n"                       /*  4 */
    "Kính gửi: Phòng Kinh tế\n"                                  /*  5 */
    "---\n"                                                      /*  6 */
    "\n"                                                         /*  7 */
    "Đề nghị Phòng Kinh tế gửi báo cáo./.\n";                    /*  8 */

static const char plain_plan[] =
    "---\n"                                                      /*  1 */
    "Loại văn bản: KH\n"                                         /*  2 */
    "Đơn vị: ubnd\n"                                             /*  3 */
    "Trích yếu: Phát động đợt thi đua\n"                         /*  4 */
    "Nơi nhận: Phòng Kinh tế\n"                                  /*  5 */
    "---\n"                                                      /*  6 */
    "\n"                                                         /*  7 */
    "# MỤC ĐÍCH\n"                                               /*  8 */
    "\n"                                                         /*  9 */
    "Các đơn vị thực hiện kế hoạch này./.\n";                    /* 10 */

/*
 * In base, the first `from` becomes `to`; wanted are all findings, as
 * "line:col name; ...", with " = near" where something was meant.
 */
struct change {
	const char *base, *from, *to, *want;
};

/* --- running ------------------------------------------------------------ */

struct bench {
	struct arena *a;
	struct diags *ds;
	const struct office *office;
	const struct plan *plan;
	const struct checked *checked;
};

static struct str
found(struct bench *b)
{
	struct buf out = { .arena = b->a };

	buf_adds(&out, "");
	for (size_t i = 0; i < b->ds->n; i++) {
		const struct diag *d = &b->ds->v[i];

		buf_printf(&out, "%s%u:%u %.*s", i > 0 ? "; " : "",
		    d->pos.line, d->pos.col, STR_ARG(diag_name(b->a, d->id)));
		if (d->near.n > 0)
			buf_printf(&out, " = %.*s", STR_ARG(d->near));
	}
	return buf_str(&out);
}

static const struct source *
source_of(struct bench *b, const char *path, struct str text)
{
	const struct source *s = source_clean(b->a, path, text, b->ds);

	assert_non_null(s);
	return s;
}

static struct bench
bench_new(void)
{
	struct bench b = { .a = arena_new() };

	b.ds = diags_new(b.a);
	b.office = office_read(b.a,
	    source_of(&b, "office.xml", str_of(office_xml)), b.ds);
	assert_string_equal(found(&b).p, "");
	b.plan = plan_read(b.a, source_of(&b, "plan.xml", str_of(plan_xml)),
	    b.office, b.ds);
	assert_string_equal(found(&b).p, "");
	return b;
}

static enum diag_mode mode; /* of check_text() */

static void
check_text(struct bench *b, struct str text, enum doc_format format)
{
	const struct doc *doc;
	struct identity id;

	b->ds = diags_new(b->a);
	diags_rule(b->ds, mode, NULL);
	doc = read_report(b->a,
	    source_of(b, format == FORMAT_XML ? "r.xml" : "r.md", text),
	    format, b->ds);
	assert_non_null(doc);
	id = check_identity(doc, b->plan, b->office, b->a, b->ds);
	b->checked = check_report(doc, &id, b->plan, b->office, NULL, b->a,
	    b->ds);
	diags_sort(b->ds);
}

static struct str
changed(struct bench *b, const struct change *x)
{
	struct str s = str_of(x->base), from = str_of(x->from);
	size_t at = str_find(s, from, 0);

	if (at == s.n && from.n > 0)
		fail_msg("\"%s\" is not in its document", x->from);
	return str_printf(b->a, "%.*s%s%.*s", STR_ARG(str_sub(s, 0, at)),
	    x->to, STR_ARG(str_sub(s, at + from.n, s.n)));
}

static unsigned
run_changes(const struct change *x, size_t n)
{
	unsigned bad = 0;

	for (size_t i = 0; i < n; i++) {
		struct bench b = bench_new();
		struct str got;

		check_text(&b, changed(&b, &x[i]), FORMAT_MARKDOWN);
		got = found(&b);
		if (!str_is(got, x[i].want)) {
			print_error("\"%s\" -> \"%s\"\n", x[i].from,
			    x[i].to);
			print_error("  want %s\n  got  %.*s\n", x[i].want,
			    STR_ARG(got));
			bad++;
		}
		arena_free(b.a);
	}
	return bad;
}

#define RUN(changes) \
	assert_int_equal( \
	    run_changes(changes, sizeof(changes) / sizeof((changes)[0])), 0)

/* --- cases -------------------------------------------------------------- */

static void
right_documents_are_clean(void **state)
{
	static const struct change x[] = {
		{ report, "", "", "" },
		{ submission, "", "", "" },
		{ decision, "", "", "" },
		{ letter, "", "", "" },
		{ plain_plan, "", "", "" },
	};

	(void)state;
	RUN(x);
}

static void
identity(void **state)
{
	static const struct change x[] = {
		{ report, "cho: ket-qua", "cho: Báo cáo kết quả đợt thi đua",
		    "" },
		{ report, "cho: ket-qua", "cho: ket-quar",
		    "2:14 plan/obligation-unknown = ket-qua" },
		{ report, "Báo cáo cho: ket-qua\n", "Loại văn bản: BC\n",
		    "2:15 plan/obligation-missing" },
		{ report, "Báo cáo cho: ket-qua\n", "",
		    "1:1 plan/obligation-missing" },
		{ report, "Đơn vị: Phòng Kinh tế\n", "",
		    "1:1 plan/unit-missing" },
		{ report, "Đơn vị: Phòng Kinh tế", "Đơn vị: Phòng Kinh tê",
		    "" },
		{ report, "Đơn vị: Phòng Kinh tế", "Đơn vị: Phòng Kin tế",
		    "3:9 plan/unit-unknown = Phòng Kinh tế" },
		{ report, "Đơn vị: Phòng Kinh tế\nSố: 05/BC-PKT",
		    "Đơn vị: ubnd", "3:9 plan/unit-not-asked" },
		{ report, "Số: 05/BC-PKT", "Loại văn bản: Tờ trình",
		    "4:15 plan/type-differs" },
		{ report, "Số: 05/BC-PKT", "Loại văn bản: bao cao", "" },
		{ submission, "văn bản: Tờ trình", "văn bản: Tờ trìn",
		    "2:15 form/type-unknown = Tờ trình" },
		{ submission, "văn bản: Tờ trình", "văn bản: Giấy mời",
		    "2:15 form/type-unsupported" },
	};

	(void)state;
	RUN(x);
}

static void
sections(void **state)
{
	static const struct change x[] = {
		{ report, "# III. CÔNG TÁC KHEN THƯỞNG\n", "",
		    "1:1 plan/section-missing" },
		{ report, "# III. CÔNG TÁC KHEN THƯỞNG",
		    "# III. Công tác khen thưởng", "" },
		{ report, "# III. CÔNG TÁC KHEN THƯỞNG",
		    "# III. CÔNG TÁC KHEN THƯỞN",
		    "32:1 plan/section-misspelt = CÔNG TÁC KHEN THƯỞNG" },
		{ report, "# III. CÔNG TÁC KHEN THƯỞNG",
		    "# III. VIỆC TÔN VINH {#khen}", "" },
		{ report, "# III. CÔNG TÁC KHEN THƯỞNG",
		    "## 3. CÔNG TÁC KHEN THƯỞNG", "32:1 plan/section-level" },
		{ report, "# III. CÔNG TÁC KHEN THƯỞNG",
		    "# III. KẾT QUẢ THỰC HIỆN\n\nNhư trên.\n\n"
		    "# IV. CÔNG TÁC KHEN THƯỞNG",
		    "32:1 plan/section-duplicate" },
		{ report, "# III. CÔNG TÁC KHEN THƯỞNG",
		    "# III. VIỆC KHÁC\n\nKhông có.\n\n"
		    "# IV. CÔNG TÁC KHEN THƯỞNG",
		    "32:1 plan/section-extra" },
		{ report, "Trên đây là",
		    "# IV. KIẾN NGHỊ\n\nTrên đây là", "" },
		{ report, "# I. CÔNG TÁC CHỈ ĐẠO",
		    "# I. CÔNG TÁC KHEN THƯỞNG\n\nKhông.\n\n"
		    "# II. CÔNG TÁC CHỈ ĐẠO",
		    "13:1 plan/section-order; "
		    "21:1 text/label-sequence = III.; "
		    "36:1 plan/section-duplicate" },
		{ report, "Phòng đã quán triệt Nghị quyết số 57-NQ/TW ngày 22 "
		    "tháng 12 năm 2024, phong trào xây dựng nông thôn mới "
		    "đến cán bộ.\n", "",
		    "13:1 plan/section-empty" },
		{ report, "Phòng đã quán triệt Nghị quyết số 57-NQ/TW ngày 22 "
		    "tháng 12 năm 2024, phong trào xây dựng nông thôn mới "
		    "đến cán bộ.",
		    "Nghị quyết 57, xây dựng nông thôn mới.",
		    "13:1 plan/section-short" },
		{ report, "nông thôn mới", "nông thôn",
		    "13:1 plan/topic-missing" },
		{ report, "Nghị quyết số 57-NQ/TW",
		    "các Nghị quyết số 59-NQ/TW, số 57-NQ/TW",
		    "15:25 text/citation-incomplete" },
		{ report, "57-NQ/TW", "570-NQ/TW",
		    "13:1 plan/topic-missing" },
	};

	(void)state;
	RUN(x);
}

static void
figures(void **state)
{
	static const struct change x[] = {
		{ report, "  Thu ngân sách: 1.250 triệu đồng\n", "", "" },
		{ report, "| Thu ngân sách | 1,25 tỷ đồng | |\n", "", "" },
		{ report, "  Thu ngân sách: 1.250 triệu đồng\n",
		    "  Thu ngân sac: 1.250 triệu đồng\n",
		    "8:3 plan/target-unknown = Thu ngân sách" },
		{ report, "  Thu ngân sách: 1.250 triệu đồng\n",
		    "  Hộ dùng nước sạch: 100 %\n", "" },
		{ report, "  Thu ngân sách: 1.250 triệu đồng\n",
		    "  Số lễ hội: 3\n", "8:3 plan/target-unknown" },
		{ report, "| Thu ngân sách | 1,25 tỷ đồng | |",
		    "| Số hộ | 12 hộ | |", "" },
		{ report, "| Thu ngân sách | 1,25 tỷ đồng | |\n",
		    "| Thu ngân sách | 1,25 tỷ đồng | |\n"
		    "| Thu ngân sách | 1,25 tỷ đồng | |\n",
		    "25:19 plan/target-duplicate" },
		{ report, "| 10,4 % |", "| 10,5 % |",
		    "23:25 plan/target-mismatch" },
		{ report, "| 10,4 % |", "| 10,40% |", "" },
		{ report, "| 10,4 % |", "| Đạt |", "" },
		{ report, "tế: 10,4 %", "tế: cao",
		    "7:24 plan/figure-unreadable" },
		{ report, "tế: 10,4 %", "tế: 10.4 %",
		    "7:24 plan/figure-ambiguous = 10,4 %" },
		{ report, "tế: 10,4 %", "tế: 99999999999999999999 %",
		    "7:24 plan/figure-range" },
		{ report, "tế: 10,4 %", "tế: 10,4",
		    "7:24 plan/figure-unit-missing" },
		{ report, "tế: 10,4 %", "tế: 10,4 hộ",
		    "7:24 plan/figure-unit-wrong" },
		{ report, "| Kết quả | Ghi chú |\n|---|---|---|\n"
		    "| Tăng trưởng kinh tế | 10,4 % | |",
		    "| Kết quả | ĐVT |\n|---|---|---|\n"
		    "| Tăng trưởng kinh tế | 10,4 | % |", "" },
		{ report, "| Tăng trưởng kinh tế | 10,4 % |",
		    "| 1. Tăng trưởng kinh tế (%) | 10,4 |", "" },
	};
	static const struct change bounds[] = {
		{ submission, "Người ký:",
		    "Chỉ tiêu:\n  nuoc: 99,5 %\nNgười ký:",
		    "15:9 plan/target-not-met" },
		{ submission, "Người ký:",
		    "Chỉ tiêu:\n  nuoc: 100 %\nNgười ký:", "" },
		{ submission, "Người ký:",
		    "Chỉ tiêu:\n  tang-truong: 10 %\nNgười ký:",
		    "15:16 plan/target-not-met" },
		{ submission, "Người ký:",
		    "Chỉ tiêu:\n  tang-truong: trên 10 %\nNgười ký:", "" },
		{ submission, "Người ký:",
		    "Chỉ tiêu:\n  thu: 1,19 tỷ đồng\nNgười ký:",
		    "15:8 plan/target-not-met" },
	};

	(void)state;
	RUN(x);
	RUN(bounds);
}

/* What a sentence says of a target against the figure reported. */
static void
prose(void **state)
{
	static const struct change x[] = {
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế đạt 10,4%.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế của xã Thái Tân năm 2025 "
		    "đạt 11,4%.",
		    "28:53 plan/prose-differs" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế đạt 104% kế hoạch.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế đạt trên 10%.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế đạt trên 11%.",
		    "28:33 plan/prose-differs" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế năm 2024 đạt 9,1%.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Năm 2024, tăng trưởng kinh tế đạt 9,1%; thu "
		    "ngân sách đạt 900 triệu đồng.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế của thôn 2 đạt 12%.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế ngành dịch vụ đạt 12%.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế tăng 2,1 điểm phần trăm.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế đạt 10-12%.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế đạt 10,4% (kế hoạch trên "
		    "10%).",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế đạt 10,4% (kế hoạch trên "
		    "9%).",
		    "28:49 plan/goal-differs" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Phấn đấu tăng trưởng kinh tế đạt 12%.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Thu ngân sách đạt 1,25 tỷ đồng.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Thu ngân sách đạt 1.250.000.000 đồng.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Thu ngân sách đạt 1.250.000 đồng.",
		    "28:22 plan/prose-differs" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Thu ngân sách đạt khoảng 1.300 triệu đồng.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Thu ngân sách đạt khoảng 1.800 triệu đồng.",
		    "28:29 plan/prose-differs" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Thu ngân sách: 1,52 tỷ đồng.",
		    "28:19 plan/prose-differs" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Thu ngân sách có 52 triệu đồng học phí.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Thu ngân sách tăng 120 triệu đồng so với năm "
		    "2024.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Thu ngân sách tăng từ 900 triệu đồng lên 1.250 "
		    "triệu đồng.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Thu ngân sách tăng từ 900 triệu đồng lên 1.350 "
		    "triệu đồng.",
		    "28:45 plan/prose-differs" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng trưởng kinh tế đạt 1,25%, thu ngân sách "
		    "đạt 10,4 tỷ đồng.",
		    "28:28 plan/prose-differs; "
		    "28:53 plan/prose-differs" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Có 90% hộ dùng nước sạch.",
		    "" },
	};

	(void)state;
	RUN(x);
}

/* Tables and shares recomputed. */
static void
sums(void **state)
{
	static const struct change x[] = {
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Có 380/400 hộ (95%) dự.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Có 380/400 hộ (96%) dự.",
		    "28:19 text/percent-differs = 95%" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Đạt 59% (380/400 hộ).",
		    "28:8 text/percent-differs = 95%" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Có 380/400 hộ dự, đạt 90,5%.",
		    "28:26 text/percent-differs = 95,0%" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Có 380/400 hộ dự, giải ngân đạt 90%.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Có 380/400 hộ, đạt trên 90%.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Có 380/400 hộ, đạt 119% kế hoạch.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Đạt 10.5% vốn.",
		    "28:8 text/number-form" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Có 1,200 hộ và 1,250 ha ở mục 4.1.",
		    "28:7 text/number-form" },
		{ report, "a) Phong trào thứ nhất đã xong.\n\n"
		    "b) Phong trào thứ hai đã xong.",
		    "| Việc | Số |\n"
		    "|---|---|\n"
		    "| a | 5 |\n"
		    "| b | 7 |\n"
		    "| Tổng | 12 |",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.\n\n"
		    "b) Phong trào thứ hai đã xong.",
		    "| Việc | Số |\n"
		    "|---|---|\n"
		    "| a | 5 |\n"
		    "| b | 7 |\n"
		    "| Cộng: | 13 |",
		    "32:11 text/total-differs = 12" },
		{ report, "a) Phong trào thứ nhất đã xong.\n\n"
		    "b) Phong trào thứ hai đã xong.",
		    "| Việc | Số |\n"
		    "|---|---|\n"
		    "| a | 5 |\n"
		    "| b | 7 |\n"
		    "| Công an | 13 |",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.\n\n"
		    "b) Phong trào thứ hai đã xong.",
		    "| Việc | Số |\n"
		    "|---|---|\n"
		    "| Tổng số | 13 |\n"
		    "| a | 5 |\n"
		    "| b | 7 |",
		    "30:13 text/total-differs = 12" },
		{ report, "a) Phong trào thứ nhất đã xong.\n\n"
		    "b) Phong trào thứ hai đã xong.",
		    "| Việc | Số |\n"
		    "|---|---|\n"
		    "| a | 5 |\n"
		    "| b | tốt |\n"
		    "| Tổng | 13 |",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.\n\n"
		    "b) Phong trào thứ hai đã xong.",
		    "| Việc | Số |\n"
		    "|---|---|\n"
		    "| a | 5 |\n"
		    "| b | 7 |\n"
		    "| Cộng | 12 |\n"
		    "| c | 1 |\n"
		    "| d | 2 |\n"
		    "| Cộng | 3 |\n"
		    "| Tổng cộng | 15 |",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.\n\n"
		    "b) Phong trào thứ hai đã xong.",
		    "| Việc | Số |\n"
		    "|---|---|\n"
		    "| a | 5 |\n"
		    "| b | 7 |\n"
		    "| Cộng | 12 |\n"
		    "| c | 1 |\n"
		    "| d | 2 |\n"
		    "| Cộng | 4 |\n"
		    "| Tổng cộng | 16 |",
		    "35:10 text/total-differs = 15" },
	};

	(void)state;
	RUN(x);
}

/* The plan as it is cited, the number of those proposed. */
static void
cited(void **state)
{
	static const struct change x[] = {
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Theo Kế hoạch số 45/KH-UBND ngày 12 tháng 9 năm 2025.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Họp ngày 6 tháng 02 năm 2026.",
		    "28:13 text/date-zero = ngày 06 tháng 02 năm 2026" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Họp ngày 06 tháng 02 năm 2026 theo điểm d) và đ).",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Theo Kế hoạch số 45/KH-UBND ngày 13 tháng 9 năm 2025.",
		    "28:21 plan/citation-differs = 45/KH-UBND" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Theo Kế hoạch số 54/KH-UBND.",
		    "28:9 text/citation-incomplete; "
		    "28:21 plan/citation-differs = 45/KH-UBND" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Theo Kế hoạch số 45/KH-HĐND ngày 12 tháng 9 năm 2025.",
		    "28:21 plan/citation-differs = 45/KH-UBND" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Theo Kế hoạch số 232/KH-UBND ngày 09 tháng 9 năm 2025 "
		    "của Ủy ban nhân dân thành phố.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Theo Kế hoạch số 54/KH-UBND ngày 05 tháng 5 năm 2025 "
		    "và Kế hoạch số 54/KH-UBND.",
		    "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Đề nghị tặng Giấy khen cho 02 cá nhân.", "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Đề nghị tặng Giấy khen cho 03 cá nhân.",
		    "28:31 form/award-count" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Năm 2024 đã tặng Giấy khen cho 03 cá nhân.", "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Đã có 03 cá nhân và 01 tập thể tiêu biểu.", "" },
		{ report, "Chỉ tiêu:\n",
		    "Nơi nhận:\n  - Như trên\n"
		    "  - Hội đồng Thi đua (để tổng hợp)\nChỉ tiêu:\n",
		    "" },
		{ report, "Chỉ tiêu:\n",
		    "Nơi nhận:\n  - Như trên\n"
		    "  - Hội đồng Thi đua (để biết)\nChỉ tiêu:\n",
		    "8:5 plan/recipient-purpose = "
		    "Hội đồng Thi đua (để tổng hợp)" },
	};

	(void)state;
	RUN(x);
}

/* Shares above one, changes the wrong way, targets and awards of the plan. */
static void
counted(void **state)
{
	static const struct change x[] = {
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Sáng 16/9, có 14/14 thôn dự, trực 24/7.", "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Có 15/14 thôn dự.", "28:7 text/share-above" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Giảm từ 15 ngày xuống 10 ngày.", "" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Giảm từ 10 ngày xuống còn 15 ngày.",
		    "28:30 text/change-wrong" },
		{ report, "a) Phong trào thứ nhất đã xong.",
		    "a) Tăng từ 10 ngày lên 2 tuần.", "" },
		{ report, "| Tăng trưởng kinh tế | 10,4 % | |",
		    "| Hộ dùng nước sạch | 100 % | |",
		    "7:24 plan/target-unprinted" },
		{ report, "| | Tổng cộng: 2 | |\n",
		    "| | Tổng cộng: 2 | |\n\n"
		    "| STT | Họ và tên | Hình thức |\n|---|---|---|\n"
		    "| 1 | Trần Thị B | Huân chương |\n",
		    "42:20 form/award-form = Giấy khen" },
	};

	(void)state;
	RUN(x);
}

static void
missing_figure_is_found(void **state)
{
	struct bench b = bench_new();
	struct change x = { report, "  Thu ngân sách: 1.250 triệu đồng\n", "",
		"" };
	struct str s;

	(void)state;
	s = changed(&b, &x);
	x = (struct change){ s.p, "| Thu ngân sách | 1,25 tỷ đồng | |\n", "",
		"" };
	check_text(&b, changed(&b, &x), FORMAT_MARKDOWN);
	assert_string_equal(found(&b).p, "6:1 plan/target-missing");
	x.to = "| Thu ngân sác | 1,25 tỷ đồng | |\n";
	check_text(&b, changed(&b, &x), FORMAT_MARKDOWN);
	assert_string_equal(found(&b).p,
	    "23:3 plan/target-unknown = Thu ngân sách");
	arena_free(b.a);
}

static void
numbers_and_dates(void **state)
{
	static const struct change x[] = {
		{ report, "Số: 05/BC-PKT", "Số: 5", "" },
		{ report, "Số: 05/BC-PKT", "Số: \"Số: 05/BC-PKT\"", "" },
		{ report, "Số: 05/BC-PKT", "Số: 5/BC-PKT",
		    "4:5 form/number-zero = 05" },
		{ report, "Số: 05/BC-PKT", "Số: 005",
		    "4:5 form/number-zero = 05" },
		{ report, "Số: 05/BC-PKT", "Số: 012",
		    "4:5 form/number-zero = 12" },
		{ report, "Số: 05/BC-PKT", "Số: 5a",
		    "4:5 form/number-invalid" },
		{ report, "Số: 05/BC-PKT", "Số: 05/2025",
		    "4:5 form/number-year = 05" },
		{ report, "Số: 05/BC-PKT", "Số: 05/2025/BC-PKT",
		    "4:5 form/number-year = 05/BC-PKT" },
		{ report, "Số: 05/BC-PKT", "Số: 05\nKý hiệu: BC-PKT", "" },
		{ report, "05/BC-PKT", "05/BC-PKT\nKý hiệu: BC-UBND",
		    "5:10 form/symbol-unit = BC-PKT; "
		    "5:10 form/symbol-conflict" },
		{ report, "05/BC-PKT", "05/BC - PKT",
		    "4:5 form/symbol-invalid = BC-PKT" },
		{ report, "05/BC-PKT", "05/BC",
		    "4:5 form/symbol-invalid = BC-PKT" },
		{ report, "05/BC-PKT", "05/KH-PKT",
		    "4:5 form/symbol-type = BC-PKT" },
		{ report, "05/BC-PKT", "05/BC-UBND",
		    "4:5 form/symbol-unit = BC-PKT" },
		{ letter, "Kính gửi", "Số: 07/UBND-VP\nKính gửi", "" },
		{ letter, "Kính gửi", "Số: 07/CV-UBND\nKính gửi",
		    "5:5 form/symbol-type = UBND-VHXH" },
		{ letter, "Đơn vị: ubnd", "Đơn vị: tram",
		    "1:1 form/symbol-missing; 1:1 form/archive-bare" },
		{ report, "2025-12-05", "31/11/2025",
		    "5:7 form/date-invalid" },
		{ report, "2025-12-05", "ngày 05 tháng 12 năm 2025", "" },
		{ report, "2025-12-05",
		    "Thái Tân, ngày 05 tháng 12 năm 2025", "" },
		{ report, "2025-12-05", "ngày 5 tháng 12 năm 2025",
		    "5:7 form/date-zero = ngày 05 tháng 12 năm 2025" },
		{ report, "2025-12-05", "ngày 25 tháng 09 năm 2025",
		    "5:7 form/date-zero = ngày 25 tháng 9 năm 2025" },
		{ report, "2025-12-05", "2025-12-09", "" },
		{ report, "2025-12-05", "2025-12-10",
		    "5:7 plan/deadline-passed" },
		{ report, "2025-12-05", "2025-09-12", "" },
		{ report, "2025-12-05", "2025-09-11", "5:7 plan/date-early" },
		{ report, "Chỉ tiêu:", "Địa danh: Thái Tân,\nChỉ tiêu:", "" },
		{ report, "Chỉ tiêu:", "Địa danh: Xã Thái Tân\nChỉ tiêu:",
		    "6:11 form/place-differs = Thái Tân" },
	};

	(void)state;
	RUN(x);
}

/* What is given last is asked for only when the document is issued. */
static void
given_at_issue(void **state)
{
	static const struct change open[] = {
		{ report, "Số: 05/BC-PKT", "Số:", "" },
	}, issued[] = {
		{ report, "", "", "" },
		{ report, "Số: 05/BC-PKT", "Số:", "4:4 form/number-open" },
		{ report, "Ngày: 2025-12-05", "Ngày:", "5:6 form/date-open" },
	};

	(void)state;
	RUN(open);
	mode = MODE_ISSUE;
	RUN(issued);
	mode = MODE_REVIEW;
}

static void
subjects(void **state)
{
	static const struct change x[] = {
		{ submission, "Trích yếu: Về việc khen thưởng đợt thi đua\n",
		    "", "1:1 form/subject-missing" },
		{ submission, "đợt thi đua\n", "đợt thi đua.\n",
		    "6:12 form/subject-stop" },
		{ submission, "Về việc", "về việc", "6:12 form/subject-case" },
		{ submission, "Về việc khen thưởng đợt thi đua",
		    "VỀ VIỆC KHEN THƯỞNG", "6:12 form/subject-case" },
		{ letter, "V/v gửi", "gửi", "" },
		{ submission, "Họ tên: Trần Thị B",
		    "Họ tên: Trần Thị Bbbbbbbbb Bbbbbbbbb Bbbbbbbbb Bbbbbbbbb "
		    "Bbbbbb", "17:11 form/field-long" },
	};

	(void)state;
	RUN(x);
}

static void
signatures(void **state)
{
	static const struct change x[] = {
		{ submission, "Người ký:\n  Quyền hạn: KT. TRƯỞNG PHÒNG\n"
		    "  Chức vụ: Phó Trưởng phòng\n  Họ tên: Trần Thị B\n",
		    "Người ký:\n  Họ tên: Trần Thị B\n", "" },
		{ submission, "Người ký:\n  Quyền hạn: KT. TRƯỞNG PHÒNG\n"
		    "  Chức vụ: Phó Trưởng phòng\n  Họ tên: Trần Thị B\n",
		    "Người ký:\n  Họ tên: Trần Thị C\n",
		    "15:11 form/signer-unknown = Trần Thị B" },
		{ submission, "KT. TRƯỞNG", "K/T TRƯỞNG",
		    "15:14 form/authority-form = KT. TRƯỞNG PHÒNG" },
		{ submission, "KT. TRƯỞNG", "KT TRƯỞNG",
		    "15:14 form/authority-form = KT. TRƯỞNG PHÒNG" },
		{ submission, "KT. TRƯỞNG PHÒNG", "PHÒNG KINH TẾ",
		    "15:14 form/authority-form" },
		{ submission, "KT. TRƯỞNG PHÒNG", "kt. Trưởng phòng", "" },
		{ submission, "KT. TRƯỞNG PHÒNG",
		    "\n    - KT. TRƯỞNG PHÒNG\n    - TM. PHÒNG KINH TẾ",
		    "17:7 form/authority-order" },
		{ submission, "KT. TRƯỞNG PHÒNG",
		    "\n    - TM. PHÒNG KINH TẾ\n    - KT. TRƯỞNG PHÒNG", "" },
		{ submission, "KT. TRƯỞNG PHÒNG", "TM. TRƯỞNG PHÒNG",
		    "15:14 form/authority-aim" },
		{ submission, "KT. TRƯỞNG PHÒNG", "TL. ỦY BAN NHÂN DÂN",
		    "15:14 form/authority-aim" },
		{ submission, "KT. TRƯỞNG PHÒNG", "KT. CHỦ TỊCH",
		    "15:14 form/deputy-title" },
		{ submission, "  Quyền hạn: KT. TRƯỞNG PHÒNG\n", "", "" },
		{ submission, "  Quyền hạn: KT. TRƯỞNG PHÒNG\n"
		    "  Chức vụ: Phó Trưởng phòng\n  Họ tên: Trần Thị B\n",
		    "  Chức vụ: Phó Trưởng phòng\n  Họ tên: Lê Văn Đ\n",
		    "15:12 form/authority-missing" },
		{ submission, "Họ tên: Trần Thị B", "Họ tên: ThS. Trần Thị B",
		    "17:11 form/name-title = Trần Thị B" },
		{ submission, "Họ tên: Trần Thị B", "Họ tên: Bà Trần Thị B",
		    "17:11 form/name-title = Trần Thị B" },
		{ submission, "Họ tên: Trần Thị B", "Họ tên: Lê văn Đạt",
		    "17:11 form/name-case = Lê Văn Đạt" },
		{ submission, "Họ tên: Trần Thị B", "Họ tên: LÊ VĂN ĐẠT",
		    "17:11 form/name-case = Lê Văn Đạt" },
		{ submission, "Họ tên: Trần Thị B", "Họ tên: Bá Văn Đạt", "" },
		{ submission, "Họ tên: Trần Thị B", "Họ tên: H'Hen Niê", "" },
	};

	(void)state;
	RUN(x);
}

static void
addressees_and_recipients(void **state)
{
	static const struct change x[] = {
		{ letter, "Kính gửi: Phòng Kinh tế\n",
		    "Nơi nhận: Phòng Kinh tế\n",
		    "1:1 form/addressees-missing" },
		{ plain_plan, "Nơi nhận:", "Kính gửi: Phòng Kinh tế\nNơi nhận:",
		    "5:11 form/addressees-forbidden" },
		{ submission, "- Hội đồng Thi đua",
		    "- Ủy ban nhân dân xã Thái Tân;",
		    "9:5 form/addressee-duplicate" },
		{ report, "Chỉ tiêu:", "Kính gửi: Hội đồng Thi đua\nChỉ tiêu:",
		    "6:11 plan/addressee-missing" },
		{ report, "Chỉ tiêu:",
		    "Kính gửi: UBND xã Thái Tân (qua Văn phòng)\nChỉ tiêu:",
		    "" },
		{ plain_plan, "Nơi nhận: Phòng Kinh tế\n", "",
		    "1:1 form/recipients-missing" },
		{ report, "Chỉ tiêu:",
		    "Nơi nhận:\n  - Như trên\n  - Sở Nội vụ\nChỉ tiêu:",
		    "7:5 plan/recipient-missing" },
		{ report, "Chỉ tiêu:",
		    "Nơi nhận:\n  - Như trên\n  - Hội đồng thi đua;\nChỉ tiêu:",
		    "8:5 plan/recipient-purpose = "
		    "Hội đồng Thi đua (để tổng hợp)" },
		{ report, "Chỉ tiêu:",
		    "Nơi nhận:\n  - Như trên\n  - Hội đồng Thi đu\nChỉ tiêu:",
		    "7:5 plan/recipient-missing = Hội đồng Thi đu" },
		{ submission, "  - Sở Nội vụ (để báo cáo);",
		    "  - Sở Nội vụ (để báo cáo);\n  - Sở Nội vụ;",
		    "13:5 form/recipient-duplicate" },
		{ submission, "  - Như trên;\n", "",
		    "11:5 form/as-above-missing" },
		{ submission, "  - Như trên;\n  - Sở Nội vụ (để báo cáo);\n",
		    "  - Sở Nội vụ (để báo cáo);\n  - Như trên;\n",
		    "12:5 form/as-above-place" },
		{ plain_plan, "Nơi nhận: Phòng Kinh tế",
		    "Nơi nhận:\n  - Như trên\n  - Phòng Kinh tế",
		    "6:5 form/as-above-needless" },
		{ submission, "  - Như trên;\n",
		    "  - Lưu VT, KT.\n  - Như trên;\n",
		    "11:5 form/archive-place" },
		{ submission, "Lưu VT, KT.", "Lưu VT.", "" },
		{ decision, "Như Điều 2", "Văn phòng",
		    "12:5 form/article-recipient" },
	};

	(void)state;
	RUN(x);
}

static void
bases_and_decisions(void **state)
{
	static const struct change x[] = {
		{ decision, "Thẩm quyền ban hành: Chủ tịch Ủy ban nhân dân xã "
		    "Thái Tân\n", "", "1:1 form/decider-missing" },
		{ decision, "Căn cứ:\n  - Luật Thi đua, khen thưởng ngày 15 "
		    "tháng 6 năm 2022\n  - Căn cứ Nghị định số 152/2025/NĐ-CP;"
		    "\n  - Theo đề nghị của Phòng Văn hóa - Xã hội.\n", "",
		    "1:1 form/bases-missing" },
		{ decision, "khen thưởng ngày", "khen thưởng số 06/2022/QH15 "
		    "ngày", "8:5 form/base-law-number" },
		{ decision, "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm "
		    "2022",
		    "Luật sửa đổi, bổ sung một số điều của Luật Thi đua", "" },
		{ decision, "Nghị định số 152", "Nghị định 152",
		    "9:5 form/base-number-word = Nghị định số 152/2025/NĐ-CP" },
		{ decision, "152/2025/NĐ-CP", "98/2023/NĐ-CP",
		    "9:5 form/base-expired = 152/2025/NĐ-CP" },
		{ decision, "152/2025/NĐ-CP", "198/2023/NĐ-CP", "" },
		{ decision, "**Điều 1.** Tặng", "Tặng",
		    "1:1 form/article-missing; "
		    "17:1 text/label-sequence = Điều 1." },
		{ decision, "**Điều 2.** Văn", "**Điều 3.** Văn",
		    "17:1 text/label-sequence = Điều 2." },
	};

	(void)state;
	RUN(x);
}

static void
numbering(void **state)
{
	static const struct change x[] = {
		{ report, "# II. KẾT", "# II- KẾT",
		    "17:1 text/label-form = II." },
		{ report, "## 1. Chỉ", "## 1) Chỉ",
		    "19:1 text/label-form = 1." },
		{ report, "## 1. Chỉ", "## a) Chỉ",
		    "19:1 text/label-level = 1." },
		{ report, "## 1. Chỉ", "## 1.1. Chỉ",
		    "19:1 text/label-decimal" },
		{ report, "## 2. Phong", "## 3. Phong",
		    "26:1 text/label-sequence = 2." },
		{ report, "# III. CÔNG", "# II. CÔNG",
		    "32:1 text/label-sequence = III." },
		{ report, "## 2. Phong", "## Phong",
		    "26:1 text/label-mixed" },
		{ report, "# II. KẾT QUẢ THỰC HIỆN", "# II. KẾT QUẢ THỰC HIỆN:",
		    "17:1 text/heading-colon" },
		{ report, "## 2. Phong trào", "## 2.",
		    "26:1 text/label-mixed; 26:1 text/heading-empty" },
		{ report, "b) Phong trào thứ hai", "c) Phong trào thứ hai",
		    "30:1 text/label-sequence = b)" },
		{ report, "b) Phong trào thứ hai", "b. Phong trào thứ hai",
		    "30:1 text/label-form = b)" },
		{ report, "b) Phong trào thứ hai đã xong.",
		    "b) Hai.\n\nc) Ba.\n\nd) Bốn.\n\nd) Năm.\n\ne) Sáu.",
		    "36:1 text/label-sequence = đ)" },
		{ report, "b) Phong trào thứ hai đã xong.",
		    "b) Hai.\n\nc) Ba.\n\nd) Bốn.\n\nđ) Năm.\n\ne) Sáu.", "" },
		{ report, "b) Phong trào thứ hai", "4.1. Phong trào thứ hai",
		    "30:1 text/label-decimal" },
		{ report, "a) Phong trào thứ nhất", "e) Phong trào thứ nhất",
		    "28:1 text/label-sequence = a)" },
		{ report, "b) Phong trào thứ hai đã xong.",
		    "1. Một.\n\n2. Hai.\n\nĐoạn xen giữa.\n\n3. Ba.", "" },
		{ report, "b) Phong trào thứ hai đã xong.",
		    "1. Một.\n\n2. Hai.\n\nĐoạn xen giữa.\n\n4. Bốn.",
		    "36:1 text/label-sequence = 3." },
	};

	(void)state;
	RUN(x);
}

static void
words_and_signs(void **state)
{
	static const struct change x[] = {
		{ report, "a) Phong trào thứ nhất",
		    "a) Phong trào [CẦN BỔ SUNG số liệu]",
		    "28:15 text/placeholder" },
		{ report, "thứ nhất đã", "thứ ??? đã",
		    "28:19 text/placeholder" },
		{ report, "thứ nhất đã", "thứ …… đã",
		    "28:19 text/placeholder" },
		{ report, "thứ nhất đã", "thứ nhất, thứ hai… đã", "" },
		{ report, "thứ nhất đã", "thứ nhất…1. đã",
		    "28:23 text/placeholder" },
		{ report, "thứ nhất đã", "thứ xxx đã",
		    "28:19 text/placeholder" },
		{ report, "thứ nhất đã", "thứ XXX đã", "" },
		{ report, "thứ nhất đã", "thứ TODO đã",
		    "28:19 text/placeholder" },
		{ report, "thứ nhất đã", "thứ [1] đã", "" },
		{ report, "Chỉ tiêu:\n", "Trích yếu: Kết quả ???\nChỉ tiêu:\n",
		    "6:12 text/placeholder" },
		{ report, "nhất đã xong", "nhất , đã xong",
		    "28:23 text/space-before" },
		{ report, "nhất đã xong", "nhất,đã xong",
		    "28:23 text/space-after" },
		{ report, "nhất đã xong", "nhất (v.v...) TP.HCM, 7:30, 1.200,5 "
		    "www.a.vn/?q=b xong", "" },
		{ report, "nhất đã xong.\n", "nhất.Đã xong.\n",
		    "28:23 text/space-after" },
		{ report, "nhất đã xong", "nhất ( đã ) xong",
		    "28:25 text/space-inside; 28:28 text/space-inside" },
		{ report, "nhất đã xong", "nhất \"hóa\", hoá, quý xong",
		    "28:31 text/tone-mixed" },
		{ report, "nhất đã xong", "\"nhất\" “nhì” \"ba\" xong",
		    "28:26 text/quotes-mixed" },
		{ report, "nhất đã xong", "2025 - 2030, 2025–2030 xong",
		    "28:36 text/dashes-mixed" },
		{ report, "nhất đã xong", "nhất theo khoản 2 điều 5 xong",
		    "28:37 text/citation-case" },
		{ report, "nhất đã xong", "nhất theo Khoản 2 Điều 5 xong",
		    "28:29 text/citation-case" },
		{ report, "nhất đã xong", "nhất theo khoản 2 Điều 5 xong", "" },
	};

	(void)state;
	RUN(x);
}

/* Something behind the text, so that it is certain to be one line. */
#define TABLE "\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"

static void
end_marks(void **state)
{
	static const struct change x[] = {
		{ report, "Kinh tế./.\n", "Kinh tế." TABLE,
		    "40:38 form/end-mark-missing" },
		{ report, "Kinh tế./.\n", "Kinh tế./" TABLE,
		    "40:38 form/end-mark-form" },
		{ report, "Kinh tế./.\n", "Kinh tế/." TABLE,
		    "40:38 form/end-mark-form" },
		{ report, "Kinh tế./.\n", "Kinh tế.//." TABLE,
		    "40:38 form/end-mark-form" },
		{ report, "Kinh tế./.\n", "Kinh tế../." TABLE,
		    "40:38 form/end-mark-form" },
		{ report, "thứ nhất đã xong.", "thứ nhất đã xong./.",
		    "28:31 form/end-mark-place" },
		{ report, "Kinh tế./.", "Kinh tế./.\n\nHết.",
		    "40:38 form/end-mark-place" },
		{ report, "Kinh tế./.\n", "Kinh tế./." TABLE, "" },
		{ submission, "Phòng Kinh tế kính đề nghị khen thưởng./.\n", "",
		    "1:1 form/body-empty" },
	};

	(void)state;
	RUN(x);
}

static void
award_lists(void **state)
{
	static const struct change x[] = {
		{ report, "| 2 | Trần", "| 3 | Trần",
		    "37:3 form/award-sequence" },
		{ report, "| Trần Thị B |", "| Nguyễn văn A |",
		    "37:7 form/award-duplicate" },
		{ report, "| Trần Thị B | Phòng Kinh tế |",
		    "| Nguyễn Văn A | Văn phòng |", "" },
		{ report, "cộng: 2", "cộng: 3", "38:5 form/award-total" },
		{ report, "| 2 | Trần", "| II | CÁ NHÂN | |\n| 1 | Trần", "" },
	};

	(void)state;
	RUN(x);
}

static struct str
dump_of(struct bench *b, const char *text)
{
	struct buf out = { .arena = b->a };

	check_text(b, str_of(text), FORMAT_MARKDOWN);
	assert_non_null(b->checked);
	checked_dump(b->checked, &out);
	return buf_str(&out);
}

static void
facts_are_complete(void **state)
{
	struct bench b = bench_new();

	(void)state;
	assert_string_equal(dump_of(&b, report).p,
	    "type \"Báo cáo\"\n"
	    "obligation \"ket-qua\"\n"
	    "unit \"phong-kt\"\n"
	    "number \"05\"\n"
	    "symbol \"BC-PKT\"\n"
	    "place \"Thái Tân\"\n"
	    "date 2025-12-05\n"
	    "subject \"Kết quả đợt thi đua\"\n"
	    "addressee \"Ủy ban nhân dân xã Thái Tân\"\n"
	    "position \"TRƯỞNG PHÒNG\"\n"
	    "signer \"Nguyễn Văn A\"\n"
	    "recipient \"Như trên\"\n"
	    "recipient \"Hội đồng Thi đua (để tổng hợp)\"\n"
	    "archive \"KT\"\n"
	    "section chi-dao @13:1\n"
	    "section ket-qua @17:1\n"
	    "section khen @32:1\n"
	    "section kien-nghi\n"
	    "target tang-truong 10,4 % met @7:24\n"
	    "target thu 1.250 triệu đồng met @8:18\n");
	assert_string_equal(dump_of(&b, decision).p,
	    "type \"Quyết định\"\n"
	    "unit \"ubnd\"\n"
	    "number \"\"\n"
	    "symbol \"QĐ-UBND\"\n"
	    "place \"Thái Tân\"\n"
	    "date 2025-12-20\n"
	    "subject \"Về việc khen thưởng\"\n"
	    "decider \"CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ THÁI TÂN\"\n"
	    "base \"Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm "
	    "2022;\"\n"
	    "base \"Căn cứ Nghị định số 152/2025/NĐ-CP;\"\n"
	    "base \"Theo đề nghị của Phòng Văn hóa - Xã hội.\"\n"
	    "position \"CHỦ TỊCH\"\n"
	    "signer \"Nguyễn Văn A\"\n"
	    "recipient \"Như Điều 2\"\n"
	    "archive \"VHXH\"\n");
	assert_string_equal(dump_of(&b, submission).p,
	    "type \"Tờ trình\"\n"
	    "unit \"phong-kt\"\n"
	    "number \"12\"\n"
	    "symbol \"TTr-PKT\"\n"
	    "place \"Thái Tân\"\n"
	    "date 2025-12-09\n"
	    "subject \"Về việc khen thưởng đợt thi đua\"\n"
	    "addressee \"Ủy ban nhân dân xã Thái Tân\"\n"
	    "addressee \"Hội đồng Thi đua\"\n"
	    "authority \"KT. TRƯỞNG PHÒNG\"\n"
	    "position \"PHÓ TRƯỞNG PHÒNG\"\n"
	    "signer \"Trần Thị B\"\n"
	    "recipient \"Như trên\"\n"
	    "recipient \"Sở Nội vụ (để báo cáo)\"\n"
	    "archive \"KT\"\n");
	arena_free(b.a);
}

/* A field that the type's template does not print. */
static void
unused_field_is_found(void **state)
{
	static const struct change x = { plain_plan, "Nơi nhận:",
		"Thẩm quyền ban hành: CHỦ TỊCH\nNơi nhận:", "" };
	struct template tpl = { .shown = { false } };
	struct bench b = bench_new();
	const struct doc *doc;
	struct identity id;

	(void)state;
	for (unsigned i = 0; i < COMPONENT_MAX; i++)
		tpl.shown[i] = i != COMPONENT_DECIDER && i != COMPONENT_ABOUT;
	doc = read_report(b.a, source_of(&b, "r.md", changed(&b, &x)),
	    FORMAT_MARKDOWN, b.ds);
	id = check_identity(doc, b.plan, b.office, b.a, b.ds);
	assert_non_null(check_report(doc, &id, b.plan, b.office, &tpl, b.a,
	    b.ds));
	assert_string_equal(found(&b).p, "5:22 form/field-unused");
	arena_free(b.a);
}

/* A report with errors gives no facts, one with warnings does. */
static void
errors_stop_the_flow(void **state)
{
	static const struct change late = { report, "2025-12-05",
		"2025-12-10", "" };
	static const struct change gap = { report, "nhất", "???", "" };
	struct bench b = bench_new();

	(void)state;
	check_text(&b, changed(&b, &late), FORMAT_MARKDOWN);
	assert_non_null(b.checked);
	assert_true(b.checked->late);
	check_text(&b, changed(&b, &gap), FORMAT_MARKDOWN);
	assert_null(b.checked);
	arena_free(b.a);
}

static void
stamps_and_marks(void **state)
{
	static const struct change x[] = {
		{ letter, "Kính gửi", "Độ khẩn: Khẩn\nKính gửi", "" },
		{ letter, "Kính gửi", "Độ khẩn: thượng khẩn\nKính gửi", "" },
		{ letter, "Kính gửi", "Độ khẩn: HOẢ TỐC\nKính gửi", "" },
		{ letter, "Kính gửi", "Độ khẩn: Thượng khân\nKính gửi", "" },
		{ letter, "Kính gửi", "Độ khẩn: Hỏa tố\nKính gửi",
		    "5:10 form/stamp-unknown = HỎA TỐC" },
		{ letter, "Kính gửi", "Độ khẩn: Tối mật\nKính gửi",
		    "5:10 form/stamp-unknown" },
		{ letter, "Kính gửi",
		    "Phạm vi lưu hành: Xem xong trả lại\nKính gửi", "" },
		/* a limit of circulation is no urgency */
		{ letter, "Kính gửi", "Phạm vi lưu hành: Khẩn\nKính gửi",
		    "5:19 form/stamp-unknown" },
		{ letter, "Kính gửi", "Ký hiệu soạn thảo: PL.(300)\nKính gửi",
		    "" },
		{ letter, "Kính gửi", "Ký hiệu soạn thảo: ĐTH.(5)\nKính gửi",
		    "" },
		{ letter, "Kính gửi", "Ký hiệu soạn thảo: pl(30)\nKính gửi",
		    "5:20 form/drafter-form = PL.(30)" },
		{ letter, "Kính gửi", "Ký hiệu soạn thảo: PL.30\nKính gửi",
		    "5:20 form/drafter-form = PL.(30)" },
		{ letter, "Kính gửi", "Ký hiệu soạn thảo: PL.()\nKính gửi",
		    "5:20 form/drafter-form" },
	};

	(void)state;
	RUN(x);
}

/* III.1.a: each is mentioned, each mention has one, Roman when several. */
static void
appendices(void **state)
{
	static const struct change x[] = {
		{ letter, "cáo./.\n",
		    "cáo (Phụ lục kèm theo)./.\n\n# Phụ lục: Mẫu\n\nBảng./.\n",
		    "" },
		{ letter, "cáo./.\n",
		    "cáo (phụ lục đính kèm)./.\n\n# PHỤ LỤC - Mẫu\n\nBảng./.\n",
		    "" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục I và II./.\n\n# Phụ lục I: A\n\nX./.\n\n"
		    "# Phụ lục II. B\n\nY./.\n", "" },
		{ letter, "cáo./.\n",
		    "cáo theo các phụ lục./.\n\n# Phụ lục: A\n\nX./.\n\n"
		    "# Phụ lục: B\n\nY./.\n", "" },
		{ letter, "cáo./.\n",
		    "cáo từ Phụ lục I đến Phụ lục III./.\n\n# Phụ lục I: A\n\n"
		    "X./.\n\n# Phụ lục II: B\n\nX./.\n\n# Phụ lục III: C\n\n"
		    "X./.\n", "" },
		{ letter, "cáo./.\n", "cáo./.\n\n# Phụ lục: Mẫu\n\nBảng./.\n",
		    "10:1 form/appendix-unmentioned" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục I./.\n\n# Phụ lục I: A\n\nX./.\n\n"
		    "# Phụ lục II: B\n\nY./.\n",
		    "14:1 form/appendix-unmentioned" },
		{ letter, "cáo./.\n", "cáo theo Phụ lục I kèm theo./.\n",
		    "8:40 form/appendix-missing" },
		{ letter, "cáo./.\n", "cáo (có phụ lục kèm theo)./.\n",
		    "8:39 form/appendix-missing" },
		/* somebody else's, and none of an appendix at all */
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục I Nghị định số 30/2020/NĐ-CP./.\n",
		    "8:50 text/citation-incomplete" },
		{ letter, "cáo./.\n", "cáo về phụ lục hợp đồng./.\n", "" },
		/* of this very document */
		{ letter, "cáo./.\n", "cáo tại Phụ lục II Công văn này./.\n",
		    "8:39 form/appendix-missing" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục I, II./.\n\n# Phụ lục I: A\n\nX./.\n\n"
		    "# Phụ lục III: B\n\nY./.\n",
		    "14:1 form/appendix-number = II" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục I, II./.\n\n# Phụ lục 1: A\n\nX./.\n\n"
		    "# Phụ lục II: B\n\nY./.\n",
		    "10:1 form/appendix-number = I" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục I./.\n\n# Phụ lục I: A\n\nX./.\n",
		    "10:1 form/appendix-alone" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục./.\n\n# Phụ lục\n\nX./.\n",
		    "10:1 form/appendix-untitled" },
		{ letter, "cáo./.\n", "cáo theo Phụ lục./.\n\n# Phụ lục: A\n",
		    "10:1 form/appendix-empty" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục./.\n\n# Phụ lục: A\n\nX.\n",
		    "12:2 form/appendix-end" },
		/* a table has no place for the mark */
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục./.\n\n# Phụ lục: A\n\n|X|\n|-|\n|y|\n",
		    "" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục./.\n\n# Phụ lục: A\n\nX./.\n\nY./.\n",
		    "12:2 form/end-mark-place" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục.\n\n# Phụ lục: A\n\nX./.\n",
		    "8:47 form/end-mark-missing" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục./.\n\n# Phụ lục: A [...]\n\nX./.\n",
		    "10:14 text/placeholder" },
		{ letter, "Đề nghị Phòng Kinh tế gửi báo cáo./.\n",
		    "# Phụ lục: A\n\nX./.\n",
		    "1:1 form/body-empty; 8:1 form/appendix-unmentioned" },
		/* an appendix is no section, and counts its headings itself */
		{ report, "tế./.\n",
		    "tế (Phụ lục kèm theo)./.\n\n# Phụ lục: A\n\n"
		    "# I. CÔNG TÁC CHỈ ĐẠO\n\nX./.\n", "" },
		{ letter, "cáo./.\n",
		    "cáo theo Phụ lục./.\n\n# Phụ lục: A\n\n# II. B\n\nX./.\n",
		    "12:1 text/label-sequence = I." },
	};

	(void)state;
	RUN(x);
}

static void
appendix_numbers(void **state)
{
	static const struct change x = { letter, "cáo./.\n",
		"cáo theo các phụ lục./.\n\n# Phụ lục: A\n\nX./.\n\n"
		"# Phụ lục: B {ngang}\n\nY./.\n", "" };
	struct bench b = bench_new();

	(void)state;
	check_text(&b, changed(&b, &x), FORMAT_MARKDOWN);
	assert_non_null(b.checked);
	assert_int_equal(b.checked->nappendices, 2);
	assert_true(str_is(b.checked->appendix[0], "I"));
	assert_true(str_is(b.checked->appendix[1], "II"));
	assert_true(b.checked->doc->root->last->as.appendix.landscape);
	arena_free(b.a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(right_documents_are_clean),
		cmocka_unit_test(identity),
		cmocka_unit_test(sections),
		cmocka_unit_test(figures),
		cmocka_unit_test(prose),
		cmocka_unit_test(sums),
		cmocka_unit_test(cited),
		cmocka_unit_test(counted),
		cmocka_unit_test(missing_figure_is_found),
		cmocka_unit_test(numbers_and_dates),
		cmocka_unit_test(given_at_issue),
		cmocka_unit_test(subjects),
		cmocka_unit_test(signatures),
		cmocka_unit_test(addressees_and_recipients),
		cmocka_unit_test(bases_and_decisions),
		cmocka_unit_test(numbering),
		cmocka_unit_test(words_and_signs),
		cmocka_unit_test(end_marks),
		cmocka_unit_test(award_lists),
		cmocka_unit_test(facts_are_complete),
		cmocka_unit_test(stamps_and_marks),
		cmocka_unit_test(appendices),
		cmocka_unit_test(appendix_numbers),
		cmocka_unit_test(unused_field_is_found),
		cmocka_unit_test(errors_stop_the_flow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
