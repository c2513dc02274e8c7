import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';

export const noSuchAccount = (): Refusal =>
  new Refusal({
    code: 'account.not-found',
    kind: 'not-found',
    detail: say('Šāda konta nav.', 'There is no such account.'),
  });

export const usernameIsTaken = (): Refusal => {
  const message = say('šāds lietotājvārds jau ir', 'is taken');
  return new Refusal({
    code: 'account.username-taken',
    detail: say('Šāds lietotājvārds jau ir.', 'The username is taken.'),
    errors: [{ field: 'username', message }],
  });
};

export const ownAdministration = (): Refusal =>
  new Refusal({
    code: 'account.own-administration',
    detail: say(
      'Savu administratora lomu neviens neatņem un savu kontu neslēdz: to dara cits administrators.',
      'Nobody takes the administrator’s role from or closes the own account: another administrator does.',
    ),
  });

export const lastAdministrator = (): Refusal =>
  new Refusal({
    code: 'account.last-administrator',
    detail: say(
      'Šis ir pēdējais administrators. Vispirms piešķiriet šo lomu kādam citam.',
      'This is the last administrator. Give the role to somebody else first.',
    ),
  });

export const notOfStaff = (): Refusal =>
  new Refusal({
    code: 'account.not-staff',
    detail: say(
      'Klienta konta lomu un paroli administrators nemaina: ar to klients rīkojas savā vārdā.',
      'An administrator changes neither role nor password of a customer’s account: the customer acts by it.',
    ),
  });

export const noSuchAct = (): Refusal =>
  new Refusal({
    code: 'approval.not-found',
    kind: 'not-found',
    detail: say('Šāda apstiprinājuma nav.', 'There is no such approval.'),
  });

export const actIsDecided = (): Refusal =>
  new Refusal({
    code: 'approval.decided',
    detail: say('Par šo apstiprinājumu jau ir lemts.', 'This approval has already been decided.'),
  });

export const anotherAdministrator = (): Refusal =>
  new Refusal({
    code: 'approval.second-person',
    kind: 'forbidden',
    detail: say(
      'Par kontiem un lomām lemj cits administrators, nevis tas, kas ierosināja. Ierosinātājs var to atsaukt.',
      'Another administrator decides about accounts and roles, not the one who asked. Who asked may take it back.',
    ),
  });

export const askerIsNoAdministrator = (): Refusal =>
  new Refusal({
    code: 'approval.asker-gone',
    detail: say(
      'Ierosinātājs vairs nav administrators. Noraidiet šo priekšlikumu; ja izmaiņa ir vajadzīga, ierosiniet to no jauna.',
      'Whoever asked is no longer an administrator. Decline it, and ask anew if the change is needed.',
    ),
  });
