import { account } from './lv/account.ts';
import { acts } from './lv/acts.ts';
import { administration } from './lv/administration.ts';
import { apply } from './lv/apply.ts';
import { cases } from './lv/cases.ts';
import { common } from './lv/common.ts';
import { companies } from './lv/companies.ts';
import { done } from './lv/done.ts';
import { error } from './lv/error.ts';
import { estimate } from './lv/estimate.ts';
import { files } from './lv/files.ts';
import { form } from './lv/form.ts';
import { frame } from './lv/frame.ts';
import { letters } from './lv/letters.ts';
import { myData } from './lv/my-data.ts';
import { overview } from './lv/overview.ts';
import { pages } from './lv/pages.ts';
import { payments } from './lv/payments.ts';
import { people } from './lv/people.ts';
import { life, shares } from './lv/pictures.ts';
import { queue } from './lv/queue.ts';
import { styleguide } from './lv/styleguide.ts';

/** Every string of the portal in Latvian, by area. English has the same keys or does not compile. */
export const lv = {
  account,
  acts,
  administration,
  apply,
  cases,
  common,
  companies,
  done,
  error,
  estimate,
  files,
  form,
  frame,
  letters,
  life,
  myData,
  overview,
  pages,
  payments,
  people,
  queue,
  shares,
  styleguide,
};
