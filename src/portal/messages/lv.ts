import { account } from './lv/account.ts';
import { acts } from './lv/acts.ts';
import { apply } from './lv/apply.ts';
import { cases } from './lv/cases.ts';
import { common } from './lv/common.ts';
import { done } from './lv/done.ts';
import { error } from './lv/error.ts';
import { estimate } from './lv/estimate.ts';
import { form } from './lv/form.ts';
import { frame } from './lv/frame.ts';
import { pages } from './lv/pages.ts';
import { life, shares } from './lv/pictures.ts';
import { styleguide } from './lv/styleguide.ts';

/** Every string of the portal in Latvian, by area. English has the same keys or does not compile. */
export const lv = {
  account,
  acts,
  apply,
  cases,
  common,
  done,
  error,
  estimate,
  form,
  frame,
  life,
  pages,
  shares,
  styleguide,
};
