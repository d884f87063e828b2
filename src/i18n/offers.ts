import type { Organisations } from '#domain/agreement';
import type { ChannelSettings } from '#domain/channel';
import { isOnOffer, type SignupChoice } from '#domain/signup';
import { consentText, RHYTHM_IN_WORDS } from './signup';

type Offering = { readonly channels: readonly ChannelSettings[]; readonly organisations: Organisations };

/** What can be asked for, in the order of the names, each with what somebody agrees to. */
export const offersOf = ({ channels, organisations }: Offering): readonly SignupChoice[] =>
  channels
    .filter(isOnOffer)
    .flatMap(({ id, name, carrier, slot }) => {
      const organisation = organisations.get(carrier)?.name;
      if (!organisation || !slot) return [];
      const text = consentText({ newsletter: name, organisation, rhythm: RHYTHM_IN_WORDS[slot.rhythm] });
      return [{ channel: id, newsletter: name, organisation, text }];
    })
    .sort((a, b) => (a.newsletter < b.newsletter ? -1 : 1));
