import { lettersRecorded } from '../../http/requests/letters-recorded.ts';
import { letterAct, waitingQuery } from '../letters.routes.ts';
import { lettersRecordedSchema, noticeSchema, waitingLettersSchema } from '../schemas.ts';
import type { Operation } from './operation.ts';

/** Letters that a person carries (II.16.4). */
export const LETTER_OPERATIONS: readonly Operation[] = [
  {
    id: 'waitingLetters',
    method: 'get',
    path: '/letters',
    summary: 'Letters that wait for a person: to be posted, to be signed for, or given up (service)',
    query: waitingQuery,
    answers: { 200: { is: 'The letters, oldest first', body: waitingLettersSchema } },
    problems: [403, 422],
  },
  {
    id: 'printLetters',
    method: 'post',
    path: '/letters/print-runs',
    summary: 'One PDF of all letters that wait to be posted, behind their address list (service)',
    answers: { 200: { is: 'The letters; they wait on until they are recorded as posted', body: 'file' } },
    problems: [403, 409],
  },
  {
    id: 'recordLetters',
    method: 'post',
    path: '/letters/records',
    summary:
      'Record that many letters were posted, or signed for, on one day; each stands for itself (service)',
    body: lettersRecorded,
    answers: { 200: { is: 'What was recorded, and what was refused and why', body: lettersRecordedSchema } },
    problems: [403, 422],
  },
  {
    id: 'recordLetter',
    method: 'post',
    path: '/cases/{id}/notices/{noticeId}',
    summary: 'Record that a letter was posted or signed for on a day, or have it sent once more (service)',
    body: letterAct,
    answers: { 200: { is: 'The letter after it', body: noticeSchema } },
    problems: [403, 404, 409, 422],
  },
];
