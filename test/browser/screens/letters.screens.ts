import { setTimeout as pause } from 'node:timers/promises';
import { CONNECTION } from '../../builders/application-body.ts';
import { demoCase } from './demo-case.ts';
import type { Call, Screen } from './screen.ts';

/** Service files an application of somebody who is written to by post, and the engineer offers. */
async function postedOffer({ call }: { call: Call }): Promise<{ id: string; caseId: string }> {
  const { id: caseId } = (
    await call('POST', '/cases', 'service', {
      customer: {
        kind: 'natural',
        name: 'Zigrīda Pastniece',
        postalAddress: 'Liepu iela 4–2, Sigulda, LV-2150',
        household: true,
      },
      object: { address: 'Liepu iela 4, Sigulda' },
      connection: CONNECTION,
      purpose: 'new',
    })
  ).body as { id: string };
  const event = (type: string, data: object, as = 'engineer') =>
    call('POST', `/cases/${caseId}/events`, as, { type, ...data });
  await event('customer.identified', { method: 'in-person' }, 'service');
  await event('application.routed', { designNeeded: false, contractorNeeded: false });
  const today = Temporal.Now.plainDateISO('Europe/Riga');
  await event('offer.issued', {
    quote: {
      regime: 'auto',
      connection: { ampere: '25', volt: '400', distanceM: '20', customerChoseContractor: false },
      costs: { loadUnit: '1500.00' },
      operatorOrganisesDesign: false,
      supplyInterruptedOrLoadReduced: false,
    },
    termOn: today.add({ months: 9 }).toString(),
    paymentDueOn: today.add({ days: 40 }).toString(),
    channel: 'post',
    ownershipBoundary: 'Uzskaites sadalne',
  });
  for (let tries = 0; tries < 50; tries++) {
    const { items = [] } = (await call('GET', '/letters?state=to-post', 'service')).body as {
      items?: { id: string; caseId: string }[];
    };
    const letter = items.find((one) => one.caseId === caseId);
    if (letter) return letter;
    await pause(200);
  }
  throw new Error('The offer does not come to the letter desk.');
}

const waitingLetter = async (product: { call: Call }): Promise<string> => {
  const { id, caseId } = await postedOffer(product);
  return `/staff/post/letters/${caseId}/${id}`;
};

export const lettersScreens: readonly Screen[] = [
  { name: 'letter-desk-empty', path: '/staff/post', as: 'service' },
  {
    name: 'letter-desk',
    path: async (product) => {
      await postedOffer(product);
      return '/staff/post';
    },
    as: 'service',
    main: true,
  },
  { name: 'letter-one', path: waitingLetter, as: 'service' },
  { name: 'letters-posted', path: '/staff/post/posted', as: 'service' },
  { name: 'letters-failed', path: '/staff/letters/failed', as: 'service', main: true },
  { name: 'letter-kinds', path: '/staff/letters', as: 'engineer', main: true },
  {
    name: 'letter-sample',
    path: '/staff/letters/samples/N-ADVINV/whole?in=lv',
    as: 'engineer',
    main: true,
  },
  {
    name: 'reminders',
    path: demoCase('offered', 'customer', '/reminders'),
    as: 'customer',
    main: true,
  },
];
