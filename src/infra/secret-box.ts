import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What was sealed cannot be opened: with another key, for something else, or it was changed. */
export class SealError extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'SealError';
  }
}

/** Keeps secrets of others in the database so that the database alone does not give them away. */
export class SecretBox {
  readonly #keyId: string;

  /** @param key 32 bytes, of `keyFor` */
  constructor(private readonly key: Buffer) {
    this.#keyId = createHash('sha256').update('key id').update(key).digest('hex').slice(0, 8);
  }

  /** @param owner what it belongs to; it opens for nothing else */
  seal(secret: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    const whole = Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    return `1.${this.#keyId}.${whole.toString('base64url')}`;
  }

  /** @throws SealError */
  open(sealed: string, owner: string): string {
    const [version, keyId, content = ''] = sealed.split('.');
    if (version !== '1' || keyId !== this.#keyId) {
      throw new SealError('sealed with another FUPAN_SECRET; enter it again');
    }
    const whole = Buffer.from(content, 'base64url');
    const tagEnd = NONCE_BYTES + TAG_BYTES;
    try {
      const decipher = createDecipheriv(CIPHER, this.key, whole.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(owner))
        .setAuthTag(whole.subarray(NONCE_BYTES, tagEnd));
      const opened = [decipher.update(whole.subarray(tagEnd)), decipher.final()];
      return Buffer.concat(opened).toString('utf8');
    } catch (error) {
      throw new SealError('it was changed in the database; enter it again', { cause: error });
    }
  }
}
