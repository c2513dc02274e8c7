import { choice, dayCount, flag, type SettingDefinition } from './setting.ts';

/** Every open question of the ledger with its adopted default, in force from {@link SETTINGS_IN_FORCE_SINCE}. */
// biome-ignore format: a table reads best with one row a line
export const SETTINGS = {
  // Day counting
  'days.atLeast': choice('completeDays', ['completeDays', 'dateDifference'], 'OQ-DAY-2', '„vismaz N dienas”', '“at least N days” counts'),
  'post.dispatchDay': choice('dayZero', ['dayZero', 'dayOne'], 'OQ-NOT-2', 'pasta nosūtīšanas diena', 'the day of posting is'),
  'days.consumerWithdrawalRoll': flag(false, 'OQ-DAY-1', 'atteikuma pēdējā diena pāriet uz darba dienu', 'the last day of a consumer’s withdrawal rolls to a working day'),
  'calendar.movedWorkingDays': flag(false, 'OQ-DAY-3', 'pārceltās darba dienas ir darba dienas', 'officially moved working days count as working days'),
  // Notices
  'offerWindow.start': choice('deemedReceipt', ['deemedReceipt', 'dispatch'], 'T-15', 'iebildumu termiņa sākums', 'start of the objection window'),
  'ownDeadline.metOn': choice('dispatch', ['dispatch', 'deemedReceipt'], 'OQ-NOT-1', 'sūtītāja termiņš ievērots', 'a sender’s own deadline is met on'),
  'email.counts': choice('always', ['always', 'withSecureSignature'], 'II.16.4', 'e-pasts ir paziņojums', 'an e-mail counts as a notice'),
  'reminders.daysBefore': dayCount(3, 'ledger PO-09', 'atgādinājums dienas pirms termiņa', 'a reminder comes so many days before a deadline'),
  // Application and offer
  'offerClock.start': choice('received', ['received', 'completed'], 'OQ-LC-2', 'piedāvājuma termiņa sākums', 'start of the offer clock'),
  'offerClock.mixedNeed': choice('either', ['either', 'both'], 'OQ-LC-1', '30 dienas, ja vajag', '30 days where needed'),
  'offerClock.bothNeeded': choice('laterEvent', ['laterEvent', 'earlierEvent'], 'OQ-LC-3', 'vajag projektu un būvnieku', 'design and contractor are both needed'),
  'signature.customerAloneBinds': flag(false, 'OQ-LC-4', 'pietiek ar klienta parakstu', 'the customer’s signature alone binds'),
  'offer.financeApproval': flag(false, 'ledger 5.2', 'maksu apstiprina finansists', 'finance approves the fee of an offer'),
  'warning.earliest': choice('afterWindow', ['afterWindow', 'anytime'], 'T-06', 'brīdinājums ne agrāk kā', 'the warning is sent'),
  'annulment.mode': choice('automatic', ['automatic', 'propose'], 'ledger preface 1', 'pieteikuma anulēšana', 'annulment of a stale application'),
  // Conclusion and withdrawal
  'thirdPartyPayment': choice('concludeAndNotify', ['concludeAndNotify', 'holdUntilConfirmed'], 'T-09', 'cita personas maksājums', 'payment by a third person'),
  'offer.termsVersion': choice('withOffer', ['withOffer', 'atConclusion'], 'T-27', 'saistošā II daļas redakcija', 'version of Part II that binds'),
  'dueDate.daysAfterConclusion': dayCount(10, 'T-20a', 'samaksas termiņš pēc noslēgšanas', 'days to pay after conclusion, at least'),
  'works.inWithdrawalPeriod': choice('onRequest', ['onRequest', 'allowed'], 'OQ-LC-6', 'darbi atteikuma termiņā', 'works within the withdrawal period'),
  'amendment.newWithdrawalPeriod': flag(false, 'OQ-LC-7', 'grozījumi dod jaunu atteikuma termiņu', 'an amendment opens a new withdrawal period'),
  'signature.untimestampedCounts': flag(false, 'OQ-SIG-1', 'e-paraksts bez laika zīmoga ir derīgs', 'an e-signature without time stamp is valid'),
  // Works, term, readiness
  'connectionClock.start': choice('laterOfReadinessAndCompletion', ['laterOfReadinessAndCompletion', 'readinessOnly'], 'T-23', 'pieslēgšanas termiņa sākums', 'start of the connection clock'),
  'readiness.minDays': dayCount(14, 'T-25', 'mazākais laiks gatavības apliecināšanai', 'least days left to confirm readiness'),
  'connection.withholdWhileUnpaid': choice('all', ['all', 'commonProjectOnly'], 'T-26', 'nepieslēgt neapmaksātu', 'withhold the connection while unpaid'),
  'notReady.end': choice('byNotice', ['byNotice', 'automatic'], 'OQ-LC-5', 'līguma beigas bez gatavības', 'end of a contract without readiness'),
  // Suspension and force majeure
  'suspension.length': choice('unionOfDays', ['unionOfDays', 'sumOfDays'], 'OQ-SUS-1', 'termiņa pagarinājums', 'length of the automatic extension'),
  'suspension.start': choice('dateInNotice', ['dateInNotice', 'dispatch'], 'OQ-SUS-2', 'apturēšanas sākums', 'a suspension starts on'),
  'suspension.noticeCounting': choice('fromNextDay', ['fromNextDay', 'includingFirstDay'], 'T-33', 'paziņojuma 5 dienas', 'the five days of notice count'),
  'prepWorks.sources': choice('TR,design,TP', ['TR,design,TP', 'TR,design'], 'T-35', 'sagatavošanas darbu avots', 'sources of preparatory works'),
  'forceMajeure.extendsTerm': flag(false, 'OQ-SUS-4', 'nepārvarama vara pagarina termiņu', 'force majeure extends the term'),
  // Money
  'nonPayment.auto': flag(true, 'T-37', 'līgums beidzas bez samaksas pats', 'a contract ends by itself for non-payment'),
  'payment.lateCure': flag(true, 'OQ-PAY-3', 'novēlots maksājums līdz beigām der', 'a late payment before the end cures'),
  'refund.onWithdrawal': choice('full', ['full', 'byDecision'], 'OQ-REF-1', 'atmaksa atteikuma gadījumā', 'refund on withdrawal'),
  'refund.onExit': choice('byDecision', ['byDecision', 'full'], 'OQ-REF-2', 'atmaksa pēc 14.5. punkta', 'refund on exit under 14.5'),
  'refund.days': dayCount(14, 'OQ-REF-1', 'atmaksas termiņš', 'days to refund'),
  'finalInvoice.dueDays': dayCount(20, 'II.10.2 (policy of the operator)', 'galīgā rēķina termiņš', 'days to pay the final invoice'),
  'ownerChange.endsOn': choice('dayLearnt', ['dayLearnt', 'dayOfChange'], 'OQ-OWN-1', 'beigas, mainoties īpašniekam', 'end on a change of owner'),
  // Approvals by a second person (ledger 5.2): roles that may approve, separated by commas
  'approval.contract.terminated': choice('service,finance', ['service,finance', 'finance', 'none'], 'ledger 5.2', 'izbeigšanu apstiprina', 'a termination is approved by'),
  'approval.application.annulled': choice('finance,service', ['finance,service', 'finance', 'none'], 'ledger 5.2', 'anulēšanu apstiprina', 'an annulment by hand is approved by'),
  'approval.annulment.warned': choice('none', ['finance,service', 'finance', 'none'], 'ledger 5.2', 'brīdinājumu apstiprina', 'a warning by hand is approved by'),
  'approval.debt.warned': choice('finance', ['finance', 'none'], 'ledger 5.2', 'parāda brīdinājumu apstiprina', 'a debt warning is approved by'),
  'approval.debt.handed-over': choice('finance', ['finance', 'none'], 'ledger 5.2', 'parāda nodošanu apstiprina', 'a debt hand-over is approved by'),
  // Work of the operator
  'queue.targetDaysBefore': dayCount(5, 'II.11.1 (policy of the operator)', 'mērķis dienas pirms likumiskā termiņa', 'target, days before the legal deadline'),
  'signIn.oneTimePasswordDays': dayCount(3, 'ledger 5.1 (policy of the operator)', 'vienreizējā parole der dienas', 'days for which a one-time password opens'),
  // Fees
  'money.rounding': choice('HALF_UP', ['HALF_UP', 'HALF_EVEN'], 'OQ-FEE-1', 'noapaļošana', 'rounding'),
  'split.beforeVat': flag(true, 'OQ-FEE-2', 'daļas pirms PVN', 'the split stands before VAT'),
  'split.scope': choice('worksOnly', ['worksOnly', 'wholeFee'], 'OQ-FEE-3', 'kas tiek dalīts (1/8)', 'what is split under 1/8'),
  'split.currentBasis': choice('sum', ['sum', 'perDevice'], 'OQ-FEE-4', 'strāva dalījumam', 'current that the split looks at'),
  'financing.method': choice('simple', ['simple', 'annualCompound', 'monthlyCompound'], 'OQ-FEE-5', 'finansēšanas aprēķins', 'financing method'),
  'deferral.conditionsApplyTo': choice('1/7,1/8', ['1/7,1/8', '1/7'], 'OQ-FEE-6', 'atlikšanas nosacījumi attiecas uz', 'deferral conditions apply to'),
  'regime.compareBasis': choice('customerShareNet', ['customerShareNet', 'totalFee'], 'OQ-FEE-8', 'režīmu salīdzina pēc', 'regimes are compared by'),
  'regime.recheckAtConclusion': flag(true, 'OQ-FEE-9', 'cenu pārbauda, noslēdzot', 'the price is checked again at conclusion'),
  'vat.onFinal': choice('remainderOnly', ['remainderOnly', 'whole'], 'OQ-FEE-10', 'PVN galīgajā rēķinā', 'VAT of the final invoice'),
  'voltageClass.lowUpTo400': flag(true, 'OQ-FEE-12', '230 V pieder 0,4 kV līmenim', '230 V belongs to the 0.4 kV level'),
} as const satisfies Record<string, SettingDefinition<string | number | boolean>>;

export type SettingName = keyof typeof SETTINGS;
type Widened<Value> = Value extends boolean ? boolean : Value extends number ? number : Value;
export type SettingValue<Name extends SettingName> = Widened<(typeof SETTINGS)[Name]['delivered']>;

export const SETTINGS_IN_FORCE_SINCE = '2018-01-01';
