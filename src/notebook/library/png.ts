import { toBase64 } from './base64.ts';

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 255]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

const bigEndian = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = joined([[...name].map((c) => c.charCodeAt(0)), data]);
  return joined([bigEndian(data.length), body, bigEndian(crc32(body))]);
}

/** zlib's container with uncompressed blocks (RFC 1950, RFC 1951 section 3.2.4): no compressor to load. */
function stored(bytes: Uint8Array): Uint8Array {
  const parts: ArrayLike<number>[] = [[0x78, 0x01]];
  for (let at = 0; at < bytes.length; at += 65535) {
    const block = bytes.subarray(at, at + 65535);
    const { length } = block;
    parts.push(
      [at + 65535 >= bytes.length ? 1 : 0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255],
      block,
    );
  }
  return joined([...parts, bigEndian(adler32(bytes))]);
}

/** A PNG in base64; `rgba` holds width·height·4 bytes. Source: W3C PNG, third edition. */
export function encodePng(width: number, height: number, rgba: Uint8ClampedArray): string {
  const rows = new Uint8Array(height * (width * 4 + 1));
  for (let y = 0; y < height; y++) {
    rows.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  }
  const header = Uint8Array.from([...bigEndian(width), ...bigEndian(height), 8, 6, 0, 0, 0]);
  const signature = [137, 80, 78, 71, 13, 10, 26, 10];
  return toBase64(
    joined([signature, chunk('IHDR', header), chunk('IDAT', stored(rows)), chunk('IEND', new Uint8Array(0))]),
  );
}
