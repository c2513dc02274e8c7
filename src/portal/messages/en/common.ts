import type { common as latvian } from '../lv/common.ts';
import { plural } from '../message.ts';

export const common: typeof latvian = {
  yourTurn: 'Your turn',
  late: 'Late',
  lastDay: 'Last day:',
  earliestDay: 'Earliest day:',
  when: {
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    inDays: plural({ one: 'in {count} day', other: 'in {count} days' }),
    daysAgo: plural({ one: '{count} day ago', other: '{count} days ago' }),
  },
  days: plural({ one: '{count} day', other: '{count} days' }),
  yes: 'Yes',
  no: 'No',
  none: 'None',
  back: 'Back',
  change: 'Change',
  open: 'Open',
  download: 'Download',
  search: 'Search',
  pages: 'Pages',
  firstPage: 'To the start',
  nextPage: 'Next',
  applyFilters: 'Filter',
  resetFilters: 'Clear filters',
  removeFilter: 'Remove filter',
  picture: 'Picture',
  asTable: 'Show as a table',
  whatFollows: 'What follows if you confirm',
};
