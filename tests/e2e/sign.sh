# sign.sh - signatures: both places signed, what other programs say of them,
# what is refused and why.  All keys are made here and thrown away.
. "$TOP/tests/e2e/lib.sh.inc"
has "signatures" openssl pdfsig qpdf || exit 0
build_sample
[ $status = 0 ] || exit 1
pki=$work/pki
mkdir "$pki" || exit 3

# key NAME ALGORITHM [PARAMETER]; cert NAME DAYS-FROM DAYS-TO USAGE HOLDER
day() {
	date -u -d "$1 days" +%Y%m%d%H%M%SZ
}
key() {
	openssl genpkey -algorithm "$2" ${3:+-pkeyopt "$3"} \
	    -out "$pki/$1.key" 2>/dev/null
}
cert() {
	openssl req -new -utf8 -key "$pki/$1.key" -subj "/C=VN/CN=$5" \
	    -out "$pki/$1.csr" 2>/dev/null
	echo "keyUsage=critical,$4" >"$pki/$1.ext"
	openssl ca -batch -notext -utf8 -config "$pki/ca.cnf" \
	    -startdate "$(day "$2")" -enddate "$(day "$3")" \
	    -extfile "$pki/$1.ext" -in "$pki/$1.csr" -out "$pki/$1.crt" \
	    2>"$pki/log" || { cat "$pki/log"; bad "certificate $1"; }
}
cat >"$pki/ca.cnf" <<CNF
[ca]
default_ca = d
[d]
database = $pki/index
serial = $pki/serial
new_certs_dir = $pki
certificate = $pki/ca.crt
private_key = $pki/ca.key
default_md = sha256
policy = p
unique_subject = no
[p]
countryName = optional
commonName = supplied
CNF
: >"$pki/index"
echo 1000 >"$pki/serial"
key ca RSA rsa_keygen_bits:2048
openssl req -x509 -new -key "$pki/ca.key" -days 30 -subj "/CN=Test CA" \
    -out "$pki/ca.crt" 2>/dev/null
key person RSA rsa_keygen_bits:2048
cert person -10 10 digitalSignature "Nguyễn Văn A"
key office EC ec_paramgen_curve:P-256
cert office -10 10 nonRepudiation "UBND xã Thái Tân"
key other RSA rsa_keygen_bits:2048
cert other -10 10 keyEncipherment "Trần Thị B"
cp "$pki/person.key" "$pki/old.key"
cert old -20 -10 digitalSignature "Nguyễn Văn A"
cp "$pki/person.key" "$pki/early.key"
cert early 5 10 digitalSignature "Nguyễn Văn A"
key edwards ED25519
cert edwards -10 10 digitalSignature "Nguyễn Văn A"
echo bi-mat >"$pki/pass"
echo sai >"$pki/wrong"
openssl pkcs12 -export -inkey "$pki/person.key" -in "$pki/person.crt" \
    -certfile "$pki/ca.crt" -passout file:"$pki/pass" -out "$pki/person.p12"
openssl pkcs8 -topk8 -in "$pki/person.key" -passout file:"$pki/pass" \
    -out "$pki/locked.key"
cat "$pki/ca.crt" "$pki/office.crt" >"$pki/chain.crt"

look() { # file
	pdfsig -nocert "$1" >"$work/sig" 2>/dev/null
}
count() { # text, wanted
	n=$(grep -c "$1" "$work/sig")
	[ "$n" = "$2" ]
}
sign() {
	"$PROG" sign --lang en "$@" >"$work/out" 2>"$work/err"
}

plain=$SAMPLE/phong-kt-ket-qua.pdf
cp "$plain" "$work/a.pdf"
a=$work/a.pdf
one=$work/a.signed.pdf
two=$work/two.pdf

# -- the places -----------------------------------------------------------

