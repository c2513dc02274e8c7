/** What was done, told on the next page (`goOn(res, path, 'signedOut')`). */
export const done = {
  signedOut: 'Sesija ir pabeigta.',
  registered: 'Reģistrācija ir saņemta. Tagad varat pierakstīties ar savu e-pasta adresi un paroli.',
};
