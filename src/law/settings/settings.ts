import { choice, dayCount, flag, type SettingDefinition } from './setting.ts';

/** Every reading that is a choice, with the delivered one, in force from {@link SETTINGS_IN_FORCE_SINCE}: the clause of the
 *  contract, then the number under which `docs/law/readings.md` tells the question; null: a policy of the operator. */
// biome-ignore format: a table reads best with one row a line
export const SETTINGS = {
  // Day counting
  'days.atLeast': choice('completeDays', ['completeDays', 'dateDifference'], 'II.11.3', 'OQ-DAY-2', '„vismaz N dienas”', '“at least N days” counts'),
  'post.dispatchDay': choice('dayZero', ['dayZero', 'dayOne'], 'II.16.4.1', 'OQ-NOT-2', 'pasta nosūtīšanas diena', 'the day of posting is'),
  'days.consumerWithdrawalRoll': flag(false, 'II.15.2', 'OQ-DAY-1', 'atteikuma pēdējā diena pāriet uz darba dienu', 'the last day of a consumer’s withdrawal rolls to a working day'),
  'calendar.movedWorkingDays': flag(false, 'II.14.3.2', 'OQ-DAY-3', 'pārceltās darba dienas ir darba dienas', 'officially moved working days count as working days'),
  // Notices
  'offerWindow.start': choice('deemedReceipt', ['deemedReceipt', 'dispatch'], 'II.11.2', 'T-15', 'iebildumu termiņa sākums', 'start of the objection window'),
  'ownDeadline.metOn': choice('dispatch', ['dispatch', 'deemedReceipt'], 'II.16.4', 'OQ-NOT-1', 'sūtītāja termiņš ievērots', 'a sender’s own deadline is met on'),
  'email.counts': choice('always', ['always', 'withSecureSignature'], 'II.16.4', 'D-4', 'e-pasts ir paziņojums', 'an e-mail counts as a notice'),
  'reminders.daysBefore': dayCount(3, 'II.16.4', 'PO-09', 'atgādinājums dienas pirms termiņa', 'a reminder comes so many days before a deadline'),
  // Application and offer
  'offerClock.start': choice('received', ['received', 'completed'], 'II.11.1.1', 'OQ-LC-2', 'piedāvājuma termiņa sākums', 'start of the offer clock'),
  'offerClock.mixedNeed': choice('either', ['either', 'both'], 'II.11.1.2', 'OQ-LC-1', '30 dienas, ja vajag', '30 days where needed'),
  'offerClock.bothNeeded': choice('laterEvent', ['laterEvent', 'earlierEvent'], 'II.11.1.2', 'OQ-LC-3', 'vajag projektu un būvnieku', 'design and contractor are both needed'),
  'signature.customerAloneBinds': flag(false, 'II.11.5', 'OQ-LC-4', 'pietiek ar klienta parakstu', 'the customer’s signature alone binds'),
  'offer.financeApproval': flag(false, 'II.11.1', null, 'maksu apstiprina finansists', 'finance approves the fee of an offer'),
  'warning.earliest': choice('afterWindow', ['afterWindow', 'anytime'], 'II.11.3', 'T-06', 'brīdinājums ne agrāk kā', 'the warning is sent'),
  'annulment.mode': choice('automatic', ['automatic', 'propose'], 'II.11.3', null, 'pieteikuma anulēšana', 'annulment of a stale application'),
  // Conclusion and withdrawal
  'thirdPartyPayment': choice('concludeAndNotify', ['concludeAndNotify', 'holdUntilConfirmed'], 'II.11.5', 'T-09', 'cita personas maksājums', 'payment by a third person'),
  'offer.termsVersion': choice('withOffer', ['withOffer', 'atConclusion'], 'II.1.7', 'T-27', 'saistošā II daļas redakcija', 'version of Part II that binds'),
  'dueDate.daysAfterConclusion': dayCount(10, 'II.10.2', 'T-20a', 'samaksas termiņš pēc noslēgšanas', 'days to pay after conclusion, at least'),
  'works.inWithdrawalPeriod': choice('onRequest', ['onRequest', 'allowed'], 'II.15', 'OQ-LC-6', 'darbi atteikuma termiņā', 'works within the withdrawal period'),
  'amendment.newWithdrawalPeriod': flag(false, 'II.15', 'OQ-LC-7', 'grozījumi dod jaunu atteikuma termiņu', 'an amendment opens a new withdrawal period'),
  'signature.untimestampedCounts': flag(false, 'II.7.6.3', 'OQ-SIG-1', 'e-paraksts bez laika zīmoga ir derīgs', 'an e-signature without time stamp is valid'),
  // Works, term, readiness
  'connectionClock.start': choice('laterOfReadinessAndCompletion', ['laterOfReadinessAndCompletion', 'readinessOnly'], 'II.4.1', 'T-23', 'pieslēgšanas termiņa sākums', 'start of the connection clock'),
  'readiness.minDays': dayCount(14, 'II.4.5', 'T-25', 'mazākais laiks gatavības apliecināšanai', 'least days left to confirm readiness'),
  'connection.withholdWhileUnpaid': choice('all', ['all', 'commonProjectOnly'], 'II.4.4', 'T-26', 'nepieslēgt neapmaksātu', 'withhold the connection while unpaid'),
  'notReady.end': choice('byNotice', ['byNotice', 'automatic'], 'II.4.6', 'OQ-LC-5', 'līguma beigas bez gatavības', 'end of a contract without readiness'),
  // Suspension and force majeure
  'suspension.length': choice('unionOfDays', ['unionOfDays', 'sumOfDays'], 'II.13.1', 'OQ-SUS-1', 'termiņa pagarinājums', 'length of the automatic extension'),
  'suspension.start': choice('dateInNotice', ['dateInNotice', 'dispatch'], 'II.13.1', 'OQ-SUS-2', 'apturēšanas sākums', 'a suspension starts on'),
  'suspension.noticeCounting': choice('fromNextDay', ['fromNextDay', 'includingFirstDay'], 'II.13.1.3', 'T-33', 'paziņojuma 5 dienas', 'the five days of notice count'),
  'prepWorks.sources': choice('TR,design,TP', ['TR,design,TP', 'TR,design'], 'II.13.1.2', 'T-35', 'sagatavošanas darbu avots', 'sources of preparatory works'),
  'forceMajeure.extendsTerm': flag(false, 'II.17.1', 'OQ-SUS-4', 'nepārvarama vara pagarina termiņu', 'force majeure extends the term'),
  // Money
  'nonPayment.auto': flag(true, 'II.14.3.2', 'T-37', 'līgums beidzas bez samaksas pats', 'a contract ends by itself for non-payment'),
  'payment.lateCure': flag(true, 'II.14.3.2', 'OQ-PAY-3', 'novēlots maksājums līdz beigām der', 'a late payment before the end cures'),
  'refund.onWithdrawal': choice('full', ['full', 'byDecision'], 'II.15', 'OQ-REF-1', 'atmaksa atteikuma gadījumā', 'refund on withdrawal'),
  'refund.onExit': choice('byDecision', ['byDecision', 'full'], 'II.14.5', 'OQ-REF-2', 'atmaksa pēc 14.5. punkta', 'refund on exit under 14.5'),
  'refund.days': dayCount(14, 'II.15', 'OQ-REF-1', 'atmaksas termiņš', 'days to refund'),
  'finalInvoice.dueDays': dayCount(20, 'II.10.2', null, 'galīgā rēķina termiņš', 'days to pay the final invoice'),
  'ownerChange.endsOn': choice('dayLearnt', ['dayLearnt', 'dayOfChange'], 'II.4.3', 'OQ-OWN-1', 'beigas, mainoties īpašniekam', 'end on a change of owner'),
  // Approvals by a second person: roles that may approve, separated by commas
  'approval.contract.terminated': choice('service,finance', ['service,finance', 'finance', 'none'], 'II.14.3', null, 'izbeigšanu apstiprina', 'a termination is approved by'),
  'approval.application.annulled': choice('finance,service', ['finance,service', 'finance', 'none'], 'II.11.3', null, 'anulēšanu apstiprina', 'an annulment by hand is approved by'),
  'approval.annulment.warned': choice('none', ['finance,service', 'finance', 'none'], 'II.11.3', null, 'brīdinājumu apstiprina', 'a warning by hand is approved by'),
  'approval.debt.warned': choice('finance', ['finance', 'none'], 'II.10.5', null, 'parāda brīdinājumu apstiprina', 'a debt warning is approved by'),
  'approval.debt.handed-over': choice('finance', ['finance', 'none'], 'II.10.5', null, 'parāda nodošanu apstiprina', 'a debt hand-over is approved by'),
  'approval.refund.paid': choice('finance', ['finance', 'none'], 'II.14.4', null, 'naudas atmaksu apstiprina', 'paying money back is approved by'),
  // Work of the operator
  'queue.targetDaysBefore': dayCount(5, 'II.11.1', null, 'mērķis dienas pirms likumiskā termiņa', 'target, days before the legal deadline'),
  'signIn.oneTimePasswordDays': dayCount(3, 'II.5.4.3', null, 'vienreizējā parole der dienas', 'days for which a one-time password opens'),
  // Fees
  'money.rounding': choice('HALF_UP', ['HALF_UP', 'HALF_EVEN'], 'II.def.split', 'OQ-FEE-1', 'noapaļošana', 'rounding'),
  'split.beforeVat': flag(true, 'II.10.3', 'OQ-FEE-2', 'daļas pirms PVN', 'the split stands before VAT'),
  'split.scope': choice('worksOnly', ['worksOnly', 'wholeFee'], 'II.def.split', 'OQ-FEE-3', 'kas tiek dalīts (1/8)', 'what is split under 1/8'),
  'split.currentBasis': choice('sum', ['sum', 'perDevice'], 'II.def.split', 'OQ-FEE-4', 'strāva dalījumam', 'current that the split looks at'),
  'financing.method': choice('simple', ['simple', 'annualCompound', 'monthlyCompound'], 'II.def.fee-1/8.6', 'OQ-FEE-5', 'finansēšanas aprēķins', 'financing method'),
  'deferral.conditionsApplyTo': choice('1/7,1/8', ['1/7,1/8', '1/7'], 'II.def.fee-1/7', 'OQ-FEE-6', 'atlikšanas nosacījumi attiecas uz', 'deferral conditions apply to'),
  'regime.compareBasis': choice('customerShareNet', ['customerShareNet', 'totalFee'], 'II.1.8', 'OQ-FEE-8', 'režīmu salīdzina pēc', 'regimes are compared by'),
  'regime.recheckAtConclusion': flag(true, 'II.1.8', 'OQ-FEE-9', 'cenu pārbauda, noslēdzot', 'the price is checked again at conclusion'),
  'vat.onFinal': choice('remainderOnly', ['remainderOnly', 'whole'], 'II.10.3', 'OQ-FEE-10', 'PVN galīgajā rēķinā', 'VAT of the final invoice'),
  'voltageClass.lowUpTo400': flag(true, 'II.def.fee-1/7', 'OQ-FEE-12', '230 V pieder 0,4 kV līmenim', '230 V belongs to the 0.4 kV level'),
} as const satisfies Record<string, SettingDefinition<string | number | boolean>>;

export type SettingName = keyof typeof SETTINGS;
type Widened<Value> = Value extends boolean ? boolean : Value extends number ? number : Value;
export type SettingValue<Name extends SettingName> = Widened<(typeof SETTINGS)[Name]['delivered']>;

export const SETTINGS_IN_FORCE_SINCE = '2018-01-01';
