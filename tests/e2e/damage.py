"""usage: damage.py images REPORT FOLDER FIRST
          damage.py fonts FONT.ttf FOLDER

images: 100 image files that cannot be shown (as many as a report may have), from
number FIRST on, the same on every machine, and REPORT rewritten to show them;
prints for each its line in the report and
the finding it must give.
fonts: copies of a font that somebody damaged; prints their names.
"""
import os
import random
import re
import struct
import sys
import zlib

IMAGES = 100


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(
        ">I", zlib.crc32(kind + data))


def png(r, width=None, height=None, depth=8, colour=2, interlace=0, rows=None,
        palette=True, idat=True, end=True):
    """A small PNG; what is not said is right."""
    w = r.randint(2, 20) if width is None else width
    h = r.randint(2, 20) if height is None else height
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(colour, 1)
    line = 1 + (min(w, 99) * channels * depth + 7) // 8
    raw = bytes(line * (min(h, 99) if rows is None else rows))
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(
        ">IIBBBBB", w, h, depth, colour, 0, 0, interlace))
    if colour == 3 and palette:
        out += chunk(b"PLTE", bytes(48))
    if idat:
        out += chunk(b"IDAT", zlib.compress(raw))
    return out + (chunk(b"IEND", b"") if end else b"")


def segment(marker, data):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(r, frame=0xC0, precision=8, width=None, height=None, components=3,
         end=True, frames=1):
    w = r.randint(2, 99) if width is None else width
    h = r.randint(2, 99) if height is None else height
    sof = struct.pack(">BHHB", precision, h, w, components) + b"".join(
        bytes([i + 1, 0x11, 0]) for i in range(components))
    out = b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\1\0\x60\0\x60\0\0")
    out += segment(frame, sof) * frames
    out += segment(0xDA, b"\1\1\0\0\x3f\0") + bytes(r.randint(9, 99))
    return out + (b"\xff\xd9" if end else b"")


def cut(r, data, least):
    return data[:r.randint(least, len(data) - 1)]


def flipped(r, data, kind):
    """A bit of a chunk changed, its check sum left as it was."""
    at = data.index(kind) + 4
    n = struct.unpack(">I", data[at - 8:at - 4])[0]
    at += r.randrange(n)
    return data[:at] + bytes([data[at] ^ 1 << r.randrange(8)]) + data[at + 1:]


def lie(r, data, kind):
    """A chunk that says it is longer than the file."""
    at = data.index(kind) - 4
    return data[:at] + struct.pack(">I", r.choice(
        (len(data), 0x7fffffff, 0xffffffff))) + data[at + 4:]


ANY = [(8, 0, 0), (16, 0, 1), (8, 2, 1), (16, 2, 0), (8, 3, 0), (8, 4, 1),
       (16, 6, 0), (8, 6, 1)]


def any_png(r, **more):
    depth, colour, interlace = r.choice(ANY)
    return png(r, depth=depth, colour=colour, interlace=interlace, **more)


