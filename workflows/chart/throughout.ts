import { deadlinePassed } from '../acts/deadline-passed.ts';
import { noticeDispatched } from '../acts/delivery/notice-dispatched.ts';
import { noticeFailed } from '../acts/delivery/notice-failed.ts';
import { authorityFiled } from '../acts/people/authority-filed.ts';
import { authorityRevoked } from '../acts/people/authority-revoked.ts';
import { complaintAnswered } from '../acts/people/complaint-answered.ts';
import { complaintFiled } from '../acts/people/complaint-filed.ts';
import { customerIdentified } from '../acts/people/customer-identified.ts';
import { detailsChanged } from '../acts/people/details-changed.ts';
import { dataRequestAnswered } from '../acts/personal-data/data-request-answered.ts';
import { dataRequestFiled } from '../acts/personal-data/data-request-filed.ts';
import { dataRequestProlonged } from '../acts/personal-data/data-request-prolonged.ts';
import { disclosureNotified } from '../acts/personal-data/disclosure-notified.ts';
import { leads } from './leads.ts';

/** What may happen in every stage of a case, also after its end; none of it moves the case. */

export const ACTS_THROUGHOUT = [
  customerIdentified,
  complaintAnswered,
  dataRequestAnswered,
  detailsChanged,
  authorityFiled,
  authorityRevoked,
  complaintFiled,
  dataRequestFiled,
  dataRequestProlonged,
  disclosureNotified,
  noticeFailed,
  noticeDispatched,
  deadlinePassed,
] as const;

export const throughout = leads(
  [customerIdentified.ways.identified],
  [detailsChanged.ways.changed],
  [authorityFiled.ways.filed],
  [authorityRevoked.ways.revoked],
  [complaintFiled.ways.filed],
  [complaintAnswered.ways.answered],
  [dataRequestFiled.ways.filed],
  [dataRequestProlonged.ways.prolonged],
  [dataRequestAnswered.ways.answered],
  [disclosureNotified.ways.notified],
  [noticeFailed.ways.other],
  [noticeDispatched.ways.dispatched],
);
