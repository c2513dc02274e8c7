/** What was done, told on the next page (`goOn(res, path, 'signedOut')`). */
export const done = {
  contactsChanged: 'Saziņas dati ir mainīti.',
  passwordChosen: 'Parole ir izvēlēta. Turpmāk pierakstieties ar to.',
  passwordChanged: 'Parole ir mainīta, un citas sesijas ir beigtas.',
  sessionsEnded: 'Pārējās sesijas ir beigtas.',
  accessRemoved: 'Kontam ir noņemta piekļuve Jūsu lietām.',
  resetAsked:
    'Ja ar šo adresi ir konts ar paroli, pēc brīža saņemsiet e-pasta vēstuli ar saiti. Saite der vienu stundu.',
  passwordReset: 'Parole ir mainīta. Tagad varat pierakstīties.',
  passwordResetAccessEnded:
    'Parole ir mainīta, un nevienam, kam šis konts bija devis piekļuvi vai nosūtījis uzaicinājumu, piekļuves vairs nav. Tagad varat pierakstīties.',
  earlierAccessEnded:
    'Ar šo pierakstīšanos ir apliecināts, kam šis konts pieder. Nevienam, kam tas iepriekš bija devis piekļuvi vai nosūtījis uzaicinājumu, piekļuves vairs nav.',
  requestMade: 'Pieprasījums ir reģistrēts lietā.',
  signedOut: 'Sesija ir pabeigta.',
  filesAdded: 'Faili ir pievienoti lietai.',
  fileRemoved: 'Fails ir noņemts.',
  accessRevoked: 'Piekļuve ir atsaukta.',
  invitationTaken: 'Uzaicinājums ir pieņemts. Augšā redzams, kura klienta lietas skatāt.',
  draftKept: 'Melnraksts ir sagatavots. To pārbauda un iesniedz pats klients.',
  authorityFiled: 'Pilnvara ir iesniegta.',
  authorityRevoked: 'Pilnvara ir atsaukta.',
  registered: 'Reģistrācija ir saņemta. Tagad varat pierakstīties ar savu e-pasta adresi un paroli.',
  proposed: 'Priekšlikums ir iesniegts. Par to lemj cits administrators.',
  proposalDecided: 'Lēmums ir pieņemts.',
  accountChanged: 'Konts ir mainīts.',
  accountActAsked: 'Pieprasījums gaida citu administratoru. To var atsaukt sadaļā „Apstiprinājumi”.',
  jobRetried: 'Sistēma mēģinās tūlīt.',
  letterChannelKept: 'Vēstuļu saņemšanas veids ir saglabāts.',
  remindersKept: 'Atgādinājumu izvēle ir saglabāta.',
  letterQueued: 'Vēstuli nosūtīs vēlreiz.',
  letterFailed: 'Atzīmēts, ka vēstule nav piegādāta.',
};
