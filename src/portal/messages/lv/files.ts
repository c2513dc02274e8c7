import { plural } from '../message.ts';

export const files = {
  title: 'Faili',
  caption: 'Lietas faili, vecākie vispirms',
  none: 'Failu vēl nav.',
  file: 'Fails',
  purpose: 'Kas tas ir',
  added: 'Pievienots',
  by: 'Kas pievienoja',
  size: 'Lielums',
  hidden: 'Nosaukums Jūsu lomai nav redzams',
  withAct: 'Kopā ar: {act}',
  choose: 'Izvēlieties failus',
  chooseHint: 'Fotogrāfijas, skenētas lapas vai parakstīti dokumenti. Tālrunī var fotografēt uzreiz.',
  add: 'Pievienot failus',
  addSummary: 'Pievienot failu',
  stays: 'Pievienots fails paliek lietā: to vairs nevar noņemt.',
  choosePurpose: 'Izvēlieties, kas tas ir.',
  change: 'Mainīt melnraksta failus',
  toCase: 'Atpakaļ uz lietu',
  purposes: {
    application: 'Pieteikuma pielikums',
    photo: 'Fotogrāfija no objekta',
    design: 'Būvprojekts',
    authority: 'Dokuments par pārstāvību, piemēram, pilnvara',
    scan: 'Uz papīra vai e-pastā saņemts dokuments',
    other: 'Cits dokuments',
  },
  act: {
    scan: 'Saņemtā dokumenta kopija',
    scanHint:
      'Skenēts vai fotografēts dokuments, kas saņemts uz papīra vai e-pastā. To glabā kopā ar šo ierakstu.',
    attach: 'Pievienot failus',
    attachHint: 'Dokumenti vai fotogrāfijas, kas pieder pie šī iesnieguma.',
    later: 'Failus varēsiet pievienot nākamajā solī.',
  },
  apply: {
    title: 'Pielikumi un fotogrāfijas',
    lead: 'Nav obligāti, bet palīdz ātrāk sagatavot piedāvājumu.',
    helps:
      'Noder fotogrāfija no vietas, kur vajadzīgs pieslēgums, zemes gabala plāns un pilnvara, ja rīkojaties cita vārdā.',
    attached: plural({ one: 'Pievienots {count} fails', other: 'Pievienoti {count} faili' }),
    remove: 'Noņemt',
    upload: 'Pievienot izvēlētos',
  },
};
