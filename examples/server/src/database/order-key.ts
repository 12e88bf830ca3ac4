/** An order key as hexadecimal UTF-16, which PostgreSQL sorts byte by byte as JavaScript does. */
export function toOrderKey(order: string): string {
  return Buffer.from(order, 'utf16le').swap16().toString('hex');
}

/** The order key that {@link toOrderKey} made this from. */
export function fromOrderKey(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
