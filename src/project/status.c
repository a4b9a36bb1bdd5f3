/* status.c - who has reported what, as of a day. */
#include "project/status.h"

#include "base/json.h"
#include "base/vec.h"

/* The result that answers a duty; n if none. */
static size_t
find_answer(const struct duty *d, const struct result *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(r[i].obligation, d->obligation->id) &&
		    str_eq(r[i].unit, d->unit->id))
			return i;
	return n;
}

static bool
is_after(struct date d, struct date as_of)
{
	return date_is_set(d) && date_cmp(d, as_of) > 0;
}

static void
settle(struct duty *d, const struct project *p, const struct result *r,
    struct date as_of)
{
	size_t i = find_answer(d, r, p->nreports);

	d->days_left =
	    date_serial(d->obligation->last) - date_serial(as_of);
	d->state = DUTY_MISSING;
	if (i == p->nreports)
		return;
	if (is_after(r[i].date, as_of) || is_after(r[i].received, as_of))
		return;
	d->file = &p->report[i];
	d->date = r[i].date;
	d->received = r[i].received;
	d->state = r[i].outcome != DONE ? DUTY_REJECTED :
	    r[i].late			? DUTY_LATE :
					  DUTY_DONE;
}

bool
status_make(const struct project *p, const struct font_set *fs,
    struct date as_of, unsigned jobs, struct arena *a, struct diags *ds,
    struct status *st, struct err *err)
{
	const struct report_file **file =
	    NEW_ARRAY(a, p->nreports, const struct report_file *);
	struct want want = { .fonts = fs };
	struct result *r;
	VEC(struct duty) duty = { 0 };

	for (size_t i = 0; i < p->nreports; i++)
		file[i] = &p->report[i];
	if (!run_reports(p, file, p->nreports, &want, jobs, NULL, NULL, a, &r,
		err))
		return false;
	for (size_t i = 0; i < p->nreports; i++)
		diags_append(ds, r[i].diags);
	*st = (struct status){ .as_of = as_of };
	for (size_t o = 0; o < p->plan->nobligations; o++) {
		const struct obligation *ob = &p->plan->obligation[o];

		for (size_t u = 0; u < ob->nunits; u++) {
			struct duty *d = vec_add(a, &duty);

			d->obligation = ob;
			d->unit = ob->unit[u];
			settle(d, p, r, as_of);
			st->count[d->state]++;
		}
	}
	st->v = duty.v;
	st->n = duty.n;
	return true;
}

bool
status_complete(const struct status *st)
{
	return st->count[DUTY_MISSING] == 0 && st->count[DUTY_REJECTED] == 0;
}

static const struct {
	const char *word[LANG_MAX], *color;
} states[DUTY_MAX] = {
	[DUTY_DONE] = { { [LANG_VI] = "đã báo cáo", [LANG_EN] = "done" },
	    "\033[32m" },
	[DUTY_LATE] = { { [LANG_VI] = "báo cáo muộn", [LANG_EN] = "late" },
	    "\033[33m" },
	[DUTY_MISSING] = { { [LANG_VI] = "chưa báo cáo",
			       [LANG_EN] = "missing" },
	    "\033[31m" },
	[DUTY_REJECTED] = { { [LANG_VI] = "bị từ chối",
				[LANG_EN] = "rejected" },
	    "\033[31;1m" },
};

static void
print_days(const struct duty *d, enum lang lang, struct buf *out)
{
	bool overdue = d->days_left < 0;
	long long days = overdue ? -d->days_left : d->days_left;

	if (d->state == DUTY_DONE || d->state == DUTY_LATE)
		return;
	if (lang == LANG_EN)
		buf_printf(out, " (%lld day%s %s)", days,
		    days == 1 ? "" : "s", overdue ? "overdue" : "left");
	else
		buf_printf(out, overdue ? " (quá hạn %lld ngày)" :
					  " (còn %lld ngày)", days);
}

static void
print_duty(const struct duty *d, enum lang lang, bool color, struct buf *out)
{
	buf_printf(out, "  %s%s%s", color ? states[d->state].color : "",
	    states[d->state].word[lang], color ? "\033[0m" : "");
	print_days(d, lang, out);
	buf_printf(out, ": %.*s", STR_ARG(d->unit->name));
	if (date_is_set(d->date))
		buf_printf(out, ", %.*s",
		    STR_ARG(date_short(out->arena, d->date)));
	if (date_is_set(d->received))
		buf_printf(out, ", %s %.*s",
		    lang == LANG_EN ? "received" : "nhận",
		    STR_ARG(date_short(out->arena, d->received)));
	if (d->file != NULL)
		buf_printf(out, ", %s", d->file->shown);
	buf_addc(out, '\n');
}

static void
print_obligation(const struct obligation *o, enum lang lang, struct buf *out)
{
	static const char *const word[2][LANG_MAX] = {
		{ [LANG_VI] = "trước ngày", [LANG_EN] = "before" },
		{ [LANG_VI] = "chậm nhất ngày", [LANG_EN] = "by" },
	};
	bool by = date_is_set(o->by);

	buf_printf(out, "%.*s (%.*s), %s %.*s\n", STR_ARG(o->name),
	    STR_ARG(o->id), word[by][lang],
	    STR_ARG(date_short(out->arena, by ? o->by : o->before)));
}

void
status_print(const struct status *st, enum lang lang, bool color,
    struct buf *out)
{
	const struct obligation *last = NULL;

	for (size_t i = 0; i < st->n; i++) {
		const struct duty *d = &st->v[i];

		if (d->obligation != last) {
			last = d->obligation;
			print_obligation(last, lang, out);
		}
		print_duty(d, lang, color, out);
	}
	buf_printf(out, "%s %.*s:", lang == LANG_EN ? "As of" : "Tính đến",
	    STR_ARG(date_short(out->arena, st->as_of)));
	for (enum duty_state s = 0; s < DUTY_MAX; s++)
		buf_printf(out, "%s %zu %s", s == 0 ? "" : ",", st->count[s],
		    states[s].word[lang]);
	buf_addc(out, '\n');
}

void
status_json(const struct status *st, struct buf *out)
{
	struct json j = json_begin(out);

	json_open(&j, NULL, '{');
	json_int(&j, "version", 1);
	json_str(&j, "as_of", date_iso(out->arena, st->as_of));
	json_bool(&j, "complete", status_complete(st));
	json_open(&j, "duties", '[');
	for (size_t i = 0; i < st->n; i++) {
		const struct duty *d = &st->v[i];

		json_open(&j, NULL, '{');
		json_str(&j, "obligation", d->obligation->id);
		json_str(&j, "unit", d->unit->id);
		json_str(&j, "state", str_of(states[d->state].word[LANG_EN]));
		json_str(&j, "last_day",
		    date_iso(out->arena, d->obligation->last));
		json_int(&j, "days_left", d->days_left);
		if (d->file != NULL)
			json_str(&j, "file", d->file->path);
		if (date_is_set(d->date))
			json_str(&j, "date", date_iso(out->arena, d->date));
		if (date_is_set(d->received))
			json_str(&j, "received",
			    date_iso(out->arena, d->received));
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_close(&j, '}');
}
