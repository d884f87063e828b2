import { z } from 'zod';
import type { SignInOutcome } from '#domain/connection';
import { openSecret, sealSecret } from '#runtime/secrets';
import { type Connection, connectionOwner } from '#store/connections';

type Granted = Extract<SignInOutcome, { kind: 'granted' }>;

const seconds = z.number().positive().optional();
const GRANTED = z.object({
  kind: z.literal('granted'),
  access: z.object({ token: z.string(), seconds, refresh: z.object({ token: z.string(), seconds }).optional() }),
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  textLength: z.number().optional(),
});

/** What a network gave, kept for the connection while its person chooses as whom to post. */
export const sealGranted = (granted: Granted, connection: Connection): string =>
  sealSecret(JSON.stringify(granted), connectionOwner(connection));

/** The same again; undefined when it cannot be opened any more. */
export const readGranted = (connection: Connection): Granted | undefined => {
  const opened = connection.sealed && openSecret(connection.sealed, connectionOwner(connection));
  return opened ? GRANTED.safeParse(JSON.parse(opened)).data : undefined;
};
