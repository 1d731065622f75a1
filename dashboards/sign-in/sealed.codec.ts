import { EncryptJWT, errors, jwtDecrypt } from 'jose';

/** What a sealed text is for: one that was sealed for something else is not opened. */
export type Purpose = 'session' | 'attempt';

export type Sealable = Readonly<Record<string, string>>;

const ALGORITHMS = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };

/**
 * Texts that only this site can read and nobody can change: JSON Web Encryption, `dir` with A256GCM (RFC 7516). Each has a
 * last moment after which it is not opened.
 */
export class Sealing {
  constructor(
    private readonly key: Uint8Array,
    /** Milliseconds since the epoch. */
    private readonly clock: () => number,
  ) {}

  /** @param lasts seconds */
  seal(purpose: Purpose, content: Sealable, lasts: number): Promise<string> {
    return new EncryptJWT({ content })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(purpose)
      .setExpirationTime(Math.floor(this.clock() / 1_000) + lasts)
      .encrypt(this.key);
  }

  /** What was sealed for this purpose; `null` for anything else, and for what has lasted too long. */
  async open(purpose: Purpose, sealed: string): Promise<Sealable | null> {
    try {
      const { payload } = await jwtDecrypt<{ readonly content: Sealable }>(sealed, this.key, {
        ...ALGORITHMS,
        audience: purpose,
        currentDate: new Date(this.clock()),
        requiredClaims: ['exp'],
      });
      return payload.content;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }
}
