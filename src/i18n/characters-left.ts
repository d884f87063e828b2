import type { Words } from './words';

/** How many characters still fit below a text, or by how many it is too long. */
export const charactersLeft = (left: number): Words =>
  left < 0
    ? { de: `${-left} Zeichen zu viel`, en: `${-left} ${characters(-left)} too many` }
    : { de: `Noch ${left} Zeichen`, en: `${left} ${characters(left)} left` };

const characters = (count: number): string => (count === 1 ? 'character' : 'characters');
