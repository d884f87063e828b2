import { below, feedUrl } from '#domain/addresses';
import type { Env } from '#runtime/env';

type Beginning = { readonly isEmpty: boolean; readonly firstCode?: string | undefined };

/** Tells the person at the terminal where everything is; `isEmpty`: nobody can log in yet, and `firstCode` is what that takes. */
export const announce = (env: Env, { isEmpty, firstCode }: Beginning): void => {
  const lines = [
    '',
    'Nordsüd läuft.',
    `  Verwaltung     ${below(env.publicUrl, '/admin')}`,
    `  Übersicht      ${below(env.publicUrl, '/')}`,
    `  Alle Inhalte   ${feedUrl(env.publicUrl)}`,
    `  Daten          ${env.dataDir}`,
    `  Lauscht auf    ${env.host}:${env.port}`,
    ...(env.ticks ? [] : ['  Ticks sind aus (TICKS=off): Ein Worker muss laufen, sonst geht nichts hinaus.']),
    ...(isEmpty ? firstSteps(firstCode) : []),
    'Beenden mit Strg+C.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};

const firstSteps = (firstCode: string | undefined): readonly string[] =>
  firstCode === undefined
    ? ['Es gibt noch kein Konto: Wer die Verwaltung zuerst öffnet, legt das der Administration an.']
    : [
        'Es gibt noch kein Konto. Öffnen Sie die Verwaltung und legen Sie das der Administration an, mit diesem Code:',
        `  ${firstCode}`,
      ];
