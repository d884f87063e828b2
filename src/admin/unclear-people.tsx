import type { Payload } from 'payload';
import type { Language } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import { moreUnclear, UNCLEAR, unclearInWords } from '#i18n/unclear';
import { addressesOf, unclearPeople } from '#store/unclear-people';
import type { Viewer } from './viewer';

/** Addresses shown at once; the rest is counted. */
const SHOWN = 200;

type Props = {
  readonly payload: Payload;
  readonly delivery: Delivery;
  readonly viewer: Viewer;
  readonly language: Language;
};

/** Of a newsletter: how many people nobody knows of whether they got it, and for their own house who they are. */
export const UnclearPeople = async ({ payload, delivery, viewer, language }: Props) => {
  if (!delivery.editionId || (delivery.status !== 'unconfirmed' && delivery.status !== 'sent')) return null;
  const people = await unclearPeople(payload, delivery.editionId);
  if (people.length === 0) return null;
  const isOwnHouse = viewer.organisation === delivery.carrier && viewer.role !== 'author';
  const addresses = isOwnHouse ? await addressesOf(payload, people.slice(0, SHOWN)) : [];
  return (
    <section className="ledger-card" aria-labelledby="ledger-unclear">
      <h2 id="ledger-unclear">{UNCLEAR.title[language]}</h2>
      <p>{unclearInWords(people.length)[language]}</p>
      {isOwnHouse ? (
        <details>
          <summary>{UNCLEAR.show[language]}</summary>
          <ul>
            {addresses.map((address) => (
              <li key={address}>{address}</li>
            ))}
          </ul>
          {people.length > SHOWN && <p>{moreUnclear(people.length - SHOWN)[language]}</p>}
        </details>
      ) : (
        <p className="ledger-small">{UNCLEAR.elsewhere[language]}</p>
      )}
    </section>
  );
};
