/*
 * update.c - a file added to (ISO 32000-1, 7.5.6): new objects, a table of
 * them, a trailer that names the table before.  The old bytes stay.
 */
#include <stdlib.h>

#include "base/digest.h"
#include "sign/parts.h"

enum { ID_BYTES = 16 };

void
update_begin(struct update *u, struct arena *a, const struct target *target)
{
	const struct pdf_file *f = &target->file;

	*u = (struct update){ .arena = a,
		.old = f->bytes,
		.next = f->nobjects };
	u->added.arena = a;
	if (u->old.p[u->old.n - 1] != '\n')
		buf_addc(&u->added, '\n');
}

unsigned
update_number(struct update *u)
{
	return u->next++;
}

void
update_open(struct update *u, unsigned number)
{
	*vec_add(u->arena, &u->object) = (struct added_object){
		number, u->old.n + u->added.n
	};
	buf_printf(&u->added, "%u 0 obj\n", number);
}

void
update_close(struct update *u)
{
	buf_adds(&u->added, "\nendobj\n");
}

void
update_stream(struct update *u, unsigned number, struct str entries,
    struct str data)
{
	update_open(u, number);
	buf_adds(&u->added, "<<");
	buf_add(&u->added, entries);
	buf_printf(&u->added, "/Length %zu>>\nstream\r\n", data.n);
	buf_add(&u->added, data);
	buf_adds(&u->added, "\nendstream");
	update_close(u);
}

static int
by_number(const void *x, const void *y)
{
	const struct added_object *a = x, *b = y;

	return a->number < b->number ? -1 : a->number > b->number;
}

/* 7.5.4: runs of objects with numbers in sequence. */
static void
put_table(struct update *u)
{
	const struct added_object *o = u->object.v;
	size_t n = u->object.n, to;

	buf_adds(&u->added, "xref\n0 1\n0000000000 65535 f \n");
	for (size_t i = 0; i < n; i = to) {
		for (to = i + 1;
		     to < n && o[to].number == o[to - 1].number + 1;)
			to++;
		buf_printf(&u->added, "%u %zu\n", o[i].number, to - i);
		for (size_t k = i; k < to; k++)
			buf_printf(
			    &u->added, "%010zu 00000 n \n", o[k].offset);
	}
}

static void
put_hex(struct buf *b, struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++)
		buf_printf(b, "%02X", (unsigned char)bytes.p[i]);
}

/* 14.4: the first half says which document it is, the second which state. */
static void
put_id(struct update *u, const struct target *target)
{
	const struct pdf_value *id = pdf_get_raw(&target->file.trailer, "ID");
	struct digest d = digest_of(buf_str(&u->added));
	struct str now = { (const char *)d.byte, ID_BYTES };
	struct str first = now;

	if (id->kind == PDF_ARRAY && id->n > 0 &&
	    id->item[0].kind == PDF_STRING)
		first = id->item[0].text;
	buf_adds(&u->added, "/ID[<");
	put_hex(&u->added, first);
	buf_adds(&u->added, "><");
	put_hex(&u->added, now);
	buf_adds(&u->added, ">]");
}

struct str
update_end(struct update *u, const struct target *target)
{
	struct buf whole = { .arena = u->arena };
	size_t table = u->old.n + u->added.n;

	qsort(u->object.v, u->object.n, sizeof(*u->object.v), by_number);
	put_table(u);
	buf_printf(&u->added, "trailer\n<</Size %u/Root %u 0 R", u->next,
	    target->root);
	if (target->info != 0)
		buf_printf(&u->added, "/Info %u 0 R", target->info);
	put_id(u, target);
	buf_printf(&u->added, "/Prev %zu>>\nstartxref\n%zu\n%%%%EOF\n",
	    target->file.table, table);
	buf_add(&whole, u->old);
	buf_add(&whole, buf_str(&u->added));
	return buf_str(&whole);
}
