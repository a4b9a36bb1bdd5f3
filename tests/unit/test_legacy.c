/*
 * test_legacy.c - text in TCVN3 and VNI told from everything else.  The
 * samples are common phrases put through the tables of TCVN 5712:1993 (ABC
 * fonts) and of the VNI fonts.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "text/utf8.h"
#include "text/viet.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int
setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static const char *const tcvn3[] = {
	"Céng hßa x· héi chñ nghÜa ViÖt Nam",
	"Céng hoµ x∙ héi chñ nghÜa",
	"§éc lËp - Tù do - H¹nh phóc",
	"Uû ban nh©n d©n huyÖn, phßng v¨n ho¸",
	"B¸o c¸o kÕt qu¶ thùc hiÖn phong trµo thi ®ua",
};

static const char *const vni[] = {
	"Coäng hoøa",
	"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
	"COÄNG HOØA XAÕ HOÄI",
	"Ñoäc laäp - Töï do - Haïnh phuùc",
	"Uûy ban nhaân daân xaõ, baùo caùo keát quaû",
};

static const char *const quiet[] = {
	"",
	"Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc",
	"Văn hoá, khoá, toà, hoà, loà xoà, hoá, xoá, đoá, thoá mạ, toá",
	"hoá toà hoà loã xoá có bò mì tù và xã là",
	"thuý, thúy, quý, uỷ ban, ủy ban, huỳnh, quỳ, khoẻ, loé, xoè",
	"L'été où Noël, là-bas, près de la forêt, ça coûte très cher",
	"né à Hanoï, thé, haï, Loïc, Caïn, naïf, maïs, dû, mûr",
	"Où est-il ? Où vas-tu ? « Né » et « thé » à la française, août",
	"The café's naïve façade: résumé, coöperate, Zoë's rôle, 5µm, 20°C",
	"§1, §a and §e; ©2025 Acme®, Beta®; 1½, ¾; m×n, n×m; A·B, N·m; ¶",
	"Straße, Maß, groß, Füße, Köln, Fluß, daß, Spaß, Gruß, naß, Paß",
	"São Paulo, não, João, coração, pão, mãe, leão, limão, órgão",
	"mañana, año, día, país, María, baúl, aún, raíz, oír, reír",
	"però, più, città, perché, può, già, così, lunedì, caffè",
	"työ, pöytä, päivä, hyvä, yö, åland, smörgåsbord, rødgrød, blåbær",
	"theo¹ quy định² tại³ điều¹, trang¹, chi¹, xem¹",
	"kế hoạch • chi tiết · tổng hợp; Tư·pháp",
	"na\u00adtion hy\u00adphen to\u00adday con\u00adcept",
};

static void
pasted(void **state)
{
	size_t at;

	(void)state;
	for (size_t i = 0; i < COUNT(tcvn3); i++)
		if (viet_legacy_pasted(str_of(tcvn3[i]), &at) != LEGACY_TCVN3)
			fail_msg("%s", tcvn3[i]);
	for (size_t i = 0; i < COUNT(vni); i++)
		if (viet_legacy_pasted(str_of(vni[i]), &at) != LEGACY_VNI)
			fail_msg("%s", vni[i]);
	for (size_t i = 0; i < COUNT(quiet); i++) {
		struct str s = str_of(quiet[i]);
		enum viet_legacy l = viet_legacy_pasted(s, &at);

		if (l != LEGACY_NONE)
			fail_msg("%d at \"%s\"", l, quiet[i] + at);
		assert_int_equal(at, s.n);
	}
}

/* The same texts as one byte a letter, as old files have them. */
static struct str
latin1(struct arena *a, const char *text)
{
	struct buf b = { .arena = a };
	struct str s = str_of(text);
	size_t i = 0;

	while (i < s.n) {
		uint32_t c = utf8_next(s, &i);

		if (c == 0x2219)
			c = 0xb7;
		if (c > 0xff)
			return STR_NONE;
		buf_addc(&b, (char)c);
	}
	return buf_str(&b);
}

static void
bytes(void **state)
{
	for (size_t i = 0; i < COUNT(tcvn3); i++)
		assert_int_equal(
		    viet_legacy_guess(latin1(*state, tcvn3[i])), LEGACY_TCVN3);
	for (size_t i = 0; i < COUNT(vni); i++)
		assert_int_equal(
		    viet_legacy_guess(latin1(*state, vni[i])), LEGACY_VNI);
	for (size_t i = 0; i < COUNT(quiet); i++)
		assert_int_equal(
		    viet_legacy_guess(latin1(*state, quiet[i])), LEGACY_NONE);
	/* UTF-8 with one byte lost is still not an old encoding. */
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(
		    viet_legacy_guess(str_sub(
			str_of(
			    "\x99 Cộng hòa xã hội chủ nghĩa Việt Nam, uỷ ban "
			    "nhân "
			    "dân, đường, nghị quyết, văn hoá, thống kê, đỗ xe"),
			i, 1000)),
		    LEGACY_NONE);
}

static void
where(void **state)
{
	struct str s = STR("Phần này đúng. Céng hßa x· héi chñ");
	size_t at;

	(void)state;
	assert_int_equal(viet_legacy_pasted(s, &at), LEGACY_TCVN3);
	assert_int_equal(at, str_find(s, STR("Céng"), 0));
	s = STR("Phần này đúng. Coäng hoøa");
	assert_int_equal(viet_legacy_pasted(s, &at), LEGACY_VNI);
	assert_int_equal(at, str_find(s, STR("Coäng"), 0));
}

/* One such word, or one said twice, may be a name. */
static void
one_is_not_enough(void **state)
{
	size_t at;

	(void)state;
	assert_int_equal(
	    viet_legacy_pasted(STR("Coäng Coäng"), &at), LEGACY_NONE);
	assert_int_equal(viet_legacy_pasted(STR("hßa"), &at), LEGACY_NONE);
}

/* Any bytes: no crash, and an offset inside. */
static void
any_bytes(void **state)
{
	unsigned long long x = 88172645463325252ULL;
	char p[64];
	size_t at;

	(void)state;
	for (size_t round = 0; round < 20000; round++) {
		for (size_t i = 0; i < sizeof(p); i++) {
			x ^= x << 13;
			x ^= x >> 7;
			x ^= x << 17;
			p[i] = (char)(x >> 24);
		}
		(void)viet_legacy_guess((struct str) { p, sizeof(p) });
		(void)viet_legacy_pasted((struct str) { p, sizeof(p) }, &at);
		assert_true(at <= sizeof(p));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pasted),
		cmocka_unit_test(bytes),
		cmocka_unit_test(where),
		cmocka_unit_test(one_is_not_enough),
		cmocka_unit_test(any_bytes),
	};

	return cmocka_run_group_tests_name("legacy", tests, setup, teardown);
}
