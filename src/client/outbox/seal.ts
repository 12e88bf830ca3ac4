/** What a write is sealed into. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Absent on pages that are not a secure context; what is kept there stays in memory. */
const subtle = (): SubtleCrypto | undefined => globalThis.crypto?.subtle;

/** AES-256-GCM; it never leaves the browser, not even for our own code to read. */
export async function newSealingKey(): Promise<CryptoKey | undefined> {
  return subtle()?.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/**
 * Encrypts and binds to `context`: opened in another, it does not open. The nonce is 96 random
 * bits, which NIST SP 800-38D (8.2.2 and 8.3) allows for 2^32 messages under one key.
 */
export async function seal(
  key: CryptoKey | undefined,
  context: string,
  text: string,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = bytes(text);
  const sealed = key ? await subtle()!.encrypt(gcm(iv, context), key, data) : data.buffer;
  return { iv, sealed };
}

/** Rejects when it was sealed by another key, in another context, or has been changed since. */
export async function unseal(
  key: CryptoKey | undefined,
  context: string,
  { iv, sealed }: Sealed,
): Promise<string> {
  const data = key ? await subtle()!.decrypt(gcm(iv, context), key, sealed) : sealed;
  return new TextDecoder().decode(data);
}

/** A name that does not tell what it names. */
export async function digest(...parts: readonly string[]): Promise<string> {
  const text = JSON.stringify(parts);
  const hash = await subtle()?.digest('SHA-256', bytes(text));
  return hash
    ? [...new Uint8Array(hash)].map((b) => b.toString(16).padStart(2, '0')).join('')
    : text;
}

const bytes = (text: string) => new TextEncoder().encode(text);

const gcm = (iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: bytes(context),
});
