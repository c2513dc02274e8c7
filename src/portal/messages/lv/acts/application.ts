import type { ActWords } from '../../act-words.ts';
import { namesInLatvian } from '../../names/lv.ts';

const MAKERS = { customer: namesInLatvian.role.customer, operator: namesInLatvian.endedBy.operator };

export const application = {
  'application.submitted': {
    act: 'Iesniegt pieteikumu',
    event: 'Iesniegts pieteikums',
  },
  'application.drafted': {
    act: 'Labot melnrakstu',
    event: 'Sagatavots pieteikuma melnraksts',
  },
  'application.returned': {
    act: 'Pieprasīt trūkstošo informāciju',
    event: 'Pieprasīta trūkstošā informācija',
    follows: 'Klients saņem pieprasījumu un papildina pieteikumu. Lieta gaida klientu.',
    labels: { missing: 'Kas trūkst' },
  },
  'application.completed': {
    act: 'Papildināt pieteikumu',
    event: 'Pieteikums papildināts',
    follows: 'Papildinātais pieteikums nonāk pie Operatora, kas turpina to izskatīt.',
    labels: { documents: 'Iesniegtie dokumenti', notes: 'Paskaidrojums' },
    hints: { documents: 'Nosauciet, ko iesniedzat. Katru rindā atsevišķi.' },
  },
  'application.routed': {
    act: 'Noteikt tālāko virzību',
    event: 'Noteikta pieteikuma tālākā virzība',
    follows:
      'Ja nekas nav vajadzīgs, Operators sāk gatavot piedāvājumu; citādi lieta gaida projektu vai būvdarbu veicēju.',
    labels: {
      designNeeded: 'Vajadzīgs būvprojekts',
      designBy: 'Kas izstrādā būvprojektu',
      contractorNeeded: 'Jānosaka būvdarbu veicējs',
      contractorChosenBy: 'Kas izvēlas būvdarbu veicēju',
      requirementsNumber: 'Tehnisko prasību numurs',
      requirementsValidUntil: 'Tehniskās prasības derīgas līdz',
      connectionPoint: 'Pieslēguma vieta',
    },
    hints: {
      designBy: 'Tikai tad, ja vajadzīgs.',
      contractorChosenBy: 'Tikai tad, ja vajadzīgs.',
      requirementsNumber: 'Ja šim pieslēgumam izsniegtas atsevišķas tehniskās prasības.',
    },
    choices: { designBy: MAKERS, contractorChosenBy: MAKERS },
  },
  'design.received': {
    act: 'Iesniegt būvprojektu',
    event: 'Saņemts būvprojekts',
    follows: 'Būvprojekts ir saņemts, un Operators turpina gatavot piedāvājumu.',
    labels: { on: 'Saņemšanas diena', designId: 'Būvprojekta numurs' },
  },
  'contractor.determined': {
    act: 'Norādīt būvdarbu veicēju',
    event: 'Noteikts būvdarbu veicējs',
    follows: 'Būvdarbu veicējs ir zināms, un Operators turpina gatavot piedāvājumu.',
    labels: { chosenBy: 'Kas izvēlas būvdarbu veicēju', name: 'Būvdarbu veicējs' },
    choices: { chosenBy: MAKERS },
  },
  'application.withdrawn': {
    act: 'Atsaukt pieteikumu',
    event: 'Pieteikums atsaukts',
    follows: 'Pieteikums beidzas. Lai pieslēgumu pieprasītu no jauna, vajadzīgs jauns pieteikums.',
  },
} satisfies Readonly<Record<string, ActWords>>;
