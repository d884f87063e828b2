/**
 * True for an address people may enter and readers may follow: absolute, http or https, a host of several labels, no credentials, none
 * of the characters that RFC 3986 keeps out. What the forms accept and what mails, feeds and pages link is the same.
 */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}(?::\d{1,5})?(?:[/?#][^\s\p{Cc}"<>\\^`{|}]*)?$/iu.test(text);

/** The address if readers may follow it, else undefined. */
export const webAddress = (text: string | null | undefined): string | undefined =>
  text && isWebAddress(text) ? text : undefined;