# What is wrong with it, and what must be said
DAMAGE = [
    (lambda r: cut(r, any_png(r), 8), "damaged"),
    (lambda r: flipped(r, any_png(r), b"IHDR"), "damaged|large"),
    (lambda r: flipped(r, any_png(r), b"IDAT"), "damaged"),
    (lambda r: lie(r, any_png(r), b"IDAT"), "damaged"),
    (lambda r: lie(r, any_png(r), b"IHDR"), "damaged"),
    (lambda r: any_png(r, width=0), "damaged"),
    (lambda r: any_png(r, height=0), "damaged"),
    (lambda r: any_png(r, width=r.randint(20001, 2**31 - 1)), "large|damaged"),
    (lambda r: any_png(r, width=20000, height=20000), "large"),
    (lambda r: any_png(r, rows=1), "damaged"),
    (lambda r: any_png(r, idat=False), "damaged"),
    (lambda r: any_png(r, end=False), "damaged"),
    (lambda r: png(r, colour=3, palette=False), "damaged"),
    (lambda r: png(r, colour=r.choice((1, 5, 7, 9))), "damaged"),
    (lambda r: png(r, depth=r.choice((0, 3, 5, 32))), "damaged"),
    (lambda r: png(r, interlace=r.randint(2, 255)), "damaged"),
    (lambda r: cut(r, jpeg(r), 3), "damaged"),
    (lambda r: jpeg(r, end=False), "damaged"),
    (lambda r: jpeg(r, width=0), "damaged"),
    (lambda r: jpeg(r, height=0), "damaged"),
    (lambda r: jpeg(r, width=r.randint(20001, 65535)), "large"),
    (lambda r: jpeg(r, components=4), "colours"),
    (lambda r: jpeg(r, frame=0xC2, components=4), "colours"),
    (lambda r: jpeg(r, frame=r.choice((0xC9, 0xCA, 0xCB))), "colours"),
    (lambda r: jpeg(r, frame=0xC3), "colours"),
    (lambda r: jpeg(r, precision=12, frame=0xC1), "colours"),
    (lambda r: jpeg(r, frames=2), "damaged"),
    (lambda r: jpeg(r, frames=0), "damaged"),
    (lambda r: jpeg(r).replace(b"\xff\xe0\0\x10", b"\xff\xe0\xff\xff"),
     "damaged"),
    (lambda r: b"GIF89a" + bytes(r.randint(0, 99)), "kind"),
    (lambda r: bytes(r.randrange(256) for _ in range(60)), "kind"),
    (lambda r: b"", "kind"),
]


def images(report, folder, first):
    text = open(report, encoding="utf-8").read()
    head, tail = text.rsplit("\n\nTrên đây", 1)
    want, line = [], head.count("\n") + 3
    for i in range(int(first), int(first) + IMAGES):
        make, finding = DAMAGE[i % len(DAMAGE)]
        r = random.Random(i)
        with open(os.path.join(folder, "%03d.bin" % i), "wb") as f:
            f.write(make(r))
        head += "\n\n![Ảnh số %d](anh/%03d.bin)" % (i, i)
        want.append("%d:1 %s" % (line, finding))
        line += 2
    with open(report, "w", encoding="utf-8") as f:
        f.write(head + "\n\nTrên đây" + tail)
    print("\n".join(want))


def fonts(path, folder):
    data = open(path, "rb").read()
    tables = {data[12 + 16 * i:16 + 16 * i]: 12 + 16 * i
              for i in range(struct.unpack(">H", data[4:6])[0])}

    def start(tag):
        return struct.unpack(">I", data[tables[tag] + 8:tables[tag] + 12])[0]

    def patched(at, new):
        return data[:at] + new + data[at + len(new):]

    made = {
        "empty": b"",
        "text": b"this is no font\n" * 99,
        "cut-head": data[:200],
        "cut-half": data[:len(data) // 2],
        "no-glyphs": patched(start(b"maxp") + 4, b"\0\1"),
        "no-units": patched(start(b"head") + 18, b"\0\0"),
        "no-metrics": patched(start(b"hhea") + 34, b"\0\0"),
        "directory": patched(12, b"\xff" * 200),
        "cmap": patched(start(b"cmap"), b"\xff" * 400),
        "glyf-length": patched(tables[b"glyf"] + 12, b"\0\0\0\0"),
    }
    for seed in range(10):
        r = random.Random(seed)
        b = bytearray(data)
        for _ in range(2000):
            b[r.randrange(len(b))] = r.randrange(256)
        made["flipped-%d" % seed] = bytes(b)
    for name, content in made.items():
        os.mkdir(os.path.join(folder, name))
        with open(os.path.join(folder, name, "font.ttf"), "wb") as f:
            f.write(content)
        print(name)


{"images": images, "fonts": fonts}[sys.argv[1]](*sys.argv[2:])
