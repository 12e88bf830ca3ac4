/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let count = 0;

/** An id that sorts after those made before it in this page. */
export function newId(now: Date): string {
  const [bits = 0n] = crypto.getRandomValues(new BigUint64Array(1));
  const random = bits.toString(16).padStart(16, '0');
  return `${(+now).toString(36)}-${(++count).toString(36).padStart(5, '0')}-${random}`;
}

/** A UUID that is the same for the same content. */
export function printedUuid(value: unknown): string {
  const hex = [0, 1, 2]
    .map((n) =>
      parseInt(fingerprint([n, value]), 36)
        .toString(16)
        .padStart(14, '0'),
    )
    .join('');
  return uuidOf(hex);
}

/** The first 30 hexadecimal digits of something random, as a UUID. @see RFC 9562, section 5.8 */
export function uuidOf(hex: string): string {
  const digits = (from: number, to: number) => hex.slice(from, to);
  return `${digits(0, 8)}-${digits(8, 12)}-8${digits(12, 15)}-8${digits(15, 18)}-${digits(18, 30)}`;
}

/** A short print of a value, the same for the same content whatever the order of its fields. */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  // cyrb53: 53 bits are plenty to tell two inputs under one key apart.
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36);
}
