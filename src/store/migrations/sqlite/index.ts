import * as migration_20261123_232956_initial from './20261123_232956_initial';
import * as migration_20261125_130214_first_day from './20261125_130214_first_day';
import * as migration_20261125_170156_changed_by from './20261125_170156_changed_by';
import * as migration_20261125_171805_lasts_until from './20261125_171805_lasts_until';
import * as migration_20261125_174000_whole_codes from './20261125_174000_whole_codes';
import * as migration_20261125_174537_stops from './20261125_174537_stops';
import * as migration_20261125_175605_signups from './20261125_175605_signups';
import * as migration_20261129_012208_accessibility_statement from './20261129_012208_accessibility_statement';
import * as migration_20261129_025104_newsletters from './20261129_025104_newsletters';
import * as migration_20261129_075306_stops_and_routes from './20261129_075306_stops_and_routes';
import * as migration_20261129_122304_linkedin from './20261129_122304_linkedin';
import * as migration_20261129_162830_social_networks from './20261129_162830_social_networks';
import * as migration_20261129_213657_networks_and_requests from './20261129_213657_networks_and_requests';
import * as migration_20261129_230659_versions_told from './20261129_230659_versions_told';
import * as migration_20261130_031604_words_told from './20261130_031604_words_told';
import * as migration_20261130_034714_reopened from './20261130_034714_reopened';
import * as migration_20261130_041217_renewals_in_vain from './20261130_041217_renewals_in_vain';

export const migrations = [
  {
    up: migration_20261123_232956_initial.up,
    down: migration_20261123_232956_initial.down,
    name: '20261123_232956_initial',
  },
  {
    up: migration_20261125_130214_first_day.up,
    down: migration_20261125_130214_first_day.down,
    name: '20261125_130214_first_day',
  },
  {
    up: migration_20261125_170156_changed_by.up,
    down: migration_20261125_170156_changed_by.down,
    name: '20261125_170156_changed_by',
  },
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
    name: '20261125_174537_stops',
  },
  {
    up: migration_20261125_175605_signups.up,
    down: migration_20261125_175605_signups.down,
    name: '20261125_175605_signups',
  },
  {
    up: migration_20261129_012208_accessibility_statement.up,
    down: migration_20261129_012208_accessibility_statement.down,
    name: '20261129_012208_accessibility_statement',
  },
  {
    up: migration_20261129_025104_newsletters.up,
    down: migration_20261129_025104_newsletters.down,
    name: '20261129_025104_newsletters',
  },
  {
    up: migration_20261129_075306_stops_and_routes.up,
    down: migration_20261129_075306_stops_and_routes.down,
    name: '20261129_075306_stops_and_routes',
  },
  {
    up: migration_20261129_122304_linkedin.up,
    down: migration_20261129_122304_linkedin.down,
    name: '20261129_122304_linkedin',
  },
  {
    up: migration_20261129_162830_social_networks.up,
    down: migration_20261129_162830_social_networks.down,
    name: '20261129_162830_social_networks',
  },
  {
    up: migration_20261129_213657_networks_and_requests.up,
    down: migration_20261129_213657_networks_and_requests.down,
    name: '20261129_213657_networks_and_requests',
  },
  {
    up: migration_20261129_230659_versions_told.up,
    down: migration_20261129_230659_versions_told.down,
    name: '20261129_230659_versions_told',
  },
  {
    up: migration_20261130_031604_words_told.up,
    down: migration_20261130_031604_words_told.down,
    name: '20261130_031604_words_told',
  },
  {
    up: migration_20261130_034714_reopened.up,
    down: migration_20261130_034714_reopened.down,
    name: '20261130_034714_reopened',
  },
  {
    up: migration_20261130_041217_renewals_in_vain.up,
    down: migration_20261130_041217_renewals_in_vain.down,
    name: '20261130_041217_renewals_in_vain'
  },
];
