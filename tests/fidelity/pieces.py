"""pieces.py - what documents are put together from: titles, lists, tables, notes."""
from campaign import TOKENS, escape_md

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI",
         "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"]


def title(w, most=14):
    return w.sentence(w.rng.randint(2, most))


def nested(w, depth, odd):
    """A list as deep as the readers allow."""
    out = []
    for level in range(depth):
        for _ in range(w.rng.randint(1, 2)):
            out.append("  " * level + "- " +
                       w.phrase(0.05, 3, 50, odd) + ";")
    return "\n".join(out)


def cell(w, odd, columns):
    kind = w.rng.random()
    most = 90 // columns
    if kind < 0.12:
        return ""
    if kind < 0.35:
        return escape_md(w.rng.choice([t for t in TOKENS[:40]
                                       if columns < 6 or len(t) < 12]))
    if kind < 0.45:
        return "%d" % w.rng.randrange(10 ** w.rng.randint(1, 8))
    return w.phrase(0.08, 1, most if kind > 0.9 else 3 + most // 4,
                    odd if columns < 6 else 0)


def md_table(w, columns, rows, odd, note=None):
    align = [w.rng.choice([":---", ":---:", "---:", "---"])
             for _ in range(columns)]
    lines = ["Bảng: " + title(w, 25)]
    if w.rng.random() < 0.5:
        lines[0] += " {widths=%s}" % ",".join(
            str(w.rng.randint(3, 5)) for _ in range(columns))
    lines += ["", "| " + " | ".join(title(w, 4) for _ in range(columns)) +
              " |", "| " + " | ".join(align) + " |"]
    for i in range(rows):
        cells = [cell(w, odd, columns) for _ in range(columns)]
        cells[0] = cells[0] or "x"
        if note and w.rng.random() < 0.2:
            cells[-1] += note()
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


class Notes:
    """Footnotes and where they are marked."""

    def __init__(self, w, most):
        self.w, self.most, self.text = w, most, []

    def mark(self):
        n = len(self.text) + 1
        self.text.append("[^n%d]: %s" % (n, self.w.paragraph(2, self.most)))
        return "[^n%d]" % n

    def put(self, text, share):
        out = []
        for word in text.split(" "):
            if self.w.rng.random() < share and word.isalpha():
                word += self.mark()
            out.append(word)
        return " ".join(out)
