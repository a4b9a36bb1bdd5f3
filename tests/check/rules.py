"""usage: tests/check/rules.py PROGRAM [--write]

src/inspect/RULES.md is the table of `PROGRAM inspect --rules` with the tests
that prove each rule; the tests that it names exist.  --write makes the table
anew: its first columns from the program, the mutations from
tests/inspect/mutate.py, and the other proofs as they stand in it.
"""
import glob
import json
import re
import subprocess
import sys

PROGRAM, TABLE = sys.argv[1], "src/inspect/RULES.md"
HEAD = ["rule", "level", "class", "clause", "what", "build", "DOCX", "PDF", "check", "person", "mutations DOCX", "mutations PDF", "other proofs"]


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def rules():
    out = subprocess.run([PROGRAM, "inspect", "--rules", "--lang", "en", "--format", "json"], capture_output=True, check=True)
    return json.loads(out.stdout)["rules"]


def mutations():
    found = {}
    for form, rule, what in re.findall(r'^(word|page)\("([RH]\d\d)", \w+, "([^"]*)"', read("tests/inspect/mutate.py"), re.M):
        found.setdefault((rule, form), []).append(what)
    return found


def row(r, made, proofs):
    def yes(x):
        return "yes" if x else "-"
    return [r["rule"], r["level"], r["class"], r["clause"] or "-", r["name"], yes(r["made"]), yes(r["docx"]), yes(r["pdf"]),
            r["check"].replace(" ", ", ") or "-", r["person"] or "-", "; ".join(made.get((r["rule"], "word"), [])) or "-",
            "; ".join(made.get((r["rule"], "page"), [])) or "-", proofs or "-"]


def line(cells):
    return "| " + " | ".join(cells) + " |"


def known_tests():
    """Names of files that tests make, and of findings that unit tests bring."""
    makers = read("tests/inspect/make.py") + read("tests/inspect/habits.py")
    names = set(re.findall(r'(?:paper|case)\("([^"]+)"', makers))
    unit = read("tests/unit/test_inspect.c")
    names |= {"inspect/" + i.lower().replace("_", "-") for i in re.findall(r"DIAG_INSPECT_([A-Z_]+)", unit)}
    return names


def habits():
    """The rules that files of habits.py must break, by name."""
    found = {}
    for name, must in re.findall(r'(?:paper|case)\("([^"]+)", "([^"]*)"', read("tests/inspect/habits.py")):
        for rule in must.split():
            found.setdefault(rule, []).append(name)
    return found


def main():
    text = read(TABLE)
    old = {m[0]: m[1].split(" | ")[-1] for m in re.findall(r"^\| ([RH]\d\d) (.*) \|$", text, re.M)}
    findings = set(re.findall(r"^DIAG\(([A-Z0-9_]+),", "".join(map(read, glob.glob("src/diag/area_*.def"))), re.M))
    made, want, bad = mutations(), [], []
    for r in rules():
        proofs = old.get(r["rule"], "-")
        for name in habits().get(r["rule"], []) if "--write" in sys.argv else []:
            if name not in re.split(r"[;,] ", proofs):
                proofs = name if proofs == "-" else proofs + ", " + name
        want.append(line(row(r, made, proofs)))
        for name in re.split(r"[;,] ", proofs):
            name = name.strip("`")
            if re.fullmatch(r"[a-z][a-z/-]*[a-z]", name) and name not in known_tests():
                bad.append("%s: no test %s" % (r["rule"], name))
        for path in re.findall(r"tests/[\w/.]+", proofs):
            try:
                read(path)
            except OSError:
                bad.append("%s: no %s" % (r["rule"], path))
        for form in ("docx", "pdf"):
            if r[form] and (r["rule"], "word" if form == "docx" else "page") not in made:
                bad.append("%s: no mutation of a %s" % (r["rule"], form))
        for name in r["check"].split():
            if name.upper().replace("-", "_").replace("/", "_") not in findings:
                bad.append("%s: no finding %s" % (r["rule"], name))
    table = "\n".join([line(HEAD), line(["---"] * len(HEAD))] + want)
    figures = "%d rules: %d measured on the DOCX, %d on the PDF, %d kept by check, %d leave something to a person; %d + %d mutations." % (
        len(want), sum(r["docx"] for r in rules()), sum(r["pdf"] for r in rules()), sum(r["check"] != "" for r in rules()),
        sum(r["person"] != "" for r in rules()), *(sum(len(v) for k, v in made.items() if k[1] == f) for f in ("word", "page")))
    new = re.sub(r"(?ms)^\| rule \|.*\Z", table + "\n\n" + figures + "\n", text)
    if "--write" in sys.argv:
        with open(TABLE, "w", encoding="utf-8") as f:
            f.write(new)
    elif new != text:
        bad.append("%s is not the table of the program: python3 tests/check/rules.py PROGRAM --write" % TABLE)
    for b in bad:
        print(b)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
