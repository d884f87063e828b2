/** True for the full name of a host on the internet in the spelling of DNS (umlauts as `xn--`), without port; no address of numbers. */
export const isServerName = (text: string): boolean =>
  text.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(text);
