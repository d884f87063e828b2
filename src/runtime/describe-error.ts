import type { Facts } from './log';

/**
 * Of an error what cannot hold anything people entered: names and codes of it and of its causes, outermost first, and the place in
 * our code it came from. Never a message: databases put values into it, mail servers addresses, parsers the text they stumbled over.
 */
export const describeError = (error: unknown): { readonly error: string } & Facts => {
  const chain = causesOf(error);
  return { error: chain.map(nameOf).join(' < ') || typeof error, at: chain.map(placeOf).find(Boolean) };
};

const causesOf = (error: unknown): readonly object[] => {
  const found: object[] = [];
  let current = error;
  while (typeof current === 'object' && current !== null && found.length < 8) {
    found.push(current);
    current = 'cause' in current ? current.cause : undefined;
  }
  return found;
};

const nameOf = (error: object): string => {
  const name = 'name' in error ? plain(error.name) : '';
  const code = 'code' in error ? plain(error.code) : '';
  return [name || 'Error', code].filter(Boolean).join(' ');
};

/** Names and codes are single words; whatever else stands in their place is not repeated. */
const plain = (value: unknown): string => (/^[\w.-]{1,60}$/.test(String(value)) ? String(value) : '');

/** File, line and column of the first frame that is ours, else of the first. */
const placeOf = (error: object): string | undefined => {
  if (!(error instanceof Error) || !error.stack?.includes(error.message)) return undefined;
  // The stack begins with the message, which may look like anything.
  const frames = error.stack.slice(error.stack.indexOf(error.message) + error.message.length).split('\n');
  const places = frames.flatMap((frame) => FRAME.exec(frame)?.[1] ?? []).map((place) => place.replace(`${process.cwd()}/`, ''));
  return places.find((place) => !place.includes('node_modules/') && !place.startsWith('node:')) ?? places[0];
};

const FRAME = /^\s+at .*?(?:file:\/\/)?((?:\/|node:)[^\s()]+:\d+:\d+)\)?$/;
