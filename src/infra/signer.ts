import { createHmac, timingSafeEqual } from 'node:crypto';

/** As much of an HMAC-SHA-256 as a link carries: 128 bits. */
const SEAL_BYTES = 16;

/** Signs what leaves fupan in a link, so that it is known again when it comes back. Anybody can read it. */
export class Signer {
  /** @param key 32 bytes, of `keyFor` */
  constructor(private readonly key: Buffer) {}

  /** @param purpose what it is good for; it opens for nothing else */
  sign(purpose: string, content: Buffer): string {
    return Buffer.concat([content, this.#seal(purpose, content)]).toString('base64url');
  }

  /** What was signed; null for anything that this key did not sign for this purpose. */
  open(purpose: string, signed: string): Buffer | null {
    const whole = Buffer.from(signed, 'base64url');
    // Of the many ways to write the same bytes only one is ours.
    if (whole.length < SEAL_BYTES || whole.toString('base64url') !== signed) return null;
    const content = whole.subarray(0, -SEAL_BYTES);
    const isOurs = timingSafeEqual(whole.subarray(-SEAL_BYTES), this.#seal(purpose, content));
    return isOurs ? content : null;
  }

  #seal(purpose: string, content: Buffer): Buffer {
    const seal = createHmac('sha256', this.key).update(`${purpose}\0`).update(content);
    return seal.digest().subarray(0, SEAL_BYTES);
  }
}
