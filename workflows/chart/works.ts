import { designReceived } from '../acts/application/design-received.ts';
import { worksCompleted } from '../acts/works/completed.ts';
import { worksResumed } from '../acts/works/resumed.ts';
import { worksStarted } from '../acts/works/started.ts';
import { worksSuspended } from '../acts/works/suspended.ts';
import { leads, type StateConfig } from './leads.ts';

/** The works in the operator's grid and their suspension (II.2, II.13). */

export const WORKS_ACTS = [worksStarted, worksCompleted, worksSuspended, worksResumed] as const;

const { designFlaws, preparatoryWorks, adverseConditions, diggingBan } = worksSuspended.ways;
const suspend = [
  [designFlaws, 'suspended'],
  [preparatoryWorks, 'suspended'],
  [adverseConditions, 'suspended'],
  [diggingBan, 'suspended'],
] as const;

export const works: StateConfig = {
  description: 'The works in the operator’s grid.',
  meta: { clause: 'II.2' },
  initial: 'not-started',
  states: {
    'not-started': {
      description: 'The works wait for the full customer share.',
      meta: { clause: 'II.2.2' },
      on: leads([worksStarted.ways.designing, 'designing'], [worksStarted.ways.building, 'building']),
    },
    designing: {
      description: 'The operator has the design made.',
      meta: { clause: 'II.2.3' },
      on: leads([designReceived.ways.buildingBegins, 'building'], ...suspend),
    },
    building: {
      description: 'The connection is being built.',
      meta: { clause: 'II.2.1' },
      on: leads(...suspend, [worksCompleted.ways.completed, 'completed']),
    },
    suspended: {
      description: 'The works are stopped for one or more reasons and the term stands still.',
      meta: { clause: 'II.13.1' },
      on: leads(
        ...suspend,
        [worksResumed.ways.designGoesOn, 'designing'],
        [worksResumed.ways.buildingGoesOn, 'building'],
        [worksResumed.ways.anotherRemains],
      ),
    },
    completed: {
      description:
        'Completed by written notice; the installations up to the boundary are the operator’s (II.2.8).',
      meta: { clause: 'II.2.7' },
    },
  },
};
