import { account } from './en/account.ts';
import { acts } from './en/acts.ts';
import { apply } from './en/apply.ts';
import { cases } from './en/cases.ts';
import { common } from './en/common.ts';
import { done } from './en/done.ts';
import { error } from './en/error.ts';
import { estimate } from './en/estimate.ts';
import { form } from './en/form.ts';
import { frame } from './en/frame.ts';
import { pages } from './en/pages.ts';
import { life, shares } from './en/pictures.ts';
import { styleguide } from './en/styleguide.ts';
import type { lv } from './lv.ts';

export const en: typeof lv = {
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
