import { account } from './en/account.ts';
import { acts } from './en/acts.ts';
import { administration } from './en/administration.ts';
import { apply } from './en/apply.ts';
import { cases } from './en/cases.ts';
import { common } from './en/common.ts';
import { companies } from './en/companies.ts';
import { done } from './en/done.ts';
import { error } from './en/error.ts';
import { estimate } from './en/estimate.ts';
import { files } from './en/files.ts';
import { form } from './en/form.ts';
import { frame } from './en/frame.ts';
import { letters } from './en/letters.ts';
import { myData } from './en/my-data.ts';
import { overview } from './en/overview.ts';
import { pages } from './en/pages.ts';
import { payments } from './en/payments.ts';
import { people } from './en/people.ts';
import { life, shares } from './en/pictures.ts';
import { queue } from './en/queue.ts';
import { styleguide } from './en/styleguide.ts';
import type { lv } from './lv.ts';

export const en: typeof lv = {
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
