/** Bytes in base64, in pieces that an argument list can hold. */
export function toBase64(bytes: Uint8Array | Uint8ClampedArray): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8190)
    text += btoa(String.fromCharCode(...bytes.subarray(i, i + 8190)));
  return text;
}
