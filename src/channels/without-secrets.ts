/**
 * A text without these secrets, for what others say of our questions is kept and shown: as they are, as they stand in JSON or in an address,
 * and in the base64 of any text they are part of. Secrets of fewer than eight signs stay, for they would be found in words by chance.
 */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter(({ length }) => length >= 8)
    .flatMap(spellingsOf)
    // One may begin with another.
    .sort((a, b) => b.length - a.length)
    .reduce((rest, spelling) => rest.replaceAll(spelling, '…'), text);

const spellingsOf = (secret: string): readonly string[] =>
  [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), ...SHIFTS.flatMap((shift) => codedOf(secret, shift))]
    // Some write JSON so.
    .flatMap((spelling) => [spelling, spelling.replaceAll('/', '\\/')]);

/** Base64 makes four signs of three bytes: how a text is spelled depends on how many stand before it. */
const SHIFTS = [0, 1, 2] as const;

/** The signs that are made of the secret alone. */
const codedOf = (secret: string, shift: number): readonly string[] => {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
  const [start, end] = [Math.ceil((shift * 8) / 6), Math.floor((bytes.length * 8) / 6)];
  return (['base64', 'base64url'] as const).map((code) => bytes.toString(code).slice(start, end));
};
