import type { CollectionConfig } from 'payload';
import { agreements } from './agreements';
import type { Networks } from './channel-actions';
import { channels } from './channels';
import { withChosenChecked } from './chosen';
import { connections } from './connections';
import { deliveries } from './deliveries';
import { attempts, dispatches } from './dispatches';
import { documents } from './documents';
import { editions } from './editions';
import { events } from './events';
import { media } from './media';
import { newsItems } from './news-items';
import { notices, tickClaims } from './notices';
import { organisations } from './organisations';
import { receipts } from './receipts';
import { rightsRequests } from './rights-requests';
import { consents, signups } from './signups';
import type { Addresses } from './subscriber-import';
import { subscribers } from './subscribers';
import { suppressions } from './suppressions';
import { topics } from './topics';
import { type UserSettings, users } from './users';

type Settings = {
  readonly mediaDir: string;
  readonly accounts: UserSettings;
  readonly addresses: Addresses;
  readonly networks: Networks;
};

/** Everything editors and the flow keep, in the order of the admin's side bar. */
export const allCollections = (settings: Settings): CollectionConfig[] => inOrder(settings).map(withChosenChecked);

const inOrder = ({ mediaDir, accounts, addresses, networks }: Settings): CollectionConfig[] => [
  events,
  newsItems,
  media({ dir: mediaDir }),
  documents({ dir: mediaDir }),
  deliveries,
  editions,
  notices,
  subscribers(addresses),
  consents,
  signups,
  suppressions,
  dispatches,
  attempts,
  receipts,
  tickClaims,
  connections,
  agreements,
  channels(networks),
  organisations,
  topics,
  rightsRequests,
  users(accounts),
];
