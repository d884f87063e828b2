import { type Markup, markup } from './markup';

/** One line of a list of facts (`dl`); nothing where there is no value. */
export const fact = (label: string, value: Markup | string | false | undefined): Markup | undefined =>
  value ? markup`<dt>${label}</dt><dd>${value}</dd>` : undefined;
