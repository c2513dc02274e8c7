import type { DataRequest, Facts } from '../facts.ts';
import { type Change, record, type Writing, withoutFlags } from './record.ts';

const withRequest = (
  { dataRequests }: Facts,
  right: keyof NonNullable<Facts['dataRequests']>,
  request: DataRequest,
): Change => ({ dataRequests: { ...dataRequests, [right]: request } });

/** Requests about personal data (II.9.3): each right has its own, and its own time. */
export const PERSONAL_DATA_RECORDS = {
  /** Asked for again while unanswered, its time runs on. */
  recordDataRequest: record<'data-request.filed'>((facts, { data, today }) =>
    facts.dataRequests?.[data.right]?.answeredOn === null
      ? {}
      : withRequest(facts, data.right, { on: today, prolonged: false, answeredOn: null }),
  ),
  recordProlongedDataRequest: record<'data-request.prolonged'>((facts, { data }) =>
    withRequest(facts, data.right, { ...facts.dataRequests![data.right]!, prolonged: true }),
  ),
  recordDataAnswer: record<'data-request.answered'>((facts, { data, today }) => ({
    ...withRequest(facts, data.right, { ...facts.dataRequests![data.right]!, answeredOn: today }),
    flags: withoutFlags(facts, 'data-request-answer-breach'),
  })),
} as const satisfies Record<string, Writing>;
