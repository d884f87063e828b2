/** Origins the admin may be used from: PUBLIC_URL, on this machine under both of its names. */
export const allowedOrigins = (publicUrl: string): string[] => {
  const url = new URL(publicUrl);
  if (!LOOPBACK.includes(url.hostname)) return [url.origin];
  return LOOPBACK.map((hostname) => Object.assign(new URL(url.origin), { hostname }).origin);
};

/** The address links in mails begin with; none on this machine, where it may be reached by several names. */
export const fixedServerUrl = (publicUrl: string): string | undefined =>
  LOOPBACK.includes(new URL(publicUrl).hostname) ? undefined : new URL(publicUrl).origin;

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1'];
