import type { Connection } from '../../../db/connect.ts';
import { historiesOf } from '../../../db/history.ts';
import { particularsOfCases, type RowOfCase } from '../../../db/my-data.ts';
import type { CaseRow } from '../../../db/rows.ts';
import type { Moment } from '../../casework/happened.ts';
import { shownData } from '../../casework/show/history.ts';
import { caseView, shownRow } from '../../casework/show/view.ts';
import type { Language } from '../../law/words.ts';
import type { Held } from './held.ts';

/** Everything that we hold on a person in a form that machines read (GDPR art. 15(3) and 20). Field names are those of the
 *  API. Letters and files themselves are fetched from `/api/v1/documents/{documentId}`. */
export interface ExportedData {
  readonly format: 'pieslegums.my-data';
  readonly version: 1;
  readonly madeAt: string;
  readonly controller: { readonly name: string; readonly email: string; readonly phone: string };
  readonly account: Held['account'];
  readonly proofs: Held['proofs'];
  readonly sessions: Held['sessions'];
  readonly signInPlaces: Held['signInPlaces'];
  readonly changes: Held['changes'];
  readonly subUsers: Held['subUsers'];
  readonly cases: readonly object[];
  readonly staffReads: readonly object[];
  readonly ownReads: Held['ownReads'];
}

interface Asked {
  readonly held: Held;
  /** The person's own cases. */
  readonly rows: readonly CaseRow[];
  readonly moment: Moment;
  readonly language: Language;
}

export async function exportedData(
  db: Connection,
  { held, rows, moment, language }: Asked,
): Promise<ExportedData> {
  const ids = rows.map(({ id }) => id);
  const [histories, particulars] = await Promise.all([
    historiesOf(db, ids),
    particularsOfCases(db, ids, held.account.id),
  ]);
  const ofCase = (list: readonly RowOfCase[], id: string) =>
    list.filter((one) => one.caseId === id).map(({ caseId: _, ...particular }) => particular);
  const { operator } = moment.law;

  const exportedCase = (row: CaseRow): object => {
    const { actions: _, ...shown } = caseView(shownRow(row), moment, ['customer'], language);
    return {
      relation: 'customer',
      ...shown,
      authorities: held.cases.find(({ id }) => id === row.id)?.authorities ?? [],
      history: (histories.get(row.id) ?? []).map(({ seq, type, at, role, clause, data, status }) => ({
        seq,
        type,
        at,
        role,
        clause,
        data: shownData(data),
        status,
      })),
      letters: held.letters
        .filter((letter) => letter.caseId === row.id)
        .map(({ caseId: __, number: ___, ...letter }) => letter),
      ...Object.fromEntries(Object.entries(particulars).map(([name, list]) => [name, ofCase(list, row.id)])),
    };
  };

  return {
    format: 'pieslegums.my-data',
    version: 1,
    madeAt: moment.at.toString(),
    controller: { name: operator.name, email: operator.email, phone: operator.phone },
    account: held.account,
    proofs: held.proofs,
    sessions: held.sessions,
    signInPlaces: held.signInPlaces,
    changes: held.changes,
    subUsers: held.subUsers,
    cases: [
      ...rows.map(exportedCase),
      // What is held on the customer who is represented is that customer's data.
      ...held.cases
        .filter(({ relation }) => relation === 'representative')
        .map(({ number, status, relation, authorities }) => ({ relation, number, status, authorities })),
    ],
    staffReads: held.reads.map(({ day, number, roles, times }) => ({ day, number, roles, times })),
    ownReads: held.ownReads,
  };
}
