import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** What PKCS #8 puts before the 32 bytes of an Ed25519 private key (RFC 8410, section 7). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Whoever reads this can sign with the development key, so it proves nothing about who signed. */
const DEVELOPMENT_SEED = 'charter-monitor: development key, known to everybody';

/** An Ed25519 key pair. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** SHA-256, hex, of the public key as SPKI in DER: how a signature says which key it is of. */
  readonly keyId: string;
}

/** Why a text is no signing key; `null` when it is one. Never repeats what was given. */
export function signingKeyRefusal(pem: string): string | null {
  return readPrivateKey(pem)?.asymmetricKeyType === 'ed25519'
    ? null
    : 'must be an Ed25519 private key in PEM, with line ends as they are or written as \\n';
}

/**
 * The key of a setting.
 * @throws {TypeError} where `signingKeyRefusal` refuses.
 */
export function signingKeyOf(pem: string): SigningKey {
  const refusal = signingKeyRefusal(pem);
  const privateKey = readPrivateKey(pem);
  if (refusal !== null || privateKey === null) throw new TypeError(`The signing key ${refusal ?? 'cannot be read'}.`);
  return keyPairOf(privateKey);
}

/** The key of the demo: the same everywhere, and no secret. */
export function developmentKey(): SigningKey {
  const seed = createHash('sha256').update(DEVELOPMENT_SEED).digest();
  return keyPairOf(createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' }));
}

/** SHA-256, hex, of a public key as SPKI in DER. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex');
}

/** A public key as PEM, as a verifier takes it. */
export function publicKeyPem({ publicKey }: Pick<SigningKey, 'publicKey'>): string {
  return publicKey.export({ format: 'pem', type: 'spki' }).toString();
}

function keyPairOf(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, keyId: keyIdOf(publicKey) };
}

function readPrivateKey(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem.replaceAll('\\n', '\n'));
  } catch {
    return null;
  }
}
