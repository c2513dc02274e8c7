import { accountArea } from './account/account.area.ts';
import { administrationArea } from './administration/administration.area.ts';
import type { Area } from './area.ts';
import { casesArea } from './cases/cases.area.ts';
import { companiesArea } from './companies/companies.area.ts';
import { lettersArea } from './letters/letters.area.ts';
import { myDataArea } from './my-data/my-data.area.ts';
import { paymentsArea } from './payments/payments.area.ts';
import { peopleArea } from './people/people.area.ts';
import { publicArea } from './public/public.area.ts';
import { workbenchArea } from './queue/workbench.area.ts';

/** Every area of the portal, in the order of the navigation. A new area is one line here. */
export const AREAS: readonly Area[] = [
  publicArea,
  accountArea,
  casesArea,
  workbenchArea,
  companiesArea,
  paymentsArea,
  peopleArea,
  administrationArea,
  lettersArea,
  myDataArea,
];
