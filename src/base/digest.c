/* digest.c - SHA-256 (FIPS 180-4, sections 4.1.2, 5.1.1, 6.2). */
#include "base/digest.h"

#include <stdio.h>
#include <string.h>

static const uint32_t k[64] = { 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
	0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
	0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
	0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138,
	0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
	0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
	0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f,
	0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2 };

static uint32_t
rotate(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

static void
schedule(uint32_t w[64], const uint8_t block[64])
{
	for (size_t i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 |
		    (uint32_t)block[4 * i + 1] << 16 |
		    (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (size_t i = 16; i < 64; i++) {
		uint32_t x = w[i - 15], y = w[i - 2];

		w[i] = w[i - 16] + w[i - 7] +
		    (rotate(x, 7) ^ rotate(x, 18) ^ x >> 3) +
		    (rotate(y, 17) ^ rotate(y, 19) ^ y >> 10);
	}
}

/* Round i: a to h are v[-i], v[1 - i] ..., so that nothing is moved. */
static inline void
turn(uint32_t v[8], unsigned i, uint32_t kw)
{
	uint32_t a = v[-i & 7], b = v[(1 - i) & 7], c = v[(2 - i) & 7];
	uint32_t e = v[(4 - i) & 7], f = v[(5 - i) & 7], g = v[(6 - i) & 7];
	uint32_t t1 = v[(7 - i) & 7] +
	    (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
	    ((e & f) ^ (~e & g)) + kw;
	uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
	    ((a & b) ^ (a & c) ^ (b & c));

	v[(3 - i) & 7] += t1;
	v[(7 - i) & 7] = t1 + t2;
}

static void
compress(uint32_t h[8], const uint8_t block[64])
{
	uint32_t w[64], v[8];

	schedule(w, block);
	memcpy(v, h, sizeof(v));
	for (size_t i = 0; i < 64; i += 8) {
		turn(v, 0, k[i] + w[i]);
		turn(v, 1, k[i + 1] + w[i + 1]);
		turn(v, 2, k[i + 2] + w[i + 2]);
		turn(v, 3, k[i + 3] + w[i + 3]);
		turn(v, 4, k[i + 4] + w[i + 4]);
		turn(v, 5, k[i + 5] + w[i + 5]);
		turn(v, 6, k[i + 6] + w[i + 6]);
		turn(v, 7, k[i + 7] + w[i + 7]);
	}
	for (size_t i = 0; i < 8; i++)
		h[i] += v[i];
}

struct digest
digest_of(struct str bytes)
{
	uint32_t h[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	uint8_t tail[128] = { 0 };
	uint64_t bits = (uint64_t)bytes.n * 8;
	size_t whole = bytes.n / 64 * 64, rest = bytes.n - whole;
	size_t end = rest < 56 ? 64 : 128;
	struct digest d;

	for (size_t i = 0; i < whole; i += 64)
		compress(h, (const uint8_t *)bytes.p + i);
	if (rest > 0)
		memcpy(tail, bytes.p + whole, rest);
	tail[rest] = 0x80;
	for (size_t i = 0; i < 8; i++)
		tail[end - 1 - i] = (uint8_t)(bits >> (8 * i));
	for (size_t i = 0; i < end; i += 64)
		compress(h, tail + i);
	for (size_t i = 0; i < 32; i++)
		d.byte[i] = (uint8_t)(h[i / 4] >> (24 - 8 * (i % 4)));
	return d;
}

void
digest_hex(const struct digest *d, char out[DIGEST_HEX])
{
	for (size_t i = 0; i < sizeof(d->byte); i++)
		(void)snprintf(out + 2 * i, 3, "%02x", d->byte[i]);
}
