/*
 * command.c - the commands.  To add one: write cmd_x.c, add a row here,
 * describe it in vanthu.1, add it to vanthu.bash and a case under tests/.
 */
#include "cli/cli.h"

const struct command commands[] = {
	{
	    .name = "init",
	    .args = "DIR",
	    .summary = { [LANG_VI] = "tạo thư mục đợt thi đua mới",
		[LANG_EN] = "make a new campaign folder" },
	    .takes = TAKES_NONE,
	    .min_args = 1,
	    .max_args = 1,
	    .run = cmd_init,
	},
	{
	    .name = "new",
	    .args = "OBLIGATION UNIT",
	    .summary = { [LANG_VI] = "tạo khung báo cáo theo kế hoạch",
		[LANG_EN] = "start a report from its place in the plan" },
	    .takes = TAKES_DIR,
	    .min_args = 2,
	    .max_args = 2,
	    .run = cmd_new,
	},
	{
	    .name = "check",
	    .args = "[REPORT ...]",
	    .summary = { [LANG_VI] = "kiểm tra báo cáo theo kế hoạch và thể "
				     "thức",
		[LANG_EN] = "check reports against plan and decree" },
	    .takes = TAKES_DIR | TAKES_JOBS | TAKES_AS_OF | TAKES_MODE |
		TAKES_LIST,
	    .max_args = -1,
	    .run = cmd_check,
	},
	{
	    .name = "fix",
	    .args = "[REPORT ...]",
	    .summary = { [LANG_VI] = "sửa lỗi hình thức, không đổi câu chữ",
		[LANG_EN] = "mend form only, never wording" },
	    .takes = TAKES_DIR | TAKES_JOBS | TAKES_FIX,
	    .max_args = -1,
	    .run = cmd_fix,
	},
	{
	    .name = "build",
	    .args = "[REPORT ...]",
	    .summary = { [LANG_VI] = "kiểm tra rồi xuất DOCX và PDF",
		[LANG_EN] = "check reports and write DOCX and PDF" },
	    .takes = TAKES_DIR | TAKES_FORMATS | TAKES_JOBS | TAKES_DUMP |
		TAKES_AS_OF | TAKES_MODE,
	    .max_args = -1,
	    .run = cmd_build,
	},
	{
	    .name = "status",
	    .args = "",
	    .summary = { [LANG_VI] = "đơn vị nào đã, chưa, muộn báo cáo",
		[LANG_EN] = "who has reported, who is late" },
	    .takes = TAKES_DIR | TAKES_JOBS | TAKES_AS_OF,
	    .max_args = 0,
	    .run = cmd_status,
	},
	{
	    .name = "sheet",
	    .args = "REPORT",
	    .summary = { [LANG_VI] = "lập phiếu kiểm tra cho người ký",
		[LANG_EN] = "write the check sheet for the signer" },
	    .takes = TAKES_DIR | TAKES_OUT | TAKES_AS_OF | TAKES_MODE,
	    .min_args = 1,
	    .max_args = 1,
	    .run = cmd_sheet,
	},
	{
	    .name = "template",
	    .args = "lint [FILE ...]",
	    .summary = { [LANG_VI] = "kiểm tra mẫu trình bày",
		[LANG_EN] = "check the templates" },
	    .takes = TAKES_DIR,
	    .min_args = 1,
	    .max_args = -1,
	    .run = cmd_template,
	},
	{
	    .name = "inspect",
	    .args = "FILE ...",
	    .summary = { [LANG_VI] = "đo tệp Word, PDF theo quy định thể thức",
		[LANG_EN] = "measure Word files and our PDF by the decree" },
	    .takes = TAKES_RULES,
	    .max_args = -1,
	    .run = cmd_inspect,
	},
	{
	    .name = "sign",
	    .args = "FILE.pdf",
	    .summary = { [LANG_VI] = "ký số vào ô ký của tệp PDF",
		[LANG_EN] = "sign a PDF in its place to sign" },
	    .takes = TAKES_SIGN,
	    .min_args = 1,
	    .max_args = 1,
	    .run = cmd_sign,
	},
	{
	    .name = "explain",
	    .args = "FINDING",
	    .summary = { [LANG_VI] = "giải thích một lỗi, cảnh báo",
		[LANG_EN] = "explain a finding" },
	    .min_args = 0,
	    .max_args = 1,
	    .run = cmd_explain,
	},
	{
	    .name = "help",
	    .args = "[COMMAND]",
	    .summary = { [LANG_VI] = "trợ giúp", [LANG_EN] = "this help" },
	    .max_args = 1,
	    .run = cmd_help,
	},
};

const size_t ncommands = sizeof(commands) / sizeof(commands[0]);
