/** Lets an adapter be led to a stand-in of this machine alone: throws a TypeError for any other address. */
export const refuseElsewhere = (network: string, baseUrl: string | undefined): void => {
  if (baseUrl !== undefined && !isLoopbackUrl(baseUrl)) throw new TypeError(`${network} is overridden by this machine only`);
};

/**
 * True for http(s) addresses of this machine: 127.0.0.0/8, localhost, [::1]. Judges the parsed host, so that `127.1` counts and
 * `127.0.0.1.example.org` does not; an address with a user name or password is refused.
 */
export const isLoopbackUrl = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  if (username !== '' || password !== '') return false;
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
};
