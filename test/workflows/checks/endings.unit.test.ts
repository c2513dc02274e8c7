import { describe, expect, test } from 'vitest';
import {
  building,
  buildingUnpaid,
  connected,
  given,
  givenUnder,
  joinedProject,
  ready,
  submitted,
  suspended,
  terminated,
  when,
  withSettings,
  worksCompleted,
} from '../../builders/index.ts';

/** Rights of the operator to end the contract, where several things stand open at once. */

describe('II.13.2: two suspensions with two days for the remedy', () => {
  const works = given(
    building('2025-03-10'),
    suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-30' }),
    suspended('2025-04-02', 'preparatory-works', { remedyBy: '2025-05-10' }),
  );

  test('the earlier day is the one that was missed first, whichever suspension it belongs to', () => {
    expect(when(works, terminated('2025-05-10', 'unremedied'))).toRefuse('ending.remedy-runs', {
      allowedFrom: '2025-05-11',
    });
    expect(when(works, terminated('2025-05-11', 'unremedied'))).toReach('terminated');
    expect(works).toHaveDeadline('remedy', { lastDay: '2025-05-10', clause: 'II.13.1.2' });
  });

  test('II.14.3.6: an end for the design waits for the day set for the design', () => {
    expect(when(works, terminated('2025-05-11', 'design'))).toRefuse('ending.remedy-runs', {
      clause: 'II.2.5',
      allowedFrom: '2025-05-31',
    });
  });

  test('the same in the other order', () => {
    const other = given(
      building('2025-03-10'),
      suspended('2025-04-01', 'preparatory-works', { remedyBy: '2025-05-10' }),
      suspended('2025-04-02', 'design-flaws', { remedyBy: '2025-05-30' }),
    );
    expect(other).toHaveDeadline('remedy', { lastDay: '2025-05-10', clause: 'II.13.1.2' });
    expect(when(other, terminated('2025-05-11', 'design'))).toRefuse('ending.remedy-runs', {
      clause: 'II.2.5',
    });
  });
});

test('II.13.1.3: the notice is that of the conditions, not that of another reason open beside them', () => {
  const works = given(
    building('2025-03-10'),
    suspended('2025-04-03', 'adverse-conditions', { from: '2025-04-01' }),
    suspended('2025-04-20', 'digging-ban'),
  );
  expect(works).toHaveDeadline('conditions-notice', { lastDay: '2025-04-06', state: 'met' });
});

test('II.4.4: a member of a common project is connected after its share is paid, also where others need not', () => {
  const law = withSettings({ 'connection.withholdWhileUnpaid': 'commonProjectOnly' });
  const member = givenUnder(
    law,
    buildingUnpaid('2025-03-10'),
    joinedProject('2025-03-11'),
    worksCompleted('2025-08-10'),
    ready('2025-08-20'),
  );
  expect(when(member, connected('2025-08-25'))).toRefuse('connection.share-not-paid', { clause: 'II.4.4' });
});

test('II.4.4: a member is refused a connection by being unpaid, not before there is something to connect', () => {
  const unpaidMember = [buildingUnpaid('2025-03-10'), joinedProject('2025-03-11')];
  expect(given(...unpaidMember)).toStand({ link: 'not-connected' });
  expect(given(...unpaidMember, ready('2025-03-20'))).toStand({ link: 'not-connected' });
  expect(given(...unpaidMember, worksCompleted('2025-08-10'))).toStand({ link: 'not-connected' });
  expect(given(buildingUnpaid('2025-03-10'), worksCompleted('2025-08-10'), ready('2025-08-20'))).toStand({
    link: 'not-connected',
  });
});

test('II.def.object: an application that names neither object nor purpose lacks the object first', () => {
  const draft = { customer: { kind: 'natural' as const, name: 'Anna Ozola' } };
  const refused = when(given(), submitted('2025-03-01', draft));
  expect(refused).toRefuse('application.incomplete', { clause: 'II.def.object', field: 'object.address' });
  expect(when(given(), submitted('2025-03-01', { purpose: 'new' }))).toRefuse('application.incomplete', {
    field: 'customer.kind',
  });
  const named = when(given(), submitted('2025-03-01', { ...draft, object: { cadastreNumber: '8044 001' } }));
  expect(named).toRefuse('application.incomplete', { clause: 'II.def.technical-parameters' });
});
