import * as migration_20261125_171805_lasts_until from './20261125_171805_lasts_until';
import * as migration_20261125_174000_whole_codes from './20261125_174000_whole_codes';
import * as migration_20261125_174537_stops from './20261125_174537_stops';

export const migrations = [
  {
    up: migration_20261125_171805_lasts_until.up,
    down: migration_20261125_171805_lasts_until.down,
    name: '20261125_171805_lasts_until',
  },
  {
    up: migration_20261125_174000_whole_codes.up,
    down: migration_20261125_174000_whole_codes.down,
    name: '20261125_174000_whole_codes',
  },
  {
    up: migration_20261125_174537_stops.up,
    down: migration_20261125_174537_stops.down,
    name: '20261125_174537_stops'
  },
];
