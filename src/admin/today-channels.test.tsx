import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { instant } from '#domain/time';
import { EndingAccess } from './today-channels';

it('Heute says which access ends, when, and leads to where it is renewed', () => {
  const ending = [{ id: '7', name: 'HTAI auf LinkedIn', until: instant('2026-12-10T08:00:00Z'), days: 7 as const }];
  const html = renderToStaticMarkup(<EndingAccess ending={ending} admin="/admin" language="de" />);
  expect(html).toContain('HTAI auf LinkedIn');
  expect(html).toContain('Donnerstag, 10. Dezember 2026, 09:00 Uhr');
  expect(html).toContain('href="/admin/collections/channels/7"');
});
