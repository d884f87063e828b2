import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { X_PRICES } from '#domain/spacing';
import { channelOf } from '../../test/fixtures/domain';
import { congressOf, rowOf } from '../../test/fixtures/reader';
import { DeliveryFacts } from './delivery-facts';
import type { DeliveryPage } from './delivery-load';

const facts = (change: Partial<DeliveryPage> = {}): string => {
  const content = congressOf();
  const page = {
    ...{ delivery: rowOf(content, 'announce', 'spk'), content, row: {}, isOurPost: true, language: 'de' },
    channel: channelOf('spk', 'x', { via: 'x', prices: X_PRICES }),
    text: { kind: 'post', text: 'Mehr unter https://example.org/a' },
    ...change,
  } as unknown as DeliveryPage;
  return renderToStaticMarkup(<DeliveryFacts page={page} adminRoute="/admin" />);
};

it('the page of a row on X says what its post is estimated to cost', () => {
  expect(facts()).toContain('<dt>Kosten</dt><dd>20 US-Cent, geschätzt</dd>');
  expect(facts({ isOurPost: false })).not.toContain('Kosten');
  expect(facts({ channel: channelOf('spk', 'mastodon', { via: 'mastodon' }) })).not.toContain('Kosten');
});
