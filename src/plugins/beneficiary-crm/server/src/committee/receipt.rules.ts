/** Without letters and digits that are taken for one another when they are read aloud or copied by hand. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/**
 * The code on the receipt of a ballot, as a member writes it down: `7K3M-Q2XD`. It is drawn and not computed, so it
 * says nothing of who voted or how.
 * @param bytes 16 or more random bytes. @throws RangeError when there are too few that fit
 */
export function receiptCode(bytes: Uint8Array): string {
  // Bytes above the last whole round of the alphabet would make its first letters likelier.
  const fair = [...bytes].filter((byte) => byte < 256 - (256 % alphabet.length)).slice(0, length);
  if (fair.length < length) throw new RangeError('too few random bytes');
  const letters = fair.map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
