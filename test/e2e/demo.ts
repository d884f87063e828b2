import type { Browser, Page } from 'playwright-core';
import { logIn, openContext } from './browser';
import { type RunningHouse, startHouse } from './house-process';

/** The demo with its thirty days, and its people, who share one password. */
export type Demo = RunningHouse & { readonly logInAs: (browser: Browser, name: keyof typeof PEOPLE) => Promise<Page> };

const PEOPLE = {
  spk: 'spk@example.org',
  htai: 'htai@example.org',
  coordination: 'koordination@example.org',
  administration: 'admin@example.org',
} as const;

/** Plays the thirty days and waits until the demo answers. */
export const startDemo = async (): Promise<Demo> => {
  const house = await startHouse('demo');
  const password = /mit dem Passwort (\S+) als/.exec(house.output())?.[1] ?? '';
  const logInAs: Demo['logInAs'] = async (browser, name) => {
    const page = await (await openContext(browser, house.url)).newPage();
    await logIn(page, PEOPLE[name], password);
    return page;
  };
  return { ...house, logInAs };
};
