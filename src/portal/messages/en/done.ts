import type { done as latvian } from '../lv/done.ts';

export const done: typeof latvian = {
  contactsChanged: 'Your contact details are changed.',
  passwordChosen: 'Your password is chosen. Use it to sign in from now on.',
  passwordChanged: 'Your password is changed, and other sessions are ended.',
  sessionsEnded: 'The other sessions are ended.',
  accessRemoved: 'The account has no access to your cases any more.',
  resetAsked:
    'If an account with a password has this address, an e-mail with a link arrives in a moment. The link holds for one hour.',
  passwordReset: 'Your password is changed. You can sign in now.',
  passwordResetAccessEnded:
    'Your password is changed, and nobody whom this account had let in or invited has access any more. You can sign in now.',
  earlierAccessEnded:
    'Your sign-in has proven whose account this is. Nobody whom it had let in or invited before has access any more.',
  requestMade: 'Your request is registered in the case.',
  signedOut: 'You have signed out.',
  filesAdded: 'The files were added to the case.',
  fileRemoved: 'The file was removed.',
  accessRevoked: 'The access was revoked.',
  invitationTaken: 'You have taken up the invitation. The head of the page shows whose cases you see.',
  draftKept: 'The draft is ready. The customer checks and files it.',
  authorityFiled: 'The authority has been filed.',
  authorityRevoked: 'The authority has been revoked.',
  registered: 'Your registration was received. You can now sign in with your e-mail address and password.',
  proposed: 'The proposal has been submitted. Another administrator decides on it.',
  proposalDecided: 'The decision has been made.',
  accountChanged: 'The account has been changed.',
  accountActAsked: 'Your request waits for another administrator. You can take it back under Approvals.',
  jobRetried: 'The system will try at once.',
  letterChannelKept: 'How letters reach you is saved.',
  remindersKept: 'Your choice of reminders has been kept.',
  letterQueued: 'The letter will be sent once more.',
  letterFailed: 'It is recorded that the letter was not delivered.',
  companyConfirmed: 'The company’s account is confirmed.',
  companyConfirmationEnded: 'The confirmation of the company’s account is ended.',
};
