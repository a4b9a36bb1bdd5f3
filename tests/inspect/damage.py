"""usage: damage.py PROGRAM FOLDER FILE.docx ...

200 damaged copies of the files: bytes of the package or of one part changed,
parts cut, emptied, dropped, exchanged, or nested without end.  `PROGRAM
inspect` ends by itself with 0 or 1; a file that it could not read has just one
finding, an error that says so.  The same damage on every run.
"""
import io
import json
import os
import random
import re
import subprocess
import sys
import zipfile

PROGRAM, WORK, FILES = sys.argv[1], sys.argv[2], sys.argv[3:]
ROUNDS, SECONDS = 200, 30
UNREADABLE = ("inspect/file-package", "inspect/file-xml", "inspect/file-limit", "io/")


def bits(r, data):
    data = bytearray(data)
    for _ in range(r.choice((1, 3, 40))):
        data[r.randrange(len(data))] = r.randrange(256)
    return bytes(data)


def cut(r, data):
    return data[:r.randrange(len(data))]


def swap(r, data):
    a, b = sorted(r.randrange(len(data)) for _ in range(2))
    return data[b:] + data[a:b] + data[:a]


def numbers(r, data):
    """Every tenth number of the part becomes one that no office program writes."""
    wild = (b"-1", b"0", b"99999999999999999999", b"-2147483648", b"2147483647", b"NaN", b"1e9", b"")
    return re.sub(rb'"\d+"', lambda m: b'"%s"' % r.choice(wild) if r.random() < 0.1 else m.group(), data)


def names(r, data):
    """Elements take each other's names."""
    found = sorted(set(re.findall(rb"<(w:\w+)[ />]", data)))
    if len(found) < 2:
        return data
    a, b = r.sample(found, 2)
    return re.sub(rb"(</?)" + a + rb"\b", rb"\g<1>" + b, data)


def nest(r, data):
    """One cell in another, hundreds deep."""
    n = r.choice((40, 400, 20000))
    return data.replace(b"<w:body>", b"<w:body>" + b"<w:tbl><w:tr><w:tc>" * n + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * n, 1)


def many(r, data):
    return data.replace(b"</w:body>", b'<w:p><w:r><w:t xml:space="preserve">x  </w:t><w:tab/></w:r></w:p>' * r.choice((1000, 60000)) + b"</w:body>", 1)


def entity(r, data):
    return data.replace(b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document', 1)


def empty(r, data):
    return b""


PART = (bits, cut, swap, numbers, names, nest, many, entity, empty)


def damaged(r, data):
    if r.random() < 0.25:
        return r.choice((bits, cut, swap))(r, data)
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        parts = [(n, z.read(n)) for n in z.namelist()]
    i = r.randrange(len(parts)) if r.random() < 0.5 else [n for n, _ in parts].index("word/document.xml")
    name, part = parts[i]
    if r.random() < 0.1:
        del parts[i]
    elif r.random() < 0.1:
        parts[i] = (name, r.choice(parts)[1])
    else:
        parts[i] = (name, r.choice(PART)(r, part) if part else b"")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for n, d in parts:
            z.writestr(n, d)
    return out.getvalue()


def fault(path):
    """What is wrong with how the program took the file; None if nothing."""
    try:
        out = subprocess.run([PROGRAM, "inspect", "--format", "json", path], capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return "no end after %d seconds" % SECONDS
    if out.returncode not in (0, 1):
        return "status %d: %s" % (out.returncode, out.stderr.decode(errors="replace")[:300])
    said = json.loads(out.stdout)
    if said["files"]:
        return None
    found = said["findings"]
    if len(found) != 1 or found[0]["level"] != "error" or not found[0]["rule"].startswith(UNREADABLE):
        return "not read, and said: %s" % [f["rule"] for f in found]
    return ""


def main():
    r = random.Random(20251209)
    bad = refused = 0
    for i in range(ROUNDS):
        with open(FILES[i % len(FILES)], "rb") as f:
            data = damaged(r, f.read())
        path = os.path.join(WORK, "damaged-%03d.docx" % i)
        with open(path, "wb") as f:
            f.write(data)
        wrong = fault(path)
        refused += wrong == ""
        if wrong:
            bad += 1
            print("not ok - inspect damaged-%03d: %s" % (i, wrong))
        else:
            os.remove(path)
    print("%s - inspect: %d damaged files, %d refused with one finding, %d read and measured"
          % ("not ok" if bad else "ok", ROUNDS, refused, ROUNDS - refused - bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
