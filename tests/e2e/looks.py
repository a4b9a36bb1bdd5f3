"""usage: looks.py REFERENCE.png PAGE.png

Do two gray pages look the same to a person?  Both are averaged over squares of
4 x 4 pixels, which forgives what another version of the rasteriser does to the
edge of a letter and nothing else; a square may differ by 24 of 255, and only
one in two thousand by more.  A word moved by a millimetre is seen.
"""
import struct
import sys
import zlib

BLOCK, TOLERANCE, SHARE = 4, 24, 1 / 2000


def gray(path):
    """Width, height and rows of an 8-bit PNG (ISO 15948): gray, or the red of
    RGB."""
    data = open(path, "rb").read()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", path
    i, packed = 8, b""
    while i < len(data):
        n, kind = struct.unpack(">I4s", data[i:i + 8])
        body = data[i + 8:i + 8 + n]
        if kind == b"IHDR":
            w, h, depth, colour, _, _, interlace = struct.unpack(
                ">IIBBBBB", body)
            assert depth == 8 and colour in (0, 2) and interlace == 0, path
            step = 3 if colour == 2 else 1
        elif kind == b"IDAT":
            packed += body
        i += 12 + n
    n = w * step
    raw, rows, above = zlib.decompress(packed), [], bytearray(n)
    for y in range(h):
        f, row = raw[y * (n + 1)], bytearray(
            raw[y * (n + 1) + 1:(y + 1) * (n + 1)])
        for x in range(n):
            a = row[x - step] if x >= step else 0
            b, c = above[x], above[x - step] if x >= step else 0
            if f == 4:
                p = a + b - c
                pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
                add = a if pa <= pb and pa <= pc else b if pb <= pc else c
            else:
                add = (0, a, b, (a + b) // 2)[f]
            row[x] = (row[x] + add) & 255
        rows.append(row[::step])
        above = row
    return w, h, rows


def squares(w, h, rows):
    return [[sum(sum(rows[y + j][x:x + BLOCK]) for j in range(BLOCK)) //
             (BLOCK * BLOCK) for x in range(0, w - BLOCK + 1, BLOCK)]
            for y in range(0, h - BLOCK + 1, BLOCK)]


def main():
    a, b = gray(sys.argv[1]), gray(sys.argv[2])
    if a[:2] != b[:2]:
        print("sizes differ: %dx%d and %dx%d" % (a[:2] + b[:2]))
        return 1
    x, y = squares(*a), squares(*b)
    total = far = 0
    for p, q in zip(x, y):
        for u, v in zip(p, q):
            total += 1
            far += abs(u - v) > TOLERANCE
    print("%d of %d squares differ" % (far, total))
    return 1 if far > total * SHARE else 0


sys.exit(main())
