/**
 * The text of a table that somebody saved: UTF-16 where it says so (Excel's Unicode text), else UTF-8, else what Excel writes by
 * itself in Germany (Windows-1252). Read wrongly, umlauts would be lost in the very words of a consent.
 */
export const textOfTable = (bytes: ArrayBuffer): string => {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
};
