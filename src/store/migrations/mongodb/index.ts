import * as migration_20261125_171805_lasts_until from './20261125_171805_lasts_until';

export const migrations = [
  {
    up: migration_20261125_171805_lasts_until.up,
    down: migration_20261125_171805_lasts_until.down,
    name: '20261125_171805_lasts_until',
  },
];
