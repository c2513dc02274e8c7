import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

export const noSuchProject = (): Refusal =>
  new Refusal({
    code: 'project.not-found',
    kind: 'not-found',
    clause: 'II.4.4',
    detail: say('Šādā projektā nav nevienas lietas.', 'No case belongs to this project.'),
  });

export const noSuchView = (): Refusal =>
  new Refusal({
    code: 'saved-view.not-found',
    kind: 'not-found',
    detail: say('Šāda saglabāta skata Jums nav.', 'You have no such saved view.'),
  });

export function cannotBeKept(longest: number): Refusal {
  const message = say(`nosaukums no 1 līdz ${longest} zīmēm`, `a name of 1 to ${longest} signs`);
  return new Refusal({
    code: 'saved-view.invalid',
    kind: 'invalid',
    detail: say('Skatam vajag nosaukumu.', 'A view needs a name.'),
    errors: [{ field: 'name', message }],
  });
}

export const tooManyViews = (most: number): Refusal =>
  new Refusal({
    code: 'saved-view.too-many',
    detail: say(
      `Var glabāt ${most} skatus. Izdzēsiet kādu, ko vairs nelietojat.`,
      `${most} views can be kept. Delete one that you no longer use.`,
    ),
  });

export function periodIsWrong(what: 'order' | 'length'): Refusal {
  const message =
    what === 'order'
      ? say('beigas ir pirms sākuma', 'ends before it begins')
      : say('ne ilgāks par pieciem gadiem', 'five years at most');
  return new Refusal({
    code: 'period.invalid',
    kind: 'invalid',
    detail: say(`Periods: ${message.lv}.`, `The period: ${message.en}.`),
    errors: [{ field: 'to', message }],
  });
}
