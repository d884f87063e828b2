import type { TodayLists } from './today-load';

/** What the card of problems shows above its rows. */
type Warnings = Pick<TodayLists, 'stuck' | 'unconnected' | 'ending' | 'version' | 'refused' | 'editions'>;

/** True when nothing stands above the rows of the card of problems: only then it may say that there are none. */
export const isFine = ({ stuck, unconnected, ending, version, refused, editions }: Warnings): boolean =>
  stuck.length + unconnected.length + ending.length + refused.length === 0 &&
  !version &&
  !editions.some(({ waitsFor }) => waitsFor);
