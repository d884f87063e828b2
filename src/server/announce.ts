import { below, feedUrl } from '#domain/addresses';
import type { Env } from '#runtime/env';

/** Tells the person at the terminal where everything is; `isEmpty`: nobody can log in yet. */
export const announce = (env: Env, { isEmpty }: { readonly isEmpty: boolean }): void => {
  const lines = [
    '',
    'Nordsüd läuft.',
    `  Verwaltung     ${below(env.publicUrl, '/admin')}`,
    `  Übersicht      ${below(env.publicUrl, '/')}`,
    `  Alle Inhalte   ${feedUrl(env.publicUrl)}`,
    `  Daten          ${env.dataDir}`,
    `  Lauscht auf    ${env.host}:${env.port}`,
    ...(env.ticks ? [] : ['  Ticks sind aus (TICKS=off): Ein Worker muss laufen, sonst geht nichts hinaus.']),
    ...(isEmpty ? ['Es gibt noch kein Konto: Wer die Verwaltung zuerst öffnet, legt das der Administration an.'] : []),
    'Beenden mit Strg+C.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};