# The seal covers 25 to 40 % of the person's place, on its left (II.8.a).
stems=
for f in "$SAMPLE"/*.pdf; do
	stems="$stems $(basename "$f" .pdf)"
	look "$f"
	count 'Signature Field Name: nguoi-ky' 1 &&
	    count 'Signature Field Name: co-quan' 1 &&
	    count 'form field is not signed' 2 ||
	    bad "$(basename "$f") has two places to sign"
done
"$PROG" build -C input --dump=pages $stems 2>/dev/null >"$work/pages"
awk '$1 == "field" && $2 == "nguoi-ky" {
	x = $3; y = $4; w = $5; h = $6; next }
$1 == "field" {
	left = $3 > x ? $3 : x
	right = $3 + $5 < x + w ? $3 + $5 : x + w
	top = $4 > y ? $4 : y
	foot = $4 + $6 < y + h ? $4 + $6 : y + h
	part = (right - left) * (foot - top) / (w * h)
	if ($3 > x || part < 0.25 || part > 0.40) { print; bad = 1 }
	n++ }
END { exit bad || n != want }' want="$(echo $stems | wc -w)" \
    "$work/pages" && ok "the seal covers a third of the signature" ||
    bad "the seal covers a third of the signature"

# -- the two signatures ---------------------------------------------------

sign "$a" --key "$pki/person.key" --cert "$pki/person.crt" &&
    [ -f "$one" ] && cmp -s "$a" "$plain" && ok "the person signs" ||
    { cat "$work/err"; bad "the person signs"; }
size=$(wc -c <"$a")
head -c "$size" "$one" | cmp -s - "$a" && ok "the old bytes stay" ||
    bad "the old bytes stay"
look "$one"
count 'Signature is Valid' 1 && count 'Total document signed' 1 &&
    count 'ETSI.CAdES.detached' 1 && count 'SHA-256' 1 &&
    ok "pdfsig: valid, total document signed" ||
    { cat "$work/sig"; bad "pdfsig: valid, total document signed"; }
sign "$one" --field co-quan --key "$pki/office.key" \
    --cert "$pki/chain.crt" --out "$two" && ok "the organisation signs" ||
    { cat "$work/err"; bad "the organisation signs"; }
look "$two"
count 'Signature is Valid' 2 && count 'Total document signed' 1 &&
    ok "both signatures are valid, the last covers all" ||
    { cat "$work/sig"; bad "both signatures are valid"; }
for f in "$one" "$two"; do
	qpdf --check "$f" >"$work/qpdf" 2>&1 &&
	    ok "qpdf: $(basename "$f") is sound" ||
	    { cat "$work/qpdf"; bad "qpdf: $(basename "$f")"; }
done
pdftotext "$plain" "$work/text1"
pdftotext "$two" "$work/text2"
cmp -s "$work/text1" "$work/text2" && ok "the text is the same" ||
    bad "the text is the same"

# -- time -----------------------------------------------------------------

now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
sign "$a" --key "$pki/person.key" --cert "$pki/person.crt" --time "$now" \
    --out "$work/t1.pdf" &&
    sign "$a" --key "$pki/person.key" --cert "$pki/person.crt" \
	--time "$now" --out "$work/t2.pdf" &&
    cmp -s "$work/t1.pdf" "$work/t2.pdf" &&
    ok "the same time gives the same bytes" || bad "same bytes"
there=$(TZ=UTC-7 date -d "$now" +%Y%m%d%H%M%S)
grep -aq "/M(D:$there+07'00')" "$work/t1.pdf" && ok "/M is in +07:00" ||
    bad "/M is in +07:00"
epoch=$(date -d "$now" +%s)
SOURCE_DATE_EPOCH=$epoch sign "$a" --key "$pki/person.key" \
    --cert "$pki/person.crt" --out "$work/t3.pdf" &&
    cmp -s "$work/t1.pdf" "$work/t3.pdf" &&
    ok "SOURCE_DATE_EPOCH is the clock" || bad "SOURCE_DATE_EPOCH"

# -- what is in the signature ---------------------------------------------

python3 - "$work/t1.pdf" "$work/cms.der" "$work/covered" <<'PY'
import re, sys
d = open(sys.argv[1], 'rb').read()
r = [int(x) for x in re.search(rb'/ByteRange\[(.*?)\]', d).group(1).split()]
h = d[r[1]:r[2]]
assert h[:1] == b'<' and h[-1:] == b'>' and r[2] + r[3] == len(d)
der = bytes.fromhex(h[1:-1].decode())
n = 4 + int.from_bytes(der[2:4], 'big')
open(sys.argv[2], 'wb').write(der[:n])
open(sys.argv[3], 'wb').write(d[:r[1]] + d[r[2]:])
PY
openssl cms -verify -binary -inform DER -in "$work/cms.der" \
    -content "$work/covered" -CAfile "$pki/ca.crt" -purpose any -cades \
    -out /dev/null 2>"$work/log" && ok "openssl: the CMS is valid CAdES" ||
    { cat "$work/log"; bad "openssl: the CMS is valid CAdES"; }
openssl asn1parse -inform DER -in "$work/cms.der" >"$work/asn1"
grep -q signingTime "$work/asn1" && bad "no signingTime" ||
    ok "no signingTime beside /M"
grep -q 'signingCertificateV2' "$work/asn1" && ok "signing-certificate-v2" ||
    bad "signing-certificate-v2"

# -- one byte changed -----------------------------------------------------

python3 - "$two" "$work/bad.pdf" <<'PY'
import sys
d = bytearray(open(sys.argv[1], 'rb').read())
d[d.index(b'/TU') + 6] ^= 1
open(sys.argv[2], 'wb').write(d)
PY
look "$work/bad.pdf"
count 'Signature is Valid' 0 && count 'Digest Mismatch' 2 &&
    ok "one byte changed: no signature is valid" ||
    { cat "$work/sig"; bad "one byte changed"; }

# -- PKCS #12, locked keys, images ----------------------------------------

sign "$a" --p12 "$pki/person.p12" --pass-file "$pki/pass" \
    --out "$work/p12.pdf" && look "$work/p12.pdf" &&
    count 'Signature is Valid' 1 && ok "PKCS #12" ||
    { cat "$work/err"; bad "PKCS #12"; }
sign "$a" --key "$pki/locked.key" --cert "$pki/person.crt" \
    --pass-file "$pki/pass" --out "$work/locked.pdf" &&
    look "$work/locked.pdf" && count 'Signature is Valid' 1 &&
    ok "a key with a password" || { cat "$work/err"; bad "locked key"; }
if has "signature images" convert; then
	convert -size 300x120 xc:none -fill none -stroke '#1030c0' \
	    -strokewidth 6 -draw 'bezier 10,100 90,-60 170,180 290,20' \
	    PNG32:"$work/hand.png"
	convert -size 400x400 xc:none -fill none -stroke '#d01010' \
	    -strokewidth 12 -draw 'circle 200,200 200,10' \
	    PNG32:"$work/seal.png"
	sign "$a" --key "$pki/person.key" --cert "$pki/person.crt" \
	    --image "$work/hand.png" --out "$work/i1.pdf" &&
	    sign "$work/i1.pdf" --field co-quan --key "$pki/office.key" \
		--cert "$pki/office.crt" --image "$work/seal.png" \
		--out "$work/i2.pdf" && look "$work/i2.pdf" &&
	    count 'Signature is Valid' 2 && qpdf --check "$work/i2.pdf" \
	    >/dev/null && ok "signatures with images" ||
	    { cat "$work/err"; bad "signatures with images"; }
	pages=$(pdfinfo "$work/i2.pdf" | awk '/^Pages/ {print $2}')
	pdftoppm -r 50 -png -f "$pages" "$work/i2.pdf" "$work/page"
	seen() { # color: how much of it is on the page?
		convert "$work"/page*.png -fuzz 20% -fill black \
		    +opaque "$1" -fill white -opaque "$1" \
		    -format '%[fx:int(mean*w*h)]' info:
	}
	[ "$(seen '#d01010')" -gt 50 ] && [ "$(seen '#1030c0')" -gt 50 ] &&
	    ok "signature and seal can be seen" ||
	    bad "signature and seal can be seen"
	# II.8.a on the page: a seal of 34 to 38 mm over the left third of what
	# is drawn of the signature (25 to 40 %)
	pdftoppm -r 127 -png -f "$pages" -singlefile "$work/i2.pdf" "$work/big"
	box() { # color: "width left" of it in pixels of 0.2 mm
		convert "$work/big.png" -fuzz 25% -fill black +opaque "$1" \
		    -format '%@' info: | awk -F '[x+]' '{ print $1, $3 }'
	}
	echo "$(box '#d01010') $(box '#1030c0')" | awk '{
		over = ($2 + $1 - $4) / $3
		printf "seal %.1f mm, over %.0f %% of the signature\n",
		    $1 / 5, 100 * over
		exit !($1 >= 170 && $1 <= 190 && over >= 0.25 && over <= 0.4) }' &&
	    ok "the seal lies over a third of the signature" ||
	    bad "the seal lies over a third of the signature"
fi

# -- what is refused ------------------------------------------------------

refused() { # finding, what, arguments...
	want=$1 what=$2
	shift 2
	rm -f "$work/no.pdf"
	sign "$@" --out "$work/no.pdf"
	got=$?
	[ $got = 1 ] && grep -q " $want: " "$work/err" &&
	    [ ! -e "$work/no.pdf" ] && ok "$what: $want" ||
	    { cat "$work/err"; bad "$what: status $got, wanted $want"; }
}
p="--key $pki/person.key --cert $pki/person.crt"
refused sign/cert-mismatch "certificate of another key" "$a" \
    --key "$pki/person.key" --cert "$pki/office.crt"
refused sign/cert-expired "expired certificate" "$a" \
    --key "$pki/old.key" --cert "$pki/old.crt"
refused sign/cert-early "certificate of next week" "$a" \
    --key "$pki/early.key" --cert "$pki/early.crt"
# Its first and last second belong to the certificate (RFC 5280, 4.1.2.5).
edge() { # startdate or enddate, seconds to add
	at=$(openssl x509 -in "$pki/person.crt" -noout -"$1" | sed 's/.*=//')
	date -u -d "@$(($(date -d "$at" +%s) + $2))" +%Y-%m-%dT%H:%M:%SZ
}
sign "$a" $p --time "$(edge startdate 0)" --out "$work/first.pdf" &&
    ok "the first second of the certificate" ||
    { cat "$work/err"; bad "the first second of the certificate"; }
sign "$a" $p --time "$(edge enddate 0)" --out "$work/last.pdf" &&
    ok "the last second of the certificate" ||
    { cat "$work/err"; bad "the last second of the certificate"; }
refused sign/cert-early "a second before it" "$a" $p \
    --time "$(edge startdate -1)"
refused sign/cert-expired "a second after it" "$a" $p \
    --time "$(edge enddate 1)"
refused sign/cert-unreadable "no certificate in the file" "$a" \
    --key "$pki/person.key" --cert "$pki/person.key"
refused sign/key-unreadable "no key in the file" "$a" \
    --key "$pki/person.crt" --cert "$pki/person.crt"
refused sign/key-unreadable "no PKCS #12" "$a" --p12 "$pki/person.crt"
refused sign/key-password "no password" "$a" --key "$pki/locked.key" \
    --cert "$pki/person.crt"
refused sign/key-password "wrong password" "$a" --key "$pki/locked.key" \
    --cert "$pki/person.crt" --pass-file "$pki/wrong"
refused sign/key-password "wrong password of PKCS #12" "$a" \
    --p12 "$pki/person.p12" --pass-file "$pki/wrong"
refused sign/key-password "no password of PKCS #12" "$a" \
    --p12 "$pki/person.p12"
refused sign/key-kind "Ed25519" "$a" --key "$pki/edwards.key" \
    --cert "$pki/edwards.crt"
refused sign/field-signed "signed already" "$one" $p
refused sign/field-unknown "no such place" "$a" $p --field nguoi-ki
grep -q 'did you mean "nguoi-ky"' "$work/err" && ok "near place named" ||
    bad "near place named"
refused sign/pdf-damaged "no PDF" "$pki/person.crt" $p
head -c 20000 "$a" >"$work/cut.pdf"
refused sign/pdf-damaged "cut off" "$work/cut.pdf" $p
qpdf --object-streams=generate "$a" "$work/foreign.pdf" 2>/dev/null
refused sign/pdf-damaged "saved by another program" "$work/foreign.pdf" $p
qpdf --encrypt x y 256 -- --object-streams=disable "$a" "$work/enc.pdf"
refused sign/pdf-encrypted "encrypted" "$work/enc.pdf" $p
refused sign/image-unfit "no image" "$a" $p --image "$pki/person.crt"
refused io/file-unreadable "no such key" "$a" --key "$pki/none" \
    --cert "$pki/person.crt"
sign "$a" --field co-quan --key "$pki/office.key" --cert "$pki/office.crt" \
    --out "$work/order.pdf" && grep -q sign/order-wrong "$work/err" &&
    ok "the organisation first: a warning" || bad "order"
sign "$a" --key "$pki/other.key" --cert "$pki/other.crt" \
    --out "$work/usage.pdf" && grep -q sign/cert-usage "$work/err" &&
    ok "a certificate for something else: a warning" || bad "usage"
usage() { # what, arguments...
	what=$1
	shift
	sign "$@"
	[ $? = 2 ] && ok "$what: usage" || { cat "$work/err"; bad "$what"; }
}
usage "no key" "$a"
usage "two keys" "$a" $p --p12 "$pki/person.p12"
usage "no certificate" "$a" --key "$pki/person.key"
usage "the input as output" "$a" $p --out "$a"
for t in 2025-12-05 2025-02-30T10:00:00 2025-12-05T24:00:00 \
    2025-12-05T10:00:00+7 2025-12-05T10:00 x; do
	usage "--time $t" "$a" $p --time "$t"
done
cmp -s "$a" "$plain" && ok "the input is as it was" || bad "input changed"
sign "$a" $p --out "$work/none/x.pdf"
[ $? = 3 ] && ok "no folder to write to: status 3" || bad "no folder"

# -- PKCS #11 -------------------------------------------------------------

module=$(find /usr/lib -name libsofthsm2.so 2>/dev/null | head -n 1)
engine=$(openssl version -e | sed 's/.*"\(.*\)"/\1/')/pkcs11.so
if [ ! -f "$engine" ]; then
	echo "ok - PKCS #11 # SKIP libengine-pkcs11-openssl is not installed"
elif [ -z "$module" ]; then
	echo "ok - PKCS #11 # SKIP softhsm2 is not installed"
elif has "PKCS #11" softhsm2-util pkcs11-tool; then
	mkdir "$work/tokens"
	echo "directories.tokendir = $work/tokens" >"$work/softhsm.conf"
	SOFTHSM2_CONF=$work/softhsm.conf
	PKCS11_MODULE_PATH=$module
	export SOFTHSM2_CONF PKCS11_MODULE_PATH
	echo 1234 >"$pki/pin"
	echo 9999 >"$pki/wrong-pin"
	openssl x509 -in "$pki/person.crt" -outform DER -out "$pki/person.der"
	softhsm2-util --init-token --free --label vanthu --so-pin 5678 \
	    --pin 1234 >/dev/null &&
	    softhsm2-util --import "$pki/person.key" --token vanthu \
		--label ky --id 01 --pin 1234 >/dev/null &&
	    pkcs11-tool --module "$module" --token-label vanthu --login \
		--pin 1234 --write-object "$pki/person.der" --type cert \
		--label ky --id 01 >/dev/null 2>&1 || bad "a token is made"
	uri='pkcs11:token=vanthu;object=ky'
	sign "$a" --pkcs11 "$uri" --pass-file "$pki/pin" \
	    --out "$work/hsm.pdf" && look "$work/hsm.pdf" &&
	    count 'Signature is Valid' 1 && ok "PKCS #11: signed" ||
	    { cat "$work/err"; bad "PKCS #11: signed"; }
	sign "$a" --pkcs11 "$uri" --pass-file "$pki/pin" \
	    --cert "$pki/person.crt" --time "$now" --out "$work/hsm2.pdf" &&
	    cmp -s "$work/hsm2.pdf" "$work/t1.pdf" &&
	    ok "PKCS #11: the same bytes as with the key in a file" ||
	    { cat "$work/err"; bad "PKCS #11: the same bytes"; }
	refused sign/key-password "PKCS #11: wrong PIN" "$a" --pkcs11 "$uri" \
	    --pass-file "$pki/wrong-pin"
	refused sign/token-key "PKCS #11: no such key" "$a" \
	    --pkcs11 'pkcs11:token=vanthu;object=khac' \
	    --pass-file "$pki/pin" --cert "$pki/person.crt"
	refused sign/token-key "PKCS #11: no such device" "$a" \
	    --pkcs11 'pkcs11:token=khong-co;object=ky' \
	    --pass-file "$pki/pin" --cert "$pki/person.crt"
	refused sign/cert-mismatch "PKCS #11: another certificate" "$a" \
	    --pkcs11 "$uri" --pass-file "$pki/pin" --cert "$pki/office.crt"
fi
OPENSSL_ENGINES=$work/none
export OPENSSL_ENGINES
refused sign/token-engine "no engine for devices" "$a" \
    --pkcs11 'pkcs11:token=x' --pass-file "$pki/pass"
exit $status
