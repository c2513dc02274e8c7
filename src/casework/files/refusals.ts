import type { Clause } from '../../law/clauses.ts';
import { Refusal } from '../../law/refusal.ts';
import { say, type Words } from '../../law/words.ts';
import { CASE_LIMIT_BYTES, FILE_LIMIT_BYTES, FILES_A_CASE, FILES_AT_ONCE, inMebibytes } from './limits.ts';

/** Why a file is not taken. */

const invalid = (code: string, detail: Words, atFile: Words): Refusal =>
  new Refusal({ code, kind: 'invalid', detail, errors: [{ field: 'file', message: atFile }] });

export const fileIsEmpty = (name: string): Refusal =>
  invalid(
    'file.empty',
    say(`Fails „${name}” ir tukšs.`, `The file “${name}” is empty.`),
    say('fails ir tukšs', 'is empty'),
  );

export const typeIsNotTaken = (name: string): Refusal =>
  invalid(
    'file.type',
    say(
      `Failu „${name}” nevar pieņemt: pēc satura tas nav PDF, JPEG, PNG, HEIC, WebP, ZIP, EDOC vai ASiC-E.`,
      `The file “${name}” cannot be taken: by its content it is not PDF, JPEG, PNG, HEIC, WebP, ZIP, EDOC or ASiC-E.`,
    ),
    say(
      'izvēlieties PDF, attēla, ZIP, EDOC vai ASiC-E failu',
      'must be a PDF, a picture, ZIP, EDOC or ASiC-E',
    ),
  );

export const fileIsTooLarge = (name: string): Refusal =>
  invalid(
    'file.too-large',
    say(
      `Fails „${name}” ir par lielu: viens fails drīkst būt līdz ${inMebibytes(FILE_LIMIT_BYTES)} MB.`,
      `The file “${name}” is too large: one file may have up to ${inMebibytes(FILE_LIMIT_BYTES)} MB.`,
    ),
    say(
      `viens fails drīkst būt līdz ${inMebibytes(FILE_LIMIT_BYTES)} MB`,
      `must have up to ${inMebibytes(FILE_LIMIT_BYTES)} MB`,
    ),
  );

export const tooManyAtOnce = (): Refusal =>
  invalid(
    'file.too-many',
    say('Failu vienā reizē ir par daudz.', 'These are too many files at once.'),
    say(
      `vienā reizē pievienojiet līdz ${FILES_AT_ONCE} failiem`,
      `must be up to ${FILES_AT_ONCE} files at once`,
    ),
  );

export const noFile = (): Refusal =>
  invalid(
    'file.missing',
    say('Nav izvēlēts neviens fails.', 'No file was chosen.'),
    say('izvēlieties failu', 'must be chosen'),
  );

export const caseIsFull = (): Refusal =>
  invalid(
    'file.case-is-full',
    say(
      `Lietā var glabāt līdz ${FILES_A_CASE} failiem, kopā ${inMebibytes(CASE_LIMIT_BYTES)} MB.`,
      `A case keeps up to ${FILES_A_CASE} files, ${inMebibytes(CASE_LIMIT_BYTES)} MB together.`,
    ),
    say('lietā tam vairs nav vietas', 'does not fit into the case any more'),
  );

/** An act that waits for a second person is kept as words; what it rests on is added to the case before. */
export const notWithApproval = (): Refusal =>
  invalid(
    'file.not-with-approval',
    say(
      'Šī darbība gaida otru personu, un failus tai klāt pievienot nevar.',
      'This act waits for a second person and cannot carry files.',
    ),
    say('vispirms pievienojiet failu lietai', 'must be added to the case first'),
  );

export const fileIsEvidence = (): Refusal =>
  new Refusal({
    code: 'file.is-evidence',
    detail: say(
      'Pieteikums ir iesniegts, un tā faili ir pierādījumi: tos vairs nevar noņemt.',
      'The application has been filed and its files are evidence: they can no longer be removed.',
    ),
  });

export const notTheirsToRead = (): Refusal =>
  new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say(
      'Lietas failus lasa klients, klientu apkalpošana, inženieris un finanses.',
      'Files of a case are read by the customer, customer service, the engineer and finance.',
    ),
  });

/** Service enters what it has seen, and the case shows what that was. */
export const restsOnAFile = (clause: Clause | null): Refusal => {
  const message = say(
    'Pievienojiet lietai dokumentu, uz kura šī darbība balstās: parakstīto lapu, pilnvaru vai parakstīto datni.',
    'Add to the case the document that this act rests on: the signed page, the authority or the signed container.',
  );
  return new Refusal({
    code: 'file.needed',
    kind: 'invalid',
    ...(clause === null ? {} : { clause }),
    detail: message,
    errors: [{ field: 'files', message }],
  });
};
