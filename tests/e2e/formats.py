"""usage: python3 formats.py json|rules|sarif|github|short FILE ...

	json FILE SCHEMA	findings by the schema
	own FILE		their members, without a schema
	sarif FILE JSON		SARIF against the findings it was made from
	schema FILE SCHEMA	a JSON file by a schema
	github FILE JSON	workflow commands read back, against the findings
	short FILE JSON		lines against the findings

Exit status 0: fine, 1: not, 77: jsonschema is not installed.
"""
import json
import re
import sys
import urllib.parse

LEVEL = {'error': 'error', 'warning': 'warning', 'style': 'note', 'info': 'note'}


def load(path):
    return json.load(open(path, encoding='utf-8'))


def findings(path):
    """All of them, the waived ones too, as the other forms list them."""
    d = load(path)
    both = d['findings'] + d['waived']
    return sorted(both, key=lambda f: (f.get('file', ''), f.get('line', 0),
                                       f.get('column', 0), f['rule'],
                                       f.get('detail', '')))


def message(f):
    return f['text'] + (': ' + f['detail'] if 'detail' in f else '') + \
        (' [%s]' % f['clause'] if 'clause' in f else '') + \
        ('; did you mean "%s"?' % f['near'] if 'near' in f else '')


def schema(path, by):
    try:
        import jsonschema
    except ImportError:
        sys.exit(77)
    by = load(by)
    cls = jsonschema.validators.validator_for(by)
    cls.check_schema(by)
    faults = list(cls(by).iter_errors(load(path)))
    for e in faults[:5]:
        print('/'.join(map(str, e.absolute_path)), e.message[:200])
    assert not faults


def own(path):
    d = load(path)
    assert d['version'] == 1 and d['mode'] in ('draft', 'review', 'issue')
    for f in d['findings'] + d['waived']:
        assert {'rule', 'level', 'class', 'text', 'remedy'} <= set(f), f
        assert ('line' in f) == ('column' in f)
        assert f['level'] in LEVEL
    assert all('waiver' not in f for f in d['findings'])
    for f in d['waived']:
        assert set(f['waiver']) == {'file', 'line', 'by', 'until', 'reason'}


def sarif(path, by):
    log = load(path)
    assert log['version'] == '2.1.0' and 'sarif-schema-2.1.0' in log['$schema']
    [run] = log['runs']
    assert run['columnKind'] == 'unicodeCodePoints'
    driver = run['tool']['driver']
    assert driver['name'] == 'vanthu' and driver['semanticVersion']
    ids = [r['id'] for r in driver['rules']]
    assert len(ids) == len(set(ids))
    for r in driver['rules']:
        assert r['shortDescription']['text'] and r['help']['text']
        assert r['defaultConfiguration']['level'] in LEVEL.values()
    want = findings(by)
    assert len(run['results']) == len(want) > 0
    used = set()
    for r in run['results']:
        used.add(r['ruleId'])
        assert ids[r['ruleIndex']] == r['ruleId']
        place = r['locations'][0] if r['locations'] else {}
        physical = place.get('physicalLocation', {})
        uri = physical.get('artifactLocation', {}).get('uri', '')
        assert re.fullmatch(r'(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*', uri), uri
        region = physical.get('region', {})
        where = [x['fullyQualifiedName']
                 for x in place.get('logicalLocations', [])]
        context = physical.get('contextRegion', {})
        [f] = [f for f in want
               if f['rule'] == r['ruleId'] and
               f.get('file', '') == urllib.parse.unquote(uri) and
               f.get('line') == region.get('startLine') and
               (f.get('column') or 1) == region.get('startColumn', 1) and
               message(f) == r['message']['text']]
        want.remove(f)
        assert LEVEL[f['level']] == r['level']
        assert where == ([f['where']] if 'where' in f else [])
        assert context.get('snippet', {}).get('text') == f.get('source')
        kinds = [(s['kind'], s['status'], s['justification'].split(' (')[0])
                 for s in r['suppressions']]
        assert kinds == ([('external', 'accepted', f['waiver']['reason'])]
                         if 'waiver' in f else [])
    assert want == [] and used == set(ids)


def unescape(s, prop):
    for a, b in ((('%3A', ':'), ('%2C', ',')) if prop else ()) + (
            ('%0D', '\r'), ('%0A', '\n'), ('%25', '%')):
        s = s.replace(a, b)
    return s


def github(path, by):
    names = {'error': 'error', 'warning': 'warning', 'style': 'notice',
             'info': 'notice'}
    want = findings(by)
    got = []
    for line in open(path, encoding='utf-8', newline='\n'):
        m = re.fullmatch(r'::(error|warning|notice) ([^:]*)::(.*)\n', line)
        assert m, line
        props = dict(p.split('=', 1) for p in m[2].split(','))
        assert set(props) <= {'file', 'line', 'col', 'title'}
        got.append((m[1], {k: unescape(v, True) for k, v in props.items()},
                    unescape(m[3], False)))
    expected = []
    for f in want:
        props = {'title': f['rule']}
        if 'file' in f:
            props['file'] = f['file']
        if 'line' in f:
            props.update(line=str(f['line']), col=str(f['column']))
        waived = ' (waived: %s)' % f['waiver']['reason'] if 'waiver' in f \
            else ''
        expected.append(('notice' if waived else names[f['level']], props,
                         message(f) + waived))
    def key(x):
        return json.dumps(x, sort_keys=True)
    assert sorted(got, key=key) == sorted(expected, key=key)


def short(path, by):
    lines = open(path, encoding='utf-8').read().splitlines()
    expected = []
    for f in findings(by):
        place = f.get('file', '')
        if 'line' in f:
            place += ':%d:%d' % (f['line'], f['column'])
        expected.append('%s%s%s: %s: %s' % (
            place + ': ' if place else '', f['level'],
            ' (waived)' if 'waiver' in f else '', f['rule'], message(f)))
    assert sorted(lines) == sorted(expected), (lines, expected)


def rules(path, shown):
    """The list of rules, against `explain` of each."""
    d = load(path)
    assert d['version'] == 1 and d['mode'] == 'issue'
    lines = open(shown, encoding='utf-8').read().splitlines()
    assert len(d['rules']) == len(lines) > 300
    for r, line in zip(d['rules'], lines):
        assert line == '%s: %s, %s%s: %s' % (
            r['rule'], r['level'], r['class'],
            ', ' + r['clause'] if 'clause' in r else '', r['text']), line
        assert isinstance(r['waivable'], bool)
    print(len(lines), 'rules')


{'json': schema, 'schema': schema, 'own': own, 'sarif': sarif,
 'github': github, 'short': short, 'rules': rules}[sys.argv[1]](*sys.argv[2:])
