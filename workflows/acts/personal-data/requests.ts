import { say } from '../../../src/law/words.ts';
import { type Asking, refuse, type Standing } from '../../conditions/verdict.ts';
import type { DataRequest, Facts } from '../../facts.ts';
import type { Happening } from '../../happening.ts';
import type { DataRight } from '../../vocabulary.ts';
import type { Change } from '../way.ts';

/** Requests about personal data (II.9.3): each right has its own, and its own time. */

export const dataRequestsOf = ({ dataRequests }: Facts): readonly DataRequest[] =>
  Object.values(dataRequests ?? {});

export const withRequest = ({ dataRequests }: Facts, right: DataRight, request: DataRequest): Change => ({
  dataRequests: { ...dataRequests, [right]: request },
});

const noSuchRequest = () =>
  refuse({
    code: 'data-request.none',
    clause: 'II.9.3',
    detail: say(
      'Nav neatbildēta pieprasījuma par šādām datu subjekta tiesībām.',
      'There is no unanswered request for this right of a data subject.',
    ),
  });

export const dataRequestAwaitsAnswer: Standing = (facts) =>
  dataRequestsOf(facts).some(({ answeredOn }) => answeredOn === null) ? null : noSuchRequest();

export const rightWasAskedFor: Asking<Happening<string, { readonly right: DataRight }>> = (
  facts,
  { data: { right } },
) => (facts.dataRequests?.[right]?.answeredOn === null ? null : noSuchRequest());
