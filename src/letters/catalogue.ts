import type { NoticeId } from '../../workflows/notices.ts';
import { say, type Words } from '../law/words.ts';

/** What each letter is for, under which clause, and who gets it (II.16.4). */
export interface LetterKind {
  readonly clause: string | null;
  readonly purpose: Words;
  readonly to: Words;
}

const APPLICANT = say('pieteicējam', 'the applicant');
const CUSTOMER = say('klientam', 'the customer');
const DEBTOR = say('klientam, kurš kavē samaksu', 'the customer who is late with payment');

const kind = (clause: string | null, to: Words, lv: string, en: string): LetterKind => ({
  clause,
  purpose: say(lv, en),
  to,
});

// biome-ignore format: a table reads best with one row a line
export const LETTER_KINDS: Readonly<Record<NoticeId, LetterKind>> = {
  'N-RECEIPT': kind('II.11.1', APPLICANT, 'Nosaka pieteikuma saņemšanas dienu, no kuras skaita piedāvājuma termiņu.', 'Fixes the day of receipt, from which the time for the offer counts.'),
  'N-MISSING': kind('II.5.2', APPLICANT, 'Lūdz to, kā pieteikumam trūkst.', 'Asks for what the application lacks.'),
  'N-TECH': kind('II.1.8', APPLICANT, 'Paziņo tehnisko pamatu un to, vai vajadzīgs būvprojekts vai būvkomersants.', 'Tells the technical basis, and whether a design or a contractor is needed.'),
  'N-OFFER': kind('II.11.1', APPLICANT, 'Līguma I daļa ar maksas skaidrojumu; ar to sākas iebildumu termiņš.', 'Part I with the explanation of the fee; opens the objection window.'),
  'N-ADVINV': kind('II.10.1', APPLICANT, 'Avansa rēķins; samaksājot to pilnā apmērā, līgums tiek noslēgts.', 'The advance invoice; paying it in full concludes the contract.'),
  'N-OBJREJ': kind('II.11.2', APPLICANT, 'Pamatoti noraida iebildumus un pasaka, cik dienu vēl ir.', 'Rejects objections with reasons and tells the days that are left.'),
  'N-REVOFFER': kind('II.11.2', APPLICANT, 'Precizēts piedāvājums; sākas jauns iebildumu termiņš.', 'A revised offer; opens a new objection window.'),
  'N-ANNWARN': kind('II.11.3', APPLICANT, 'Brīdina par anulēšanu; bez šī brīdinājuma anulēt nedrīkst.', 'Warns of annulment; without it nothing may be annulled.'),
  'N-ANN': kind('II.11.3', APPLICANT, 'Paziņo, ka pieteikums ir anulēts, un kas notiek ar samaksāto.', 'Tells that the application is annulled, and what becomes of payments.'),
  'N-INFORCE': kind('II.11.5', CUSTOMER, 'Paziņo, ka līgums ir spēkā, un kā no tā atteikties.', 'Tells that the contract is in force, and how to withdraw from it.'),
  'N-SUSP-1': kind('II.13.1.1', CUSTOMER, 'Aptur darbus, jo būvprojektā ir trūkumi.', 'Suspends the works for flaws in the design.'),
  'N-SUSP-2': kind('II.13.1.2', CUSTOMER, 'Aptur darbus, jo nav veikti sagatavošanas darbi.', 'Suspends the works for preparatory works that are missing.'),
  'N-SUSP-3': kind('II.13.1.3', CUSTOMER, 'Paziņo par nelabvēlīgiem apstākļiem, kas ļauj pārcelt termiņu.', 'Tells of adverse conditions, which allow moving the term.'),
  'N-SUSP-4': kind('II.13.1.4', CUSTOMER, 'Aptur darbus pašvaldības rakšanas aizlieguma laikā.', 'Suspends the works during a municipal digging ban.'),
  'N-RESUME': kind('II.13.3', CUSTOMER, 'Atsāk darbus un nosaka jauno termiņu.', 'Resumes the works and sets the new term.'),
  'N-FM': kind('II.17.2', CUSTOMER, 'Paziņo par nepārvaramu varu; bez tā uz to nevar atsaukties.', 'Tells of force majeure; without it nobody may rely on it.'),
  'N-COMPL': kind('II.2.6', CUSTOMER, 'Paziņo, ka darbi ir pabeigti, un aicina apliecināt gatavību.', 'Tells that the works are completed and invites to confirm readiness.'),
  'N-FINALINV': kind('II.10.1', CUSTOMER, 'Galīgais rēķins: avansi, atlikums un PVN.', 'The final invoice: advances, the rest and VAT.'),
  'N-CONN': kind('II.4.1', CUSTOMER, 'Paziņo, ka objekts ir pieslēgts un kā tiek piegādāta elektroenerģija.', 'Tells that the object is connected, and how electricity is supplied.'),
  'N-CUTOLD': kind('II.4.2', CUSTOMER, 'Paziņo, ka vecais ievads ir atslēgts.', 'Tells that the old supply has been cut.'),
  'N-NOTREADY': kind('II.4.5', CUSTOMER, 'Paziņo, kas objektā nav gatavs; to var novērst līdz termiņam.', 'Tells what is not ready on site; it may be mended until the term.'),
  'N-DEBTWARN': kind('II.10.5', DEBTOR, 'Brīdina, ka parādu nodos piedzīt.', 'Warns that the debt will be handed over for recovery.'),
  'N-END': kind('II.14.4', CUSTOMER, 'Paziņo par līguma beigām, to pamatu un norēķiniem.', 'Tells of the end of the contract, its ground and the settlement.'),
  'N-CONF': kind('II.15.3', CUSTOMER, 'Apstiprina atteikumu vai atkāpšanos un norēķinus.', 'Confirms a withdrawal or exit, and the settlement.'),
  'N-COMPLAINT': kind('II.16.5', CUSTOMER, 'Atbild uz jautājumu, priekšlikumu vai sūdzību.', 'Answers a question, a proposal or a complaint.'),
  'N-BREACH': kind('II.8.4', say('tam, kura dati ir skarti', 'whoever’s data are concerned'), 'Paziņo par neatļautu datu izpaušanu un to, kas ir darīts.', 'Tells of an unauthorised disclosure of data, and what has been done.'),
  'N-GTC': kind('II.1.5', say('klientiem', 'customers'), 'Paziņo par II daļas grozījumiem, pirms tie stājas spēkā.', 'Tells of amendments of Part II before they take effect.'),
  'N-GDPR': kind('II.9.5', say('datu subjektam', 'the data subject'), 'Atbild uz datu subjekta pieprasījumu.', 'Answers a request of a data subject.'),
};
