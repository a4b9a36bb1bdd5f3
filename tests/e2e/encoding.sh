# encoding.sh - each fault of storage is named as what it is, at its line and
# column, wherever it stands: kinds of fault by Markdown text, front matter, XML
# text and XML attribute.
. "$TOP/tests/e2e/lib.sh.inc"
has encoding python3 || exit 0
python3 - "$PROG" "$work" <<'END' || status=1
import os, re, shutil, subprocess, sys, unicodedata
prog, work = sys.argv[1:]
md = open('tests/cases/base/reports/ok.md', encoding='utf-8').read()
xml = '''<?xml version="1.0" encoding="UTF-8"?>
<report version="1">
 <header>
  <obligation>ket-qua</obligation>
  <unit>phong-kt</unit>
  <drafter>PL.(30)</drafter>
 </header>
 <body>
  <section id="a">
   <title>CÔNG TÁC CHỈ ĐẠO</title>
   <p>Đơn vị đã triển khai đợt thi đua.</p>
  </section>
 </body>
</report>
'''
# The places: file, its text, what is there, where the fault goes in.
places = {
    'Markdown text': ('ok.md', md, 'Phòng đã ban hành'),
    'front matter': ('ok.md', md.replace('Số: 5\n',
        'Số: 5\nTrích yếu: Kết quả đợt thi đua\n'), 'Kết quả đợt'),
    'XML text': ('ok.xml', xml, 'Đơn vị đã'),
    'XML attribute': ('ok.xml', xml.replace('id="a"', 'id="a" label="Đơn vị"'),
        'Đơn vị"'),
}
old = {  # one text, as Latin-1 letters
    'TCVN3': 'Céng hßa x· héi chñ nghÜa ViÖt Nam',
    'VNI': 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam',
    'Windows-1258': 'Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam',
}
one = {  # a sign put before the place
    'Ð for Đ': ('\u00d0', 'parse/wrong-d', 'U+00D0'),
    'ð for đ': ('\u00f0', 'parse/wrong-d', 'U+00F0'),
    'zero width space': ('\u200b', 'parse/zero-width', 'U+200B'),
    'zero width joiner': ('\u200d', 'parse/zero-width', 'U+200D'),
    'soft hyphen': ('\u00ad', 'parse/zero-width', 'U+00AD'),
    'private use': ('\ue000', 'parse/private-use', 'U+E000'),
    'BOM inside': ('\ufeff', 'parse/byte-order-mark-inside', 'U+FEFF'),
    'replacement': ('\ufffd', 'parse/replacement-character', 'U+FFFD'),
    'control': ('\u0085', 'parse/control-character', 'U+0085'),
}
bad = 0
def run(name, data):
    c = work + '/c'
    shutil.rmtree(c, ignore_errors=True)
    shutil.copytree('tests/cases/base', c)
    os.remove(c + '/reports/ok.md')
    open(c + '/reports/' + name, 'wb').write(data)
    r = subprocess.run([prog, 'check', '-C', c, '--lang', 'en'],
        capture_output=True)
    return r.stderr.decode()
def want(what, out, name, line, col, finding, detail):
    global bad
    hit = re.search(r'/%s:%d:%d: \w+: %s: .*: .*%s' % (name, line, col,
        finding, re.escape(detail)), out)
    print(('ok - ' if hit else 'not ok - ') + what)
    if not hit:
        bad += 1
        print('\n'.join('# ' + l for l in out.split('\n') if 'parse/' in l))
def spot(text, at):
    return text.count('\n', 0, at) + 1, at - (text.rfind('\n', 0, at) + 1) + 1
for place, (name, text, mark) in places.items():
    at = text.index(mark)
    line, col = spot(text, at)
    for what, (sign, finding, detail) in one.items():
        out = run(name, (text[:at] + sign + text[at:]).encode())
        want(f'{what}, {place}', out, name, line, col, finding, detail)
    for what, s in old.items():
        out = run(name, (text[:at] + s + ' ' + text[at:]).encode())
        want(f'{what} pasted, {place}', out, name, line, col,
            'parse/legacy-pasted', what)
    # the first letter of the line that is stored apart
    nfd = text[:at] + unicodedata.normalize('NFD', 'Hà') + text[at:]
    want(f'NFD, {place}', run(name, nfd.encode()), name, line, col + 1,
        'parse/not-nfc', '1')
    for what, s in old.items():
        raw = b'\n'.join(re.sub('[^\x00-\x7f]', '', l).encode()
            if i + 1 != line else
            (re.sub('[^\x00-\x7f]', '', text[:at].split('\n')[-1])).encode() +
            s.encode('latin-1') + b' ' +
            re.sub('[^\x00-\x7f]', '', text[at:].split('\n')[0]).encode()
            for i, l in enumerate(text.split('\n')))
        col8 = len(re.sub('[^\x00-\x7f]', '', text[:at].split('\n')[-1])) + 1
        first = next(i for i, ch in enumerate(s) if ord(ch) > 127)
        want(f'{what} bytes, {place}', run(name, raw), name, line,
            col8 + first, 'parse/legacy-encoding', what)
for name, text in (('ok.md', md), ('ok.xml', xml)):
    want(f'BOM, {name}', run(name, b'\xef\xbb\xbf' + text.encode()), name, 1, 1,
        'parse/byte-order-mark', 'U+FEFF')
    end = len(text.split('\n')[0]) + 1
    for what, sep in (('CR LF', '\r\n'), ('CR', '\r')):
        want(f'{what}, {name}', run(name, text.replace('\n', sep).encode()),
            name, 1, end, 'parse/line-end', what + ' (')
    for what, codec, mark in (('UTF-16LE', 'utf-16-le', b'\xff\xfe'),
            ('UTF-16BE', 'utf-16-be', b'\xfe\xff')):
        want(f'{what}, {name}', run(name, mark + text.encode(codec)), name,
            1, 1, 'parse/utf16', what)
sys.exit(bad > 0)
END
exit $status
