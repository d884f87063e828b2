import * as migration_20261123_232956_initial from './20261123_232956_initial';

export const migrations = [
  {
    up: migration_20261123_232956_initial.up,
    down: migration_20261123_232956_initial.down,
    name: '20261123_232956_initial'
  },
];
