/** Titles and advice of error pages, by HTTP status. */
export const error = {
  toStart: 'Uz sākumlapu',
  toCase: 'Atvērt lietu',
  status: 'Kļūda {status}',
  requestId: 'Pieprasījuma numurs',
  e400: {
    title: 'Pieprasījumu nevarēja saprast',
    detail: 'Pārlūks nosūtīja pieprasījumu, kura saturs nav nolasāms.',
    advice: 'Atgriezieties iepriekšējā lapā un mēģiniet vēlreiz. Nekas nav mainīts.',
  },
  e403: {
    title: 'Šeit Jums nav piekļuves',
    detail: 'Šī darbība Jums nav atļauta.',
    advice: 'Ja uzskatāt, ka piekļuvei jābūt, sazinieties ar klientu servisu. Nekas nav mainīts.',
  },
  e404: {
    title: 'Šādas lapas nav',
    detail: 'Adrese ir nepareiza, lapa ir pārvietota vai Jums tā nav redzama.',
    advice: 'Pārbaudiet adresi vai sāciet no sākumlapas. Savas lietas redzēsiet pēc pierakstīšanās.',
  },
  e405: {
    title: 'Šeit tas nav iespējams',
    detail: 'Šo lapu nevar izmantot šādā veidā.',
    advice: 'Atveriet lapu no izvēlnes un mēģiniet vēlreiz.',
  },
  e409: {
    title: 'Pašlaik tas nav iespējams',
    detail: 'Lietas pašreizējais stāvoklis to nepieļauj.',
    advice: 'Atveriet lietu vēlreiz: tur redzams, kas tagad ir iespējams. Nekas nav mainīts.',
  },
  e413: {
    title: 'Pielikums ir par lielu',
    detail: 'Visi vienā reizē sūtītie faili kopā drīkst aizņemt līdz 25 MB.',
    advice: 'Samaziniet failus vai sūtiet tos pa daļām. Nekas nav saglabāts.',
  },
  e415: {
    title: 'Šāda veida saturu nepieņemam',
    detail: 'Veidlapa nosūtīta nesaprotamā veidā.',
    advice: 'Atveriet lapu vēlreiz un aizpildiet veidlapu no jauna.',
  },
  e422: {
    title: 'Veidlapā ir kļūdas',
    detail: 'Daži lauki jālabo.',
    advice: 'Atgriezieties veidlapā un izlabojiet norādītos laukus. Nekas nav mainīts.',
  },
  e429: {
    title: 'Pārāk daudz pieprasījumu',
    detail: 'No Jūsu adreses īsā laikā saņemts pārāk daudz pieprasījumu.',
    advice: 'Pagaidiet minūti un mēģiniet vēlreiz.',
  },
  e500: {
    title: 'Kļūda mūsu pusē',
    detail: 'Pieprasījumu neizdevās izpildīt. Nekas nav palicis pusē.',
    advice: 'Mēģiniet vēlreiz. Ja kļūda atkārtojas, rakstiet mums un norādiet pieprasījuma numuru.',
  },
  e503: {
    title: 'Portāls pašlaik nav pieejams',
    detail: 'Datubāze nav sasniedzama.',
    advice: 'Mēģiniet vēlreiz pēc brīža.',
  },
};
